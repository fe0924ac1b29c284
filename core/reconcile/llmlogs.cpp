#include "core/reconcile/llmlogs.h"

#include "core/reconcile/reconcilewords.h"
#include "core/reconcile/usagefields.h"
#include "core/reconcile/usagevalues.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUrl>
#include <QUuid>

namespace core {

namespace {

/// A connection of its own that goes with it.
class LlmDatabase
{
public:
    LlmDatabase() : m_name(QStringLiteral("llm-logs-") + QUuid::createUuid().toString(QUuid::Id128)) { }
    ~LlmDatabase()
    {
        QSqlDatabase::database(m_name, false).close();
        QSqlDatabase::removeDatabase(m_name);
    }
    LlmDatabase(const LlmDatabase &) = delete;
    LlmDatabase &operator=(const LlmDatabase &) = delete;

    Result<void> open(const QString &filePath)
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
        QUrl url = QUrl::fromLocalFile(QFileInfo(filePath).absoluteFilePath());
        // What stands in a write-ahead log alone is not seen by a reader that takes the file to be immutable.
        const bool logged = QFileInfo(filePath + QStringLiteral("-wal")).size() > 0;
        url.setQuery(logged ? QStringLiteral("mode=ro") : QStringLiteral("mode=ro&immutable=1"));
        database.setDatabaseName(url.toString(QUrl::FullyEncoded));
        database.setConnectOptions(QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_OPEN_URI"));
        if (!database.open())
            return failure(database.lastError());
        return {};
    }

    QSqlQuery query() const
    {
        QSqlQuery query(QSqlDatabase::database(m_name, false));
        query.setForwardOnly(true);
        return query;
    }

    static Error failure(const QSqlError &error)
    {
        return {ErrorKind::InvalidRequest,
                ReconcileWords::tr("it could not be read: %1.").arg(error.databaseText())};
    }

private:
    const QString m_name;
};

Result<QStringList> responseColumns(const LlmDatabase &database)
{
    QSqlQuery query = database.query();
    if (!query.exec(QStringLiteral("SELECT name FROM pragma_table_info('responses')")))
        return LlmDatabase::failure(query.lastError());
    QStringList columns;
    while (query.next())
        columns.append(query.value(0).toString());
    for (const QString &needed :
         {QStringLiteral("id"), QStringLiteral("model"), QStringLiteral("datetime_utc")}) {
        if (!columns.contains(needed))
            return Error{
                ErrorKind::InvalidRequest,
                ReconcileWords::tr("it is no logs.db of llm: there is no responses.%1.").arg(needed)};
    }
    return columns;
}

/// The parts that llm keeps as the provider named them. Anthropic's stand beside `input_tokens`.
void addDetails(const QByteArray &json, Usage *usage)
{
    const QJsonObject details = QJsonDocument::fromJson(json).object();
    const QJsonObject prompt = details.value(QLatin1StringView("prompt_tokens_details")).toObject();
    const QJsonObject completion = details.value(QLatin1StringView("completion_tokens_details")).toObject();
    usage->cachedInput = usageCount(prompt.value(QLatin1StringView("cached_tokens")));
    usage->audioInput = usageCount(prompt.value(QLatin1StringView("audio_tokens")));
    usage->reasoning = usageCount(completion.value(QLatin1StringView("reasoning_tokens")));
    const std::optional<qint64> read =
        usageCount(details.value(QLatin1StringView("cache_read_input_tokens")));
    const std::optional<qint64> written =
        usageCount(details.value(QLatin1StringView("cache_creation_input_tokens")));
    if (!read && !written)
        return;
    usage->cachedInput = read;
    usage->cacheWrite = written;
    usage->input = sumOfCounts({usage->input, read, written});
}

std::optional<qint64> countOf(const QVariant &value)
{
    bool ok = false;
    const qint64 count = value.toLongLong(&ok);
    return value.isNull() || !ok || count < 0 ? std::nullopt : std::optional(count);
}

Result<UsageRecord> readResponse(const QSqlQuery &query)
{
    UsageRecord record;
    record.externalId = query.value(0).toString();
    record.model = query.value(2).toString();
    if (record.model.isEmpty())
        record.model = query.value(1).toString();
    const std::optional<qint64> at = usageMoment(QStringView(query.value(3).toString()));
    if (!at)
        return Error{ErrorKind::InvalidRequest,
                     ReconcileWords::tr("response %1 has no time that can be read: \"%2\".")
                         .arg(record.externalId, query.value(3).toString())};
    record.atMs = *at;
    record.requests = 1;
    if (const QString talk = query.value(4).toString(); !talk.isEmpty())
        record.tags.insert(QStringLiteral("conversation"), talk);
    record.usage.input = countOf(query.value(5));
    record.usage.output = countOf(query.value(6));
    const bool counted = record.usage.input || record.usage.output;
    record.usage.basis = counted ? UsageBasis::Reported : UsageBasis::Missing;
    addDetails(query.value(7).toByteArray(), &record.usage);
    checkParts(record.usage);
    return record;
}

} // namespace

bool isSqliteFile(const QByteArray &start)
{
    return start.startsWith(QByteArray("SQLite format 3\0", 16));
}

Result<UsageExport> readLlmLogs(const QString &filePath)
{
    LlmDatabase database;
    if (const Result<void> opened = database.open(filePath); !opened)
        return opened.error();
    const Result<QStringList> columns = responseColumns(database);
    if (!columns)
        return columns.error();
    const auto orNull = [&columns](const QString &column) {
        return columns->contains(column) ? column : QStringLiteral("NULL");
    };
    const QStringList wanted{QStringLiteral("id"),
                             QStringLiteral("model"),
                             orNull(QStringLiteral("resolved_model")),
                             QStringLiteral("datetime_utc"),
                             orNull(QStringLiteral("conversation_id")),
                             orNull(QStringLiteral("input_tokens")),
                             orNull(QStringLiteral("output_tokens")),
                             orNull(QStringLiteral("token_details"))};
    QSqlQuery query = database.query();
    if (!query.exec(QStringLiteral("SELECT %1 FROM responses ORDER BY datetime_utc, id")
                        .arg(wanted.join(QStringLiteral(", ")))))
        return LlmDatabase::failure(query.lastError());
    UsageExport document;
    document.format = UsageFormat::LlmLogs;
    while (query.next()) {
        Result<UsageRecord> record = readResponse(query);
        if (!record)
            return record.error();
        document.records.append(std::move(record).value());
    }
    return document;
}

} // namespace core
