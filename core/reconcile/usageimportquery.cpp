#include "core/ledger/usagefigurereader.h"
#include "core/reconcile/importedsums.h"
#include "core/reconcile/reconcilewords.h"
#include "core/reconcile/usageimportwriting.h"
#include "core/reconcile/usagevalues.h"
#include "core/storage/statement.h"

#include <algorithm>
#include <limits>
#include <map>

namespace core {

namespace {

constexpr qint64 kEverMs = std::numeric_limits<qint64>::max();

QString importSelect()
{
    const QString counted =
        QStringLiteral("u.counted AND NOT (u.until_at IS NOT NULL AND %1)").arg(replacedSum(true));
    const QString costs = QStringLiteral("(SELECT sum(ifnull(a.cost_picos, u.cost_picos) %3 %2) FROM "
                                         "imported_usage u LEFT JOIN attempts a ON a.call_id = u.call_id "
                                         "WHERE u.import_id = i.id AND %1)")
                              .arg(counted, QString::number(kPicosPerMicro));
    return QStringLiteral("SELECT i.id, i.done_at, i.format, i.file_name, i.account, "
                          "(SELECT count(*) FROM imported_usage u WHERE u.import_id = i.id), "
                          "(SELECT count(*) FROM imported_usage u WHERE u.import_id = i.id AND %1), "
                          "%2, %3 FROM usage_imports i ")
        .arg(counted, costs.arg(QStringLiteral("/")), costs.arg(QStringLiteral("%")));
}

/// A sum that the query splits so that it does not overflow; unset where nothing was summed.
std::optional<Money> splitMoney(const Statement &row, int column)
{
    const std::optional<qint64> micros = row.optionalInteger(column);
    if (!micros)
        return std::nullopt;
    return Money::fromPicos(*micros) * kPicosPerMicro + Money::fromPicos(row.integer(column + 1));
}

UsageImportRecord readImportRow(const Statement &row)
{
    UsageImportRecord record;
    record.id = row.integer(0);
    record.atMs = row.integer(1);
    record.format = usageFormatFromName(row.text(2)).value_or(UsageFormat::Table);
    record.fileName = row.text(3);
    record.account = row.text(4);
    record.records = row.integer(5);
    record.counted = row.integer(6);
    record.cost = record.counted > 0 ? splitMoney(row, 7) : Money();
    return record;
}

/// With the columns that readRecordRow() reads; a condition follows.
QString recordSelect()
{
    return QStringLiteral("SELECT u.started_at, u.until_at, u.model, u.project, u.key_name, u.user, "
                          "u.service_tier, u.external_id, u.requests, u.input_tokens, "
                          "u.cached_input_tokens, u.cache_write_tokens, u.cache_write_1h_tokens, "
                          "u.output_tokens, u.reasoning_tokens, u.cost_picos, i.format, u.counted FROM "
                          "imported_usage u JOIN usage_imports i ON i.id = u.import_id WHERE ");
}

UsageRecord readRecordRow(const Statement &row)
{
    UsageRecord record;
    record.atMs = row.integer(0);
    record.untilMs = row.optionalInteger(1);
    record.model = row.text(2);
    record.project = row.text(3);
    record.key = row.text(4);
    record.user = row.text(5);
    record.usage.serviceTier = row.text(6);
    record.externalId = row.text(7);
    record.requests = row.optionalInteger(8);
    record.usage.input = row.optionalInteger(9);
    record.usage.cachedInput = row.optionalInteger(10);
    record.usage.cacheWrite = row.optionalInteger(11);
    record.usage.cacheWrite1h = row.optionalInteger(12);
    record.usage.output = row.optionalInteger(13);
    record.usage.reasoning = row.optionalInteger(14);
    record.usage.basis =
        record.usage.input || record.usage.output ? UsageBasis::Reported : UsageBasis::Missing;
    record.cost = row.optionalMoney(15);
    return record;
}

/// A record with the kind of export that tells it.
struct ToldRecord
{
    UsageRecord record;
    UsageFormat format = UsageFormat::Table;
};

/// How much each kind of export tells of a day.
struct ToldOfDay
{
    std::map<UsageFormat, qint64> tokens = {};
    std::map<UsageFormat, Money> costs = {};
};

bool tellsTokens(const UsageRecord &record)
{
    return record.usage.input || record.usage.output;
}

template <typename Amount>
bool tellsMost(const std::map<UsageFormat, Amount> &amounts, UsageFormat format)
{
    const auto most =
        std::max_element(amounts.cbegin(), amounts.cend(),
                         [](const auto &one, const auto &other) { return one.second < other.second; });
    return most == amounts.cend() || most->first == format;
}

/// Exports of two kinds may tell the same use: of each day (UTC) the tokens and the costs are those of the
/// kind that tells most of them.
QList<UsageRecord> toldOnce(const QList<ToldRecord> &all)
{
    std::map<qint64, ToldOfDay> days;
    for (const auto &[record, format] : all) {
        ToldOfDay &day = days[record.atMs / kUtcDayMs];
        if (tellsTokens(record))
            day.tokens[format] += record.usage.input.value_or(0) + record.usage.output.value_or(0);
        if (record.cost)
            day.costs[format] += *record.cost;
    }
    QList<UsageRecord> records;
    for (const auto &[record, format] : all) {
        const ToldOfDay &day = days[record.atMs / kUtcDayMs];
        const bool tokens = tellsTokens(record) && tellsMost(day.tokens, format);
        const bool cost = record.cost && tellsMost(day.costs, format);
        if (!tokens && !cost && (tellsTokens(record) || record.cost))
            continue;
        records.append(record);
        if (tellsTokens(record) && !tokens) {
            records.last().usage = {};
            records.last().requests.reset();
        }
        if (!cost)
            records.last().cost.reset();
    }
    return records;
}

} // namespace

Result<UsageImportRecord> readUsageImport(Connection &connection, qint64 import)
{
    UsageImportRecord record;
    const Result<bool> found = Statement(connection, importSelect() + QStringLiteral("WHERE i.id = :import"))
                                   .bind(":import", import)
                                   .first([&record](const Statement &row) { record = readImportRow(row); });
    if (!found)
        return found.error();
    if (!*found)
        return Error{ErrorKind::NotFound,
                     ReconcileWords::tr("There is no import %1.").arg(QString::number(import))};
    return record;
}

Result<QList<UsageImportRecord>> listUsageImports(Connection &connection)
{
    QList<UsageImportRecord> records;
    const Result<void> read =
        Statement(connection, importSelect() + QStringLiteral("ORDER BY i.id DESC"))
            .each([&records](const Statement &row) { records.append(readImportRow(row)); });
    if (!read)
        return read.error();
    return records;
}

Result<QList<UsageRecord>> importedRecords(Connection &connection, const QString &account,
                                           std::optional<qint64> sinceMs, std::optional<qint64> untilMs)
{
    QList<ToldRecord> records;
    const Result<void> read =
        Statement(connection,
                  recordSelect()
                      + QStringLiteral("u.account = :account AND u.started_at >= :since AND u.started_at < "
                                       ":until AND NOT (u.until_at IS NOT NULL AND %1) ORDER BY "
                                       "u.started_at, u.id")
                            .arg(replacedSum(false)))
            .bind(":account", account)
            .bind(":since", sinceMs.value_or(0))
            .bind(":until", untilMs.value_or(kEverMs))
            .each([&records](const Statement &row) {
                records.append(
                    {readRecordRow(row), usageFormatFromName(row.text(16)).value_or(UsageFormat::Table)});
            });
    if (!read)
        return read.error();
    return toldOnce(records);
}

Result<QList<ImportedSum>> importedSums(Connection &connection, const QString &account, UsageFormat format,
                                        qint64 fromMs, qint64 toMs)
{
    QList<ImportedSum> sums;
    const Result<void> read =
        Statement(connection,
                  recordSelect()
                      + QStringLiteral("u.account = :account AND i.format = :format AND u.until_at > :from "
                                       "AND u.started_at < :to AND NOT %1 ORDER BY u.started_at, u.id")
                            .arg(replacedSum(false)))
            .bind(":account", account)
            .bind(":format", usageFormatName(format))
            .bind(":from", fromMs)
            .bind(":to", toMs)
            .each([&sums](const Statement &row) {
                sums.append({readRecordRow(row), row.boolean(17)});
            });
    if (!read)
        return read.error();
    return sums;
}

Result<QStringList> importedAccounts(Connection &connection)
{
    QStringList accounts;
    const Result<void> read =
        Statement(connection, QStringLiteral("SELECT DISTINCT account FROM usage_imports ORDER BY account"))
            .each([&accounts](const Statement &row) { accounts.append(row.text(0)); });
    if (!read)
        return read.error();
    return accounts;
}

Result<UsageCoverage> usageCoverage(Connection &connection, const QString &account,
                                    std::optional<qint64> sinceMs, std::optional<qint64> untilMs,
                                    bool includeSimulated)
{
    UsageQuery query;
    query.sinceMs = sinceMs;
    query.untilMs = untilMs;
    query.by = {QStringLiteral("source")};
    query.includeSimulated = includeSimulated;
    if (!account.isEmpty())
        query.only = {{QStringLiteral("account"), account}};
    const Result<UsageReport> report = usageReport(connection, query);
    if (!report)
        return report.error();
    UsageCoverage coverage;
    for (const UsageRow &row : report->rows) {
        const bool imported = row.keys.value(0) == QLatin1StringView("import");
        (imported ? coverage.importedRequests : coverage.sent) += row.figures.cost;
        (imported ? coverage.importedUnpriced : coverage.sentUnpriced) += row.figures.unpricedAttempts;
    }
    // The tokens of a day may be in one export and its costs in another.
    const Result<bool> sums =
        Statement(
            connection,
            QStringLiteral("SELECT sum(micros), sum(picos), sum(CASE WHEN told = 0 THEN sums ELSE 0 END) "
                           "FROM (SELECT sum(u.cost_picos / %2) AS micros, sum(u.cost_picos %3 %2) AS picos, "
                           "count(u.cost_picos) AS told, count(*) AS sums FROM "
                           "imported_usage u JOIN usage_imports i ON i.id = u.import_id WHERE u.counted AND "
                           "u.until_at IS NOT NULL AND u.started_at >= :since AND u.started_at < :until AND "
                           "(:account = '' OR u.account = :account) AND NOT %1 GROUP BY u.account, "
                           "u.started_at / 86400000)")
                .arg(replacedSum(true), QString::number(kPicosPerMicro), QStringLiteral("%")))
            .bind(":since", sinceMs.value_or(0))
            .bind(":until", untilMs.value_or(kEverMs))
            .bind(":account", account)
            .first([&coverage](const Statement &row) {
                coverage.importedSums = splitMoney(row, 0).value_or(Money());
                coverage.importedUnpriced += row.integer(2);
            });
    if (!sums)
        return sums.error();
    return coverage;
}

} // namespace core
