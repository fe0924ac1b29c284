#pragma once

#include "app/commandline/commandline.h"

#include "core/evaluate/matrixoptions.h"
#include "core/evaluate/promptset.h"

namespace app {

class Console;
class Services;

/// What `compare --set` asks, and of whom.
struct MatrixSource
{
    core::PromptSetDraft draft;
    QList<core::Target> targets;
    core::MatrixOptions options;
};

/// Reads the set with its checks and their files. What a file of another tool loses is named on standard
/// error. Every error is the user's: a broken file, a missing variable, an unknown account.
core::Result<MatrixSource> readMatrixSource(const CompareInvocation &invocation, Services &services,
                                            Console &console);

} // namespace app
