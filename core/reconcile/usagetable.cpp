#include "core/reconcile/usagetable.h"

#include "core/reconcile/reconcilewords.h"
#include "core/reconcile/usagevalues.h"

namespace core {

namespace {

CsvReader readerOf(const QString &text)
{
    qsizetype skip = 0;
    const QChar separator = detectSeparator(text, &skip);
    return CsvReader(QStringView(text).mid(skip), separator);
}

Error wrongTable(qint32 line, qint32 column, const QString &what)
{
    return {ErrorKind::InvalidRequest,
            ReconcileWords::tr("Line %1, column %2: %3")
                .arg(QString::number(line), QString::number(column), what)};
}

} // namespace

UsageTable::UsageTable(const QString &text)
    : m_reader(readerOf(text)), m_endsLine(text.endsWith(u'\n') || text.endsWith(u'\r'))
{
}

Result<void> UsageTable::readHead()
{
    const Result<CsvRecord> head = m_reader.next();
    if (!head)
        return head.error();
    for (qsizetype at = 0; at < head->fields.size(); ++at) {
        const QString name = head->fields[at].trimmed();
        m_columns.append(name);
        if (name.isEmpty())
            continue;
        m_named = at + 1;
        if (m_places.contains(name.toLower()))
            return wrongTable(head->line, head->columns.value(at, 1),
                              ReconcileWords::tr("there are two columns \"%1\".").arg(name));
        m_places.insert(name.toLower(), at);
    }
    return {};
}

Result<bool> UsageTable::next()
{
    while (!m_reader.atEnd()) {
        Result<CsvRecord> row = m_reader.next();
        if (!row)
            return row.error();
        m_row = std::move(row).value();
        if (m_row.fields == QStringList{QString()})
            continue;
        if (m_row.fields.size() > m_columns.size())
            return wrongTable(m_row.line, m_row.columns.value(m_columns.size(), 1),
                              ReconcileWords::tr("it has more fields than the first line."));
        const bool empty = std::all_of(m_row.fields.cbegin(), m_row.fields.cend(),
                                       [](const QString &field) { return field.trimmed().isEmpty(); });
        if (empty) {
            ++m_emptyRows;
            continue;
        }
        if (m_row.fields.size() < m_columns.size() && m_reader.atEnd() && !m_endsLine)
            return wrongTable(m_row.endLine, m_row.endColumn,
                              ReconcileWords::tr("the file ends within a row; it was cut off."));
        if (m_row.fields.size() < m_named)
            return wrongTable(m_row.line, m_row.endColumn,
                              ReconcileWords::tr("it has fewer fields than the first line."));
        return true;
    }
    return false;
}

QString UsageTable::text(const QString &column) const
{
    const qsizetype place = placeOf(column);
    return place < 0 ? QString() : m_row.fields.value(place).trimmed();
}

Result<std::optional<qint64>> UsageTable::count(const QString &column) const
{
    const QString field = text(column);
    if (field.isEmpty())
        return std::optional<qint64>();
    const std::optional<qint64> value = usageCount(QStringView(field));
    if (!value)
        return wrong(column, notUsageCount(field, column));
    return value;
}

Result<std::optional<Money>> UsageTable::money(const QString &column) const
{
    const QString field = text(column);
    if (field.isEmpty())
        return std::optional<Money>();
    const std::optional<Money> value = usageMoney(QStringView(field));
    if (!value)
        return wrong(column, notUsageMoney(field, column));
    return value;
}

Result<qint64> UsageTable::moment(const QString &column) const
{
    const QString field = text(column);
    const std::optional<qint64> value = usageMoment(QStringView(field));
    if (!value)
        return wrong(
            column,
            ReconcileWords::tr("\"%1\" in %2 is no time; write it as 2026-11-30 or 2026-11-30T13:45:00Z.")
                .arg(field, column));
    return *value;
}

Error UsageTable::wrong(const QString &column, const QString &what) const
{
    const qsizetype place = placeOf(column);
    return wrongTable(m_row.line, place < 0 ? 1 : m_row.columns.value(place, m_row.endColumn), what);
}

void UsageTable::addUnknown(const QSet<QString> &known, ImportLosses &losses) const
{
    for (qsizetype at = 0; at < m_columns.size() && at < m_row.fields.size(); ++at) {
        const QString field = m_row.fields[at].trimmed();
        if (!field.isEmpty() && field != QLatin1StringView("0") && !known.contains(m_columns[at].toLower()))
            losses.add(LossKind::Field, m_columns[at]);
    }
}

} // namespace core
