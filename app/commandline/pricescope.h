#pragma once

#include "app/commandline/commandline.h"

#include "core/base/result.h"
#include "core/ledger/repricingquery.h"

namespace app {

class Services;

/// Which attempts `prices list --unpriced` and `prices reprice` are about. Times are read in the reporting
/// zone; InvalidRequest for one that is none.
core::Result<core::RepricingScope> repricingScope(const PricesInvocation &invocation, bool demo,
                                                  Services &services);

} // namespace app
