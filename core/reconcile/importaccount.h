#pragma once

#include "core/accounts/account.h"
#include "core/reconcile/usageimportwriting.h"

namespace core {

class ModelCatalog;

/// Whose use a file of that format most likely is: the one account at that provider, else the provider's
/// name where there is none; what its program is called for a gateway and llm. Empty where it has to be
/// asked: of several accounts, and of a table.
QString suggestedAccount(UsageFormat format, const QList<Account> &accounts);

/// Options with the vendors' names and, for what has no cost, their list prices. The catalogue must outlive
/// them.
UsageImportOptions usageImportOptions(const QString &account, const ModelCatalog &catalog);

} // namespace core
