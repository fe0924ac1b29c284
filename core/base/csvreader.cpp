#include "core/base/csvreader.h"

#include <QCoreApplication>

#include <array>

namespace core {

CsvReader::CsvReader(QStringView text, QChar separator) : m_text(text), m_separator(separator) { }

Error CsvReader::problem(qint32 line, qint32 column, const QString &what) const
{
    return Error{
        ErrorKind::InvalidRequest,
        QCoreApplication::translate("CsvReader", "Line %1, column %2: %3").arg(line).arg(column).arg(what)};
}

bool CsvReader::atLineEnd() const
{
    return m_text.at(m_at) == u'\n' || m_text.at(m_at) == u'\r';
}

void CsvReader::step()
{
    m_column += m_text.at(m_at).isLowSurrogate() ? 0 : 1;
    ++m_at;
}

void CsvReader::stepLineEnd()
{
    m_at += m_text.at(m_at) == u'\r' && m_at + 1 < m_text.size() && m_text.at(m_at + 1) == u'\n' ? 2 : 1;
    ++m_line;
    m_column = 1;
}

QString CsvReader::plain()
{
    const qsizetype start = m_at;
    while (!atEnd() && m_text.at(m_at) != m_separator && !atLineEnd())
        step();
    return m_text.sliced(start, m_at - start).toString();
}

Result<QString> CsvReader::quoted()
{
    const qint32 line = m_line;
    const qint32 column = m_column;
    step();
    QString field;
    qsizetype start = m_at;
    while (!atEnd()) {
        if (m_text.at(m_at) != u'"') {
            if (atLineEnd())
                stepLineEnd();
            else
                step();
            continue;
        }
        field += m_text.sliced(start, m_at - start);
        step();
        if (atEnd() || m_text.at(m_at) == m_separator || atLineEnd())
            return field;
        if (m_text.at(m_at) != u'"')
            return problem(
                m_line, m_column,
                QCoreApplication::translate("CsvReader", "a closing quote is followed by more text."));
        start = m_at;
        step();
    }
    return problem(line, column,
                   QCoreApplication::translate("CsvReader", "a quote is opened and never closed."));
}

Result<CsvRecord> CsvReader::next()
{
    CsvRecord record;
    record.line = m_line;
    while (true) {
        record.columns.append(m_column);
        if (!atEnd() && m_text.at(m_at) == u'"') {
            Result<QString> field = quoted();
            if (!field)
                return field.error();
            record.fields.append(std::move(field).value());
        } else {
            record.fields.append(plain());
        }
        record.endLine = m_line;
        record.endColumn = m_column;
        if (atEnd())
            return record;
        if (atLineEnd()) {
            stepLineEnd();
            return record;
        }
        step();
        if (atEnd()) {
            // A separator at the very end has an empty field behind it.
            record.columns.append(m_column);
            record.fields.append(QString());
            record.endColumn = m_column;
            return record;
        }
    }
}

QChar detectSeparator(QStringView text, qsizetype *skip)
{
    *skip = 0;
    constexpr std::array<QChar, 3> candidates{u',', u';', u'\t'};
    if (text.size() >= 5 && text.first(4).compare(QLatin1StringView("sep="), Qt::CaseInsensitive) == 0
        && (text.size() == 5 || text.at(5) == u'\r' || text.at(5) == u'\n')) {
        *skip = std::min<qsizetype>(text.size(), 6);
        if (text.sliced(5).startsWith(QLatin1StringView("\r\n")))
            *skip = 7;
        return text.at(4);
    }
    std::array<qsizetype, 3> counts{};
    bool inQuotes = false;
    for (const QChar character : text) {
        if (character == u'"')
            inQuotes = !inQuotes;
        if (!inQuotes && (character == u'\n' || character == u'\r'))
            break;
        for (std::size_t which = 0; which < candidates.size() && !inQuotes; ++which)
            counts.at(which) += character == candidates.at(which) ? 1 : 0;
    }
    const auto *const most = std::max_element(counts.begin(), counts.end());
    return candidates.at(static_cast<std::size_t>(most - counts.begin()));
}

} // namespace core
