#pragma once

#include "core/base/result.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace core {

/// One record of delimited text with the line it starts at, counted from 1.
struct CsvRecord
{
    QStringList fields;
    /// Column of each field's first character, counted from 1, in its own line.
    QList<qint32> columns = {};
    qint32 line = 1;
    /// Line and column behind the last field.
    qint32 endLine = 1;
    qint32 endColumn = 1;
};

/// Reads delimited text record by record as RFC 4180 has it, with any of the three line ends. A quote counts
/// only at the start of a field. Holds a view: the text must outlive it.
class CsvReader
{
public:
    CsvReader(QStringView text, QChar separator);

    bool atEnd() const { return m_at >= m_text.size(); }
    /// The next record; a line without any character is a record of one empty field. InvalidRequest for a
    /// quote that is not closed, or text behind a closing one.
    Result<CsvRecord> next();

private:
    Result<QString> quoted();
    QString plain();
    bool atLineEnd() const;
    void step();
    void stepLineEnd();
    Error problem(qint32 line, qint32 column, const QString &what) const;

    QStringView m_text;
    QChar m_separator;
    qsizetype m_at = 0;
    qint32 m_line = 1;
    qint32 m_column = 1;
};

/// The separator that the first record of `text` uses most outside quotes: comma, semicolon or tab. A line
/// `sep=;`, which Excel writes and obeys, decides; `skip` is then its length with its line end, else 0.
QChar detectSeparator(QStringView text, qsizetype *skip);

} // namespace core
