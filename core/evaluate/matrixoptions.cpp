#include "core/evaluate/matrixoptions.h"

namespace core {

QJsonObject matrixOptionsToJson(const MatrixOptions &options)
{
    QJsonObject tags;
    for (auto tag = options.tags.cbegin(); tag != options.tags.cend(); ++tag)
        tags.insert(tag.key(), tag.value());
    QJsonObject json{{QStringLiteral("per_account"), options.perAccount},
                     {QStringLiteral("at_once"), options.atOnce},
                     {QStringLiteral("total_limit_ms"), static_cast<qint64>(options.totalLimit.count())},
                     {QStringLiteral("tags"), tags},
                     {QStringLiteral("source"), callSourceName(options.source)},
                     {QStringLiteral("judge"), options.judge}};
    if (options.maxCost)
        json.insert(QStringLiteral("max_cost_usd"), options.maxCost->toDecimal());
    return json;
}

MatrixOptions matrixOptionsFromJson(const QJsonObject &json)
{
    MatrixOptions options;
    options.perAccount = json.value(QLatin1StringView("per_account")).toInt(options.perAccount);
    options.atOnce = json.value(QLatin1StringView("at_once")).toInt(options.atOnce);
    options.totalLimit =
        std::chrono::milliseconds(json.value(QLatin1StringView("total_limit_ms")).toInteger());
    const QJsonObject tags = json.value(QLatin1StringView("tags")).toObject();
    for (auto tag = tags.begin(); tag != tags.end(); ++tag)
        options.tags.insert(tag.key(), tag.value().toString());
    options.source =
        callSourceFromName(json.value(QLatin1StringView("source")).toString()).value_or(CallSource::Window);
    options.judge = json.value(QLatin1StringView("judge")).toString();
    options.maxCost = Money::fromDecimal(json.value(QLatin1StringView("max_cost_usd")).toString());
    return options;
}

} // namespace core
