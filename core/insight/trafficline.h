#pragma once

#include "core/imports/importlosses.h"
#include "core/ledger/requestimport.h"

#include <functional>

namespace core {

class ModelCatalog;

/// How requests of other programs become calls of the ledger.
struct TrafficOptions
{
    /// The account they are said to have gone to: `account/model` is what rules send elsewhere, or leave
    /// alone.
    QString account = QStringLiteral("import");
    /// Gives a request without a task the one that suggestTask() finds.
    bool suggestTasks = true;
    /// What a model cost at a time; asked on a worker. Unset: the costs stay unknown.
    std::function<std::optional<PriceList>(const QString &model, qint64 atMs)> pricesOf = {};
    /// Who made a model; asked on a worker.
    std::function<QString(const QString &model)> vendorOf = {};
};

/// The vendors' list prices and names. The catalogue must outlive what uses them.
TrafficOptions withListPrices(TrafficOptions options, const ModelCatalog &catalog);

/// Whether an object may be a request, in any form that readTrafficLine() reads.
bool isTrafficLine(const QJsonObject &line);

/// Reads a request of OpenAI's chat API from one line of a log: the body itself, the line of a batch file
/// (`custom_id`, `body`), or `request` and `response`. Next to it may stand `usage`, `created` (seconds,
/// milliseconds or ISO 8601; `fileMs` without it), `metadata` (tags; `task` is the task) and the answer.
/// Without `usage` the tokens are estimated. The error is InvalidRequest and says what is wrong.
///
/// https://platform.openai.com/docs/api-reference/chat/create,
/// https://platform.openai.com/docs/api-reference/batch/request-input
Result<ImportedRequest> readTrafficLine(const QJsonObject &line, const TrafficOptions &options, qint64 fileMs,
                                        ImportLosses &losses);

/// Equal for lines that say the same, however they are written.
QByteArray trafficMark(const QJsonObject &line);

} // namespace core
