#include "core/savings/routesavingsresult.h"

#include "core/base/formatting.h"
#include "core/savings/savingswords.h"

#include <QDateTime>
#include <QJsonArray>

namespace core {

namespace {

QString isoMoment(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODateWithMs);
}

QJsonObject basesToJson(const CostBases &bases)
{
    return {{QStringLiteral("reported"), bases.reported},
            {QStringLiteral("computed"), bases.computed},
            {QStringLiteral("estimated"), bases.estimated},
            {QStringLiteral("unknown"), bases.unknown}};
}

QJsonObject ruleToSavingsJson(const RuleSavings &savings)
{
    const BacktestFigures &figures = savings.figures;
    const auto money = [&savings](Money amount) {
        return savings.isKnown() ? QJsonValue(amount.toDecimal()) : QJsonValue();
    };
    return {{QStringLiteral("rule"), savings.rule},
            {QStringLiteral("calls"), figures.calls},
            {QStringLiteral("moved"), figures.moved},
            {QStringLiteral("compared"), savings.compared()},
            {QStringLiteral("unpriced"), figures.unpriced},
            {QStringLiteral("undecidable"), figures.undecidable},
            {QStringLiteral("bounded"), figures.bounded},
            {QStringLiteral("cost_usd"),
             savings.hasSpend() ? QJsonValue(savings.spend.toDecimal()) : QJsonValue()},
            {QStringLiteral("cost_compared_usd"), money(figures.costBefore)},
            {QStringLiteral("estimate_usd"), money(figures.costAfter)},
            {QStringLiteral("estimate_low_usd"), money(figures.costAfterLow)},
            {QStringLiteral("estimate_high_usd"), money(figures.costAfterHigh)},
            {QStringLiteral("saved_usd"), money(savings.saved())},
            {QStringLiteral("saved_low_usd"), money(savings.savedLow())},
            {QStringLiteral("saved_high_usd"), money(savings.savedHigh())},
            {QStringLiteral("basis"), basesToJson(savings.bases)},
            {QStringLiteral("note"), savingsInWords(savings)}};
}

QJsonObject activationToJson(const RouteActivation &activation)
{
    return {{QStringLiteral("at"), isoMoment(activation.atMs)},
            {QStringLiteral("rule_set"), activation.ruleSet},
            {QStringLiteral("version"), activation.version},
            {QStringLiteral("version_before"),
             activation.versionBefore > 0 ? QJsonValue(activation.versionBefore) : QJsonValue()},
            {QStringLiteral("comment"), activation.comment}};
}

} // namespace

CostBases &CostBases::operator+=(const CostBases &other)
{
    reported += other.reported;
    computed += other.computed;
    estimated += other.estimated;
    unknown += other.unknown;
    return *this;
}

bool RuleSavings::isKnown() const
{
    return compared() >= kCallsForSavings;
}

QString savingsInWords(const RuleSavings &savings)
{
    if (savings.figures.calls < kCallsForSavings)
        return savings.figures.calls == 1
            ? SavingsWords::tr("1 call, too few")
            : SavingsWords::tr("%1 calls, too few").arg(formatCount(savings.figures.calls));
    if (!savings.isKnown())
        return SavingsWords::tr("unknown: only %1 of %2 calls can be compared")
            .arg(formatCount(savings.compared()), formatCount(savings.figures.calls));
    if (savings.figures.moved == 0)
        return SavingsWords::tr("nothing changed");
    const bool more = savings.saved() < Money();
    const auto shown = [more](Money amount) { return formatMoney(more ? amount * -1 : amount); };
    const QString words = more ? SavingsWords::tr("%1 more") : SavingsWords::tr("saved %1");
    const QString amount = words.arg(shown(savings.saved()));
    if (savings.figures.bounded == 0)
        return amount;
    const Money first = more ? savings.savedHigh() : savings.savedLow();
    const Money second = more ? savings.savedLow() : savings.savedHigh();
    return SavingsWords::tr("%1 (%2 to %3)", "an amount with its bounds")
        .arg(amount, shown(first), shown(second));
}

QString basesInWords(const CostBases &bases)
{
    QStringList parts;
    if (bases.reported > 0)
        parts.append(SavingsWords::tr("%1 reported").arg(formatCount(bases.reported)));
    if (bases.computed > 0)
        parts.append(SavingsWords::tr("%1 computed").arg(formatCount(bases.computed)));
    if (bases.estimated > 0)
        parts.append(SavingsWords::tr("%1 estimated").arg(formatCount(bases.estimated)));
    if (bases.unknown > 0)
        parts.append(SavingsWords::tr("%1 unpriced").arg(formatCount(bases.unknown)));
    return parts.join(QStringLiteral(", "));
}

QJsonObject routeSavingsToJson(const RouteSavingsResult &result)
{
    QJsonArray sets;
    for (const SetSavings &set : result.sets) {
        QJsonArray rules;
        for (const RuleSavings &rule : set.rules)
            rules.append(ruleToSavingsJson(rule));
        QJsonObject json = activationToJson(set.activation);
        json.insert(QStringLiteral("since"), isoMoment(set.sinceMs));
        json.insert(QStringLiteral("problem"),
                    set.problem.isEmpty() ? QJsonValue() : QJsonValue(set.problem));
        json.insert(QStringLiteral("rules"), rules);
        json.insert(QStringLiteral("total"), ruleToSavingsJson(set.total));
        sets.append(json);
    }
    QJsonArray activations;
    for (const RouteActivation &activation : result.activations)
        activations.append(activationToJson(activation));
    return {{QStringLiteral("sets"), sets},
            {QStringLiteral("activations"), activations},
            {QStringLiteral("cancelled"), result.cancelled}};
}

} // namespace core
