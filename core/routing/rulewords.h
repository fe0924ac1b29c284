#pragma once

#include "core/routing/decision.h"

namespace core {

/// The condition in words, translated: `task is summarize or extract, and the prompt is shorter than 4,000
/// tokens`; `everything` for one that is always true.
QString conditionInWords(const Condition &condition);
QString testInWords(const Test &test);
/// Why a test was not met, as the trace says it: `the task is reasoning, not summarize or extract`.
QString fieldInWords(Field field);
QString operatorInWords(Operator op, Field field);
QString pickOrderInWords(PickOrder order);
/// `4 attempts, 40 s in all; commits at the first token`.
QString limitsInWords(const CallLimits &limits);

} // namespace core
