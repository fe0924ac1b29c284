#include "core/accounts/environmentscan.h"
#include "core/accounts/presets.h"
#include "tests/support/testunit.h"

#include <QSet>
#include <QTest>

using namespace core;

class PresetsTest : public QObject
{
    Q_OBJECT

private slots:
    void knowsTheProvidersPeopleAskFor();
    void everyPresetIsComplete();
    void oneKeyGatewaysComeFirst();
    void dialectsDifferAsDocumented();
    void urlsFindTheirPreset_data();
    void urlsFindTheirPreset();
    void onlyDistinctiveKeysFindTheirPreset_data();
    void onlyDistinctiveKeysFindTheirPreset();
    void localServersAreFreeButTheirCloudIsNot();
    void brokenDataIsRefused_data();
    void brokenDataIsRefused();
    void variablesThatAreSetAreNamed();
    void aSharedVariableGoesToTheServiceThatNeedsIt();

private:
    const Presets m_presets = Presets::load();
};

void PresetsTest::knowsTheProvidersPeopleAskFor()
{
    for (const char *id :
         {"openai", "anthropic", "google", "alibaba", "deepseek", "mistral", "groq", "xai", "openrouter",
          "tokenbay", "togetherai", "moonshotai", "zai", "ollama", "lmstudio", "llamacpp", "vllm", "custom"})
        QVERIFY2(m_presets.find(QString::fromLatin1(id)), id);
    QVERIFY(!m_presets.find(u"nobody"));
    QVERIFY(m_presets.date().isValid());
}

void PresetsTest::everyPresetIsComplete()
{
    QSet<QString> ids;
    for (const Preset &preset : m_presets.all()) {
        QVERIFY2(!ids.contains(preset.id), qPrintable(preset.id));
        ids.insert(preset.id);
        if (preset.kind == PresetKind::Custom)
            continue;
        QVERIFY2(preset.baseUrl.isValid() && !preset.baseUrl.host().isEmpty(), qPrintable(preset.id));
        QVERIFY2(!preset.variables.isEmpty(), qPrintable(preset.id));
        QCOMPARE(preset.kind == PresetKind::Local, !preset.loopbackPorts.isEmpty());
        QCOMPARE(preset.keyRequired, preset.kind != PresetKind::Local);
    }
}

void PresetsTest::oneKeyGatewaysComeFirst()
{
    QCOMPARE(m_presets.all().at(0).id, QStringLiteral("tokenbay"));
    QCOMPARE(m_presets.all().at(1).id, QStringLiteral("openrouter"));
    QCOMPARE(m_presets.all().last().id, QStringLiteral("custom"));
}

void PresetsTest::dialectsDifferAsDocumented()
{
    const auto dialect = [this](QStringView id) { return dialectOf(*m_presets.find(id)); };
    QCOMPARE(dialect(u"openai").maxTokensField, QStringLiteral("max_completion_tokens"));
    QCOMPARE(dialect(u"mistral").maxTokensField, QStringLiteral("max_tokens"));
    QVERIFY(dialect(u"openai").includeUsage);
    QVERIFY(!dialect(u"openrouter").includeUsage);
    QVERIFY(dialect(u"xai").outputExcludesReasoning);
    QVERIFY(!dialect(u"openai").outputExcludesReasoning);
    QCOMPARE(m_presets.find(u"anthropic")->modelsHeaders.first().first, QByteArray("x-api-key"));
    QCOMPARE(m_presets.find(u"deepseek")->maxParallel, 500);
    QCOMPARE(m_presets.find(u"openai")->maxParallel, 0);
}

void PresetsTest::urlsFindTheirPreset_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("preset");
    QTest::newRow("its base URL") << QStringLiteral("https://api.openai.com/v1") << QStringLiteral("openai");
    QTest::newRow("its host in capitals")
        << QStringLiteral("https://API.OPENAI.COM") << QStringLiteral("openai");
    QTest::newRow("another region") << QStringLiteral("https://dashscope.aliyuncs.com/compatible-mode/v1")
                                    << QStringLiteral("alibaba");
    QTest::newRow("a workspace's own host")
        << QStringLiteral("https://ws1.ap-southeast-1.maas.aliyuncs.com/compatible-mode/v1")
        << QStringLiteral("alibaba");
    QTest::newRow("localhost by its port")
        << QStringLiteral("http://localhost:11434/v1") << QStringLiteral("ollama");
    QTest::newRow("an older port") << QStringLiteral("http://127.0.0.1:8080") << QStringLiteral("llamacpp");
    QTest::newRow("loopback at an unknown port") << QStringLiteral("http://127.0.0.1:5000") << QString();
    QTest::newRow("a host that only ends alike")
        << QStringLiteral("https://notapi.openai.com.evil.example") << QString();
    QTest::newRow("nothing") << QString() << QString();
}

void PresetsTest::urlsFindTheirPreset()
{
    QFETCH(QString, url);
    QFETCH(QString, preset);
    const Preset *const found = m_presets.findByUrl(QUrl(url));
    QCOMPARE(found ? found->id : QString(), preset);
}

void PresetsTest::onlyDistinctiveKeysFindTheirPreset_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("preset");
    QTest::newRow("Anthropic") << QStringLiteral("sk-ant-api03-x") << QStringLiteral("anthropic");
    QTest::newRow("OpenRouter") << QStringLiteral("sk-or-v1-0123") << QStringLiteral("openrouter");
    QTest::newRow("an OpenAI project") << QStringLiteral("sk-proj-abc") << QStringLiteral("openai");
    QTest::newRow("Google") << QStringLiteral("AIzaSyAbc") << QStringLiteral("google");
    QTest::newRow("Groq") << QStringLiteral("gsk_abc") << QStringLiteral("groq");
    QTest::newRow("xAI") << QStringLiteral("xai-abc") << QStringLiteral("xai");
    QTest::newRow("plain sk- belongs to many") << QStringLiteral("sk-0123456789") << QString();
    QTest::newRow("no prefix at all") << QStringLiteral("0123456789abcdef") << QString();
}

void PresetsTest::onlyDistinctiveKeysFindTheirPreset()
{
    QFETCH(QString, key);
    QFETCH(QString, preset);
    const Preset *const found = m_presets.findByKey(key);
    QCOMPARE(found ? found->id : QString(), preset);
}

void PresetsTest::localServersAreFreeButTheirCloudIsNot()
{
    const Preset &ollama = *m_presets.find(u"ollama");
    QVERIFY(isFreeOfCharge(ollama, ollama.baseUrl));
    QVERIFY(isFreeOfCharge(ollama, QUrl(QStringLiteral("http://192.168.1.7:11434/v1"))));
    QVERIFY(!isFreeOfCharge(ollama, baseUrlOf(ollama, u"Ollama Cloud")));
    QVERIFY(!isFreeOfCharge(*m_presets.find(u"openai"), QUrl(QStringLiteral("http://127.0.0.1:1/v1"))));
    QCOMPARE(baseUrlOf(ollama), ollama.baseUrl);
}

void PresetsTest::brokenDataIsRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no presets") << QByteArray(R"({"presets": []})");
    QTest::newRow("an unknown kind") << QByteArray(
        R"({"presets": [{"id": "a", "name": "A", "kind": "magic"}]})");
    QTest::newRow("no name") << QByteArray(R"({"presets": [{"id": "a", "kind": "cloud"}]})");
    QTest::newRow("an id twice") << QByteArray(R"({"presets": [{"id": "a", "name": "A", "kind": "cloud"},
                                                              {"id": "a", "name": "B", "kind": "cloud"}]})");
}

void PresetsTest::brokenDataIsRefused()
{
    QFETCH(QByteArray, json);
    QVERIFY(!Presets::fromJson(json));
}

void PresetsTest::variablesThatAreSetAreNamed()
{
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("MISTRAL_API_KEY"), QStringLiteral("abc"));
    environment.insert(QStringLiteral("GOOGLE_API_KEY"), QStringLiteral("abc"));
    environment.insert(QStringLiteral("GEMINI_API_KEY"), QStringLiteral("abc"));
    environment.insert(QStringLiteral("OPENAI_API_KEY"), QStringLiteral("  "));
    environment.insert(QStringLiteral("OPENAI_BASE_URL"), QStringLiteral("https://example.com"));
    const QList<EnvironmentKey> expected{{QStringLiteral("google"), QStringLiteral("GEMINI_API_KEY")},
                                         {QStringLiteral("mistral"), QStringLiteral("MISTRAL_API_KEY")}};
    QCOMPARE(scanEnvironment(environment, m_presets), expected);
}

void PresetsTest::aSharedVariableGoesToTheServiceThatNeedsIt()
{
    QCOMPARE(m_presets.findByVariable(u"LLAMA_API_KEY"), nullptr);
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("LLAMA_API_KEY"), QStringLiteral("abc"));
    const QList<EnvironmentKey> expected{{QStringLiteral("llama"), QStringLiteral("LLAMA_API_KEY")}};
    QCOMPARE(scanEnvironment(environment, m_presets), expected);
}

SWITCHYARD_TEST(PresetsTest)

#include "tst_presets.moc"
