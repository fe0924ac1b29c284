#include "core/ledger/runimport.h"

#include "core/ledger/recordsjson.h"
#include "core/ledger/runinsert.h"
#include "core/ledger/runquery.h"
#include "core/ledger/settlement.h"
#include "core/storage/statement.h"

#include <QCryptographicHash>

#include <cmath>

namespace core {

namespace {

/// Whose hashes are remembered: those of documents of another ledger.
constexpr QLatin1StringView kOrigin("switchyard");

/// Collects values so that no two lists of values read the same.
class ContentHasher
{
public:
    void add(const QByteArray &value)
    {
        m_hash.addData(QByteArray::number(value.size()));
        m_hash.addData(QByteArrayView(":"));
        m_hash.addData(value);
    }
    void add(const QString &value) { add(value.toUtf8()); }
    void add(const std::optional<qint64> &value)
    {
        add(value ? QByteArray::number(*value) : QByteArray("-"));
    }
    void add(const std::optional<double> &value)
    {
        // The document has whole microseconds.
        add(value ? std::optional(static_cast<qint64>(std::llround(*value * 1000.0))) : std::nullopt);
    }
    QByteArray result() const { return m_hash.result().toHex(); }

private:
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
};

void addLane(ContentHasher &hasher, const LaneRecord &lane)
{
    const Completion &completion = lane.latest.completion;
    hasher.add(lane.latest.accountName);
    hasher.add(lane.latest.model);
    hasher.add(laneStatusName(completion.status));
    hasher.add(completion.text);
    hasher.add(completion.reasoning);
    hasher.add(completion.refusal);
    const Timing &timing = completion.timing;
    for (const std::optional<double> &time :
         {std::optional(timing.queued), timing.headers, timing.firstReasoning, timing.firstText, timing.last})
        hasher.add(time);
    const Usage &usage = completion.usage;
    for (const std::optional<qint64> &tokens :
         {usage.input, usage.cachedInput, usage.cacheWrite, usage.output, usage.reasoning})
        hasher.add(tokens);
    const std::optional<Money> &cost = lane.latest.cost.amount;
    hasher.add(cost ? std::optional<qint64>(cost->picos()) : std::nullopt);
}

/// The ids that runs and lanes of the document have got here.
struct NewIds
{
    QHash<qint64, qint64> runs;
    QHash<qint64, qint64> lanes;
    QHash<qint64, qint64> conversations;
};

RunDraft draftOf(const RunRecord &run, const NewIds &ids)
{
    RunDraft draft;
    draft.prompt = run.prompt;
    draft.system = run.system;
    draft.images = run.images;
    draft.task = run.task;
    draft.taskOrigin = run.taskOrigin;
    draft.tags = run.tags;
    draft.source = CallSource::Import;
    draft.turn.lineage = run.turn.lineage;
    draft.turn.parentRun = ids.runs.value(run.turn.parentRun);
    if (draft.turn.parentRun != 0)
        draft.turn.conversation = ids.conversations.value(run.turn.parentRun);
    for (const LaneRecord &lane : run.lanes) {
        LaneDraft target;
        target.accountName = lane.latest.accountName;
        target.model = lane.latest.model;
        target.vendor = lane.latest.vendor;
        target.simulated = lane.latest.simulated;
        target.parameters = lane.parameters;
        target.parentLane = ids.lanes.value(lane.parentLane);
        target.route = lane.latest.route;
        if (target.route.isRouted())
            target.requested = QStringLiteral("route/") + target.route.ruleSet;
        draft.lanes.append(target);
    }
    return draft;
}

Result<void> settleImported(Connection &connection, qint64 run, qint64 attempt, const RunRecord &record,
                            const LaneRecord &lane, bool keepTexts)
{
    const Timing &timing = lane.latest.completion.timing;
    const qint64 endedMs =
        record.createdAtMs + static_cast<qint64>(std::llround(timing.queued + timing.last.value_or(0.0)));
    const AttemptOutcome outcome{lane.latest.completion, lane.latest.cost, lane.latest.vendor};
    if (const Result<void> settled = settleFigures(connection, attempt, outcome, endedMs); !settled)
        return settled;
    return keepTexts ? writeAnswer(connection, attempt, run, lane.latest.completion) : Result<void>();
}

/// The run that a document's run is already; 0 when it is new.
Result<qint64> knownRun(Connection &connection, const RunRecord &run, const QByteArray &hash)
{
    qint64 imported = 0;
    const Result<bool> before =
        Statement(connection,
                  QStringLiteral("SELECT run_id FROM imports WHERE origin = :origin AND external_id = :hash"))
            .bind(":origin", kOrigin)
            .bindUtf8(":hash", hash)
            .first([&](const Statement &row) { imported = row.integer(0); });
    if (!before)
        return before.error();
    if (*before)
        return imported;
    const Result<RunRecord> own = readRun(connection, run.id);
    if (!own && own.error().kind != ErrorKind::NotFound)
        return own.error();
    // An imported run bears an id of this ledger, which says nothing about the document's.
    const bool same = own && own->source != callSourceName(CallSource::Import) && contentHash(*own) == hash;
    return same ? run.id : qint64(0);
}

Result<void> writeLane(Connection &connection, qint64 run, const RunDraft &draft, const RunRecord &record,
                       qsizetype at, NewIds &ids, bool keepTexts)
{
    const LaneDraft &target = draft.lanes.at(at);
    const Result<qint64> lane = insertLane(connection, run, at, target);
    if (!lane)
        return lane.error();
    const Result<qint64> call = insertCall(connection, *lane, draft, target, record.createdAtMs);
    if (!call)
        return call.error();
    const Result<qint64> attempt = insertImportedAttempt(connection, *call, target, record.createdAtMs);
    if (!attempt)
        return attempt.error();
    if (record.lanes.at(at).laneId != 0)
        ids.lanes.insert(record.lanes.at(at).laneId, *lane);
    return settleImported(connection, run, *attempt, record, record.lanes.at(at), keepTexts);
}

Result<qint64> writeImported(Connection &connection, const RunRecord &record, NewIds &ids, bool keepTexts)
{
    const RunDraft draft = draftOf(record, ids);
    const Result<qint64> run = insertRun(connection, draft, keepTexts, record.createdAtMs);
    if (!run)
        return run;
    for (qsizetype at = 0; at < record.lanes.size(); ++at) {
        const Result<void> written = writeLane(connection, *run, draft, record, at, ids, keepTexts);
        if (!written)
            return written.error();
    }
    ids.conversations.insert(record.id, draft.turn.conversation != 0 ? draft.turn.conversation : *run);
    const Result<void> indexed = indexRun(connection, *run);
    return indexed ? run : Result<qint64>(indexed.error());
}

Result<void> rememberImport(Connection &connection, const QByteArray &hash, qint64 run)
{
    return Statement(connection,
                     QStringLiteral(
                         "INSERT INTO imports (origin, external_id, run_id) VALUES (:origin, :hash, :run)"))
        .bind(":origin", kOrigin)
        .bindUtf8(":hash", hash)
        .bind(":run", run)
        .run();
}

/// A run that is there already stands for the document's, with its lanes in the same order.
Result<void> adoptKnown(Connection &connection, const RunRecord &run, qint64 known, NewIds &ids)
{
    const Result<RunRecord> there = readRun(connection, known);
    if (!there)
        return there.error();
    // Documents of the command line have no ids of lanes.
    for (qsizetype at = 0; at < std::min(run.lanes.size(), there->lanes.size()); ++at) {
        if (run.lanes.at(at).laneId != 0)
            ids.lanes.insert(run.lanes.at(at).laneId, there->lanes.at(at).laneId);
    }
    ids.conversations.insert(run.id, there->turn.conversation != 0 ? there->turn.conversation : known);
    return {};
}

} // namespace

QByteArray contentHash(const RunRecord &run)
{
    ContentHasher hasher;
    hasher.add(std::optional(run.id));
    hasher.add(run.prompt);
    hasher.add(run.system);
    hasher.add(imagesToJson(run.images));
    for (const LaneRecord &lane : run.lanes)
        addLane(hasher, lane);
    return hasher.result();
}

Result<ImportOutcome> importRuns(Connection &connection, const QList<RunRecord> &runs, bool keepTexts)
{
    ImportOutcome outcome;
    NewIds ids;
    for (const RunRecord &run : runs) {
        const QByteArray hash = contentHash(run);
        const Result<qint64> known = knownRun(connection, run, hash);
        if (!known)
            return known.error();
        qint64 here = *known;
        if (here != 0) {
            outcome.known.append(here);
            if (const Result<void> adopted = adoptKnown(connection, run, here, ids); !adopted)
                return adopted.error();
        } else {
            const Result<qint64> written = writeImported(connection, run, ids, keepTexts);
            if (!written)
                return written.error();
            here = *written;
            outcome.runs.append(here);
            if (const Result<void> noted = rememberImport(connection, hash, here); !noted)
                return noted.error();
        }
        if (run.id != 0)
            ids.runs.insert(run.id, here);
    }
    return outcome;
}

} // namespace core
