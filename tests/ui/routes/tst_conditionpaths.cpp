#include "ui/routes/conditionpaths.h"

#include "tests/support/testunit.h"
#include "ui/routes/conditionvalues.h"

#include <QTest>

using core::allOf;
using core::anyOf;
using core::Condition;
using core::notOf;

namespace {

/// A test that can be told apart by its one value.
Condition leaf(const char *value)
{
    core::Test test;
    test.values = {QString::fromLatin1(value)};
    return core::testCondition(test);
}

} // namespace

/// Changes of a condition's tree, and values as they are typed.
class ConditionPathsTest : public QObject
{
    Q_OBJECT

private slots:
    void aPathLeadsToAPart();
    void aPathThatLeadsNowhereChangesNothing();
    void removing_data();
    void removing();
    void appendingMakesAGroupOfWhatIsNone();
    void insertingBehindStaysInTheGroup();
    void aContraryOfAContraryIsWhatItWas();
    void movingEndsAtTheEndsOfTheGroup();
    void theDocumentPathIsThatOfTheDocument();
    void valuesAreReadAndWritten_data();
    void valuesAreReadAndWritten();
    void theValueAtTheCursorBegins_data();
    void theValueAtTheCursorBegins();
    void everyFieldBeginsWithAnOperatorItHas();
    void anotherOperatorKeepsWhatFits();
};

void ConditionPathsTest::aPathLeadsToAPart()
{
    const Condition root = allOf({leaf("a"), notOf(anyOf({leaf("b"), leaf("c")}))});
    QCOMPARE(*ui::conditionAt(root, {}), root);
    QCOMPARE(*ui::conditionAt(root, {0}), leaf("a"));
    QCOMPARE(*ui::conditionAt(root, {1, 0, 1}), leaf("c"));
    QCOMPARE(ui::withCondition(root, {1, 0, 1}, leaf("d")),
             allOf({leaf("a"), notOf(anyOf({leaf("b"), leaf("d")}))}));
    QCOMPARE(ui::withKind(root, {1, 0}, Condition::Kind::All),
             allOf({leaf("a"), notOf(allOf({leaf("b"), leaf("c")}))}));
}

void ConditionPathsTest::aPathThatLeadsNowhereChangesNothing()
{
    const Condition root = allOf({leaf("a")});
    for (const ui::ConditionPath &path :
         {ui::ConditionPath{1}, ui::ConditionPath{0, 0}, ui::ConditionPath{-1}}) {
        QVERIFY(!ui::conditionAt(root, path));
        QCOMPARE(ui::withCondition(root, path, leaf("b")), root);
        QCOMPARE(ui::withoutCondition(root, path), root);
        QCOMPARE(ui::withAppended(root, path, leaf("b")), root);
        QCOMPARE(ui::withInsertedBehind(root, path, leaf("b")), root);
        QCOMPARE(ui::withNegated(root, path), root);
        QCOMPARE(ui::withMoved(root, path, 1), root);
    }
}

void ConditionPathsTest::removing_data()
{
    QTest::addColumn<Condition>("root");
    QTest::addColumn<ui::ConditionPath>("path");
    QTest::addColumn<Condition>("left");
    QTest::newRow("one of two") << allOf({leaf("a"), leaf("b")}) << ui::ConditionPath{0}
                                << allOf({leaf("b")});
    QTest::newRow("the last of a group takes the group along")
        << allOf({leaf("a"), anyOf({leaf("b")})}) << ui::ConditionPath{1, 0} << allOf({leaf("a")});
    QTest::newRow("the part of a contrary takes the contrary along")
        << allOf({leaf("a"), notOf(leaf("b"))}) << ui::ConditionPath{1, 0} << allOf({leaf("a")});
    QTest::newRow("the last of all leaves what is always true")
        << anyOf({notOf(leaf("a"))}) << ui::ConditionPath{0, 0} << Condition();
    QTest::newRow("the root itself") << leaf("a") << ui::ConditionPath{} << Condition();
}

void ConditionPathsTest::removing()
{
    QFETCH(Condition, root);
    QFETCH(ui::ConditionPath, path);
    QFETCH(Condition, left);
    QCOMPARE(ui::withoutCondition(root, path), left);
}

void ConditionPathsTest::appendingMakesAGroupOfWhatIsNone()
{
    QCOMPARE(ui::withAppended({}, {}, leaf("a")), allOf({leaf("a")}));
    QCOMPARE(ui::withAppended(anyOf({leaf("a")}), {}, leaf("b")), anyOf({leaf("a"), leaf("b")}));
    QCOMPARE(ui::withAppended(leaf("a"), {}, leaf("b")), allOf({leaf("a"), leaf("b")}));
    QCOMPARE(ui::withAppended(allOf({notOf(leaf("a"))}), {0}, leaf("b")),
             allOf({allOf({notOf(leaf("a")), leaf("b")})}));
}

void ConditionPathsTest::insertingBehindStaysInTheGroup()
{
    const Condition root = allOf({leaf("a"), leaf("c")});
    QCOMPARE(ui::withInsertedBehind(root, {0}, leaf("b")), allOf({leaf("a"), leaf("b"), leaf("c")}));
    QCOMPARE(ui::withInsertedBehind(anyOf({notOf(leaf("a")), leaf("c")}), {0, 0}, leaf("b")),
             anyOf({notOf(leaf("a")), leaf("b"), leaf("c")}));
    QCOMPARE(ui::withInsertedBehind(leaf("a"), {}, leaf("b")), allOf({leaf("a"), leaf("b")}));
}

void ConditionPathsTest::aContraryOfAContraryIsWhatItWas()
{
    const Condition root = allOf({leaf("a"), leaf("b")});
    const Condition negated = ui::withNegated(root, {1});
    QCOMPARE(negated, allOf({leaf("a"), notOf(leaf("b"))}));
    QCOMPARE(ui::withNegated(negated, {1}), root);
    QCOMPARE(ui::withNegated(root, {}), notOf(root));
}

void ConditionPathsTest::movingEndsAtTheEndsOfTheGroup()
{
    const Condition root = allOf({leaf("a"), leaf("b"), leaf("c")});
    QCOMPARE(ui::withMoved(root, {0}, 1), allOf({leaf("b"), leaf("a"), leaf("c")}));
    QCOMPARE(ui::withMoved(root, {2}, 1), root);
    QCOMPARE(ui::withMoved(root, {1}, -5), allOf({leaf("b"), leaf("a"), leaf("c")}));
    QCOMPARE(ui::withMoved(root, {}, 1), root);
}

void ConditionPathsTest::theDocumentPathIsThatOfTheDocument()
{
    const Condition root = allOf({leaf("a"), anyOf({leaf("b"), notOf(leaf("c"))})});
    QCOMPARE(ui::documentPath(root, {}), QString());
    QCOMPARE(ui::documentPath(root, {1, 0}), QStringLiteral(".all[1].any[0]"));
    QCOMPARE(ui::documentPath(root, {1, 1, 0}), QStringLiteral(".all[1].any[1].not"));
}

void ConditionPathsTest::valuesAreReadAndWritten_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("values");
    QTest::addColumn<QString>("written");
    const auto row = [](const char *name, const QString &text, const QStringList &values,
                        const QString &written) { QTest::newRow(name) << text << values << written; };
    const QString a = QStringLiteral("a");
    const QString b = QStringLiteral("b");
    row("nothing", {}, {}, {});
    row("one", a, {a}, a);
    row("two", QStringLiteral("a,b"), {a, b}, QStringLiteral("a, b"));
    row("with spaces", QStringLiteral("  a ,  b "), {a, b}, QStringLiteral("a, b"));
    row("the comma of someone still typing", QStringLiteral("a, "), {a}, a);
    row("commas alone", QStringLiteral(" , ,"), {}, {});
    row("spaces inside stay", QStringLiteral("long context"), {QStringLiteral("long context")},
        QStringLiteral("long context"));
    row("a comma in quotation marks", QStringLiteral("\"a, b\", b"), {QStringLiteral("a, b"), b},
        QStringLiteral("\"a, b\", b"));
    row("doubled quotation marks", QStringLiteral("\"say \"\"a\"\"\""), {QStringLiteral("say \"a\"")},
        QStringLiteral("\"say \"\"a\"\"\""));
    row("spaces at the ends in quotation marks", QStringLiteral("\" a \""), {QStringLiteral(" a ")},
        QStringLiteral("\" a \""));
    row("an open quotation mark", QStringLiteral("\"a, b"), {QStringLiteral("a, b")},
        QStringLiteral("\"a, b\""));
}

void ConditionPathsTest::valuesAreReadAndWritten()
{
    QFETCH(QString, text);
    QFETCH(QStringList, values);
    QFETCH(QString, written);
    QCOMPARE(ui::valuesFromText(text), values);
    QCOMPARE(ui::valuesToText(values), written);
    QCOMPARE(ui::valuesFromText(written), values);
}

void ConditionPathsTest::theValueAtTheCursorBegins_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("cursor");
    QTest::addColumn<int>("start");
    QTest::newRow("the first") << QStringLiteral("sum") << 3 << 0;
    QTest::newRow("the second, behind its space") << QStringLiteral("a, sum") << 6 << 3;
    QTest::newRow("just behind the comma") << QStringLiteral("a,") << 2 << 2;
    QTest::newRow("a comma in quotation marks divides nothing") << QStringLiteral("\"a, b") << 5 << 0;
}

void ConditionPathsTest::theValueAtTheCursorBegins()
{
    QFETCH(QString, text);
    QFETCH(int, cursor);
    QFETCH(int, start);
    QCOMPARE(ui::valueStart(text, cursor), qsizetype(start));
}

void ConditionPathsTest::everyFieldBeginsWithAnOperatorItHas()
{
    const QList<core::Field> fields = ui::allFields();
    QCOMPARE(fields.size(), 22);
    for (const core::Field field : fields) {
        const core::Test test = ui::freshTest(field);
        QCOMPARE(test.field, field);
        QVERIFY2(core::operatorsOf(field).contains(test.op), qPrintable(core::fieldName(field)));
        QCOMPARE(fields.count(field), 1);
    }
}

void ConditionPathsTest::anotherOperatorKeepsWhatFits()
{
    core::Test tag = ui::freshTest(core::Field::Tag);
    tag.key = QStringLiteral("tier");
    tag.values = {QStringLiteral("gold"), QStringLiteral("silver")};
    const core::Test isNot = ui::withOperator(tag, core::Operator::IsNot);
    QCOMPARE(isNot.values, tag.values);
    const core::Test present = ui::withOperator(tag, core::Operator::Present);
    QCOMPARE(present.key, tag.key);
    QVERIFY(present.values.isEmpty());
    const core::Test pattern = ui::withOperator(tag, core::Operator::Matches);
    QCOMPARE(pattern.values, QStringList(QStringLiteral("gold")));
    const core::Test limit = ui::freshTest(core::Field::MaxTokens);
    QVERIFY(limit.number.has_value());
    const core::Test set = ui::withOperator(limit, core::Operator::Present);
    QVERIFY(!set.number.has_value());
    QCOMPARE(ui::withOperator(set, core::Operator::AtMost).number, limit.number);
}

SWITCHYARD_TEST(ConditionPathsTest)
#include "tst_conditionpaths.moc"
