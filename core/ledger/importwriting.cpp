#include "core/ledger/importwriting.h"

#include "core/ledger/recordsjson.h"
#include "core/ledger/runinsert.h"
#include "core/ledger/settlement.h"
#include "core/storage/statement.h"

namespace core {

namespace {

/// A turn as the ledger has it.
struct Written
{
    qint64 run = 0;
    QList<qint64> lanes = {};
};

class ConversationWriter
{
public:
    ConversationWriter(Connection &connection, const ImportedConversation &conversation, bool keepTexts)
        : m_connection(connection), m_conversation(conversation), m_keepTexts(keepTexts)
    {
    }

    Result<ImportCount> write()
    {
        ImportCount count{.conversations = 1};
        for (const ImportedTurn &turn : m_conversation.turns) {
            const Result<Written> known = find(turn);
            if (!known)
                return known.error();
            const Result<Written> written = known->run != 0 ? known : add(turn);
            if (!written)
                return written.error();
            ++(known->run != 0 ? count.known : count.added);
            m_written.append(*written);
            if (m_first == 0)
                m_first = written->run;
        }
        return count;
    }

private:
    Result<Written> find(const ImportedTurn &turn)
    {
        Written found;
        const Result<void> read =
            Statement(m_connection,
                      QStringLiteral("SELECT i.run_id, l.id FROM imports i LEFT JOIN lanes l ON l.run_id = "
                                     "i.run_id WHERE i.origin = :origin AND i.external_id = :id "
                                     "ORDER BY l.position"))
                .bind(":origin", m_conversation.origin)
                .bind(":id", turn.externalId)
                .each([&](const Statement &row) {
                    found.run = row.integer(0);
                    found.lanes.append(row.integer(1));
                });
        if (!read)
            return read.error();
        return found;
    }

    Result<Written> add(const ImportedTurn &turn)
    {
        const Written parent = m_written.value(turn.parentTurn);
        const Result<qint64> run = addRun(turn, parent.run);
        if (!run)
            return run.error();
        Written written{*run};
        for (const ImportedLane &lane : turn.lanes) {
            const Result<qint64> id =
                addLane(*run, written.lanes.size(), turn, lane, parent.lanes.value(turn.parentLane));
            if (!id)
                return id.error();
            written.lanes.append(*id);
        }
        if (const Result<void> indexed = indexRun(m_connection, *run); !indexed)
            return indexed.error();
        return written;
    }

    Result<qint64> addRun(const ImportedTurn &turn, qint64 parent)
    {
        const auto orNull = [](qint64 id) { return id != 0 ? std::optional(id) : std::nullopt; };
        const Result<qint64> run =
            Statement(m_connection,
                      QStringLiteral(
                          "INSERT INTO runs (created_at, prompt, system, images, texts_kept, parent_run_id, "
                          "conversation_id, pinned, title) VALUES (:at, :prompt, :system, :images, :kept, "
                          ":parent, :conversation, :pinned, :title)"))
                .bind(":at", turn.atMs)
                .bind(":prompt", m_keepTexts ? turn.prompt : QString())
                .bind(":system", m_keepTexts ? turn.system : QString())
                .bindUtf8(":images", m_keepTexts ? imagesToJson(turn.images) : QByteArray("[]"))
                .bind(":kept", m_keepTexts)
                .bind(":parent", orNull(parent))
                .bind(":conversation", orNull(m_first))
                .bind(":pinned", m_conversation.pinned)
                .bind(":title", m_keepTexts ? m_conversation.title : QString())
                .insert();
        if (!run)
            return run;
        const Result<void> noted =
            Statement(m_connection,
                      QStringLiteral(
                          "INSERT INTO imports (origin, external_id, run_id) VALUES (:origin, :id, :run)"))
                .bind(":origin", m_conversation.origin)
                .bind(":id", turn.externalId)
                .bind(":run", *run)
                .run();
        return noted ? run : Result<qint64>(noted.error());
    }

    Result<qint64> addLane(qint64 run, qsizetype position, const ImportedTurn &turn, const ImportedLane &lane,
                           qint64 parent)
    {
        const Result<qint64> id =
            Statement(m_connection,
                      QStringLiteral("INSERT INTO lanes (run_id, position, parameters, parent_lane_id) "
                                     "VALUES (:run, :position, :parameters, :parent)"))
                .bind(":run", run)
                .bind(":position", position)
                .bindUtf8(":parameters", parametersText(lane.parameters))
                .bind(":parent", parent != 0 ? std::optional(parent) : std::nullopt)
                .insert();
        if (!id)
            return id;
        const Result<qint64> call =
            Statement(
                m_connection,
                QStringLiteral("INSERT INTO calls (lane_id, created_at, task, task_origin, tags, source) "
                               "VALUES (:lane, :at, :task, 'import', :tags, 'import')"))
                .bind(":lane", *id)
                .bind(":at", turn.atMs)
                .bind(":task", turn.task)
                .bindUtf8(":tags", tagsToJson(m_conversation.tags))
                .insert();
        if (!call)
            return call;
        const Result<void> answered = addAttempt(run, *call, lane);
        return answered ? id : Result<qint64>(answered.error());
    }

    Result<void> addAttempt(qint64 run, qint64 call, const ImportedLane &lane)
    {
        LaneDraft target;
        target.accountName = lane.account;
        target.model = lane.model;
        target.vendor = lane.vendor;
        const Result<qint64> attempt = insertImportedAttempt(m_connection, call, target, lane.atMs);
        if (!attempt)
            return attempt.error();
        const Result<void> settled =
            settleFigures(m_connection, *attempt, {lane.completion, lane.cost, lane.vendor}, lane.atMs);
        return settled && m_keepTexts ? writeAnswer(m_connection, *attempt, run, lane.completion) : settled;
    }

    Connection &m_connection;
    const ImportedConversation &m_conversation;
    const bool m_keepTexts;
    QList<Written> m_written;
    qint64 m_first = 0;
};

} // namespace

ImportCount &ImportCount::operator+=(const ImportCount &other)
{
    conversations += other.conversations;
    added += other.added;
    known += other.known;
    return *this;
}

Result<ImportCount> writeImported(Connection &connection, const QList<ImportedConversation> &conversations,
                                  bool keepTexts)
{
    ImportCount count;
    for (const ImportedConversation &conversation : conversations) {
        const Result<ImportCount> written = ConversationWriter(connection, conversation, keepTexts).write();
        if (!written)
            return written;
        count += *written;
    }
    return count;
}

} // namespace core
