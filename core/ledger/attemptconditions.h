#pragma once

#include "core/ledger/attemptquery.h"

namespace core {

class Statement;

/// What a filter lets through, as an SQL condition on a(ttempts) and their c(alls); to be bound by
/// bindAttemptFilter(). Its limit and offset are not part of it.
QString attemptConditions(const AttemptFilter &filter);
void bindAttemptFilter(Statement &statement, const AttemptFilter &filter);

/// Errors: invalid_request for a dimension of `only` or `without` that attempts do not have.
Result<void> checkAttemptFilter(const AttemptFilter &filter);

} // namespace core
