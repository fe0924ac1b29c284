#pragma once

#include "core/accounts/account.h"
#include "core/catalog/modelinfo.h"

#include <optional>

namespace core {

/// What the router knows of one target at the moment of a decision.
struct TargetFacts
{
    /// The account is there and switched on.
    bool available = true;
    /// One sentence for people when it is not.
    QString whyNot = {};
    ModelInfo model = {};
    /// Whether the account's list or the catalogue has the model; it can be asked all the same.
    bool modelKnown = true;
    /// Median first-token time of the user's own calls, ms, and how many there were.
    std::optional<double> firstTokenP50 = {};
    int samples = 0;
    /// Chance of being preferred, from the user's votes for the call's task, 0 to 1; unset: not rated.
    std::optional<double> rating = {};
    /// Expected output tokens of such a call.
    qint64 expectedOutput = 500;
    /// 0 to 1 over the last kHealthWindow; unset below kSamplesForHealth attempts.
    std::optional<double> errorRate = {};
    std::optional<double> firstTokenP95 = {};
    /// Milliseconds UTC until which it is left alone; 0: it is not.
    qint64 coolingUntilMs = 0;
};

/// Tells the router about targets and budgets. Interface; implementations are pure lookups, since a decision
/// asks many times.
class TargetBook
{
public:
    virtual ~TargetBook() = default;
    /// What is known of a target for calls of a task.
    virtual TargetFacts factsOf(const TargetName &target, const QString &task) const = 0;
    /// How much of a budget is spent or reserved at present, in percent; unset: there is none of that name.
    virtual std::optional<double> budgetUsed(const QString &) const { return std::nullopt; }
};

} // namespace core
