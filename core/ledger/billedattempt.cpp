#include "core/ledger/billedattempt.h"

#include "core/catalog/costcalculator.h"
#include "core/catalog/pricesnapshot.h"
#include "core/ledger/recordsjson.h"
#include "core/storage/statement.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace core {

namespace {

struct NamedAmount
{
    QLatin1StringView name;
    std::optional<Money> Cost::*amount;
};

constexpr std::array<NamedAmount, 6> kAmounts{{
    {QLatin1StringView("amount"), &Cost::amount},
    {QLatin1StringView("lower"), &Cost::lower},
    {QLatin1StringView("upper"), &Cost::upper},
    {QLatin1StringView("reported"), &Cost::reported},
    {QLatin1StringView("computed"), &Cost::computed},
    {QLatin1StringView("own"), &Cost::ownAmount},
}};

struct NamedText
{
    QLatin1StringView name;
    QString Cost::*text;
};

constexpr std::array<NamedText, 4> kTexts{{
    {QLatin1StringView("version"), &Cost::priceVersion},
    {QLatin1StringView("source"), &Cost::priceSource},
    {QLatin1StringView("id"), &Cost::priceId},
    {QLatin1StringView("currency"), &Cost::currency},
}};

const QString kBasis = QStringLiteral("basis");

void readBilledUsage(const Statement &row, int first, Usage &usage)
{
    usage.input = row.optionalInteger(first);
    usage.cachedInput = row.optionalInteger(first + 1);
    usage.cacheWrite = row.optionalInteger(first + 2);
    usage.cacheWrite1h = row.optionalInteger(first + 3);
    usage.output = row.optionalInteger(first + 4);
    usage.reasoning = row.optionalInteger(first + 5);
    usage.audioInput = row.optionalInteger(first + 6);
    usage.audioOutput = row.optionalInteger(first + 7);
    usage.toolCalls = row.optionalInteger(first + 8);
    usage.serviceTier = row.text(first + 9);
    usage.basis = usageBasisFromName(row.text(first + 10)).value_or(UsageBasis::Missing);
}

void readBilledCost(const Statement &row, int first, Cost &cost)
{
    cost.amount = row.optionalMoney(first);
    cost.lower = row.optionalMoney(first + 1);
    cost.upper = row.optionalMoney(first + 2);
    cost.basis = costBasisFromName(row.text(first + 3)).value_or(CostBasis::Unknown);
    cost.priceVersion = row.text(first + 4);
    cost.priceSource = row.text(first + 5);
    cost.priceId = row.text(first + 6);
    cost.reported = row.optionalMoney(first + 7);
    cost.computed = row.optionalMoney(first + 8);
    cost.currency = row.text(first + 9);
    cost.ownAmount = row.optionalMoney(first + 10);
    // Rows of before schema version 8 have it in one column only.
    if (cost.basis == CostBasis::Reported && !cost.reported)
        cost.reported = cost.amount;
}

} // namespace

bool isUnsent(const BilledAttempt &attempt)
{
    return attempt.cost.amount == Money() && attempt.usage.basis == UsageBasis::Missing;
}

QString billedAttemptSelect()
{
    // What was imported names its account and has no id of one.
    return QStringLiteral(
        "SELECT a.id, CASE a.account_id WHEN 0 THEN ifnull((SELECT k.id FROM accounts k WHERE k.name = "
        "a.account), 0) ELSE a.account_id END, a.account, a.model, a.started_at + CAST(ifnull(a.queued_ms, "
        "0) AS "
        "INTEGER), "
        "CASE WHEN a.usage_basis = 'estimated' THEN l.parameters END, "
        "a.input_tokens, a.cached_input_tokens, a.cache_write_tokens, a.cache_write_1h_tokens, "
        "a.output_tokens, "
        "a.reasoning_tokens, a.audio_input_tokens, a.audio_output_tokens, a.billed_tool_calls, "
        "a.service_tier, "
        "a.usage_basis, "
        "a.cost_picos, a.cost_lower_picos, a.cost_upper_picos, a.cost_basis, a.price_version, "
        "a.price_source, "
        "a.price_id, a.reported_cost_picos, a.computed_cost_picos, a.price_currency, a.price_currency_picos, "
        "a.unpriced "
        "FROM attempts a JOIN calls c ON c.id = a.call_id LEFT JOIN lanes l ON l.id = c.lane_id");
}

BilledAttempt readBilledAttempt(const Statement &row)
{
    BilledAttempt attempt;
    attempt.id = row.integer(0);
    attempt.accountId = row.integer(1);
    attempt.account = row.text(2);
    attempt.model = row.text(3);
    attempt.sentAtMs = row.integer(4);
    if (const QByteArray parameters = row.utf8(5); !parameters.isEmpty())
        attempt.outputLimit = parametersFromText(parameters).maxTokens;
    readBilledUsage(row, 6, attempt.usage);
    readBilledCost(row, 17, attempt.cost);
    attempt.unpriced = row.boolean(28);
    attempt.usage.reportedCost = attempt.cost.reported;
    return attempt;
}

Cost costAt(const BilledAttempt &attempt, const PriceSnapshot &prices, bool overReported)
{
    if (isUnsent(attempt) || (attempt.cost.basis == CostBasis::Reported && !overReported))
        return attempt.cost;
    // One that was computed although another was reported stays so.
    Usage usage = attempt.usage;
    usage.reportedCost.reset();
    Cost cost = computeCost(usage, prices.priceOf(attempt.accountId, attempt.model, attempt.sentAtMs),
                            attempt.outputLimit);
    cost.reported = attempt.cost.reported;
    const bool learned = cost.amount || (!attempt.cost.amount && cost.ownAmount);
    return learned ? cost : attempt.cost;
}

bool isSameCost(const Cost &a, const Cost &b)
{
    return a.basis == b.basis && a.amount == b.amount && a.lower == b.lower && a.upper == b.upper
        && a.currency == b.currency && a.ownAmount == b.ownAmount;
}

Result<void> writeCost(Connection &connection, qint64 attempt, const Cost &cost)
{
    return Statement(connection, QStringLiteral(R"(
            UPDATE attempts SET cost_picos = :amount, cost_lower_picos = :lower, cost_upper_picos = :upper,
                cost_basis = :basis, price_version = :version, price_source = :source, price_id = :id,
                reported_cost_picos = :reported, computed_cost_picos = :computed,
                price_currency = :currency, price_currency_picos = :own
            WHERE id = :attempt)"))
        .bind(":amount", cost.amount)
        .bind(":lower", cost.lower)
        .bind(":upper", cost.upper)
        .bind(":basis", costBasisName(cost.basis))
        .bind(":version", cost.priceVersion)
        .bind(":source", cost.priceSource)
        .bind(":id", cost.priceId)
        .bind(":reported", cost.reported)
        .bind(":computed", cost.computed)
        .bind(":currency", cost.currency)
        .bind(":own", cost.ownAmount)
        .bind(":attempt", attempt)
        .run();
}

QByteArray costText(const Cost &cost)
{
    QJsonObject json{{kBasis, costBasisName(cost.basis)}};
    for (const NamedAmount &named : kAmounts) {
        if (const std::optional<Money> &amount = cost.*named.amount)
            json.insert(named.name, amount->toDecimal());
    }
    for (const NamedText &named : kTexts) {
        if (const QString &text = cost.*named.text; !text.isEmpty())
            json.insert(named.name, text);
    }
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Cost costFromText(const QByteArray &text)
{
    const QJsonObject json = QJsonDocument::fromJson(text).object();
    Cost cost;
    cost.basis = costBasisFromName(json.value(kBasis).toString()).value_or(CostBasis::Unknown);
    for (const NamedAmount &named : kAmounts)
        cost.*named.amount = Money::fromDecimal(json.value(named.name).toString());
    for (const NamedText &named : kTexts)
        cost.*named.text = json.value(named.name).toString();
    return cost;
}

} // namespace core
