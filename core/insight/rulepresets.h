#pragma once

#include "core/accounts/presets.h"
#include "core/catalog/lineupproposal.h"
#include "core/routing/ruleset.h"
#include "core/routing/targetfacts.h"

#include <QHash>

namespace core {

class ModelDirectory;

/// Rule sets that a person understands at once; what they ask is chosen from what is there.
enum class RulePreset {
    /// Reasoning for people to a strong model; summaries, tags and extracts to cheap ones; background work by
    /// cost and speed.
    ThreeBuckets,
    /// A cheap model for everything, a strong one when it fails.
    CheapFirst,
    /// Prompts that need a large window to a model that has one.
    LongContext,
    /// Nothing goes to a provider.
    LocalOnly,
};

QList<RulePreset> allRulePresets();
/// As in evidence: `three_buckets`.
QString rulePresetName(RulePreset preset);
/// Translated; may be the name of a rule set.
QString rulePresetTitle(RulePreset preset);
/// One translated sentence.
QString rulePresetSummary(RulePreset preset);

/// A model that a preset may choose.
struct PresetCandidate
{
    LineUpCandidate offer;
    /// It runs on an own machine, at no cost.
    bool local = false;
    /// By task, the chance of being preferred by own votes, 0 to 1.
    QHash<QString, double> ratings = {};
    /// Median of own first-token times, ms; unset below kSamplesForSpeed.
    std::optional<double> firstTokenP50 = {};
};

/// The models of the enabled accounts.
QList<PresetCandidate> presetCandidates(const QList<Account> &accounts, const ModelDirectory &directory,
                                        const ModelCatalog &catalog, const Presets &presets,
                                        const TargetBook &book);

/// Which model stands where in the rules, and why.
struct PresetChoice
{
    QString rule;
    TargetName target;
    bool isFallback = false;
    /// One translated sentence.
    QString why;

    bool operator==(const PresetChoice &) const = default;
};

/// A preset filled in. A value.
struct PresetProposal
{
    /// To be edited and saved; without any target when nothing fits.
    RuleSet rules = {};
    QList<PresetChoice> choices = {};
    /// What is missing or worth knowing, one translated sentence each.
    QStringList remarks = {};

    bool isUsable() const { return !choices.isEmpty(); }
    bool operator==(const PresetProposal &) const = default;
};

/// Chooses by own votes where there are any, else by price and ability; no model is preferred by its name.
/// Fallbacks are at another account and of another vendor where there is one; where there is somebody to fall
/// back to, a rule has a time for the first token.
PresetProposal fillPreset(RulePreset preset, const QList<PresetCandidate> &candidates);

} // namespace core
