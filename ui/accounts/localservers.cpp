#include "ui/accounts/localservers.h"

#include "core/accounts/presets.h"
#include "core/base/continuation.h"

namespace ui {

namespace {

using std::chrono::milliseconds;

/// A local server answers in milliseconds, a busy one within this; the port may be anybody's.
constexpr milliseconds kConnect{700};
constexpr milliseconds kAnswer{2'000};

} // namespace

LocalServers::LocalServers(const AccountsContext &context, QObject *parent)
    : QObject(parent), m_context(context)
{
}

void LocalServers::look()
{
    ++m_number;
    m_open = 0;
    m_foundUrls.clear();
    QList<std::pair<const core::Preset *, quint16>> places;
    for (const core::Preset &preset : m_context.presets.all()) {
        for (const quint16 port : preset.loopbackPorts)
            places.append({&preset, port});
    }
    m_open = places.size();
    for (const auto &[preset, port] : std::as_const(places))
        ask(*preset, port);
    if (places.isEmpty())
        emit finished();
}

void LocalServers::ask(const core::Preset &preset, quint16 port)
{
    AccountDraft draft{accountFromPreset(preset.id, m_context)};
    draft.account.keyStore = core::KeyStore::None;
    draft.account.baseUrl.setScheme(QStringLiteral("http"));
    draft.account.baseUrl.setHost(QStringLiteral("127.0.0.1"));
    draft.account.baseUrl.setPort(port);
    core::Endpoint endpoint = endpointOf(draft);
    endpoint.timeouts = {kConnect, kAnswer, kAnswer, kAnswer};
    core::continued(m_context.connectionTest.run(endpoint), this,
                    [this, number = m_number, draft](const core::ConnectionReport &report) {
                        take(number, draft, report);
                    });
}

void LocalServers::take(int number, const AccountDraft &draft, const core::ConnectionReport &report)
{
    if (number != m_number)
        return;
    --m_open;
    const bool wantsKey = !report.ok() && report.error->kind == core::ErrorKind::Auth;
    // Two presets may share a port.
    if ((report.ok() || wantsKey) && !m_foundUrls.contains(draft.account.baseUrl)) {
        m_foundUrls.append(draft.account.baseUrl);
        emit found(Candidate{draft, report});
    }
    if (m_open == 0)
        emit finished();
}

} // namespace ui
