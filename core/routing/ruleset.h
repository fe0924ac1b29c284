#pragma once

#include "core/accounts/account.h"
#include "core/base/money.h"
#include "core/chat/request.h"
#include "core/routing/condition.h"

#include <chrono>

namespace core {

/// How the targets of a chain are put in order for one call; the first is asked, the others come next when it
/// fails, and the fallbacks after them.
enum class PickOrder {
    Listed,
    /// By chance in proportion to the weights; without chance for equal values of the sticky tag.
    Weighted,
    /// By the estimated cost of this call; unpriced targets last.
    Cheapest,
    /// By the median of the user's own first-token times; targets with fewer than kSamplesForSpeed last.
    Fastest,
    /// By the user's own votes for the call's task, among those within the price ceiling; unrated last.
    BestRated,
};

constexpr int kSamplesForSpeed = 20;

/// When the answer of a target is taken for good: before that another may still take its place unseen.
enum class Commit {
    FirstToken,
    /// After so many (estimated) tokens; the text is held back until then.
    Tokens,
    /// The text is held back until it is whole.
    Complete,
};

/// One model of a chain. `name` may be `route/NAME`: the targets of that rule set's decision take its place.
struct ChainTarget
{
    TargetName name;
    /// Over those of the call.
    ChatParameters parameters = {};
    /// Share with PickOrder::Weighted; above 0.
    double weight = 1.0;
    /// As Rule::unknown; that of a fallback too.
    QJsonObject unknown = {};

    bool operator==(const ChainTarget &) const = default;
};

/// A model that is asked when those before it failed.
struct Fallback
{
    ChainTarget target;
    /// Only when the call did not fit the window of the one that failed, and this one's is larger.
    bool onlyLargerContext = false;
    /// Only after one of these errors; empty: any that may be fallen back from.
    QList<ErrorKind> onlyAfter = {};

    bool operator==(const Fallback &) const = default;
};

/// What one call may take. Zero times leave it to the account, except for the budget, where it is none.
struct CallLimits
{
    /// Attempts of the whole call, over all targets; at least 1.
    int attempts = 4;
    /// Retries of one target after a passing fault.
    int retries = 1;
    /// Seconds of the whole call, waits included.
    std::chrono::milliseconds budget{0};
    /// The longest wait for a rate limit; beyond it the next target is asked.
    std::chrono::milliseconds longestWait{20'000};
    std::chrono::milliseconds connect{0};
    std::chrono::milliseconds firstToken{0};
    std::chrono::milliseconds idle{0};
    Commit commit = Commit::FirstToken;
    /// With Commit::Tokens.
    int commitTokens = 0;
    /// A refusal or a content filter is fallen back from, instead of being the answer.
    bool fallbackOnRefusal = false;

    bool operator==(const CallLimits &) const = default;
};

struct Chain
{
    QList<ChainTarget> targets = {};
    PickOrder pick = PickOrder::Listed;
    /// With PickOrder::BestRated: the most that the call may be estimated to cost.
    std::optional<Money> priceCeiling = {};
    /// With PickOrder::Weighted: calls with one value of this tag get one order. Empty: none.
    QString stickyTag = {};
    QList<Fallback> fallbacks = {};
    CallLimits limits = {};
    /// As Rule::unknown.
    QJsonObject unknown = {};
    QJsonObject unknownLimits = {};

    bool operator==(const Chain &) const = default;
};

/// One rule. A value.
struct Rule
{
    /// Unique in its set; the trace names rules by it.
    QString name;
    Condition when = {};
    Chain chain = {};
    QString note = {};
    bool on = true;
    /// Why the rule is there, as it was when it was made of votes or a test: shown, never evaluated.
    QJsonObject evidence = {};
    /// Members of the document that this version does not know; written back.
    QJsonObject unknown = {};

    bool operator==(const Rule &) const = default;
};

/// An ordered list of rules, first match wins, and what holds when none does. A value; RuleSetStore keeps the
/// versions of each.
struct RuleSet
{
    QString name;
    QString note = {};
    QList<Rule> rules = {};
    /// Its condition is always true; its name is `default` unless the user gave another.
    Rule otherwise = {.name = QStringLiteral("default")};
    QJsonObject unknown = {};

    bool operator==(const RuleSet &) const = default;
};

/// The rule at a place of the set: its number in `rules`, or rules.size() for the default.
const Rule &ruleAt(const RuleSet &rules, qsizetype place);

QString pickOrderName(PickOrder order);
std::optional<PickOrder> pickOrderFromName(QStringView name);
QString commitName(Commit commit);
std::optional<Commit> commitFromName(QStringView name);

/// Letters, digits, `-`, `_`, `.` and spaces, not at the ends, at most 60: what may stand after `route/`.
bool isRuleSetName(QStringView name);

} // namespace core
