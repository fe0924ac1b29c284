#include "core/savings/whatifresult.h"

#include "core/base/formatting.h"
#include "core/compare/tasksuggestion.h"
#include "core/judging/judgement.h"
#include "core/ledger/usagecsv.h"
#include "core/savings/savingswords.h"

#include <QDateTime>
#include <QJsonArray>
#include <QLocale>

namespace core {

namespace {

QString verdictName(VoteEvidence::Verdict verdict)
{
    switch (verdict) {
    case VoteEvidence::Verdict::None:
        break;
    case VoteEvidence::Verdict::TooFew:
        return QStringLiteral("too_few");
    case VoteEvidence::Verdict::Passed:
        return QStringLiteral("passed");
    case VoteEvidence::Verdict::Failed:
        return QStringLiteral("failed");
    }
    return QStringLiteral("none");
}

QString nameOf(const std::optional<TargetName> &target)
{
    return target ? target->toString() : QString();
}

QJsonValue jsonName(const std::optional<TargetName> &target)
{
    return target ? QJsonValue(target->toString()) : QJsonValue();
}

bool isMoneyKnown(const WhatIfFigures &figures)
{
    return figures.repriced > 0;
}

QJsonValue jsonMoney(const WhatIfFigures &figures, Money amount)
{
    return isMoneyKnown(figures) ? QJsonValue(amount.toDecimal()) : QJsonValue();
}

QString csvMoney(const WhatIfFigures &figures, Money amount)
{
    return isMoneyKnown(figures) ? amount.toDecimal() : QString();
}

/// Null while nothing is known of what calls cost.
QJsonValue jsonPeriodCost(Money cost, qint64 unpriced)
{
    return cost.isZero() && unpriced > 0 ? QJsonValue() : QJsonValue(cost.toDecimal());
}

QStringList csvHead()
{
    return QStringLiteral("task,from,to,counted,calls,repriced,unchanged,unpriced,does_not_fit,"
                          "without_tokens,without_cache_price,cost_before_usd,cost_after_usd,"
                          "cost_after_low_usd,cost_after_high_usd,saved_usd,saved_percent_of_period,votes,"
                          "wins,ties,evidence")
        .split(QLatin1Char(','));
}

QStringList csvFigures(const WhatIfFigures &figures, const WhatIfResult &result)
{
    const std::optional<double> percent = percentOf(figures.saved(), result.periodCost);
    return {QString::number(figures.calls),
            QString::number(figures.repriced),
            QString::number(figures.unchanged),
            QString::number(figures.unpriced),
            QString::number(figures.doesNotFit),
            QString::number(figures.withoutTokens),
            QString::number(figures.withoutCachePrice),
            csvMoney(figures, figures.costBefore),
            csvMoney(figures, figures.costAfter),
            csvMoney(figures, figures.costAfterLow),
            csvMoney(figures, figures.costAfterHigh),
            csvMoney(figures, figures.saved()),
            percent && isMoneyKnown(figures) ? QString::number(*percent, 'f', 2) : QString()};
}

/// Figures stay numbers: what is below zero is no formula.
QString csvLine(const QStringList &texts, const QStringList &figures)
{
    QStringList cells;
    for (const QString &text : texts)
        cells.append(csvCell(text));
    return (cells + figures).join(u',') + QStringLiteral("\r\n");
}

QJsonObject figuresToJson(const WhatIfFigures &figures, const WhatIfResult &result)
{
    const std::optional<double> percent = percentOf(figures.saved(), result.periodCost);
    const bool known = isMoneyKnown(figures);
    return {
        {QStringLiteral("calls"), figures.calls},
        {QStringLiteral("repriced"), figures.repriced},
        {QStringLiteral("unchanged"), figures.unchanged},
        {QStringLiteral("unpriced"), figures.unpriced},
        {QStringLiteral("does_not_fit"), figures.doesNotFit},
        {QStringLiteral("without_tokens"), figures.withoutTokens},
        {QStringLiteral("without_cache_price"), figures.withoutCachePrice},
        {QStringLiteral("cost_before_usd"), jsonMoney(figures, figures.costBefore)},
        {QStringLiteral("cost_after_usd"), jsonMoney(figures, figures.costAfter)},
        {QStringLiteral("cost_after_low_usd"), jsonMoney(figures, figures.costAfterLow)},
        {QStringLiteral("cost_after_high_usd"), jsonMoney(figures, figures.costAfterHigh)},
        {QStringLiteral("saved_usd"), jsonMoney(figures, figures.saved())},
        {QStringLiteral("saved_percent_of_period"), percent && known ? QJsonValue(*percent) : QJsonValue()}};
}

QJsonObject votesToJson(const VoteEvidence &votes)
{
    QJsonObject json{{QStringLiteral("votes"), votes.votes},
                     {QStringLiteral("wins"), votes.wins},
                     {QStringLiteral("ties"), votes.ties},
                     {QStringLiteral("evidence"), verdictName(votes.verdict)}};
    if (votes.votes > 0) {
        json.insert(QStringLiteral("share"), votes.share.value);
        json.insert(QStringLiteral("share_low"), votes.share.low);
        json.insert(QStringLiteral("share_high"), votes.share.high);
    }
    return json;
}

/// Whether a rule can be made of the row.
bool makesRule(const WhatIfRow &row)
{
    return row.counted && row.from && row.to && *row.from != *row.to && row.task != kJudgeTask
        && row.figures.saved() > Money();
}

Condition hasTask(const QString &task)
{
    if (task.isEmpty())
        return notOf(testCondition({.field = Field::Task, .op = Operator::Present}));
    return testCondition({.field = Field::Task, .op = Operator::Is, .values = {task}});
}

QString claimOf(const WhatIfRow &row)
{
    const QString calls = formatCount(row.figures.repriced);
    const QString before = formatMoney(row.figures.costBefore);
    const QString after = formatMoney(row.figures.costAfter);
    const QString votes = votesInWords(row.votes);
    if (row.task.isEmpty())
        return SavingsWords::tr("%1 calls without a task would have cost %2 at %3 instead of %4; %5.")
            .arg(calls, after, row.to->toString(), before, votes);
    return SavingsWords::tr("%1 calls on %2 would have cost %3 at %4 instead of %5; %6.")
        .arg(calls, taskDisplayName(row.task), after, row.to->toString(), before, votes);
}

Rule ruleOfRow(const WhatIfRow &row, qint64 nowMs)
{
    Rule rule{.name = row.task.isEmpty() ? SavingsWords::tr("Calls without a task for less")
                                         : SavingsWords::tr("%1 for less").arg(taskDisplayName(row.task)),
              .when = hasTask(row.task)};
    rule.chain.targets = {{.name = *row.to}};
    rule.chain.fallbacks = {{.target = {.name = *row.from}}};
    rule.evidence = votesToJson(row.votes);
    rule.evidence.insert(QStringLiteral("kind"), QStringLiteral("what_if"));
    rule.evidence.insert(QStringLiteral("task"), row.task);
    rule.evidence.insert(QStringLiteral("target"), row.to->toString());
    rule.evidence.insert(QStringLiteral("instead"), row.from->toString());
    rule.evidence.insert(QStringLiteral("calls"), row.figures.repriced);
    rule.evidence.insert(QStringLiteral("cost_before_usd"), row.figures.costBefore.toDecimal());
    rule.evidence.insert(QStringLiteral("cost_after_usd"), row.figures.costAfter.toDecimal());
    rule.evidence.insert(QStringLiteral("at"),
                         QDateTime::fromMSecsSinceEpoch(nowMs, Qt::UTC).toString(Qt::ISODate));
    rule.evidence.insert(QStringLiteral("claim"), claimOf(row));
    return rule;
}

void addExceptions(QStringList &sentences, const WhatIfFigures &figures)
{
    if (figures.withoutCachePrice > 0)
        sentences.append(SavingsWords::tr("Cached tokens count as other input where the other model has no "
                                          "price for them: %1 calls.")
                             .arg(formatCount(figures.withoutCachePrice)));
    if (figures.doesNotFit > 0)
        sentences.append(SavingsWords::tr("Calls that do not fit into the other model are left out: %1.")
                             .arg(formatCount(figures.doesNotFit)));
    if (figures.unpriced > 0)
        sentences.append(SavingsWords::tr("Calls without a known price before or after are left out: %1.")
                             .arg(formatCount(figures.unpriced)));
    if (figures.withoutTokens > 0)
        sentences.append(
            SavingsWords::tr("Calls without known tokens, such as failed ones, are left out: %1.")
                .arg(formatCount(figures.withoutTokens)));
}

} // namespace

WhatIfFigures &WhatIfFigures::operator+=(const WhatIfFigures &other)
{
    calls += other.calls;
    repriced += other.repriced;
    unpriced += other.unpriced;
    doesNotFit += other.doesNotFit;
    withoutTokens += other.withoutTokens;
    unchanged += other.unchanged;
    withoutCachePrice += other.withoutCachePrice;
    costBefore += other.costBefore;
    costAfter += other.costAfter;
    costAfterLow += other.costAfterLow;
    costAfterHigh += other.costAfterHigh;
    return *this;
}

std::optional<double> percentOf(Money part, Money whole)
{
    if (whole <= Money())
        return std::nullopt;
    return part.toDouble() / whole.toDouble() * 100.0;
}

QString votesInWords(const VoteEvidence &votes)
{
    const QString good = QString::number(votes.wins + votes.ties);
    const QString all = QString::number(votes.votes);
    switch (votes.verdict) {
    case VoteEvidence::Verdict::None:
        break;
    case VoteEvidence::Verdict::TooFew:
        return votes.votes == 1 ? SavingsWords::tr("1 vote, too few")
                                : SavingsWords::tr("%1 votes, too few").arg(all);
    case VoteEvidence::Verdict::Passed:
        return SavingsWords::tr("%1 of %2 votes win or tie").arg(good, all);
    case VoteEvidence::Verdict::Failed:
        return SavingsWords::tr("only %1 of %2 votes win or tie").arg(good, all);
    }
    return SavingsWords::tr("no votes");
}

QStringList whatIfAssumptions(const WhatIfResult &result)
{
    QStringList sentences{
        SavingsWords::tr("The same tokens are priced, though tokenizers and the lengths of answers differ."),
        SavingsWords::tr("Prices are those of the moment when each call was sent."),
        SavingsWords::tr("All attempts of a call count before, one attempt after."),
    };
    if (!result.target)
        sentences.append(
            SavingsWords::tr("A model passes with at least %1 votes on it and the present one, and a 95 % "
                             "interval of its share of wins, a tie being half a win, not below %2 %.")
                .arg(QString::number(result.standard.votes),
                     QString::number(qRound(result.standard.lowerBound * 100.0))));
    if (result.prunedBeforeMs)
        sentences.append(
            SavingsWords::tr("Calls before %1 were pruned; what is gone is left out.")
                .arg(QLocale().toString(
                    QDateTime::fromMSecsSinceEpoch(*result.prunedBeforeMs, result.prunedZone).date(),
                    QLocale::ShortFormat)));
    WhatIfFigures shown;
    for (const WhatIfRow &row : result.rows) {
        if (row.to)
            shown += row.figures;
    }
    addExceptions(sentences, shown);
    return sentences;
}

QString whatIfToCsv(const WhatIfResult &result)
{
    QString csv = csvRecord(csvHead());
    for (const WhatIfRow &row : result.rows) {
        const QString counted = row.counted ? QStringLiteral("yes") : QStringLiteral("no");
        QStringList figures = csvFigures(row.figures, result);
        figures << QString::number(row.votes.votes) << QString::number(row.votes.wins)
                << QString::number(row.votes.ties) << verdictName(row.votes.verdict);
        csv += csvLine({row.task, nameOf(row.from), nameOf(row.to), counted}, figures);
    }
    const QStringList none{{}, {}, {}, {}};
    return csv
        + csvLine({QStringLiteral("total"), {}, nameOf(result.target), {}},
                  csvFigures(result.total, result) + none);
}

QJsonObject whatIfToJson(const WhatIfResult &result)
{
    QJsonArray rows;
    for (const WhatIfRow &row : result.rows) {
        QJsonObject json = figuresToJson(row.figures, result);
        json.insert(QStringLiteral("task"), row.task);
        json.insert(QStringLiteral("from"), jsonName(row.from));
        json.insert(QStringLiteral("to"), jsonName(row.to));
        json.insert(QStringLiteral("counted"), row.counted);
        json.insert(QStringLiteral("period_cost_usd"), jsonPeriodCost(row.periodCost, row.periodUnpriced));
        json.insert(QStringLiteral("period_unpriced"), row.periodUnpriced);
        json.insert(QStringLiteral("votes"), votesToJson(row.votes));
        rows.append(json);
    }
    const QJsonObject standard{{QStringLiteral("votes"), result.standard.votes},
                               {QStringLiteral("share_low"), result.standard.lowerBound}};
    return {{QStringLiteral("target"), jsonName(result.target)},
            {QStringLiteral("passes_with"), standard},
            {QStringLiteral("cancelled"), result.cancelled},
            {QStringLiteral("rows"), rows},
            {QStringLiteral("total"), figuresToJson(result.total, result)},
            {QStringLiteral("period_cost_usd"), jsonPeriodCost(result.periodCost, result.periodUnpriced)},
            {QStringLiteral("period_unpriced"), result.periodUnpriced},
            {QStringLiteral("assumptions"), QJsonArray::fromStringList(whatIfAssumptions(result))}};
}

RuleSet draftRules(const WhatIfResult &result, qint64 nowMs)
{
    RuleSet rules{.name = SavingsWords::tr("what-if"),
                  .note = SavingsWords::tr("Made of what calls would have cost elsewhere.")};
    rules.otherwise.name = SavingsWords::tr("default");
    for (const WhatIfRow &row : result.rows) {
        if (makesRule(row))
            rules.rules.append(ruleOfRow(row, nowMs));
    }
    if (result.mostAsked)
        rules.otherwise.chain.targets = {{.name = *result.mostAsked}};
    return rules;
}

} // namespace core
