#pragma once

#include "core/ledger/attemptquery.h"
#include "core/spending/callselection.h"

namespace test {

/// The attempts of a selection, as the usage page lists them.
inline core::AttemptFilter attemptsOf(const core::CallSelection &selection)
{
    core::AttemptFilter filter;
    filter.sinceMs = selection.range.sinceMs;
    filter.untilMs = selection.range.untilMs;
    filter.only = selection.only;
    return filter;
}

} // namespace test
