#include "core/exports/attemptscsv.h"

#include "core/exports/exportvalues.h"
#include "core/ledger/usagecsv.h"

namespace core {

namespace {

QStringList identityCells(const ExportedAttempt &exported)
{
    const AttemptRecord &attempt = exported.attempt;
    const CallRoute &route = attempt.route;
    return {QString::number(attempt.id),
            QString::number(attempt.callId),
            attempt.runId == 0 ? QString() : QString::number(attempt.runId),
            QString::number(attempt.number),
            exportedMoment(attempt.startedAtMs),
            attempt.settledAtMs ? exportedMoment(*attempt.settledAtMs) : QString(),
            attempt.accountName,
            attempt.model,
            attempt.completion.modelAnswered,
            attempt.vendor,
            attempt.task,
            attempt.source,
            QString::fromUtf8(exported.tags),
            route.ruleSet,
            route.isRouted() ? QString::number(route.version) : QString(),
            route.rule,
            QString::number(attempt.simulated ? 1 : 0)};
}

QStringList outcomeCells(const ExportedAttempt &exported)
{
    const AttemptRecord &attempt = exported.attempt;
    const Completion &completion = attempt.completion;
    const Error error = completion.error.value_or(Error());
    const Timing &timing = completion.timing;
    return {laneStatusName(completion.status),
            completion.finishReason,
            completion.error ? errorKindName(error.kind) : QString(),
            error.code,
            error.httpStatus ? QString::number(*error.httpStatus) : QString(),
            exportedMilliseconds(exported.queuedMs),
            exportedMilliseconds(timing.connected),
            exportedMilliseconds(timing.headers),
            exportedMilliseconds(timing.firstReasoning),
            exportedMilliseconds(timing.firstText),
            exportedMilliseconds(timing.last),
            exportedMilliseconds(attempt.waitedMs)};
}

QStringList usageCells(const Usage &usage)
{
    const TokenClasses classes = tokenClasses(usage);
    return {exportedCount(usage.input),
            exportedCount(usage.cachedInput),
            exportedCount(usage.cacheWrite),
            exportedCount(usage.output),
            exportedCount(usage.reasoning),
            exportedCount(classes.uncachedInput),
            exportedCount(classes.cacheWrite5min),
            exportedCount(classes.cacheWrite1h),
            exportedCount(classes.audioInput),
            exportedCount(classes.visibleOutput),
            exportedCount(classes.audioOutput),
            exportedCount(usage.toolCalls),
            usageBasisName(usage.basis),
            QString::number(usage.inconsistent ? 1 : 0),
            usage.serviceTier};
}

QStringList costCells(const ExportedAttempt &exported)
{
    const Cost &cost = exported.attempt.cost;
    return {exportedMoney(cost.amount),
            costBasisName(cost.basis),
            exportedMoney(cost.lower),
            exportedMoney(cost.upper),
            exportedMoney(cost.reported),
            exportedMoney(cost.computed),
            QString::number(exported.unpriced ? 1 : 0),
            cost.priceId,
            cost.priceVersion,
            cost.priceSource,
            cost.currency,
            exportedMoney(cost.ownAmount)};
}

} // namespace

QString attemptsCsvHead()
{
    return QStringLiteral(
        "attempt_id,call_id,run_id,number,started_at,settled_at,account,model,model_answered,vendor,task,"
        "source,"
        "tags,rule_set,rule_set_version,rule,simulated,"
        "status,finish_reason,error_kind,error_code,http_status,queued_ms,connected_ms,headers_ms,"
        "first_reasoning_ms,first_text_ms,last_ms,waited_ms,"
        "input_tokens,cached_input_tokens,cache_write_tokens,output_tokens,reasoning_tokens,"
        "uncached_input_tokens,cache_write_5min_tokens,cache_write_1h_tokens,audio_input_tokens,"
        "visible_output_tokens,audio_output_tokens,billed_tool_calls,usage_basis,usage_inconsistent,service_"
        "tier,"
        "cost_usd,cost_basis,cost_lower_usd,cost_upper_usd,reported_cost_usd,computed_cost_usd,unpriced,"
        "price_id,"
        "price_version,price_source,price_currency,price_currency_amount\r\n");
}

QString attemptsCsvRecord(const ExportedAttempt &exported)
{
    return csvRecord(identityCells(exported) + outcomeCells(exported)
                     + usageCells(exported.attempt.completion.usage) + costCells(exported));
}

} // namespace core
