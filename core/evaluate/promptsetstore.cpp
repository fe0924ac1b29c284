#include "core/evaluate/promptsetstore.h"

#include "core/base/continuation.h"
#include "core/evaluate/setquery.h"
#include "core/storage/statement.h"

#include <QJsonDocument>

namespace core {

namespace {

QByteArray compact(const QJsonArray &array)
{
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

QByteArray valuesToJson(const QStringList &values)
{
    QJsonArray array;
    for (const QString &value : values)
        array.append(value.isNull() ? QJsonValue() : QJsonValue(value));
    return compact(array);
}

Result<void> insertCases(Connection &connection, qint64 set, const QList<PromptCase> &cases)
{
    Statement insert(connection,
                     QStringLiteral("INSERT INTO prompt_set_cases (set_id, position, cells, checks) "
                                    "VALUES (:set, :position, :cells, :checks)"));
    for (qsizetype row = 0; row < cases.size(); ++row) {
        const PromptCase &each = cases.at(row);
        const Result<void> inserted = insert.bind(":set", set)
                                          .bind(":position", row)
                                          .bindUtf8(":cells", valuesToJson(each.values))
                                          .bindUtf8(":checks", compact(checksToJson(each.checks)))
                                          .run();
        if (!inserted)
            return inserted;
    }
    return {};
}

Result<qint64> insertSet(Connection &connection, const PromptSetDraft &draft, qint64 nowMs)
{
    const Result<qint64> set =
        Statement(
            connection,
            QStringLiteral("INSERT INTO prompt_sets (name, created_at, source, columns, prompt, system, "
                           "checks, cases) "
                           "VALUES (:name, :now, :source, :columns, :prompt, :system, :checks, :cases)"))
            .bind(":name", draft.name)
            .bind(":now", nowMs)
            .bind(":source", draft.source)
            .bindUtf8(":columns", valuesToJson(draft.table.columns))
            .bind(":prompt", draft.prompt)
            .bind(":system", draft.system)
            .bindUtf8(":checks", compact(checksToJson(draft.checks)))
            .bind(":cases", draft.table.cases.size())
            .insert();
    if (!set)
        return set;
    const Result<void> inserted = insertCases(connection, *set, draft.table.cases);
    return inserted ? set : Result<qint64>(inserted.error());
}

/// A stored set as the draft it could have come from, to be examined with a change.
Result<PromptSetDraft> draftOf(Connection &connection, qint64 id)
{
    const Result<PromptSet> set = readSet(connection, id);
    if (!set)
        return set.error();
    const Result<QList<PromptCase>> cases = readCases(connection, id, 0, set->cases);
    if (!cases)
        return cases.error();
    return PromptSetDraft{set->name,   set->source, set->prompt,
                          set->system, set->checks, {set->columns, *cases}};
}

Result<void> asFound(const Result<int> &changed)
{
    if (!changed)
        return changed.error();
    return *changed > 0 ? Result<void>() : Result<void>(noSuchSet());
}

} // namespace

PromptSetStore::PromptSetStore(Database &database, const Clock &clock, QObject *parent)
    : QObject(parent), m_database(database), m_clock(clock)
{
}

QFuture<Result<QList<PromptSet>>> PromptSetStore::list() const
{
    return m_database.read([](Connection &connection) { return readSets(connection); });
}

QFuture<Result<PromptSet>> PromptSetStore::find(qint64 id) const
{
    return m_database.read([id](Connection &connection) { return readSet(connection, id); });
}

QFuture<Result<QList<PromptCase>>> PromptSetStore::cases(qint64 id, int first, int count) const
{
    return m_database.read(
        [id, first, count](Connection &connection) { return readCases(connection, id, first, count); });
}

QFuture<Result<qint64>> PromptSetStore::add(const PromptSetDraft &draft)
{
    return continued(
        m_database.write([draft, now = m_clock.utcMs()](Connection &connection) -> Result<qint64> {
            if (const Result<void> valid = validateDraft(draft); !valid)
                return valid.error();
            return insertSet(connection, draft, now);
        }),
        this, [this](const Result<qint64> &id) {
            if (id)
                emit changed();
            return id;
        });
}

QFuture<Result<void>> PromptSetStore::rename(qint64 id, const QString &name)
{
    return change([id, wanted = name.trimmed()](Connection &connection) -> Result<void> {
        if (wanted.isEmpty())
            return Error{ErrorKind::InvalidRequest, tr("A prompt set needs a name.")};
        return asFound(
            Statement(connection, QStringLiteral("UPDATE prompt_sets SET name = :name WHERE id = :id"))
                .bind(":name", wanted)
                .bind(":id", id)
                .change());
    });
}

QFuture<Result<void>> PromptSetStore::setTexts(qint64 id, const QString &prompt, const QString &system)
{
    return change([id, prompt, system](Connection &connection) -> Result<void> {
        Result<PromptSetDraft> draft = draftOf(connection, id);
        if (!draft)
            return draft.error();
        draft->prompt = prompt;
        draft->system = system;
        if (const Result<void> valid = validateDraft(*draft); !valid)
            return valid;
        return asFound(Statement(connection,
                                 QStringLiteral("UPDATE prompt_sets SET prompt = :prompt, system = :system "
                                                "WHERE id = :id"))
                           .bind(":prompt", prompt)
                           .bind(":system", system)
                           .bind(":id", id)
                           .change());
    });
}

QFuture<Result<void>> PromptSetStore::setChecks(qint64 id, const QList<Check> &checks)
{
    return change([id, checks](Connection &connection) -> Result<void> {
        Result<PromptSetDraft> draft = draftOf(connection, id);
        if (!draft)
            return draft.error();
        draft->checks = checks;
        if (const Result<void> valid = validateDraft(*draft); !valid)
            return valid;
        return asFound(
            Statement(connection, QStringLiteral("UPDATE prompt_sets SET checks = :checks WHERE id = :id"))
                .bindUtf8(":checks", compact(checksToJson(checks)))
                .bind(":id", id)
                .change());
    });
}

QFuture<Result<void>> PromptSetStore::remove(qint64 id)
{
    return change([id, own = m_database.leaseToken()](Connection &connection) -> Result<void> {
        if (const Result<void> idle = refuseRunning(connection, own, QStringLiteral("set_id"), id); !idle)
            return idle;
        if (const Result<void> gone = removeRunsOfMatrices(connection, QStringLiteral("set_id"), id); !gone)
            return gone;
        return asFound(Statement(connection, QStringLiteral("DELETE FROM prompt_sets WHERE id = :id"))
                           .bind(":id", id)
                           .change());
    });
}

QFuture<Result<void>> PromptSetStore::change(std::function<Result<void>(Connection &)> job)
{
    return continued(m_database.write(std::move(job)), this, [this](const Result<void> &done) {
        if (done)
            emit changed();
        return done;
    });
}

} // namespace core
