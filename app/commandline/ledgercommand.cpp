#include "app/commandline/ledgercommand.h"

#include "app/commandline/console.h"
#include "app/services.h"

#include "core/base/continuation.h"
#include "core/base/formatting.h"

#include <QDateTime>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QJsonArray>
#include <QLocale>

using namespace core;

namespace app {

namespace {

QString levelName(UsageDifference::Level level)
{
    switch (level) {
    case UsageDifference::Level::Day:
        return QStringLiteral("day");
    case UsageDifference::Level::Month:
        return QStringLiteral("month");
    case UsageDifference::Level::Sketch:
        return QStringLiteral("sketch");
    case UsageDifference::Level::Quarter:
        break;
    }
    return QStringLiteral("quarter");
}

QJsonValue momentToJson(const std::optional<qint64> &ms)
{
    if (!ms)
        return {};
    return QDateTime::fromMSecsSinceEpoch(*ms, Qt::UTC).toString(Qt::ISODateWithMs);
}

QString dayText(const std::optional<qint64> &ms, const QTimeZone &zone)
{
    return ms ? QDateTime::fromMSecsSinceEpoch(*ms, zone).date().toString(Qt::ISODate)
              : LedgerCommand::tr("none");
}

QString bytesText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes);
}

std::optional<qint64> prunedBefore(const UsageState &state)
{
    return state.prunedBeforeMs > 0 ? std::optional(state.prunedBeforeMs) : std::nullopt;
}

QJsonObject differenceToJson(const UsageDifference &difference)
{
    return {{QStringLiteral("level"), levelName(difference.level)},
            {QStringLiteral("when"), difference.when},
            {QStringLiteral("what"), difference.what},
            {QStringLiteral("attempts"), difference.attempts},
            {QStringLiteral("cost_usd"), difference.cost.toDecimal()}};
}

QString differenceText(const UsageDifference &difference)
{
    if (difference.level == UsageDifference::Level::Sketch)
        return LedgerCommand::tr("%1 (%2): the kept times are not those of the attempts")
            .arg(difference.when, difference.what);
    return LedgerCommand::tr("%1 (%2): the rows less the sums are %3 attempts and %4 USD")
        .arg(difference.when, difference.what)
        .arg(difference.attempts)
        .arg(difference.cost.toDecimal());
}

} // namespace

LedgerCommand::LedgerCommand(const LedgerInvocation &invocation, Services &services, Console &console)
    : m_invocation(invocation), m_services(services), m_console(console)
{
}

void LedgerCommand::start()
{
    // What an older version or another zone left to be done is done first.
    await<void>(m_services.ledgerKeeper().setReportingZone(m_services.reportingZone()), [this] { work(); });
}

void LedgerCommand::work()
{
    LedgerKeeper &keeper = m_services.ledgerKeeper();
    switch (m_invocation.verb) {
    case LedgerInvocation::Verb::Status:
        await<LedgerStatus>(keeper.status(), [this](const LedgerStatus &status) { printStatus(status); });
        break;
    case LedgerInvocation::Verb::Verify:
        await<LedgerVerification>(keeper.verify(),
                                  [this](const LedgerVerification &found) { printVerification(found); });
        break;
    case LedgerInvocation::Verb::Rebuild:
        await<void>(keeper.rebuild(), [this] {
            print({{QStringLiteral("rebuilt"), true}}, tr("The sums were made anew."));
            emit finished(ExitCode::Good);
        });
        break;
    case LedgerInvocation::Verb::BackUp:
        await<void>(keeper.backUp(m_invocation.file), [this] {
            const qint64 bytes = QFileInfo(m_invocation.file).size();
            print({{QStringLiteral("file"), m_invocation.file}, {QStringLiteral("bytes"), bytes}},
                  tr("The ledger was copied to %1 (%2).").arg(m_invocation.file, bytesText(bytes)));
            emit finished(ExitCode::Good);
        });
        break;
    case LedgerInvocation::Verb::Prune:
        prune();
        break;
    }
}

void LedgerCommand::prune()
{
    const QDate today =
        QDateTime::fromMSecsSinceEpoch(m_services.clock().utcMs(), m_services.reportingZone()).date();
    if (m_invocation.before > today) {
        fail({ErrorKind::InvalidRequest, tr("--before must not be later than today.")}, ExitCode::WrongUsage);
        return;
    }
    LedgerKeeper &keeper = m_services.ledgerKeeper();
    await<PruneCount>(m_invocation.dryRun ? keeper.previewPrune(m_invocation.before)
                                          : keeper.prune(m_invocation.before),
                      [this](const PruneCount &count) { printPruned(count); });
}

template <typename T, typename Print>
void LedgerCommand::await(const QFuture<Result<T>> &future, Print print)
{
    m_cancel = [running = future]() mutable { running.cancel(); };
    if (m_console.isTerminal() && !m_invocation.json) {
        auto *watcher = new QFutureWatcher<Result<T>>(this);
        connect(watcher, &QFutureWatcherBase::progressValueChanged, this,
                [this, watcher](int done) { showProgress(done, watcher->progressMaximum()); });
        watcher->setFuture(future);
    }
    continued(future, this, [this, print](const Result<T> &result) {
        showProgress(0, 0);
        if (!result)
            fail(result.error(), ExitCode::ConfigurationError);
        else if constexpr (std::is_void_v<T>)
            print();
        else
            print(*result);
    });
}

void LedgerCommand::stop()
{
    if (m_cancel)
        m_cancel();
    showProgress(0, 0);
    fail({ErrorKind::Storage, tr("Stopped; what was done until then stays.")}, ExitCode::SomethingFailed);
}

void LedgerCommand::showProgress(int done, int all)
{
    if (!m_console.isTerminal() || m_invocation.json)
        return;
    m_console.showProgress(all > 0 ? QStringList{tr("%1 of %2").arg(done).arg(all)} : QStringList());
}

void LedgerCommand::print(const QJsonObject &json, const QString &text)
{
    if (m_invocation.json)
        m_console.printJson(json);
    else
        m_console.print(text);
}

void LedgerCommand::printStatus(const LedgerStatus &status)
{
    const std::optional<qint64> pruned = prunedBefore(status.usage);
    const QJsonObject json{{QStringLiteral("file"), status.filePath},
                           {QStringLiteral("bytes"), status.fileBytes},
                           {QStringLiteral("free_bytes"), status.freeBytes},
                           {QStringLiteral("attempts"), status.attempts},
                           {QStringLiteral("imported"), status.imported},
                           {QStringLiteral("attempts_counted"), status.attemptsCounted},
                           {QStringLiteral("runs"), status.runs},
                           {QStringLiteral("runs_with_texts"), status.runsWithTexts},
                           {QStringLiteral("oldest"), momentToJson(status.oldestMs)},
                           {QStringLiteral("pruned_before"), momentToJson(pruned)},
                           {QStringLiteral("zone"), QString::fromUtf8(status.usage.zone.id())}};
    const QTimeZone &zone = status.usage.zone;
    print(json,
          alignedTable({{tr("file"), status.filePath},
                        {tr("size"), bytesText(status.fileBytes)},
                        {tr("free in it"), bytesText(status.freeBytes)},
                        {tr("attempts"), formatCount(status.attempts)},
                        {tr("of them imported"), formatCount(status.imported)},
                        {tr("attempts counted"), formatCount(status.attemptsCounted)},
                        {tr("runs"), formatCount(status.runs)},
                        {tr("of them with texts"), formatCount(status.runsWithTexts)},
                        {tr("oldest attempt"), dayText(status.oldestMs, zone)},
                        {tr("pruned before"), dayText(pruned, zone)},
                        {tr("days of"), QString::fromUtf8(zone.id())}},
                       {}));
    emit finished(ExitCode::Good);
}

void LedgerCommand::printVerification(const LedgerVerification &found)
{
    QJsonArray differences;
    QStringList lines = found.problems;
    for (const UsageDifference &difference : found.usage.first) {
        differences.append(differenceToJson(difference));
        lines.append(differenceText(difference));
    }
    if (found.usage.count > found.usage.first.size())
        lines.append(tr("and %1 more").arg(formatCount(found.usage.count - found.usage.first.size())));
    if (lines.isEmpty())
        lines.append(tr("The file is whole, and all sums are those of their attempts."));
    else if (found.usage.count > 0)
        lines.append(tr("switchyard ledger rebuild makes the sums anew."));
    print({{QStringLiteral("ok"), found.isGood()},
           {QStringLiteral("differences"), differences},
           {QStringLiteral("differences_found"), found.usage.count},
           {QStringLiteral("problems"), QJsonArray::fromStringList(found.problems)}},
          lines.join(u'\n'));
    emit finished(found.isGood() ? ExitCode::Good : ExitCode::SomethingFailed);
}

void LedgerCommand::printPruned(const PruneCount &count)
{
    const QString before = m_invocation.before.toString(Qt::ISODate);
    const QString text =
        (m_invocation.dryRun
             ? tr("Pruning before %1 would remove %2 attempts of %3 calls, and %4 runs with %5 of texts.")
             : tr("Pruning before %1 removed %2 attempts of %3 calls, and %4 runs with %5 of texts."))
            .arg(before, formatCount(count.attempts), formatCount(count.calls), formatCount(count.runs),
                 bytesText(count.textBytes))
        + u' '
        + tr("%1 runs of that time stay: they are pinned, in a matrix or in a conversation that went on. "
             "Totals "
             "stay as they are.")
              .arg(formatCount(count.runsKept));
    print({{QStringLiteral("before"), before},
           {QStringLiteral("dry_run"), m_invocation.dryRun},
           {QStringLiteral("attempts"), count.attempts},
           {QStringLiteral("calls"), count.calls},
           {QStringLiteral("runs"), count.runs},
           {QStringLiteral("text_bytes"), count.textBytes},
           {QStringLiteral("runs_kept"), count.runsKept}},
          text);
    emit finished(ExitCode::Good);
}

void LedgerCommand::fail(const Error &error, ExitCode code)
{
    m_console.complain(error.message);
    emit finished(code);
}

} // namespace app
