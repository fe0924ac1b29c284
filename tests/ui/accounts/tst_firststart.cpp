#include "tests/ui/accounts/accountsbench.h"

#include "tests/support/testunit.h"
#include "ui/accounts/accountspage.h"
#include "ui/accounts/firststart.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QTest>

using namespace test;
using core::KeyStore;

namespace {

const QString kKey = QStringLiteral("tb-0123456789abcdef0123456789abcdef");

} // namespace

class FirstStartTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void everyKindOfTextIsUnderstood_data();
    void everyKindOfTextIsUnderstood();
    void aPastedKeyIsNeverShown();
    void typingOverAMaskedKeyBeginsAnew();
    void anAmbiguousKeyAsksWhoseItIs();
    void aCustomEndpointNeedsItsAddress();
    void fourActionsLeadToTheFirstComparison();
    void severalKeysBecomeSeveralAccounts();
    void withoutAKeychainTheSessionIsChosen();
    void theVariablesOfTheEnvironmentAreOfferedByName();
    void nothingIsAskedOnLoopbackBeforeTheButtonIsPressed();
    void whatDoesNotWorkSaysTheNextStep_data();
    void whatDoesNotWorkSaysTheNextStep();
    void theBetterAddressIsTaken();
    void idsCanBeTypedWhereThereIsNoList();
    void untickedModelsAreLeftOut();
    void keysAloneLeadToTheFirstComparison();
    void theSimulatorIsOneClickAway();
    void oneCanGoBackToTheAccounts();

private:
    template <typename W>
    W *get(const QString &name) const
    {
        W *const widget = m_page->findChild<W *>(name);
        if (!widget)
            qFatal("no %s", qPrintable(name));
        return widget;
    }
    void click(const QString &name) const { get<QAbstractButton>(name)->click(); }
    bool isShown(const QString &name) const
    {
        const QWidget *const widget = m_page->findChild<QWidget *>(name);
        return widget && widget->isVisible();
    }
    bool says(const QString &words) const;
    bool pillSays(const QString &words) const
    {
        const QList<ui::Pill *> pills = m_page->findChildren<ui::Pill *>();
        return std::any_of(pills.cbegin(), pills.cend(), [&words](const ui::Pill *pill) {
            return pill->isVisible() && pill->text().contains(words);
        });
    }
    QString found() const { return get<QLabel>(QStringLiteral("pasteFound"))->text(); }
    bool canConnect() const { return get<QAbstractButton>(QStringLiteral("connect"))->isEnabled(); }
    void paste(const QString &text) const;
    void connectTo(const QUrl &baseUrl) const;
    void listModels() { m_provider.onPath(QStringLiteral("/v1/models"), {modelList(models())}); }
    static QStringList models()
    {
        return {QStringLiteral("gpt-4o-mini"), QStringLiteral("claude-sonnet-5"),
                QStringLiteral("gemini-2.5-flash"), QStringLiteral("qwen-plus"), QStringLiteral("whisper-1")};
    }

    FakeProvider m_provider;
    std::unique_ptr<AccountsBench> m_bench;
    std::unique_ptr<ui::AccountsPage> m_page;
};

void FirstStartTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("TEST_KEY"), Workbench::key());
    environment.insert(QStringLiteral("GROQ_API_KEY"), Workbench::key());
    m_bench = std::make_unique<AccountsBench>(environment);
    m_bench->presets = presetsWith({{"https://api.tokenbay.com/v1", m_provider.baseUrl().toEncoded()},
                                    {"[11434]", '[' + QByteArray::number(m_provider.url().port()) + ']'},
                                    {"[1234]", "[1]"},
                                    {"[9931, 8080]", "[1]"},
                                    {"[8000]", "[1]"}});
    m_page = std::make_unique<ui::AccountsPage>(m_bench->context());
    m_page->resize(1200, 900);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
}

void FirstStartTest::cleanup()
{
    m_page.reset();
    m_bench.reset();
}

bool FirstStartTest::says(const QString &words) const
{
    const QList<QLabel *> labels = m_page->findChildren<QLabel *>();
    return std::any_of(labels.cbegin(), labels.cend(), [&words](const QLabel *label) {
        return label->isVisible() && label->text().contains(words);
    });
}

void FirstStartTest::paste(const QString &text) const
{
    QGuiApplication::clipboard()->setText(text);
    get<QPlainTextEdit>(QStringLiteral("pasteField"))->paste();
}

void FirstStartTest::connectTo(const QUrl &baseUrl) const
{
    paste(QStringLiteral("OPENAI_BASE_URL=%1\nOPENAI_API_KEY=%2").arg(baseUrl.toString(), kKey));
    click(QStringLiteral("connect"));
}

void FirstStartTest::everyKindOfTextIsUnderstood_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("a key with a telling beginning")
        << QStringLiteral("sk-ant-api03-0123456789abcdef0123456789") << QStringLiteral("Anthropic");
    QTest::newRow("a line of a .env file")
        << QStringLiteral("export MISTRAL_API_KEY=\"0123456789abcdef0123456789abcdef\"")
        << QStringLiteral("Mistral");
    QTest::newRow("a client in Python") << QStringLiteral(
        "from openai import OpenAI\nclient = OpenAI(\n  base_url=\"https://openrouter.ai/api/v1\",\n"
        "  api_key=\"sk-or-v1-0123456789abcdef0123456789\",\n)")
                                        << QStringLiteral("OpenRouter · https://openrouter.ai/api/v1");
    QTest::newRow("a client in JavaScript")
        << QStringLiteral("const client = new OpenAI({ baseURL: 'https://api.deepseek.com/v1', apiKey: "
                          "'sk-0123456789abcdef0123456789abcdef' });")
        << QStringLiteral("DeepSeek · https://api.deepseek.com/v1");
    QTest::newRow("a curl command") << QStringLiteral(
        "curl https://api.groq.com/openai/v1/chat/completions -H \"Authorization: Bearer "
        "gsk_0123456789abcdef0123456789abcdef\" -d '{}'")
                                    << QStringLiteral("Groq · https://api.groq.com/openai/v1");
    QTest::newRow("a client that reads the environment")
        << QStringLiteral("client = OpenAI(base_url='https://api.groq.com/openai/v1', "
                          "api_key=os.environ['GROQ_API_KEY'])")
        << QStringLiteral("key from GROQ_API_KEY, which is set");
    QTest::newRow("an address without a key")
        << QStringLiteral("http://127.0.0.1:4711/v1") << QStringLiteral("without a key");
    QTest::newRow("an address that needs a key")
        << QStringLiteral("https://api.openai.com/v1") << QStringLiteral("paste your key for it, too");
    QTest::newRow("an example") << QStringLiteral("OPENAI_API_KEY=YOUR_API_KEY") << QStringLiteral("example");
    QTest::newRow("prose") << QStringLiteral("hello there") << QStringLiteral("No key was found");
}

void FirstStartTest::everyKindOfTextIsUnderstood()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QVERIFY(!canConnect());
    paste(text);
    QVERIFY2(found().contains(expected), qPrintable(found()));
    const bool complete = !expected.contains(QStringLiteral("paste your"))
        && !expected.contains(QStringLiteral("example")) && !expected.contains(QStringLiteral("No key"));
    QCOMPARE(canConnect(), complete);
}

void FirstStartTest::aPastedKeyIsNeverShown()
{
    paste(QStringLiteral("TOKENBAY_API_KEY=%1").arg(kKey));
    auto *const field = get<QPlainTextEdit>(QStringLiteral("pasteField"));
    QVERIFY(field->toPlainText().startsWith(QStringLiteral("TOKENBAY_API_KEY=tb-")));
    QVERIFY(!field->toPlainText().contains(kKey.mid(4)));
    QVERIFY(!says(kKey.mid(4)));
    // Typed by hand it is hidden when the focus leaves.
    m_page->findChild<ui::FirstStart *>()->restart(false);
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    field->setFocus();
    QTest::keyClicks(field, QStringLiteral("TOKENBAY_API_KEY=") + kKey);
    QVERIFY(canConnect());
    get<QWidget>(QStringLiteral("trySimulator"))->setFocus();
    QTRY_VERIFY(!field->toPlainText().contains(kKey.mid(4)));
    QVERIFY(canConnect());
}

void FirstStartTest::typingOverAMaskedKeyBeginsAnew()
{
    paste(kKey);
    auto *const field = get<QPlainTextEdit>(QStringLiteral("pasteField"));
    QTest::keyClicks(field, QStringLiteral("x"));
    QCOMPARE(field->toPlainText(), QStringLiteral("x"));
    QVERIFY(!canConnect());
    paste(QStringLiteral("TOKENBAY_API_KEY=%1").arg(kKey));
    QTest::keyClick(field, Qt::Key_Backspace);
    QVERIFY(field->toPlainText().isEmpty());
    QVERIFY(!canConnect());
}

void FirstStartTest::anAmbiguousKeyAsksWhoseItIs()
{
    paste(QStringLiteral("sk-0123456789abcdef0123456789abcdef"));
    QVERIFY(found().contains(QStringLiteral("Whose is it?")));
    QVERIFY(!canConnect());
    QVERIFY(isShown(QStringLiteral("chip-openrouter")));
    QVERIFY(get<QWidget>(QStringLiteral("chip-tokenbay"))->x()
            < get<QWidget>(QStringLiteral("chip-openrouter"))->x());
    QVERIFY(get<QWidget>(QStringLiteral("chip-openrouter"))->x()
            < get<QWidget>(QStringLiteral("chip-openai"))->x());
    click(QStringLiteral("chip-openrouter"));
    QVERIFY(canConnect());
    QVERIFY(found().startsWith(QStringLiteral("OpenRouter")));
    auto *const others = get<QComboBox>(QStringLiteral("otherProvider"));
    others->setCurrentIndex(others->findData(QStringLiteral("moonshotai")));
    emit others->activated(others->currentIndex());
    QVERIFY2(found().contains(QStringLiteral("api.moonshot.ai")), qPrintable(found()));
    QVERIFY(!get<QAbstractButton>(QStringLiteral("chip-openrouter"))->isChecked());
}

void FirstStartTest::aCustomEndpointNeedsItsAddress()
{
    paste(QStringLiteral("sk-0123456789abcdef0123456789abcdef"));
    auto *const others = get<QComboBox>(QStringLiteral("otherProvider"));
    others->setCurrentIndex(others->findData(QStringLiteral("custom")));
    emit others->activated(others->currentIndex());
    QVERIFY(isShown(QStringLiteral("pasteUrl")));
    QVERIFY(!canConnect());
    get<QLineEdit>(QStringLiteral("pasteUrl"))->setText(QStringLiteral("https://llm.example.com/v1"));
    QVERIFY(canConnect());
    QVERIFY(found().contains(QStringLiteral("llm.example.com")));
}

void FirstStartTest::fourActionsLeadToTheFirstComparison()
{
    listModels();
    QSignalSpy finished(m_page.get(), &ui::AccountsPage::lineUpChosen);
    paste(QStringLiteral("TOKENBAY_API_KEY=%1").arg(kKey));
    click(QStringLiteral("connect"));
    QTRY_VERIFY(isShown(QStringLiteral("startComparing")));
    QVERIFY(pillSays(QStringLiteral("It works: 5 models")));
    QVERIFY(says(QStringLiteral("This will cost about")));
    // Nothing is stored before the user has seen that it works.
    QVERIFY(m_bench->bench.accounts.accounts().isEmpty());
    click(QStringLiteral("startComparing"));
    QTRY_COMPARE(finished.size(), 1);
    const auto lineUp = finished.at(0).at(0).value<QList<core::TargetName>>();
    QStringList targets;
    for (const core::TargetName &target : lineUp)
        targets += target.toString();
    QCOMPARE(
        targets,
        (QStringList{QStringLiteral("tokenbay/gpt-4o-mini"), QStringLiteral("tokenbay/claude-sonnet-5"),
                     QStringLiteral("tokenbay/gemini-2.5-flash"), QStringLiteral("tokenbay/qwen-plus")}));
    QVERIFY(!finished.at(0).at(1).toString().isEmpty());
    QCOMPARE(m_bench->secretsOf(QStringLiteral("tokenbay"))->key, kKey);
    const core::Account account = m_bench->bench.accounts.find(QStringLiteral("tokenbay")).value();
    QCOMPARE(account.keyStore, KeyStore::Keychain);
    QTRY_COMPARE(m_bench->bench.lists.models(account.id).size(), 5);
    QVERIFY(isShown(QStringLiteral("accounts")));
    QCOMPARE(m_provider.lastRequest().path(), QByteArrayLiteral("/v1/models"));
}

void FirstStartTest::severalKeysBecomeSeveralAccounts()
{
    listModels();
    QSignalSpy finished(m_page.get(), &ui::AccountsPage::lineUpChosen);
    paste(QStringLiteral("OPENROUTER_BASE_URL=%1\nOPENROUTER_API_KEY=%2\nTOKENBAY_API_KEY=%2")
              .arg(m_provider.baseUrl().toString(), kKey));
    QVERIFY2(found().contains(u'\n'), qPrintable(found()));
    click(QStringLiteral("connect"));
    QTRY_VERIFY(isShown(QStringLiteral("startComparing")));
    QTRY_VERIFY(get<QAbstractButton>(QStringLiteral("startComparing"))->isEnabled());
    click(QStringLiteral("startComparing"));
    QTRY_COMPARE(finished.size(), 1);
    const QList<core::Account> accounts = m_bench->bench.accounts.accounts();
    QCOMPARE(accounts.size(), 2);
    for (const core::Account &account : accounts)
        QCOMPARE(m_bench->secretsOf(account.name)->key, kKey);
}

void FirstStartTest::withoutAKeychainTheSessionIsChosen()
{
    listModels();
    m_bench->keychainAnswers = false;
    m_page->findChild<ui::FirstStart *>()->restart(false);
    paste(QStringLiteral("TOKENBAY_API_KEY=%1").arg(kKey));
    QTRY_VERIFY(says(QStringLiteral("No keychain answers")));
    auto *const place = get<ui::SegmentedControl>(QStringLiteral("pastePlace"));
    QCOMPARE(place->current(), 1);
    // The third place: a variable by name, with the pasted key for the test only.
    place->setCurrent(2);
    QCOMPARE(get<QLineEdit>(QStringLiteral("pasteVariable"))->text(), QStringLiteral("TOKENBAY_API_KEY"));
    click(QStringLiteral("connect"));
    QTRY_VERIFY(isShown(QStringLiteral("startComparing")));
    click(QStringLiteral("startComparing"));
    QTRY_COMPARE(m_bench->bench.accounts.accounts().size(), 1);
    const core::Account account = m_bench->bench.accounts.accounts().constFirst();
    QCOMPARE(account.keyStore, KeyStore::Environment);
    QCOMPARE(account.keyVariable, QStringLiteral("TOKENBAY_API_KEY"));
    QVERIFY(!await(m_bench->bench.session.read({account.id}))->has_value());
    QVERIFY(!await(m_bench->bench.keychain.read({account.id}))->has_value());
}

void FirstStartTest::theVariablesOfTheEnvironmentAreOfferedByName()
{
    auto *const box = get<QCheckBox>(QStringLiteral("variable-GROQ_API_KEY"));
    QVERIFY(box->isVisible());
    QVERIFY(!m_page->findChild<QWidget *>(QStringLiteral("variable-OPENAI_API_KEY")));
    QVERIFY(!says(Workbench::key()));
    QVERIFY(!canConnect());
    box->click();
    QVERIFY(canConnect());
    QVERIFY(get<QAbstractButton>(QStringLiteral("connect"))->text().contains(QStringLiteral("Groq")));
}

void FirstStartTest::nothingIsAskedOnLoopbackBeforeTheButtonIsPressed()
{
    listModels();
    const int before = m_provider.connectionsAccepted();
    m_page->enter();
    paste(kKey);
    QCoreApplication::sendPostedEvents();
    QCOMPARE(m_provider.connectionsAccepted(), before);
    m_page->findChild<ui::FirstStart *>()->restart(false);
    click(QStringLiteral("lookForServers"));
    QTRY_VERIFY(isShown(QStringLiteral("server-ollama")));
    QTRY_VERIFY(get<QAbstractButton>(QStringLiteral("lookForServers"))->isEnabled());
    auto *const box = get<QCheckBox>(QStringLiteral("server-ollama"));
    QVERIFY(box->isChecked());
    QVERIFY(box->text().contains(QStringLiteral("5 models")));
    QVERIFY(!m_page->findChild<QWidget *>(QStringLiteral("server-vllm")));
    click(QStringLiteral("connect"));
    QTRY_VERIFY(isShown(QStringLiteral("startComparing")));
    click(QStringLiteral("startComparing"));
    QTRY_COMPARE(m_bench->bench.accounts.accounts().size(), 1);
    QCOMPARE(m_bench->bench.accounts.accounts().constFirst().keyStore, KeyStore::None);
}

void FirstStartTest::whatDoesNotWorkSaysTheNextStep_data()
{
    QTest::addColumn<Script>("answer");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("next");
    QTest::newRow("a wrong key") << openAiError(401, QStringLiteral("Incorrect API key provided."))
                                 << QStringLiteral("The key was not accepted")
                                 << QStringLiteral("\"Incorrect API key provided.\" (HTTP 401)")
                                 << QStringLiteral("replace it");
    QTest::newRow("no credit") << openAiError(429, QStringLiteral("You exceeded your current quota."),
                                              QStringLiteral("insufficient_quota"))
                               << QStringLiteral("no credit") << QStringLiteral("exceeded your current quota")
                               << QStringLiteral("Add credit");
    QTest::newRow("a web page") << respond(200, {{"Content-Type", "text/html"}},
                                           "<!doctype html><p>Hello</p>")
                                << QStringLiteral("not the address of an API") << QStringLiteral("web page")
                                << QStringLiteral("Correct the base URL");
    QTest::newRow("no list of models")
        << respondJson(404, {{QStringLiteral("detail"), QStringLiteral("Not Found")}})
        << QStringLiteral("There is no model list") << QStringLiteral("404")
        << QStringLiteral("type their ids by hand");
    QTest::newRow("a fault of the server")
        << openAiError(500, QStringLiteral("boom")) << QStringLiteral("a fault of its own")
        << QStringLiteral("boom") << QStringLiteral("in a moment");
}

void FirstStartTest::whatDoesNotWorkSaysTheNextStep()
{
    QFETCH(Script, answer);
    QFETCH(QString, title);
    QFETCH(QString, words);
    QFETCH(QString, next);
    m_provider.onPath(QStringLiteral("/v1/models"), {answer});
    connectTo(m_provider.baseUrl());
    QTRY_VERIFY(says(title));
    QVERIFY(says(words));
    QVERIFY(says(next));
    QVERIFY(!isShown(QStringLiteral("startComparing")));
    listModels();
    click(QStringLiteral("testAgain"));
    QTRY_VERIFY(isShown(QStringLiteral("startComparing")));
}

void FirstStartTest::theBetterAddressIsTaken()
{
    listModels();
    connectTo(m_provider.url());
    QTRY_VERIFY(isShown(QStringLiteral("useBetterUrl")));
    click(QStringLiteral("useBetterUrl"));
    QTRY_VERIFY(isShown(QStringLiteral("startComparing")));
    click(QStringLiteral("startComparing"));
    QTRY_COMPARE(m_bench->bench.accounts.accounts().size(), 1);
    QCOMPARE(m_bench->bench.accounts.accounts().constFirst().baseUrl, m_provider.baseUrl());
}

void FirstStartTest::idsCanBeTypedWhereThereIsNoList()
{
    QSignalSpy finished(m_page.get(), &ui::AccountsPage::lineUpChosen);
    connectTo(m_provider.url(QStringLiteral("/other/v1")));
    QTRY_VERIFY(isShown(QStringLiteral("typedModels")));
    get<QLineEdit>(QStringLiteral("typedModels"))->setText(QStringLiteral("my/model:8b, other"));
    QVERIFY(isShown(QStringLiteral("startComparing")));
    QVERIFY(says(QStringLiteral("not known")));
    click(QStringLiteral("startComparing"));
    QTRY_COMPARE(finished.size(), 1);
    const core::Account account = m_bench->bench.accounts.accounts().constFirst();
    QTRY_COMPARE(m_bench->bench.lists.models(account.id).size(), 2);
    QCOMPARE(m_bench->bench.lists.models(account.id).constFirst().id, QStringLiteral("my/model:8b"));
    QCOMPARE(finished.at(0).at(0).value<QList<core::TargetName>>().size(), 2);
}

void FirstStartTest::untickedModelsAreLeftOut()
{
    listModels();
    QSignalSpy finished(m_page.get(), &ui::AccountsPage::lineUpChosen);
    paste(QStringLiteral("TOKENBAY_API_KEY=%1").arg(kKey));
    click(QStringLiteral("connect"));
    QTRY_VERIFY(isShown(QStringLiteral("target-tokenbay/qwen-plus")));
    get<QCheckBox>(QStringLiteral("target-tokenbay/qwen-plus"))->click();
    get<QPlainTextEdit>(QStringLiteral("samplePrompt"))->setPlainText(QStringLiteral("  My own question  "));
    click(QStringLiteral("startComparing"));
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(finished.at(0).at(0).value<QList<core::TargetName>>().size(), 3);
    QCOMPARE(finished.at(0).at(1).toString(), QStringLiteral("My own question"));
}

void FirstStartTest::keysAloneLeadToTheFirstComparison()
{
    listModels();
    QSignalSpy finished(m_page.get(), &ui::AccountsPage::lineUpChosen);
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    m_page->enter();
    QTRY_COMPARE(QApplication::focusWidget(), get<QWidget>(QStringLiteral("pasteField")));
    QGuiApplication::clipboard()->setText(QStringLiteral("TOKENBAY_API_KEY=%1").arg(kKey));
    QTest::keySequence(QApplication::focusWidget(), QKeySequence::Paste);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(QApplication::focusWidget(), get<QWidget>(QStringLiteral("startComparing")));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(finished.size(), 1);
}

void FirstStartTest::theSimulatorIsOneClickAway()
{
    QSignalSpy wanted(m_page.get(), &ui::AccountsPage::simulatorWanted);
    click(QStringLiteral("trySimulator"));
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.at(0).at(0).toBool(), true);
}

void FirstStartTest::oneCanGoBackToTheAccounts()
{
    QVERIFY(!isShown(QStringLiteral("backToAccounts")));
    m_bench->bench.addAccount(QStringLiteral("one"), m_provider.baseUrl());
    QTRY_VERIFY(isShown(QStringLiteral("addAccount")));
    click(QStringLiteral("addAccount"));
    QVERIFY(isShown(QStringLiteral("pasteField")));
    click(QStringLiteral("backToAccounts"));
    QVERIFY(isShown(QStringLiteral("accounts")));
}

SWITCHYARD_TEST(FirstStartTest)
#include "tst_firststart.moc"
