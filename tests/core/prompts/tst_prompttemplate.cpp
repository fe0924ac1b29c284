#include "core/prompts/prompttemplate.h"
#include "tests/support/testunit.h"

#include <QTest>

using namespace core;

class PromptTemplateTest : public QObject
{
    Q_OBJECT

private slots:
    void namesAreListedOnceInOrder();
    void variablesAreReplaced_data();
    void variablesAreReplaced();
    void aMissingVariableIsNamed();
    void aLiteralTextSurvivesExpansion_data();
    void aLiteralTextSurvivesExpansion();
};

void PromptTemplateTest::namesAreListedOnceInOrder()
{
    QCOMPARE(variablesOf(QStringLiteral("{{b}} {{ a }} {{b}} \\{{c}} {{}} {{ }} {d}")),
             (QStringList{QStringLiteral("b"), QStringLiteral("a")}));
    QCOMPARE(variablesOf(QStringLiteral("no braces")), QStringList());
}

void PromptTemplateTest::variablesAreReplaced_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expanded");
    QTest::newRow("none") << QStringLiteral("plain") << QStringLiteral("plain");
    QTest::newRow("two, spaces around")
        << QStringLiteral("{{ name }}: {{text}}!") << QStringLiteral("Ann: {{name}}!");
    QTest::newRow("braces kept by a backslash")
        << QStringLiteral("\\{{name}} {{name}}") << QStringLiteral("{{name}} Ann");
    QTest::newRow("JSON is no variable")
        << QStringLiteral("{\"a\": {\"b\": 1}}") << QStringLiteral("{\"a\": {\"b\": 1}}");
    QTest::newRow("nothing between braces") << QStringLiteral("a {{ }} b") << QStringLiteral("a {{ }} b");
    QTest::newRow("a name with spaces and letters of any script")
        << QStringLiteral("{{first name}} {{名前}}") << QStringLiteral("Bo 花");
    QTest::newRow("a line break ends no name")
        << QStringLiteral("{{na\nme}}") << QStringLiteral("{{na\nme}}");
}

void PromptTemplateTest::variablesAreReplaced()
{
    QFETCH(QString, text);
    QFETCH(QString, expanded);
    const Result<QString> result = expandTemplate(text,
                                                  {{QStringLiteral("name"), QStringLiteral("Ann")},
                                                   {QStringLiteral("text"), QStringLiteral("{{name}}")},
                                                   {QStringLiteral("first name"), QStringLiteral("Bo")},
                                                   {QStringLiteral("名前"), QStringLiteral("花")}});
    QVERIFY(result);
    QCOMPARE(*result, expanded);
}

void PromptTemplateTest::aMissingVariableIsNamed()
{
    const Result<QString> result =
        expandTemplate(QStringLiteral("{{a}} {{lost}}"), {{QStringLiteral("a"), QString()}});
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::InvalidRequest);
    QVERIFY2(result.error().message.contains(QStringLiteral("{{lost}}")), qPrintable(result.error().message));
}

void PromptTemplateTest::aLiteralTextSurvivesExpansion_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"plain", "{{name}} and {{lost}}", "\\{{name}}", "\\\\{{name}}", "{{ }}",
                             "{{{a}}}", "{{a}}{{b}}", "{{a", "\\{{", "jinja {% if x %}{{ x|e }}{% endif %}"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void PromptTemplateTest::aLiteralTextSurvivesExpansion()
{
    QFETCH(QString, text);
    const QString escaped = escapedForTemplate(text);
    QVERIFY(variablesOf(escaped).isEmpty());
    const Result<QString> expanded = expandTemplate(escaped, {});
    QVERIFY(expanded);
    QCOMPARE(*expanded, text);
}

SWITCHYARD_TEST(PromptTemplateTest)
#include "tst_prompttemplate.moc"
