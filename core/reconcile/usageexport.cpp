#include "core/reconcile/usageexport.h"

#include "core/base/textdecoding.h"
#include "core/reconcile/anthropicusage.h"
#include "core/reconcile/gatewaylogs.h"
#include "core/reconcile/llmlogs.h"
#include "core/reconcile/openaiusage.h"
#include "core/reconcile/openrouterusage.h"
#include "core/reconcile/reconcilewords.h"
#include "core/reconcile/tableusage.h"
#include "core/reconcile/usagetable.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

namespace core {

namespace {

template <typename Source>
struct UsageReader
{
    UsageFormat format;
    bool (*fits)(const Source &source);
    Result<UsageExport> (*read)(
        std::conditional_t<std::is_same_v<Source, UsageTable>, UsageTable, const Source> &source);
};

using TableReader = UsageReader<UsageTable>;
using ItemsReader = UsageReader<QList<UsageItem>>;

/// The first that fits wins.
const QList<TableReader> &tableReaders()
{
    static const QList<TableReader> readers{
        {UsageFormat::OpenRouterGenerations, isOpenRouterGenerations, readOpenRouterGenerations},
        {UsageFormat::OpenRouterActivity, isOpenRouterActivity, readOpenRouterActivity},
        {UsageFormat::OpenAiUsage, isOpenAiUsage, readOpenAiUsage},
        {UsageFormat::OpenAiCosts, isOpenAiCosts, readOpenAiCosts},
        {UsageFormat::AnthropicUsage, isAnthropicUsage, readAnthropicUsage},
        {UsageFormat::AnthropicCosts, isAnthropicCosts, readAnthropicCosts},
        {UsageFormat::LiteLlmSpendLogs, isLiteLlmLogs, readLiteLlmLogs},
        {UsageFormat::OneApiLogs, isOneApiLogs, readOneApiLogs},
    };
    return readers;
}

const QList<ItemsReader> &itemsReaders()
{
    static const QList<ItemsReader> readers{
        {UsageFormat::OpenAiUsage, isOpenAiUsage, readOpenAiUsage},
        {UsageFormat::OpenAiCosts, isOpenAiCosts, readOpenAiCosts},
        {UsageFormat::AnthropicUsage, isAnthropicUsage, readAnthropicUsage},
        {UsageFormat::AnthropicCosts, isAnthropicCosts, readAnthropicCosts},
        {UsageFormat::OpenRouterActivity, isOpenRouterActivity, readOpenRouterActivity},
        {UsageFormat::LiteLlmSpendLogs, isLiteLlmLogs, readLiteLlmLogs},
        {UsageFormat::OneApiLogs, isOneApiLogs, readOneApiLogs},
    };
    return readers;
}

Error notOfFormat(UsageFormat format)
{
    return {ErrorKind::InvalidRequest,
            ReconcileWords::tr("it does not look like %1.").arg(usageFormatTitle(format))};
}

Result<UsageExport> readTableText(const QString &text, const UsageReadOptions &options)
{
    UsageTable table(text);
    if (const Result<void> read = table.readHead(); !read)
        return read.error();
    const bool byColumns = !options.columns.isEmpty() || options.format == UsageFormat::Table;
    for (const TableReader &reader : tableReaders()) {
        const bool wanted = !byColumns && (!options.format || *options.format == reader.format);
        if (wanted && reader.fits(table))
            return reader.read(table);
    }
    if (options.format && *options.format != UsageFormat::Table)
        return notOfFormat(*options.format);
    return readTableUsage(table, options.columns.isEmpty() ? guessColumns(table.columns()) : options.columns);
}

Result<UsageExport> readJsonBytes(const QByteArray &bytes, const UsageReadOptions &options)
{
    const Result<QJsonDocument> document = parseUsageJson(bytes);
    if (!document)
        return document.error();
    const Result<QList<UsageItem>> items = usageItems(*document);
    if (!items)
        return items.error();
    for (const ItemsReader &reader : itemsReaders()) {
        const bool wanted = !options.format || *options.format == reader.format;
        if (!wanted || !reader.fits(*items))
            continue;
        Result<UsageExport> read = reader.read(*items);
        if (read)
            read->lacksPages = lacksPages(*document);
        return read;
    }
    if (options.format)
        return notOfFormat(*options.format);
    return Error{ErrorKind::InvalidRequest,
                 ReconcileWords::tr("it is JSON of no known kind; export the usage as a table instead.")};
}

Error named(const QString &name, const Error &error)
{
    Error whole = error;
    whole.message = name + QStringLiteral(": ") + error.message;
    return whole;
}

} // namespace

Result<UsageExport> readUsageExport(const QByteArray &bytes, const UsageReadOptions &options)
{
    const std::optional<DecodedText> decoded = decodeText(bytes);
    if (!decoded)
        return Error{ErrorKind::InvalidRequest, ReconcileWords::tr("it is no text.")};
    const QStringView content = QStringView(decoded->text).trimmed();
    if (content.isEmpty())
        return Error{ErrorKind::InvalidRequest, ReconcileWords::tr("it is empty.")};
    if (content.startsWith(u'{') || content.startsWith(u'['))
        return readJsonBytes(decoded->text.toUtf8(), options);
    return readTableText(decoded->text, options);
}

Result<UsageFile> readUsageFile(const QString &filePath, const UsageReadOptions &options)
{
    UsageFile read;
    read.name = QFileInfo(filePath).fileName();
    QFile file(filePath);
    if (!file.open(QIODevice::ReadOnly))
        return named(
            read.name,
            {ErrorKind::NotFound, ReconcileWords::tr("it could not be opened: %1.").arg(file.errorString())});
    const bool database = isSqliteFile(file.peek(16));
    if (!database && file.size() > kLargestUsageFile)
        return named(read.name, {ErrorKind::InvalidRequest, ReconcileWords::tr("it is longer than 256 MB.")});
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (database) {
        if (!hash.addData(&file))
            return named(read.name, {ErrorKind::InvalidRequest, ReconcileWords::tr("it could not be read.")});
    }
    const QByteArray bytes = database ? QByteArray() : file.readAll();
    if (!database)
        hash.addData(bytes);
    read.hash = QString::fromLatin1(hash.result().toHex());
    const bool otherFormat = options.format && *options.format != UsageFormat::LlmLogs;
    Result<UsageExport> document = database
        ? (otherFormat ? Result<UsageExport>(notOfFormat(*options.format)) : readLlmLogs(filePath))
        : readUsageExport(bytes, options);
    if (!document)
        return named(read.name, document.error());
    read.document = std::move(document).value();
    return read;
}

} // namespace core
