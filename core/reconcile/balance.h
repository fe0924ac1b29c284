#pragma once

#include "core/accounts/account.h"
#include "core/base/money.h"

#include <QDate>

#include <optional>

namespace core {

/// How much an account has left, in the currency it is kept in.
struct Balance
{
    Money amount = {};
    QString currency = QStringLiteral("USD");

    bool operator==(const Balance &) const = default;
};

/// Where a provider tells it and how.
enum class BalanceSource {
    /// `GET /credits` with a management key: https://openrouter.ai/docs/api-reference/credits/get-credits
    OpenRouterCredits,
    /// `GET /user/balance`, of the host, not of `/v1`: https://api-docs.deepseek.com/api/get-user-balance
    DeepSeek,
    /// `GET /users/me/balance`; in US dollars at api.moonshot.ai, in yuan at api.moonshot.cn:
    /// https://platform.moonshot.ai/docs/api/balance
    Moonshot,
    /// `GET /user/info`: https://docs.siliconflow.cn/cn/api-reference/userinfo/get-user-info
    SiliconFlow,
};

/// By the host of the account's base URL; nothing for a provider that tells no balance.
std::optional<BalanceSource> balanceSource(const Account &account);

/// The path to ask, below the base URL; DeepSeek's base URL loses its `/v1`.
QString balancePath(BalanceSource source);

/// Reads the answer. Errors: protocol for another shape, or what the provider says went wrong.
Result<Balance> parseBalance(BalanceSource source, const QUrl &baseUrl, const QByteArray &body);

/// How many days `balance` lasts when the days go on as the last ones did: `spent` in `days` days. Nothing
/// where nothing was spent, for days without end, or in another currency than US dollars.
std::optional<double> daysLeft(const Balance &balance, Money spent, int days);

} // namespace core
