#pragma once

#include "app/commandline/commandline.h"

#include "core/base/result.h"
#include "core/ledger/repricingquery.h"

namespace app {

class Services;

/// Which attempts `prices list --unpriced` and `prices reprice` are about. Times are read in the reporting
/// zone; InvalidRequest for one that is none, and for an end before the beginning.
core::Result<core::RepricingScope> repricingScope(const PricesInvocation &invocation, bool demo,
                                                  Services &services);

/// Whether there is an account of that name; so for an empty name, which is that of none.
bool isKnownAccount(const QString &name, Services &services);
/// NotFound.
core::Error noSuchAccount(const QString &name);

} // namespace app
