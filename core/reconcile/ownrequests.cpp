#include "core/reconcile/ownrequests.h"

#include "core/reconcile/usagevalues.h"
#include "core/storage/statement.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace core {

namespace {

/// Records of one kind that are not taken yet, by time.
using Waiting = std::set<std::pair<qint64, qsizetype>>;
using WaitingByTokens = std::map<std::tuple<QString, qint64, qint64>, Waiting>;

/// A time, its end exclusive.
struct Span
{
    qint64 from = 0;
    qint64 to = 0;
};

Span nearSpan(const OwnRequest &own)
{
    return {own.atMs - kNearRequestMs, std::max(own.atMs, own.endMs) + kNearRequestMs + 1};
}

Span daySpan(const OwnRequest &own)
{
    const qint64 day = own.atMs / kUtcDayMs * kUtcDayMs;
    return {day, day + kUtcDayMs};
}

/// The nearest to a moment within a span of those that fit; end() when there is none.
template <typename Fits>
Waiting::iterator nearestIn(Waiting &waiting, const Span &span, qint64 atMs, const Fits &fits)
{
    const auto middle = waiting.lower_bound({std::clamp(atMs, span.from, span.to), 0});
    auto best = middle;
    while (best != waiting.end() && best->first < span.to && !fits(best->second))
        ++best;
    if (best != waiting.end() && best->first >= span.to)
        best = waiting.end();
    for (auto each = middle; each != waiting.begin();) {
        --each;
        const bool nearer = best == waiting.end() || atMs - each->first < best->first - atMs;
        if (each->first < span.from || !nearer)
            break;
        if (fits(each->second))
            return each;
    }
    return best;
}

bool knowsTokens(const std::optional<qint64> &input, const std::optional<qint64> &output)
{
    return input || output;
}

/// Whether tokens are unknown on one side.
bool cannotCompare(const UsageRecord &record, const OwnRequest &own)
{
    return !knowsTokens(record.usage.input, record.usage.output) || !knowsTokens(own.input, own.output);
}

/// Whether a count is known on both sides and the same, so that the others may differ by what one side left
/// out or counts apart.
bool agreeInOne(const UsageRecord &record, const OwnRequest &own)
{
    const auto same = [](const std::optional<qint64> &one, const std::optional<qint64> &other) {
        return one && other && *one == *other;
    };
    return same(record.usage.input, own.input) || same(record.usage.output, own.output);
}

/// Takes what has the same tokens; the own requests that are left.
QList<OwnRequest> takeSameTokens(WaitingByTokens &byTokens, std::map<QString, Waiting> &byModel,
                                 const QList<OwnRequest> &own, ModelKeys &keys, QSet<qsizetype> *matched)
{
    QList<OwnRequest> rest;
    const auto any = [](qsizetype) { return true; };
    for (const OwnRequest &request : own) {
        if (!request.input || !request.output) {
            rest.append(request);
            continue;
        }
        const QString model = keys.of(request.model);
        Waiting &waiting = byTokens[{model, *request.input, *request.output}];
        const Span near = nearSpan(request);
        const Span day = daySpan(request);
        const auto found =
            nearestIn(waiting, {std::min(near.from, day.from), std::max(near.to, day.to)}, request.atMs, any);
        if (found == waiting.end()) {
            rest.append(request);
            continue;
        }
        matched->insert(found->second);
        byModel[model].erase(*found);
        waiting.erase(found);
    }
    return rest;
}

} // namespace

Result<QList<OwnRequest>> readOwnRequests(Connection &connection, const QString &account, UsageFormat format,
                                          qint64 fromMs, qint64 toMs)
{
    QList<OwnRequest> own;
    const Result<void> read =
        Statement(connection,
                  QStringLiteral(
                      "SELECT a.started_at, a.started_at + CAST(ifnull(a.queued_ms, 0) + ifnull(a.last_ms, "
                      "0) AS INTEGER), a.model, CASE a.usage_basis WHEN 'reported' THEN a.input_tokens END, "
                      "CASE a.usage_basis WHEN 'reported' THEN a.output_tokens END FROM attempts a "
                      "JOIN calls c ON c.id = a.call_id WHERE a.account = :account AND a.started_at >= "
                      ":from AND a.started_at < :to AND a.imported = 0 AND a.simulated = 0 AND c.source "
                      "<> 'import' AND (:through_gateway = 0 OR c.source = 'gateway') AND NOT (a.status = "
                      "'failed' AND (ifnull(a.http_status, 0) >= 400 OR ifnull(a.error_kind, '') IN "
                      "('network', 'auth', 'budget'))) ORDER BY a.started_at"))
            .bind(":account", account)
            .bind(":from", fromMs)
            .bind(":to", toMs)
            .bind(":through_gateway", format == UsageFormat::LlmLogs)
            .each([&own](const Statement &row) {
                own.append({row.integer(0), row.integer(1), row.text(2), row.optionalInteger(3),
                            row.optionalInteger(4)});
            });
    if (!read)
        return read.error();
    return own;
}

QSet<qsizetype> matchOwnRequests(const QList<UsageRecord> &records, const QList<OwnRequest> &own,
                                 ModelKeys &keys)
{
    WaitingByTokens byTokens;
    std::map<QString, Waiting> byModel;
    for (qsizetype at = 0; at < records.size(); ++at) {
        const UsageRecord &record = records.at(at);
        if (!record.isRequest())
            continue;
        const QString model = keys.of(record.model);
        if (record.usage.input && record.usage.output)
            byTokens[{model, *record.usage.input, *record.usage.output}].insert({record.atMs, at});
        byModel[model].insert({record.atMs, at});
    }
    QSet<qsizetype> matched;
    const QList<OwnRequest> rest = takeSameTokens(byTokens, byModel, own, keys, &matched);
    for (const OwnRequest &request : rest) {
        Waiting &waiting = byModel[keys.of(request.model)];
        const auto take = [&](const Span &span, const auto &fits) {
            const auto found = nearestIn(waiting, span, request.atMs, fits);
            if (found == waiting.end())
                return false;
            matched.insert(found->second);
            waiting.erase(found);
            return true;
        };
        const auto unknown = [&](qsizetype at) { return cannotCompare(records.at(at), request); };
        const bool isNear = take(nearSpan(request), [&](qsizetype at) {
            return unknown(at) || agreeInOne(records.at(at), request);
        });
        const qint64 day = daySpan(request).from;
        if (!isNear)
            take({day, day + 1}, unknown);
    }
    return matched;
}

} // namespace core
