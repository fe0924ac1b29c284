#include "core/insight/rulepresets.h"

#include "core/base/formatting.h"
#include "core/catalog/modeldirectory.h"
#include "core/compare/tasksuggestion.h"
#include "core/insight/insightwords.h"
#include "core/insight/presetchooser.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace core {

namespace {

/// Room for the answer and for what an estimate of the prompt is off by.
constexpr qint64 kPercentOfWindow = 70;
constexpr qint64 kThousand = 1'000;
// How long a target may be without a first token before the fallback is asked, instead of the account's two
// minutes. Failover Bench, 2026-09-12, S06 and S07: with 30 s a silent target cost 31 s in all, and one that
// takes 20 s was still heard. Twice that where a model may think unseen, read a long prompt, or nobody waits.
constexpr auto kSilenceTime = 30s;
constexpr auto kLongSilenceTime = 60s;
/// Models of the simulator that only make errors.
constexpr QLatin1StringView kSimulatedFault{"fault"};

/// The rules of a preset while they are put together.
class PresetBuilder
{
public:
    PresetBuilder(RulePreset preset, const QList<PresetCandidate> &candidates)
        : m_preset(preset), m_chooser(candidates, preset == RulePreset::LocalOnly)
    {
        m_proposal.rules.name = rulePresetTitle(preset);
        m_proposal.rules.note = rulePresetSummary(preset);
        m_proposal.rules.otherwise.name = InsightWords::tr("default");
    }

    PresetProposal build()
    {
        if (m_chooser.isEmpty()) {
            m_proposal.remarks.append(
                m_preset == RulePreset::LocalOnly
                    ? InsightWords::tr("No enabled account offers a model that runs on an own machine.")
                    : InsightWords::tr("No enabled account offers a model to choose."));
            return m_proposal;
        }
        if (m_chooser.hasOnlyLocal())
            m_proposal.remarks.append(InsightWords::tr(
                "Only models on own machines are there, whose price says nothing of what they can do."));
        switch (m_preset) {
        case RulePreset::ThreeBuckets:
            buildThreeBuckets();
            break;
        case RulePreset::CheapFirst:
            buildCheapFirst();
            break;
        case RulePreset::LongContext:
            buildLongContext();
            break;
        case RulePreset::LocalOnly:
            buildLocalOnly();
            break;
        }
        return m_proposal;
    }

private:
    void buildThreeBuckets()
    {
        const QString reasoning = QStringLiteral("reasoning");
        const QStringList simple{QStringLiteral("summarize"), QStringLiteral("extract"),
                                 QStringLiteral("tag")};
        const ChosenModel strong = m_chooser.strong(reasoning);
        Rule thorough = ruleFor(InsightWords::tr("reasoning for people"), {reasoning});
        thorough.chain.limits.firstToken = kLongSilenceTime;
        add(thorough, {strong});

        Rule cheap = ruleFor(InsightWords::tr("summaries, tags, extracts"), simple);
        cheap.chain.pick = PickOrder::Cheapest;
        QList<ChosenModel> cheapOnes{m_chooser.cheap(simple)};
        if (const ChosenModel second = m_chooser.secondCheap(cheapOnes.constFirst()))
            cheapOnes.append(second);
        add(cheap, cheapOnes);

        Rule background = ruleFor(InsightWords::tr("background"), {QStringLiteral("background")});
        background.chain.pick = PickOrder::Fastest;
        // Nobody waits for it.
        background.chain.limits.retries = 2;
        background.chain.limits.longestWait = 60s;
        background.chain.limits.firstToken = kLongSilenceTime;
        add(background, m_chooser.cheapAndFast());

        add(m_proposal.rules.otherwise, {strong}, true);
    }

    void buildCheapFirst()
    {
        const ChosenModel cheap = m_chooser.cheap({QString()});
        const ChosenModel strong = m_chooser.strong({});
        Rule rule = m_proposal.rules.otherwise;
        // A cheap answer that breaks off or is refused is replaced by a strong one.
        rule.chain.limits.commit = Commit::Complete;
        rule.chain.limits.fallbackOnRefusal = true;
        if (strong.candidate == cheap.candidate) {
            m_proposal.remarks.append(
                InsightWords::tr("%1 is both the cheapest and the strongest that is there.")
                    .arg(cheap.candidate->offer.name.toString()));
            add(rule, {cheap}, true);
            return;
        }
        addWith(rule, {cheap}, {strong}, true);
        warnUnlessElsewhere(strong, {cheap});
    }

    void buildLongContext()
    {
        const ChosenModel everyday = m_chooser.everyday();
        const ChosenModel longest = m_chooser.longest();
        if (!longest) {
            m_proposal.remarks.append(
                InsightWords::tr("How much fits into a model is known of none of those that are there."));
            return;
        }
        const qint64 window = windowOf(everyday);
        const qint64 longWindow = windowOf(longest);
        if (window >= longWindow) {
            m_proposal.remarks.append(InsightWords::tr("%1 has the largest window itself: no rule is needed.")
                                          .arg(everyday.candidate->offer.name.toString()));
            add(m_proposal.rules.otherwise, {everyday}, true);
            return;
        }
        const qint64 limit =
            window > 0 ? window * kPercentOfWindow / 100 / kThousand * kThousand : kLongContextTokens;
        Rule rule{.name = InsightWords::tr("long prompts")};
        rule.when = anyOf(
            {testCondition(
                 {.field = Field::Task, .op = Operator::Is, .values = {QStringLiteral("long_context")}}),
             testCondition({.field = Field::PromptTokens,
                            .op = Operator::AtLeast,
                            .number = static_cast<double>(limit)})});
        rule.note = window > 0
            ? InsightWords::tr("Prompts from %1 tokens on, as %2 holds %3 with its answer.")
                  .arg(formatCount(limit), everyday.candidate->offer.name.toString(), formatCount(window))
            : InsightWords::tr("Prompts from %1 tokens on; how much %2 holds is not known.")
                  .arg(formatCount(limit), everyday.candidate->offer.name.toString());
        rule.chain.limits.firstToken = kLongSilenceTime;
        add(rule, {longest}, false, limit);
        addEveryday(everyday, longest);
    }

    void addEveryday(const ChosenModel &everyday, const ChosenModel &longest)
    {
        Rule otherwise = m_proposal.rules.otherwise;
        if (m_chooser.fallbackFor({everyday}).candidate != longest.candidate) {
            otherwise.chain.fallbacks.append(
                {.target = {.name = longest.candidate->offer.name}, .onlyLargerContext = true});
            note(otherwise, longest, InsightWords::tr("Takes over what does not fit."), true);
        }
        add(otherwise, {everyday}, true);
    }

    void buildLocalOnly()
    {
        const QList<ChosenModel> local = m_chooser.listed(2);
        addWith(m_proposal.rules.otherwise, {local.constFirst()}, local.mid(1), true);
        m_proposal.remarks.append(
            InsightWords::tr("No fallback goes to a provider: when no local model answers, the call fails."));
    }

    static Rule ruleFor(const QString &name, const QStringList &tasks)
    {
        return {.name = name,
                .when = testCondition({.field = Field::Task, .op = Operator::Is, .values = tasks})};
    }

    static qint64 windowOf(const ChosenModel &model)
    {
        return model.candidate->offer.info.contextWindow.value_or(0);
    }

    /// A rule that has somebody else to ask does not wait for a silent target as long as the account would.
    /// Models on own machines keep the account's time: the first call may have to load them.
    void limitSilence(Rule &rule) const
    {
        const Chain &chain = rule.chain;
        if (chain.targets.size() + chain.fallbacks.size() < 2 || m_preset == RulePreset::LocalOnly)
            rule.chain.limits.firstToken = 0s;
        else if (chain.limits.firstToken == 0s)
            rule.chain.limits.firstToken = kSilenceTime;
    }

    /// Finds a fallback for the targets and puts the rule into the set.
    void add(const Rule &rule, const QList<ChosenModel> &targets, bool isDefault = false, qint64 window = 0)
    {
        const ChosenModel fallback = m_chooser.fallbackFor(targets, window);
        addWith(rule, targets, fallback ? QList<ChosenModel>{fallback} : QList<ChosenModel>(), isDefault);
        warnUnlessElsewhere(fallback, targets);
    }

    void warnUnlessElsewhere(const ChosenModel &fallback, const QList<ChosenModel> &targets)
    {
        if (!fallback)
            remark(InsightWords::tr("There is no model to fall back to."));
        else if (!isElsewhere(fallback, targets))
            remark(InsightWords::tr("There is no second account: when %1 is out of order, nothing answers.")
                       .arg(fallback.candidate->offer.name.account));
    }

    void addWith(Rule rule, const QList<ChosenModel> &targets, const QList<ChosenModel> &fallbacks,
                 bool isDefault)
    {
        for (const ChosenModel &target : targets) {
            rule.chain.targets.append({.name = target.candidate->offer.name});
            note(rule, target, target.why, false);
        }
        for (const ChosenModel &fallback : fallbacks) {
            rule.chain.fallbacks.append({.target = {.name = fallback.candidate->offer.name}});
            note(rule, fallback, fallback.why, true);
        }
        limitSilence(rule);
        if (isDefault)
            m_proposal.rules.otherwise = rule;
        else
            m_proposal.rules.rules.append(rule);
    }

    void note(Rule &rule, const ChosenModel &model, const QString &why, bool isFallback)
    {
        const TargetName &name = model.candidate->offer.name;
        m_proposal.choices.append({rule.name, name, isFallback, why});
        rule.evidence.insert(QStringLiteral("kind"), QStringLiteral("preset"));
        rule.evidence.insert(QStringLiteral("preset"), rulePresetName(m_preset));
        const QString number = QString::number(rule.evidence.size() - 1);
        rule.evidence.insert(QString(QStringLiteral("why_") % number),
                             QString(name.toString() % QStringLiteral(": ") % why));
    }

    static bool isElsewhere(const ChosenModel &fallback, const QList<ChosenModel> &targets)
    {
        return std::any_of(targets.cbegin(), targets.cend(), [&fallback](const ChosenModel &target) {
            return target.candidate->offer.name.account != fallback.candidate->offer.name.account;
        });
    }

    void remark(const QString &sentence)
    {
        if (!m_proposal.remarks.contains(sentence))
            m_proposal.remarks.append(sentence);
    }

    const RulePreset m_preset;
    const PresetChooser m_chooser;
    PresetProposal m_proposal;
};

QHash<QString, double> ratingsOf(const TargetName &target, const TargetBook &book)
{
    QHash<QString, double> ratings;
    const QStringList tasks = QStringList{QString(), QStringLiteral("tag")} + kShippedTasks;
    for (const QString &task : tasks) {
        if (const std::optional<double> rating = book.factsOf(target, task).rating)
            ratings.insert(task, *rating);
    }
    return ratings;
}

} // namespace

QList<RulePreset> allRulePresets()
{
    return {RulePreset::ThreeBuckets, RulePreset::CheapFirst, RulePreset::LongContext, RulePreset::LocalOnly};
}

QString rulePresetName(RulePreset preset)
{
    switch (preset) {
    case RulePreset::ThreeBuckets:
        return QStringLiteral("three_buckets");
    case RulePreset::CheapFirst:
        return QStringLiteral("cheap_first");
    case RulePreset::LongContext:
        return QStringLiteral("long_context");
    case RulePreset::LocalOnly:
        break;
    }
    return QStringLiteral("local_only");
}

QString rulePresetTitle(RulePreset preset)
{
    switch (preset) {
    case RulePreset::ThreeBuckets:
        return InsightWords::tr("three buckets");
    case RulePreset::CheapFirst:
        return InsightWords::tr("cheap first");
    case RulePreset::LongContext:
        return InsightWords::tr("long context");
    case RulePreset::LocalOnly:
        break;
    }
    return InsightWords::tr("local only");
}

QString rulePresetSummary(RulePreset preset)
{
    switch (preset) {
    case RulePreset::ThreeBuckets:
        return InsightWords::tr(
            "Reasoning for people to a strong model, summaries, tags and extracts to cheap "
            "ones, background work by cost and speed.");
    case RulePreset::CheapFirst:
        return InsightWords::tr("A cheap model for everything, a strong one when it fails.");
    case RulePreset::LongContext:
        return InsightWords::tr("Prompts that need a large window to a model that has one.");
    case RulePreset::LocalOnly:
        break;
    }
    return InsightWords::tr("Only models on own machines; nothing goes to a provider.");
}

QList<PresetCandidate> presetCandidates(const QList<Account> &accounts, const ModelDirectory &directory,
                                        const ModelCatalog &catalog, const Presets &presets,
                                        const TargetBook &book)
{
    QList<PresetCandidate> candidates;
    for (const Account &account : accounts) {
        if (!account.enabled)
            continue;
        const Preset *preset = presets.find(account.presetId);
        const bool local = !account.simulated && preset && isFreeOfCharge(*preset, account.baseUrl);
        const QList<LineUpCandidate> offers = lineUpCandidates(account, directory.modelsOf(account), catalog);
        for (const LineUpCandidate &offer : offers) {
            if (account.simulated && offer.name.model.startsWith(kSimulatedFault))
                continue;
            PresetCandidate candidate{.offer = offer, .local = local, .ratings = ratingsOf(offer.name, book)};
            const TargetFacts facts = book.factsOf(offer.name, {});
            if (facts.samples >= kSamplesForSpeed)
                candidate.firstTokenP50 = facts.firstTokenP50;
            candidates.append(candidate);
        }
    }
    return candidates;
}

PresetProposal fillPreset(RulePreset preset, const QList<PresetCandidate> &candidates)
{
    return PresetBuilder(preset, candidates).build();
}

} // namespace core
