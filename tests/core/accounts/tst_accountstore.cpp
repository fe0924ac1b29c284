#include "core/accounts/accountstore.h"
#include "core/accounts/dialectnotes.h"
#include "core/accounts/modelliststore.h"
#include "tests/core/accounts/ledgerfixture.h"
#include "tests/support/await.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testunit.h"

#include <QDir>
#include <QSignalSpy>
#include <QTest>

using namespace core;
using test::await;

class AccountStoreTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void anAccountComesBackAsItWasButForItsSecret();
    void aBadOrTakenNameIsRefused();
    void updateKeepsIdAndPlace();
    void orderSurvivesMovingAndRemoving();
    void switchingOffIsKept();
    void aMissingAccountIsNotFound();
    void theSimulatorIsThereWithoutBeingStored();
    void listedModelsReplaceTheLastListingAndKeepTypedOnes();
    void modelsOfTheSimulatorLiveInMemory();
    void notesChangeTheDialectAndSurvive();
    void removingAnAccountTakesModelsAndNotesAlong();

private:
    static Account account(const char *name);
    Account added(const char *name);
    QStringList names() const;

    std::unique_ptr<test::TemporaryLedger> m_ledger;
    std::unique_ptr<AccountStore> m_store;
    test::FakeClock m_clock;
};

void AccountStoreTest::init()
{
    m_store.reset();
    m_ledger = std::make_unique<test::TemporaryLedger>();
    m_store = std::make_unique<AccountStore>(m_ledger->database());
    QVERIFY(m_store->load());
}

Account AccountStoreTest::account(const char *name)
{
    Account account;
    account.name = QString::fromUtf8(name);
    account.baseUrl = QUrl(QStringLiteral("https://api.example.com/v1"));
    return account;
}

Account AccountStoreTest::added(const char *name)
{
    return await(m_store->add(account(name))).value();
}

QStringList AccountStoreTest::names() const
{
    QStringList names;
    const QList<Account> accounts = m_store->accounts();
    for (const Account &entry : accounts)
        names += entry.name;
    return names;
}

void AccountStoreTest::anAccountComesBackAsItWasButForItsSecret()
{
    Account whole = account("Zürich 东京");
    whole.presetId = QStringLiteral("openai");
    whole.keyStore = KeyStore::Environment;
    whole.keyVariable = QStringLiteral("MY_KEY");
    whole.headers = {{"HTTP-Referer", "https://example.com"}, {"X-Title", "bench"}};
    whole.maxParallel = 4;
    whole.timeouts = Timeouts{std::chrono::milliseconds(1), std::chrono::milliseconds(2),
                              std::chrono::milliseconds(3), std::chrono::milliseconds(4)};
    whole.proxy = ProxySettings{ProxyMode::Socks5, QStringLiteral("proxy.example.com"), 1080,
                                QStringLiteral("me"), QStringLiteral("proxypassword123")};
    whole.caFile = QStringLiteral("/etc/ssl/own.pem");
    whole.priceMultiplierMillionths = 850'000;
    whole.acceptsListPrices = true;
    whole.enabled = false;
    const QSignalSpy changed(m_store.get(), &AccountStore::changed);
    const Result<Account> stored = await(m_store->add(whole));
    QVERIFY(stored);
    QVERIFY(stored->id > 0);
    QCOMPARE(changed.size(), 1);
    Account expected = withoutSecrets(whole);
    expected.id = stored->id;
    QCOMPARE(*stored, expected);

    m_ledger->reopen();
    AccountStore next(m_ledger->database());
    QVERIFY(next.load());
    QCOMPARE(next.accounts(), QList<Account>{expected});
    m_ledger->close();
    const QFileInfo ledger(m_ledger->filePath());
    const QFileInfoList files = ledger.dir().entryInfoList(QDir::Files);
    for (const QFileInfo &info : files) {
        QFile file(info.filePath());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains("proxypassword123"), qPrintable(info.fileName()));
    }
}

void AccountStoreTest::aBadOrTakenNameIsRefused()
{
    added("work");
    const QSignalSpy changed(m_store.get(), &AccountStore::changed);
    for (const char *name : {"work", "Work", "route", "a/b"}) {
        const Result<Account> refused = await(m_store->add(account(name)));
        QVERIFY2(!refused, name);
        QCOMPARE(refused.error().kind, ErrorKind::InvalidRequest);
    }
    QCOMPARE(changed.size(), 0);
    QCOMPARE(names(), QStringList{QStringLiteral("work")});
}

void AccountStoreTest::updateKeepsIdAndPlace()
{
    Account first = added("first");
    const Account second = added("second");
    first.name = QStringLiteral("renamed");
    QVERIFY(await(m_store->update(first)));
    QCOMPARE(m_store->accounts(), (QList<Account>{first, second}));
    first.name = QStringLiteral("SECOND");
    QVERIFY(!await(m_store->update(first)));
    QCOMPARE(m_store->find(first.id)->name, QStringLiteral("renamed"));
    QCOMPARE(m_store->find(u"second")->id, second.id);
}

void AccountStoreTest::orderSurvivesMovingAndRemoving()
{
    const Account a = added("a");
    const Account b = added("b");
    const Account c = added("c");
    QVERIFY(await(m_store->move(c.id, 0)));
    QCOMPARE(names().join(u','), QStringLiteral("c,a,b"));
    QVERIFY(await(m_store->move(a.id, 99)));
    QCOMPARE(names().join(u','), QStringLiteral("c,b,a"));
    QVERIFY(await(m_store->remove(b.id)));
    added("d");
    QCOMPARE(names().join(u','), QStringLiteral("c,a,d"));
    QVERIFY(m_store->load());
    QCOMPARE(names().join(u','), QStringLiteral("c,a,d"));
}

void AccountStoreTest::switchingOffIsKept()
{
    const Account a = added("a");
    QVERIFY(await(m_store->setEnabled(a.id, false)));
    QVERIFY(m_store->load());
    QCOMPARE(m_store->find(u"a")->enabled, false);
}

void AccountStoreTest::aMissingAccountIsNotFound()
{
    Account ghost = account("ghost");
    ghost.id = 77;
    QCOMPARE(await(m_store->update(ghost)).error().kind, ErrorKind::NotFound);
    QCOMPARE(await(m_store->remove(77)).error().kind, ErrorKind::NotFound);
    QCOMPARE(await(m_store->move(77, 0)).error().kind, ErrorKind::NotFound);
    QCOMPARE(await(m_store->setEnabled(77, true)).error().kind, ErrorKind::NotFound);
    QCOMPARE(m_store->find(77), std::nullopt);
}

void AccountStoreTest::theSimulatorIsThereWithoutBeingStored()
{
    added("a");
    const QSignalSpy changed(m_store.get(), &AccountStore::changed);
    Account demo = account("whatever");
    demo.baseUrl = QUrl(QStringLiteral("http://127.0.0.1:5555/v1"));
    m_store->setDemoAccount(demo);
    m_store->setDemoAccount(demo);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(names().join(u','), QStringLiteral("a,demo"));
    QVERIFY(m_store->find(u"demo")->simulated);
    QCOMPARE(m_store->find(kDemoAccountId)->baseUrl, demo.baseUrl);
    AccountStore other(m_ledger->database());
    QVERIFY(other.load());
    QCOMPARE(other.accounts().size(), 1);
    m_store->setDemoAccount(std::nullopt);
    QCOMPARE(names(), QStringList{QStringLiteral("a")});
}

void AccountStoreTest::listedModelsReplaceTheLastListingAndKeepTypedOnes()
{
    const Account a = added("a");
    ModelListStore models(m_ledger->database(), m_clock);
    QVERIFY(models.models(a.id).isEmpty());
    QCOMPARE(models.listedAtMs(a.id), std::nullopt);
    const QJsonObject raw{{QStringLiteral("id"), QStringLiteral("m1")},
                          {QStringLiteral("context_length"), 8192}};
    QVERIFY(await(models.addTyped(a.id, QStringLiteral(" typed/model "))));
    QVERIFY(await(models.addTyped(a.id, QStringLiteral("m2"))));
    QVERIFY(await(models.replaceListed(a.id, {{QStringLiteral("old")}})));
    QVERIFY(await(models.replaceListed(
        a.id, {{QStringLiteral("m2")}, {QStringLiteral("m1"), raw}, {QStringLiteral("m2")}, {QString()}})));

    const auto check = [&](const ModelListStore &store) {
        QStringList ids;
        const QList<AccountModel> known = store.models(a.id);
        for (const AccountModel &model : known)
            ids += model.id;
        QCOMPARE(ids.join(u','), QStringLiteral("m2,m1,typed/model"));
        QCOMPARE(known.at(1).listing, raw);
        QVERIFY(!known.at(0).typed && known.at(2).typed);
        QCOMPARE(store.listedAtMs(a.id), std::optional(m_clock.utcMs()));
    };
    check(models);
    check(ModelListStore(m_ledger->database(), m_clock));

    QVERIFY(await(models.removeTyped(a.id, QStringLiteral("m1"))));
    QCOMPARE(models.models(a.id).size(), 3);
    QVERIFY(await(models.removeTyped(a.id, QStringLiteral("typed/model"))));
    QCOMPARE(models.models(a.id).size(), 2);
    QVERIFY(!await(models.addTyped(a.id, QStringLiteral("  "))));
    // An account that is gone: nothing stays in memory that is not on disk.
    QVERIFY(!await(models.addTyped(999, QStringLiteral("m"))));
    QVERIFY(models.models(999).isEmpty());
}

void AccountStoreTest::modelsOfTheSimulatorLiveInMemory()
{
    ModelListStore models(m_ledger->database(), m_clock);
    const QSignalSpy changed(&models, &ModelListStore::changed);
    QVERIFY(await(models.replaceListed(kDemoAccountId, {{QStringLiteral("swift")}})));
    QCOMPARE(models.models(kDemoAccountId).size(), 1);
    QCOMPARE(changed.size(), 1);
    QVERIFY(ModelListStore(m_ledger->database(), m_clock).models(kDemoAccountId).isEmpty());
}

void AccountStoreTest::notesChangeTheDialectAndSurvive()
{
    const Account a = added("a");
    const QString model = QStringLiteral("o1");
    DialectNotes notes(m_ledger->database(), m_clock);
    QVERIFY(notes.load());
    QCOMPARE(notes.apply({}, a.id, model), Dialect());
    for (const DialectNote note :
         {DialectNote::NoStreamOptions, DialectNote::SwapMaxTokens, DialectNote::NoStream}) {
        QVERIFY(await(notes.learn(a.id, model, note)));
        QVERIFY(await(notes.learn(a.id, model, note)));
        QCOMPARE(dialectNoteFromName(dialectNoteName(note)), std::optional(note));
    }
    QVERIFY(await(notes.learn(kDemoAccountId, model, DialectNote::NoStream)));

    DialectNotes next(m_ledger->database(), m_clock);
    QVERIFY(next.load());
    const Dialect learned = next.apply({}, a.id, model);
    QVERIFY(!learned.includeUsage && !learned.streaming);
    QCOMPARE(learned.maxTokensField, QStringLiteral("max_completion_tokens"));
    QCOMPARE(next.apply(learned, a.id, model).maxTokensField, QStringLiteral("max_tokens"));
    QCOMPARE(next.apply({}, a.id, QStringLiteral("other")), Dialect());
    QVERIFY(!next.has(kDemoAccountId, model, DialectNote::NoStream));
    QVERIFY(notes.has(kDemoAccountId, model, DialectNote::NoStream));

    QVERIFY(await(next.forget(a.id)));
    QCOMPARE(next.apply({}, a.id, model), Dialect());
    QVERIFY(notes.load());
    QCOMPARE(notes.apply({}, a.id, model), Dialect());
}

void AccountStoreTest::removingAnAccountTakesModelsAndNotesAlong()
{
    const Account a = added("a");
    ModelListStore models(m_ledger->database(), m_clock);
    DialectNotes notes(m_ledger->database(), m_clock);
    QVERIFY(await(models.replaceListed(a.id, {{QStringLiteral("m")}})));
    QVERIFY(await(notes.learn(a.id, QStringLiteral("m"), DialectNote::NoStream)));
    QVERIFY(await(m_store->remove(a.id)));
    models.forget(a.id);
    QVERIFY(models.models(a.id).isEmpty());
    QVERIFY(notes.load());
    QVERIFY(!notes.has(a.id, QStringLiteral("m"), DialectNote::NoStream));
}

SWITCHYARD_TEST(AccountStoreTest)

#include "tst_accountstore.moc"
