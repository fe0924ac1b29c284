#include "core/routing/rulewords.h"
#include "tests/support/testunit.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QTranslator>

using namespace core;

/// Rules in words: whole sentences, which another language may put in another order.
class TestRuleWords : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void aTestReadsAsASentence_data();
    void aTestReadsAsASentence();
    void whatIsNotThereYetIsLeftOpen();
    void everyTestHasWordsOfItsOwn();
    void conditionsAreJoined_data();
    void conditionsAreJoined();
    void aVeryLongConditionIsCutShort();
    void theOrderOfPlacesIsTheTranslators();
    void namesForLists();
    void limits_data();
    void limits();
};

namespace {

Condition label(Field field, const QStringList &values, Operator op = Operator::Is, const QString &key = {})
{
    Test test;
    test.field = field;
    test.op = op;
    test.key = key;
    test.values = values;
    return testCondition(test);
}

Condition number(Field field, Operator op, double value, const QString &key = {})
{
    Test test;
    test.field = field;
    test.op = op;
    test.key = key;
    test.number = value;
    return testCondition(test);
}

Condition present(Field field, const QString &key = {})
{
    return label(field, {}, Operator::Present, key);
}

Condition inZone(Condition condition, const QString &zone)
{
    condition.test.zone = zone;
    return condition;
}

const QString kTarget = QStringLiteral("openai/gpt-5");

/// Translates two sentences, the parts of one the other way round.
class Reversing : public QTranslator
{
public:
    QString translate(const char *context, const char *source, const char *, int) const override
    {
        if (QLatin1StringView(context) != QLatin1StringView("RuleWords"))
            return {};
        if (QLatin1StringView(source) == QLatin1StringView("tag %1 contains %2"))
            return QStringLiteral("%2 steht im Tag %1");
        if (QLatin1StringView(source) == QLatin1StringView("%1, and %2"))
            return QStringLiteral("%1; dazu %2");
        return {};
    }
    bool isEmpty() const override { return false; }
};

} // namespace

void TestRuleWords::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void TestRuleWords::aTestReadsAsASentence_data()
{
    QTest::addColumn<Condition>("condition");
    QTest::addColumn<QString>("words");
    const auto row = [](const Condition &condition, const char *words) {
        QTest::newRow(words) << condition << QString::fromUtf8(words);
    };
    const QString summarize = QStringLiteral("summarize");
    row(label(Field::Task, {summarize}), "task is summarize");
    row(label(Field::Task, {summarize, QStringLiteral("tag"), QStringLiteral("extract")}),
        "task is summarize, tag or extract");
    row(label(Field::Task, {QStringLiteral("long_context"), QStringLiteral("my_own")}, Operator::IsNot),
        "task is not long context or my_own");
    row(present(Field::Task), "a task is set");
    row(notOf(present(Field::Task)), "no task is set");
    row(notOf(label(Field::Task, {summarize})), "task is not summarize");
    QTest::newRow("what is negated twice")
        << notOf(label(Field::Task, {summarize}, Operator::IsNot)) << QStringLiteral("task is summarize");
    row(number(Field::PromptTokens, Operator::LessThan, 60'000), "the prompt is shorter than 60,000 tokens");
    row(number(Field::PromptTokens, Operator::MoreThan, 120'000), "the prompt is longer than 120,000 tokens");
    row(notOf(number(Field::PromptTokens, Operator::LessThan, 4'000)),
        "the prompt has at least 4,000 tokens");
    row(notOf(number(Field::PromptTokens, Operator::AtLeast, 4'001)),
        "the prompt is shorter than 4,001 tokens");
    row(notOf(number(Field::PromptTokens, Operator::MoreThan, 4'002)), "the prompt has at most 4,002 tokens");
    row(number(Field::PromptLength, Operator::AtMost, 280), "the newest message has at most 280 characters");
    row(number(Field::Turns, Operator::MoreThan, 3), "the conversation has more than 3 turns");
    row(label(Field::Text, {QStringLiteral("invoice"), QStringLiteral("50 %1")}, Operator::Contains),
        "the text contains “invoice” or “50 %1”");
    row(notOf(label(Field::Text, {QStringLiteral("%2")}, Operator::Contains)),
        "the text does not contain “%2”");
    row(label(Field::Text, {QStringLiteral("^Re: ")}, Operator::Matches), "the text matches /^Re: /");
    row(label(Field::Language, {QStringLiteral("de"), QStringLiteral("xx")}), "the language is German or xx");
    row(present(Field::HasCode), "the text has code");
    row(notOf(present(Field::HasCode)), "the text has no code");
    row(present(Field::HasImage), "a picture is attached");
    row(notOf(present(Field::HasAttachment)), "no file is attached");
    row(number(Field::MaxTokens, Operator::AtLeast, 8'192), "at least 8,192 output tokens are allowed");
    row(present(Field::HasTools), "tools are given");
    row(notOf(present(Field::JsonMode)), "JSON is not asked for");
    row(number(Field::Temperature, Operator::LessThan, 0.25), "temperature is below 0.25");
    // A call without a temperature meets it too, so it is not the opposite comparison.
    row(notOf(number(Field::Temperature, Operator::LessThan, 0.5)), "not (temperature is below 0.5)");
    row(label(Field::Tag, {QStringLiteral("gold"), QStringLiteral("%1")}, Operator::Is,
              QStringLiteral("tier")),
        "tag tier is gold or %1");
    row(notOf(present(Field::Tag, QStringLiteral("user"))), "tag user is not set");
    row(label(Field::RequestedModel, {QStringLiteral("gpt-4*")}, Operator::Is),
        "the requested model is gpt-4*");
    row(label(Field::Source, {QStringLiteral("cli"), QStringLiteral("gateway")}),
        "source is command line or gateway");
    row(label(Field::TimeOfDay, {QStringLiteral("22:00"), QStringLiteral("06:30")}, Operator::Between),
        "the time is from 22:00 to 06:30");
    row(inZone(label(Field::TimeOfDay, {QStringLiteral("09:00"), QStringLiteral("17:00")}, Operator::Between),
               QStringLiteral("Europe/Berlin")),
        "the time in Europe/Berlin is from 09:00 to 17:00");
    row(notOf(inZone(
            label(Field::TimeOfDay, {QStringLiteral("09:00"), QStringLiteral("17:00")}, Operator::Between),
            QStringLiteral("Asia/Tokyo"))),
        "the time in Asia/Tokyo is not from 09:00 to 17:00");
    row(label(Field::Weekday, {QStringLiteral("sat"), QStringLiteral("sun")}),
        "the day is Saturday or Sunday");
    row(inZone(label(Field::Weekday, {QStringLiteral("mon")}, Operator::IsNot), QStringLiteral("UTC")),
        "the day in UTC is not Monday");
    row(number(Field::ErrorRate, Operator::MoreThan, 0.125, kTarget),
        "more than 12.5\u202f% of the calls to openai/gpt-5 fail");
    row(number(Field::FirstTokenP95, Operator::AtLeast, 2'500, kTarget),
        "the p95 first token of openai/gpt-5 takes at least 2.5\u202fs");
    row(present(Field::CoolingDown, kTarget), "openai/gpt-5 is cooling down");
    row(notOf(present(Field::CoolingDown, kTarget)), "openai/gpt-5 is not cooling down");
    row(number(Field::Budget, Operator::AtLeast, 80, QStringLiteral("team")),
        "at least 80\u202f% of the budget team is used");
    // A budget that is not there meets neither comparison.
    row(notOf(number(Field::Budget, Operator::LessThan, 12.5, QStringLiteral("team"))),
        "not (less than 12.5\u202f% of the budget team is used)");
}

void TestRuleWords::aTestReadsAsASentence()
{
    QFETCH(Condition, condition);
    QTEST(conditionInWords(condition), "words");
}

void TestRuleWords::whatIsNotThereYetIsLeftOpen()
{
    QCOMPARE(conditionInWords(label(Field::Task, {})), QStringLiteral("task is …"));
    QCOMPARE(conditionInWords(label(Field::TimeOfDay, {QStringLiteral("09:00")}, Operator::Between)),
             QStringLiteral("the time is from 09:00 to …"));
    QCOMPARE(conditionInWords(present(Field::Tag)), QStringLiteral("tag … is set"));
    Test test;
    test.field = Field::PromptTokens;
    test.op = Operator::LessThan;
    QCOMPARE(testInWords(test), QStringLiteral("the prompt is shorter than … tokens"));
}

void TestRuleWords::everyTestHasWordsOfItsOwn()
{
    // A place that is not filled would be a warning of QString::arg().
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".")));
    QSet<QString> seen;
    for (int each = 0; each <= static_cast<int>(Field::Budget); ++each) {
        Test test;
        test.field = static_cast<Field>(each);
        QVERIFY(!fieldInWords(test.field).isEmpty());
        const QList<Operator> operators = operatorsOf(test.field);
        for (const Operator op : operators) {
            test.op = op;
            QVERIFY(!operatorInWords(op, test.field).isEmpty());
            for (const bool isWhole : {false, true}) {
                test.key = isWhole ? QStringLiteral("KEY") : QString();
                test.values = isWhole ? QStringList{QStringLiteral("A"), QStringLiteral("B")} : QStringList();
                test.number = isWhole ? std::optional(3.0) : std::nullopt;
                for (const QString &zone : {QString(), QStringLiteral("UTC")}) {
                    test.zone = zone;
                    for (const QString &words :
                         {testInWords(test), conditionInWords(notOf(testCondition(test)))})
                        QVERIFY2(!words.isEmpty() && !words.contains(u'%' + QString::number(1))
                                     && !words.contains(u'%' + QString::number(2)),
                                 qPrintable(words));
                }
            }
            test.zone.clear();
            QVERIFY2(!seen.contains(testInWords(test)), qPrintable(testInWords(test)));
            seen.insert(testInWords(test));
        }
    }
    QVERIFY(seen.size() > 50);
}

void TestRuleWords::conditionsAreJoined_data()
{
    QTest::addColumn<Condition>("condition");
    QTest::addColumn<QString>("words");
    const auto row = [](const Condition &condition, const char *words) {
        QTest::newRow(words) << condition << QString::fromUtf8(words);
    };
    const Condition task = label(Field::Task, {QStringLiteral("summarize"), QStringLiteral("extract")});
    const Condition tokens = number(Field::PromptTokens, Operator::LessThan, 4'000);
    const Condition code = present(Field::HasCode);
    row(Condition(), "everything");
    row(anyOf({}), "nothing");
    row(notOf(Condition()), "not (everything)");
    row(allOf({task}), "task is summarize or extract");
    row(allOf({task, tokens}), "task is summarize or extract, and the prompt is shorter than 4,000 tokens");
    row(anyOf({task, tokens, code}),
        "task is summarize or extract, or the prompt is shorter than 4,000 tokens, or the text has code");
    row(allOf({anyOf({code, tokens}), task}),
        "(the text has code, or the prompt is shorter than 4,000 tokens), and task is summarize or extract");
    row(anyOf({allOf({code, tokens}), notOf(code)}),
        "(the text has code, and the prompt is shorter than 4,000 tokens), or the text has no code");
    row(allOf({allOf({code, tokens}), task}),
        "the text has code, and the prompt is shorter than 4,000 tokens, and task is summarize or extract");
    row(allOf({anyOf({code}), tokens}), "the text has code, and the prompt is shorter than 4,000 tokens");
    row(notOf(allOf({code, tokens})), "not (the text has code, and the prompt is shorter than 4,000 tokens)");
    row(notOf(notOf(code)), "the text has code");
}

void TestRuleWords::conditionsAreJoined()
{
    QFETCH(Condition, condition);
    QTEST(conditionInWords(condition), "words");
}

void TestRuleWords::aVeryLongConditionIsCutShort()
{
    const QList<Condition> parts(100'000, present(Field::HasCode));
    const QString words = conditionInWords(anyOf(parts));
    QVERIFY(words.size() < 2'000);
    QVERIFY(words.endsWith(QStringLiteral(" …")));
}

void TestRuleWords::theOrderOfPlacesIsTheTranslators()
{
    Reversing translator;
    QCoreApplication::installTranslator(&translator);
    const Condition tag =
        label(Field::Tag, {QStringLiteral("vip")}, Operator::Contains, QStringLiteral("tier"));
    const QString words = conditionInWords(allOf({tag, present(Field::HasCode)}));
    QCoreApplication::removeTranslator(&translator);
    QCOMPARE(words, QStringLiteral("“vip” steht im Tag tier; dazu the text has code"));
}

void TestRuleWords::namesForLists()
{
    QCOMPARE(alternativesInWords({}), QString());
    QCOMPARE(alternativesInWords({QStringLiteral("a")}), QStringLiteral("a"));
    QCOMPARE(alternativesInWords({QStringLiteral("a"), QStringLiteral("b")}), QStringLiteral("a or b"));
    QCOMPARE(valueInWords(Field::Weekday, QStringLiteral("wed")), QStringLiteral("Wednesday"));
    QCOMPARE(valueInWords(Field::Weekday, QStringLiteral("never")), QStringLiteral("never"));
    QCOMPARE(valueInWords(Field::Language, QStringLiteral("uk")), QStringLiteral("Ukrainian"));
    // Only what the field means: a tag may hold the code of a language.
    QCOMPARE(valueInWords(Field::Tag, QStringLiteral("uk")), QStringLiteral("uk"));
    QCOMPARE(operatorInWords(Operator::LessThan, Field::PromptTokens), QStringLiteral("is shorter than"));
    QCOMPARE(operatorInWords(Operator::LessThan, Field::Turns), QStringLiteral("is less than"));
    QCOMPARE(pickOrderInWords(PickOrder::Cheapest), QStringLiteral("cheapest first"));
}

void TestRuleWords::limits_data()
{
    using std::chrono::milliseconds;
    QTest::addColumn<CallLimits>("limits");
    QTest::addColumn<QString>("words");
    QTest::newRow("the usual ones") << CallLimits()
                                    << QStringLiteral("4 attempts; commits at the first token");
    CallLimits limits;
    limits.budget = milliseconds(40'000);
    QTest::newRow("with a time") << limits
                                 << QStringLiteral(
                                        "4 attempts, 40\u202fs in all; a first token within half of the "
                                        "time left while another target can be asked; commits at the first "
                                        "token");
    limits.firstToken = milliseconds(8'000);
    QTest::newRow("with a time for the first token")
        << limits
        << QStringLiteral(
               "4 attempts, 40\u202fs in all; a first token within 8\u202fs; commits at the first token");
    CallLimits patient;
    patient.firstToken = milliseconds(60'000);
    QTest::newRow("a minute for the first token")
        << patient
        << QStringLiteral("4 attempts; a first token within 1\u202fmin; commits at the first token");
    limits.attempts = 3;
    limits.commit = Commit::Complete;
    limits.fallbackOnRefusal = true;
    QTest::newRow("everything held back")
        << limits
        << QStringLiteral(
               "3 attempts, 40\u202fs in all; a first token within 8\u202fs; commits when the answer is "
               "complete; a refusal goes on to the next target");
    limits = CallLimits();
    limits.commit = Commit::Tokens;
    limits.commitTokens = 64;
    QTest::newRow("some held back") << limits << QStringLiteral("4 attempts; commits after 64 tokens");
}

void TestRuleWords::limits()
{
    QFETCH(CallLimits, limits);
    QTEST(limitsInWords(limits), "words");
}

SWITCHYARD_TEST(TestRuleWords)
#include "tst_rulewords.moc"
