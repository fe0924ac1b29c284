#include "app/commandline/routetext.h"

#include "app/commandline/console.h"

#include "core/base/formatting.h"
#include "core/compare/callcost.h"
#include "core/models/ledgerwords.h"
#include "core/routing/rulewords.h"

#include <QCoreApplication>

using namespace core;

namespace app {

namespace {

/// Translates the sentences of this file.
struct RouteText
{
    Q_DECLARE_TR_FUNCTIONS(RouteText)
};

const QString kIndent = QStringLiteral("  ");
/// Milliseconds; what is shorter is the program's own work between two attempts.
constexpr double kShortestToldWait = 50.0;
const QString kDeepIndent = QStringLiteral("     ");

QString verdictWord(RuleVerdict verdict)
{
    switch (verdict) {
    case RuleVerdict::Matched:
        return RouteText::tr("matched");
    case RuleVerdict::NotMatched:
        return RouteText::tr("not matched");
    case RuleVerdict::Off:
        return RouteText::tr("off");
    case RuleVerdict::Limit:
        return RouteText::tr("not matched: limit");
    case RuleVerdict::Undecidable:
        break;
    }
    return RouteText::tr("undecidable");
}

/// `1. name`, and after it in brackets what there is to say.
QString numberedLine(qsizetype number, const QString &name, const QString &remark)
{
    const QString line = kIndent + QString::number(number) + QStringLiteral(". ") + name;
    return remark.isEmpty() ? line : QString(line + QStringLiteral(" (") + remark + u')');
}

QStringList indentedTable(const QList<QStringList> &rows)
{
    QStringList lines = alignedTable(rows, {}).split(u'\n', Qt::SkipEmptyParts);
    for (QString &line : lines)
        line.prepend(kIndent);
    return lines;
}

QString targetRemark(const Chain &chain, const ChainTarget &target)
{
    return chain.pick == PickOrder::Weighted && chain.targets.size() > 1
        ? RouteText::tr("weight %1").arg(QString::number(target.weight))
        : QString();
}

QString fallbackRemark(const Fallback &fallback)
{
    QStringList parts{RouteText::tr("fallback")};
    if (fallback.onlyLargerContext)
        parts.append(RouteText::tr("only with a larger context window"));
    if (!fallback.onlyAfter.isEmpty()) {
        QStringList kinds;
        for (const ErrorKind kind : fallback.onlyAfter)
            kinds.append(LedgerWords::errorKind(kind));
        parts.append(RouteText::tr("only after %1").arg(alternativesInWords(kinds)));
    }
    return parts.join(QLatin1StringView(", "));
}

QStringList ruleLines(const Rule &rule, const QString &condition)
{
    QString head = rule.name + QStringLiteral(": ") + condition;
    if (!rule.on)
        head += QStringLiteral(" (") + RouteText::tr("off") + u')';
    QStringList lines{head};
    if (!rule.note.isEmpty())
        lines.append(kIndent + rule.note);
    qsizetype number = 0;
    for (const ChainTarget &target : rule.chain.targets)
        lines.append(numberedLine(++number, target.name.toString(), targetRemark(rule.chain, target)));
    for (const Fallback &fallback : rule.chain.fallbacks)
        lines.append(numberedLine(++number, fallback.target.name.toString(), fallbackRemark(fallback)));
    const QString pick =
        rule.chain.targets.size() > 1 ? pickOrderInWords(rule.chain.pick) + QStringLiteral("; ") : QString();
    lines.append(kIndent + pick + limitsInWords(rule.chain.limits));
    return lines;
}

QString outcomeText(const AttemptNote &attempt)
{
    QString text = LedgerWords::status(attempt.status());
    if (attempt.error())
        text += QStringLiteral(" (") + LedgerWords::errorKind(attempt.error()->kind) + u')';
    return text + QStringLiteral(", ") + LedgerWords::cost(attempt.cost, attempt.completion);
}

} // namespace

QString versionText(const QString &ruleSet, int version)
{
    return version > 0 ? RouteText::tr("\"%1\" version %2").arg(ruleSet, QString::number(version))
                       : RouteText::tr("the draft of \"%1\"").arg(ruleSet);
}

QStringList ruleSetLines(const RuleSet &rules)
{
    QStringList lines;
    if (!rules.note.isEmpty())
        lines.append(rules.note);
    for (const Rule &rule : rules.rules)
        lines.append(ruleLines(rule, conditionInWords(rule.when)));
    lines.append(ruleLines(rules.otherwise, RouteText::tr("everything else")));
    return lines;
}

QStringList decisionLines(const Decision &decision)
{
    QStringList lines{RouteText::tr("Rules of %1:").arg(versionText(decision.ruleSet, decision.version))};
    QList<QStringList> rows;
    for (const TraceStep &step : decision.trace)
        rows.append({step.rule, verdictWord(step.verdict), step.why});
    lines.append(indentedTable(rows));
    if (!decision.targets.isEmpty())
        lines.append(RouteText::tr("Targets of the rule %1, in their order:").arg(decision.rule));
    for (qsizetype place = 0; place < decision.targets.size(); ++place) {
        const PlannedTarget &target = decision.targets[place];
        lines.append(numberedLine(place + 1, target.name.toString(), target.why));
    }
    if (!decision.targets.isEmpty())
        lines.append(kIndent + limitsInWords(decision.limits));
    if (!decision.leftOut.isEmpty())
        lines.append(RouteText::tr("Left out:"));
    for (const QString &target : decision.leftOut)
        lines.append(kIndent + target);
    return lines;
}

QStringList attemptLines(const LaneState &state)
{
    QStringList lines{RouteText::tr("Attempts:")};
    qsizetype number = 0;
    for (const AttemptNote &attempt : attemptsOf(state)) {
        const QString waited = attempt.waitedMs >= kShortestToldWait
            ? RouteText::tr("after a wait of %1").arg(formatDuration(attempt.waitedMs))
            : QString();
        lines.append(numberedLine(++number, attempt.target.toString(), waited) + QStringLiteral(": ")
                     + outcomeText(attempt));
        if (!attempt.why.isEmpty())
            lines.append(kDeepIndent + RouteText::tr("asked because: %1").arg(attempt.why));
        if (attempt.error())
            lines.append(kDeepIndent + RouteText::tr("said: %1").arg(attempt.error()->message));
    }
    if (!state.whyStopped.isEmpty())
        lines.append(kIndent + state.whyStopped);
    return lines;
}

} // namespace app
