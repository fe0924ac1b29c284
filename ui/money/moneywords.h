#pragma once

#include "core/catalog/priceentry.h"
#include "core/ledger/budgetstate.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>

namespace ui {

/// How a budget stands.
enum class BudgetStanding { Off, Fine, Warned, UsedUp, Refuses };

BudgetStanding standingOf(const core::BudgetState &state);
/// The colour of that standing.
Theme::Token inkOf(BudgetStanding standing);

/// What the windows for budgets and prices say.
struct MoneyWords
{
    Q_DECLARE_TR_FUNCTIONS(MoneyWords)

public:
    static QString standing(BudgetStanding standing);
    /// `vendor`, as a choice.
    static QString scopeKind(core::BudgetScope::Kind kind);
    /// `vendor openai`.
    static QString scope(const core::BudgetScope &scope);
    /// `each month from day 15`.
    static QString period(const core::BudgetPeriod &period);
    /// How long the period still lasts: `4 days left`.
    static QString daysLeft(const core::BudgetSpan &span, qint64 nowMs);
    /// For a million tokens: `$2.50`; a dash for an unknown price.
    static QString perMillion(const std::optional<core::Money> &perToken, const QString &currency);
    /// Input and output for a million tokens: `$2.50 / $10`.
    static QString inOut(const core::TokenPrices &prices, const QString &currency);
    /// `1 Nov 2026 to 31 Jan 2027`, and the hours.
    static QString validity(const core::PriceEntry &entry);
    /// `genai-prices of 21 Nov 2026, 5 days old`; `genai-prices of today`.
    static QString listAge(const QString &name, QDate date, qint64 nowMs);
    /// `$3.10 + 2 unpriced`, `2 unpriced`.
    static QString sum(core::Money known, qint64 unpriced);
};

} // namespace ui
