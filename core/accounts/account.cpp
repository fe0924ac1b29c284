#include "core/accounts/account.h"

#include "core/base/redaction.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <array>

namespace core {

namespace {

struct KeyStoreEntry
{
    KeyStore store;
    QLatin1StringView name;
};

constexpr std::array<KeyStoreEntry, 4> kKeyStores{{
    {KeyStore::Keychain, QLatin1StringView("keychain")},
    {KeyStore::Environment, QLatin1StringView("environment")},
    {KeyStore::Session, QLatin1StringView("session")},
    {KeyStore::None, QLatin1StringView("none")},
}};

constexpr int kMostParallel = 10'000;
constexpr qint64 kHighestMultiplier = 1'000'000'000;

Error refused(const QString &sentence)
{
    return Error{ErrorKind::InvalidRequest, sentence};
}

Result<void> validateName(const QString &name)
{
    if (name.isEmpty() || name.trimmed() != name)
        return refused(QCoreApplication::translate("Accounts",
                                                   "An account needs a name that does not begin "
                                                   "or end with a space."));
    if (name.contains(u'/'))
        return refused(QCoreApplication::translate("Accounts",
                                                   "An account's name cannot contain “/”: it "
                                                   "separates the account from the model."));
    const auto isControl = [](QChar c) { return c.category() == QChar::Other_Control; };
    if (std::any_of(name.cbegin(), name.cend(), isControl))
        return refused(QCoreApplication::translate("Accounts", "An account's name must fit on one line."));
    for (const QLatin1StringView reserved : {kRouteAccountName, kDemoAccountName}) {
        if (name.compare(reserved, Qt::CaseInsensitive) == 0)
            return refused(QCoreApplication::translate("Accounts", "The name “%1” is reserved.").arg(name));
    }
    return {};
}

Result<void> validateUrl(const QUrl &url)
{
    const QString scheme = url.scheme();
    const bool web = scheme == QLatin1StringView("http") || scheme == QLatin1StringView("https");
    if (!url.isValid() || !web || url.host().isEmpty())
        return refused(QCoreApplication::translate("Accounts",
                                                   "The base URL must begin with http:// or "
                                                   "https:// and name a host."));
    if (!url.userInfo().isEmpty())
        return refused(QCoreApplication::translate("Accounts",
                                                   "The base URL cannot hold a user name or a "
                                                   "password."));
    if (url.hasQuery() || url.hasFragment())
        return refused(QCoreApplication::translate("Accounts",
                                                   "The base URL cannot have a part after “?” or "
                                                   "“#”."));
    return {};
}

Result<void> validateHeaders(const QList<Header> &headers)
{
    // A field name is a token, RFC 9110, 5.6.2.
    static const QRegularExpression token(QStringLiteral("^[!#$%&'*+.^_`|~0-9A-Za-z-]+$"));
    for (const auto &[name, value] : headers) {
        const QString shown = QString::fromLatin1(name);
        if (!token.match(shown).hasMatch() || value.contains('\r') || value.contains('\n')
            || value.contains('\0'))
            return refused(QCoreApplication::translate("Accounts", "“%1” is not a valid header.").arg(shown));
        const QString text = QString::fromUtf8(value);
        if (isSecretHeader(name) || redacted(text) != text)
            return refused(QCoreApplication::translate("Accounts",
                                                       "The header “%1” carries a credential. Extra "
                                                       "headers are stored in plain text: keep "
                                                       "the key as the account's key.")
                               .arg(shown));
    }
    return {};
}

} // namespace

QString keyStoreName(KeyStore store)
{
    for (const KeyStoreEntry &entry : kKeyStores) {
        if (entry.store == store)
            return entry.name;
    }
    return {};
}

std::optional<KeyStore> keyStoreFromName(QStringView name)
{
    for (const KeyStoreEntry &entry : kKeyStores) {
        if (name == entry.name)
            return entry.store;
    }
    return std::nullopt;
}

Result<void> validateAccount(const Account &account)
{
    if (const Result<void> name = validateName(account.name); !name)
        return name;
    if (const Result<void> url = validateUrl(account.baseUrl); !url)
        return url;
    if (const Result<void> headers = validateHeaders(account.headers); !headers)
        return headers;
    if (account.keyStore == KeyStore::Environment && !isVariableName(account.keyVariable))
        return refused(
            QCoreApplication::translate("Accounts", "“%1” is not the name of an environment variable.")
                .arg(redacted(account.keyVariable)));
    if (account.maxParallel < 0 || account.maxParallel > kMostParallel)
        return refused(QCoreApplication::translate("Accounts",
                                                   "The limit of parallel requests must be between 0 "
                                                   "(none) and %1.")
                           .arg(kMostParallel));
    if (account.priceMultiplierMillionths < 0 || account.priceMultiplierMillionths > kHighestMultiplier)
        return refused(
            QCoreApplication::translate("Accounts", "The price multiplier must be between 0 and 1000."));
    if (!isCurrencyCode(account.currency))
        return refused(
            QCoreApplication::translate("Accounts", "The currency wants three capital letters such as EUR."));
    const Timeouts &limits = account.timeouts;
    if (std::min({limits.connect, limits.firstToken, limits.idle, limits.total}).count() < 0)
        return refused(QCoreApplication::translate("Accounts", "A time limit cannot be negative."));
    const bool ownProxy = account.proxy.mode == ProxyMode::Http || account.proxy.mode == ProxyMode::Socks5;
    if (ownProxy && (account.proxy.host.isEmpty() || account.proxy.port == 0))
        return refused(QCoreApplication::translate("Accounts", "The proxy needs a host and a port."));
    return {};
}

bool isVariableName(QStringView name)
{
    static const QRegularExpression valid(QStringLiteral("^[A-Za-z_][A-Za-z0-9_]*$"));
    return valid.match(name.toString()).hasMatch();
}

bool isCurrencyCode(QStringView text)
{
    return text.size() == 3
        && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'A' && c <= u'Z'; });
}

Account withoutSecrets(Account account)
{
    account.proxy.password.clear();
    return account;
}

std::optional<TargetName> parseTargetName(QStringView text)
{
    const qsizetype slash = text.indexOf(u'/');
    if (slash <= 0 || slash + 1 >= text.size())
        return std::nullopt;
    return TargetName{text.left(slash).toString(), text.mid(slash + 1).toString()};
}

} // namespace core
