#pragma once

#include "core/ledger/attemptquery.h"

namespace core {

class Statement;

/// What a filter asks of a(ttempts) and their c(alls), to be joined with AND. Its limit and offset are not
/// part of it.
QStringList attemptConditions(const AttemptFilter &filter);
/// Binds the values of attemptConditions(), and `:limit` and `:offset`.
void bindAttemptFilter(Statement &statement, const AttemptFilter &filter);

/// Errors: invalid_request for a dimension of `only` or `without` that attempts do not have.
Result<void> checkAttemptFilter(const AttemptFilter &filter);

} // namespace core
