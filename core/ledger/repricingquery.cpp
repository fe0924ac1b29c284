#include "core/ledger/repricingquery.h"

#include "core/catalog/pricesnapshot.h"
#include "core/ledger/billedattempt.h"
#include "core/storage/statement.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>

namespace core {

namespace {

const QString kSince = QStringLiteral("since");
const QString kUntil = QStringLiteral("until");
const QString kAccount = QStringLiteral("account");
const QString kModel = QStringLiteral("model");
const QString kComputed = QStringLiteral("computed");
const QString kReported = QStringLiteral("reported");
const QString kSimulated = QStringLiteral("simulated");
// What undoing noted beside the scope.
const QString kPruned = QStringLiteral("pruned");
const QString kRestored = QStringLiteral("restored");

QByteArray scopeText(const RepricingScope &scope)
{
    QJsonObject json{
        {kComputed, scope.computed}, {kReported, scope.reported}, {kSimulated, scope.includeSimulated}};
    if (scope.sinceMs)
        json.insert(kSince, *scope.sinceMs);
    if (scope.untilMs)
        json.insert(kUntil, *scope.untilMs);
    if (!scope.account.isEmpty())
        json.insert(kAccount, scope.account);
    if (!scope.model.isEmpty())
        json.insert(kModel, scope.model);
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

std::optional<qint64> timeOf(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(value.toInteger()) : std::nullopt;
}

RepricingScope scopeFromJson(const QJsonObject &json)
{
    RepricingScope scope;
    scope.sinceMs = timeOf(json.value(kSince));
    scope.untilMs = timeOf(json.value(kUntil));
    scope.account = json.value(kAccount).toString();
    scope.model = json.value(kModel).toString();
    scope.computed = json.value(kComputed).toBool();
    scope.reported = json.value(kReported).toBool();
    scope.includeSimulated = json.value(kSimulated).toBool();
    return scope;
}

/// Conditions on a(ttempts) that need no parameters of the costs' kind.
QString placeConditions(const RepricingScope &scope)
{
    QString where = QStringLiteral("a.imported = 0");
    if (scope.sinceMs)
        where += QStringLiteral(" AND a.started_at >= :since");
    if (scope.untilMs)
        where += QStringLiteral(" AND a.started_at < :until");
    if (!scope.account.isEmpty())
        where += QStringLiteral(" AND a.account = :account");
    if (!scope.model.isEmpty())
        where += QStringLiteral(" AND a.model = :model");
    if (!scope.includeSimulated)
        where += QStringLiteral(" AND a.simulated = 0");
    return where;
}

void bindPlace(Statement &statement, const RepricingScope &scope)
{
    if (scope.sinceMs)
        statement.bind(":since", *scope.sinceMs);
    if (scope.untilMs)
        statement.bind(":until", *scope.untilMs);
    if (!scope.account.isEmpty())
        statement.bind(":account", scope.account);
    if (!scope.model.isEmpty())
        statement.bind(":model", scope.model);
}

QString scopeConditions(const RepricingScope &scope)
{
    QStringList kinds{QStringLiteral("a.unpriced = 1")};
    if (scope.computed)
        kinds += QStringLiteral("a.cost_basis IN ('computed', 'estimated')");
    if (scope.reported)
        kinds += QStringLiteral("a.cost_basis = 'reported'");
    // A request that never left this machine costs nothing at any price.
    return placeConditions(scope)
        + QStringLiteral(" AND NOT (a.usage_basis = 'missing' AND ifnull(a.cost_picos, 1) = 0) AND (")
        + kinds.join(QStringLiteral(" OR ")) + u')';
}

void countRow(RepricingRow &row, const BilledAttempt &attempt, const Cost &cost)
{
    ++row.attempts;
    row.changed += isSameCost(attempt.cost, cost) ? 0 : 1;
    row.unpricedBefore += attempt.cost.amount ? 0 : 1;
    row.unpricedAfter += cost.amount ? 0 : 1;
    row.before += attempt.cost.amount.value_or(Money());
    row.after += cost.amount.value_or(Money());
}

std::int64_t distance(const RepricingRow &row)
{
    return std::abs((row.after - row.before).picos());
}

Error noRepricing(qint64 id)
{
    return Error{
        ErrorKind::NotFound,
        QCoreApplication::translate("Repricing", "The log has no repricing with the number %1.").arg(id)};
}

/// Nobody is shown it: who stops the work knows.
Error stopped()
{
    return Error{ErrorKind::Storage, QStringLiteral("The undoing was stopped.")};
}

RepricingRecord recordFrom(const Statement &row)
{
    RepricingRecord record;
    record.id = row.integer(0);
    record.doneAtMs = row.integer(1);
    const QJsonObject json = QJsonDocument::fromJson(row.utf8(2)).object();
    record.scope = scopeFromJson(json);
    record.attempts = row.integer(3);
    record.before = Money::fromPicos(row.integer(4));
    record.after = Money::fromPicos(row.integer(5));
    record.undoneAtMs = row.optionalInteger(6);
    record.pruned = record.undoneAtMs ? json.value(kPruned).toInteger() : row.integer(7);
    record.restored = Money::fromDecimal(json.value(kRestored).toString());
    return record;
}

QString recordSelect()
{
    return QStringLiteral(
        "SELECT id, done_at, scope, attempts, old_picos, new_picos, undone_at, CASE WHEN undone_at IS NULL "
        "THEN attempts - (SELECT count(*) FROM repriced_attempts m WHERE m.repricing_id = repricings.id) "
        "ELSE 0 END FROM repricings");
}

Result<void> logChange(Connection &connection, qint64 repricing, const BilledAttempt &attempt)
{
    return Statement(connection,
                     QStringLiteral("INSERT OR IGNORE INTO repriced_attempts (repricing_id, attempt_id, old) "
                                    "VALUES (:repricing, :attempt, :old)"))
        .bind(":repricing", repricing)
        .bind(":attempt", attempt.id)
        .bindUtf8(":old", costText(attempt.cost))
        .run();
}

Result<void> addToRecord(Connection &connection, qint64 repricing, const RepricingRow &sum)
{
    RepricingRow all;
    const Result<bool> read =
        Statement(connection,
                  QStringLiteral("SELECT attempts, old_picos, new_picos FROM repricings WHERE id = :id"))
            .bind(":id", repricing)
            .first([&all](const Statement &row) {
                all.attempts = row.integer(0);
                all.before = Money::fromPicos(row.integer(1));
                all.after = Money::fromPicos(row.integer(2));
            });
    if (!read || !*read)
        return read ? noRepricing(repricing) : read.error();
    return Statement(connection,
                     QStringLiteral("UPDATE repricings SET attempts = :attempts, old_picos = :old, "
                                    "new_picos = :new WHERE id = :id"))
        .bind(":attempts", all.attempts + sum.attempts)
        .bind(":old", all.before + sum.before)
        .bind(":new", all.after + sum.after)
        .bind(":id", repricing)
        .run();
}

Result<bool> isBuiltUpon(Connection &connection, qint64 repricing)
{
    return Statement(connection, QStringLiteral(R"(
            SELECT 1 FROM repriced_attempts m
            JOIN repriced_attempts n ON n.attempt_id = m.attempt_id AND n.repricing_id > m.repricing_id
            JOIN repricings r ON r.id = n.repricing_id
            WHERE m.repricing_id = :id AND r.undone_at IS NULL LIMIT 1)"))
        .bind(":id", repricing)
        .first([](const Statement &) {});
}

/// Attempts that have their old cost again, and the sum of these.
struct RestoredCosts
{
    qint64 attempts = 0;
    Money sum = {};
};

Result<RestoredCosts> restoreCosts(Connection &connection, qint64 repricing, const RepricingStep &step)
{
    QList<std::pair<qint64, Cost>> costs;
    const Result<void> read =
        Statement(connection,
                  QStringLiteral("SELECT attempt_id, old FROM repriced_attempts WHERE repricing_id = :id"))
            .bind(":id", repricing)
            .each([&costs](const Statement &row) {
                costs += std::pair(row.integer(0), costFromText(row.utf8(1)));
            });
    if (!read)
        return read.error();
    const auto goesOn = [&step, all = costs.size()](qint64 done) { return !step || step(done, all); };
    RestoredCosts restored;
    for (const auto &[attempt, cost] : std::as_const(costs)) {
        if (!goesOn(restored.attempts++))
            return stopped();
        if (const Result<void> written = writeCost(connection, attempt, cost); !written)
            return written.error();
        restored.sum += cost.amount.value_or(Money());
    }
    return goesOn(restored.attempts) ? Result<RestoredCosts>(restored) : Result<RestoredCosts>(stopped());
}

} // namespace

Result<QList<UnpricedModel>> unpricedModels(Connection &connection, const RepricingScope &scope)
{
    QList<UnpricedModel> models;
    Statement statement(
        connection,
        QStringLiteral("SELECT a.account_id, a.account, a.model, max(a.vendor), count(*), "
                       "ifnull(sum(a.input_tokens), 0), ifnull(sum(a.output_tokens), 0), min(a.started_at), "
                       "max(a.started_at), max(a.price_currency) FROM attempts a WHERE a.unpriced = 1 AND ")
            + placeConditions(scope)
            + QStringLiteral(" GROUP BY a.account_id, a.account, a.model "
                             "ORDER BY count(*) DESC, a.account, a.model"));
    bindPlace(statement, scope);
    const Result<void> read = statement.each([&models](const Statement &row) {
        models +=
            UnpricedModel{row.integer(0), row.text(1),    row.text(2),    row.text(3),    row.integer(4),
                          row.integer(5), row.integer(6), row.integer(7), row.integer(8), row.text(9)};
    });
    return read ? Result<QList<UnpricedModel>>(models) : Result<QList<UnpricedModel>>(read.error());
}

Result<RepricingPreview> previewRepricing(Connection &connection, const RepricingScope &scope,
                                          const PriceSnapshot &prices)
{
    RepricingPreview preview;
    QHash<std::pair<QString, QString>, RepricingRow> rows;
    Statement statement(connection,
                        QString(billedAttemptSelect() + QStringLiteral(" WHERE ") + scopeConditions(scope)));
    bindPlace(statement, scope);
    const Result<void> read = statement.each([&](const Statement &row) {
        const BilledAttempt attempt = readBilledAttempt(row);
        const Cost cost = costAt(attempt, prices, scope.reported);
        RepricingRow &sum = rows[{attempt.account, attempt.model}];
        sum.account = attempt.account;
        sum.model = attempt.model;
        countRow(sum, attempt, cost);
        countRow(preview.total, attempt, cost);
    });
    if (!read)
        return read.error();
    preview.rows = rows.values();
    std::sort(preview.rows.begin(), preview.rows.end(), [](const RepricingRow &a, const RepricingRow &b) {
        return std::tuple(-distance(a), a.account, a.model) < std::tuple(-distance(b), b.account, b.model);
    });
    return preview;
}

Result<qint64> beginRepricing(Connection &connection, const RepricingScope &scope, qint64 nowMs)
{
    return Statement(connection,
                     QStringLiteral("INSERT INTO repricings (done_at, scope) VALUES (:now, :scope)"))
        .bind(":now", nowMs)
        .bindUtf8(":scope", scopeText(scope))
        .insert();
}

Result<qint64> repriceSome(Connection &connection, qint64 repricing, const RepricingScope &scope,
                           const PriceSnapshot &prices, qint64 after, int span)
{
    const Result<qint64> newest =
        connection.integer(QStringLiteral("SELECT ifnull(max(id), 0) FROM attempts"));
    if (!newest)
        return newest;
    if (after >= *newest)
        return qint64(0);
    QList<BilledAttempt> attempts;
    Statement statement(connection,
                        QString(billedAttemptSelect()
                                + QStringLiteral(" WHERE a.id > :after AND a.id <= :last AND ")
                                + scopeConditions(scope)));
    bindPlace(statement, scope);
    const Result<void> read =
        statement.bind(":after", after).bind(":last", after + span).each([&attempts](const Statement &row) {
            attempts += readBilledAttempt(row);
        });
    if (!read)
        return read.error();
    RepricingRow sum;
    for (const BilledAttempt &attempt : std::as_const(attempts)) {
        const Cost cost = costAt(attempt, prices, scope.reported);
        if (isSameCost(attempt.cost, cost))
            continue;
        countRow(sum, attempt, cost);
        if (const Result<void> logged = logChange(connection, repricing, attempt); !logged)
            return logged.error();
        if (const Result<void> written = writeCost(connection, attempt.id, cost); !written)
            return written.error();
    }
    if (sum.attempts > 0) {
        if (const Result<void> summed = addToRecord(connection, repricing, sum); !summed)
            return summed.error();
    }
    return after + span;
}

Result<RepricingRecord> readRepricing(Connection &connection, qint64 repricing)
{
    RepricingRecord record;
    const Result<bool> found =
        Statement(connection, QString(recordSelect() + QStringLiteral(" WHERE id = :id")))
            .bind(":id", repricing)
            .first([&record](const Statement &row) { record = recordFrom(row); });
    if (!found)
        return found.error();
    return *found ? Result<RepricingRecord>(record) : Result<RepricingRecord>(noRepricing(repricing));
}

Result<QList<RepricingRecord>> listRepricings(Connection &connection)
{
    QList<RepricingRecord> records;
    const Result<void> read =
        Statement(connection, QString(recordSelect() + QStringLiteral(" ORDER BY id DESC")))
            .each([&records](const Statement &row) { records += recordFrom(row); });
    return read ? Result<QList<RepricingRecord>>(records) : Result<QList<RepricingRecord>>(read.error());
}

Result<void> undoRepricing(Connection &connection, qint64 repricing, qint64 nowMs, const RepricingStep &step)
{
    const Result<RepricingRecord> record = readRepricing(connection, repricing);
    if (!record)
        return record.error();
    if (record->undoneAtMs)
        return Error{
            ErrorKind::InvalidRequest,
            QCoreApplication::translate("Repricing", "Repricing %1 is undone already.").arg(repricing)};
    const Result<bool> built = isBuiltUpon(connection, repricing);
    if (!built)
        return built.error();
    if (*built)
        return Error{ErrorKind::InvalidRequest,
                     QCoreApplication::translate("Repricing",
                                                 "A later repricing changed some of the same attempts; undo "
                                                 "that one first.")};
    const Result<RestoredCosts> restored = restoreCosts(connection, repricing, step);
    if (!restored)
        return restored.error();
    // Rows that are pruned from now on were put back.
    return Statement(connection, QStringLiteral(R"(
            UPDATE repricings SET undone_at = :now,
                scope = json_set(scope, '$.pruned', :pruned, '$.restored', :restored)
            WHERE id = :id)"))
        .bind(":now", nowMs)
        .bind(":pruned", record->attempts - restored->attempts)
        .bind(":restored", restored->sum.toDecimal())
        .bind(":id", repricing)
        .run();
}

} // namespace core
