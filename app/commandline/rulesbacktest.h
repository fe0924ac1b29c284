#pragma once

#include "app/commandline/command.h"
#include "app/commandline/commandline.h"
#include "app/commandline/namedrules.h"

#include <functional>

namespace app {

class Console;
class Services;

/// `rules backtest`: decides the calls of a period again by `rules` and prints what would change, with
/// `--against` beside another version of the same set. Prints its own errors; `done` is called exactly once,
/// unless `context` is gone before. What is returned stops it early, with what was looked at so far.
std::function<void()> runBacktest(const RulesInvocation &invocation, const NamedRules &rules,
                                  Services &services, Console &console, QObject *context,
                                  std::function<void(ExitCode)> done);

} // namespace app
