#pragma once

#include "core/net/endpoint.h"

#include <QString>
#include <QUrl>

#include <optional>

namespace core {

/// Where the key of an account lives; never the key itself. The names are those of the public JSON.
enum class KeyStore { Keychain, Environment, Session, None };

QString keyStoreName(KeyStore store);
std::optional<KeyStore> keyStoreFromName(QStringView name);

/// A provider endpoint and the reference to its credential. A value; AccountStore keeps them.
struct Account
{
    qint64 id = 0;
    QString name;
    /// Id of the preset it was made from, `custom` for none.
    QString presetId = QStringLiteral("custom");
    QUrl baseUrl;
    KeyStore keyStore = KeyStore::None;
    /// The environment variable that holds the key, with KeyStore::Environment.
    QString keyVariable = {};
    /// Extra headers. None of them may be a credential (see isSecretHeader()).
    QList<Header> headers = {};
    /// Requests at the same time; 0 is no limit.
    int maxParallel = 0;
    Timeouts timeouts = {};
    /// Its password is always empty here.
    ProxySettings proxy = {};
    QString caFile = {};
    /// Factor on the vendor's list price in millionths: 1'000'000 is the list price itself.
    qint64 priceMultiplierMillionths = 1'000'000;
    bool enabled = true;
    /// The built-in simulator: its rows are marked and left out of totals.
    bool simulated = false;

    bool operator==(const Account &) const = default;
};

/// A target as people write it, `account/model`: the first `/` splits.
struct TargetName
{
    QString account;
    QString model;

    QString toString() const { return account + QLatin1Char('/') + model; }
    bool operator==(const TargetName &) const = default;
};

/// Nothing when either part is missing.
std::optional<TargetName> parseTargetName(QStringView text);

} // namespace core
