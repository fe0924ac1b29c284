#include "ui/routes/trywords.h"

#include "core/base/formatting.h"
#include "core/routing/attemptpolicy.h"
#include "core/routing/pickorder.h"

namespace ui {

namespace {

const QString kTryGap = QStringLiteral(" · ");

/// Of each planned target, until when it is left alone.
QList<qint64> coolingOf(const core::Decision &decision, const core::PromptFacts &facts,
                        const core::TargetBook &book)
{
    QList<qint64> cooling;
    for (const core::PlannedTarget &target : decision.targets)
        cooling.append(book.factsOf(target.name, facts.task).coolingUntilMs);
    return cooling;
}

} // namespace

QString TryWords::ruleNumber(qsizetype place, const core::RuleSet &rules)
{
    return place == rules.rules.size() ? rules.otherwise.name : QString::number(place + 1);
}

QString TryWords::figures(const core::PlannedTarget &target, const core::PromptFacts &facts,
                          const core::TargetBook &book)
{
    const core::TargetFacts known = book.factsOf(target.name, facts.task);
    const std::optional<core::Money> cost =
        core::estimatedCost(known, facts.tokens, core::outputLimitOf(target.parameters));
    QStringList parts{cost ? tr("est. %1", "cost").arg(core::formatMoney(*cost)) : tr("price unknown")};
    if (known.firstTokenP50)
        parts.append(tr("first token %1 (own median of %2)")
                         .arg(core::formatDuration(*known.firstTokenP50), core::formatCount(known.samples)));
    else
        parts.append(tr("first token unknown"));
    return parts.join(kTryGap);
}

QString TryWords::result(const core::Decision &decision, const core::RuleSet &rules,
                         const core::PromptFacts &facts, const core::TargetBook &book)
{
    if (decision.place < 0) {
        return decision.trace.isEmpty() ? tr("it cannot be decided")
                                        : tr("it cannot be decided: %1").arg(decision.trace.constLast().why);
    }
    QStringList parts{decision.place == rules.rules.size()
                          ? tr("no rule matched, so the default holds")
                          : tr("rule %1 matched").arg(ruleNumber(decision.place, rules))};
    if (decision.targets.isEmpty()) {
        parts.append(decision.leftOut.isEmpty()
                         ? tr("it has no target")
                         : tr("nobody can be asked: %1").arg(decision.leftOut.join(QStringLiteral("; "))));
    } else {
        // One that cools down after a failure is passed over while another is free.
        const qsizetype asked =
            std::max<qsizetype>(0, core::firstTarget(decision, coolingOf(decision, facts, book), facts.atMs));
        if (asked > 0)
            parts.append(tr("%1 is left alone at present").arg(decision.targets.constFirst().name.model));
        const core::PlannedTarget &first = decision.targets.at(asked);
        parts.append(first.name.model);
        parts.append(figures(first, facts, book));
    }
    for (qsizetype place = 0; place < decision.trace.size(); ++place) {
        const core::TraceStep &step = decision.trace.at(place);
        if (step.matched())
            continue;
        parts.append(tr("rule %1: %2", "a rule's number and why it did not match")
                         .arg(ruleNumber(place, rules), step.why));
        break;
    }
    return parts.join(kTryGap);
}

QList<TraceLine> TryWords::trace(const core::Decision &decision, const core::PromptFacts &facts,
                                 const core::TargetBook &book)
{
    QList<TraceLine> lines;
    for (qsizetype place = 0; place < decision.trace.size(); ++place) {
        const core::TraceStep &step = decision.trace.at(place);
        lines.append(
            TraceLine{tr("%1: %2", "a rule and why").arg(step.rule, step.why), place, step.matched()});
    }
    const QList<qint64> cooling = coolingOf(decision, facts, book);
    for (qsizetype at = 0; at < decision.targets.size(); ++at) {
        const core::PlannedTarget &target = decision.targets.at(at);
        QStringList parts{
            target.isFallback
                ? tr("%1. if that fails: %2", "order and target")
                      .arg(QString::number(at + 1), target.name.toString())
                : tr("%1. %2", "order and target").arg(QString::number(at + 1), target.name.toString())};
        if (!target.why.isEmpty())
            parts.append(target.why);
        if (cooling.at(at) > facts.atMs)
            parts.append(tr("left alone at present"));
        parts.append(figures(target, facts, book));
        lines.append(TraceLine{parts.join(kTryGap)});
    }
    for (const QString &left : decision.leftOut)
        lines.append(TraceLine{tr("left out: %1").arg(left)});
    return lines;
}

} // namespace ui
