#pragma once

#include "core/routing/decision.h"

namespace core {

/// The condition in words, translated: `task is summarize or extract, and the prompt is shorter than 4,000
/// tokens`; `everything` for one that is always true.
QString conditionInWords(const Condition &condition);
/// One test; what it still lacks stands as `…`.
QString testInWords(const Test &test);

/// The field as a list offers it: `prompt length (tokens)`.
QString fieldInWords(Field field);
/// The operator after its field: `is shorter than`.
QString operatorInWords(Operator op, Field field);
/// A value as people read it: `Monday` for `mon`, `English` for `en`, `long context` for `long_context`.
QString valueInWords(Field field, const QString &value);
/// `summarize, tag or extract`.
QString alternativesInWords(const QStringList &words);

QString pickOrderInWords(PickOrder order);
/// `commits at the first token`.
QString commitInWords(Commit commit, int tokens);
/// `4 attempts, 40 s in all; a first token within 8 s; commits at the first token`.
QString limitsInWords(const CallLimits &limits);

} // namespace core
