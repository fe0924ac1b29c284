#pragma once

#include "core/evaluate/promptfooimport.h"

#include <QJsonArray>
#include <QJsonObject>

namespace core {

/// What a text starts with that is the name of a file.
inline constexpr QLatin1StringView kPromptfooFile{"file://"};

/// What the parts of an import share: the folder of the file, and the list of losses.
struct PromptfooContext
{
    QString folder;
    QList<PromptfooLoss> losses = {};

    void lose(const QString &path, const QString &what) { losses.append({path, what}); }
    /// Notes each member of `object` that is not one of `known`.
    void loseUnknown(const QJsonObject &object, const QStringList &known, const QString &path);
};

/// A text of at most 4 MiB that the file names, `file://` or not. InvalidRequest names it.
Result<QString> readPromptfooFile(const QString &name, const PromptfooContext &context);

/// `providers` to targets of accounts; what no account stands for is a loss.
QList<Target> promptfooTargets(const QJsonValue &providers, const QList<Account> &accounts,
                               const Presets &presets, PromptfooContext *context);
/// One provider, as a name or an object; nothing, and a loss, when no account stands for it.
std::optional<Target> promptfooTarget(const QJsonValue &provider, const QList<Account> &accounts,
                                      const Presets &presets, const QString &path, PromptfooContext *context);

/// `assert` to checks; what has no equal here is a loss. `graders` gets the providers of `llm-rubric`.
Result<QList<Check>> promptfooChecks(const QJsonValue &assertions, const QString &path,
                                     PromptfooContext *context, QList<QJsonValue> *graders);

/// A prompt with the system prompt that a chat template has.
struct PromptfooPrompt
{
    QString prompt;
    QString system = {};

    bool operator==(const PromptfooPrompt &) const = default;
};
/// `prompts`, inline or from files. InvalidRequest: a file that cannot be read.
Result<QList<PromptfooPrompt>> promptfooPrompts(const QJsonValue &prompts, PromptfooContext *context);

/// A test's variables, each with its value, and its own checks.
struct PromptfooTest
{
    QHash<QString, QString> values;
    QList<Check> checks = {};
};
/// `tests` with the variables of `defaults`; variables with a list become several tests.
Result<QList<PromptfooTest>> promptfooTests(const QJsonValue &tests, const QJsonObject &defaults,
                                            PromptfooContext *context, QList<QJsonValue> *graders);

} // namespace core
