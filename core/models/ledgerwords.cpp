#include "core/models/ledgerwords.h"

#include "core/base/formatting.h"
#include "core/compare/callcost.h"
#include "core/compare/tasksuggestion.h"
#include "core/ledger/usagecsv.h"

#include <QDateTime>
#include <QLocale>

namespace core {

namespace {

QString costText(const Cost &cost, bool unpriced, bool costsNothing)
{
    if (cost.amount)
        return cost.basis == CostBasis::Estimated ? LedgerWords::tr("about %1").arg(formatMoney(*cost.amount))
                                                  : formatMoney(*cost.amount);
    if (unpriced)
        return LedgerWords::tr("unpriced");
    return costsNothing ? formatMoney(Money()) : QStringLiteral("–");
}

} // namespace

QString LedgerWords::status(LaneStatus status)
{
    switch (status) {
    case LaneStatus::Queued:
        return tr("queued");
    case LaneStatus::Running:
        return tr("running");
    case LaneStatus::Complete:
        return tr("complete");
    case LaneStatus::Truncated:
        return tr("truncated");
    case LaneStatus::Interrupted:
        return tr("interrupted");
    case LaneStatus::Cancelled:
        return tr("stopped");
    case LaneStatus::Refused:
        return tr("refused");
    case LaneStatus::Failed:
        break;
    }
    return tr("failed");
}

QString LedgerWords::errorKind(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Network:
        return tr("no connection");
    case ErrorKind::Timeout:
        return tr("timeout");
    case ErrorKind::Auth:
        return tr("key not accepted");
    case ErrorKind::RateLimited:
        return tr("rate limited");
    case ErrorKind::Quota:
        return tr("no credit");
    case ErrorKind::InvalidRequest:
        return tr("request rejected");
    case ErrorKind::ContextLength:
        return tr("too long for the model");
    case ErrorKind::ContentFilter:
        return tr("content filter");
    case ErrorKind::NotFound:
        return tr("not found");
    case ErrorKind::Server:
        return tr("server error");
    case ErrorKind::Storage:
        return tr("storage error");
    case ErrorKind::Budget:
        return tr("budget reached");
    case ErrorKind::Protocol:
        break;
    }
    return tr("unreadable answer");
}

QString LedgerWords::costBasis(CostBasis basis)
{
    switch (basis) {
    case CostBasis::Reported:
        return tr("reported by the provider");
    case CostBasis::Computed:
        return tr("tokens times list price");
    case CostBasis::Estimated:
        return tr("estimated");
    case CostBasis::Unknown:
        break;
    }
    return tr("unknown");
}

QString LedgerWords::usageBasis(UsageBasis basis)
{
    switch (basis) {
    case UsageBasis::Reported:
        return tr("reported by the provider");
    case UsageBasis::Estimated:
        return tr("estimated");
    case UsageBasis::Missing:
        break;
    }
    return tr("not reported");
}

QString LedgerWords::source(const QString &name)
{
    switch (callSourceFromName(name).value_or(CallSource::Import)) {
    case CallSource::Window:
        return tr("window");
    case CallSource::Cli:
        return tr("command line");
    case CallSource::Gateway:
        return tr("gateway");
    case CallSource::Import:
        break;
    }
    return tr("import");
}

QString LedgerWords::task(const QString &task)
{
    return task.isEmpty() ? tr("no task") : taskDisplayName(task);
}

QString LedgerWords::cost(const UsageFigures &figures)
{
    const std::optional<Money> known = knownCost(figures);
    if (!known)
        return tr("%1 unpriced").arg(formatCount(figures.unpricedAttempts));
    if (figures.unpricedAttempts == 0)
        return formatMoney(*known);
    return tr("%1 + %2 unpriced", "cost, requests")
        .arg(formatMoney(*known), formatCount(figures.unpricedAttempts));
}

QString LedgerWords::cost(const AttemptRecord &attempt)
{
    return costText(attempt.cost, attempt.unpriced, attempt.costsNothing());
}

QString LedgerWords::cost(const Cost &cost, const Completion &completion)
{
    const bool settled = isSettled(completion.status);
    const bool may = mayHaveCost(completion);
    return costText(cost, settled && may, settled && !may);
}

QString LedgerWords::requests(qint64 count)
{
    return count == 1 ? tr("1 request") : tr("%1 requests").arg(formatCount(count));
}

QString LedgerWords::errors(qint64 count)
{
    if (count == 0)
        return tr("no errors");
    return count == 1 ? tr("1 error") : tr("%1 errors").arg(formatCount(count));
}

QString LedgerWords::lanes(qint64 count)
{
    return count == 1 ? tr("1 lane") : tr("%1 lanes").arg(formatCount(count));
}

QString LedgerWords::samples(qint64 count)
{
    return count == 1 ? tr("1 sample") : tr("%1 samples").arg(formatCount(count));
}

QString LedgerWords::ago(qint64 atMs, qint64 nowMs, const QTimeZone &zone)
{
    constexpr qint64 minute = 60'000;
    const qint64 passed = nowMs - atMs;
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(atMs, zone);
    const QDate today = QDateTime::fromMSecsSinceEpoch(nowMs, zone).date();
    if (passed < minute)
        return tr("just now");
    if (passed < 60 * minute)
        return tr("%1 min ago").arg(passed / minute);
    if (at.date() == today)
        return tr("%1 h ago").arg(passed / (60 * minute));
    if (at.date() == today.addDays(-1))
        return tr("yesterday %1", "time of day").arg(QLocale().toString(at.time(), QStringLiteral("HH:mm")));
    const QString format =
        at.date().year() == today.year() ? tr("d MMM", "a day") : tr("d MMM yyyy", "a day");
    return QLocale().toString(at.date(), format);
}

QString LedgerWords::share(qint64 part, qint64 whole)
{
    if (whole <= 0)
        return QStringLiteral("–");
    const double percent = 100.0 * static_cast<double>(part) / static_cast<double>(whole);
    const int decimals = part == 0 || percent >= 99.95 ? 0 : 1;
    // One of ten thousand is not none.
    if (part > 0 && percent < 0.1)
        return tr("under 0.1 %");
    return tr("%1 %", "a percentage").arg(QLocale().toString(percent, 'f', decimals));
}

} // namespace core
