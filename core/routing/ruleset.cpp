#include "core/routing/ruleset.h"

#include <array>

namespace core {

namespace {

struct PickEntry
{
    PickOrder order;
    QLatin1StringView name;
};

struct CommitEntry
{
    Commit commit;
    QLatin1StringView name;
};

constexpr std::array<PickEntry, 5> kPickNames{{
    {PickOrder::Listed, QLatin1StringView("listed")},
    {PickOrder::Weighted, QLatin1StringView("weighted")},
    {PickOrder::Cheapest, QLatin1StringView("cheapest")},
    {PickOrder::Fastest, QLatin1StringView("fastest")},
    {PickOrder::BestRated, QLatin1StringView("best_rated")},
}};

constexpr std::array<CommitEntry, 3> kCommitNames{{
    {Commit::FirstToken, QLatin1StringView("first_token")},
    {Commit::Tokens, QLatin1StringView("tokens")},
    {Commit::Complete, QLatin1StringView("complete")},
}};

constexpr qsizetype kLongestRuleSetName = 60;

} // namespace

const Rule &ruleAt(const RuleSet &rules, qsizetype place)
{
    return place >= 0 && place < rules.rules.size() ? rules.rules.at(place) : rules.otherwise;
}

QString pickOrderName(PickOrder order)
{
    for (const PickEntry &entry : kPickNames) {
        if (entry.order == order)
            return entry.name;
    }
    return {};
}

std::optional<PickOrder> pickOrderFromName(QStringView name)
{
    for (const PickEntry &entry : kPickNames) {
        if (name == entry.name)
            return entry.order;
    }
    return std::nullopt;
}

QString commitName(Commit commit)
{
    for (const CommitEntry &entry : kCommitNames) {
        if (entry.commit == commit)
            return entry.name;
    }
    return {};
}

std::optional<Commit> commitFromName(QStringView name)
{
    for (const CommitEntry &entry : kCommitNames) {
        if (name == entry.name)
            return entry.commit;
    }
    return std::nullopt;
}

bool isRuleSetName(QStringView name)
{
    if (name.isEmpty() || name.size() > kLongestRuleSetName || name.trimmed().size() != name.size())
        return false;
    return std::all_of(name.begin(), name.end(), [](QChar each) {
        return each.isLetter() || each.isDigit() || each == u'-' || each == u'_' || each == u'.'
            || each == u' ';
    });
}

} // namespace core
