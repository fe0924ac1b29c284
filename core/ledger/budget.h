#pragma once

#include "core/base/money.h"
#include "core/base/result.h"
#include "core/ledger/budgetperiod.h"

namespace core {

/// Which attempts a budget counts.
struct BudgetScope
{
    enum class Kind { All, Account, Vendor, Model, Task, Rule, Tag, Source };

    Kind kind = Kind::All;
    /// The key of a tag.
    QString key = {};
    /// A name: of the account, vendor, model, task or source, the tag's value, or `RULE SET/RULE`. The source
    /// `import` cannot be counted: a budget limits what Switchyard sends.
    QString value = {};

    bool operator==(const BudgetScope &) const = default;
};

/// Names as in the ledger: `all`, `account`, `tag` ...
QString budgetScopeName(BudgetScope::Kind kind);
std::optional<BudgetScope::Kind> budgetScopeFromName(QStringView name);

/// As people write it: `all`, `model=gpt-5`, `tag:team=blue`.
QString budgetScopeText(const BudgetScope &scope);
/// InvalidRequest with a sentence that names the forms there are.
Result<BudgetScope> parseBudgetScope(const QString &text);

/// How much may be spent on what in which time. A value.
struct Budget
{
    qint64 id = 0;
    /// Unique without regard to case.
    QString name;
    BudgetScope scope = {};
    BudgetPeriod period = {};
    Money amount = {};
    /// Of the amount: from here on it warns once; 0: never.
    int softPercent = 80;
    /// Nothing is sent that may pass the amount.
    bool hard = false;
    /// A hard budget lets through what has no known price; its cost is then in no sum.
    bool allowsUnpriced = false;
    bool enabled = true;

    bool operator==(const Budget &) const = default;
};

/// Why the budget cannot be kept: InvalidRequest with one sentence for people.
Result<void> validateBudget(const Budget &budget);

} // namespace core
