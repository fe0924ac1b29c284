#include "core/ledger/settlement.h"

#include "core/ledger/latencysketches.h"
#include "core/ledger/recordsjson.h"
#include "core/ledger/searchtext.h"
#include "core/ledger/usagetemplates.h"
#include "core/storage/statement.h"
#include "core/storage/storageerror.h"

namespace core {

namespace {

void bindState(Statement &statement, const Completion &completion)
{
    std::optional<QString> kind;
    std::optional<QString> message;
    std::optional<QString> code;
    std::optional<int> httpStatus;
    std::optional<qint64> retryAfterMs;
    if (completion.error) {
        kind = errorKindName(completion.error->kind);
        message = completion.error->message;
        code = completion.error->code;
        httpStatus = completion.error->httpStatus;
        if (completion.error->retryAfter)
            retryAfterMs = completion.error->retryAfter->count();
    }
    statement.bind(":status", laneStatusName(completion.status))
        .bind(":finish", completion.finishReason)
        .bind(":answered", completion.modelAnswered)
        .bind(":fingerprint", completion.systemFingerprint)
        .bind(":kind", kind)
        .bind(":message", message)
        .bind(":code", code)
        .bind(":http", httpStatus)
        .bind(":retry", retryAfterMs)
        .bind(":queued", completion.timing.queued)
        .bind(":connected", completion.timing.connected)
        .bind(":headers", completion.timing.headers)
        .bind(":reasoned", completion.timing.firstReasoning)
        .bind(":first", completion.timing.firstText)
        .bind(":last", completion.timing.last);
}

void bindUsageAndCost(Statement &statement, const Usage &usage, const Cost &cost)
{
    // An amount without a basis is no known cost.
    const bool known = cost.amount.has_value() && cost.basis != CostBasis::Unknown;
    statement.bind(":input", usage.input)
        .bind(":cached", usage.cachedInput)
        .bind(":write", usage.cacheWrite)
        .bind(":write1h", usage.cacheWrite1h)
        .bind(":output", usage.output)
        .bind(":reasoning", usage.reasoning)
        .bind(":audioin", usage.audioInput)
        .bind(":audioout", usage.audioOutput)
        .bind(":tools", usage.toolCalls)
        .bind(":tier", usage.serviceTier)
        .bind(":usagebasis", usageBasisName(usage.basis))
        .bind(":inconsistent", usage.inconsistent)
        .bind(":cost", known ? cost.amount : std::nullopt)
        .bind(":lower", known ? cost.lower : std::nullopt)
        .bind(":upper", known ? cost.upper : std::nullopt)
        .bind(":costbasis", costBasisName(known ? cost.basis : CostBasis::Unknown))
        .bind(":version", cost.priceVersion)
        .bind(":source", cost.priceSource)
        .bind(":priceid", cost.priceId)
        .bind(":reported", cost.reported ? cost.reported : usage.reportedCost)
        .bind(":computed", cost.computed)
        .bind(":currency", cost.currency)
        .bind(":own", cost.ownAmount);
}

/// Why a run is not done with.
struct RunWaits
{
    bool open = false;
    /// An attempt of a process that died has no estimate yet, see readInterruptedAttempts().
    bool unestimated = false;
};

Result<RunWaits> waitsOfRun(Connection &connection, qint64 run)
{
    RunWaits waits;
    const Result<bool> read =
        Statement(connection,
                  QStringLiteral("SELECT ifnull(max(a.settled_at IS NULL), 0), "
                                 "ifnull(max(a.settled_at IS NOT NULL AND a.lease <> ''), 0) "
                                 "FROM lanes l JOIN calls c ON c.lane_id = l.id JOIN attempts a "
                                 "ON a.call_id = c.id WHERE l.run_id = :run"))
            .bind(":run", run)
            .first([&waits](const Statement &row) {
                waits = {row.boolean(0), row.boolean(1)};
            });
    return read ? Result<RunWaits>(waits) : Result<RunWaits>(read.error());
}

} // namespace

Result<AttemptPlace> placeOfAttempt(Connection &connection, qint64 attempt)
{
    AttemptPlace place;
    const Result<bool> found =
        Statement(connection,
                  QStringLiteral("SELECT l.run_id, r.texts_kept, a.settled_at IS NOT NULL FROM attempts a "
                                 "JOIN calls c ON c.id = a.call_id LEFT JOIN lanes l ON l.id = c.lane_id "
                                 "LEFT JOIN runs r ON r.id = l.run_id WHERE a.id = :attempt"))
            .bind(":attempt", attempt)
            .first([&](const Statement &row) {
                place = {row.integer(0), row.boolean(1), row.boolean(2)};
            });
    if (!found)
        return found.error();
    if (!*found) {
        Error error;
        error.kind = ErrorKind::NotFound;
        error.message = QStringLiteral("The ledger has no attempt %1").arg(attempt);
        return error;
    }
    return place;
}

Result<void> settleFigures(Connection &connection, qint64 attempt, const AttemptOutcome &outcome,
                           qint64 nowMs)
{
    Statement statement(
        connection,
        QStringLiteral(
            "UPDATE attempts SET settled_at = :now, status = :status, finish_reason = :finish, "
            "model_answered = :answered, "
            "system_fingerprint = :fingerprint, error_kind = :kind, error_message = :message, error_code = "
            ":code, "
            "http_status = :http, retry_after_ms = :retry, queued_ms = :queued, connected_ms = :connected, "
            "headers_ms = :headers, first_reasoning_ms = :reasoned, first_text_ms = :first, last_ms = :last, "
            "input_tokens = :input, cached_input_tokens = :cached, cache_write_tokens = :write, "
            "cache_write_1h_tokens = :write1h, output_tokens = :output, reasoning_tokens = :reasoning, "
            "usage_basis = :usagebasis, usage_inconsistent = :inconsistent, cost_picos = "
            ":cost, "
            "cost_lower_picos = :lower, cost_upper_picos = :upper, cost_basis = :costbasis, price_version = "
            ":version, "
            "price_source = :source, price_id = :priceid, reported_cost_picos = :reported, "
            "computed_cost_picos = "
            ":computed, price_currency = :currency, price_currency_picos = :own, audio_input_tokens = "
            ":audioin, "
            "audio_output_tokens = :audioout, billed_tool_calls = :tools, service_tier = :tier, vendor = "
            "CASE WHEN :vendor = '' THEN vendor ELSE :vendor END, "
            "waited_ms = ifnull(:waited, waited_ms), lease = '' "
            "WHERE id = :attempt AND settled_at IS NULL"));
    bindState(statement, outcome.completion);
    bindUsageAndCost(statement, outcome.completion.usage, outcome.cost);
    const Result<int> changed = statement.bind(":now", nowMs)
                                    .bind(":vendor", outcome.vendor)
                                    .bind(":waited", outcome.waitedMs)
                                    .bind(":attempt", attempt)
                                    .change();
    if (!changed)
        return changed.error();
    if (*changed == 0)
        return storageError(QStringLiteral("Attempt %1 is settled already").arg(attempt),
                            QStringLiteral("settled"));
    const Result<void> kept = writeUsageJson(connection, attempt, outcome.completion.usage.rawJson);
    return kept ? addToSketches(connection, attempt) : kept;
}

Result<void> writeAnswer(Connection &connection, qint64 attempt, qint64 run, const Completion &completion)
{
    return Statement(connection,
                     QStringLiteral(
                         "INSERT INTO answers (attempt_id, run_id, text, reasoning, refusal, tool_calls) "
                         "VALUES (:attempt, :run, :text, :reasoning, :refusal, :tools) "
                         "ON CONFLICT (attempt_id) DO UPDATE SET text = excluded.text, "
                         "reasoning = excluded.reasoning, refusal = excluded.refusal, tool_calls = "
                         "excluded.tool_calls"))
        .bind(":attempt", attempt)
        .bind(":run", run)
        .bind(":text", completion.text)
        .bind(":reasoning", completion.reasoning)
        .bind(":refusal", completion.refusal)
        .bindUtf8(":tools", toolCallsToJson(completion.toolCalls))
        .run();
}

Result<void> indexRun(Connection &connection, qint64 run)
{
    const Result<RunWaits> waits = waitsOfRun(connection, run);
    if (!waits)
        return waits.error();
    const Result<void> marked =
        Statement(connection,
                  QStringLiteral("UPDATE runs SET search_stale = :open OR (search_stale AND :unestimated) "
                                 "WHERE id = :run"))
            .bind(":open", waits->open)
            .bind(":unestimated", waits->unestimated)
            .bind(":run", run)
            .run();
    if (!marked || waits->open)
        return marked;
    QString prompt;
    qint64 place = 0;
    const Result<bool> kept =
        Statement(
            connection,
            QStringLiteral("SELECT prompt, CASE WHEN conversation_id IS NULL THEN title ELSE '' END, place "
                           "FROM runs WHERE id = :run AND texts_kept = 1"))
            .bind(":run", run)
            .first([&](const Statement &row) {
                // A conversation is found by its title at its first turn.
                prompt = row.text(1).isEmpty() ? row.text(0)
                                               : QString(row.text(1) + QLatin1Char('\n') + row.text(0));
                place = row.integer(2);
            });
    if (!kept)
        return kept.error();
    if (!*kept)
        return {};
    QStringList answers;
    const Result<void> read =
        Statement(connection,
                  QStringLiteral("SELECT text, refusal FROM answers WHERE run_id = :run ORDER BY attempt_id"))
            .bind(":run", run)
            .each([&](const Statement &row) { answers << row.text(0) << row.text(1); });
    if (!read)
        return read;
    answers.removeAll(QString());
    return Statement(connection,
                     QStringLiteral("INSERT OR REPLACE INTO run_search (rowid, prompt, answers) VALUES "
                                    "(:place, :prompt, :answers)"))
        .bind(":place", place)
        .bind(":prompt", spacedForIndex(prompt))
        .bind(":answers", spacedForIndex(answers.join(QLatin1Char('\n'))))
        .run();
}

Result<int> indexStaleRuns(Connection &connection)
{
    QList<qint64> runs;
    const Result<void> listed =
        Statement(connection, QStringLiteral("SELECT id FROM runs WHERE search_stale = 1"))
            .each([&](const Statement &row) { runs.append(row.integer(0)); });
    if (!listed)
        return listed.error();
    for (const qint64 run : std::as_const(runs)) {
        if (const Result<void> indexed = indexRun(connection, run); !indexed)
            return indexed.error();
    }
    return static_cast<int>(runs.size());
}

} // namespace core
