#include "core/evaluate/casereader.h"

#include "core/base/csvreader.h"
#include "core/evaluate/casetext.h"
#include "core/evaluate/evaluatewords.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

namespace core {

namespace {

constexpr qint64 kLargestFile = qint64(256) * 1024 * 1024;

Error problem(qsizetype line, qsizetype column, const QString &what)
{
    return Error{ErrorKind::InvalidRequest,
                 EvaluateWords::tr("Line %1, column %2: %3").arg(line).arg(column).arg(what)};
}

/// The names of the columns, each given and each once.
Result<QStringList> columnsOf(const CsvRecord &head)
{
    QStringList names;
    for (qsizetype at = 0; at < head.fields.size(); ++at) {
        const QString name = head.fields.at(at).trimmed();
        if (name.isEmpty())
            return problem(head.line, head.columns.at(at),
                           EvaluateWords::tr("the name of column %1 is empty.").arg(at + 1));
        if (names.contains(name))
            return problem(head.line, head.columns.at(at),
                           EvaluateWords::tr("two columns are named \"%1\".").arg(name));
        names.append(name);
    }
    return names;
}

/// A line without any character; office programs leave such lines at the end.
bool isBlank(const CsvRecord &record)
{
    return record.fields.size() == 1 && record.fields.constFirst().isEmpty()
        && record.endColumn == record.columns.constFirst();
}

Error wrongCount(const CsvRecord &record, qsizetype wanted)
{
    const qsizetype found = record.fields.size();
    const bool more = found > wanted;
    return problem(more ? record.line : record.endLine, more ? record.columns.at(wanted) : record.endColumn,
                   more ? EvaluateWords::tr("the row has more fields (%1) than there are columns (%2).")
                              .arg(found)
                              .arg(wanted)
                        : EvaluateWords::tr("the row has fewer fields (%1) than there are columns (%2).")
                              .arg(found)
                              .arg(wanted));
}

Result<CaseTable> readDelimited(QStringView text, std::optional<QChar> separator)
{
    qsizetype skip = 0;
    const QChar used = separator ? *separator : detectSeparator(text, &skip);
    CsvReader reader(text.sliced(skip), used);
    CaseTable table;
    bool headRead = false;
    while (!reader.atEnd()) {
        const Result<CsvRecord> record = reader.next();
        if (!record)
            return record.error();
        if (isBlank(*record))
            continue;
        if (!headRead) {
            const Result<QStringList> columns = columnsOf(*record);
            if (!columns)
                return columns.error();
            table.columns = *columns;
            headRead = true;
            continue;
        }
        if (record->fields.size() != table.columns.size())
            return wrongCount(*record, table.columns.size());
        PromptCase values{record->fields};
        // An empty field is a value, a null one would be none.
        for (QString &value : values.values)
            value = value.isNull() ? QStringLiteral("") : value;
        table.cases.append(values);
    }
    return table;
}

QString textOf(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::String: {
        const QString text = value.toString();
        return text.isNull() ? QStringLiteral("") : text;
    }
    case QJsonValue::Null:
        return QStringLiteral("");
    case QJsonValue::Undefined:
        return {};
    default: {
        // The writer of Qt takes documents only.
        const QByteArray wrapped = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
        return QString::fromUtf8(wrapped.sliced(1, wrapped.size() - 2));
    }
    }
}

/// Rows by column; there is a column for each member that any line has.
class JsonLines
{
public:
    Result<void> add(QStringView line, qsizetype number)
    {
        const QByteArray bytes = line.toUtf8();
        QJsonParseError parse;
        const QJsonDocument document = QJsonDocument::fromJson(bytes, &parse);
        if (parse.error != QJsonParseError::NoError) {
            const qsizetype column =
                QString::fromUtf8(bytes.first(std::min<qsizetype>(parse.offset, bytes.size()))).size();
            return problem(number, column + 1,
                           EvaluateWords::tr("this is no JSON: %1.").arg(parse.errorString()));
        }
        if (!document.isObject())
            return problem(number, 1, EvaluateWords::tr("a line of JSONL must be an object."));
        const QJsonObject object = document.object();
        QHash<QString, QString> values;
        for (auto member = object.begin(); member != object.end(); ++member) {
            if (member.key().trimmed().isEmpty())
                return problem(number, 1, EvaluateWords::tr("a member of the object has an empty name."));
            if (!m_seen.contains(member.key())) {
                m_seen.insert(member.key());
                m_columns.append(member.key());
            }
            values.insert(member.key(), textOf(member.value()));
        }
        m_rows.append(values);
        return {};
    }

    CaseTable table() const
    {
        CaseTable table;
        table.columns = m_columns;
        for (const QHash<QString, QString> &row : m_rows) {
            PromptCase values;
            for (const QString &column : m_columns)
                values.values.append(row.value(column));
            table.cases.append(values);
        }
        return table;
    }

private:
    QSet<QString> m_seen;
    QStringList m_columns;
    QList<QHash<QString, QString>> m_rows;
};

Result<CaseTable> readJsonLines(QStringView text)
{
    JsonLines lines;
    qsizetype number = 0;
    for (const QStringView line : text.split(u'\n')) {
        ++number;
        if (line.trimmed().isEmpty())
            continue;
        if (const Result<void> added = lines.add(line, number); !added)
            return added.error();
    }
    return lines.table();
}

} // namespace

CaseFormat caseFormatOf(const QString &fileName)
{
    const QString suffix = QFileInfo(fileName).suffix().toLower();
    if (suffix == QLatin1StringView("tsv") || suffix == QLatin1StringView("tab"))
        return CaseFormat::Tsv;
    if (suffix == QLatin1StringView("jsonl") || suffix == QLatin1StringView("ndjson"))
        return CaseFormat::JsonLines;
    return CaseFormat::Csv;
}

Result<CaseTable> readCases(const QByteArray &bytes, CaseFormat format)
{
    const Result<QString> text = decodeCaseText(bytes);
    if (!text)
        return text.error();
    const Result<CaseTable> table = format == CaseFormat::JsonLines ? readJsonLines(*text)
        : format == CaseFormat::Tsv                                 ? readDelimited(*text, u'\t')
                                                                    : readDelimited(*text, std::nullopt);
    if (table && table->columns.isEmpty())
        return problem(1, 1, EvaluateWords::tr("there is no row that names the columns."));
    if (table && table->cases.isEmpty())
        return problem(2, 1, EvaluateWords::tr("there is no case, only the names of the columns."));
    return table;
}

Result<CaseTable> readCaseFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QFile::ReadOnly))
        return Error{ErrorKind::InvalidRequest,
                     EvaluateWords::tr("%1 cannot be read: %2.").arg(path, file.errorString())};
    const QByteArray bytes = file.read(kLargestFile + 1);
    if (bytes.size() > kLargestFile)
        return Error{ErrorKind::InvalidRequest,
                     EvaluateWords::tr("%1 is larger than %2 MiB.")
                         .arg(path, QString::number(kLargestFile / 1024 / 1024))};
    Result<CaseTable> table = readCases(bytes, caseFormatOf(path));
    if (!table)
        return Error{ErrorKind::InvalidRequest, path + QStringLiteral(": ") + table.error().message};
    return table;
}

} // namespace core
