#pragma once

#include "core/base/result.h"
#include "core/net/endpoint.h"

#include <QString>
#include <QUrl>

#include <optional>

namespace core {

/// Where the key of an account lives; never the key itself. The names are those of the public JSON.
enum class KeyStore { Keychain, Environment, Session, None };

QString keyStoreName(KeyStore store);
std::optional<KeyStore> keyStoreFromName(QStringView name);
/// Whether the program keeps the key there itself.
inline bool holdsKey(KeyStore store)
{
    return store == KeyStore::Keychain || store == KeyStore::Session;
}

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
    /// What the provider bills in, ISO 4217: only prices in it are the account's.
    QString currency = QStringLiteral("USD");
    /// Whether a custom account's models cost the vendors' list price; their price is unknown until then.
    bool acceptsListPrices = false;
    bool enabled = true;
    /// The built-in simulator: its rows are marked and left out of totals.
    bool simulated = false;

    bool operator==(const Account &) const = default;
};

/// The account name that stands for rule sets, `route/NAME`.
inline constexpr QLatin1StringView kRouteAccountName{"route"};
/// The account name of the built-in simulator.
inline constexpr QLatin1StringView kDemoAccountName{"demo"};
/// Id of the simulator's account, which is never in the database.
inline constexpr qint64 kDemoAccountId = -1;

/// Whether the account can be kept: a name without `/` that is not reserved, an http or https base URL
/// without user, query or fragment, a plausible variable name with KeyStore::Environment, no header that
/// carries a credential, a sane limit and multiplier. The error is InvalidRequest with a translated sentence.
Result<void> validateAccount(const Account &account);

/// Letters, digits and `_`, not starting with a digit: what every shell accepts (POSIX.1-2017, 8.1).
bool isVariableName(QStringView name);

/// Whether it is written as ISO 4217 has it: `EUR`.
bool isCurrencyCode(QStringView text);

/// The account without the password of its proxy: what may be stored, shown and exported.
Account withoutSecrets(Account account);

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
