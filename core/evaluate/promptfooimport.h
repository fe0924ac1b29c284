#pragma once

#include "core/accounts/account.h"
#include "core/compare/lanestate.h"
#include "core/evaluate/promptset.h"

namespace core {

class Presets;

/// Something of a file that could not be taken over.
struct PromptfooLoss
{
    /// Where in the file, such as `tests[2].assert[0]`.
    QString path;
    QString what;

    bool operator==(const PromptfooLoss &) const = default;
};

/// A promptfoo configuration as a prompt set.
struct PromptfooImport
{
    PromptSetDraft draft;
    /// Providers that an account here stands for.
    QList<Target> targets;
    /// `account/model` of the provider that grades `llm-rubric`; empty when the file names none.
    QString judge;
    QList<PromptfooLoss> losses;
};

/// By its suffix: `.yaml` or `.yml`.
bool isPromptfooFile(const QString &fileName);

/// Reads `promptfooconfig.yaml` (https://www.promptfoo.dev/docs/configuration/reference/): providers,
/// prompts, tests, defaultTest and the assertions that exist here. Files it names are read relative to it;
/// nothing of it is executed, and no key is taken over. Several prompts, and variables with several values,
/// become further cases. InvalidRequest: no YAML, no prompt, a file that cannot be read, a variable without a
/// value.
Result<PromptfooImport> importPromptfoo(const QString &path, const QList<Account> &accounts,
                                        const Presets &presets);

} // namespace core
