#pragma once

#include "core/base/result.h"
#include "core/chat/usage.h"
#include "core/imports/importlosses.h"

#include <QDate>
#include <QHash>
#include <QList>
#include <QStringList>

#include <optional>

namespace core {

/// What another program or a provider wrote a file of usage in.
enum class UsageFormat {
    OpenAiUsage,
    OpenAiCosts,
    AnthropicUsage,
    AnthropicCosts,
    OpenRouterActivity,
    OpenRouterGenerations,
    OneApiLogs,
    LiteLlmSpendLogs,
    LlmLogs,
    /// Any table, read by a ColumnMap.
    Table,
};

/// The name of the command line and the ledger: `openai-usage`, `llm-logs`, `table`.
QString usageFormatName(UsageFormat format);
std::optional<UsageFormat> usageFormatFromName(QStringView name);
/// All names, in the order of the enumeration.
QStringList usageFormatNames();
/// For people, not translated: `OpenAI usage`, `logs.db of llm`.
QString usageFormatTitle(UsageFormat format);

/// What a file says about one request, or about all requests of a time with the same model, project, key and
/// user.
struct UsageRecord
{
    /// When the request was made, or the start of the time; milliseconds UTC.
    qint64 atMs = 0;
    /// The end of the time, exclusive; unset for one request.
    std::optional<qint64> untilMs = {};
    /// As the file names it; empty where it does not say.
    QString model = {};
    QString project = {};
    /// A name or an id; of a key itself no more than its last four characters, see shownKey().
    QString key = {};
    QString user = {};
    /// How many requests it stands for; unset where the file does not say.
    std::optional<qint64> requests = {};
    Usage usage = {};
    /// US dollars; unset where the file has none.
    std::optional<Money> cost = {};
    /// Names the request for ever within its format; empty for a sum.
    QString externalId = {};
    /// Other things worth a tag: `app`, `channel`, `conversation`.
    QHash<QString, QString> tags = {};

    bool isRequest() const { return !untilMs.has_value(); }
    QDate dayUtc() const;
    bool operator==(const UsageRecord &) const = default;
};

/// A file, read.
struct UsageExport
{
    UsageFormat format = UsageFormat::Table;
    QList<UsageRecord> records = {};
    /// Columns or members with content that has no place in a record.
    QList<ImportLoss> losses = {};
    /// Rows that stand for no usage: empty ones, and such as top up an account.
    qint64 passedOver = 0;
    /// The file is one page of several, and says that more follow: its sums are not those of the time.
    bool lacksPages = false;

    /// The sum of the costs that are known, and how many records have none.
    Money knownCost() const;
    qint64 withoutCost() const;
    /// Start of the first record and end of the last one; unset for an empty export.
    std::optional<qint64> firstMs() const;
    std::optional<qint64> lastMs() const;
};

/// Which column of a table holds what. Keys are of usageFields(), values are names of the first line.
using ColumnMap = QHash<QString, QString>;

/// What a table may say: `day` or `time`, `model`, `input` (all input tokens) or `uncached_input`,
/// `cached_input`, `cache_write`, `cache_write_1h`, `output`, `reasoning`, `cost` (US dollars), `requests`,
/// `project`, `key`, `user`, `id`, `tier`.
QStringList usageFields();

} // namespace core
