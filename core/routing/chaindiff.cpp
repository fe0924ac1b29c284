#include "core/base/formatting.h"
#include "core/chat/parametersjson.h"
#include "core/routing/rulediffs.h"
#include "core/routing/rulewords.h"

#include <QJsonDocument>
#include <QLocale>

namespace core {

namespace {

QString jsonText(const QJsonObject &json)
{
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

/// Exact, so that no difference is lost.
QString shownTime(std::chrono::milliseconds time)
{
    if (time.count() == 0)
        return RuleDiff::tr("none");
    return time.count() % 1000 == 0 ? formatDuration(static_cast<double>(time.count()))
                                    : QString(formatCount(time.count()) + QStringLiteral("\u202fms"));
}

QString shownFlag(bool flag)
{
    return flag ? RuleDiff::tr("yes") : RuleDiff::tr("no");
}

QString shownText(const QString &text)
{
    return text.isEmpty() ? RuleDiff::tr("none") : text;
}

QString shownWeight(double weight)
{
    return QLocale().toString(weight, 'g', QLocale::FloatingPointShortest);
}

QString shownErrors(const QList<ErrorKind> &kinds)
{
    QStringList names;
    for (const ErrorKind kind : kinds)
        names.append(errorKindName(kind));
    return names.isEmpty() ? RuleDiff::tr("any") : names.join(QStringLiteral(", "));
}

/// Sentences `WHAT: NEW instead of OLD`, where the two differ.
class ChangeList
{
public:
    void add(const QString &what, const QString &before, const QString &after)
    {
        if (before != after)
            m_sentences.append(RuleDiff::tr("%1: %3 instead of %2").arg(what, before, after));
    }

    const QStringList &sentences() const { return m_sentences; }

private:
    QStringList m_sentences = {};
};

struct TargetPlaces
{
    qsizetype before = 0;
    qsizetype after = 0;
};

QStringList targetNames(const QList<ChainTarget> &targets)
{
    QStringList names;
    for (const ChainTarget &target : targets)
        names.append(target.name.toString());
    return names;
}

/// The targets that both have.
QList<TargetPlaces> commonTargets(const QList<ChainTarget> &before, const QList<ChainTarget> &after)
{
    const QList<qsizetype> former = formerPlaces(targetNames(before), targetNames(after));
    QList<TargetPlaces> common;
    for (qsizetype at = 0; at < former.size(); ++at) {
        if (former.at(at) >= 0)
            common.append({.before = former.at(at), .after = at});
    }
    return common;
}

void addTargetChanges(const ChainTarget &before, const ChainTarget &after, ChangeList *changes)
{
    const QString name = after.name.toString();
    changes->add(RuleDiff::tr("Weight of %1").arg(name), shownWeight(before.weight),
                 shownWeight(after.weight));
    changes->add(RuleDiff::tr("Parameters of %1").arg(name), jsonText(parametersToJson(before.parameters)),
                 jsonText(parametersToJson(after.parameters)));
}

void addTargets(const QString &what, const QList<ChainTarget> &before, const QList<ChainTarget> &after,
                ChangeList *changes)
{
    const QString separator = QStringLiteral(", ");
    changes->add(what, shownText(targetNames(before).join(separator)),
                 shownText(targetNames(after).join(separator)));
    for (const TargetPlaces &place : commonTargets(before, after))
        addTargetChanges(before.at(place.before), after.at(place.after), changes);
}

QList<ChainTarget> targetsOf(const QList<Fallback> &fallbacks)
{
    QList<ChainTarget> targets;
    for (const Fallback &fallback : fallbacks)
        targets.append(fallback.target);
    return targets;
}

void addFallbacks(const QList<Fallback> &before, const QList<Fallback> &after, ChangeList *changes)
{
    const QList<ChainTarget> old = targetsOf(before);
    const QList<ChainTarget> now = targetsOf(after);
    addTargets(RuleDiff::tr("Fallbacks"), old, now, changes);
    for (const TargetPlaces &place : commonTargets(old, now)) {
        const Fallback &was = before.at(place.before);
        const Fallback &is = after.at(place.after);
        const QString name = is.target.name.toString();
        changes->add(RuleDiff::tr("%1 only for a larger window").arg(name), shownFlag(was.onlyLargerContext),
                     shownFlag(is.onlyLargerContext));
        changes->add(RuleDiff::tr("%1 only after").arg(name), shownErrors(was.onlyAfter),
                     shownErrors(is.onlyAfter));
    }
}

void addLimits(const CallLimits &before, const CallLimits &after, ChangeList *changes)
{
    changes->add(RuleDiff::tr("Attempts"), QString::number(before.attempts), QString::number(after.attempts));
    changes->add(RuleDiff::tr("Retries of one target"), QString::number(before.retries),
                 QString::number(after.retries));
    changes->add(RuleDiff::tr("Time of the whole call"), shownTime(before.budget), shownTime(after.budget));
    changes->add(RuleDiff::tr("Longest wait"), shownTime(before.longestWait), shownTime(after.longestWait));
    changes->add(RuleDiff::tr("Time to connect"), shownTime(before.connect), shownTime(after.connect));
    changes->add(RuleDiff::tr("Time to the first token"), shownTime(before.firstToken),
                 shownTime(after.firstToken));
    changes->add(RuleDiff::tr("Time without a token"), shownTime(before.idle), shownTime(after.idle));
    changes->add(RuleDiff::tr("Answer"), commitInWords(before.commit, before.commitTokens),
                 commitInWords(after.commit, after.commitTokens));
    if (before.commit == after.commit && after.commit != Commit::Tokens)
        changes->add(RuleDiff::tr("Tokens held back (unused)"), QString::number(before.commitTokens),
                     QString::number(after.commitTokens));
    changes->add(RuleDiff::tr("A refusal goes on to the next target"), shownFlag(before.fallbackOnRefusal),
                 shownFlag(after.fallbackOnRefusal));
}

} // namespace

QStringList chainChanges(const Chain &before, const Chain &after)
{
    const auto ceiling = [](const Chain &chain) {
        return chain.priceCeiling ? QString(u'$' + chain.priceCeiling->toDecimal()) : RuleDiff::tr("none");
    };
    ChangeList changes;
    addTargets(RuleDiff::tr("Targets"), before.targets, after.targets, &changes);
    changes.add(RuleDiff::tr("Order"), pickOrderInWords(before.pick), pickOrderInWords(after.pick));
    changes.add(RuleDiff::tr("Price ceiling"), ceiling(before), ceiling(after));
    changes.add(RuleDiff::tr("Tag that keeps the order"), shownText(before.stickyTag),
                shownText(after.stickyTag));
    addFallbacks(before.fallbacks, after.fallbacks, &changes);
    addLimits(before.limits, after.limits, &changes);
    return changes.sentences();
}

} // namespace core
