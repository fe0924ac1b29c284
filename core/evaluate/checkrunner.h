#pragma once

#include "core/catalog/modelinfo.h"
#include "core/chat/completion.h"
#include "core/evaluate/check.h"

namespace core {

/// What a check judges.
struct CheckedAnswer
{
    Completion completion;
    /// Of all attempts.
    Cost cost;
};

/// Judges one answer by one check, in which the case's values take the place of `{{column}}`. Everything but
/// Judge, which rubricOf() prepares for a judge model. An answer that did not come whole has no verdict.
CheckResult runCheck(const Check &check, const QHash<QString, QString> &values, const CheckedAnswer &answer);

/// The rubric of a check `judge`, filled in. InvalidRequest names a variable without a value.
Result<QString> rubricOf(const Check &check, const QHash<QString, QString> &values);

/// The result of a check without a verdict.
CheckResult undecided(const Check &check, const QString &why);

/// Equal for answers that differ in nothing but white space; 0 for no text.
quint64 answerMarkOf(const QString &text);

} // namespace core
