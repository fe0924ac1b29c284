#include "core/pricelists/ownpricetable.h"

#include "core/base/csvreader.h"
#include "core/pricelists/ownpricelist.h"
#include "core/pricelists/pricenumbers.h"

namespace core {

namespace {

/// Columns and the members of the JSON form that they are.
const QHash<QString, QString> &tableColumns()
{
    static const QHash<QString, QString> columns{
        {QStringLiteral("seller"), QStringLiteral("seller")},
        {QStringLiteral("model"), QStringLiteral("model")},
        {QStringLiteral("match"), QStringLiteral("match")},
        {QStringLiteral("currency"), QStringLiteral("currency")},
        {QStringLiteral("input"), QStringLiteral("input")},
        {QStringLiteral("output"), QStringLiteral("output")},
        {QStringLiteral("cache_read"), QStringLiteral("cacheRead")},
        {QStringLiteral("cache_write"), QStringLiteral("cacheWrite")},
        {QStringLiteral("cache_write_1h"), QStringLiteral("cacheWrite1h")},
        {QStringLiteral("reasoning"), QStringLiteral("reasoning")},
        {QStringLiteral("audio_input"), QStringLiteral("audioInput")},
        {QStringLiteral("audio_output"), QStringLiteral("audioOutput")},
        {QStringLiteral("per_request"), QStringLiteral("perRequest")},
        {QStringLiteral("per_tool_call"), QStringLiteral("perToolCall")},
        {QStringLiteral("service_tier"), QStringLiteral("serviceTier")},
        {QStringLiteral("from"), QStringLiteral("from")},
        {QStringLiteral("to"), QStringLiteral("to")},
    };
    return columns;
}

QString lineOf(const CsvRecord &record)
{
    return PriceListWords::tr("line %1").arg(record.line);
}

Result<QStringList> readHead(CsvReader &reader)
{
    const Result<CsvRecord> head = reader.next();
    if (!head)
        return head.error();
    QStringList members;
    for (const QString &field : head->fields) {
        const QString member = tableColumns().value(field.trimmed().toLower());
        if (member.isEmpty()) {
            QStringList known = tableColumns().keys();
            known.sort();
            return badPriceList(lineOf(*head),
                                PriceListWords::tr("the column \"%1\" is not known; columns are %2.")
                                    .arg(field.trimmed(), known.join(QStringLiteral(", "))));
        }
        members += member;
    }
    if (members.contains(QStringLiteral("seller")) && members.contains(QStringLiteral("model")))
        return members;
    return badPriceList(lineOf(*head),
                        PriceListWords::tr("the columns \"seller\" and \"model\" are missing."));
}

/// `isLast`: the file ends in this row, without a line end.
Result<void> checkWidth(const CsvRecord &record, qsizetype columns, bool isLast)
{
    if (record.fields.size() == columns)
        return {};
    if (record.fields.size() > columns)
        return badPriceList(lineOf(record), PriceListWords::tr("it has more fields than the first line."));
    return badPriceList(lineOf(record),
                        isLast ? PriceListWords::tr("the file ends within it; it was cut off.")
                               : PriceListWords::tr("it has fewer fields than the first line; leave a field "
                                                    "empty where a price is not known."));
}

} // namespace

Result<PriceListDocument> readOwnPriceTable(const QString &text)
{
    qsizetype skip = 0;
    const QChar separator = detectSeparator(text, &skip);
    CsvReader reader(QStringView(text).mid(skip), separator);
    const bool endsLine = text.endsWith(u'\n') || text.endsWith(u'\r');
    const Result<QStringList> members = readHead(reader);
    if (!members)
        return members.error();
    PriceListDocument document;
    document.name = QStringLiteral("own list");
    QStringList places;
    while (!reader.atEnd()) {
        const Result<CsvRecord> record = reader.next();
        if (!record)
            return record.error();
        if (record->fields == QStringList{QString()})
            continue;
        const QString place = lineOf(*record);
        if (const Result<void> whole = checkWidth(*record, members->size(), reader.atEnd() && !endsLine);
            !whole)
            return whole.error();
        QJsonObject json;
        for (qsizetype at = 0; at < record->fields.size(); ++at) {
            if (const QString field = record->fields[at].trimmed(); !field.isEmpty())
                json.insert(members->at(at), field);
        }
        const Result<PriceEntry> entry = readOwnEntry(json, {kUsd, document.name}, place);
        if (!entry)
            return entry.error();
        document.entries += *entry;
        places += place;
    }
    if (const Result<void> once = refuseRepeats(document.entries, places); !once)
        return once.error();
    return document;
}

} // namespace core
