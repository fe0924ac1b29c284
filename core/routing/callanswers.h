#pragma once

#include "core/routing/outcomes.h"
#include "core/routing/promptfacts.h"
#include "core/routing/targetfacts.h"
#include "core/routing/testtable.h"

namespace core {

/// What one call after another answers to the tests of a table. Whatever takes time is worked out when a test
/// first asks for it, once a call. May be used from any one thread at a time.
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
    Outcomes askNumber(const CompiledTest &test);
    Outcomes askPattern(const CompiledTest &test);
    bool askFlag(const CompiledTest &test);
    bool askLabel(const CompiledTest &test);
    bool askLabelText(quint32 number, const CompiledTest &test);
    bool askText(const CompiledTest &test);
    bool askTime(const CompiledTest &test);

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
    std::vector<qint64> m_labelValues;
    std::vector<quint8> m_foundWords;
    bool m_searched = false;
    std::optional<QString> m_wellFormedText;
    std::vector<std::optional<Moment>> m_moments;
    std::vector<std::optional<TargetFacts>> m_watched;
};

} // namespace core
