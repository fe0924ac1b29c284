#include "ui/compare/repeattexts.h"

#include "core/base/formatting.h"
#include "ui/compare/lanewords.h"

namespace ui {

namespace {

using core::RepeatSummary;

qsizetype outcomeOf(const RepeatSummary &summary, int repeat)
{
    const auto found = std::find_if(summary.outcomes.cbegin(), summary.outcomes.cend(),
                                    [repeat](const QList<int> &outcome) { return outcome.contains(repeat); });
    return found == summary.outcomes.cend() ? -1 : found - summary.outcomes.cbegin();
}

/// `118 (96–140)`; one figure alone when all are the same.
template <typename T, typename Format>
QString compact(const core::Spread<T> &spread, Format format)
{
    const QString middle = format(spread.median);
    if (spread.least == spread.most)
        return middle;
    return LaneWords::tr("%1 (%2–%3)", "median, least, most")
        .arg(middle, format(spread.least), format(spread.most));
}

template <typename T, typename Format>
void addLine(QStringList &lines, const QString &name, const std::optional<core::Spread<T>> &spread,
             Format format)
{
    if (spread)
        lines += LaneWords::tr("%1: least %2, median %3, most %4")
                     .arg(name, format(spread->least), format(spread->median), format(spread->most));
}

QString durationText(double ms)
{
    return core::formatDuration(ms, QLocale());
}

QString money(core::Money amount)
{
    return core::formatMoney(amount, QLocale());
}

QString exactMoney(core::Money amount)
{
    return QStringLiteral("$%1").arg(amount.toDecimal());
}

QString count(qint64 number)
{
    return core::formatCount(number, QLocale());
}

QString lengthName(const RepeatSummary &summary)
{
    return summary.lengthInTokens ? LaneWords::tr("output tokens") : LaneWords::tr("characters");
}

QString spreadLine(const RepeatSummary &summary)
{
    QStringList parts;
    if (summary.total)
        parts += compact(*summary.total, durationText);
    if (summary.length) {
        const QString figures = compact(*summary.length, count);
        parts += summary.lengthInTokens ? LaneWords::tr("%1 tokens").arg(figures)
                                        : LaneWords::tr("%1 characters").arg(figures);
    }
    if (summary.cost)
        parts += compact(*summary.cost, money);
    return parts.join(QStringLiteral(" · "));
}

QString details(const RepeatSummary &summary)
{
    QStringList lines;
    addLine(lines, LaneWords::tr("first token"), summary.firstToken, durationText);
    addLine(lines, LaneWords::tr("whole answer"), summary.total, durationText);
    addLine(lines, lengthName(summary), summary.length, count);
    addLine(lines, LaneWords::tr("cost"), summary.cost, exactMoney);
    if (summary.unpriced > 0)
        lines += LaneWords::tr("answers of unknown cost: %1").arg(summary.unpriced);
    return lines.join(QLatin1Char('\n'));
}

QString foldedText(const RepeatSummary &summary, qsizetype outcome)
{
    if (summary.settled == 0)
        return LaneWords::tr("asked %n times", nullptr, summary.asked);
    if (summary.settled < summary.asked)
        return LaneWords::tr("%1 of %2 done").arg(summary.settled).arg(summary.asked);
    const qsizetype same = outcome < 0 ? 0 : summary.outcomes.at(outcome).size();
    if (same == summary.asked)
        return LaneWords::tr("all %n identical", nullptr, summary.asked);
    if (summary.outcomes.size() == summary.asked)
        return LaneWords::tr("%n different answers", nullptr, summary.asked);
    return same > 1 ? LaneWords::tr("%1 of %2 identical").arg(same).arg(summary.asked)
                    : LaneWords::tr("1 of %1, like no other").arg(summary.asked);
}

} // namespace

RepeatTexts repeatTexts(const RepeatSummary &summary, int shown)
{
    RepeatTexts texts;
    const qsizetype outcome = outcomeOf(summary, shown);
    texts.canStep = summary.outcomes.size() > 1;
    texts.position =
        LaneWords::tr("%1 / %2", "which of how many answers").arg(outcome + 1).arg(summary.outcomes.size());
    texts.folded = foldedText(summary, outcome);
    texts.spread = spreadLine(summary);
    texts.details = details(summary);
    return texts;
}

RepeatTexts plannedRepeatTexts(int repeats)
{
    RepeatTexts texts;
    texts.folded = LaneWords::tr("asked %n times in each run", nullptr, repeats);
    return texts;
}

int steppedRepeat(const RepeatSummary &summary, int shown, int by)
{
    const qsizetype outcomes = summary.outcomes.size();
    const qsizetype now = outcomeOf(summary, shown);
    if (outcomes < 2 || now < 0)
        return shown;
    return summary.outcomes.at(((now + by) % outcomes + outcomes) % outcomes).constFirst();
}

} // namespace ui
