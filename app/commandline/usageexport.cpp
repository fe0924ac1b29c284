#include "app/commandline/usageexport.h"

#include "app/commandline/console.h"
#include "app/commandline/usagecommand.h"
#include "app/services.h"

#include "core/base/formatting.h"
#include "core/settings/keys.h"
#include "core/settings/settings.h"

#include <QTimeZone>

using namespace core;

namespace app {

namespace {

/// Console has said so already when it ends.
const QString kOutputFailed = QStringLiteral("output");

} // namespace

UsageExport::UsageExport(const UsageExportInvocation &invocation, bool demo, Services &services,
                         Console &console)
    : m_invocation(invocation), m_demo(demo), m_services(services), m_console(console)
{
    connect(&m_export, &QFutureWatcherBase::finished, this, &UsageExport::conclude);
    connect(&m_export, &QFutureWatcherBase::progressValueChanged, this, [this](int done) {
        if (!m_invocation.file.isEmpty() && m_console.isTerminal())
            m_console.showProgress({tr("%1 of %2 attempts").arg(done).arg(m_export.progressMaximum())});
    });
}

UsageExport::~UsageExport() = default;

Result<UsageExportRequest> UsageExport::request() const
{
    UsageExportRequest wanted{m_invocation.format, {}};
    const QTimeZone zone =
        m_invocation.zone.isEmpty() ? m_services.reportingZone() : QTimeZone(m_invocation.zone.toUtf8());
    const qint64 now = m_services.clock().utcMs();
    if (!m_invocation.since.isEmpty()) {
        const Result<qint64> since = parseMoment(m_invocation.since, zone, now, false);
        if (!since)
            return since.error();
        wanted.filter.sinceMs = *since;
    }
    if (!m_invocation.until.isEmpty()) {
        const Result<qint64> until = parseMoment(m_invocation.until, zone, now, true);
        if (!until)
            return until.error();
        wanted.filter.untilMs = *until;
    }
    if (wanted.filter.sinceMs && *wanted.filter.sinceMs >= wanted.filter.untilMs.value_or(now + 1))
        return Error{ErrorKind::InvalidRequest, tr("--since must be before --until, and not in the future.")};
    wanted.filter.includeSimulated = m_demo || m_services.settings().get(settings::kIncludeSimulated);
    return wanted;
}

void UsageExport::start()
{
    const Result<UsageExportRequest> wanted = request();
    if (!wanted) {
        fail(wanted.error(), ExitCode::WrongUsage);
        return;
    }
    if (!m_invocation.file.isEmpty()) {
        m_export.setFuture(exportUsageToFile(m_services.ledgerFile(), *wanted, m_invocation.file));
        return;
    }
    // Until it has ended, nothing else is written.
    const ExportSink print = [this](const QByteArray &lines) -> Result<void> {
        m_console.printData(QString::fromUtf8(lines));
        if (m_console.hasFailed())
            return Error{ErrorKind::Storage, {}, {}, {}, kOutputFailed};
        return {};
    };
    m_export.setFuture(exportUsage(m_services.ledgerFile(), *wanted, print));
}

void UsageExport::stop()
{
    m_export.cancel();
}

void UsageExport::conclude()
{
    m_console.showProgress({});
    const auto ended = m_export.future();
    if (ended.isCanceled() || ended.resultCount() == 0) {
        fail({ErrorKind::Storage,
              m_invocation.file.isEmpty() ? tr("Stopped: what was written is not all.")
                                          : tr("Stopped: %1 was not written.").arg(m_invocation.file)},
             ExitCode::SomethingFailed);
        return;
    }
    const Result<UsageExportSummary> summary = ended.result();
    if (summary)
        tell(*summary);
    else if (summary.error().code == kOutputFailed)
        emit finished(ExitCode::ConfigurationError);
    else
        fail(summary.error(), ExitCode::ConfigurationError);
}

void UsageExport::tell(const UsageExportSummary &summary)
{
    const bool known = summary.unpriced == 0 || !summary.cost.isZero();
    const QString attempts = formatCount(summary.attempts);
    QStringList lines{known ? tr("%1 attempts, $%2").arg(attempts, summary.cost.toDecimal())
                            : tr("%1 attempts").arg(attempts)};
    if (summary.unpriced > 0)
        lines.append(tr("%1 of them are unpriced: their cost is unknown and left empty.")
                         .arg(formatCount(summary.unpriced)));
    if (summary.withoutCharge > 0)
        lines.append(tr("%1 of them have no row, as nothing was charged for them.")
                         .arg(formatCount(summary.withoutCharge)));
    m_console.note(lines);
    emit finished(ExitCode::Good);
}

void UsageExport::fail(const Error &error, ExitCode code)
{
    m_console.complain(error.message);
    emit finished(code);
}

} // namespace app
