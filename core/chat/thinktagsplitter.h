#pragma once

#include <QString>

namespace core {

/// Splits `<think>...</think>` at the start of an answer from the answer, across any cut of the chunks. How
/// DeepSeek R1, Qwen and others speak through servers that have no reasoning field. A value; one a response.
class ThinkTagSplitter
{
public:
    struct Split
    {
        QString text;
        QString reasoning;
    };

    /// What is certain after this chunk; up to a tag's length (and white space around it) may be held back.
    Split feed(QStringView chunk);
    /// What was held back, now that nothing more comes.
    Split finish();

private:
    enum class State { Start, Thinking, AfterThinking, Text };

    State m_state = State::Start;
    QString m_held;
};

} // namespace core
