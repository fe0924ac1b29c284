#include "tests/app/program.h"
#include "tests/support/await.h"
#include "tests/support/fakeprovider.h"

#include "core/settings/lineupstore.h"
#include "tests/support/testunit.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace test;

/// What `compare` is given, as it reaches the provider and the ledger.
class TestCompareInput : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void thePromptComesFromStandardInput();
    void anEmptyStandardInputIsNoPrompt();
    void systemAndParametersAreSentAsGiven();
    void modelIdsHoldSlashesAndColons();
    void taskAndTagsReachTheLedger();
    void theSameModelMayStandTwice();
    void repeatMultipliesTheLanes();
    void aLineUpStandsForItsTargets();
    void theKeyIsSentAsABearerToken();

private:
    QJsonObject sent() const { return m_provider->lastRequest().json(); }
    QJsonArray lanes(const Outcome &outcome) const
    {
        return outcome.object().value(QLatin1StringView("lanes")).toArray();
    }
    void saveLineUp(const QString &name, const QList<core::LineUpTarget> &targets);

    std::unique_ptr<Program> m_program;
    std::unique_ptr<FakeProvider> m_provider;
};

void TestCompareInput::init()
{
    m_program = std::make_unique<Program>();
    m_provider = std::make_unique<FakeProvider>();
    m_provider->onPath(QStringLiteral("/v1/chat/completions"), {completion(words("one two"))});
    m_program->addAccount(QStringLiteral("here"), m_provider->baseUrl());
}

void TestCompareInput::cleanup()
{
    m_provider.reset();
    m_program.reset();
}

void TestCompareInput::saveLineUp(const QString &name, const QList<core::LineUpTarget> &targets)
{
    const auto database = core::Database::open(m_program->ledgerFile());
    QVERIFY(database);
    core::LineUpStore lineUps(**database);
    QVERIFY(lineUps.load());
    QVERIFY(await(lineUps.save(name, targets)));
}

void TestCompareInput::thePromptComesFromStandardInput()
{
    const QByteArray prompt = "Zwei Zeilen,\nmit „Umlauten“ und \xf0\x9f\x9a\x82\n";
    const Outcome outcome = m_program->run(words("compare -m here/m --json -"), prompt);
    QCOMPARE(outcome.exitCode, 0);
    QCOMPARE(outcome.object().value(QLatin1StringView("prompt")).toString().toUtf8(), prompt);
    const QJsonObject message = sent().value(QLatin1StringView("messages")).toArray().last().toObject();
    QCOMPARE(message.value(QLatin1StringView("content")).toString().toUtf8(), prompt);
}

void TestCompareInput::anEmptyStandardInputIsNoPrompt()
{
    const Outcome outcome = m_program->run(words("compare -m here/m --json -"), "  \n");
    QCOMPARE(outcome.exitCode, 2);
    QVERIFY2(outcome.isOneSentence(), outcome.text().constData());
    QCOMPARE(m_provider->requestCount(), 0);
}

void TestCompareInput::systemAndParametersAreSentAsGiven()
{
    const Outcome outcome = m_program->run(
        words("compare -m here/m --system Be-brief --param temperature=0.2 --param max_tokens=9 "
              "--param seed=4 --param logit_bias={\"7\":-1} --json What?"));
    QCOMPARE(outcome.exitCode, 0);
    const QJsonObject body = sent();
    const QJsonArray messages = body.value(QLatin1StringView("messages")).toArray();
    QCOMPARE(messages.size(), 2);
    QCOMPARE(messages[0].toObject().value(QLatin1StringView("role")).toString(), QStringLiteral("system"));
    QCOMPARE(messages[0].toObject().value(QLatin1StringView("content")).toString(),
             QStringLiteral("Be-brief"));
    QCOMPARE(body.value(QLatin1StringView("temperature")).toDouble(), 0.2);
    QCOMPARE(body.value(QLatin1StringView("max_tokens")).toInt(), 9);
    QCOMPARE(body.value(QLatin1StringView("seed")).toInt(), 4);
    QCOMPARE(body.value(QLatin1StringView("logit_bias")).toObject().value(QLatin1StringView("7")).toInt(),
             -1);
    QVERIFY(!body.contains(QLatin1StringView("top_p")));
}

void TestCompareInput::modelIdsHoldSlashesAndColons()
{
    const Outcome outcome = m_program->run(words("compare -m here/org/model-7b:free --json What?"));
    QCOMPARE(outcome.exitCode, 0);
    QCOMPARE(sent().value(QLatin1StringView("model")).toString(), QStringLiteral("org/model-7b:free"));
    const QJsonObject lane = lanes(outcome).first().toObject();
    QCOMPARE(lane.value(QLatin1StringView("account")).toString(), QStringLiteral("here"));
    QCOMPARE(lane.value(QLatin1StringView("model")).toString(), QStringLiteral("org/model-7b:free"));
}

void TestCompareInput::taskAndTagsReachTheLedger()
{
    const Outcome outcome = m_program->run(
        words("compare -m here/m --task summarize --meta team=blue --meta ticket=A=1 --json What?"));
    QCOMPARE(outcome.exitCode, 0);
    const QVariantList row =
        m_program
            ->rows(QStringLiteral("SELECT task, task_origin, tags ->> 'team', tags ->> 'ticket', source "
                                  "FROM v_calls"))
            .value(0);
    QCOMPARE(row,
             (QVariantList{QStringLiteral("summarize"), QStringLiteral("user"), QStringLiteral("blue"),
                           QStringLiteral("A=1"), QStringLiteral("cli")}));
}

void TestCompareInput::theSameModelMayStandTwice()
{
    const Outcome outcome = m_program->run(words("compare -m here/m -m here/m --json What?"));
    QCOMPARE(outcome.exitCode, 0);
    QCOMPARE(lanes(outcome).size(), 2);
    QCOMPARE(m_provider->requestCount(), 2);
    QCOMPARE(m_program->value(QStringLiteral("SELECT count(DISTINCT lane) FROM v_calls")).toInt(), 2);
}

void TestCompareInput::repeatMultipliesTheLanes()
{
    const Outcome outcome = m_program->run(words("compare -m here/a -m here/b --repeat 3 --json What?"));
    QCOMPARE(outcome.exitCode, 0);
    QStringList models;
    for (const QJsonValue &lane : lanes(outcome))
        models.append(lane[QLatin1StringView("model")].toString());
    QCOMPARE(models, words("a a a b b b"));
    QCOMPARE(m_provider->requestCount(), 6);
}

void TestCompareInput::aLineUpStandsForItsTargets()
{
    saveLineUp(
        QStringLiteral("daily"),
        {{QStringLiteral("here/a"), {{QStringLiteral("temperature"), 0.9}, {QStringLiteral("seed"), 5}}},
         {QStringLiteral("here/b"), {}}});
    const Outcome outcome =
        m_program->run(words("compare --line-up daily -m here/c --param temperature=0.1 --json What?"));
    QVERIFY2(outcome.exitCode == 0, outcome.text().constData());
    QCOMPARE(lanes(outcome).size(), 3);
    for (const core::HttpRequest &request : m_provider->requests()) {
        const QJsonObject body = request.json();
        // What the command line says goes over what the line-up holds.
        QCOMPARE(body.value(QLatin1StringView("temperature")).toDouble(), 0.1);
        QCOMPARE(body.contains(QLatin1StringView("seed")),
                 body.value(QLatin1StringView("model")).toString() == QLatin1StringView("a"));
    }
    const Outcome unknown = m_program->run(words("compare --line-up weekly --json What?"));
    QCOMPARE(unknown.exitCode, 2);
    QVERIFY2(unknown.isOneSentence() && unknown.err.contains("weekly"), unknown.text().constData());
}

void TestCompareInput::theKeyIsSentAsABearerToken()
{
    QCOMPARE(m_program->run(words("compare -m here/m --json What?")).exitCode, 0);
    QCOMPARE(m_provider->lastRequest().header("Authorization"), "Bearer " + Program::key().toUtf8());
}

SWITCHYARD_TEST(TestCompareInput)
#include "tst_compareinput.moc"
