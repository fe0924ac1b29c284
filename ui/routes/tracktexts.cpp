#include "ui/routes/tracktexts.h"

#include "core/base/formatting.h"
#include "core/chat/parametersjson.h"
#include "core/routing/attemptpolicy.h"
#include "core/routing/pickorder.h"
#include "core/routing/rulewords.h"
#include "core/routing/targethealth.h"
#include "ui/routes/routewords.h"

#include <QFontMetrics>
#include <QLocale>
#include <QTextLayout>

#include <algorithm>

namespace ui {

namespace {

constexpr std::int64_t kPricedTokens = 1'000'000;

const QString kBetweenFacts = QStringLiteral(" · ");

/// Without what was never there.
QString joinedWords(QStringList parts, const QString &between)
{
    parts.removeAll(QString());
    return parts.join(between);
}

bool isRouteTarget(const core::TargetName &name)
{
    return name.account == core::kRouteAccountName;
}

} // namespace

QString elidedLine(const QString &line, const QFont &font, int width)
{
    const QString elided = QFontMetrics(font).elidedText(line, Qt::ElideRight, width);
    const qsizetype kept = elided.size() - 1;
    if (elided == line || kept <= 0 || line.at(kept).isSpace())
        return elided;
    const qsizetype word = line.lastIndexOf(u' ', kept - 1) + 1;
    const bool cutsNumber = std::any_of(line.cbegin() + word, line.cbegin() + kept,
                                        [](QChar letter) { return letter.isDigit(); });
    return cutsNumber ? line.left(word).trimmed() + u'…' : elided;
}

QStringList linesWithin(const QString &text, const QFont &font, int width, int most)
{
    QTextLayout layout(text, font);
    QTextOption wrap;
    wrap.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(wrap);
    QStringList lines;
    layout.beginLayout();
    while (true) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(width);
        if (lines.size() == most - 1) {
            lines.append(elidedLine(text.mid(line.textStart()), font, width));
            break;
        }
        lines.append(text.mid(line.textStart(), line.textLength()).trimmed());
    }
    layout.endLayout();
    return lines;
}

TrackWords TrackTexts::words(qsizetype rule, const TrackTrial &trial) const
{
    TrackWords words;
    const core::Rule &shown = m_editor.rule(rule);
    const core::Chain &chain = shown.chain;
    words.rule = ruleWords(rule, trial);
    words.on = shown.on;
    for (qsizetype at = 0; at < chain.targets.size(); ++at)
        words.places.append(targetWords({rule, false, at}, trial));
    for (qsizetype at = 0; at < chain.fallbacks.size(); ++at)
        words.places.append(targetWords({rule, true, at}, trial));
    if (const RulePlace lit = litPlace(trial); lit.rule == rule && lit.target >= 0) {
        NodeWords &first = words.places[lit.target];
        first.tip = joinedWords({first.tip, tr("asked first")}, QStringLiteral("\n"));
        first.spoken = joinedWords({first.spoken, tr("asked first")}, QStringLiteral(", "));
    }
    const bool saysItself = chain.pick == core::PickOrder::Weighted || chain.pick == core::PickOrder::Listed;
    if (chain.targets.size() > 1 && !saysItself)
        words.order = core::pickOrderInWords(chain.pick);
    return words;
}

NodeWords TrackTexts::promptWords(const TrackTrial &trial)
{
    NodeWords words;
    words.title = tr("Prompt");
    if (const std::optional<qint64> tokens = trial.prompt.tokens)
        words.line = *tokens == 1 ? tr("1 token") : tr("%1 tokens").arg(core::formatCount(*tokens));
    words.tip = joinedWords({words.title, words.line}, QStringLiteral("\n"));
    words.spoken = joinedWords({words.title, words.line}, QStringLiteral(", "));
    return words;
}

const core::TraceStep *TrackTexts::stepOf(qsizetype place, const TrackTrial &trial) const
{
    if (!trial.decision || place >= trial.decision->trace.size())
        return nullptr;
    const core::TraceStep &step = trial.decision->trace.at(place);
    return step.rule == m_editor.rule(place).name ? &step : nullptr;
}

NodeWords TrackTexts::ruleWords(qsizetype place, const TrackTrial &trial) const
{
    const core::Rule &rule = m_editor.rule(place);
    const bool isDefault = m_editor.isDefault(place);
    NodeWords words;
    words.title = isDefault
        ? rule.name
        : tr("%1 %2", "number and name of a rule").arg(QLocale().toString(place + 1), rule.name.simplified());
    words.line = isDefault ? tr("everything else") : core::conditionInWords(rule.when).simplified();
    if (!rule.on)
        words.state = tr("off");
    QString verdict;
    if (const core::TraceStep *const step = stepOf(place, trial)) {
        verdict = joinedWords({verdictInWords(step->verdict), step->why}, kBetweenFacts);
        if (step->verdict != core::RuleVerdict::Matched && step->verdict != core::RuleVerdict::Off)
            words.note = verdict;
    }
    addProblems({place, -1}, words);
    words.tip = joinedWords({words.title, words.line, words.state, verdict, rule.note, words.tip},
                            QStringLiteral("\n"));
    const QString spokenTitle = isDefault ? words.title : tr("Rule %1").arg(words.title);
    words.spoken =
        joinedWords({spokenTitle, words.line, words.state, verdict, words.spoken}, QStringLiteral(", "));
    return words;
}

QString TrackTexts::verdictInWords(core::RuleVerdict verdict)
{
    switch (verdict) {
    case core::RuleVerdict::Matched:
        return tr("matched");
    case core::RuleVerdict::NotMatched:
        return tr("not matched");
    case core::RuleVerdict::Limit:
        return tr("match limit");
    case core::RuleVerdict::Undecidable:
        return tr("undecidable");
    case core::RuleVerdict::Off:
        break; // its node says so
    }
    return {};
}

NodeWords TrackTexts::targetWords(const ChainPlace &place, const TrackTrial &trial) const
{
    NodeWords words;
    const core::ChainTarget *const target = m_editor.target(place);
    if (!target)
        return words;
    // The same question as that of the Try bar and of the order by price: one call has one estimate.
    const core::PromptFacts &prompt = trial.prompt;
    const core::TargetFacts facts = m_context.book.factsOf(target->name, prompt.task);
    const std::optional<qint64> limit =
        core::outputLimitOf(core::mergedParameters(prompt.parameters, target->parameters));
    const std::optional<core::Money> cost = core::estimatedCost(facts, prompt.tokens, limit);
    words.title = RouteWords::targetTitle(target->name).simplified();
    words.label = labelOf(place);
    QStringList line{target->name.account};
    if (cost)
        line.append(tr("est. %1", "cost").arg(core::formatMoney(*cost)));
    else if (const QString price = priceOf(facts); !price.isEmpty())
        line.append(price);
    if (facts.firstTokenP50)
        line.append(core::formatDuration(*facts.firstTokenP50));
    if (line.size() == 1 && facts.model.contextWindow)
        line.append(tr("%1 context").arg(core::formatCompactCount(*facts.model.contextWindow)));
    words.line =
        isRouteTarget(target->name) ? RouteWords::targetFacts(target->name, facts) : line.join(kBetweenFacts);
    const RulePlace counted = m_editor.rulePlace(place);
    addProblems(counted, words);
    const QString about = cost
        ? tr("estimated for this prompt: %1, with %2 tokens in and about %3 out")
              .arg(core::formatMoney(*cost), core::formatCount(*prompt.tokens),
                   core::formatCount(std::min(facts.expectedOutput, limit.value_or(facts.expectedOutput))))
        : QString();
    const QString when =
        place.fallback ? conditionOf(m_editor.rule(place.rule).chain.fallbacks.at(place.at)) : words.label;
    words.tip = joinedWords(
        {target->name.toString(), RouteWords::targetFacts(target->name, facts), about, when, words.tip},
        QStringLiteral("\n"));
    const QString kind = place.fallback ? tr("fallback %1 of %2") : tr("target %1 of %2");
    words.spoken = joinedWords({target->name.toString(),
                                kind.arg(QLocale().toString(place.at + 1), m_editor.rule(place.rule).name),
                                when, about, words.spoken},
                               QStringLiteral(", "));
    return words;
}

/// Empty when it is unknown.
QString TrackTexts::priceOf(const core::TargetFacts &facts)
{
    const std::optional<core::PriceList> &prices = facts.model.prices;
    if (!prices || !prices->base.input || !prices->base.output)
        return {};
    return tr("%1 / %2", "price of a million tokens in and out")
        .arg(core::formatAmount(*prices->base.input * kPricedTokens, prices->currency),
             core::formatAmount(*prices->base.output * kPricedTokens, prices->currency));
}

QString TrackTexts::labelOf(const ChainPlace &place) const
{
    const core::Chain &chain = m_editor.rule(place.rule).chain;
    if (!place.fallback)
        return shareOf(chain, place.at);
    const core::Fallback &fallback = chain.fallbacks.at(place.at);
    if (fallback.onlyLargerContext)
        return tr("only larger context");
    return fallback.onlyAfter.isEmpty() ? tr("if it fails") : RouteWords::onlyAfter(fallback.onlyAfter);
}

QString TrackTexts::conditionOf(const core::Fallback &fallback) const
{
    QStringList parts;
    if (fallback.onlyLargerContext)
        parts.append(tr("only larger context"));
    if (!fallback.onlyAfter.isEmpty())
        parts.append(RouteWords::onlyAfter(fallback.onlyAfter));
    return parts.isEmpty() ? tr("if it fails") : parts.join(QStringLiteral(", "));
}

QString TrackTexts::shareOf(const core::Chain &chain, qsizetype at) const
{
    if (chain.targets.size() < 2)
        return {};
    if (chain.pick == core::PickOrder::Listed)
        return tr("%1.", "place in a row: 1., 2.").arg(QLocale().toString(at + 1));
    if (chain.pick != core::PickOrder::Weighted)
        return {};
    double sum = 0.0;
    for (const core::ChainTarget &target : chain.targets)
        sum += std::max(0.0, target.weight);
    if (sum <= 0.0)
        return {};
    const double percent = 100.0 * std::max(0.0, chain.targets.at(at).weight) / sum;
    const bool isTiny = percent > 0.0 && percent < 0.5;
    return isTiny ? tr("< 1 %") : tr("%1 %", "per cent").arg(QLocale().toString(percent, 'f', 0));
}

void TrackTexts::addProblems(const RulePlace &place, NodeWords &words) const
{
    QStringList sentences;
    for (const core::RuleProblem &problem : m_editor.problemsAt(place)) {
        const bool isInvalid = problem.kind == core::RuleProblem::Kind::Invalid;
        // What keeps the set from running comes first: there is room for one.
        if (isInvalid && words.mood != NodeMood::Invalid)
            sentences.prepend(problem.text);
        else
            sentences.append(problem.text);
        if (isInvalid || words.mood == NodeMood::Plain)
            words.mood = isInvalid ? NodeMood::Invalid : NodeMood::Doubtful;
    }
    words.problem = sentences.value(0);
    words.tip = sentences.join(QLatin1Char('\n'));
    words.spoken = sentences.join(QLatin1Char(' '));
}

RulePlace TrackTexts::litPlace(const TrackTrial &trial) const
{
    if (!trial.decision)
        return {};
    const core::Decision &decision = *trial.decision;
    const qsizetype rules = m_editor.rules().rules.size();
    if (decision.place < 0 || decision.place > rules || m_editor.rule(decision.place).name != decision.rule)
        return {};
    RulePlace lit{decision.place, -1};
    QList<qint64> cooling;
    for (const core::PlannedTarget &planned : decision.targets)
        cooling.append(m_context.health.coolingUntil(planned.name));
    const qsizetype first = core::firstTarget(decision, cooling, m_context.clock.utcMs());
    if (first < 0)
        return lit;
    const core::PlannedTarget &asked = decision.targets.at(first);
    const core::Chain &chain = m_editor.rule(lit.rule).chain;
    const auto isAsked = [&asked](const core::ChainTarget &target) { return target.name == asked.name; };
    const auto isRoute = [](const core::ChainTarget &target) { return isRouteTarget(target.name); };
    const auto find = [&chain](const auto &matches, bool targets, bool fallbacks) {
        for (qsizetype at = 0; targets && at < chain.targets.size(); ++at) {
            if (matches(chain.targets.at(at)))
                return at;
        }
        for (qsizetype at = 0; fallbacks && at < chain.fallbacks.size(); ++at) {
            if (matches(chain.fallbacks.at(at).target))
                return chain.targets.size() + at;
        }
        return qsizetype{-1};
    };
    lit.target = find(isAsked, !asked.isFallback, asked.isFallback);
    // It may be one that another set decided on.
    if (lit.target < 0)
        lit.target = find(isRoute, true, true);
    return lit;
}

} // namespace ui
