#pragma once

#include "core/ruleformats/ruleformats.h"

namespace core {

/// The accounts of a file among those that are there.
struct AccountPlan
{
    /// The rules with every target under the name that its account has here.
    RuleSet rules;
    /// To be made, in the file's order.
    QList<Account> toCreate = {};
};

/// Finds for each account of the file one that asks the same endpoint (first the one of its name, and with
/// the same key variable if the file names one); for others it plans one to be made, under another name when
/// its own is taken or reserved. InvalidRequest: an account that cannot be made, such as one without a base
/// URL.
Result<AccountPlan> planAccounts(const RuleImport &imported, const QList<Account> &existing,
                                 const Presets &presets);

/// The rules with the accounts of their targets under other names, those of conditions on health too.
RuleSet withAccountNames(RuleSet rules, const QHash<QString, QString> &names);

} // namespace core
