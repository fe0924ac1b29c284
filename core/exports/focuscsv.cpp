#include "core/exports/focuscsv.h"

#include "core/exports/exportvalues.h"
#include "core/ledger/usagecsv.h"

#include <QDateTime>
#include <QTimeZone>

namespace core {

namespace {

QString focusMoment(const QDateTime &moment)
{
    return moment.toUTC().toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss")) + u'Z';
}

QDateTime wholeSecond(qint64 ms)
{
    return QDateTime::fromSecsSinceEpoch(ms / 1000, Qt::UTC);
}

/// What an invoice would say; the currency of a provider's own price is not converted.
struct BilledAmount
{
    QString currency = QStringLiteral("USD");
    std::optional<Money> amount = {};
};

BilledAmount billedAmount(const Cost &cost)
{
    if (cost.basis != CostBasis::Reported && !cost.currency.isEmpty() && cost.ownAmount)
        return {cost.currency, cost.ownAmount};
    return {QStringLiteral("USD"), cost.amount};
}

/// A model that costs nothing is charged with nothing; a request that failed at no cost is no charge.
bool isCharged(const ExportedAttempt &exported)
{
    const AttemptRecord &attempt = exported.attempt;
    const std::optional<Money> amount = billedAmount(attempt.cost).amount;
    if (!attempt.settledAtMs)
        return false;
    if (!amount)
        return exported.unpriced;
    return !amount->isZero() || attempt.completion.status != LaneStatus::Failed;
}

QStringList costColumns(const AttemptRecord &attempt)
{
    const BilledAmount billed = billedAmount(attempt.cost);
    const QString amount = exportedMoney(billed.amount);
    return {amount, amount, amount, amount, billed.currency};
}

QStringList periodColumns(const AttemptRecord &attempt)
{
    const QDateTime start = wholeSecond(attempt.startedAtMs);
    // The end is exclusive.
    const QDateTime end =
        wholeSecond(std::max(attempt.settledAtMs.value_or(0), attempt.startedAtMs)).addSecs(1);
    const QDate month(start.date().year(), start.date().month(), 1);
    return {focusMoment(month.startOfDay(Qt::UTC)), focusMoment(month.addMonths(1).startOfDay(Qt::UTC)),
            focusMoment(start), focusMoment(end)};
}

QString description(const AttemptRecord &attempt)
{
    const Usage &usage = attempt.completion.usage;
    const auto tokens = [](const std::optional<qint64> &count) {
        return count ? QString::number(*count) : QStringLiteral("unknown");
    };
    return QStringLiteral("Chat completion with %1: %2 input tokens, %3 output tokens")
        .arg(attempt.model, tokens(usage.input), tokens(usage.output));
}

QStringList chargeColumns(const AttemptRecord &attempt)
{
    const Usage &usage = attempt.completion.usage;
    std::optional<qint64> tokens;
    if (usage.input && usage.output)
        tokens = *usage.input + *usage.output;
    const QString quantity = exportedCount(tokens);
    // What is not known has no unit either.
    const QString unit = tokens ? QStringLiteral("Tokens") : QString();
    // A charge class is only named for a correction.
    return {QStringLiteral("Usage"),
            QString(),
            description(attempt),
            QStringLiteral("Usage-Based"),
            quantity,
            unit,
            quantity,
            unit};
}

/// An account that has no row of its own (imported, simulated) is known by its name alone.
QString billingAccountId(const ExportedAttempt &exported)
{
    return exported.accountId > 0 ? QString::number(exported.accountId) : exported.attempt.accountName;
}

QStringList providerColumns(const ExportedAttempt &exported)
{
    const AttemptRecord &attempt = exported.attempt;
    const QString &account = attempt.accountName;
    const QString provider = exported.preset.isEmpty() || exported.preset == QLatin1StringView("custom")
        ? account
        : exported.preset;
    return {billingAccountId(exported),
            account,
            provider,
            attempt.vendor.isEmpty() ? provider : attempt.vendor,
            provider,
            QStringLiteral("Chat completions"),
            QStringLiteral("AI and Machine Learning"),
            QStringLiteral("Generative AI")};
}

QStringList skuColumns(const ExportedAttempt &exported)
{
    const AttemptRecord &attempt = exported.attempt;
    // A price has one SKU only: that of the model that was asked for, whatever name the answer gave.
    return {attempt.model, attempt.cost.priceId,    attempt.accountName + u'/' + attempt.model,
            attempt.model, QStringLiteral("Model"), QString::fromUtf8(exported.tags)};
}

QStringList ownColumns(const AttemptRecord &attempt)
{
    const TokenClasses classes = tokenClasses(attempt.completion.usage);
    const CallRoute &route = attempt.route;
    return {QString::number(attempt.id),
            QString::number(attempt.callId),
            laneStatusName(attempt.completion.status),
            attempt.task,
            attempt.source,
            route.isRouted() ? QString(route.ruleSet + u'/' + route.rule) : QString(),
            QString::number(attempt.simulated ? 1 : 0),
            attempt.completion.modelAnswered,
            exportedCount(classes.uncachedInput),
            exportedCount(classes.cacheRead),
            exportedCount(classes.cacheWrite5min),
            exportedCount(classes.cacheWrite1h),
            exportedCount(classes.audioInput),
            exportedCount(classes.visibleOutput),
            exportedCount(classes.reasoning),
            exportedCount(classes.audioOutput),
            costBasisName(attempt.cost.basis),
            exportedMoney(attempt.cost.amount),
            attempt.cost.priceVersion};
}

} // namespace

QString focusCsvHead()
{
    return QStringLiteral(
        "BilledCost,EffectiveCost,ListCost,ContractedCost,BillingCurrency,"
        "BillingPeriodStart,BillingPeriodEnd,ChargePeriodStart,ChargePeriodEnd,"
        "ChargeCategory,ChargeClass,ChargeDescription,ChargeFrequency,ConsumedQuantity,ConsumedUnit,"
        "PricingQuantity,PricingUnit,"
        "BillingAccountId,BillingAccountName,ProviderName,PublisherName,InvoiceIssuerName,ServiceName,"
        "ServiceCategory,ServiceSubcategory,"
        "SkuId,SkuPriceId,ResourceId,ResourceName,ResourceType,Tags,"
        "x_AttemptId,x_CallId,x_Status,x_Task,x_Source,x_Rule,x_Simulated,x_ModelAnswered,x_"
        "UncachedInputTokens,"
        "x_CacheReadTokens,x_CacheWrite5minTokens,x_CacheWrite1hTokens,x_AudioInputTokens,"
        "x_VisibleOutputTokens,x_ReasoningTokens,x_AudioOutputTokens,x_CostBasis,x_CostUsd,x_"
        "PriceVersion\r\n");
}

QString focusCsvRecord(const ExportedAttempt &exported)
{
    const AttemptRecord &attempt = exported.attempt;
    if (!isCharged(exported))
        return {};
    return csvRecord(costColumns(attempt) + periodColumns(attempt) + chargeColumns(attempt)
                     + providerColumns(exported) + skuColumns(exported) + ownColumns(attempt));
}

} // namespace core
