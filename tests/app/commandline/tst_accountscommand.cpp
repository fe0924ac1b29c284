#include "tests/app/documents.h"
#include "tests/app/program.h"
#include "tests/support/fakeprovider.h"
#include "tests/support/testunit.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace test;

/// `accounts` as a process, against a provider on loopback.
class TestAccountsCommand : public QObject
{
    Q_OBJECT

private slots:
    void withoutAccountsTheListIsEmpty();
    void anAddedAccountIsListed();
    void whetherItsKeyIsThereIsSaid_data();
    void whetherItsKeyIsThereIsSaid();
    void aPresetKnowsItsAddress();
    void aNameIsTakenOnce();
    void aTestCountsTheModelsAndKeepsThem();
    void aFailedTestIsADocumentOrOneSentence();
    void aKeyOfAnotherRegionIsToldOfTheOthers();
    void modelsAreListedWithTheirPrices();
    void modelsKnownFromBeforeAreListedWhenTheAccountDoesNotAnswer();
    void aRemovedAccountIsGone();
    void withoutAKeychainNoAccountIsLeftBehind();
    void theSimulatorIsAnAccountOfTheDemo();
};

namespace {

QJsonObject listing(const QStringList &ids)
{
    QJsonArray data;
    for (const QString &id : ids)
        data.append(
            QJsonObject{{QStringLiteral("id"), id}, {QStringLiteral("object"), QStringLiteral("model")}});
    return {{QStringLiteral("object"), QStringLiteral("list")}, {QStringLiteral("data"), data}};
}

void offer(FakeProvider &provider, const QStringList &ids)
{
    provider.onPath(QStringLiteral("/v1/models"), {respondJson(200, listing(ids))});
}

QStringList idsOf(const Outcome &outcome)
{
    QStringList ids;
    for (const QJsonValue &model : outcome.array())
        ids.append(model[QLatin1StringView("id")].toString());
    return ids;
}

} // namespace

void TestAccountsCommand::withoutAccountsTheListIsEmpty()
{
    Program program;
    const Outcome json = program.run(words("accounts list --json"));
    QCOMPARE(json.exitCode, 0);
    QVERIFY(json.document().isArray() && json.array().isEmpty());
    const Outcome text = program.run(words("accounts list"));
    QCOMPARE(text.exitCode, 0);
    QVERIFY(text.out.contains("accounts add"));
}

void TestAccountsCommand::anAddedAccountIsListed()
{
    Program program;
    program.setVariable(QStringLiteral("SOME_KEY"), QStringLiteral("sk-1"));
    const Outcome added =
        program.run(words("accounts add my-hub --base-url http://127.0.0.1:1/v1 --key-env SOME_KEY --json"));
    QCOMPARE(added.exitCode, 0);
    QCOMPARE(problems(added.object(), accountShape()), QStringList());
    const Outcome listed = program.run(words("accounts list --json"));
    QCOMPARE(problems(listed.array(), accountsShape()), QStringList());
    QCOMPARE(listed.array().size(), 1);
    QCOMPARE(listed.array().first().toObject(), added.object());
    const QJsonObject account = added.object();
    QCOMPARE(account.value(QLatin1StringView("name")).toString(), QStringLiteral("my-hub"));
    QCOMPARE(account.value(QLatin1StringView("base_url")).toString(),
             QStringLiteral("http://127.0.0.1:1/v1"));
    QVERIFY(account.value(QLatin1StringView("enabled")).toBool());
    const Outcome table = program.run(words("accounts list"));
    QVERIFY(table.out.contains("my-hub") && table.out.contains("SOME_KEY (set)"));
}

void TestAccountsCommand::whetherItsKeyIsThereIsSaid_data()
{
    QTest::addColumn<QStringList>("key");
    QTest::addColumn<QString>("store");
    QTest::addColumn<bool>("present");
    QTest::newRow("a variable that is set")
        << words("--key-env HOME") << QStringLiteral("environment") << true;
    QTest::newRow("a variable that is not set")
        << words("--key-env NOT_SET") << QStringLiteral("environment") << false;
    QTest::newRow("no key") << words("--no-key") << QStringLiteral("none") << false;
}

void TestAccountsCommand::whetherItsKeyIsThereIsSaid()
{
    QFETCH(QStringList, key);
    QFETCH(QString, store);
    QFETCH(bool, present);
    Program program;
    const Outcome added =
        program.run(words("accounts add here --base-url http://127.0.0.1:1/v1 --json") + key);
    QCOMPARE(added.exitCode, 0);
    for (const QJsonObject &account :
         {added.object(), program.run(words("accounts list --json")).array().first().toObject()}) {
        const QJsonObject said = account.value(QLatin1StringView("key")).toObject();
        QCOMPARE(said.value(QLatin1StringView("store")).toString(), store);
        QCOMPARE(said.value(QLatin1StringView("present")).toBool(), present);
    }
}

void TestAccountsCommand::aPresetKnowsItsAddress()
{
    const Outcome added =
        Program().run(words("accounts add openai --preset openai --key-env OPENAI_API_KEY --json"));
    QCOMPARE(added.exitCode, 0);
    QCOMPARE(added.object().value(QLatin1StringView("preset")).toString(), QStringLiteral("openai"));
    QCOMPARE(added.object().value(QLatin1StringView("base_url")).toString(),
             QStringLiteral("https://api.openai.com/v1"));
}

void TestAccountsCommand::aNameIsTakenOnce()
{
    Program program;
    const QStringList add = words("accounts add here --base-url http://127.0.0.1:1/v1 --no-key");
    QCOMPARE(program.run(add).exitCode, 0);
    const Outcome again = program.run(add);
    QCOMPARE(again.exitCode, 2);
    QVERIFY2(again.isOneSentence(), again.text().constData());
    QCOMPARE(program.run(words("accounts list --json")).array().size(), 1);
}

void TestAccountsCommand::aTestCountsTheModelsAndKeepsThem()
{
    Program program;
    FakeProvider provider;
    offer(provider, words("a b c"));
    program.addAccount(QStringLiteral("here"), provider.baseUrl());
    const Outcome tested = program.run(words("accounts test here --json"));
    QCOMPARE(tested.exitCode, 0);
    QCOMPARE(problems(tested.object(), connectionShape()), QStringList());
    QVERIFY(tested.object().value(QLatin1StringView("ok")).toBool());
    QVERIFY(tested.object().value(QLatin1StringView("error")).isNull());
    QCOMPARE(tested.object().value(QLatin1StringView("models")).toInt(), 3);
    QCOMPARE(program.value(QStringLiteral("SELECT group_concat(model) FROM account_models")).toString(),
             QStringLiteral("a,b,c"));
    offer(provider, words("c d"));
    const Outcome text = program.run(words("accounts test here"));
    QCOMPARE(text.exitCode, 0);
    QVERIFY(text.out.startsWith("here answers: 2 models"));
    QCOMPARE(program.value(QStringLiteral("SELECT group_concat(model) FROM account_models")).toString(),
             QStringLiteral("c,d"));
}

void TestAccountsCommand::aFailedTestIsADocumentOrOneSentence()
{
    Program program;
    FakeProvider provider;
    const QJsonObject refusal{
        {QStringLiteral("error"), QJsonObject{{QStringLiteral("message"), QStringLiteral("Wrong\nkey.")}}}};
    provider.onPath(QStringLiteral("/v1/models"), {respondJson(401, refusal)});
    program.addAccount(QStringLiteral("here"), provider.baseUrl());
    const Outcome json = program.run(words("accounts test here --json"));
    QCOMPARE(json.exitCode, 1);
    QCOMPARE(problems(json.object(), connectionShape()), QStringList());
    QVERIFY(!json.object().value(QLatin1StringView("ok")).toBool());
    QCOMPARE(json.object().value(QLatin1StringView("error"))[QLatin1StringView("kind")].toString(),
             QStringLiteral("auth"));
    const Outcome text = program.run(words("accounts test here"));
    QCOMPARE(text.exitCode, 1);
    QVERIFY2(text.isOneSentence(), text.text().constData());
}

void TestAccountsCommand::aKeyOfAnotherRegionIsToldOfTheOthers()
{
    Program program;
    FakeProvider provider;
    const QJsonObject refusal{{QStringLiteral("error"),
                               QJsonObject{{QStringLiteral("message"), QStringLiteral("Incorrect API key.")},
                                           {QStringLiteral("code"), QStringLiteral("invalid_api_key")}}}};
    provider.onPath(QStringLiteral("/v1/models"), {respondJson(401, refusal)});
    program.addAccount(QStringLiteral("qwen"), provider.baseUrl(), words("--preset alibaba"));
    program.addAccount(QStringLiteral("openai"), provider.baseUrl(), words("--preset openai"));
    const Outcome outcome = program.run(words("accounts test qwen"));
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY2(outcome.isOneSentence(), outcome.text().constData());
    QVERIFY2(outcome.err.contains("Incorrect API key."), outcome.err.constData());
    QVERIFY2(outcome.err.contains("China (Beijing) https://dashscope.aliyuncs.com/"),
             outcome.err.constData());
    QVERIFY(!program.run(words("accounts test openai")).err.contains("region"));
}

void TestAccountsCommand::modelsAreListedWithTheirPrices()
{
    Program program;
    FakeProvider provider;
    offer(provider, words("gpt-4o-mini something-unknown"));
    program.addAccount(QStringLiteral("openai"), provider.baseUrl(), words("--preset openai"));
    const Outcome outcome = program.run(words("accounts models openai --json"));
    QCOMPARE(outcome.exitCode, 0);
    QCOMPARE(idsOf(outcome), words("gpt-4o-mini something-unknown"));
    const QJsonArray models = outcome.array();
    QCOMPARE(models[0][QLatin1StringView("input_usd_per_mtok")].toString(), QStringLiteral("0.15"));
    QVERIFY(models[1][QLatin1StringView("input_usd_per_mtok")].isNull());
    const Outcome table = program.run(words("accounts models openai"));
    QVERIFY(table.out.contains("gpt-4o-mini") && table.out.contains("unpriced"));
}

void TestAccountsCommand::modelsKnownFromBeforeAreListedWhenTheAccountDoesNotAnswer()
{
    Program program;
    FakeProvider provider;
    offer(provider, words("a b"));
    program.addAccount(QStringLiteral("here"), provider.baseUrl());
    QCOMPARE(program.run(words("accounts models here --json")).exitCode, 0);
    provider.shutDown();
    const Outcome outcome = program.run(words("accounts models here --json"));
    QCOMPARE(outcome.exitCode, 1);
    QCOMPARE(idsOf(outcome), words("a b"));
    QCOMPARE(outcome.err.count('\n'), 1);
}

void TestAccountsCommand::aRemovedAccountIsGone()
{
    Program program;
    program.addAccount(QStringLiteral("here"), QUrl(QStringLiteral("http://127.0.0.1:1/v1")));
    const Outcome removed = program.run(words("accounts remove here --json"));
    QVERIFY2(removed.exitCode == 0, removed.text().constData());
    QVERIFY(removed.object().value(QLatin1StringView("removed")).toBool());
    QVERIFY(program.run(words("accounts list --json")).array().isEmpty());
    QCOMPARE(program.run(words("accounts remove here")).exitCode, 2);
}

void TestAccountsCommand::withoutAKeychainNoAccountIsLeftBehind()
{
    Program program;
    const Outcome outcome =
        program.run(words("accounts add here --base-url http://127.0.0.1:1/v1 --key-stdin"),
                    Program::key().toUtf8() + '\n');
    QVERIFY2(outcome.exitCode == 3, outcome.text().constData());
    QVERIFY2(outcome.isOneSentence(), outcome.text().constData());
    QVERIFY(outcome.err.contains("--key-env"));
    QVERIFY(program.run(words("accounts list --json")).array().isEmpty());
    QCOMPARE(
        program.run(words("accounts add here --base-url http://127.0.0.1:1/v1 --key-stdin"), "\n").exitCode,
        2);
}

void TestAccountsCommand::theSimulatorIsAnAccountOfTheDemo()
{
    Program program;
    const Outcome listed = program.run(words("accounts list --demo --json"));
    QCOMPARE(listed.exitCode, 0);
    QCOMPARE(problems(listed.array(), accountsShape()), QStringList());
    QCOMPARE(listed.array().first()[QLatin1StringView("name")].toString(), QStringLiteral("demo"));
    const Outcome models = program.run(words("accounts models demo --demo --json"));
    QCOMPARE(models.exitCode, 0);
    QVERIFY(idsOf(models).contains(QStringLiteral("swift")));
    QCOMPARE(program.run(words("accounts test demo --demo --json")).exitCode, 0);
    QVERIFY(program.run(words("accounts list --json")).array().isEmpty());
}

SWITCHYARD_TEST(TestAccountsCommand)
#include "tst_accountscommand.moc"
