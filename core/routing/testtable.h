#pragma once

#include "core/accounts/account.h"
#include "core/routing/condition.h"
#include "core/routing/textindex.h"

#include <QHash>
#include <QRegularExpression>
#include <QTimeZone>

#include <map>
#include <vector>

namespace core {

/// How a test is asked.
enum class Ask : quint8 {
    /// It makes no sense and is never met.
    Never,
    Number,
    NumberPresent,
    Flag,
    LabelIs,
    LabelIsNot,
    LabelContains,
    LabelMatches,
    LabelPresent,
    TextContains,
    TextMatches,
    TimeBetween,
};

/// A test in the form in which it is asked.
struct CompiledTest
{
    Ask ask = Ask::Never;
    bool needsText = false;
    Field field = Field::Task;
    Operator op = Operator::Is;
    /// Place of its label, its watched target, its budget or its zone.
    quint32 slot = 0;
    /// Operands `first` to `first + count`; the pattern `first`; with TimeBetween minutes of the day, from
    /// and to.
    quint32 first = 0;
    quint32 count = 0;
    double number = 0.0;
};

/// A text of the call that is compared as a whole.
struct LabelSource
{
    Field field = Field::Task;
    /// Of a tag.
    QString key = {};
    /// Of a weekday.
    quint32 zone = 0;
    /// The tests that ask what it is or is not.
    std::vector<quint32> tests = {};
};

/// The tests of a rule set, each different one once, with what they are asked by. A value that TestCompiler
/// makes; nothing in it depends on a call.
struct TestTable
{
    std::vector<CompiledTest> tests = {};
    /// The test as it was written, for each of them. They must live as long as the table.
    std::vector<const Test *> sources = {};
    /// Numbers of label values and of words of the text.
    std::vector<quint32> operands = {};
    std::vector<LabelSource> labels = {};
    /// By the folded value.
    QHash<QString, quint32> labelValues = {};
    TextIndex words = {};
    /// The tests that ask for words of the text.
    std::vector<quint32> wordTests = {};
    /// The tests that compare a number of the call, by its field.
    std::map<Field, std::vector<quint32>> numberTests = {};
    std::vector<QRegularExpression> patterns = {};
    std::vector<QTimeZone> zones = {};
    /// Targets whose health is asked for.
    std::vector<TargetName> watched = {};
    /// Names of budgets whose use is asked for.
    std::vector<QString> budgets = {};
};

/// How dear a test is: those that cost less are asked first. From 0.
int effortOf(const Test &test);

/// Fills a table.
class TestCompiler
{
public:
    explicit TestCompiler(TestTable &table) : m_table(table) { }

    /// The test's number; equal tests have the same.
    quint32 add(const Test &test);
    /// To be called once, after the last test.
    void finish() { m_table.words.build(); }

private:
    CompiledTest compiled(const Test &test);
    void addToItsLike(quint32 number);
    void compileNumber(const Test &test, CompiledTest &result) const;
    void compileValues(const Test &test, Ask ask, CompiledTest &result);
    void compilePattern(const Test &test, CompiledTest &result);
    void compilePresence(const Test &test, CompiledTest &result);
    void compileTimes(const Test &test, CompiledTest &result);
    bool addLabel(const Test &test, CompiledTest &result);
    bool addZone(const QString &name, quint32 &slot);
    bool addWatched(const QString &target, quint32 &slot);
    quint32 addBudget(const QString &name);

    TestTable &m_table;
    QHash<QString, quint32> m_known;
    QHash<QString, quint32> m_zones;
    QHash<QString, quint32> m_watched;
    QHash<QString, quint32> m_labels;
};

} // namespace core
