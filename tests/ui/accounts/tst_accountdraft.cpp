#include "tests/ui/accounts/accountsbench.h"

#include "core/catalog/modellisting.h"
#include "tests/support/testunit.h"
#include "ui/accounts/accountdraft.h"
#include "ui/accounts/candidate.h"

#include <QTest>

using namespace test;
using core::KeyStore;

class AccountDraftTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void namesAreFree_data();
    void namesAreFree();
    void aPresetFillsTheAccount();
    void theEndpointHasWhatWasTyped();
    void anotherAddressForgetsWhatTheOldOneRejected();
    void candidatesAreStoredAllOrNone();
    void candidatesKeepTheirModels();

private:
    ui::AccountDraft draft(const QString &name, KeyStore store = KeyStore::Session) const;

    std::unique_ptr<AccountsBench> m_bench;
};

void AccountDraftTest::init()
{
    m_bench = std::make_unique<AccountsBench>();
}

void AccountDraftTest::cleanup()
{
    m_bench.reset();
}

ui::AccountDraft AccountDraftTest::draft(const QString &name, KeyStore store) const
{
    ui::AccountDraft draft;
    draft.account.name = name;
    draft.account.baseUrl = QUrl(QStringLiteral("https://api.example.com/v1"));
    draft.account.keyStore = store;
    draft.newKey = QStringLiteral("sk-secret-of-") + name;
    return draft;
}

void AccountDraftTest::namesAreFree_data()
{
    QTest::addColumn<QString>("wish");
    QTest::addColumn<QString>("name");
    QTest::newRow("free") << QStringLiteral("openai") << QStringLiteral("openai");
    QTest::newRow("of an account") << QStringLiteral("taken") << QStringLiteral("taken-2");
    QTest::newRow("just given to another") << QStringLiteral("given") << QStringLiteral("given-2");
    QTest::newRow("the simulator's") << QStringLiteral("demo") << QStringLiteral("account");
    QTest::newRow("the rule sets'") << QStringLiteral("route") << QStringLiteral("account");
    QTest::newRow("none") << QString() << QStringLiteral("account");
    QTest::newRow("with a slash") << QStringLiteral("a/b") << QStringLiteral("ab");
}

void AccountDraftTest::namesAreFree()
{
    QFETCH(QString, wish);
    QFETCH(QString, name);
    m_bench->bench.addAccount(QStringLiteral("taken"), QUrl(QStringLiteral("http://127.0.0.1:9/v1")));
    QCOMPARE(ui::freeAccountName(wish, m_bench->bench.accounts, {QStringLiteral("given")}), name);
}

void AccountDraftTest::aPresetFillsTheAccount()
{
    const core::Account cloud = ui::accountFromPreset(QStringLiteral("anthropic"), m_bench->context());
    QCOMPARE(cloud.name, QStringLiteral("anthropic"));
    QCOMPARE(cloud.baseUrl, QUrl(QStringLiteral("https://api.anthropic.com/v1")));
    QCOMPARE(cloud.keyStore, KeyStore::Keychain);
    QCOMPARE(ui::providerName(cloud, m_bench->presets), QStringLiteral("Anthropic"));
    const core::Account local = ui::accountFromPreset(QStringLiteral("ollama"), m_bench->context());
    QCOMPARE(local.keyStore, KeyStore::None);
    core::Account custom;
    custom.baseUrl = QUrl(QStringLiteral("https://llm.example.com/v1"));
    QCOMPARE(ui::providerName(custom, m_bench->presets), QStringLiteral("llm.example.com"));
}

void AccountDraftTest::theEndpointHasWhatWasTyped()
{
    ui::AccountDraft typed = draft(QStringLiteral("one"));
    typed.account.id = 7;
    typed.account.headers = {{"X-Team", "blue"}};
    typed.account.timeouts.idle = std::chrono::seconds(3);
    typed.account.proxy.mode = core::ProxyMode::Http;
    typed.account.caFile = QStringLiteral("ca.pem");
    typed.newProxyPassword = QStringLiteral("secret");
    const core::Endpoint endpoint = ui::endpointOf(typed);
    QCOMPARE(endpoint.accountId, 7);
    QCOMPARE(endpoint.baseUrl, typed.account.baseUrl);
    QCOMPARE(endpoint.key, typed.newKey);
    QCOMPARE(endpoint.headers, typed.account.headers);
    QCOMPARE(endpoint.timeouts, typed.account.timeouts);
    QCOMPARE(endpoint.proxy.mode, core::ProxyMode::Http);
    QCOMPARE(endpoint.proxy.password, QStringLiteral("secret"));
    QCOMPARE(endpoint.caFile, QStringLiteral("ca.pem"));
}

void AccountDraftTest::anotherAddressForgetsWhatTheOldOneRejected()
{
    const core::Result<core::Account> added =
        await(ui::saveDraft(m_bench->context(), draft(QStringLiteral("one"))));
    QVERIFY(added);
    core::DialectNotes &notes = m_bench->bench.notes;
    const QString model = QStringLiteral("m");
    QVERIFY(await(notes.learn(added->id, model, core::DialectNote::NoStream)));
    ui::AccountDraft changed{*added};
    changed.account.maxParallel = 2;
    QVERIFY(await(ui::saveDraft(m_bench->context(), changed)));
    QVERIFY(notes.has(added->id, model, core::DialectNote::NoStream));
    changed.account.baseUrl = QUrl(QStringLiteral("https://other.example.com/v1"));
    QVERIFY(await(ui::saveDraft(m_bench->context(), changed)));
    QVERIFY(!notes.has(added->id, model, core::DialectNote::NoStream));
    QCOMPARE(m_bench->secretsOf(QStringLiteral("one"))->key, QStringLiteral("sk-secret-of-one"));
}

void AccountDraftTest::candidatesAreStoredAllOrNone()
{
    // The second has a name that cannot be kept.
    const QList<ui::Candidate> candidates{{draft(QStringLiteral("one"))}, {draft(QStringLiteral("a/b"))}};
    const core::Result<QList<core::Account>> refused =
        await(ui::storeCandidates(m_bench->context(), candidates));
    QVERIFY(!refused);
    QVERIFY(m_bench->bench.accounts.accounts().isEmpty());
    QVERIFY(!await(m_bench->bench.session.read({1}))->has_value());
    const core::Result<QList<core::Account>> stored = await(ui::storeCandidates(
        m_bench->context(), {{draft(QStringLiteral("one"))}, {draft(QStringLiteral("two"))}}));
    QVERIFY(stored);
    QCOMPARE(stored->size(), 2);
    QCOMPARE(m_bench->secretsOf(QStringLiteral("two"))->key, QStringLiteral("sk-secret-of-two"));
}

void AccountDraftTest::candidatesKeepTheirModels()
{
    ui::Candidate listed{draft(QStringLiteral("one"))};
    listed.draft.account.presetId = QStringLiteral("tokenbay");
    listed.report = core::ConnectionReport{};
    listed.report->listing = R"({"data": [{"id": "gpt-4o-mini"}, {"id": "nobody-knows-this"}]})";
    listed.report->models = core::parseModelListing(listed.report->listing).value();
    ui::Candidate typed{draft(QStringLiteral("two"))};
    QVERIFY(!typed.isUsable());
    typed.typedModels = QStringList{QStringLiteral("mine")};
    QVERIFY(listed.isUsable() && typed.isUsable());

    const QList<core::ModelInfo> models = ui::modelsOf(listed, m_bench->context());
    QCOMPARE(models.size(), 2);
    QVERIFY(models.constFirst().prices.has_value());
    QCOMPARE(models.constFirst().vendor, QStringLiteral("openai"));
    QVERIFY(!models.constLast().prices.has_value());
    QCOMPARE(ui::offeredBy({listed, typed}, m_bench->context()).size(), 3);

    const core::Result<QList<core::Account>> stored =
        await(ui::storeCandidates(m_bench->context(), {listed, typed}));
    QVERIFY(stored);
    QTRY_COMPARE(m_bench->bench.lists.models(stored->at(0).id).size(), 2);
    QTRY_COMPARE(m_bench->bench.lists.models(stored->at(1).id).size(), 1);
    QVERIFY(m_bench->bench.lists.models(stored->at(1).id).constFirst().typed);
}

SWITCHYARD_TEST(AccountDraftTest)
#include "tst_accountdraft.moc"
