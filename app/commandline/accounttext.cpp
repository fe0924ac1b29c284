#include "app/commandline/accounttext.h"

#include "core/base/formatting.h"
#include "core/catalog/costcalculator.h"

#include <QCoreApplication>

using namespace core;

namespace app {

namespace {

constexpr std::int64_t kTokensPerMillion = 1'000'000;

QString statusName(ModelStatus status)
{
    switch (status) {
    case ModelStatus::Active:
        return QStringLiteral("active");
    case ModelStatus::Deprecated:
        return QStringLiteral("deprecated");
    case ModelStatus::Delisted:
        return QStringLiteral("delisted");
    case ModelStatus::Retired:
        return QStringLiteral("retired");
    case ModelStatus::Unknown:
        break;
    }
    return QStringLiteral("unknown");
}

/// Empty for a model that can be used without a thought.
QString statusNote(ModelStatus status)
{
    switch (status) {
    case ModelStatus::Deprecated:
        return QCoreApplication::translate("AccountText", "deprecated");
    case ModelStatus::Delisted:
        return QCoreApplication::translate("AccountText", "delisted");
    case ModelStatus::Retired:
        return QCoreApplication::translate("AccountText", "retired");
    case ModelStatus::Active:
    case ModelStatus::Unknown:
        break;
    }
    return {};
}

QJsonValue perMillion(const std::optional<Money> &perToken)
{
    return perToken ? QJsonValue((*perToken * kTokensPerMillion).toDecimal()) : QJsonValue();
}

template <typename T>
QJsonValue orNull(const std::optional<T> &value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

} // namespace

KeyState keyStateOf(const Result<ResolvedSecrets> &secrets)
{
    if (secrets)
        return secrets->key.isEmpty() ? KeyState::Missing : KeyState::Present;
    // A keychain that is locked or away says nothing about the key.
    return secrets.error().code.isEmpty() ? KeyState::Missing : KeyState::Unreadable;
}

QJsonObject accountToJson(const Account &account, KeyState key)
{
    QJsonObject keyJson{{QStringLiteral("store"), keyStoreName(account.keyStore)},
                        {QStringLiteral("present"), key == KeyState::Present}};
    if (account.keyStore == KeyStore::Environment)
        keyJson.insert(QStringLiteral("variable"), account.keyVariable);
    return {{QStringLiteral("name"), account.name},
            {QStringLiteral("preset"), account.presetId},
            {QStringLiteral("base_url"), account.baseUrl.toString()},
            {QStringLiteral("key"), keyJson},
            {QStringLiteral("enabled"), account.enabled}};
}

QString keyText(const Account &account, KeyState key)
{
    const bool present = key == KeyState::Present;
    switch (account.keyStore) {
    case KeyStore::None:
        return QCoreApplication::translate("AccountText", "no key");
    case KeyStore::Environment:
        return (present ? QCoreApplication::translate("AccountText", "%1 (set)")
                        : QCoreApplication::translate("AccountText", "%1 (not set)"))
            .arg(account.keyVariable);
    case KeyStore::Keychain:
        if (key == KeyState::Unreadable)
            return QCoreApplication::translate("AccountText", "keychain (does not answer)");
        return present ? QCoreApplication::translate("AccountText", "keychain")
                       : QCoreApplication::translate("AccountText", "keychain (missing)");
    case KeyStore::Session:
        break;
    }
    return QCoreApplication::translate("AccountText", "session");
}

QJsonObject modelToJson(const ModelInfo &model)
{
    const TokenPrices prices = model.prices ? basePricesInUsd(*model.prices) : TokenPrices{};
    return {
        {QStringLiteral("id"), model.id},
        {QStringLiteral("name"), model.displayName},
        {QStringLiteral("vendor"), model.vendor},
        {QStringLiteral("context_window"), orNull(model.contextWindow)},
        {QStringLiteral("max_output_tokens"), orNull(model.maxOutputTokens)},
        {QStringLiteral("images"), orNull(model.takesImages)},
        {QStringLiteral("tools"), orNull(model.callsTools)},
        {QStringLiteral("status"), statusName(model.status)},
        {QStringLiteral("successor"), model.successor.isEmpty() ? QJsonValue() : QJsonValue(model.successor)},
        {QStringLiteral("input_usd_per_mtok"), perMillion(prices.input)},
        {QStringLiteral("output_usd_per_mtok"), perMillion(prices.output)},
        {QStringLiteral("price_source"), model.prices ? QJsonValue(model.prices->sourceText) : QJsonValue()}};
}

QStringList modelRow(const ModelInfo &model)
{
    const TokenPrices prices = model.prices ? model.prices->base : TokenPrices{};
    const QString currency = model.prices ? model.prices->currency : QString(kUsd);
    const auto price = [&currency](const std::optional<Money> &perToken) {
        return perToken ? formatAmount(*perToken * kTokensPerMillion, currency)
                        : QCoreApplication::translate("AccountText", "unpriced");
    };
    QString note = statusNote(model.status);
    if (!note.isEmpty() && !model.successor.isEmpty())
        note = QCoreApplication::translate("AccountText", "%1, use %2").arg(note, model.successor);
    return {model.id, price(prices.input), price(prices.output),
            model.contextWindow ? formatCompactCount(*model.contextWindow) : QStringLiteral("–"), note};
}

} // namespace app
