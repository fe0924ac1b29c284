#include "core/compare/codesnippet.h"

#include "core/accounts/presets.h"
#include "core/chat/chatrequestencoder.h"
#include "tests/support/fakeprovider.h"
#include "tests/support/testunit.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace core;

namespace {

const QString kSnippetModel = QStringLiteral("vendor/model:free");
const QString kVariable = QStringLiteral("THE_TEST_KEY");
const QByteArray kKey = "sk-of-the-program";

/// Everything that one of the languages reads in a way of its own.
QString nastyText()
{
    return QStringLiteral(
               "He said: \"it's $HOME `id` \\n %s {x} ${y}\"\n\tJSON\nEOF\n'''\"\"\" </script> #{z} ")
        + QString::fromUtf8("Grüße, 你好, 🙂 ") + QChar(0x2028) + QChar(0x202e) + QChar(1) + QChar(0x7f)
        + QStringLiteral(" __proto__ \\u0041 \\");
}

/// A program, how it is started, and that it can be.
struct Runtime
{
    CodeLanguage language;
    QString file;
    QString command;
    QStringList arguments;
};

Runtime runtimeOf(CodeLanguage language)
{
    switch (language) {
    case CodeLanguage::JavaScript:
        return {language, QStringLiteral("program.mjs"), QStringLiteral("node"), {}};
    case CodeLanguage::Python:
        return {language, QStringLiteral("program.py"), QStringLiteral("python3"), {}};
    case CodeLanguage::Curl:
        break;
    }
    return {language, QStringLiteral("program.sh"), QStringLiteral("sh"), {}};
}

} // namespace

Q_DECLARE_METATYPE(core::CodeLanguage)

/// The copied programs: as text, and run for real against a provider.
class CodeSnippetTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void programsSendWhatALaneSends_data();
    void programsSendWhatALaneSends();
    void programsWithoutStreamingPrintTheAnswer_data();
    void programsWithoutStreamingPrintTheAnswer();
    void programsOfKeylessAccountsNeedNoVariable_data();
    void programsOfKeylessAccountsNeedNoVariable();
    void aMissingVariableIsNamed_data();
    void aMissingVariableIsNamed();
    void noProgramHoldsAKey();
    void variablesComeFromTheAccountThenThePreset();
    void aBranchIsSentAsItWasSent();

private:
    CodeRequest request(const QUrl &baseUrl) const;
    static void languages();
    int run(CodeLanguage language, const CodeRequest &request, bool withKey = true);

    QTemporaryDir m_folder;
    QByteArray m_output;
    QByteArray m_errors;
};

void CodeSnippetTest::initTestCase()
{
    QVERIFY(m_folder.isValid());
    // Node looks for packages beside the program.
    QVERIFY2(QFile::exists(QStringLiteral(SWITCHYARD_NODE_MODULES "/openai/package.json")),
             "npm did not install the package openai; see the test node_packages");
    QVERIFY(QFile::link(QStringLiteral(SWITCHYARD_NODE_MODULES),
                        m_folder.filePath(QStringLiteral("node_modules"))));
}

void CodeSnippetTest::languages()
{
    QTest::addColumn<CodeLanguage>("language");
    QTest::newRow("curl") << CodeLanguage::Curl;
    QTest::newRow("Python") << CodeLanguage::Python;
    QTest::newRow("JavaScript") << CodeLanguage::JavaScript;
}

CodeRequest CodeSnippetTest::request(const QUrl &baseUrl) const
{
    CodeRequest request;
    request.baseUrl = baseUrl;
    request.keyVariable = kVariable;
    request.headers = {{"X-Title", "it's \"mine\" $1"}};
    request.request.model = kSnippetModel;
    request.request.messages = {
        {Role::System, QStringLiteral("Be brief.")},
        {Role::User, QStringLiteral("First?")},
        {Role::Assistant, nastyText()},
        {Role::User, nastyText(), {{QByteArray("\x89PNG\r\n", 6), QStringLiteral("image/png")}}}};
    ChatParameters &parameters = request.request.parameters;
    parameters.temperature = 0.2;
    parameters.maxTokens = 50;
    parameters.seed = 1234567890123;
    parameters.stop = {QStringLiteral("END"), QStringLiteral("\n\n")};
    parameters.responseFormat = {{QStringLiteral("type"), QStringLiteral("text")}};
    parameters.extra = {{QStringLiteral("provider"),
                         QJsonObject{{QStringLiteral("order"), QJsonArray{QStringLiteral("a\"b")}},
                                     {QStringLiteral("__proto__"), 1},
                                     {QStringLiteral("allow_fallbacks"), false},
                                     {QStringLiteral("nothing"), QJsonValue()}}},
                        {QStringLiteral("top_k"), 40}};
    return request;
}

int CodeSnippetTest::run(CodeLanguage language, const CodeRequest &request, bool withKey)
{
    const Runtime runtime = runtimeOf(language);
    QFile file(m_folder.filePath(runtime.file));
    if (!file.open(QIODevice::WriteOnly))
        return -1;
    file.write(codeFor(language, request).toUtf8());
    file.close();
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(kVariable);
    environment.insert(QStringLiteral("PYTHONPATH"), QStringLiteral(SWITCHYARD_PYTHON_STUB));
    environment.insert(QStringLiteral("PYTHONDONTWRITEBYTECODE"), QStringLiteral("1"));
    environment.insert(QStringLiteral("no_proxy"), QStringLiteral("127.0.0.1"));
    if (withKey)
        environment.insert(kVariable, QString::fromLatin1(kKey));
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(m_folder.path());
    process.start(runtime.command, runtime.arguments + QStringList{file.fileName()});
    if (!QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, 30'000))
        process.kill();
    m_output = process.readAllStandardOutput();
    m_errors = process.readAllStandardError();
    return process.error() == QProcess::UnknownError && process.exitStatus() == QProcess::NormalExit
        ? process.exitCode()
        : -1;
}

void CodeSnippetTest::programsSendWhatALaneSends_data()
{
    languages();
}

void CodeSnippetTest::programsSendWhatALaneSends()
{
    QFETCH(CodeLanguage, language);
    test::FakeProvider provider;
    provider.next(
        test::completion({QStringLiteral("Hello "), QString::fromUtf8("Wörld 🙂")}, kSnippetModel));
    const CodeRequest wanted = request(provider.baseUrl());
    const int code = run(language, wanted);
    QVERIFY2(code == 0, m_errors.constData());
    QCOMPARE(provider.requestCount(), 1);
    const HttpRequest got = provider.lastRequest();
    QCOMPARE(got.path(), QByteArray("/v1/chat/completions"));
    QCOMPARE(QJsonDocument::fromJson(got.body).object(),
             QJsonDocument::fromJson(encodeChatRequest(wanted.request, wanted.dialect)).object());
    QCOMPARE(got.header("authorization"), "Bearer " + kKey);
    QCOMPARE(got.header("x-title"), QByteArray("it's \"mine\" $1"));
    if (language == CodeLanguage::Curl)
        QVERIFY2(m_output.contains("[DONE]"), m_output.constData());
    else
        QCOMPARE(QString::fromUtf8(m_output).trimmed(), QString::fromUtf8("Hello Wörld 🙂"));
}

void CodeSnippetTest::programsWithoutStreamingPrintTheAnswer_data()
{
    languages();
}

void CodeSnippetTest::programsWithoutStreamingPrintTheAnswer()
{
    QFETCH(CodeLanguage, language);
    test::FakeProvider provider;
    const QJsonObject message{{QStringLiteral("role"), QStringLiteral("assistant")},
                              {QStringLiteral("content"), QStringLiteral("whole")}};
    provider.next(test::respondJson(
        200,
        {{QStringLiteral("choices"),
          QJsonArray{QJsonObject{{QStringLiteral("index"), 0}, {QStringLiteral("message"), message}}}}}));
    CodeRequest wanted = request(provider.baseUrl());
    wanted.dialect.streaming = false;
    QVERIFY2(run(language, wanted) == 0, m_errors.constData());
    QVERIFY(
        !QJsonDocument::fromJson(provider.lastRequest().body).object().contains(QStringLiteral("stream")));
    QVERIFY2(m_output.contains("whole"), m_output.constData());
}

void CodeSnippetTest::programsOfKeylessAccountsNeedNoVariable_data()
{
    languages();
}

void CodeSnippetTest::programsOfKeylessAccountsNeedNoVariable()
{
    QFETCH(CodeLanguage, language);
    test::FakeProvider provider;
    provider.next(test::completion({QStringLiteral("free")}, kSnippetModel));
    CodeRequest wanted = request(provider.baseUrl());
    wanted.keyVariable.clear();
    QVERIFY2(run(language, wanted, false) == 0, m_errors.constData());
    QCOMPARE(provider.requestCount(), 1);
    QVERIFY(m_output.contains("free"));
}

void CodeSnippetTest::aMissingVariableIsNamed_data()
{
    languages();
}

void CodeSnippetTest::aMissingVariableIsNamed()
{
    QFETCH(CodeLanguage, language);
    test::FakeProvider provider;
    QVERIFY(run(language, request(provider.baseUrl()), false) != 0);
    QCOMPARE(provider.requestCount(), 0);
    QVERIFY2(m_errors.contains(kVariable.toLatin1()), m_errors.constData());
}

void CodeSnippetTest::noProgramHoldsAKey()
{
    CodeRequest wanted = request(QUrl(QStringLiteral("https://user:password@api.example.org/v1")));
    for (const CodeLanguage language : {CodeLanguage::JavaScript, CodeLanguage::Python, CodeLanguage::Curl}) {
        const QString code = codeFor(language, wanted);
        QVERIFY(!code.contains(QStringLiteral("password")));
        QVERIFY(code.contains(kVariable));
        QVERIFY(code.contains(QStringLiteral("https://api.example.org/v1")));
    }
}

void CodeSnippetTest::variablesComeFromTheAccountThenThePreset()
{
    const Presets presets = Presets::load();
    const Preset *const openai = presets.find(u"openai");
    QVERIFY(openai);
    Account account;
    account.name = QStringLiteral("2 my gateway-é");
    account.keyStore = KeyStore::Environment;
    account.keyVariable = QStringLiteral("MINE");
    QCOMPARE(keyVariableFor(account, openai), QStringLiteral("MINE"));
    account.keyStore = KeyStore::Keychain;
    QCOMPARE(keyVariableFor(account, openai), QStringLiteral("OPENAI_API_KEY"));
    QCOMPARE(keyVariableFor(account, nullptr), QStringLiteral("_2_MY_GATEWAY___API_KEY"));
    QVERIFY(isVariableName(keyVariableFor(account, nullptr)));
    account.keyStore = KeyStore::None;
    QCOMPARE(keyVariableFor(account, openai), QString());
}

void CodeSnippetTest::aBranchIsSentAsItWasSent()
{
    RunRecord first;
    first.id = 1;
    first.prompt = QStringLiteral("one");
    LaneRecord a;
    a.laneId = 10;
    a.latest.model = QStringLiteral("m");
    a.latest.completion.status = LaneStatus::Complete;
    a.latest.completion.text = QStringLiteral("first answer");
    first.lanes = {a};
    RunRecord second;
    second.id = 2;
    second.prompt = QStringLiteral("two");
    second.system = QStringLiteral("sys");
    LaneRecord b;
    b.laneId = 20;
    b.parentLane = 10;
    second.lanes = {b};
    const QList<Message> expected{{Role::System, QStringLiteral("sys")},
                                  {Role::User, QStringLiteral("one")},
                                  {Role::Assistant, QStringLiteral("first answer")},
                                  {Role::User, QStringLiteral("two")}};
    QCOMPARE(messagesSentBy({first, second}, 20), expected);
    QCOMPARE(messagesSentBy({first, second}, 99), QList<Message>());
}

SWITCHYARD_TEST(CodeSnippetTest)
#include "tst_codesnippet.moc"
