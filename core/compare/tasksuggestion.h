#pragma once

#include <QString>
#include <QStringList>

namespace core {

/// The task types that ship; any other label is as good.
inline const QStringList kShippedTasks{QStringLiteral("reasoning"), QStringLiteral("summarize"),
                                       QStringLiteral("extract"), QStringLiteral("long_context"),
                                       QStringLiteral("background")};

/// Prompts from this many (estimated) tokens on are suggested as `long_context`, whatever they ask for.
constexpr qint64 kLongContextTokens = 8'000;

/// A task type and, for people, why it was chosen.
struct TaskSuggestion
{
    /// Empty: no rule fits.
    QString task;
    /// One translated sentence that names the rule.
    QString why = {};

    bool operator==(const TaskSuggestion &) const = default;
};

/// The rule behind the task "auto": nothing but the prompt's length and some words near its beginning and
/// end, so that it can be shown and nothing leaves the machine. The first rule that fits wins: length,
/// extract, summarize, background, reasoning.
TaskSuggestion suggestTask(const QString &prompt);

/// A task's label as a sentence can hold it: `long context` for `long_context`. Own labels stay as they are.
QString taskDisplayName(const QString &task);

} // namespace core
