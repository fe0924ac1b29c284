#include "core/reconcile/tableusage.h"

#include "core/reconcile/reconcilewords.h"
#include "core/reconcile/usagefields.h"
#include "core/reconcile/usagetable.h"
#include "core/reconcile/usagevalues.h"

#include <algorithm>

namespace core {

namespace {

struct UsualNames
{
    QString field;
    QStringList names;
};

/// The first name that a table has wins.
const QList<UsualNames> &usualNames()
{
    static const QList<UsualNames> names{
        {QStringLiteral("day"),
         {QStringLiteral("day"), QStringLiteral("date"), QStringLiteral("day_utc"),
          QStringLiteral("usage_date")}},
        {QStringLiteral("time"),
         {QStringLiteral("time"), QStringLiteral("timestamp"), QStringLiteral("created_at"),
          QStringLiteral("started_at"), QStringLiteral("datetime"), QStringLiteral("start_time")}},
        {QStringLiteral("model"),
         {QStringLiteral("model"), QStringLiteral("model_name"), QStringLiteral("model_id")}},
        {QStringLiteral("input"),
         {QStringLiteral("input"), QStringLiteral("input_tokens"), QStringLiteral("prompt_tokens"),
          QStringLiteral("tokens_in")}},
        {QStringLiteral("uncached_input"),
         {QStringLiteral("uncached_input"), QStringLiteral("uncached_input_tokens")}},
        {QStringLiteral("cached_input"),
         {QStringLiteral("cached_input"), QStringLiteral("cached_input_tokens"),
          QStringLiteral("cached_tokens"), QStringLiteral("cache_read_input_tokens")}},
        {QStringLiteral("cache_write"),
         {QStringLiteral("cache_write"), QStringLiteral("cache_write_tokens"),
          QStringLiteral("cache_creation_input_tokens")}},
        {QStringLiteral("cache_write_1h"),
         {QStringLiteral("cache_write_1h"), QStringLiteral("cache_write_1h_tokens")}},
        {QStringLiteral("output"),
         {QStringLiteral("output"), QStringLiteral("output_tokens"), QStringLiteral("completion_tokens"),
          QStringLiteral("tokens_out")}},
        {QStringLiteral("reasoning"), {QStringLiteral("reasoning"), QStringLiteral("reasoning_tokens")}},
        {QStringLiteral("cost"),
         {QStringLiteral("cost"), QStringLiteral("cost_usd"), QStringLiteral("spend"),
          QStringLiteral("amount_usd"), QStringLiteral("price_usd"), QStringLiteral("usd")}},
        {QStringLiteral("requests"),
         {QStringLiteral("requests"), QStringLiteral("calls"), QStringLiteral("num_requests"),
          QStringLiteral("request_count")}},
        {QStringLiteral("project"),
         {QStringLiteral("project"), QStringLiteral("project_name"), QStringLiteral("workspace"),
          QStringLiteral("team")}},
        {QStringLiteral("key"),
         {QStringLiteral("key"), QStringLiteral("key_name"), QStringLiteral("api_key_name"),
          QStringLiteral("api_key")}},
        {QStringLiteral("user"),
         {QStringLiteral("user"), QStringLiteral("user_id"), QStringLiteral("username")}},
        {QStringLiteral("id"),
         {QStringLiteral("id"), QStringLiteral("request_id"), QStringLiteral("generation_id")}},
        {QStringLiteral("tier"), {QStringLiteral("tier"), QStringLiteral("service_tier")}},
    };
    return names;
}

/// How people write a column, as usualNames() has it: `Input Tokens` is `input_tokens`.
QString plainName(const QString &column)
{
    return column.trimmed().toLower().replace(u' ', u'_').replace(u'-', u'_');
}

/// The first names that are looked for, for people.
QString namesOf(const QStringList &fields)
{
    QStringList names;
    for (const UsualNames &usual : usualNames()) {
        if (fields.contains(usual.field))
            names += usual.names.mid(0, 3);
    }
    return names.join(QStringLiteral(", "));
}

bool holdsAny(const ColumnMap &map, const QStringList &fields)
{
    return std::any_of(fields.cbegin(), fields.cend(),
                       [&map](const QString &field) { return map.contains(field); });
}

/// For people, who may have given any file: at most so many and no longer than this.
QString shownColumns(const QStringList &columns)
{
    constexpr qsizetype kMost = 20;
    constexpr qsizetype kLongest = 40;
    const QStringList first = columns.mid(0, kMost);
    QStringList shown;
    for (const QString &column : first)
        shown.append(column.size() > kLongest ? QString(column.left(kLongest) + u'…') : column);
    if (columns.size() > kMost)
        shown.append(QStringLiteral("…"));
    return shown.join(QStringLiteral(", ")).simplified();
}

Error columnsMissing(const QString &sentence)
{
    return {ErrorKind::InvalidRequest, sentence, {}, {}, kColumnsMissing};
}

Result<void> readTableTime(const UsageTable &row, const ColumnMap &map, UsageRecord *record)
{
    const bool byTime = map.contains(QStringLiteral("time"));
    const Result<qint64> at = row.moment(map.value(byTime ? QStringLiteral("time") : QStringLiteral("day")));
    if (!at)
        return at.error();
    record->atMs = *at;
    if (byTime)
        return {};
    record->atMs = *at / kUtcDayMs * kUtcDayMs;
    record->untilMs = record->atMs + kUtcDayMs;
    return {};
}

Result<void> readTableCounts(const UsageTable &row, const ColumnMap &map, UsageRecord *record)
{
    Usage &usage = record->usage;
    usage.basis = UsageBasis::Reported;
    std::optional<qint64> uncached;
    const Result<void> counts =
        readCountsInto(row,
                       {{map.value(QStringLiteral("requests")), &record->requests},
                        {map.value(QStringLiteral("input")), &usage.input},
                        {map.value(QStringLiteral("uncached_input")), &uncached},
                        {map.value(QStringLiteral("cached_input")), &usage.cachedInput},
                        {map.value(QStringLiteral("cache_write")), &usage.cacheWrite},
                        {map.value(QStringLiteral("cache_write_1h")), &usage.cacheWrite1h},
                        {map.value(QStringLiteral("output")), &usage.output},
                        {map.value(QStringLiteral("reasoning")), &usage.reasoning}});
    if (!counts)
        return counts;
    if (!usage.input && uncached)
        usage.input = sumOfCounts({uncached, usage.cachedInput, usage.cacheWrite});
    if (!usage.input && !usage.output)
        usage.basis = UsageBasis::Missing;
    return {};
}

} // namespace

ColumnMap guessColumns(const QStringList &columns)
{
    QHash<QString, QString> byName;
    for (const QString &column : columns)
        byName.insert(plainName(column), column);
    ColumnMap map;
    for (const UsualNames &usual : usualNames()) {
        for (const QString &name : usual.names) {
            if (byName.contains(name) && !map.contains(usual.field))
                map.insert(usual.field, byName.value(name));
        }
    }
    // A moment says more than a day.
    if (map.contains(QStringLiteral("time")))
        map.remove(QStringLiteral("day"));
    return map;
}

Result<TablePreview> previewTable(const QString &text, int rows)
{
    UsageTable table(text);
    if (const Result<void> read = table.readHead(); !read)
        return read.error();
    TablePreview preview;
    preview.columns = table.columns();
    preview.guess = guessColumns(preview.columns);
    for (int count = 0; count < rows; ++count) {
        const Result<bool> more = table.next();
        if (!more)
            return more.error();
        if (!*more)
            break;
        QStringList row;
        for (const QString &column : std::as_const(preview.columns))
            row.append(table.text(column));
        preview.rows.append(row);
    }
    return preview;
}

Result<void> checkColumns(const ColumnMap &map, const QStringList &columns)
{
    for (auto field = map.cbegin(); field != map.cend(); ++field) {
        if (!columns.contains(*field, Qt::CaseInsensitive))
            return Error{ErrorKind::InvalidRequest,
                         ReconcileWords::tr("There is no column \"%1\"; columns are %2.")
                             .arg(*field, shownColumns(columns))};
    }
    const QStringList moments{QStringLiteral("day"), QStringLiteral("time")};
    if (!holdsAny(map, moments))
        return columnsMissing(
            ReconcileWords::tr("No column is known to hold the day or the time, such as %1; columns are %2.")
                .arg(namesOf(moments), shownColumns(columns)));
    const QStringList figures{QStringLiteral("input"), QStringLiteral("uncached_input"),
                              QStringLiteral("output"), QStringLiteral("cost")};
    if (!holdsAny(map, figures))
        return columnsMissing(
            ReconcileWords::tr("No column is known to hold tokens or the cost, such as %1; columns are %2.")
                .arg(namesOf(figures), shownColumns(columns)));
    return {};
}

Result<ColumnMap> parseColumnMap(const QString &text)
{
    ColumnMap map;
    const QStringList pairs = text.split(u',', Qt::SkipEmptyParts);
    for (const QString &pair : pairs) {
        const QString field = pair.section(u'=', 0, 0).trimmed();
        const QString column = pair.section(u'=', 1).trimmed();
        if (column.isEmpty())
            return Error{ErrorKind::InvalidRequest,
                         ReconcileWords::tr("\"%1\" names no column; write day=Date.").arg(pair.trimmed())};
        if (!usageFields().contains(field))
            return Error{ErrorKind::InvalidRequest,
                         ReconcileWords::tr("\"%1\" is nothing that a column can hold; these are: %2.")
                             .arg(field, usageFields().join(QStringLiteral(", ")))};
        map.insert(field, column);
    }
    return map;
}

Result<UsageExport> readTableUsage(UsageTable &table, const ColumnMap &map)
{
    if (const Result<void> checked = checkColumns(map, table.columns()); !checked)
        return checked.error();
    QSet<QString> known;
    for (const QString &column : map)
        known.insert(column.toLower());
    return readUsageRows(
        table, UsageFormat::Table, known, [&map](const UsageTable &row, UsageRecord *record) -> Result<bool> {
            if (const Result<void> read = readTableTime(row, map, record); !read)
                return read.error();
            record->model = row.text(map.value(QStringLiteral("model")));
            record->project = row.text(map.value(QStringLiteral("project")));
            record->key = shownKey(row.text(map.value(QStringLiteral("key"))));
            record->user = row.text(map.value(QStringLiteral("user")));
            record->usage.serviceTier = row.text(map.value(QStringLiteral("tier")));
            if (const Result<void> read = readTableCounts(row, map, record); !read)
                return read.error();
            const Result<std::optional<Money>> cost = row.money(map.value(QStringLiteral("cost")));
            if (!cost)
                return cost.error();
            record->cost = *cost;
            if (record->isRequest() && record->requests.value_or(1) > 1)
                record->untilMs = record->atMs + 1;
            if (record->isRequest()) {
                record->requests = 1;
                record->externalId = row.text(map.value(QStringLiteral("id")));
            }
            return true;
        });
}

} // namespace core
