#include "tests/support/await.h"
#include "tests/support/temporaryledger.h"

#include "core/accounts/accountstore.h"
#include "core/accounts/modelliststore.h"
#include "core/accounts/presets.h"
#include "core/base/clock.h"
#include "core/models/accountlistmodel.h"
#include "tests/support/testunit.h"

#include <QAbstractItemModelTester>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

using namespace core;
using test::await;

class TestAccountListModel : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void itFollowsTheStoreWithoutTheSimulator();
    void theStateIsSaidInWords_data();
    void theStateIsSaidInWords();
    void aListingOfEarlierIsSaid();
    void theSwitchIsStored();
    void aDropPutsTheAccountBetween_data();
    void aDropPutsTheAccountBetween();
    void foreignDataIsNotDropped();
    void anAccountThatIsGoneIsSaid();

private:
    Account add(const QString &name, const QString &presetId = QStringLiteral("custom"));
    QString names() const;
    QVariant first(int role) const { return m_model->index(0).data(role); }

    std::unique_ptr<test::TemporaryLedger> m_ledger;
    SystemClock m_clock;
    Presets m_presets = Presets::load();
    std::unique_ptr<AccountStore> m_store;
    std::unique_ptr<ModelListStore> m_lists;
    std::unique_ptr<AccountListModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestAccountListModel::init()
{
    m_ledger = std::make_unique<test::TemporaryLedger>();
    QVERIFY2(m_ledger->isOpen(), qPrintable(m_ledger->problem()));
    m_store = std::make_unique<AccountStore>(m_ledger->database());
    m_lists = std::make_unique<ModelListStore>(m_ledger->database(), m_clock);
    m_model = std::make_unique<AccountListModel>(*m_store, *m_lists, m_presets);
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
}

void TestAccountListModel::cleanup()
{
    m_tester.reset();
    m_model.reset();
    m_lists.reset();
    m_store.reset();
    m_ledger.reset();
}

Account TestAccountListModel::add(const QString &name, const QString &presetId)
{
    Account account;
    account.name = name;
    account.presetId = presetId;
    account.baseUrl = QUrl(QStringLiteral("https://api.example.com/v1"));
    return await(m_store->add(account)).value();
}

QString TestAccountListModel::names() const
{
    QStringList names;
    for (int row = 0; row < m_model->rowCount(); ++row)
        names += m_model->index(row).data().toString();
    return names.join(u' ');
}

void TestAccountListModel::itFollowsTheStoreWithoutTheSimulator()
{
    QCOMPARE(m_model->rowCount(), 0);
    const Account one = add(QStringLiteral("one"), QStringLiteral("openrouter"));
    const Account two = add(QStringLiteral("two"));
    Account demo;
    demo.baseUrl = one.baseUrl;
    m_store->setDemoAccount(demo);
    QTRY_COMPARE(names(), QStringLiteral("one two"));
    QCOMPARE(first(AccountListModel::ValueRole).toLongLong(), one.id);
    QCOMPARE(first(AccountListModel::PlaceRole).toString(), QStringLiteral("OpenRouter · api.example.com"));
    QCOMPARE(m_model->rowOf(two.id), 1);
    QCOMPARE(m_model->idAt(1), two.id);
    QCOMPARE(m_model->rowOf(kDemoAccountId), -1);
    QCOMPARE(m_model->idAt(7), 0);
    QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
    Account renamed = two;
    renamed.name = QStringLiteral("zwei");
    QVERIFY(await(m_store->update(renamed)));
    QTRY_COMPARE(names(), QStringLiteral("one zwei"));
    QVERIFY2(resets.isEmpty(), "a change of an account must not lose the selection");
    QVERIFY(await(m_store->remove(one.id)));
    QTRY_COMPARE(names(), QStringLiteral("zwei"));
}

void TestAccountListModel::theStateIsSaidInWords_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("words");
    QTest::newRow("not tested") << static_cast<int>(AccountState::Kind::Untested)
                                << QStringLiteral("not tested yet");
    QTest::newRow("being tested") << static_cast<int>(AccountState::Kind::Testing)
                                  << QStringLiteral("testing ...");
    QTest::newRow("good") << static_cast<int>(AccountState::Kind::Ok) << QStringLiteral("ok, 42 models, 310");
    QTest::newRow("bad") << static_cast<int>(AccountState::Kind::Failed)
                         << QStringLiteral("The key was not accepted");
}

void TestAccountListModel::theStateIsSaidInWords()
{
    QFETCH(int, kind);
    QFETCH(QString, words);
    const Account account = add(QStringLiteral("one"));
    QTRY_COMPARE(m_model->rowCount(), 1);
    QSignalSpy changes(m_model.get(), &QAbstractItemModel::dataChanged);
    m_model->setState(
        account.id,
        {static_cast<AccountState::Kind>(kind), 42, 310.0, QStringLiteral("The key was not accepted")});
    QCOMPARE(changes.size(), 1);
    QVERIFY(first(AccountListModel::StateTextRole).toString().startsWith(words));
    QVERIFY(first(Qt::AccessibleTextRole).toString().contains(words));
}

void TestAccountListModel::aListingOfEarlierIsSaid()
{
    const Account account = add(QStringLiteral("one"));
    QVERIFY(await(m_lists->replaceListed(
        account.id, {AccountModel{QStringLiteral("a")}, AccountModel{QStringLiteral("b")}})));
    QTRY_VERIFY(
        first(AccountListModel::StateTextRole).toString().startsWith(QStringLiteral("2 models, listed ")));
}

void TestAccountListModel::theSwitchIsStored()
{
    const Account account = add(QStringLiteral("one"));
    QTRY_COMPARE(m_model->rowCount(), 1);
    QCOMPARE(first(Qt::CheckStateRole).toInt(), static_cast<int>(Qt::Checked));
    QVERIFY(m_model->setData(m_model->index(0), Qt::Unchecked, Qt::CheckStateRole));
    QTRY_VERIFY(!m_store->find(account.id)->enabled);
    QTRY_COMPARE(first(AccountListModel::EnabledRole).toBool(), false);
    QVERIFY(first(Qt::AccessibleTextRole).toString().contains(QStringLiteral("switched off")));
    QVERIFY(!m_model->setData(m_model->index(0), QStringLiteral("x"), Qt::EditRole));
}

void TestAccountListModel::aDropPutsTheAccountBetween_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("before");
    QTest::addColumn<QString>("order");
    QTest::newRow("the first to the end") << 0 << 3 << QStringLiteral("b c a");
    QTest::newRow("the last to the front") << 2 << 0 << QStringLiteral("c a b");
    QTest::newRow("the first one down") << 0 << 2 << QStringLiteral("b a c");
    QTest::newRow("to its own place") << 1 << 1 << QStringLiteral("a b c");
    QTest::newRow("to just behind itself") << 1 << 2 << QStringLiteral("a b c");
}

void TestAccountListModel::aDropPutsTheAccountBetween()
{
    QFETCH(int, from);
    QFETCH(int, before);
    QFETCH(QString, order);
    for (const QString &name : {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")})
        add(name);
    QTRY_COMPARE(m_model->rowCount(), 3);
    const std::unique_ptr<QMimeData> data(m_model->mimeData({m_model->index(from)}));
    QVERIFY(m_model->canDropMimeData(data.get(), Qt::MoveAction, before, 0, {}));
    QVERIFY2(!m_model->dropMimeData(data.get(), Qt::MoveAction, before, 0, {}),
             "the view must not remove the dragged row");
    // The store works in order: when this has been moved too, the drop has been.
    QVERIFY(await(m_store->setEnabled(m_model->idAt(0), true)));
    QTRY_COMPARE(names(), order);
}

void TestAccountListModel::foreignDataIsNotDropped()
{
    add(QStringLiteral("a"));
    QTRY_COMPARE(m_model->rowCount(), 1);
    QMimeData text;
    text.setText(QStringLiteral("1"));
    QVERIFY(!m_model->canDropMimeData(&text, Qt::MoveAction, 0, 0, {}));
    const std::unique_ptr<QMimeData> data(m_model->mimeData({m_model->index(0)}));
    QVERIFY(!m_model->canDropMimeData(data.get(), Qt::CopyAction, 0, 0, {}));
    QVERIFY(!m_model->canDropMimeData(data.get(), Qt::MoveAction, -1, -1, m_model->index(0)));
}

void TestAccountListModel::anAccountThatIsGoneIsSaid()
{
    const Account account = add(QStringLiteral("a"));
    QTRY_COMPARE(m_model->rowCount(), 1);
    const std::unique_ptr<QMimeData> data(m_model->mimeData({m_model->index(0)}));
    QVERIFY(await(m_store->remove(account.id)));
    QSignalSpy refused(m_model.get(), &AccountListModel::refused);
    m_model->dropMimeData(data.get(), Qt::MoveAction, 0, 0, {});
    QTRY_COMPARE(refused.size(), 1);
}

SWITCHYARD_TEST(TestAccountListModel)
#include "tst_accountlistmodel.moc"
