#include "core/insight/qualityresult.h"

#include "core/insight/insightwords.h"
#include "core/insight/ruleevidence.h"
#include "core/insight/shareestimate.h"

#include <QLocale>
#include <QMap>

#include <algorithm>

namespace core {

namespace {

void addPair(QualityRow &row, const QualityPair &pair)
{
    ++row.pairs;
    row.better += pair.verdict == QualityVerdict::Better ? 1 : 0;
    row.same += pair.verdict == QualityVerdict::Same ? 1 : 0;
    row.worse += pair.verdict == QualityVerdict::Worse ? 1 : 0;
    row.failed += pair.state == QualityPair::State::Failed ? 1 : 0;
    row.undecided += pair.state == QualityPair::State::Judged && !pair.verdict ? 1 : 0;
    if (pair.storedCost && pair.cost) {
        ++row.priced;
        row.costBefore += *pair.storedCost;
        row.costAfter += *pair.cost;
    }
}

QualityRow::Claim claimOf(const QualityRow &row)
{
    if (row.judged() < kPairsForClaim)
        return QualityRow::Claim::TooFew;
    if (row.share.low > 0.5)
        return QualityRow::Claim::Better;
    if (row.share.high < 0.5)
        return QualityRow::Claim::Worse;
    return row.share.low >= 0.5 - kNotWorseMargin ? QualityRow::Claim::NotWorse : QualityRow::Claim::Open;
}

void conclude(QualityRow &row)
{
    row.share = shareEstimate(row.better + row.same / 2.0, row.judged());
    row.claim = claimOf(row);
}

QString sharePercent(double share)
{
    return QLocale().toString(share * 100.0, 'f', 0);
}

} // namespace

QualityResult qualityOf(const QList<QualityPair> &pairs, const BacktestResult &backtest)
{
    QMap<QString, QualityRow> rows;
    QualityResult result;
    for (const QualityPair &pair : pairs) {
        QualityRow &row = rows[pair.task];
        row.task = pair.task;
        addPair(row, pair);
        addPair(result.total, pair);
    }
    for (const BacktestMove &move : backtest.moves) {
        const auto row = rows.find(move.task);
        if (row == rows.end())
            continue;
        for (QualityRow *each : {&*row, &result.total}) {
            each->moved += move.figures.moved;
            each->backtestBefore += move.figures.costBefore;
            each->backtestAfter += move.figures.costAfter;
        }
    }
    for (QualityRow &row : rows) {
        conclude(row);
        result.byTask.append(row);
    }
    conclude(result.total);
    return result;
}

QString claimInWords(const QualityRow &row)
{
    if (row.claim == QualityRow::Claim::TooFew)
        return InsightWords::tr("%1 of %2 pairs have a verdict; a claim needs %3.")
            .arg(QString::number(row.judged()), QString::number(row.pairs), QString::number(kPairsForClaim));
    QString words;
    switch (row.claim) {
    case QualityRow::Claim::Better:
        words = InsightWords::tr("Better: the new answers have %1 % of %2 pairs (95 % interval %3 to %4 %).");
        break;
    case QualityRow::Claim::NotWorse:
        words =
            InsightWords::tr("Not worse: the new answers have %1 % of %2 pairs (95 % interval %3 to %4 %).");
        break;
    case QualityRow::Claim::Worse:
        words = InsightWords::tr("Worse: the new answers have %1 % of %2 pairs (95 % interval %3 to %4 %).");
        break;
    case QualityRow::Claim::TooFew:
    case QualityRow::Claim::Open:
        words = InsightWords::tr("Open: the new answers have %1 % of %2 pairs (95 % interval %3 to %4 %).");
        break;
    }
    return words.arg(sharePercent(row.share.value), QString::number(row.judged()),
                     sharePercent(row.share.low), sharePercent(row.share.high));
}

std::optional<QualityVerdict> verdictOfChecks(const QList<std::optional<bool>> &stored,
                                              const QList<std::optional<bool>> &answer)
{
    const auto isOpen = [](const std::optional<bool> &passed) { return !passed.has_value(); };
    if (std::any_of(stored.cbegin(), stored.cend(), isOpen)
        || std::any_of(answer.cbegin(), answer.cend(), isOpen))
        return std::nullopt;
    const auto passed = [](const QList<std::optional<bool>> &checks) {
        return std::count(checks.cbegin(), checks.cend(), std::optional(true));
    };
    if (passed(stored) == passed(answer))
        return QualityVerdict::Same;
    return passed(answer) > passed(stored) ? QualityVerdict::Better : QualityVerdict::Worse;
}

} // namespace core
