#pragma once

#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace core {

/// A prompt to try models with, and what the simulator's models say to it. A value, read from
/// resources/samples.
struct Sample
{
    QString id;
    /// A few words for a list.
    QString title;
    /// The task type it belongs to, such as `summarize`.
    QString task;
    QString prompt;
    /// Answers by model id; `thinker.reasoning` is what `thinker` thinks first.
    QHash<QString, QString> answers = {};
};

/// The sample prompts in the order of their files. Read once; from any thread.
const QList<Sample> &simulatorSamples();

/// The sample that a prompt is, whatever its case, punctuation and blanks.
std::optional<Sample> sampleFor(const QString &prompt);

/// One file of resources/samples: `key: value` lines, then sections that begin with `=== name` on a line of
/// its own, of which `prompt` is the prompt. Nothing when a part is missing.
std::optional<Sample> readSample(const QString &id, const QString &text);

} // namespace core
