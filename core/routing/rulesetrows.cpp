#include "core/routing/rulesetrows.h"

#include "core/routing/rulesetjson.h"
#include "core/storage/statement.h"

#include <QJsonDocument>

namespace core {

namespace {

Error refusedSet(const QString &sentence)
{
    return Error{ErrorKind::InvalidRequest, sentence};
}

Error noSuchSet(const QString &name)
{
    return Error{ErrorKind::NotFound, RuleSetStore::tr("There is no rule set named “%1”.").arg(name)};
}

Error noSuchVersion(const QString &name, int version)
{
    return Error{
        ErrorKind::NotFound,
        RuleSetStore::tr("The rule set “%1” has no version %2.").arg(name, QString::number(version))};
}

Result<RuleSet> readStoredDocument(const QString &name, const QByteArray &document)
{
    Result<RuleSet> rules = readRuleSet(document);
    if (rules)
        rules->name = name;
    return rules;
}

void addProblem(RuleSetEntry &entry, const QString &sentence)
{
    if (!entry.problem.isEmpty())
        entry.problem += u' ';
    entry.problem += sentence.endsWith(u'.') ? sentence : QString(sentence + u'.');
}

RuleSetEntry readSetEntry(const Statement &row)
{
    RuleSetEntry entry;
    entry.id = row.integer(0);
    entry.name = row.text(1);
    entry.activeVersion = static_cast<int>(row.integer(2));
    entry.newestVersion = static_cast<int>(row.integer(5));
    entry.activation = row.integer(6);
    entry.activatedAtMs = row.integer(7);
    if (entry.activeVersion > 0) {
        const Result<RuleSet> active = readStoredDocument(entry.name, row.utf8(4));
        if (active)
            entry.active = *active;
        else
            addProblem(entry,
                       RuleSetStore::tr("Version %1 of the rule set “%2” cannot be read: %3")
                           .arg(QString::number(entry.activeVersion), entry.name, active.error().message));
    }
    if (row.optionalText(3)) {
        const Result<RuleSet> draft = readStoredDocument(entry.name, row.utf8(3));
        if (draft)
            entry.draft = *draft;
        else
            addProblem(entry,
                       RuleSetStore::tr("The draft of the rule set “%1” cannot be read: %2")
                           .arg(entry.name, draft.error().message));
    }
    return entry;
}

Result<std::optional<QByteArray>> draftOf(Connection &connection, qint64 set)
{
    std::optional<QByteArray> draft;
    const Result<bool> found =
        Statement(connection,
                  QStringLiteral("SELECT draft FROM rule_sets WHERE id = :set AND draft IS NOT NULL"))
            .bind(":set", set)
            .first([&draft](const Statement &row) { draft = row.utf8(0); });
    return found ? Result<std::optional<QByteArray>>(draft)
                 : Result<std::optional<QByteArray>>(found.error());
}

} // namespace

Result<QList<RuleSetEntry>> readSetEntries(Connection &connection)
{
    QList<RuleSetEntry> entries;
    const Result<void> read =
        Statement(connection, QStringLiteral(R"(
            SELECT s.id, s.name, s.active_version, s.draft, v.document,
                (SELECT ifnull(max(number), 0) FROM rule_set_versions WHERE rule_set_id = s.id), a.id, a.activated_at
            FROM rule_sets s
            LEFT JOIN rule_set_versions v ON v.rule_set_id = s.id AND v.number = s.active_version
            LEFT JOIN rule_set_activations a
                ON a.id = (SELECT max(id) FROM rule_set_activations WHERE rule_set_id = s.id)
            ORDER BY s.name COLLATE NOCASE, s.name)"))
            .each([&entries](const Statement &row) { entries.append(readSetEntry(row)); });
    if (!read)
        return read.error();
    return entries;
}

Result<qint64> idOfSet(Connection &connection, const QString &name)
{
    qint64 id = 0;
    const Result<bool> found =
        Statement(connection, QStringLiteral("SELECT id FROM rule_sets WHERE name = :name"))
            .bind(":name", name)
            .first([&id](const Statement &row) { id = row.integer(0); });
    if (!found)
        return found.error();
    return *found ? Result<qint64>(id) : Result<qint64>(noSuchSet(name));
}

Result<void> checkSetNameFree(Connection &connection, const QString &name, qint64 own)
{
    QString taken;
    const Result<bool> found =
        Statement(
            connection,
            QStringLiteral("SELECT name FROM rule_sets WHERE name = :name COLLATE NOCASE AND id <> :own"))
            .bind(":name", name)
            .bind(":own", own)
            .first([&taken](const Statement &row) { taken = row.text(0); });
    if (!found)
        return found.error();
    return *found
        ? Result<void>(refusedSet(RuleSetStore::tr("There is already a rule set named “%1”.").arg(taken)))
        : Result<void>();
}

Result<qint64> idOfSetOrNew(Connection &connection, const QString &name)
{
    const Result<qint64> known = idOfSet(connection, name);
    if (known || known.error().kind != ErrorKind::NotFound)
        return known;
    if (const Result<void> valid = validateRuleSetName(name); !valid)
        return valid.error();
    if (const Result<void> free = checkSetNameFree(connection, name, 0); !free)
        return free.error();
    return Statement(connection, QStringLiteral("INSERT INTO rule_sets (name) VALUES (:name)"))
        .bind(":name", name)
        .insert();
}

QByteArray storedDocument(const QString &name, RuleSet rules)
{
    rules.name = name;
    return QJsonDocument(ruleSetToJson(rules)).toJson(QJsonDocument::Compact);
}

Result<void> writeDraft(Connection &connection, qint64 set, const std::optional<QByteArray> &document)
{
    Statement statement(connection, QStringLiteral("UPDATE rule_sets SET draft = :draft WHERE id = :set"));
    if (document)
        statement.bindUtf8(":draft", *document);
    else
        statement.bind(":draft", std::nullopt);
    return statement.bind(":set", set).run();
}

Result<void> writeActiveVersion(Connection &connection, qint64 set, int version)
{
    return Statement(connection,
                     QStringLiteral("UPDATE rule_sets SET active_version = :version WHERE id = :set"))
        .bind(":version", version)
        .bind(":set", set)
        .run();
}

Result<int> insertSetVersion(Connection &connection, qint64 set, const QByteArray &document,
                             const QString &comment, qint64 nowMs)
{
    int number = 0;
    const Result<bool> counted =
        Statement(connection,
                  QStringLiteral(
                      "SELECT ifnull(max(number), 0) + 1 FROM rule_set_versions WHERE rule_set_id = :set"))
            .bind(":set", set)
            .first([&number](const Statement &row) { number = static_cast<int>(row.integer(0)); });
    if (!counted)
        return counted.error();
    const Result<void> written =
        Statement(
            connection,
            QStringLiteral("INSERT INTO rule_set_versions (rule_set_id, number, saved_at, comment, document) "
                           "VALUES (:set, :number, :now, :comment, :document)"))
            .bind(":set", set)
            .bind(":number", number)
            .bind(":now", nowMs)
            .bind(":comment", comment)
            .bindUtf8(":document", document)
            .run();
    return written ? Result<int>(number) : Result<int>(written.error());
}

Result<void> makeSetActive(Connection &connection, qint64 set, const Activation &activation)
{
    const Result<void> recorded =
        Statement(connection,
                  QStringLiteral("INSERT INTO rule_set_activations "
                                 "(rule_set_id, version, activated_at, checked, comment) "
                                 "VALUES (:set, :version, :now, :checked, :comment)"))
            .bind(":set", set)
            .bind(":version", activation.version)
            .bind(":now", activation.atMs)
            .bind(":checked", activation.checked)
            .bind(":comment", activation.comment)
            .run();
    return recorded ? writeActiveVersion(connection, set, activation.version) : recorded;
}

Result<void> dropReadableDraft(Connection &connection, qint64 set)
{
    const Result<std::optional<QByteArray>> draft = draftOf(connection, set);
    if (!draft)
        return draft.error();
    if (!*draft || !readRuleSet(**draft))
        return {};
    return writeDraft(connection, set, std::nullopt);
}

Result<void> keepUnreadableDraft(Connection &connection, qint64 set, qint64 nowMs)
{
    const Result<std::optional<QByteArray>> draft = draftOf(connection, set);
    if (!draft)
        return draft.error();
    if (!*draft || readRuleSet(**draft))
        return {};
    const Result<int> version = insertSetVersion(connection, set, **draft,
                                                 RuleSetStore::tr("The draft that could not be read"), nowMs);
    return version ? Result<void>() : Result<void>(version.error());
}

Result<void> checkVersionReadable(Connection &connection, qint64 set, const QString &name, int version)
{
    QByteArray document;
    const Result<bool> found =
        Statement(connection,
                  QStringLiteral("SELECT document FROM rule_set_versions WHERE rule_set_id = :set AND "
                                 "number = :number"))
            .bind(":set", set)
            .bind(":number", version)
            .first([&document](const Statement &row) { document = row.utf8(0); });
    if (!found)
        return found.error();
    if (!*found)
        return noSuchVersion(name, version);
    const Result<RuleSet> rules = readRuleSet(document);
    if (rules)
        return {};
    return refusedSet(RuleSetStore::tr("Version %1 of the rule set “%2” cannot be read: %3")
                          .arg(QString::number(version), name, rules.error().message));
}

Result<QList<RuleSetVersion>> readSetVersions(Connection &connection, const QString &name)
{
    const Result<qint64> set = idOfSet(connection, name);
    if (!set)
        return set.error();
    QList<RuleSetVersion> versions;
    const Result<void> read =
        Statement(connection,
                  QStringLiteral("SELECT number, saved_at, comment, document FROM rule_set_versions "
                                 "WHERE rule_set_id = :set ORDER BY number DESC"))
            .bind(":set", *set)
            .each([&versions, &name](const Statement &row) {
                const Result<RuleSet> rules = readStoredDocument(name, row.utf8(3));
                versions.append({static_cast<int>(row.integer(0)), row.integer(1), row.text(2),
                                 rules.valueOr(RuleSet{}), rules ? QString() : rules.error().message});
            });
    if (!read)
        return read.error();
    return versions;
}

Result<QList<Activation>> readSetActivations(Connection &connection, const QString &name)
{
    const Result<qint64> set = idOfSet(connection, name);
    if (!set)
        return set.error();
    QList<Activation> activations;
    const Result<void> read =
        Statement(connection,
                  QStringLiteral("SELECT version, activated_at, checked, comment FROM rule_set_activations "
                                 "WHERE rule_set_id = :set ORDER BY id DESC"))
            .bind(":set", *set)
            .each([&activations](const Statement &row) {
                activations.append(
                    {static_cast<int>(row.integer(0)), row.integer(1), row.boolean(2), row.text(3)});
            });
    if (!read)
        return read.error();
    return activations;
}

} // namespace core
