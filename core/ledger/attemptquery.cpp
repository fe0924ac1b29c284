#include "core/ledger/attemptquery.h"

#include "core/ledger/attemptconditions.h"
#include "core/ledger/recordsjson.h"
#include "core/ledger/statistics.h"
#include "core/ledger/usagetemplates.h"
#include "core/storage/statement.h"

#include <algorithm>

namespace core {

namespace {

constexpr int kQuantileWindow = 500;
constexpr int kQuantileMinimum = 10;

/// Reads columns one after the other.
class Columns
{
public:
    explicit Columns(const Statement &row) : m_row(row) { }
    QString text() { return m_row.text(m_next++); }
    QByteArray utf8() { return m_row.utf8(m_next++); }
    qint64 integer() { return m_row.integer(m_next++); }
    bool boolean() { return m_row.boolean(m_next++); }
    double real() { return m_row.real(m_next++); }
    std::optional<QString> optionalText() { return m_row.optionalText(m_next++); }
    std::optional<qint64> optionalInteger() { return m_row.optionalInteger(m_next++); }
    std::optional<double> optionalReal() { return m_row.optionalReal(m_next++); }
    std::optional<Money> optionalMoney() { return m_row.optionalMoney(m_next++); }

private:
    const Statement &m_row;
    int m_next = 0;
};

std::optional<Error> readError(Columns &columns)
{
    const std::optional<QString> kind = columns.optionalText();
    Error error;
    error.message = columns.text();
    error.code = columns.text();
    if (const std::optional<qint64> status = columns.optionalInteger())
        error.httpStatus = static_cast<int>(*status);
    if (const std::optional<qint64> after = columns.optionalInteger())
        error.retryAfter = std::chrono::milliseconds(*after);
    if (!kind)
        return std::nullopt;
    error.kind = errorKindFromName(*kind).value_or(ErrorKind::Protocol);
    return error;
}

void readTiming(Columns &columns, Timing &timing)
{
    timing.queued = columns.real();
    timing.connected = columns.optionalReal();
    timing.headers = columns.optionalReal();
    timing.firstReasoning = columns.optionalReal();
    timing.firstText = columns.optionalReal();
    timing.last = columns.optionalReal();
}

void readUsage(Columns &columns, Usage &usage)
{
    usage.input = columns.optionalInteger();
    usage.cachedInput = columns.optionalInteger();
    usage.cacheWrite = columns.optionalInteger();
    usage.cacheWrite1h = columns.optionalInteger();
    usage.output = columns.optionalInteger();
    usage.reasoning = columns.optionalInteger();
    usage.basis = usageBasisFromName(columns.text()).value_or(UsageBasis::Missing);
    usage.inconsistent = columns.boolean();
    usage.rawJson = columns.utf8();
    usage.audioInput = columns.optionalInteger();
    usage.audioOutput = columns.optionalInteger();
    usage.toolCalls = columns.optionalInteger();
    usage.serviceTier = columns.text();
    usage.reportedCost = columns.optionalMoney();
}

void readCost(Columns &columns, Cost &cost)
{
    cost.amount = columns.optionalMoney();
    cost.lower = columns.optionalMoney();
    cost.upper = columns.optionalMoney();
    cost.basis = costBasisFromName(columns.text()).value_or(CostBasis::Unknown);
    cost.priceVersion = columns.text();
    cost.priceSource = columns.text();
    cost.priceId = columns.text();
    cost.computed = columns.optionalMoney();
    cost.currency = columns.text();
    cost.ownAmount = columns.optionalMoney();
}

} // namespace

QString attemptSelect(const AttemptParts &parts)
{
    return QStringLiteral(
               "SELECT a.id, a.call_id, l.id, l.run_id, a.number, a.account, a.model, a.vendor, a.simulated, "
               "a.started_at, "
               "a.settled_at, c.task, c.source, a.status, "
               "CASE WHEN r.texts_kept THEN ifnull(t.text, '') END, CASE WHEN r.texts_kept THEN "
               "ifnull(t.reasoning, "
               "'') END, "
               "CASE WHEN r.texts_kept THEN ifnull(t.refusal, '') END, t.tool_calls, "
               "a.finish_reason, a.model_answered, a.system_fingerprint, "
               "a.error_kind, a.error_message, a.error_code, a.http_status, a.retry_after_ms, "
               "a.queued_ms, a.connected_ms, a.headers_ms, a.first_reasoning_ms, a.first_text_ms, a.last_ms, "
               "a.input_tokens, a.cached_input_tokens, a.cache_write_tokens, a.cache_write_1h_tokens, "
               "a.output_tokens, "
               "a.reasoning_tokens, a.usage_basis, a.usage_inconsistent, %1, "
               "a.audio_input_tokens, a.audio_output_tokens, a.billed_tool_calls, a.service_tier, "
               "a.reported_cost_picos, "
               "a.cost_picos, a.cost_lower_picos, a.cost_upper_picos, a.cost_basis, a.price_version, "
               "a.price_source, a.price_id, a.computed_cost_picos, a.price_currency, a.price_currency_picos, "
               "a.waited_ms, a.why, c.rule_set, c.rule_set_version, c.rule, a.unpriced "
               "FROM attempts a JOIN calls c ON c.id = a.call_id LEFT JOIN lanes l ON l.id = c.lane_id "
               "LEFT JOIN runs r ON r.id = l.run_id LEFT JOIN answers t ON t.attempt_id = %2")
        .arg(parts.usageJson ? usageJsonOfAttempt() : QStringLiteral("NULL"),
             parts.texts ? QStringLiteral("a.id") : QStringLiteral("-1"));
}

AttemptRecord readAttempt(const Statement &row)
{
    Columns columns(row);
    AttemptRecord record;
    record.id = columns.integer();
    record.callId = columns.integer();
    record.laneId = columns.integer();
    record.runId = columns.integer();
    record.number = static_cast<int>(columns.integer());
    record.accountName = columns.text();
    record.model = columns.text();
    record.vendor = columns.text();
    record.simulated = columns.boolean();
    record.startedAtMs = columns.integer();
    record.settledAtMs = columns.optionalInteger();
    record.task = columns.text();
    record.source = columns.text();
    Completion &completion = record.completion;
    completion.status = laneStatusFromName(columns.text()).value_or(LaneStatus::Failed);
    completion.text = columns.optionalText().value_or(QString());
    completion.reasoning = columns.optionalText().value_or(QString());
    completion.refusal = columns.optionalText().value_or(QString());
    completion.toolCalls = toolCallsFromJson(columns.utf8());
    completion.finishReason = columns.text();
    completion.modelAnswered = columns.text();
    completion.systemFingerprint = columns.text();
    completion.error = readError(columns);
    readTiming(columns, completion.timing);
    readUsage(columns, completion.usage);
    readCost(columns, record.cost);
    record.waitedMs = columns.optionalReal();
    record.why = columns.text();
    record.route.ruleSet = columns.text();
    record.route.version = static_cast<int>(columns.integer());
    record.route.rule = columns.text();
    record.unpriced = columns.boolean();
    // Rows of before schema version 8 have it in one column only.
    if (record.cost.basis == CostBasis::Reported && !completion.usage.reportedCost)
        completion.usage.reportedCost = record.cost.amount;
    record.cost.reported = completion.usage.reportedCost;
    return record;
}

Result<QList<AttemptRecord>> listAttempts(Connection &connection, const AttemptFilter &filter)
{
    if (const Result<void> known = checkAttemptFilter(filter); !known)
        return known.error();
    const QString sql = attemptSelect() + QStringLiteral(" WHERE ")
        + attemptConditions(filter).join(QStringLiteral(" AND "))
        + QStringLiteral(" ORDER BY a.started_at DESC, a.id DESC LIMIT :limit OFFSET :offset");
    QList<AttemptRecord> records;
    Statement statement(connection, sql);
    bindAttemptFilter(statement, filter);
    const Result<void> read = statement.each([&](const Statement &row) { records.append(readAttempt(row)); });
    if (!read)
        return read.error();
    return records;
}

Result<std::optional<OutputQuantiles>> outputQuantiles(Connection &connection, const QString &model,
                                                       const QString &task)
{
    QList<double> tokens;
    const Result<void> read =
        Statement(connection,
                  QStringLiteral("SELECT a.output_tokens FROM attempts a JOIN calls c ON c.id = a.call_id "
                                 "WHERE a.model = :model AND a.settled_at IS NOT NULL AND c.task = :task "
                                 "AND a.status IN ('complete', 'truncated') AND a.usage_basis = 'reported' "
                                 "AND a.output_tokens IS NOT NULL ORDER BY a.settled_at DESC LIMIT :limit"))
            .bind(":model", model)
            .bind(":task", task)
            .bind(":limit", kQuantileWindow)
            .each([&](const Statement &row) { tokens.append(row.real(0)); });
    if (!read)
        return read.error();
    if (tokens.size() < kQuantileMinimum)
        return std::optional<OutputQuantiles>();
    std::sort(tokens.begin(), tokens.end());
    return std::optional(OutputQuantiles{static_cast<qint64>(nearestRank(tokens, 0.10)),
                                         static_cast<qint64>(nearestRank(tokens, 0.90)),
                                         static_cast<int>(tokens.size())});
}

} // namespace core
