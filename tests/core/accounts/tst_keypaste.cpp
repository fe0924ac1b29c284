#include "core/accounts/keypaste.h"
#include "tests/support/testunit.h"

#include <QTest>

using namespace core;

namespace {

// Made up; long enough and free of what marks an example.
const QString kPlain = QStringLiteral("sk-0123456789abcdef0123456789abcdef");
const QString kAnthropic = QStringLiteral("sk-ant-api03-0123456789abcdef");

QString withKey(const char *text, const QString &key = kPlain)
{
    return QString::fromUtf8(text).replace(QLatin1StringView("KEY!"), key);
}

QUrl url(const char *text)
{
    return QUrl(QString::fromLatin1(text));
}

} // namespace

class KeyPasteTest : public QObject
{
    Q_OBJECT

private slots:
    void readsWhatPeoplePaste_data();
    void readsWhatPeoplePaste();
    void severalKeysOfAnEnvFileComeInOrder();
    void keysOfOtherServicesAreLeftOut();
    void saysWhatIsMissing_data();
    void saysWhatIsMissing();
    void theErrorNeverRepeatsTheText();

private:
    void bareAndEnvRows();
    void snippetRows();

    const Presets m_presets = Presets::load();
};

void KeyPasteTest::bareAndEnvRows()
{
    const QString openai = QStringLiteral("OPENAI_API_KEY");
    const QString preset = QStringLiteral("openai");
    QTest::newRow("a bare key that many providers could have made") << kPlain << PastedKey{kPlain};
    QTest::newRow("a bare key with a distinctive prefix")
        << kAnthropic << PastedKey{kAnthropic, {}, {}, QStringLiteral("anthropic")};
    QTest::newRow("a key with blanks and line feeds around") << withKey("  KEY!\n\n") << PastedKey{kPlain};
    QTest::newRow("a key in quotes") << withKey("\"KEY!\"") << PastedKey{kPlain};
    QTest::newRow("a key after Bearer") << withKey("Bearer KEY!") << PastedKey{kPlain};
    QTest::newRow("a whole Authorization header")
        << withKey("Authorization: Bearer KEY!") << PastedKey{kPlain};
    QTest::newRow("a bare base URL") << QStringLiteral("http://localhost:11434/v1")
                                     << PastedKey{{},
                                                  url("http://localhost:11434/v1"),
                                                  {},
                                                  QStringLiteral("ollama")};
    QTest::newRow("a .env line") << withKey("OPENAI_API_KEY=KEY!") << PastedKey{kPlain, {}, openai, preset};
    QTest::newRow("an exported variable in quotes")
        << withKey("export OPENAI_API_KEY=\"KEY!\"") << PastedKey{kPlain, {}, openai, preset};
    QTest::newRow("a .env line with a remark")
        << withKey("OPENAI_API_KEY='KEY!' # mine") << PastedKey{kPlain, {}, openai, preset};
    QTest::newRow("a PowerShell line")
        << withKey("$env:OPENAI_API_KEY = \"KEY!\"") << PastedKey{kPlain, {}, openai, preset};
    QTest::newRow("a .env file with base URL and model, Windows line ends")
        << withKey("# my "
                   "gateway\r\nOPENAI_API_KEY=KEY!\r\nOPENAI_BASE_URL=https://llm.example.com/v1/"
                   "\r\nOPENAI_MODEL=big\r\n")
        << PastedKey{kPlain, url("https://llm.example.com/v1"), openai, QStringLiteral("custom"),
                     QStringLiteral("big")};
    QTest::newRow("the URL beats the variable")
        << withKey("OPENAI_API_KEY=KEY!\nOPENAI_BASE_URL=https://api.tokenbay.com/v1")
        << PastedKey{kPlain, url("https://api.tokenbay.com/v1"), openai, QStringLiteral("tokenbay")};
    QTest::newRow("the key's prefix beats the variable")
        << withKey("OPENAI_API_KEY=KEY!", kAnthropic)
        << PastedKey{kAnthropic, {}, openai, QStringLiteral("anthropic")};
    QTest::newRow("a base URL of something else does not count")
        << withKey("OPENAI_API_KEY=KEY!\nAPP_URL=https://shop.example.com\nDB_HOST=localhost")
        << PastedKey{kPlain, {}, openai, preset};
}

void KeyPasteTest::snippetRows()
{
    const QUrl bay = url("https://api.tokenbay.com/v1");
    const QString bayId = QStringLiteral("tokenbay");
    QTest::newRow("JavaScript with everything in it")
        << withKey("import OpenAI from 'openai';\nconst client = new OpenAI({\n  baseURL: "
                   "'https://api.tokenbay.com/v1',\n"
                   "  apiKey: 'KEY!',\n});\nawait client.chat.completions.create({ model: \"gpt-4o-mini\", "
                   "messages: [] });")
        << PastedKey{kPlain, bay, {}, bayId, QStringLiteral("gpt-4o-mini")};
    QTest::newRow("JavaScript that reads the environment")
        << QStringLiteral("const c = new OpenAI({ baseURL: \"https://openrouter.ai/api/v1\",\n"
                          "  apiKey: process.env.OPENROUTER_API_KEY });")
        << PastedKey{{},
                     url("https://openrouter.ai/api/v1"),
                     QStringLiteral("OPENROUTER_API_KEY"),
                     QStringLiteral("openrouter")};
    QTest::newRow("Python with everything in it")
        << withKey("from openai import OpenAI\nclient = OpenAI(\n    api_key=\"KEY!\",\n"
                   "    base_url=\"https://api.tokenbay.com/v1\",\n)\nr = client.chat.completions.create(\n"
                   "    model=\"claude-3-5-sonnet\",\n    messages=[])")
        << PastedKey{kPlain, bay, {}, bayId, QStringLiteral("claude-3-5-sonnet")};
    QTest::newRow("Python that reads the environment")
        << QStringLiteral("client = OpenAI(api_key=os.environ.get(\"DEEPSEEK_API_KEY\"), "
                          "base_url=\"https://api.deepseek.com\")")
        << PastedKey{{},
                     url("https://api.deepseek.com"),
                     QStringLiteral("DEEPSEEK_API_KEY"),
                     QStringLiteral("deepseek")};
    QTest::newRow("Python with os.environ[...] and no URL")
        << QStringLiteral("client = OpenAI(api_key=os.environ['OPENAI_API_KEY'])")
        << PastedKey{{}, {}, QStringLiteral("OPENAI_API_KEY"), QStringLiteral("openai")};
    QTest::newRow("Python with the key in a variable of its own")
        << withKey(
               "api_key = \"KEY!\"\nclient = OpenAI(api_key=api_key, base_url='http://127.0.0.1:8000/v1')")
        << PastedKey{kPlain, url("http://127.0.0.1:8000/v1"), {}, QStringLiteral("vllm")};
    QTest::newRow("a client without arguments reads the usual variable")
        << QStringLiteral("from openai import OpenAI\nclient = OpenAI()")
        << PastedKey{{}, {}, QStringLiteral("OPENAI_API_KEY"), QStringLiteral("openai")};
    QTest::newRow("curl with the key in it") << withKey(
        "curl https://api.tokenbay.com/v1/chat/completions \\\n  -H \"Authorization: Bearer KEY!\" \\\n"
        "  -H 'Content-Type: application/json' \\\n  -d '{\"model\": \"qwen-plus\", \"messages\": []}'")
                                             << PastedKey{
                                                    kPlain, bay, {}, bayId, QStringLiteral("qwen-plus")};
    QTest::newRow("curl with a variable") << QStringLiteral(
        "curl https://api.mistral.ai/v1/models -H \"Authorization: Bearer $MISTRAL_API_KEY\"")
                                          << PastedKey{{},
                                                       url("https://api.mistral.ai/v1"),
                                                       QStringLiteral("MISTRAL_API_KEY"),
                                                       QStringLiteral("mistral")};
    QTest::newRow("a shell script that sets the variable first")
        << withKey(
               "export MY_API_KEY=KEY!\ncurl https://llm.example.com/v1/chat/completions -H \"Authorization: "
               "Bearer ${MY_API_KEY}\" -d '{}'")
        << PastedKey{kPlain, url("https://llm.example.com/v1"), QStringLiteral("MY_API_KEY"),
                     QStringLiteral("custom")};
    QTest::newRow("a key in Anthropic's own header")
        << withKey("curl https://api.anthropic.com/v1/messages -H \"x-api-key: KEY!\"", kAnthropic)
        << PastedKey{kAnthropic, url("https://api.anthropic.com/v1"), {}, QStringLiteral("anthropic")};
    QTest::newRow("an example without a key still tells the address")
        << QStringLiteral(
               "client = OpenAI(api_key=\"YOUR_API_KEY\", base_url=\"https://api.groq.com/openai/v1\")")
        << PastedKey{{}, url("https://api.groq.com/openai/v1"), {}, QStringLiteral("groq")};
}

void KeyPasteTest::readsWhatPeoplePaste_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<PastedKey>("expected");
    bareAndEnvRows();
    snippetRows();
}

void KeyPasteTest::readsWhatPeoplePaste()
{
    QFETCH(QString, text);
    QFETCH(PastedKey, expected);
    const Result<PastedKey> pasted = parsePastedKey(text, m_presets);
    QVERIFY2(pasted, pasted ? "" : qPrintable(pasted.error().message));
    QCOMPARE(pasted->key, expected.key);
    QCOMPARE(pasted->baseUrl, expected.baseUrl);
    QCOMPARE(pasted->variable, expected.variable);
    QCOMPARE(pasted->presetId, expected.presetId);
    QCOMPARE(pasted->model, expected.model);
}

void KeyPasteTest::severalKeysOfAnEnvFileComeInOrder()
{
    const QString text =
        QStringLiteral("GROQ_API_KEY=gsk_0123456789abcdef\n\n# the other\n"
                       "MISTRAL_API_KEY=0123456789abcdef\nMISTRAL_BASE_URL=https://api.mistral.ai/v1\n");
    const Result<QList<PastedKey>> pasted = parsePastedKeys(text, m_presets);
    QVERIFY(pasted);
    QCOMPARE(pasted->size(), 2);
    QCOMPARE(pasted->at(0).presetId, QStringLiteral("groq"));
    QCOMPARE(pasted->at(0).baseUrl, QUrl());
    QCOMPARE(pasted->at(1).presetId, QStringLiteral("mistral"));
    QCOMPARE(pasted->at(1).baseUrl, QUrl(QStringLiteral("https://api.mistral.ai/v1")));
}

void KeyPasteTest::keysOfOtherServicesAreLeftOut()
{
    const QString text =
        QStringLiteral("PAYMENT_SECRET_KEY=0123456789abcdef\nXAI_API_KEY=xai-0123456789abcdef\n");
    const Result<QList<PastedKey>> pasted = parsePastedKeys(text, m_presets);
    QVERIFY(pasted);
    QCOMPARE(pasted->size(), 1);
    QCOMPARE(pasted->first().presetId, QStringLiteral("xai"));
}

void KeyPasteTest::saysWhatIsMissing_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("part");
    const QString nothing = QStringLiteral("No key was found");
    const QString example = QStringLiteral("example without a key");
    QTest::newRow("nothing at all") << QString() << nothing;
    QTest::newRow("blanks") << QStringLiteral(" \n ") << nothing;
    QTest::newRow("a sentence") << QStringLiteral("please add my account") << nothing;
    QTest::newRow("a short word") << QStringLiteral("abc") << nothing;
    QTest::newRow("an empty variable") << QStringLiteral("OPENAI_API_KEY=") << example;
    QTest::newRow("a placeholder") << QStringLiteral("OPENAI_API_KEY=your-api-key-here") << example;
    QTest::newRow("dots") << QStringLiteral("sk-...........") << example;
}

void KeyPasteTest::saysWhatIsMissing()
{
    QFETCH(QString, text);
    QFETCH(QString, part);
    const Result<PastedKey> pasted = parsePastedKey(text, m_presets);
    QVERIFY(!pasted);
    QCOMPARE(pasted.error().kind, ErrorKind::InvalidRequest);
    QVERIFY2(pasted.error().message.contains(part), qPrintable(pasted.error().message));
}

void KeyPasteTest::theErrorNeverRepeatsTheText()
{
    const Result<PastedKey> pasted = parsePastedKey(QStringLiteral("my secret word is swordfish"), m_presets);
    QVERIFY(!pasted);
    QVERIFY(!pasted.error().message.contains(QLatin1StringView("swordfish")));
}

SWITCHYARD_TEST(KeyPasteTest)

#include "tst_keypaste.moc"
