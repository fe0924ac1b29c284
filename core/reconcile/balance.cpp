#include "core/reconcile/balance.h"

#include "core/catalog/modelinfo.h"
#include "core/reconcile/reconcilewords.h"
#include "core/reconcile/usagevalues.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace core {

namespace {

constexpr QLatin1StringView kCny("CNY");

Error noBalance()
{
    return {ErrorKind::Protocol, ReconcileWords::tr("The provider's answer has no balance.")};
}

Result<Balance> balanceOf(const QJsonValue &amount, const QString &currency)
{
    const std::optional<Money> value = usageMoney(amount);
    if (!value)
        return noBalance();
    return Balance{*value, currency};
}

Result<Balance> openRouterBalance(const QJsonObject &answer)
{
    const QJsonObject data = answer.value(QLatin1StringView("data")).toObject();
    const std::optional<Money> bought = usageMoney(data.value(QLatin1StringView("total_credits")));
    const std::optional<Money> used = usageMoney(data.value(QLatin1StringView("total_usage")));
    if (!bought || !used)
        return noBalance();
    return Balance{*bought - *used, kUsd};
}

/// Of several currencies one that has money in it, dollars first; else the first.
Result<Balance> deepSeekBalance(const QJsonObject &answer)
{
    const auto read = [](const QJsonValue &info) {
        const QString currency = info[QLatin1StringView("currency")].toString();
        return isCurrencyCode(currency) ? balanceOf(info[QLatin1StringView("total_balance")], currency)
                                        : Result<Balance>(noBalance());
    };
    const QJsonArray infos = answer.value(QLatin1StringView("balance_infos")).toArray();
    Result<Balance> chosen = read(infos.at(0));
    for (const auto &info : infos) {
        const Result<Balance> other = read(info);
        if (!other || other->amount.isZero())
            continue;
        if (!chosen || chosen->amount.isZero() || other->currency == kUsd)
            chosen = other;
    }
    return chosen;
}

bool isHost(const QString &host, QLatin1StringView domain)
{
    return host == domain || host.endsWith(QLatin1Char('.') + domain);
}

} // namespace

std::optional<BalanceSource> balanceSource(const Account &account)
{
    const QString host = account.baseUrl.host().toLower();
    if (isHost(host, QLatin1StringView("openrouter.ai")))
        return BalanceSource::OpenRouterCredits;
    if (isHost(host, QLatin1StringView("deepseek.com")))
        return BalanceSource::DeepSeek;
    if (isHost(host, QLatin1StringView("moonshot.ai")) || isHost(host, QLatin1StringView("moonshot.cn")))
        return BalanceSource::Moonshot;
    if (isHost(host, QLatin1StringView("siliconflow.cn"))
        || isHost(host, QLatin1StringView("siliconflow.com")))
        return BalanceSource::SiliconFlow;
    return std::nullopt;
}

QString balancePath(BalanceSource source)
{
    switch (source) {
    case BalanceSource::OpenRouterCredits:
        return QStringLiteral("/credits");
    case BalanceSource::DeepSeek:
        return QStringLiteral("/user/balance");
    case BalanceSource::Moonshot:
        return QStringLiteral("/users/me/balance");
    case BalanceSource::SiliconFlow:
        break;
    }
    return QStringLiteral("/user/info");
}

Result<Balance> parseBalance(BalanceSource source, const QUrl &baseUrl, const QByteArray &body)
{
    const QJsonObject answer = QJsonDocument::fromJson(body).object();
    const QJsonObject data = answer.value(QLatin1StringView("data")).toObject();
    const bool chinese = baseUrl.host().endsWith(QLatin1StringView(".cn"), Qt::CaseInsensitive);
    const QString currency = chinese ? QString(kCny) : QString(kUsd);
    switch (source) {
    case BalanceSource::OpenRouterCredits:
        return openRouterBalance(answer);
    case BalanceSource::DeepSeek:
        return deepSeekBalance(answer);
    case BalanceSource::Moonshot:
        return balanceOf(data.value(QLatin1StringView("available_balance")), currency);
    case BalanceSource::SiliconFlow:
        break;
    }
    return balanceOf(data.value(QLatin1StringView("totalBalance")), currency);
}

std::optional<double> daysLeft(const Balance &balance, Money spent, int days)
{
    if (balance.currency != kUsd || spent <= Money() || days <= 0)
        return std::nullopt;
    if (balance.amount <= Money())
        return 0.0;
    return balance.amount.toDouble() / (spent.toDouble() / days);
}

} // namespace core
