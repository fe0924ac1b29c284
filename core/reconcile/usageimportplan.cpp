#include "core/reconcile/usageimportplan.h"

#include "core/ledger/usagestate.h"
#include "core/reconcile/importedsums.h"
#include "core/reconcile/ownrequests.h"
#include "core/reconcile/reconcilewords.h"
#include "core/reconcile/usageimportwriting.h"
#include "core/reconcile/usagevalues.h"
#include "core/storage/statement.h"

#include <map>
#include <set>

namespace core {

namespace {

QString tokensKey(const QString &model, const std::optional<qint64> &input,
                  const std::optional<qint64> &output)
{
    return QStringLiteral("%1|%2|%3")
        .arg(model, QString::number(input.value_or(-1)), QString::number(output.value_or(-1)));
}

/// All that tells a request without an id from another one.
QString unnamedKey(qint64 atMs, const QString &model, const std::optional<qint64> &input,
                   const std::optional<qint64> &output, const std::optional<Money> &cost)
{
    return QStringLiteral("%1|%2|%3")
        .arg(tokensKey(model, input, output), QString::number(atMs), cost ? cost->toDecimal() : QString());
}

/// Times in which the ledger has something of an account, by model.
class KnownTimes
{
public:
    void add(const QString &model, qint64 from, qint64 to)
    {
        m_times[model].insert({from, to});
        m_longest = std::max(m_longest, to - from);
        m_all.insert({from, to});
    }

    /// Whether a time of the model, or one of all models, overlaps; for an empty model any time.
    bool overlap(const QString &model, qint64 from, qint64 to) const
    {
        if (model.isEmpty())
            return overlaps(m_all, from, to);
        const auto of = [&](const QString &name) {
            const auto found = m_times.find(name);
            return found != m_times.end() && overlaps(found->second, from, to);
        };
        return of(model) || of(QString());
    }

private:
    using Times = std::set<std::pair<qint64, qint64>>;
    bool overlaps(const Times &times, qint64 from, qint64 to) const
    {
        for (auto time = times.lower_bound({from - m_longest, 0}); time != times.end() && time->first < to;
             ++time) {
            if (time->second > from)
                return true;
        }
        return false;
    }

    std::map<QString, Times> m_times;
    Times m_all;
    qint64 m_longest = 0;
};

/// All that a decision needs.
struct LedgerFacts
{
    qint64 prunedBeforeMs = 0;
    QList<OwnRequest> own = {};
    /// Quarters of an hour with requests of the account, imported ones included.
    KnownTimes used = {};
    /// What imports of the same format have of the file's time.
    QList<ImportedSum> sums = {};
    /// Times of sums whose costs count: those of other formats, and all.
    KnownTimes coveredElsewhere = {};
    KnownTimes coveredCounted = {};
    QSet<QString> externalIds = {};
    /// How often an import of the same format has a request that no id names.
    QHash<QString, int> unnamed = {};
};

/// Requests that imports have: those with an id once for ever, others as often as they were imported.
class KnownRequests
{
public:
    explicit KnownRequests(const LedgerFacts &facts) : m_ids(facts.externalIds), m_unnamed(facts.unnamed) { }

    /// Whether it is known; from then on it is.
    bool take(const UsageRecord &record)
    {
        if (!record.externalId.isEmpty()) {
            const bool known = m_ids.contains(record.externalId);
            m_ids.insert(record.externalId);
            return known;
        }
        const auto left = m_unnamed.find(
            unnamedKey(record.atMs, record.model, record.usage.input, record.usage.output, record.cost));
        if (left == m_unnamed.end() || *left == 0)
            return false;
        --*left;
        return true;
    }

private:
    QSet<QString> m_ids;
    QHash<QString, int> m_unnamed;
};

Result<void> readUsedQuarters(Connection &connection, const QString &account, qint64 from, qint64 to,
                              ModelKeys &keys, LedgerFacts *facts)
{
    return Statement(connection,
                     QStringLiteral("SELECT DISTINCT q.quarter, s.model FROM usage_quarters q JOIN "
                                    "usage_series s ON s.id = q.series WHERE s.account = :account AND "
                                    "s.simulated = 0 AND q.attempts > 0 AND q.quarter >= :from AND "
                                    "q.quarter < :to"))
        .bind(":account", account)
        .bind(":from", from / kQuarterMs)
        .bind(":to", to / kQuarterMs + 1)
        .each([facts, &keys](const Statement &row) {
            const qint64 start = row.integer(0) * kQuarterMs;
            facts->used.add(keys.of(row.text(1)), start, start + kQuarterMs);
        });
}

Result<void> readCoveredTimes(Connection &connection, const QString &account, UsageFormat format,
                              ModelKeys &keys, LedgerFacts *facts)
{
    const QString name = usageFormatName(format);
    return Statement(connection,
                     QStringLiteral("SELECT DISTINCT u.started_at, u.until_at, u.model, i.format FROM "
                                    "imported_usage u JOIN usage_imports i ON i.id = u.import_id WHERE "
                                    "u.account = :account AND u.until_at IS NOT NULL AND u.counted AND "
                                    "u.cost_picos IS NOT NULL"))
        .bind(":account", account)
        .each([facts, &keys, &name](const Statement &row) {
            const QString model = keys.of(row.text(2));
            facts->coveredCounted.add(model, row.integer(0), row.integer(1));
            if (row.text(3) != name)
                facts->coveredElsewhere.add(model, row.integer(0), row.integer(1));
        });
}

Result<void> readExternalIds(Connection &connection, const UsageFile &file, LedgerFacts *facts)
{
    Statement known(connection,
                    QStringLiteral("SELECT 1 FROM imported_usage u JOIN usage_imports i ON i.id = "
                                   "u.import_id WHERE u.external_id = :id AND i.format = :format LIMIT 1"));
    const QString format = usageFormatName(file.document.format);
    for (const UsageRecord &record : file.document.records) {
        if (record.externalId.isEmpty())
            continue;
        const Result<bool> found =
            known.bind(":id", record.externalId).bind(":format", format).first([](const Statement &) {});
        if (!found)
            return found.error();
        if (*found)
            facts->externalIds.insert(record.externalId);
    }
    return {};
}

Result<void> readUnnamedRequests(Connection &connection, const QString &account, UsageFormat format,
                                 qint64 from, qint64 to, LedgerFacts *facts)
{
    return Statement(connection,
                     QStringLiteral("SELECT u.started_at, u.model, u.input_tokens, u.output_tokens, "
                                    "u.cost_picos FROM imported_usage u JOIN usage_imports i ON i.id = "
                                    "u.import_id WHERE u.account = :account AND u.started_at >= :from AND "
                                    "u.started_at < :to AND u.until_at IS NULL AND u.external_id = '' AND "
                                    "i.format = :format"))
        .bind(":account", account)
        .bind(":from", from)
        .bind(":to", to)
        .bind(":format", usageFormatName(format))
        .each([facts](const Statement &row) {
            ++facts->unnamed[unnamedKey(row.integer(0), row.text(1), row.optionalInteger(2),
                                        row.optionalInteger(3), row.optionalMoney(4))];
        });
}

Result<LedgerFacts> readFacts(Connection &connection, const UsageFile &file, const QString &account,
                              ModelKeys &keys)
{
    LedgerFacts facts;
    const Result<UsageState> state = usageState(connection);
    if (!state)
        return state.error();
    facts.prunedBeforeMs = state->prunedBeforeMs;
    const qint64 from = file.document.firstMs().value_or(0) - kUtcDayMs;
    const qint64 to = file.document.lastMs().value_or(0) + kUtcDayMs;
    Result<QList<OwnRequest>> own = readOwnRequests(connection, account, file.document.format, from, to);
    if (!own)
        return own.error();
    facts.own = std::move(own).value();
    Result<void> read = readUsedQuarters(connection, account, from, to, keys, &facts);
    if (read)
        read = readCoveredTimes(connection, account, file.document.format, keys, &facts);
    if (read)
        read = readExternalIds(connection, file, &facts);
    if (read)
        read = readUnnamedRequests(connection, account, file.document.format, from, to, &facts);
    if (!read)
        return read.error();
    Result<QList<ImportedSum>> sums = importedSums(connection, account, file.document.format, from, to);
    if (!sums)
        return sums.error();
    facts.sums = std::move(sums).value();
    return facts;
}

LeftOut decideSum(const UsageRecord &record, const LedgerFacts &facts, ModelKeys &keys)
{
    const qint64 to = record.untilMs.value_or(record.atMs);
    const QString model = record.model.isEmpty() ? QString() : keys.of(record.model);
    // Costs that another kind of export told of the same use.
    if (record.cost && facts.coveredElsewhere.overlap(model, record.atMs, to))
        return LeftOut::KnownTime;
    return facts.used.overlap(model, record.atMs, to) ? LeftOut::OwnInSum : LeftOut::None;
}

QSet<qsizetype> toSet(const QList<qsizetype> &places)
{
    return {places.cbegin(), places.cend()};
}

/// Of those that counted.
void countReplaced(const QList<ImportedSum> &sums, const QSet<qsizetype> &replaced, UsageImportPlan *plan)
{
    for (const qsizetype place : replaced) {
        const ImportedSum &sum = sums.at(place);
        if (!sum.counted)
            continue;
        ++plan->replaced;
        if (sum.record.cost)
            plan->replacedCost = plan->replacedCost.value_or(Money()) + *sum.record.cost;
    }
}

LeftOut decideRequest(const UsageRecord &record, const LedgerFacts &facts, KnownRequests &known,
                      ModelKeys &keys)
{
    if (known.take(record))
        return LeftOut::KnownRequest;
    if (record.atMs < facts.prunedBeforeMs)
        return LeftOut::Pruned;
    const QString model = keys.of(record.model);
    const bool covered = facts.coveredCounted.overlap(model, record.atMs, record.atMs + 1);
    return covered ? LeftOut::KnownTime : LeftOut::None;
}

} // namespace

QString leftOutText(LeftOut why)
{
    switch (why) {
    case LeftOut::None:
        break;
    case LeftOut::KnownRequest:
        return ReconcileWords::tr("imported before");
    case LeftOut::KnownTime:
        return ReconcileWords::tr("of a time that an earlier import covers");
    case LeftOut::OwnRequest:
        return ReconcileWords::tr("sent by Switchyard itself");
    case LeftOut::OwnInSum:
        return ReconcileWords::tr("sums of a time in which the ledger has requests of the model");
    case LeftOut::Pruned:
        return ReconcileWords::tr("of a time whose rows were pruned");
    }
    return {};
}

Result<UsageImportPlan> planUsageImport(Connection &connection, const UsageFile &file, const QString &account,
                                        const ModelCatalog *catalog)
{
    UsageImportPlan plan;
    const Result<bool> same =
        Statement(connection,
                  QStringLiteral("SELECT id, done_at FROM usage_imports WHERE file_hash = :hash LIMIT 1"))
            .bind(":hash", file.hash)
            .first([&plan](const Statement &row) {
                plan.sameFile = row.integer(0);
                plan.sameFileAtMs = row.integer(1);
            });
    if (!same)
        return same.error();
    ModelKeys keys(catalog);
    const Result<LedgerFacts> facts = readFacts(connection, file, account, keys);
    if (!facts)
        return facts.error();
    const QList<UsageRecord> &records = file.document.records;
    const QSet<qsizetype> own = matchOwnRequests(records, facts->own, keys);
    const SumChoices sums = chooseSums(records, facts->sums, [&keys](const QString &model) {
        return model.isEmpty() ? QString() : keys.of(model);
    });
    KnownRequests known(*facts);
    QSet<qsizetype> replaced;
    for (qsizetype at = 0; at < records.size(); ++at) {
        const UsageRecord &record = records.at(at);
        LeftOut why = LeftOut::KnownTime;
        if (record.isRequest())
            why = decideRequest(record, *facts, known, keys);
        else if (!sums.known.contains(at))
            why = decideSum(record, *facts, keys);
        if (why == LeftOut::None && own.contains(at))
            why = LeftOut::OwnRequest;
        if (why == LeftOut::None)
            replaced += toSet(sums.replaces.value(at));
        plan.decisions.append(why);
    }
    countReplaced(facts->sums, replaced, &plan);
    return plan;
}

} // namespace core
