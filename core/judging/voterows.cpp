#include "core/judging/voterows.h"

#include "core/ledger/recordsjson.h"
#include "core/storage/statement.h"

namespace core {

namespace {

Error notFound(const QString &message)
{
    return Error{ErrorKind::NotFound, message};
}

/// The conditions of a filter on votes v, to follow WHERE.
QString conditions(const VoteFilter &filter)
{
    QStringList all{QStringLiteral("1")};
    if (filter.task)
        all += QStringLiteral("v.task = :task");
    if (filter.judge)
        all += QStringLiteral("v.judge = :judge");
    if (filter.judgesOnly)
        all += QStringLiteral("v.judge <> ''");
    if (filter.run)
        all += QStringLiteral("v.run_id = :run");
    if (filter.sinceMs)
        all += QStringLiteral("v.at >= :since");
    if (filter.untilMs)
        all += QStringLiteral("v.at < :until");
    if (filter.blindOnly)
        all += QStringLiteral("v.blind = 1");
    if (!filter.includeSimulated)
        all += QStringLiteral(
            "NOT EXISTS (SELECT 1 FROM vote_lanes s WHERE s.vote_id = v.id AND s.simulated = 1)");
    return all.join(QStringLiteral(" AND "));
}

void bindFilter(Statement &statement, const VoteFilter &filter)
{
    if (filter.task)
        statement.bind(":task", *filter.task);
    if (filter.judge)
        statement.bind(":judge", *filter.judge);
    if (filter.run)
        statement.bind(":run", *filter.run);
    if (filter.sinceMs)
        statement.bind(":since", *filter.sinceMs);
    if (filter.untilMs)
        statement.bind(":until", *filter.untilMs);
}

BallotLane readLane(const Statement &row)
{
    BallotLane lane;
    lane.laneId = row.integer(8);
    lane.target = {row.text(9), row.text(10)};
    lane.parameters = parametersFromText(row.utf8(11));
    lane.won = row.boolean(12);
    lane.shown = static_cast<int>(row.integer(13));
    lane.simulated = row.boolean(14);
    lane.cost = row.optionalMoney(15);
    lane.firstMs = row.optionalReal(16);
    lane.answerChars = row.optionalInteger(17);
    return lane;
}

QString voteSelect()
{
    return QStringLiteral(
        "SELECT v.id, v.at, v.run_id, v.task, v.kind, v.judge, v.blind, v.note, l.lane_id, l.account, "
        "l.model, "
        "l.parameters, l.won, l.shown, l.simulated, l.cost_picos, l.first_ms, l.answer_chars "
        "FROM votes v JOIN vote_lanes l ON l.vote_id = v.id WHERE ");
}

/// One row a lane; those of a vote follow each other.
Result<QList<Vote>> collect(Statement &statement)
{
    QList<Vote> votes;
    const Result<void> read = statement.each([&votes](const Statement &row) {
        if (votes.isEmpty() || votes.constLast().id != row.integer(0)) {
            Vote vote;
            vote.id = row.integer(0);
            vote.atMs = row.integer(1);
            vote.runId = row.integer(2);
            vote.task = row.text(3);
            vote.kind = voteKindFromName(row.text(4)).value_or(VoteKind::Tie);
            vote.judge = row.text(5);
            vote.blind = row.boolean(6);
            vote.note = row.text(7);
            votes.append(vote);
        }
        votes.last().lanes.append(readLane(row));
    });
    if (!read)
        return read.error();
    return votes;
}

} // namespace

Result<QList<Vote>> readVotes(Connection &connection, const VoteFilter &filter)
{
    Statement statement(connection,
                        voteSelect() + conditions(filter) + QStringLiteral(" ORDER BY v.id, l.position"));
    bindFilter(statement, filter);
    return collect(statement);
}

Result<std::optional<Vote>> readVote(Connection &connection, qint64 id)
{
    Statement statement(connection, voteSelect() + QStringLiteral("v.id = :id ORDER BY l.position"));
    statement.bind(":id", id);
    const Result<QList<Vote>> votes = collect(statement);
    if (!votes)
        return votes.error();
    return votes->isEmpty() ? std::optional<Vote>() : std::optional(votes->constFirst());
}

Result<QList<TaskVotes>> readTaskVotes(Connection &connection, const VoteFilter &filter)
{
    QList<TaskVotes> tasks;
    Statement statement(
        connection,
        QStringLiteral(
            "SELECT v.task, sum(v.kind IN ('best', 'tie', 'all_bad')), sum(v.kind IN ('up', 'down')) "
            "FROM votes v WHERE ")
            + conditions(filter) + QStringLiteral(" GROUP BY v.task ORDER BY count(*) DESC, v.task"));
    bindFilter(statement, filter);
    const Result<void> read = statement.each([&tasks](const Statement &row) {
        tasks.append({row.text(0), static_cast<int>(row.integer(1)), static_cast<int>(row.integer(2))});
    });
    if (!read)
        return read.error();
    return tasks;
}

Result<std::optional<Vote>> rivalOf(Connection &connection, const Vote &vote)
{
    const QString same = isRanking(vote.kind)
        ? QStringLiteral("SELECT id FROM votes WHERE run_id = :run AND judge = :judge "
                         "AND kind IN ('best', 'tie', 'all_bad')")
        : QStringLiteral("SELECT v.id FROM votes v JOIN vote_lanes l ON l.vote_id = v.id "
                         "WHERE v.run_id = :run AND v.judge = :judge AND v.kind IN ('up', 'down') "
                         "AND l.lane_id = :lane");
    Statement statement(connection, same);
    statement.bind(":run", vote.runId).bind(":judge", vote.judge);
    if (!isRanking(vote.kind))
        statement.bind(":lane", vote.lanes.value(0).laneId);
    qint64 id = 0;
    const Result<bool> found = statement.first([&id](const Statement &row) { id = row.integer(0); });
    if (!found)
        return found.error();
    return *found ? readVote(connection, id) : Result<std::optional<Vote>>(std::optional<Vote>());
}

Result<QString> taskOfRun(Connection &connection, qint64 run)
{
    QString task;
    const Result<bool> found =
        Statement(connection,
                  QStringLiteral("SELECT ifnull((SELECT c.task FROM lanes l JOIN calls c ON c.lane_id = l.id "
                                 "WHERE l.run_id = r.id ORDER BY l.position, c.id DESC LIMIT 1), '') "
                                 "FROM runs r WHERE r.id = :run"))
            .bind(":run", run)
            .first([&task](const Statement &row) { task = row.text(0); });
    if (!found)
        return found.error();
    return *found ? Result<QString>(task) : notFound(QStringLiteral("Run %1 is not in the ledger.").arg(run));
}

Result<qint64> insertVote(Connection &connection, const Vote &vote)
{
    const Result<qint64> id =
        Statement(connection,
                  QStringLiteral("INSERT INTO votes (at, run_id, task, kind, judge, blind, note) "
                                 "VALUES (:at, :run, :task, :kind, :judge, :blind, :note)"))
            .bind(":at", vote.atMs)
            .bind(":run", vote.runId)
            .bind(":task", vote.task)
            .bind(":kind", voteKindName(vote.kind))
            .bind(":judge", vote.judge)
            .bind(":blind", vote.blind)
            .bind(":note", vote.note)
            .insert();
    if (!id)
        return id;
    Statement statement(
        connection,
        QStringLiteral(
            "INSERT INTO vote_lanes (vote_id, position, lane_id, account, model, parameters, won, shown, "
            "simulated, cost_picos, first_ms, answer_chars) VALUES (:vote, :position, "
            "(SELECT id FROM lanes WHERE id = :lane), :account, :model, :parameters, :won, :shown, "
            ":simulated, :cost, :first, :chars)"));
    for (qsizetype position = 0; position < vote.lanes.size(); ++position) {
        const BallotLane &lane = vote.lanes.at(position);
        const Result<void> written = statement.bind(":vote", *id)
                                         .bind(":position", position)
                                         .bind(":lane", lane.laneId)
                                         .bind(":account", lane.target.account)
                                         .bind(":model", lane.target.model)
                                         .bindUtf8(":parameters", parametersText(lane.parameters))
                                         .bind(":won", lane.won)
                                         .bind(":shown", lane.shown)
                                         .bind(":simulated", lane.simulated)
                                         .bind(":cost", lane.cost)
                                         .bind(":first", lane.firstMs)
                                         .bind(":chars", lane.answerChars)
                                         .run();
        if (!written)
            return written.error();
    }
    return id;
}

Result<void> deleteVote(Connection &connection, qint64 id)
{
    return Statement(connection, QStringLiteral("DELETE FROM votes WHERE id = :id")).bind(":id", id).run();
}

Result<bool> updateNote(Connection &connection, qint64 id, const QString &note)
{
    const Result<int> changed =
        Statement(connection, QStringLiteral("UPDATE votes SET note = :note WHERE id = :id"))
            .bind(":note", note)
            .bind(":id", id)
            .change();
    if (!changed)
        return changed.error();
    return *changed > 0;
}

} // namespace core
