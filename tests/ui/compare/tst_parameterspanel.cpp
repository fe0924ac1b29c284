#include "core/chat/parametersjson.h"
#include "tests/support/testunit.h"
#include "ui/compare/parameterspanel.h"
#include "ui/compare/parametertexts.h"
#include "ui/theme/theme.h"

#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace core;
using namespace ui;

class TestParametersPanel : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void whatIsTypedHoldsAtOnce();
    void aWrongTextIsSaidAndChangesNothing_data();
    void aWrongTextIsSaidAndChangesNothing();
    void aWrongTextStaysWhileOthersAreEdited();
    void whereAValueComesFromIsShown();
    void severalLanesAreTunedTogether();
    void eachRowCanBeUnset();
    void theMenuOffersWhatThereIs();
    void valuesGoOnAsRawJson();
    void everyEditorHasAName();
    void theLineSaysWhatIsSet_data();
    void theLineSaysWhatIsSet();

private:
    template <typename T>
    T *part(const char *name) const
    {
        return m_panel->findChild<T *>(QString::fromUtf8(name));
    }
    QLineEdit *line(const char *name) const { return part<QLineEdit>(name); }
    void type(const char *name, const char *text);
    void choose(const char *state, const char *entry);
    QString stateOf(const char *name) const { return part<QToolButton>(name)->accessibleName(); }
    ChatParameters edited(int index = 0) const;

    Theme m_theme;
    std::unique_ptr<QWidget> m_window;
    ParametersPanel *m_panel = nullptr;
    std::unique_ptr<QSignalSpy> m_edits;
};

void TestParametersPanel::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
    m_window = std::make_unique<QWidget>();
    m_window->resize(900, 700);
    m_window->show();
    m_panel = new ParametersPanel(m_theme, m_window.get());
    m_panel->openAt(m_window->mapToGlobal(QPoint(20, 20)));
    m_edits = std::make_unique<QSignalSpy>(m_panel, &ParametersPanel::lanesEdited);
    m_panel->editLanes({QStringLiteral("gpt-4o")}, {ChatParameters()}, {});
}

void TestParametersPanel::cleanup()
{
    m_edits.reset();
    m_window.reset();
}

void TestParametersPanel::type(const char *name, const char *text)
{
    if (QLineEdit *const editor = line(name)) {
        editor->selectAll();
        QTest::keyClick(editor, Qt::Key_Delete);
        QTest::keyClicks(editor, QString::fromUtf8(text));
    } else {
        part<QPlainTextEdit>(name)->setPlainText(QString::fromUtf8(text));
    }
}

void TestParametersPanel::choose(const char *state, const char *entry)
{
    QTest::mouseClick(part<QToolButton>(state), Qt::LeftButton);
    const QList<QMenu *> menus = m_panel->findChildren<QMenu *>();
    QVERIFY(!menus.isEmpty());
    for (QAction *action : menus.constLast()->actions()) {
        if (action->text() == QString::fromUtf8(entry)) {
            action->trigger();
            delete menus.constLast();
            return;
        }
    }
    QFAIL(entry);
}

ChatParameters TestParametersPanel::edited(int index) const
{
    return m_edits->constLast().constFirst().value<QList<ChatParameters>>().value(index);
}

void TestParametersPanel::whatIsTypedHoldsAtOnce()
{
    QCOMPARE(part<QLabel>("parametersTitle")->text(), QStringLiteral("Parameters of gpt-4o"));
    type("parameter_temperature", "0.25");
    QCOMPARE(edited().temperature, 0.25);
    QCOMPARE(line("parameter_temperature")->text(), QStringLiteral("0.25"));
    type("parameter_max_tokens", "800");
    type("parameter_stop", "END\n\\n");
    type("parameter_tools", R"([{"type":"function"}])");
    type("parameter_extra", R"({"top_k": 3})");
    ChatParameters wanted;
    wanted.temperature = 0.25;
    wanted.maxTokens = 800;
    wanted.stop = {QStringLiteral("END"), QStringLiteral("\n")};
    wanted.tools = {QJsonObject{{QStringLiteral("type"), QStringLiteral("function")}}};
    wanted.extra = {{QStringLiteral("top_k"), 3}};
    QCOMPARE(edited(), wanted);
    QCOMPARE(part<QPlainTextEdit>("parameter_extra")->toPlainText(), QStringLiteral("{\"top_k\": 3}"));
    type("parameter_temperature", "");
    QVERIFY(!edited().temperature);
    QCOMPARE(stateOf("parameterState_temperature"), QStringLiteral("Temperature: unset"));
    QTest::keyClick(part<QPlainTextEdit>("parameter_extra"), Qt::Key_Escape);
    QVERIFY(!m_panel->isVisible());
}

void TestParametersPanel::aWrongTextIsSaidAndChangesNothing_data()
{
    QTest::addColumn<QString>("row");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, const char *field, const char *text, const char *sentence) {
        QTest::newRow(name) << QString::fromUtf8(field) << QString::fromUtf8(text)
                            << QString::fromUtf8(sentence);
    };
    row("a word", "temperature", "x", "“Temperature” must be a number.");
    row("too much", "top_p", "7", "“Top p” must be between 0 and 1; raw JSON takes any value.");
    row("a fraction", "seed", ".5", "“Seed” must be a whole number.");
    row("no JSON", "tools", "[\n x]", "“Tools” is no JSON: line 2, column 2: ");
    row("no array", "tools", "{}", "“Tools” must be a JSON array.");
    row("no object", "extra", "[]", "“Further members” must be a JSON object.");
    row("no type", "tools", "[{}]", "“Tools” lacks tools[0].type, or it is of the wrong type.");
    row("another row", "extra", "{\"seed\":1}",
        "“Further members” cannot hold seed, which has a row of its own.");
    row("the model", "extra", "{\"model\":\"x\"}",
        "“Further members” cannot hold model, which the application sends.");
}

void TestParametersPanel::aWrongTextIsSaidAndChangesNothing()
{
    QFETCH(QString, row);
    QFETCH(QString, text);
    QFETCH(QString, sentence);
    type(QString(QStringLiteral("parameter_") + row).toUtf8().constData(), text.toUtf8().constData());
    const auto *const problem = m_panel->findChild<QLabel *>(QStringLiteral("parameterProblem_") + row);
    QVERIFY(problem->isVisible());
    QVERIFY2(problem->text().startsWith(sentence), qPrintable(problem->text())); // Qt's words come last
    QVERIFY(m_edits->isEmpty());
    type(QString(QStringLiteral("parameter_") + row).toUtf8().constData(), "");
    QVERIFY(!problem->isVisible());
}

void TestParametersPanel::aWrongTextStaysWhileOthersAreEdited()
{
    type("parameter_temperature", "hot");
    type("parameter_seed", "4");
    QCOMPARE(line("parameter_temperature")->text(), QStringLiteral("hot"));
    QVERIFY(part<QLabel>("parameterProblem_temperature")->isVisible());
    QCOMPARE(edited().seed, 4);
}

void TestParametersPanel::whereAValueComesFromIsShown()
{
    ChatParameters defaults;
    defaults.temperature = 0.7;
    ChatParameters own;
    own.seed = 3;
    m_panel->editLanes({QStringLiteral("m")}, {own}, defaults);
    QCOMPARE(stateOf("parameterState_temperature"), QStringLiteral("Temperature: run default"));
    QCOMPARE(line("parameter_temperature")->placeholderText(), QStringLiteral("0.7, from the run defaults"));
    QCOMPARE(stateOf("parameterState_seed"), QStringLiteral("Seed: set"));
    QCOMPARE(line("parameter_top_p")->placeholderText(), QStringLiteral("unset: not sent"));
    choose("parameterState_temperature", "Not sent");
    QCOMPARE(stateOf("parameterState_temperature"), QStringLiteral("Temperature: not sent"));
    QVERIFY(!mergedParameters(defaults, edited()).temperature);
    choose("parameterState_temperature", "As the run defaults have it");
    QCOMPARE(mergedParameters(defaults, edited()).temperature, 0.7);

    QSignalSpy set(m_panel, &ParametersPanel::defaultsEdited);
    m_panel->editDefaults(defaults);
    QCOMPARE(line("parameter_temperature")->text(), QStringLiteral("0.7"));
    QTest::mouseClick(part<QToolButton>("unsetAllParameters"), Qt::LeftButton);
    QCOMPARE(set.constLast().constFirst().value<ChatParameters>(), ChatParameters());
    QVERIFY(!part<QToolButton>("unsetAllParameters")->isEnabled());
}

void TestParametersPanel::severalLanesAreTunedTogether()
{
    ChatParameters cool;
    cool.temperature = 0.2;
    cool.seed = 1;
    ChatParameters hot;
    hot.temperature = 0.9;
    hot.seed = 1;
    m_panel->editLanes({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")},
                       {cool, hot, ChatParameters()}, {});
    QCOMPARE(part<QLabel>("parametersTitle")->text(), QStringLiteral("Parameters of 3 lanes"));
    QCOMPARE(stateOf("parameterState_temperature"), QStringLiteral("Temperature: mixed"));
    QCOMPARE(line("parameter_temperature")->text(), QString());
    QCOMPARE(line("parameter_temperature")->placeholderText(), QStringLiteral("0.2 | 0.9 | unset"));
    type("parameter_temperature", "0.5");
    for (int i = 0; i < 3; ++i)
        QCOMPARE(edited(i).temperature, 0.5);
    QCOMPARE(edited(0).seed, 1); // what was not touched stays as it was in each
    QVERIFY(!edited(2).seed);
    QCOMPARE(stateOf("parameterState_temperature"), QStringLiteral("Temperature: set"));
}

void TestParametersPanel::eachRowCanBeUnset()
{
    ChatParameters set;
    set.topP = 0.5;
    set.reasoningEffort = QStringLiteral("low");
    m_panel->editLanes({QStringLiteral("m")}, {set}, {});
    QVERIFY(!part<QToolButton>("parameterReset_seed")->isEnabled());
    QTest::mouseClick(part<QToolButton>("parameterReset_top_p"), Qt::LeftButton);
    QVERIFY(!edited().topP);
    QCOMPARE(edited().reasoningEffort, QStringLiteral("low"));
    QCOMPARE(line("parameter_top_p")->text(), QString());
    type("parameter_seed", "nothing");
    type("parameter_reasoning_effort", "");
    QCOMPARE(edited(), ChatParameters());
}

void TestParametersPanel::theMenuOffersWhatThereIs()
{
    choose("parameterState_reasoning_effort", "high");
    QCOMPARE(edited().reasoningEffort, QStringLiteral("high"));
    QCOMPARE(line("parameter_reasoning_effort")->text(), QStringLiteral("high"));
    choose("parameterState_response_format", "Any JSON object");
    QCOMPARE(edited().responseFormat.value(QLatin1StringView("type")).toString(),
             QStringLiteral("json_object"));
    choose("parameterState_response_format", "A JSON schema");
    QCOMPARE(edited().responseFormat.value(QLatin1StringView("type")).toString(),
             QStringLiteral("json_schema"));
    choose("parameterState_tools", "An example");
    QCOMPARE(edited().tools.size(), 1);
    choose("parameterState_tools", "Unset");
    QVERIFY(edited().tools.isEmpty());
    QCOMPARE(part<QPlainTextEdit>("parameter_tools")->toPlainText(), QString());
}

void TestParametersPanel::valuesGoOnAsRawJson()
{
    type("parameter_reasoning_effort", "high");
    choose("parameterState_reasoning_effort", "Raw JSON");
    QCOMPARE(line("parameter_reasoning_effort")->text(), QStringLiteral("\"high\""));
    QCOMPARE(stateOf("parameterState_reasoning_effort"), QStringLiteral("Reasoning effort: raw JSON"));
    QCOMPARE(edited().extra.value(QLatin1StringView("reasoning_effort")).toString(), QStringLiteral("high"));
    choose("parameterState_temperature", "Raw JSON"); // nothing is set yet: what is typed will be JSON
    type("parameter_temperature", "\"auto\"");
    QCOMPARE(edited().extra.value(QLatin1StringView("temperature")).toString(), QStringLiteral("auto"));
    type("parameter_temperature", "oops");
    QVERIFY(
        part<QLabel>("parameterProblem_temperature")->text().contains(QStringLiteral("line 1, column 1")));
    QCOMPARE(edited().extra.value(QLatin1StringView("temperature")).toString(), QString());
}

void TestParametersPanel::everyEditorHasAName()
{
    QList<QWidget *> widgets;
    for (QLineEdit *each : m_panel->findChildren<QLineEdit *>())
        widgets.append(each);
    for (QPlainTextEdit *each : m_panel->findChildren<QPlainTextEdit *>())
        widgets.append(each);
    for (QToolButton *each : m_panel->findChildren<QToolButton *>())
        widgets.append(each);
    QCOMPARE(widgets.size(), 3 * kParameterFields + 1);
    for (const QWidget *widget : std::as_const(widgets)) {
        QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
        QVERIFY(!widget->objectName().isEmpty());
    }
}

void TestParametersPanel::theLineSaysWhatIsSet_data()
{
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("line");
    const auto row = [](const char *name, const char *json, const char *line) {
        QTest::newRow(name) << QString::fromUtf8(json) << QString::fromUtf8(line);
    };
    row("nothing", "{}", "");
    row("figures", R"({"temperature":0.2,"max_tokens":800,"seed":4})", "temp 0.2 · max 800 · seed 4");
    row("a schema and tools",
        R"({"response_format":{"type":"json_schema","json_schema":{}},"tools":[{"type":"function"}]})",
        "JSON schema · 1 tool");
    row("raw JSON", R"({"extra":{"temperature":"auto"}})", "temp \"auto\"");
    row("left out", R"({"extra":{"temperature":null}})", "no temperature");
    row("further members", R"({"extra":{"top_k":3,"enable_thinking":true}})", "enable_thinking · top_k");
    row("a stop sequence", R"({"stop":["\n","END"]})", "stop \\n END");
}

void TestParametersPanel::theLineSaysWhatIsSet()
{
    QFETCH(QString, json);
    const QJsonObject stored = QJsonDocument::fromJson(json.toUtf8()).object();
    QTEST(parameterLine(parametersFromJson(stored)), "line");
}

SWITCHYARD_TEST(TestParametersPanel)

#include "tst_parameterspanel.moc"
