#pragma once

#include "core/routing/rulesetstore.h"

namespace app {

/// Rules that a command line names.
struct NamedRules
{
    QString name;
    /// 0 for a draft and for a file.
    int version = 0;
    core::RuleSet rules = {};
    /// They are in this file, not in the store.
    QString file = {};
};

/// What `NAME` (the active version, else the draft), `NAME@VERSION` or `NAME@draft` stands for. Errors:
/// not_found, invalid_request for another form, storage for a document that cannot be read.
QFuture<core::Result<NamedRules>> findRules(core::RuleSetStore &store, const QString &reference);

/// The same, and else the file of that name.
QFuture<core::Result<NamedRules>> findRulesOrFile(core::RuleSetStore &store, const QString &reference);

} // namespace app
