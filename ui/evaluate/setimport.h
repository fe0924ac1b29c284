#pragma once

#include "core/accounts/account.h"
#include "core/compare/lanestate.h"
#include "core/evaluate/matriximport.h"
#include "core/evaluate/promptset.h"

namespace core {
class Presets;
}

namespace ui {

/// A file as a prompt set.
struct SetImport
{
    core::PromptSetDraft draft;
    /// What could not be taken over, as lines for people; empty when everything was.
    QString losses = {};
    /// The models that a configuration asks and that an account here stands for.
    QList<core::Target> targets = {};
    /// The evaluation that came with it.
    std::optional<core::MatrixImport> matrix = {};
    /// The model here, `account/model`, that a configuration has judge; may be empty.
    QString judge = {};
};

/// Reads a file of cases (CSV, TSV, JSONL), a promptfoo configuration (YAML) or an evaluation that was
/// exported (JSON). Cases without a column `prompt` get a template of their first column, to be edited.
/// Errors name the file, the line and the column. On any thread.
core::Result<SetImport> readSet(const QString &path, const QList<core::Account> &accounts,
                                const core::Presets &presets);

} // namespace ui
