#include "core/compare/repeats.h"

#include <algorithm>

namespace core {

namespace {

template <typename T>
std::optional<Spread<T>> spreadOf(QList<T> figures)
{
    if (figures.isEmpty())
        return std::nullopt;
    std::sort(figures.begin(), figures.end());
    return Spread<T>{figures.constFirst(), figures.at((figures.size() - 1) / 2), figures.constLast(),
                     static_cast<int>(figures.size())};
}

bool isAnswer(const Completion &completion)
{
    return isSuccess(completion.status) || !completion.text.isEmpty();
}

QString normalized(const QString &text)
{
    QString same = text;
    return same.replace(QLatin1StringView("\r\n"), QLatin1StringView("\n")).trimmed();
}

bool isSameOutcome(const Completion &a, const Completion &b)
{
    return a.status == b.status && normalized(a.text) == normalized(b.text) && a.refusal == b.refusal
        && a.error.has_value() == b.error.has_value()
        && (!a.error || (a.error->kind == b.error->kind && a.error->message == b.error->message));
}

QList<QList<int>> outcomesOf(const QList<LaneState> &repeats)
{
    QList<QList<int>> settled;
    QList<QList<int>> running;
    for (int i = 0; i < repeats.size(); ++i) {
        const Completion &completion = repeats.at(i).completion;
        if (!isSettled(completion.status)) {
            running.append(QList<int>{i});
            continue;
        }
        const auto same = std::find_if(settled.begin(), settled.end(), [&](const QList<int> &outcome) {
            return isSameOutcome(repeats.at(outcome.constFirst()).completion, completion);
        });
        if (same == settled.end())
            settled.append(QList<int>{i});
        else
            same->append(i);
    }
    std::stable_sort(settled.begin(), settled.end(),
                     [](const QList<int> &a, const QList<int> &b) { return a.size() > b.size(); });
    return settled + running;
}

void addLengths(RepeatSummary &summary, const QList<const LaneState *> &answers)
{
    QList<qint64> tokens;
    QList<qint64> characters;
    for (const LaneState *answer : answers) {
        if (answer->completion.usage.output)
            tokens.append(*answer->completion.usage.output);
        characters.append(answer->completion.text.size());
    }
    summary.lengthInTokens = tokens.size() == characters.size();
    summary.length = spreadOf(summary.lengthInTokens ? tokens : characters);
}

/// A rule set may have chosen different models for one prompt.
bool isSameAsked(const LaneRecord &lane, const LaneRecord &other)
{
    const bool sameModel =
        lane.latest.model == other.latest.model && lane.latest.accountName == other.latest.accountName;
    return lane.requested == other.requested && (sameModel || !lane.requested.isEmpty())
        && lane.parameters == other.parameters;
}

} // namespace

RepeatSummary summarizeRepeats(const QList<LaneState> &repeats)
{
    RepeatSummary summary;
    summary.asked = static_cast<int>(repeats.size());
    summary.outcomes = outcomesOf(repeats);
    QList<const LaneState *> answers;
    QList<double> first;
    QList<double> total;
    QList<Money> costs;
    for (const LaneState &repeat : repeats) {
        if (!isSettled(repeat.status()))
            continue;
        ++summary.settled;
        if (!isAnswer(repeat.completion))
            continue;
        answers.append(&repeat);
        if (const std::optional<double> ms = firstTokenMs(repeat.completion.timing))
            first.append(*ms);
        if (repeat.completion.timing.last)
            total.append(*repeat.completion.timing.last);
        if (repeat.cost.amount)
            costs.append(*repeat.cost.amount);
        else
            ++summary.unpriced;
    }
    summary.firstToken = spreadOf(first);
    summary.total = spreadOf(total);
    summary.cost = spreadOf(costs);
    addLengths(summary, answers);
    return summary;
}

QList<int> repeatsIn(const QList<LaneRecord> &lanes)
{
    QList<int> counts;
    for (qsizetype i = 0; i < lanes.size(); ++i) {
        if (i > 0 && isSameAsked(lanes.at(i), lanes.at(i - 1)))
            ++counts.last();
        else
            counts.append(1);
    }
    return counts;
}

} // namespace core
