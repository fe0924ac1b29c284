#include "core/models/historywords.h"

#include <algorithm>

namespace core {

QString HistoryWords::verdict(RunVerdict verdict)
{
    switch (verdict) {
    case RunVerdict::Judged:
        return tr("Judged");
    case RunVerdict::NotJudged:
        return tr("Not judged");
    case RunVerdict::Best:
        return tr("Best chosen");
    case RunVerdict::Tie:
        return tr("Tie");
    case RunVerdict::AllBad:
        return tr("All bad");
    case RunVerdict::Up:
        return tr("Thumb up");
    case RunVerdict::Down:
        return tr("Thumb down");
    }
    return {};
}

QString HistoryWords::verdictMark(const RunSummary &run)
{
    if (!run.verdict)
        return {};
    const QString model = run.winner.section(QLatin1Char('/'), 1);
    switch (*run.verdict) {
    case RunVerdict::Best:
        return tr("best: %1").arg(model);
    case RunVerdict::Up:
        return tr("good: %1").arg(model);
    case RunVerdict::Down:
        return tr("bad: %1").arg(model);
    case RunVerdict::Tie:
        return tr("tie");
    case RunVerdict::AllBad:
        return tr("all bad");
    case RunVerdict::Judged:
    case RunVerdict::NotJudged:
        break;
    }
    return {};
}

QString HistoryWords::tag(const QString &key, const QString &value)
{
    return value.isEmpty() ? key : QString(key + QLatin1Char('=') + value);
}

QStringList HistoryWords::tags(const QHash<QString, QString> &tags)
{
    QStringList words;
    for (auto tag = tags.begin(); tag != tags.end(); ++tag)
        words.append(HistoryWords::tag(tag.key(), tag.value()));
    std::sort(words.begin(), words.end());
    return words;
}

QString HistoryWords::turns(const RunSummary &run, bool conversation)
{
    if (run.turns < 2)
        return {};
    return conversation ? tr("%n turns", nullptr, run.turns)
                        : tr("turn %1 of %2").arg(run.turn).arg(run.turns);
}

QString HistoryWords::loss(const ImportLoss &loss)
{
    switch (loss.kind) {
    case LossKind::Field:
        return tr("The field “%1” has no place here").arg(loss.name);
    case LossKind::Message:
        return tr("Messages of the kind “%1” are no part of the talk").arg(loss.name);
    case LossKind::File:
        return tr("Files of the kind “%1” are not in the export").arg(loss.name);
    case LossKind::Stray:
        return tr("Messages that follow none of the others");
    }
    return {};
}

} // namespace core
