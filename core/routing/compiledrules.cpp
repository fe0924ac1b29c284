#include "core/routing/compiledrules.h"

#include "core/routing/rulewords.h"

#include <QCoreApplication>

#include <limits>

namespace core {

namespace {

int effortOfCondition(const Condition &condition)
{
    if (condition.kind == Condition::Kind::Test)
        return effortOf(condition.test);
    int most = 0;
    for (const Condition &part : condition.parts)
        most = std::max(most, effortOfCondition(part));
    return most;
}

std::vector<const Condition *> byEffort(const QList<Condition> &parts)
{
    std::vector<const Condition *> sorted;
    for (const Condition &part : parts)
        sorted.push_back(&part);
    std::stable_sort(sorted.begin(), sorted.end(), [](const Condition *one, const Condition *other) {
        return effortOfCondition(*one) < effortOfCondition(*other);
    });
    return sorted;
}

/// Without the groups of one part around it.
const Condition &coreOf(const Condition &condition)
{
    const Condition *core = &condition;
    while ((core->kind == Condition::Kind::All || core->kind == Condition::Kind::Any)
           && core->parts.size() == 1)
        core = &core->parts.first();
    return *core;
}

constexpr quint32 saysNot(quint32 node)
{
    return 2 * node;
}

constexpr quint32 saysSo(quint32 node)
{
    return 2 * node + 1;
}

} // namespace

CompiledRules::CompiledRules(const RuleSet &rules, int version)
    : m_rules(rules)
    , m_version(version)
    , m_switchedOff(QCoreApplication::translate("Router", "The rule is switched off."))
{
    TestCompiler compiler(m_table);
    m_entries.reserve(static_cast<std::size_t>(m_rules.rules.size()));
    for (const Rule &rule : m_rules.rules) {
        const quint32 node = addNodes(1);
        fill(compiler, node, rule.when);
        m_entries.push_back({node, rule.on});
    }
    compiler.finish();
    m_sentences.resize(2 * m_nodes.size());
    m_findings.resize(m_entries.size());
}

quint32 CompiledRules::addNodes(std::size_t count)
{
    const auto first = static_cast<quint32>(m_nodes.size());
    m_nodes.resize(m_nodes.size() + count);
    m_sources.resize(m_nodes.size());
    return first;
}

void CompiledRules::fill(TestCompiler &compiler, quint32 place, const Condition &condition)
{
    const Condition &core = coreOf(condition);
    m_sources[place] = &core;
    Node node;
    node.kind = core.kind;
    std::vector<const Condition *> parts;
    if (core.kind == Condition::Kind::Test) {
        node.first = compiler.add(core.test);
    } else if (core.kind == Condition::Kind::Not && core.parts.isEmpty()) {
        node.kind = Condition::Kind::Any; // of nothing: never
    } else {
        parts = byEffort(core.parts);
        if (core.kind == Condition::Kind::Not)
            parts = {&core.parts.first()};
        node.first = addNodes(parts.size());
        node.count = static_cast<quint32>(parts.size());
    }
    m_nodes[place] = node;
    for (std::size_t at = 0; at < parts.size(); ++at)
        fill(compiler, node.first + static_cast<quint32>(at), *parts[at]);
}

/// Most parts are tests.
inline CompiledRules::Finding CompiledRules::evaluate(quint32 place)
{
    const Node &node = m_nodes[place];
    if (node.kind != Condition::Kind::Test)
        return evaluateParts(place);
    const Outcomes answer = m_answers.answer(node.first);
    return {answer, answer.mayBeYes() ? saysSo(place) : saysNot(place)};
}

CompiledRules::Finding CompiledRules::evaluateParts(quint32 place)
{
    const Node &node = m_nodes[place];
    if (node.kind == Condition::Kind::All)
        return evaluateAll(place);
    if (node.kind == Condition::Kind::Any)
        return evaluateAny(place);
    Finding finding = evaluate(node.first);
    finding.outcomes = finding.outcomes.negated();
    return finding;
}

/// The first part that does not hold says why.
CompiledRules::Finding CompiledRules::evaluateAll(quint32 place)
{
    const Node &node = m_nodes[place];
    Finding all{Outcomes::yes(), saysSo(place)};
    for (quint32 at = 0; at < node.count; ++at) {
        const Finding part = evaluate(node.first + at);
        all.outcomes = all.outcomes & part.outcomes;
        if (all.outcomes.isNo())
            return {all.outcomes, part.sentence};
    }
    return all;
}

/// The first part that holds says why.
CompiledRules::Finding CompiledRules::evaluateAny(quint32 place)
{
    const Node &node = m_nodes[place];
    Finding any{Outcomes::no(), saysNot(place)};
    for (quint32 at = 0; at < node.count; ++at) {
        const Finding part = evaluate(node.first + at);
        any.outcomes = any.outcomes | part.outcomes;
        if (any.outcomes.isYes())
            return {any.outcomes, part.sentence};
    }
    return any;
}

qsizetype CompiledRules::find(const PromptFacts &facts, const TargetBook &book, QList<TraceStep> *trace)
{
    m_answers.begin(facts, book);
    qsizetype place = m_rules.rules.size();
    std::size_t asked = 0;
    while (asked < m_entries.size() && place == m_rules.rules.size()) {
        const Finding finding = findingOf(m_entries[asked]);
        m_findings[asked] = finding;
        if (finding.outcomes.mayBeYes())
            place = finding.outcomes.isYes() ? static_cast<qsizetype>(asked) : -1;
        ++asked;
    }
    if (trace)
        *trace = traceOfFindings(asked, place == m_rules.rules.size());
    return place;
}

const QList<TraceStep> &CompiledRules::traceOfFindings(std::size_t asked, bool isDefault)
{
    const qsizetype steps = static_cast<qsizetype>(asked) + (isDefault ? 1 : 0);
    if (m_trace.size() != steps) {
        constexpr Finding kNone{Outcomes(), std::numeric_limits<quint32>::max()};
        m_tracedFindings.assign(asked, kNone);
        m_trace = QList<TraceStep>(steps);
        if (isDefault)
            m_trace.last() = lastStep();
    }
    for (std::size_t rule = 0; rule < asked; ++rule) {
        if (m_tracedFindings[rule] == m_findings[rule])
            continue;
        m_tracedFindings[rule] = m_findings[rule];
        m_trace[static_cast<qsizetype>(rule)] = stepOf(rule, m_findings[rule]);
    }
    return m_trace;
}

QList<TraceStep> CompiledRules::traceTo(qsizetype place, const PromptFacts &facts, const TargetBook &book)
{
    m_answers.begin(facts, book);
    QList<TraceStep> trace;
    bool chosenByHand = false;
    const auto end = static_cast<std::size_t>(place);
    for (std::size_t rule = 0; rule < end; ++rule) {
        TraceStep step = stepOf(rule, findingOf(m_entries[rule]));
        if (step.verdict == RuleVerdict::Matched) {
            step.verdict = RuleVerdict::NotMatched;
            step.why = QCoreApplication::translate("Router", "It holds, but was passed over by hand.");
            chosenByHand = true;
        }
        chosenByHand = chosenByHand || step.verdict == RuleVerdict::Undecidable;
        trace.append(step);
    }
    TraceStep last = lastStep();
    if (end < m_entries.size())
        last = stepOf(end, findingOf(m_entries[end]));
    if (chosenByHand || last.verdict != RuleVerdict::Matched)
        last.why = QCoreApplication::translate("Router", "Chosen by hand.");
    last.verdict = RuleVerdict::Matched;
    trace.append(last);
    return trace;
}

/// Without any outcome for a rule that is switched off.
CompiledRules::Finding CompiledRules::findingOf(const RuleEntry &rule)
{
    return rule.on ? evaluate(rule.node) : Finding();
}

TraceStep CompiledRules::stepOf(std::size_t rule, const Finding &finding)
{
    const Outcomes outcomes = finding.outcomes;
    const QString &name = m_rules.rules.at(static_cast<qsizetype>(rule)).name;
    if (outcomes.isYes())
        return {name, RuleVerdict::Matched, sentence(finding.sentence)};
    if (outcomes.isNo())
        return {name, RuleVerdict::NotMatched, sentence(finding.sentence)};
    if (outcomes.isNone())
        return {name, RuleVerdict::Off, m_switchedOff};
    const QString words = conditionInWords(*m_sources[m_entries[rule].node]);
    if (outcomes.mayBeYes())
        return {name, RuleVerdict::Undecidable,
                QCoreApplication::translate("Router", "Not all that it asks for is known of this call: %1.")
                    .arg(words)};
    return {name, RuleVerdict::Limit,
            QCoreApplication::translate("Router", "A regular expression was given up at its match limit: %1.")
                .arg(words)};
}

TraceStep CompiledRules::lastStep() const
{
    return {m_rules.otherwise.name, RuleVerdict::Matched,
            QCoreApplication::translate("Router", "No rule before it matched.")};
}

const QString &CompiledRules::sentence(quint32 number)
{
    QString &sentence = m_sentences[number];
    if (!sentence.isEmpty())
        return sentence;
    const quint32 node = number / 2;
    const bool holds = number == saysSo(node);
    const Condition &condition = *m_sources[node];
    const bool isTest = condition.kind == Condition::Kind::Test;
    if (condition.isAlways())
        sentence = QCoreApplication::translate("Router", "It holds for every call.");
    else if (holds || isTest)
        sentence = QCoreApplication::translate("Router", "For this call, %1.")
                       .arg(conditionInWords(holds ? condition : notOf(condition)));
    else
        sentence =
            QCoreApplication::translate("Router", "None of it holds: %1.").arg(conditionInWords(condition));
    return sentence;
}

CompiledRules *CompiledRules::nested(const QString &name, const Router::Lookup &others)
{
    const RuleSet *const rules = others ? others(name) : nullptr;
    if (!rules)
        return nullptr;
    std::unique_ptr<CompiledRules> &known = m_nested[name];
    if (!known || known->rules() != *rules)
        known = std::make_unique<CompiledRules>(*rules, 0);
    return known.get();
}

} // namespace core
