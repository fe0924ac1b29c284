#include "core/reconcile/usageimportwriting.h"

#include "core/catalog/costcalculator.h"
#include "core/ledger/recordsjson.h"
#include "core/ledger/settlement.h"
#include "core/ledger/usagestate.h"
#include "core/reconcile/reconcilewords.h"
#include "core/storage/statement.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

namespace core {

namespace {

QHash<QString, QString> tagsOf(const UsageRecord &record)
{
    QHash<QString, QString> tags = record.tags;
    const auto add = [&tags](const QString &key, const QString &value) {
        if (!value.isEmpty())
            tags.insert(key, value);
    };
    add(QStringLiteral("project"), record.project);
    add(QStringLiteral("key"), record.key);
    add(QStringLiteral("user"), record.user);
    return tags;
}

/// What the file says it cost; without that usage times price where prices are known.
Cost costOf(const UsageRecord &record, const UsageImportOptions &options)
{
    Usage usage = record.usage;
    usage.reportedCost = record.cost;
    const bool priced = !record.cost && options.pricesOf;
    return computeCost(usage, priced ? options.pricesOf(record.model, record.atMs) : std::nullopt);
}

Result<qint64> writeCall(Connection &connection, const UsageRecord &record, const QString &vendor,
                         const UsageImportOptions &options)
{
    const Result<qint64> call =
        Statement(connection,
                  QStringLiteral(
                      "INSERT INTO calls (lane_id, created_at, task, task_origin, tags, source, simulated) "
                      "VALUES (NULL, :at, '', 'import', :tags, 'import', 0)"))
            .bind(":at", record.atMs)
            .bindUtf8(":tags", tagsToJson(tagsOf(record)))
            .insert();
    if (!call)
        return call;
    const Result<qint64> attempt =
        Statement(connection,
                  QStringLiteral("INSERT INTO attempts (call_id, number, account_id, account, model, vendor, "
                                 "started_at) VALUES (:call, 1, 0, :account, :model, :vendor, :at)"))
            .bind(":call", *call)
            .bind(":account", options.account)
            .bind(":model", record.model)
            .bind(":vendor", vendor)
            .bind(":at", record.atMs)
            .insert();
    if (!attempt)
        return attempt;
    AttemptOutcome outcome;
    outcome.completion.status = LaneStatus::Complete;
    outcome.completion.usage = record.usage;
    outcome.cost = costOf(record, options);
    if (const Result<void> settled = settleFigures(connection, *attempt, outcome, record.atMs); !settled)
        return settled.error();
    return call;
}

Result<void> writeRecord(Connection &connection, qint64 import, const UsageRecord &record, bool counted,
                         const UsageImportOptions &options)
{
    const QString vendor = options.vendorOf ? options.vendorOf(record.model) : QString();
    std::optional<qint64> call;
    if (counted && record.isRequest()) {
        const Result<qint64> written = writeCall(connection, record, vendor, options);
        if (!written)
            return written.error();
        call = *written;
    }
    const Usage &usage = record.usage;
    return Statement(connection,
                     QStringLiteral(
                         "INSERT INTO imported_usage (import_id, started_at, until_at, account, model, "
                         "vendor, project, key_name, user, service_tier, external_id, requests, "
                         "input_tokens, cached_input_tokens, cache_write_tokens, cache_write_1h_tokens, "
                         "output_tokens, reasoning_tokens, cost_picos, counted, call_id) VALUES (:import, "
                         ":at, :until, :account, :model, :vendor, :project, :key, :user, :tier, :external, "
                         ":requests, :input, :cached, :write, :write1h, :output, :reasoning, :cost, "
                         ":counted, :call)"))
        .bind(":import", import)
        .bind(":at", record.atMs)
        .bind(":until", record.untilMs)
        .bind(":account", options.account)
        .bind(":model", record.model)
        .bind(":vendor", vendor)
        .bind(":project", record.project)
        .bind(":key", record.key)
        .bind(":user", record.user)
        .bind(":tier", usage.serviceTier)
        .bind(":external", record.externalId)
        .bind(":requests", record.requests)
        .bind(":input", usage.input)
        .bind(":cached", usage.cachedInput)
        .bind(":write", usage.cacheWrite)
        .bind(":write1h", usage.cacheWrite1h)
        .bind(":output", usage.output)
        .bind(":reasoning", usage.reasoning)
        .bind(":cost", record.cost)
        .bind(":counted", counted)
        .bind(":call", call)
        .run();
}

} // namespace

Result<qint64> beginUsageImport(Connection &connection, const UsageFile &file, const QString &account,
                                qint64 nowMs)
{
    qint64 sameImport = 0;
    qint64 sameAtMs = 0;
    const Result<bool> same =
        Statement(connection,
                  QStringLiteral("SELECT id, done_at FROM usage_imports WHERE file_hash = :hash LIMIT 1"))
            .bind(":hash", file.hash)
            .first([&](const Statement &row) {
                sameImport = row.integer(0);
                sameAtMs = row.integer(1);
            });
    if (!same)
        return same.error();
    if (*same)
        return Error{
            ErrorKind::InvalidRequest,
            ReconcileWords::tr("%1 was imported on %2 already, as import %3; undo that one to do it again.")
                .arg(file.name, QDateTime::fromMSecsSinceEpoch(sameAtMs).date().toString(Qt::ISODate),
                     QString::number(sameImport))};
    return Statement(connection,
                     QStringLiteral("INSERT INTO usage_imports (done_at, format, file_name, file_hash, "
                                    "account) VALUES (:now, :format, :name, :hash, :account)"))
        .bind(":now", nowMs)
        .bind(":format", usageFormatName(file.document.format))
        .bind(":name", file.name)
        .bind(":hash", file.hash)
        .bind(":account", account)
        .insert();
}

Result<void> writeUsageRecords(Connection &connection, qint64 import, const UsageFile &file,
                               const UsageImportPlan &plan, const UsageImportOptions &options, qsizetype from,
                               qsizetype to)
{
    const QList<UsageRecord> &records = file.document.records;
    for (qsizetype at = from; at < std::min(to, records.size()); ++at) {
        const LeftOut why = plan.decisions.at(at);
        // The earlier import has it.
        if (why == LeftOut::KnownRequest || why == LeftOut::KnownTime)
            continue;
        const Result<void> written =
            writeRecord(connection, import, records.at(at), why == LeftOut::None, options);
        if (!written)
            return written;
    }
    return {};
}

Result<void> checkUndo(Connection &connection, qint64 import)
{
    const Result<UsageImportRecord> record = readUsageImport(connection, import);
    if (!record)
        return record.error();
    const Result<UsageState> state = usageState(connection);
    if (!state)
        return state.error();
    const Result<bool> pruned =
        Statement(connection,
                  QStringLiteral("SELECT 1 FROM imported_usage WHERE import_id = :import AND call_id IS NOT "
                                 "NULL AND started_at < :pruned LIMIT 1"))
            .bind(":import", import)
            .bind(":pruned", state->prunedBeforeMs)
            .first([](const Statement &) {});
    if (!pruned)
        return pruned.error();
    if (*pruned)
        return Error{ErrorKind::InvalidRequest,
                     ReconcileWords::tr("Rows of the import of %1 were pruned since: it cannot be undone.")
                         .arg(record->fileName)};
    return {};
}

Result<int> undoUsageImport(Connection &connection, qint64 import, int limit)
{
    QJsonArray calls;
    const Result<void> listed =
        Statement(connection,
                  QStringLiteral("SELECT call_id FROM imported_usage WHERE import_id = :import AND call_id "
                                 "IS NOT NULL LIMIT :limit"))
            .bind(":import", import)
            .bind(":limit", limit)
            .each([&calls](const Statement &row) { calls.append(row.integer(0)); });
    if (!listed)
        return listed.error();
    if (calls.isEmpty()) {
        const Result<void> gone =
            Statement(connection, QStringLiteral("DELETE FROM usage_imports WHERE id = :import"))
                .bind(":import", import)
                .run();
        return gone ? Result<int>(0) : Result<int>(gone.error());
    }
    const QByteArray ids = QJsonDocument(calls).toJson(QJsonDocument::Compact);
    const QStringList statements{
        QStringLiteral("DELETE FROM attempts WHERE call_id IN (SELECT value FROM json_each(:calls))"),
        QStringLiteral("DELETE FROM calls WHERE id IN (SELECT value FROM json_each(:calls))"),
        QStringLiteral(
            "UPDATE imported_usage SET call_id = NULL, counted = 0 WHERE import_id = :import AND call_id IN "
            "(SELECT value FROM json_each(:calls))")};
    for (const QString &sql : statements) {
        Statement statement(connection, sql);
        statement.bindUtf8(":calls", ids);
        if (sql.contains(QLatin1StringView(":import")))
            statement.bind(":import", import);
        if (const Result<void> done = statement.run(); !done)
            return done.error();
    }
    return static_cast<int>(calls.size());
}

} // namespace core
