#include "core/insight/backtestresult.h"

#include <QJsonArray>

#include <algorithm>

namespace core {

namespace {

bool passes(const MovedFilter &filter, const BacktestMove &move)
{
    return (!filter.rule || *filter.rule == move.rule) && (!filter.task || *filter.task == move.task)
        && (!filter.to || *filter.to == move.to);
}

QJsonValue moneyValue(Money amount, bool known)
{
    return known ? QJsonValue(amount.toDecimal()) : QJsonValue();
}

QJsonObject figuresToJson(const BacktestFigures &figures)
{
    const bool known = figures.calls > figures.unpriced + figures.undecidable;
    const bool bounded = known && figures.bounded > 0;
    const bool timed = figures.timed > 0;
    return {
        {QStringLiteral("calls"), figures.calls},
        {QStringLiteral("moved"), figures.moved},
        {QStringLiteral("undecidable"), figures.undecidable},
        {QStringLiteral("unpriced"), figures.unpriced},
        {QStringLiteral("cost_before_usd"), moneyValue(figures.costBefore, known)},
        {QStringLiteral("cost_after_usd"), moneyValue(figures.costAfter, known)},
        {QStringLiteral("cost_after_low_usd"), moneyValue(figures.costAfterLow, bounded)},
        {QStringLiteral("cost_after_high_usd"), moneyValue(figures.costAfterHigh, bounded)},
        {QStringLiteral("bounded"), figures.bounded},
        {QStringLiteral("timed"), figures.timed},
        {QStringLiteral("first_token_before_ms"),
         timed ? QJsonValue(figures.firstTokenBefore) : QJsonValue()},
        {QStringLiteral("first_token_after_ms"), timed ? QJsonValue(figures.firstTokenAfter) : QJsonValue()},
    };
}

QJsonArray rowsToJson(const QList<BacktestRow> &rows, QLatin1StringView key)
{
    QJsonArray array;
    for (const BacktestRow &row : rows) {
        QJsonObject object = figuresToJson(row.figures);
        object.insert(key, row.name);
        array.append(object);
    }
    return array;
}

QJsonObject samplesToJson(const TargetSamples &samples)
{
    return {
        {QStringLiteral("times"), samples.times},
        {QStringLiteral("first_token_p50_ms"),
         samples.firstTokenP50 ? QJsonValue(*samples.firstTokenP50) : QJsonValue()},
        {QStringLiteral("outputs"), samples.outputs},
        {QStringLiteral("mean_output_tokens"),
         samples.outputs > 0 ? QJsonValue(samples.meanOutput) : QJsonValue()},
    };
}

QJsonObject moveToJson(const BacktestMove &move)
{
    QJsonObject object = figuresToJson(move.figures);
    object.insert(QStringLiteral("rule"), move.rule);
    object.insert(QStringLiteral("task"), move.task);
    object.insert(QStringLiteral("from"), move.from.toString());
    object.insert(QStringLiteral("to"),
                  move.to.model.isEmpty() ? QJsonValue() : QJsonValue(move.to.toString()));
    object.insert(QStringLiteral("from_samples"), samplesToJson(move.fromSamples));
    object.insert(QStringLiteral("to_samples"), samplesToJson(move.toSamples));
    return object;
}

} // namespace

BacktestFigures &BacktestFigures::operator+=(const BacktestFigures &other)
{
    calls += other.calls;
    moved += other.moved;
    undecidable += other.undecidable;
    unpriced += other.unpriced;
    costBefore += other.costBefore;
    costAfter += other.costAfter;
    costAfterLow += other.costAfterLow;
    costAfterHigh += other.costAfterHigh;
    bounded += other.bounded;
    if (other.timed > 0) {
        const auto mine = static_cast<double>(timed);
        const auto its = static_cast<double>(other.timed);
        firstTokenBefore = (firstTokenBefore * mine + other.firstTokenBefore * its) / (mine + its);
        firstTokenAfter = (firstTokenAfter * mine + other.firstTokenAfter * its) / (mine + its);
        timed += other.timed;
    }
    return *this;
}

QList<MovedCall> movedPage(const BacktestResult &result, const MovedFilter &filter, qsizetype offset,
                           qsizetype limit)
{
    QList<bool> wanted;
    for (const BacktestMove &move : result.moves)
        wanted.append(passes(filter, move));
    QList<MovedCall> page;
    for (const MovedCall &call : result.movedCalls) {
        if (page.size() >= limit)
            break;
        if (wanted.at(call.move) && --offset < 0)
            page.append(call);
    }
    return page;
}

qint64 movedCount(const BacktestResult &result, const MovedFilter &filter)
{
    qint64 count = 0;
    for (const BacktestMove &move : result.moves)
        count += passes(filter, move) ? move.figures.moved : 0;
    return count;
}

QList<BacktestDifference> compareBacktests(const BacktestResult &one, const BacktestResult &other)
{
    QList<BacktestDifference> differences;
    for (const BacktestRow &row : other.byRule)
        differences.append({row.name, std::nullopt, row.figures});
    for (const BacktestRow &row : one.byRule) {
        const auto same = std::find_if(
            differences.begin(), differences.end(),
            [&row](const BacktestDifference &difference) { return difference.rule == row.name; });
        if (same != differences.end())
            same->one = row.figures;
        else
            differences.append({row.name, row.figures, std::nullopt});
    }
    return differences;
}

QJsonObject backtestToJson(const BacktestResult &result)
{
    QJsonObject json = figuresToJson(result.total);
    json.insert(QStringLiteral("rule_set"), result.ruleSet);
    json.insert(QStringLiteral("version"), result.version);
    json.insert(QStringLiteral("asks_health"), result.asksHealth);
    json.insert(QStringLiteral("by_rule"), rowsToJson(result.byRule, QLatin1StringView("rule")));
    json.insert(QStringLiteral("by_task"), rowsToJson(result.byTask, QLatin1StringView("task")));
    QJsonArray moves;
    for (const BacktestMove &move : result.moves)
        moves.append(moveToJson(move));
    json.insert(QStringLiteral("moves"), moves);
    return json;
}

} // namespace core
