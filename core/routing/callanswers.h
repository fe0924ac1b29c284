#pragma once

#include "core/routing/outcomes.h"
#include "core/routing/promptfacts.h"
#include "core/routing/targetfacts.h"
#include "core/routing/testtable.h"

namespace core {

/// What one call after another answers to the tests of a table. Whatever takes time is worked out when a test
/// first asks for it, once a call; then all tests are answered that ask the same. May be used from any one
/// thread at a time.
class CallAnswers
{
public:
    explicit CallAnswers(const TestTable &table) : m_table(table) { }

    /// Both must live as long as the call is asked.
    void begin(const PromptFacts &facts, const TargetBook &book);

    Outcomes answer(quint32 test)
    {
        Outcomes &answer = m_answers[test];
        if (answer.isNone())
            answer = ask(test);
        return answer;
    }

private:
    /// A number of the call.
    struct Figure
    {
        std::optional<double> value = {};
        bool known = true;
    };
    /// The time of the call in a zone.
    struct Moment
    {
        quint32 minute = 0;
        /// From Monday on.
        std::size_t weekday = 0;
    };

    Outcomes ask(quint32 number);
    Outcomes askPattern(const CompiledTest &test);
    bool askFlag(const CompiledTest &test);
    bool askLabelText(quint32 number, const CompiledTest &test);
    bool askTime(const CompiledTest &test);
    void answerNumbers(const CompiledTest &like);
    void answerLabels(quint32 slot);
    void answerWords();

    static Outcomes compared(const Figure &figure, const CompiledTest &test);
    template <typename Holds>
    bool hasOperand(const CompiledTest &test, const Holds &holds) const;
    Figure figureOf(const CompiledTest &test);
    Figure healthFigure(const std::optional<double> &value) const;
    qint64 labelValue(quint32 slot);
    std::optional<QString> labelText(quint32 slot);
    const Moment &moment(quint32 zone);
    const TargetFacts &watched(quint32 slot);

    const TestTable &m_table;
    const PromptFacts *m_facts = nullptr;
    const TargetBook *m_book = nullptr;
    std::vector<Outcomes> m_answers;
    std::vector<quint8> m_foundWords;
    std::optional<QString> m_wellFormedText;
    std::vector<std::optional<Moment>> m_moments;
    std::vector<std::optional<TargetFacts>> m_watched;
};

} // namespace core
