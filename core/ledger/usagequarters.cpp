#include "core/ledger/usagequarters.h"

#include "core/ledger/usagecolumns.h"
#include "core/ledger/usagefigurereader.h"
#include "core/storage/bulkquery.h"

#include <QHash>

#include <algorithm>

namespace core {

namespace {

/// The keys of a report but for the time, each once, and which of them a series belongs to.
class SeriesKeys
{
public:
    static Result<SeriesKeys> read(Connection &connection, const UsageShape &shape)
    {
        QStringList columns{QStringLiteral("d.id")};
        for (qsizetype at = 0; at < shape.by.size(); ++at) {
            if (at != shape.timeAt)
                columns.append(
                    usageDimension(shape.by.at(at), QStringLiteral("d"), QStringLiteral(":by%1").arg(at)));
        }
        QString sql = QStringLiteral("SELECT %1 FROM usage_series d").arg(columns.join(QStringLiteral(", ")));
        const QStringList where = usageConditions(shape, QStringLiteral("d"));
        if (!where.isEmpty())
            sql += QStringLiteral(" WHERE ") + where.join(QStringLiteral(" AND "));
        BulkQuery query(connection, sql);
        bindUsageShape(query, shape);
        SeriesKeys keys;
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
    const QStringList &at(qsizetype place) const { return m_keys.at(place); }
    /// Unset for a series that a filter leaves out.
    std::optional<qsizetype> placeOf(qint64 series) const
    {
        const auto found = m_places.constFind(series);
        return found == m_places.constEnd() ? std::nullopt : std::optional(*found);
    }

private:
    void add(qint64 series, const QStringList &key)
    {
        const auto known = m_known.constFind(key);
        if (known != m_known.constEnd()) {
            m_places.insert(series, *known);
            return;
        }
        m_places.insert(series, m_keys.size());
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
    UnitSums(const UsageShape &shape, const SeriesKeys &keys, const UsageRowSink &sink)
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
    /// A row of a quarter, a series and the figures.
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
    const SeriesKeys &m_keys;
    const UsageRowSink &m_sink;
    const qsizetype m_width;
    const UsageFigureReader m_reader;
    QList<qint64> m_sums;
    QList<bool> m_touched;
    /// Those touched, in the order they were.
    QList<qsizetype> m_places;
    qint64 m_number = 0;
};

Result<void> readSpan(Connection &connection, const UsageShape &shape, UsageSpan span, const QString &figures,
                      UnitSums &sums)
{
    const qint64 fromMs = span.from * kQuarterMs;
    const qint64 toMs = span.to * kQuarterMs;
    const QList<UsagePart> parts = shape.unit == UsageUnit::None ? QList<UsagePart>{{0, fromMs, toMs}}
                                                                 : shape.calendar.parts(fromMs, toMs);
    if (parts.isEmpty())
        return {};
    qsizetype part = 0;
    sums.begin(parts.first());
    const Result<void> read =
        BulkQuery(connection,
                  QStringLiteral("SELECT x.quarter, x.series, %1 FROM usage_quarters x "
                                 "WHERE x.quarter >= :from AND x.quarter < :to ORDER BY x.quarter")
                      .arg(figures))
            .bind(":from", span.from)
            .bind(":to", span.to)
            .each([&](const BulkQuery &row) {
                const qint64 startMs = row.integer(0) * kQuarterMs;
                if (startMs >= parts.at(part).to && part + 1 < parts.size()) {
                    while (startMs >= parts.at(part).to && part + 1 < parts.size())
                        ++part;
                    sums.begin(parts.at(part));
                }
                sums.add(row);
            });
    sums.flush();
    return read;
}

} // namespace

Result<void> readQuarters(Connection &connection, const UsageShape &shape, const QList<UsageSpan> &spans,
                          const UsageRowSink &sink)
{
    if (spans.isEmpty())
        return {};
    const Result<SeriesKeys> keys = SeriesKeys::read(connection, shape);
    if (!keys)
        return keys.error();
    UnitSums sums(shape, *keys, sink);
    const QString figures = usageColumns(shape.figures, QStringLiteral("x"));
    for (const UsageSpan &span : spans) {
        if (const Result<void> read = readSpan(connection, shape, span, figures, sums); !read)
            return read;
    }
    return {};
}

} // namespace core
