#include "core/ledger/usagesums.h"

#include "core/ledger/usagecolumns.h"
#include "core/ledger/usagefigurereader.h"
#include "core/storage/bulkquery.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace core {

namespace {

/// Where sums of one length are kept.
struct SumLevel
{
    QString table = {};
    /// Its column of time.
    QString time = {};
    /// Its column of keys, and the table of these.
    QString key = {};
    QString keys = {};
    /// 0 where there is none.
    int cut = 0;
    /// Its times follow one another without a gap, so that single keys can be looked up.
    bool hasEveryTime = false;
};

/// One in so many keys of a cut, or fewer, are looked up for each day; of more every row is read.
constexpr qsizetype kFewKeys = 8;

/// The keys of a report but for the time, each once, and which of them a series or group belongs to.
class SumKeys
{
public:
    static Result<SumKeys> read(Connection &connection, const UsageShape &shape, const SumLevel &level)
    {
        QStringList columns{QStringLiteral("d.id")};
        for (qsizetype at = 0; at < shape.by.size(); ++at) {
            if (at != shape.timeAt)
                columns.append(
                    usageDimension(shape.by.at(at), QStringLiteral("d"), QStringLiteral(":by%1").arg(at)));
        }
        QStringList where = usageConditions(shape, QStringLiteral("d"));
        if (level.cut != 0)
            where.prepend(QStringLiteral("d.cut = :cut"));
        QString sql =
            QStringLiteral("SELECT %1 FROM %2 d").arg(columns.join(QStringLiteral(", ")), level.keys);
        if (!where.isEmpty())
            sql += QStringLiteral(" WHERE ") + where.join(QStringLiteral(" AND "));
        BulkQuery query(connection, sql);
        bindUsageShape(query, shape);
        if (level.cut != 0)
            query.bind(":cut", level.cut);
        SumKeys keys;
        const auto count = static_cast<int>(columns.size());
        const Result<void> done = query.each([&keys, count](const BulkQuery &row) {
            QStringList key;
            key.reserve(count - 1);
            for (int column = 1; column < count; ++column)
                key.append(row.text(column));
            keys.add(row.integer(0), key);
        });
        if (!done)
            return done.error();
        return keys;
    }

    qsizetype size() const { return m_keys.size(); }
    /// What has them in the sums, as a JSON array.
    QString ids() const
    {
        QJsonArray ids;
        for (auto place = m_places.cbegin(); place != m_places.cend(); ++place)
            ids.append(place.key());
        return QString::fromUtf8(QJsonDocument(ids).toJson(QJsonDocument::Compact));
    }
    qsizetype idCount() const { return m_places.size(); }
    const QStringList &at(qsizetype place) const { return m_keys.at(place); }
    /// Unset for what a filter leaves out.
    std::optional<qsizetype> placeOf(qint64 id) const
    {
        const auto found = m_places.constFind(id);
        return found == m_places.constEnd() ? std::nullopt : std::optional(*found);
    }

private:
    void add(qint64 id, const QStringList &key)
    {
        const auto known = m_known.constFind(key);
        if (known != m_known.constEnd()) {
            m_places.insert(id, *known);
            return;
        }
        m_places.insert(id, m_keys.size());
        m_known.insert(key, m_keys.size());
        m_keys.append(key);
    }

    QList<QStringList> m_keys;
    QHash<QStringList, qsizetype> m_known;
    QHash<qint64, qsizetype> m_places;
};

/// Adds up one unit of time after the other.
class UnitSums
{
public:
    UnitSums(const UsageShape &shape, const SumKeys &keys, const UsageRowSink &sink)
        : m_shape(shape)
        , m_keys(keys)
        , m_sink(sink)
        , m_width(shape.figures.size())
        , m_reader(shape.figures, 0)
        , m_sums(keys.size() * m_width)
        , m_touched(keys.size())
    {
    }

    /// What comes after it is of another unit.
    void begin(const UsagePart &part)
    {
        flush();
        m_number = part.number;
    }
    /// A row of a time, a key and the figures.
    void add(const BulkQuery &row)
    {
        const std::optional<qsizetype> place = m_keys.placeOf(row.integer(1));
        if (!place)
            return;
        if (!m_touched.at(*place)) {
            m_touched[*place] = true;
            m_places.append(*place);
        }
        qint64 *const sums = m_sums.data() + (*place * m_width);
        for (qsizetype at = 0; at < m_width; ++at)
            sums[at] += row.integer(static_cast<int>(at) + 2);
    }
    void flush()
    {
        const QString label = m_shape.unit != UsageUnit::None && !m_places.isEmpty()
            ? m_shape.calendar.label(m_number)
            : QString();
        for (const qsizetype place : std::as_const(m_places)) {
            const Sums sums{m_sums.data() + (place * m_width)};
            UsageRow row{m_keys.at(place), m_reader.read(sums)};
            if (m_shape.unit != UsageUnit::None)
                row.keys.insert(m_shape.timeAt, label);
            if (row.figures.attempts > 0)
                m_sink(std::move(row));
            std::fill_n(m_sums.begin() + (place * m_width), m_width, 0);
            m_touched[place] = false;
        }
        m_places.clear();
    }

private:
    /// One key's sums as a row to read from.
    struct Sums
    {
        const qint64 *values;
        qint64 integer(int column) const { return values[column]; }
    };

    const UsageShape &m_shape;
    const SumKeys &m_keys;
    const UsageRowSink &m_sink;
    const qsizetype m_width;
    const UsageFigureReader m_reader;
    QList<qint64> m_sums;
    QList<bool> m_touched;
    /// Those touched, in the order they were.
    QList<qsizetype> m_places;
    qint64 m_number = 0;
};

QString numbersFrom(const UsageSpan &span)
{
    QJsonArray numbers;
    for (qint64 number = span.from; number < span.to; ++number)
        numbers.append(number);
    return QString::fromUtf8(QJsonDocument(numbers).toJson(QJsonDocument::Compact));
}

/// The keys to look up for each time; empty when reading every row takes no longer.
Result<QString> keysToLookUp(Connection &connection, const SumLevel &level, const SumKeys &keys)
{
    if (!level.hasEveryTime || level.cut == 0)
        return QString();
    const Result<qint64> all = connection.integer(
        QStringLiteral("SELECT count(*) FROM %1 WHERE cut = %2").arg(level.keys).arg(level.cut));
    if (!all)
        return all.error();
    return keys.idCount() * kFewKeys <= *all ? keys.ids() : QString();
}

/// Reads one span, cut into these parts, whose ends are times of the level; of these keys alone if there are
/// any.
Result<void> readSpan(Connection &connection, const SumLevel &level, const UsageSpan &span,
                      const QList<UsagePart> &parts, const QString &figures, const QString &keys,
                      UnitSums &sums)
{
    if (parts.isEmpty())
        return {};
    qsizetype part = 0;
    sums.begin(parts.first());
    const QString cut = level.cut != 0 ? QStringLiteral("x.cut = :cut AND ") : QString();
    const QString within = keys.isEmpty()
        ? QStringLiteral("x.%1 >= :from AND x.%1 < :to").arg(level.time)
        : QStringLiteral("x.%1 IN (SELECT value FROM json_each(:times)) AND x.%2 IN (SELECT value FROM "
                         "json_each(:keys))")
              .arg(level.time, level.key);
    BulkQuery query(connection,
                    QStringLiteral("SELECT x.%1, x.%2, %3 FROM %4 x WHERE %5%6 ORDER BY x.%1")
                        .arg(level.time, level.key, figures, level.table, cut, within));
    if (level.cut != 0)
        query.bind(":cut", level.cut);
    if (keys.isEmpty())
        query.bind(":from", span.from).bind(":to", span.to);
    else
        query.bind(":times", numbersFrom(span)).bind(":keys", keys);
    const Result<void> read = query.each([&](const BulkQuery &row) {
        const qint64 time = row.integer(0);
        if (time >= parts.at(part).to && part + 1 < parts.size()) {
            while (time >= parts.at(part).to && part + 1 < parts.size())
                ++part;
            sums.begin(parts.at(part));
        }
        sums.add(row);
    });
    sums.flush();
    return read;
}

/// `partsOf` cuts a span into the shape's units.
template <typename PartsOf>
Result<void> readLevel(Connection &connection, const UsageShape &shape, const SumLevel &level,
                       const QList<UsageSpan> &spans, const UsageRowSink &sink, PartsOf partsOf)
{
    if (spans.isEmpty())
        return {};
    const Result<SumKeys> keys = SumKeys::read(connection, shape, level);
    if (!keys)
        return keys.error();
    const Result<QString> few = keysToLookUp(connection, level, *keys);
    if (!few)
        return few.error();
    UnitSums sums(shape, *keys, sink);
    const QString figures = usageColumns(shape.figures, QStringLiteral("x"));
    for (const UsageSpan &span : spans) {
        const QList<UsagePart> parts =
            shape.unit == UsageUnit::None ? QList<UsagePart>{{0, span.from, span.to}} : partsOf(span);
        if (const Result<void> read = readSpan(connection, level, span, parts, figures, *few, sums); !read)
            return read;
    }
    return {};
}

/// Months as parts of their own.
QList<UsagePart> partsOfMonths(const UsageSpan &months)
{
    QList<UsagePart> parts;
    for (qint64 month = months.from; month < months.to;) {
        const qint64 next = month % 100 == 12 ? month + 100 - 11 : month + 1;
        parts.append({month, month, next});
        month = next;
    }
    return parts;
}

} // namespace

bool hasMonths(const UsageShape &shape)
{
    const bool whole = shape.unit == UsageUnit::None || shape.unit == UsageUnit::Month;
    return whole && shape.monthCut != 0;
}

Result<void> readMonths(Connection &connection, const UsageShape &shape, const UsageSpan &months,
                        const UsageRowSink &sink)
{
    if (months.isEmpty())
        return {};
    const SumLevel level{QStringLiteral("usage_months"), QStringLiteral("month"), QStringLiteral("grp"),
                         QStringLiteral("usage_groups"), shape.monthCut};
    return readLevel(connection, shape, level, {months}, sink, partsOfMonths);
}

Result<void> readDays(Connection &connection, const UsageShape &shape, const QList<UsageSpan> &days,
                      const UsageRowSink &sink)
{
    const SumLevel level{.table = QStringLiteral("usage_days"),
                         .time = QStringLiteral("day"),
                         .key = QStringLiteral("grp"),
                         .keys = QStringLiteral("usage_groups"),
                         .cut = shape.cut,
                         .hasEveryTime = true};
    return readLevel(connection, shape, level, days, sink, [&shape](const UsageSpan &span) {
        return shape.calendar.partsOfDays(span.from, span.to);
    });
}

Result<void> readQuarters(Connection &connection, const UsageShape &shape, const QList<UsageSpan> &quarters,
                          const UsageRowSink &sink)
{
    const SumLevel level{.table = QStringLiteral("usage_quarters"),
                         .time = QStringLiteral("quarter"),
                         .key = QStringLiteral("series"),
                         .keys = QStringLiteral("usage_series")};
    return readLevel(connection, shape, level, quarters, sink, [&shape](const UsageSpan &span) {
        QList<UsagePart> parts = shape.calendar.parts(span.from * kQuarterMs, span.to * kQuarterMs);
        for (UsagePart &part : parts)
            part = {part.number, part.from / kQuarterMs, (part.to + kQuarterMs - 1) / kQuarterMs};
        return parts;
    });
}

} // namespace core
