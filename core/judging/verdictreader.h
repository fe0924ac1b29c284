#pragma once

#include <QString>

#include <optional>

namespace core {

/// What a judge said of a list of answers. `best` is its index among those shown.
struct JudgeWords
{
    enum class Choice { Best, Tie, AllBad };

    Choice choice = Choice::Tie;
    int best = -1;
    QString reason = {};

    bool operator==(const JudgeWords &) const = default;
};

/// What a judge said of one answer against a rubric.
struct RubricWords
{
    bool passed = false;
    QString reason = {};

    bool operator==(const RubricWords &) const = default;
};

// Strict about the verdict, tolerant about what stands around it: a JSON object is looked for in the whole
// text, in a code fence or amid words. With several the last one counts that is a verdict. Nothing when there
// is none.

/// `{"best": "B", "reason": "..."}`; `best` is a letter of the answers shown, `tie` or `all_bad`.
std::optional<JudgeWords> readJudgeWords(const QString &text, int answers);
/// `{"verdict": "pass", "reason": "..."}` or `fail`.
std::optional<RubricWords> readRubricWords(const QString &text);

} // namespace core
