#pragma once

#include "core/routing/callanswers.h"
#include "core/routing/decision.h"
#include "core/routing/router.h"

#include <map>
#include <memory>
#include <vector>

namespace core {

/// A rule set ready to be asked for call after call: its conditions lie in one row, each different test is
/// asked once a call, and the sentences of the trace are made once, since they do not name the call's values.
/// Belongs to a Router; may be used from any one thread at a time.
class CompiledRules
{
public:
    CompiledRules(const RuleSet &rules, int version);

    const RuleSet &rules() const { return m_rules; }
    int version() const { return m_version; }

    /// As Router::match(). `trace` becomes every rule up to the one that matched.
    qsizetype find(const PromptFacts &facts, const TargetBook &book, QList<TraceStep> *trace = nullptr);
    /// The trace as if the rule at `place`, 0 to rules().rules.size(), had matched.
    QList<TraceStep> traceTo(qsizetype place, const PromptFacts &facts, const TargetBook &book);

    /// The rules of the set of that name as they are now, compiled when they changed; null when there is
    /// none.
    CompiledRules *nested(const QString &name, const Router::Lookup &others);

private:
    struct Node
    {
        Condition::Kind kind = Condition::Kind::All;
        /// Number of the test, else of the first part; the parts stand side by side, the least effort first.
        quint32 first = 0;
        quint32 count = 0;
    };
    struct RuleEntry
    {
        quint32 node = 0;
        bool on = true;
    };
    /// What a condition comes to and which sentence says why.
    struct Finding
    {
        Outcomes outcomes = {};
        quint32 sentence = 0;

        bool operator==(const Finding &) const = default;
    };

    quint32 addNodes(std::size_t count);
    void fill(TestCompiler &compiler, quint32 place, const Condition &condition);
    Finding evaluate(quint32 place);
    Finding evaluateParts(quint32 place);
    Finding evaluateAll(quint32 place);
    Finding evaluateAny(quint32 place);
    Finding findingOf(const RuleEntry &rule);
    const QList<TraceStep> &traceOfFindings(std::size_t asked, bool isDefault);
    TraceStep stepOf(std::size_t rule, const Finding &finding);
    TraceStep lastStep() const;
    const QString &sentence(quint32 number);

    const RuleSet m_rules;
    const int m_version;
    const QString m_switchedOff;
    TestTable m_table;
    CallAnswers m_answers{m_table};
    std::vector<Node> m_nodes;
    /// The condition of each node.
    std::vector<const Condition *> m_sources;
    std::vector<RuleEntry> m_entries;
    /// Of the last call, for each rule up to the last that was asked.
    std::vector<Finding> m_findings;
    /// Of the last trace that was made, and the trace: the next one differs in those steps only whose
    /// findings do, and calls that come to the same share it.
    std::vector<Finding> m_tracedFindings;
    QList<TraceStep> m_trace;
    /// Two of each node, that it does not hold and that it holds; made when first needed.
    std::vector<QString> m_sentences;
    std::map<QString, std::unique_ptr<CompiledRules>> m_nested;
};

} // namespace core
