#pragma once

#include "core/ruleformats/formatparts.h"

namespace core {

/// Reads the part of CEL (https://github.com/google/cel-spec) that says what rules here say: comparisons of
/// `model` and `headers["name"]` with texts, `&&`, `||`, `!`, `in`, `startsWith`, `endsWith`, `contains`,
/// `matches` and `size() > 0`. The error is one sentence that names the column and what was not expected
/// there.
Result<Condition> readCel(const QString &expression);

/// The inverse; nothing, with a loss, for what Bifrost's variables do not say.
std::optional<QString> writeCel(const Condition &condition, const QString &path, LossReport &losses);

} // namespace core
