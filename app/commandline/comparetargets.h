#pragma once

#include "app/commandline/commandline.h"

#include "core/compare/lanestate.h"

namespace core {
class LineUpStore;
}

namespace app {

/// What `-m`, `--line-up`, `--param` and `--repeat` name together. NotFound: the line-up; InvalidRequest: a
/// target that is none.
core::Result<QList<core::Target>> namedTargets(const CompareInvocation &invocation,
                                               const core::LineUpStore &lineUps);

/// The same parameters and repeats for targets that a file names.
QList<core::Target> withOptions(const QList<core::Target> &targets, const CompareInvocation &invocation);

/// The prompt, read from standard input when it is `-`.
core::Result<QString> readPrompt(const QString &prompt);
core::Result<QString> promptOf(const CompareInvocation &invocation);

} // namespace app
