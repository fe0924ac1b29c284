#include "core/routing/ruleset.h"
#include "tests/support/testunit.h"

#include <QTest>

using namespace core;

/// The names that documents know and what goes with each: fields, operators, orders, and rule sets' own
/// names.
class TestCondition : public QObject
{
    Q_OBJECT

private slots:
    void aFieldHasItsNameAndOperators_data();
    void aFieldHasItsNameAndOperators();
    void anOperatorHasItsName_data();
    void anOperatorHasItsName();
    void whatIsNoNameIsNothing();
    void textsAndHealthAreToldApart();
    void conditionsAreBuiltOfParts();
    void ordersAndCommitsHaveNames();
    void aRuleSetName_data();
    void aRuleSetName();
    void aPlaceBeyondTheRulesIsTheDefault();
};

namespace {

const QStringList kComparisons{QStringLiteral("less_than"), QStringLiteral("at_most"),
                               QStringLiteral("more_than"), QStringLiteral("at_least")};
const QStringList kChoice{QStringLiteral("is"), QStringLiteral("is_not")};
const QStringList kFlag{QStringLiteral("present")};

QStringList sorted(QStringList names)
{
    names.sort();
    return names;
}

} // namespace

void TestCondition::aFieldHasItsNameAndOperators_data()
{
    QTest::addColumn<Field>("field");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("operators");
    const auto row = [](Field field, const char *name, const QStringList &operators) {
        QTest::newRow(name) << field << QString::fromLatin1(name) << operators;
    };
    const QStringList label =
        kChoice + QStringList{QStringLiteral("contains"), QStringLiteral("matches")} + kFlag;
    row(Field::Task, "task", kChoice + kFlag);
    row(Field::PromptTokens, "prompt_tokens", kComparisons);
    row(Field::PromptLength, "prompt_length", kComparisons);
    row(Field::Turns, "turns", kComparisons);
    row(Field::Text, "text", {QStringLiteral("contains"), QStringLiteral("matches")});
    row(Field::Language, "language", kChoice);
    row(Field::HasCode, "has_code", kFlag);
    row(Field::HasImage, "has_image", kFlag);
    row(Field::HasAttachment, "has_attachment", kFlag);
    row(Field::MaxTokens, "max_tokens", kComparisons + kFlag);
    row(Field::HasTools, "has_tools", kFlag);
    row(Field::JsonMode, "json_mode", kFlag);
    row(Field::Temperature, "temperature", kComparisons + kFlag);
    row(Field::Tag, "tag", label);
    row(Field::RequestedModel, "requested_model", label);
    row(Field::Source, "source", kChoice);
    row(Field::TimeOfDay, "time_of_day", {QStringLiteral("between")});
    row(Field::Weekday, "weekday", kChoice);
    row(Field::ErrorRate, "error_rate", kComparisons);
    row(Field::FirstTokenP95, "first_token_p95", kComparisons);
    row(Field::CoolingDown, "cooling_down", kFlag);
    row(Field::Budget, "budget", kComparisons);
}

void TestCondition::aFieldHasItsNameAndOperators()
{
    QFETCH(Field, field);
    QFETCH(QString, name);
    QFETCH(QStringList, operators);
    QCOMPARE(fieldName(field), name);
    QVERIFY(fieldFromName(name) == field);
    QStringList found;
    for (const Operator op : operatorsOf(field))
        found.append(operatorName(op));
    QCOMPARE(sorted(found), sorted(operators));
}

void TestCondition::anOperatorHasItsName_data()
{
    QTest::addColumn<Operator>("op");
    QTest::addColumn<QString>("name");
    QTest::newRow("is") << Operator::Is << QStringLiteral("is");
    QTest::newRow("is not") << Operator::IsNot << QStringLiteral("is_not");
    QTest::newRow("contains") << Operator::Contains << QStringLiteral("contains");
    QTest::newRow("matches") << Operator::Matches << QStringLiteral("matches");
    QTest::newRow("less than") << Operator::LessThan << QStringLiteral("less_than");
    QTest::newRow("at most") << Operator::AtMost << QStringLiteral("at_most");
    QTest::newRow("more than") << Operator::MoreThan << QStringLiteral("more_than");
    QTest::newRow("at least") << Operator::AtLeast << QStringLiteral("at_least");
    QTest::newRow("between") << Operator::Between << QStringLiteral("between");
    QTest::newRow("present") << Operator::Present << QStringLiteral("present");
}

void TestCondition::anOperatorHasItsName()
{
    QFETCH(Operator, op);
    QFETCH(QString, name);
    QCOMPARE(operatorName(op), name);
    QVERIFY(operatorFromName(name) == op);
}

void TestCondition::whatIsNoNameIsNothing()
{
    for (const QString &name :
         {QString(), QStringLiteral("Task"), QStringLiteral("tasks"), QStringLiteral("is ")}) {
        QVERIFY2(!fieldFromName(name), qPrintable(name));
        QVERIFY2(!operatorFromName(name), qPrintable(name));
        QVERIFY2(!pickOrderFromName(name), qPrintable(name));
        QVERIFY2(!commitFromName(name), qPrintable(name));
    }
}

void TestCondition::textsAndHealthAreToldApart()
{
    QStringList texts;
    QStringList health;
    QStringList moment;
    for (int each = 0; each <= static_cast<int>(Field::Budget); ++each) {
        const auto field = static_cast<Field>(each);
        if (needsText(field))
            texts.append(fieldName(field));
        if (isHealth(field))
            health.append(fieldName(field));
        if (isOfTheMoment(field))
            moment.append(fieldName(field));
    }
    QCOMPARE(texts.join(u' '),
             QStringLiteral("prompt_length text language has_code has_image has_attachment"));
    QCOMPARE(health.join(u' '), QStringLiteral("error_rate first_token_p95 cooling_down"));
    QCOMPARE(moment.join(u' '), QStringLiteral("error_rate first_token_p95 cooling_down budget"));
}

void TestCondition::conditionsAreBuiltOfParts()
{
    Test test;
    test.field = Field::HasCode;
    test.op = Operator::Present;
    const Condition part = testCondition(test);
    QVERIFY(part.kind == Condition::Kind::Test);
    QVERIFY(part.test == test);
    QVERIFY(!part.isAlways());
    QVERIFY(Condition().isAlways());
    QVERIFY(allOf({}).isAlways());
    QVERIFY(!anyOf({}).isAlways());
    QVERIFY(!notOf(allOf({})).isAlways());
    QVERIFY(allOf({part, part}) != anyOf({part, part}));
    QCOMPARE(notOf(part).parts.size(), 1);
    QVERIFY(notOf(part).parts.first() == part);
}

void TestCondition::ordersAndCommitsHaveNames()
{
    const QStringList orders{QStringLiteral("listed"), QStringLiteral("weighted"), QStringLiteral("cheapest"),
                             QStringLiteral("fastest"), QStringLiteral("best_rated")};
    for (qsizetype at = 0; at < orders.size(); ++at) {
        const auto order = static_cast<PickOrder>(at);
        QCOMPARE(pickOrderName(order), orders.at(at));
        QVERIFY(pickOrderFromName(orders.at(at)) == order);
    }
    const QStringList commits{QStringLiteral("first_token"), QStringLiteral("tokens"),
                              QStringLiteral("complete")};
    for (qsizetype at = 0; at < commits.size(); ++at) {
        const auto commit = static_cast<Commit>(at);
        QCOMPARE(commitName(commit), commits.at(at));
        QVERIFY(commitFromName(commits.at(at)) == commit);
    }
}

void TestCondition::aRuleSetName_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("valid");
    QTest::newRow("words with spaces") << QStringLiteral("three buckets") << true;
    QTest::newRow("every sign that is allowed") << QStringLiteral("a-b_c.d 1") << true;
    QTest::newRow("letters of other scripts") << QStringLiteral("Überlänge 路由") << true;
    QTest::newRow("one letter") << QStringLiteral("x") << true;
    QTest::newRow("60 letters") << QString(60, u'x') << true;
    QTest::newRow("61 letters") << QString(61, u'x') << false;
    QTest::newRow("nothing") << QString() << false;
    QTest::newRow("a space at the beginning") << QStringLiteral(" x") << false;
    QTest::newRow("a space at the end") << QStringLiteral("x ") << false;
    QTest::newRow("nothing but a space") << QStringLiteral(" ") << false;
    QTest::newRow("a slash, which would split it") << QStringLiteral("a/b") << false;
    QTest::newRow("a line break") << QStringLiteral("a\nb") << false;
    QTest::newRow("a tab") << QStringLiteral("a\tb") << false;
    QTest::newRow("a quotation mark") << QStringLiteral("a\"b") << false;
}

void TestCondition::aRuleSetName()
{
    QFETCH(QString, name);
    QTEST(isRuleSetName(name), "valid");
}

void TestCondition::aPlaceBeyondTheRulesIsTheDefault()
{
    RuleSet rules;
    rules.rules = {Rule{.name = QStringLiteral("one")}, Rule{.name = QStringLiteral("two")}};
    QCOMPARE(ruleAt(rules, 0).name, QStringLiteral("one"));
    QCOMPARE(ruleAt(rules, 1).name, QStringLiteral("two"));
    QCOMPARE(ruleAt(rules, 2).name, QStringLiteral("default"));
    QCOMPARE(ruleAt(rules, -1).name, QStringLiteral("default"));
}

SWITCHYARD_TEST(TestCondition)
#include "tst_condition.moc"
