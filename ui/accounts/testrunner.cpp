#include "ui/accounts/testrunner.h"

#include "core/accounts/modelliststore.h"
#include "core/accounts/secrets.h"
#include "core/base/continuation.h"
#include "core/catalog/modellisting.h"

#include <QLoggingCategory>

namespace ui {

namespace {

Q_LOGGING_CATEGORY(lcAccounts, "switchyard.accounts")

} // namespace

TestRunner::TestRunner(const AccountsContext &context, QObject *parent) : QObject(parent), m_context(context)
{
}

void TestRunner::run(const AccountDraft &draft)
{
    m_draft = draft;
    m_running = true;
    const int number = ++m_number;
    const auto takeReport = [this, number](const core::ConnectionReport &report) { take(number, report); };
    if (draft.newKey.isEmpty() && draft.newProxyPassword.isEmpty()) {
        core::continued(m_context.connectionTest.run(draft.account), this, takeReport);
        return;
    }
    // What was typed goes before what is stored; what was not typed is looked up.
    core::Account stored = draft.account;
    if (!draft.newKey.isEmpty())
        stored.keyStore = core::KeyStore::None;
    if (!draft.newProxyPassword.isEmpty())
        stored.proxy = {};
    core::continued(m_context.secrets.resolve(stored), this,
                    [this, number, draft, takeReport](const core::Result<core::ResolvedSecrets> &found) {
                        if (number != m_number)
                            return;
                        if (!found)
                            return take(number, core::ConnectionReport{.error = found.error()});
                        core::Endpoint endpoint = endpointOf(draft);
                        if (draft.newKey.isEmpty())
                            endpoint.key = found->key;
                        if (draft.newProxyPassword.isEmpty())
                            endpoint.proxy.password = found->proxyPassword;
                        core::continued(m_context.connectionTest.run(endpoint), this, takeReport);
                    });
}

void TestRunner::cancel()
{
    ++m_number;
    m_running = false;
}

void TestRunner::take(int number, const core::ConnectionReport &report)
{
    if (number != m_number)
        return;
    m_running = false;
    emit finished(report);
}

void keepListing(const AccountsContext &context, qint64 accountId, const core::ConnectionReport &report)
{
    if (!report.ok() || accountId == 0)
        return;
    const core::Result<QList<core::AccountModel>> listing = core::readModelListing(report.listing);
    if (listing)
        context.models.replaceListed(accountId, *listing);
    else
        qCWarning(lcAccounts) << "a model list could not be read twice:" << listing.error().message;
}

} // namespace ui
