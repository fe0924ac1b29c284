#pragma once

#include "core/compare/lanestate.h"
#include "core/evaluate/promptset.h"

namespace core {
struct CompareServices;
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
};

/// Reads a file of cases (CSV, TSV, JSONL) or a promptfoo configuration (YAML). Cases without a column
/// `prompt` get a template of their first column, to be edited. Errors name the file, the line and the
/// column.
core::Result<SetImport> readSet(const QString &path, const core::CompareServices &services);

} // namespace ui
