#pragma once

#include "core/routing/rulesetcheck.h"
#include "core/ruleformats/accountplan.h"

#include <QJsonArray>

namespace app {

class Services;

/// A file of rules among the accounts that are there.
struct RulesFile
{
    core::RuleImport imported;
    core::AccountPlan plan;
    /// As if its accounts were made already.
    QList<core::RuleProblem> problems = {};
};

/// Reads a file of any known format. Errors are one sentence that begins with the file's name: not_found for
/// one that cannot be opened, invalid_request for one that cannot be read as rules.
core::Result<core::RuleImport> importRulesFile(const QString &path);

/// The same, with what it would change here and what is doubtful about it. `name`, unless it is empty, takes
/// the place of the file's own.
core::Result<RulesFile> readRulesFile(const QString &path, Services &services, const QString &name = {});

/// `path: text`, or the text alone for the whole set.
QString problemText(const core::RuleProblem &problem);
/// `[{"path", "kind", "text"}]`; kinds are `invalid` and `doubtful`.
QJsonArray problemsToJson(const QList<core::RuleProblem> &problems);
/// `[{"path", "what"}]`.
QJsonArray lossesToJson(const QList<core::FormatLoss> &losses);
/// A loss for people.
QString lossText(const core::FormatLoss &loss);

} // namespace app
