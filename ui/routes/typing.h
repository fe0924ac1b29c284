#pragma once

namespace ui {

/// Fields in which a series of changes is one step of the history, see RuleEditor::MergeId.
enum Typing {
    TypingName = 1,
    TypingNote,
    TypingCondition,
    TypingWeight,
    TypingParameters,
    TypingPick,
    TypingLimits,
    /// A new rule and its name.
    TypingNewRule,
};

} // namespace ui
