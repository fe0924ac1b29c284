#include "tests/ui/accounts/accountsbench.h"

#include "tests/support/testunit.h"
#include "ui/accounts/accountspage.h"
#include "ui/accounts/firststart.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/messagepanel.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/toastarea.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMessageBox>
#include <QMimeData>
#include <QRegularExpression>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTableView>
#include <QTableWidget>
#include <QTest>

using namespace test;
using core::KeyStore;

class AccountsPageTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void withoutAccountsTheFirstStartIsShown();
    void anAccountIsAddedByTheForm();
    void theKeyIsNowhereInTheLedger();
    void aKeyMovesWithItsPlace();
    void aSessionKeyIsAskedForAgain();
    void withoutAKeychainTheOtherPlacesAreOffered();
    void anAccountWhoseKeyCannotBeKeptIsNotAdded();
    void aVariableIsSaidToBeSetOrNot();
    void fieldsSayWhatIsWrong_data();
    void fieldsSayWhatIsWrong();
    void everyFieldIsStored();
    void revertBringsBackWhatIsStored();
    void leavingUnsavedEditsAsks();
    void keysMoveAnAccount();
    void aDragMovesAnAccount();
    void spaceSwitchesAnAccountOff();
    void removingKeepsNothingButTheHistory();
    void anotherPresetBringsItsAddress();
    void theSimulatorHasItsSwitch();
    void keysAloneLeadToASavedAccount();

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
    void type(const QString &name, const QString &text) const { get<QLineEdit>(name)->setText(text); }
    void setUrl(const QString &url) const { get<QComboBox>(QStringLiteral("accountUrl"))->setEditText(url); }
    void setPlace(KeyStore place) const
    {
        get<ui::SegmentedControl>(QStringLiteral("keyPlace"))->setCurrent(static_cast<int>(place));
    }
    bool isShown(const QString &name) const { return get<QWidget>(name)->isVisible(); }
    QString faultOf(const QString &field) const;
    void openForm() const;
    void fillForm(const QString &name, KeyStore place, const QString &key = {}) const;
    core::Account stored(const QString &name) const { return m_bench->bench.accounts.find(name).value(); }
    QStringList names() const;
    QMessageBox *question() const { return m_page->findChild<QMessageBox *>(); }
    void answer(const QString &button) const;
    QByteArray ledgerBytes() const;

    std::unique_ptr<AccountsBench> m_bench;
    std::unique_ptr<ui::AccountsPage> m_page;
};

void AccountsPageTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("TEST_KEY"), Workbench::key());
    m_bench = std::make_unique<AccountsBench>(environment);
    m_page = std::make_unique<ui::AccountsPage>(m_bench->context());
    m_page->resize(1200, 800);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
}

void AccountsPageTest::cleanup()
{
    m_page.reset();
    m_bench.reset();
}

/// The sentence below the row that holds the field.
QString AccountsPageTest::faultOf(const QString &field) const
{
    for (QWidget *up = get<QWidget>(field); up; up = up->parentWidget()) {
        if (const auto *const row = qobject_cast<ui::FieldRow *>(up))
            return row->fault();
    }
    return QStringLiteral("no row");
}

void AccountsPageTest::openForm() const
{
    m_page->showFirstStart();
    click(QStringLiteral("fillForm"));
}

void AccountsPageTest::fillForm(const QString &name, KeyStore place, const QString &key) const
{
    openForm();
    type(QStringLiteral("accountName"), name);
    setUrl(QStringLiteral("https://api.example.com/v1"));
    setPlace(place);
    if (place == KeyStore::Environment)
        type(QStringLiteral("keyVariable"), key);
    else if (place != KeyStore::None)
        type(QStringLiteral("accountKey"), key);
}

QStringList AccountsPageTest::names() const
{
    QStringList names;
    const QList<core::Account> accounts = m_bench->bench.accounts.accounts();
    for (const core::Account &account : accounts)
        names += account.name;
    return names;
}

void AccountsPageTest::answer(const QString &button) const
{
    QTRY_VERIFY(question());
    const QList<QAbstractButton *> buttons = question()->buttons();
    for (QAbstractButton *one : buttons) {
        if (one->text() == button) {
            one->click();
            QTRY_VERIFY(!question());
            return;
        }
    }
    QFAIL("no such button");
}

QByteArray AccountsPageTest::ledgerBytes() const
{
    QByteArray bytes;
    for (const QString &suffix : {QString(), QStringLiteral("-wal")}) {
        QFile file(m_bench->bench.ledger.filePath() + suffix);
        if (file.open(QIODevice::ReadOnly))
            bytes += file.readAll();
    }
    return bytes;
}

void AccountsPageTest::withoutAccountsTheFirstStartIsShown()
{
    QVERIFY(isShown(QStringLiteral("pasteField")));
    m_bench->bench.addAccount(QStringLiteral("one"), QUrl(QStringLiteral("http://127.0.0.1:9/v1")));
    QTRY_VERIFY(isShown(QStringLiteral("accounts")));
    QVERIFY(!isShown(QStringLiteral("pasteField")));
    QCOMPARE(get<QLineEdit>(QStringLiteral("accountName"))->text(), QStringLiteral("one"));
}

void AccountsPageTest::anAccountIsAddedByTheForm()
{
    fillForm(QStringLiteral("work"), KeyStore::Keychain, QStringLiteral("sk-secret-0000000001"));
    QVERIFY(get<QAbstractButton>(QStringLiteral("saveAccount"))->isEnabled());
    click(QStringLiteral("saveAccount"));
    QTRY_COMPARE(names(), QStringList{QStringLiteral("work")});
    QTRY_VERIFY(!isShown(QStringLiteral("saveAccount")));
    QCOMPARE(stored(QStringLiteral("work")).keyStore, KeyStore::Keychain);
    QCOMPARE(m_bench->secretsOf(QStringLiteral("work"))->key, QStringLiteral("sk-secret-0000000001"));
    QVERIFY(get<QLineEdit>(QStringLiteral("accountKey"))->text().isEmpty());
    QVERIFY(!isShown(QStringLiteral("accountKey")));
    QVERIFY(isShown(QStringLiteral("replaceKey")));
}

void AccountsPageTest::theKeyIsNowhereInTheLedger()
{
    fillForm(QStringLiteral("work"), KeyStore::Keychain, QStringLiteral("sk-secret-0000000001"));
    get<QComboBox>(QStringLiteral("proxyMode"))->setCurrentIndex(2);
    type(QStringLiteral("proxyHost"), QStringLiteral("proxy.example.com"));
    get<QSpinBox>(QStringLiteral("proxyPort"))->setValue(3128);
    type(QStringLiteral("proxyUser"), QStringLiteral("me"));
    type(QStringLiteral("proxyPassword"), QStringLiteral("proxy-secret-0002"));
    click(QStringLiteral("saveAccount"));
    QTRY_COMPARE(names().size(), 1);
    QTRY_VERIFY(!isShown(QStringLiteral("saveAccount")));
    QCOMPARE(m_bench->secretsOf(QStringLiteral("work"))->proxyPassword, QStringLiteral("proxy-secret-0002"));
    QCOMPARE(stored(QStringLiteral("work")).proxy.user, QStringLiteral("me"));
    m_page.reset();
    m_bench->bench.ledger.close();
    const QByteArray bytes = ledgerBytes();
    QVERIFY(bytes.contains("proxy.example.com"));
    QVERIFY(!bytes.contains("sk-secret-0000000001"));
    QVERIFY(!bytes.contains("proxy-secret-0002"));
    m_bench->bench.ledger.reopen();
}

void AccountsPageTest::aKeyMovesWithItsPlace()
{
    fillForm(QStringLiteral("work"), KeyStore::Keychain, QStringLiteral("sk-secret-0000000001"));
    click(QStringLiteral("saveAccount"));
    QTRY_COMPARE(names().size(), 1);
    for (const KeyStore place : {KeyStore::Session, KeyStore::Keychain}) {
        QTRY_VERIFY(!isShown(QStringLiteral("saveAccount")));
        setPlace(place);
        click(QStringLiteral("saveAccount"));
        QTRY_COMPARE(stored(QStringLiteral("work")).keyStore, place);
        QCOMPARE(m_bench->secretsOf(QStringLiteral("work"))->key, QStringLiteral("sk-secret-0000000001"));
        core::SessionSecretStore &left =
            place == KeyStore::Session ? m_bench->bench.keychain : m_bench->bench.session;
        QVERIFY(!await(left.read({stored(QStringLiteral("work")).id}))->has_value());
    }
    QTRY_VERIFY(!isShown(QStringLiteral("saveAccount")));
    setPlace(KeyStore::None);
    click(QStringLiteral("saveAccount"));
    QTRY_COMPARE(stored(QStringLiteral("work")).keyStore, KeyStore::None);
    QVERIFY(!await(m_bench->bench.keychain.read({stored(QStringLiteral("work")).id}))->has_value());
}

void AccountsPageTest::aSessionKeyIsAskedForAgain()
{
    core::Account account;
    account.name = QStringLiteral("gone");
    account.baseUrl = QUrl(QStringLiteral("https://api.example.com/v1"));
    account.keyStore = KeyStore::Session;
    m_bench->bench.addAccount(account);
    QTRY_VERIFY(isShown(QStringLiteral("accountKey")));
    QCOMPARE(faultOf(QStringLiteral("accountKey")), QStringLiteral("Enter the key."));
    type(QStringLiteral("accountKey"), QStringLiteral("sk-secret-0000000003"));
    click(QStringLiteral("saveAccount"));
    QTRY_VERIFY(!isShown(QStringLiteral("saveAccount")));
    QCOMPARE(m_bench->secretsOf(QStringLiteral("gone"))->key, QStringLiteral("sk-secret-0000000003"));
}

void AccountsPageTest::withoutAKeychainTheOtherPlacesAreOffered()
{
    m_bench->keychainAnswers = false;
    openForm();
    setPlace(KeyStore::Keychain);
    const auto saidSo = [this] {
        const QList<QLabel *> labels = m_page->findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *label) {
            return label->isVisible() && label->text().contains(QStringLiteral("No keychain answers"));
        });
    };
    QTRY_VERIFY(saidSo());
    setPlace(KeyStore::Session);
    QVERIFY(!saidSo());
}

void AccountsPageTest::anAccountWhoseKeyCannotBeKeptIsNotAdded()
{
    class NoKeychain final : public core::SecretStore
    {
    public:
        QFuture<core::Result<std::optional<QString>>> read(const core::SecretRef &) override
        {
            return QtFuture::makeReadyFuture(core::Result<std::optional<QString>>(error));
        }
        QFuture<core::Result<void>> write(const core::SecretRef &, const QString &) override
        {
            return QtFuture::makeReadyFuture(core::Result<void>(error));
        }
        QFuture<core::Result<void>> remove(const core::SecretRef &) override
        {
            return QtFuture::makeReadyFuture(core::Result<void>(error));
        }
        core::Error error{core::ErrorKind::Storage, QStringLiteral("The keychain is locked.")};
    };
    NoKeychain keychain;
    core::Secrets secrets(keychain, m_bench->bench.environment, m_bench->bench.session);
    const ui::AccountsContext usual = m_bench->context();
    const ui::AccountsContext context{
        usual.accounts,       usual.models,        usual.overrides,   usual.notes,     secrets,
        usual.connectionTest, usual.presets,       usual.catalog,     usual.directory, usual.prices,
        usual.clock,          usual.probeKeychain, usual.environment, usual.theme,     usual.actions};
    m_page = std::make_unique<ui::AccountsPage>(context);
    m_page->resize(1200, 800);
    m_page->show();
    fillForm(QStringLiteral("work"), KeyStore::Keychain, QStringLiteral("sk-secret-0000000001"));
    click(QStringLiteral("saveAccount"));
    const auto saidWhy = [this] {
        const QList<QLabel *> labels = m_page->findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *label) {
            return label->isVisible() && label->text() == QStringLiteral("The keychain is locked.");
        });
    };
    QTRY_VERIFY(saidWhy());
    QVERIFY(names().isEmpty());
    setPlace(KeyStore::Session);
    click(QStringLiteral("saveAccount"));
    QTRY_COMPARE(names(), QStringList{QStringLiteral("work")});
    QTRY_VERIFY(!isShown(QStringLiteral("saveAccount")));
    QCOMPARE(await(secrets.resolve(stored(QStringLiteral("work"))))->key,
             QStringLiteral("sk-secret-0000000001"));
    m_page.reset();
}

void AccountsPageTest::aVariableIsSaidToBeSetOrNot()
{
    fillForm(QStringLiteral("work"), KeyStore::Environment, QStringLiteral("TEST_KEY"));
    QCOMPARE(get<QWidget>(QStringLiteral("keyVariable"))->accessibleDescription(),
             QStringLiteral("TEST_KEY is set."));
    type(QStringLiteral("keyVariable"), QStringLiteral("NO_SUCH_KEY"));
    QVERIFY(get<QWidget>(QStringLiteral("keyVariable"))
                ->accessibleDescription()
                .startsWith(QStringLiteral("NO_SUCH_KEY is not set")));
    click(QStringLiteral("saveAccount"));
    QTRY_COMPARE(names().size(), 1);
    QCOMPARE(stored(QStringLiteral("work")).keyVariable, QStringLiteral("NO_SUCH_KEY"));
}

void AccountsPageTest::fieldsSayWhatIsWrong_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("sentence");
    const QString name = QStringLiteral("accountName");
    const QString url = QStringLiteral("accountUrl");
    const QString key = QStringLiteral("accountKey");
    QTest::newRow("a good name") << name << QStringLiteral("work") << QString();
    QTest::newRow("no name") << name << QString() << QStringLiteral("needs a name");
    QTest::newRow("a slash in the name") << name << QStringLiteral("a/b") << QStringLiteral("cannot contain");
    QTest::newRow("the simulator's name") << name << QStringLiteral("demo") << QStringLiteral("reserved");
    QTest::newRow("a name that is taken")
        << name << QStringLiteral("taken") << QStringLiteral("Another account");
    QTest::newRow("a good address") << url << QStringLiteral("http://127.0.0.1:8080/v1") << QString();
    QTest::newRow("no scheme") << url << QStringLiteral("api.example.com/v1")
                               << QStringLiteral("must begin with");
    QTest::newRow("a password in the address")
        << url << QStringLiteral("https://me:secret@api.example.com") << QStringLiteral("cannot hold a user");
    QTest::newRow("a query in the address")
        << url << QStringLiteral("https://api.example.com/v1?key=1") << QStringLiteral("after");
    QTest::newRow("a part to fill in")
        << url << QStringLiteral("https://{WorkspaceId}.example.com/v1") << QStringLiteral("must begin with");
    QTest::newRow("no key") << key << QString() << QStringLiteral("Enter the key");
    QTest::newRow("a key with a space") << key << QStringLiteral("sk-1 sk-2") << QStringLiteral("no spaces");
}

void AccountsPageTest::fieldsSayWhatIsWrong()
{
    QFETCH(QString, field);
    QFETCH(QString, text);
    QFETCH(QString, sentence);
    m_bench->bench.addAccount(QStringLiteral("taken"), QUrl(QStringLiteral("http://127.0.0.1:9/v1")));
    fillForm(QStringLiteral("fine"), KeyStore::Session, QStringLiteral("sk-secret-0000000001"));
    QVERIFY(get<QAbstractButton>(QStringLiteral("saveAccount"))->isEnabled());
    if (field == QStringLiteral("accountUrl"))
        setUrl(text);
    else
        type(field, text);
    const QString fault = faultOf(field);
    QVERIFY2(sentence.isEmpty() ? fault.isEmpty() : fault.contains(sentence), qPrintable(fault));
    QCOMPARE(get<QAbstractButton>(QStringLiteral("saveAccount"))->isEnabled(), sentence.isEmpty());
}

void AccountsPageTest::everyFieldIsStored()
{
    fillForm(QStringLiteral("work"), KeyStore::None);
    get<QSpinBox>(QStringLiteral("maxParallel"))->setValue(3);
    get<QSpinBox>(QStringLiteral("timeoutConnect"))->setValue(4);
    get<QSpinBox>(QStringLiteral("timeoutFirstToken"))->setValue(50);
    get<QSpinBox>(QStringLiteral("timeoutIdle"))->setValue(6);
    get<QSpinBox>(QStringLiteral("timeoutTotal"))->setValue(700);
    get<QComboBox>(QStringLiteral("proxyMode"))->setCurrentIndex(3);
    type(QStringLiteral("proxyHost"), QStringLiteral("127.0.0.1"));
    QVERIFY(!faultOf(QStringLiteral("proxyHost")).isEmpty());
    get<QSpinBox>(QStringLiteral("proxyPort"))->setValue(1080);
    QVERIFY(faultOf(QStringLiteral("proxyHost")).isEmpty());
    type(QStringLiteral("caFile"), QStringLiteral("/nowhere/ca.pem"));
    QCOMPARE(faultOf(QStringLiteral("caFile")), QStringLiteral("This file cannot be read."));
    type(QStringLiteral("caFile"), FakeProvider::certificateFile());
    get<QDoubleSpinBox>(QStringLiteral("priceMultiplier"))->setValue(0.85);
    get<QCheckBox>(QStringLiteral("acceptListPrices"))->setChecked(true);
    click(QStringLiteral("addHeader"));
    auto *const headers = get<QTableWidget>(QStringLiteral("headers"));
    headers->item(0, 0)->setText(QStringLiteral("Authorization"));
    headers->item(0, 1)->setText(QStringLiteral("Bearer sk-secret-0000000001"));
    QVERIFY(headers->accessibleDescription().contains(QStringLiteral("carries a credential")));
    QVERIFY(!get<QAbstractButton>(QStringLiteral("saveAccount"))->isEnabled());
    headers->item(0, 0)->setText(QStringLiteral("X-Team"));
    headers->item(0, 1)->setText(QStringLiteral("blue"));
    click(QStringLiteral("saveAccount"));
    QTRY_COMPARE(names().size(), 1);
    const core::Account account = stored(QStringLiteral("work"));
    QCOMPARE(account.maxParallel, 3);
    QCOMPARE(account.timeouts.connect.count(), 4'000);
    QCOMPARE(account.timeouts.firstToken.count(), 50'000);
    QCOMPARE(account.timeouts.idle.count(), 6'000);
    QCOMPARE(account.timeouts.total.count(), 700'000);
    QCOMPARE(account.proxy.mode, core::ProxyMode::Socks5);
    QCOMPARE(account.proxy.port, quint16(1080));
    QCOMPARE(account.caFile, FakeProvider::certificateFile());
    QCOMPARE(account.priceMultiplierMillionths, 850'000);
    QVERIFY(account.acceptsListPrices);
    QCOMPARE(account.headers, (QList<core::Header>{{"X-Team", "blue"}}));
}

void AccountsPageTest::revertBringsBackWhatIsStored()
{
    m_bench->bench.addAccount(QStringLiteral("one"), QUrl(QStringLiteral("http://127.0.0.1:9/v1")));
    QTRY_VERIFY(isShown(QStringLiteral("accounts")));
    QVERIFY(!m_page->hasUnsavedEdits());
    type(QStringLiteral("accountName"), QStringLiteral("two"));
    QVERIFY(m_page->hasUnsavedEdits());
    QVERIFY(isShown(QStringLiteral("saveAccount")));
    click(QStringLiteral("revertAccount"));
    QVERIFY(!m_page->hasUnsavedEdits());
    QCOMPARE(get<QLineEdit>(QStringLiteral("accountName"))->text(), QStringLiteral("one"));
    QVERIFY(!isShown(QStringLiteral("saveAccount")));
}

void AccountsPageTest::leavingUnsavedEditsAsks()
{
    m_bench->bench.addAccount(QStringLiteral("one"), QUrl(QStringLiteral("http://127.0.0.1:9/v1")));
    m_bench->bench.addAccount(QStringLiteral("two"), QUrl(QStringLiteral("http://127.0.0.1:9/v1")));
    auto *const list = get<QListView>(QStringLiteral("accounts"));
    auto *const name = get<QLineEdit>(QStringLiteral("accountName"));
    QTRY_COMPARE(list->model()->rowCount(), 2);
    type(QStringLiteral("accountName"), QStringLiteral("uno"));
    list->setCurrentIndex(list->model()->index(1, 0));
    answer(QStringLiteral("Keep editing"));
    QCOMPARE(name->text(), QStringLiteral("uno"));
    QCOMPARE(list->currentIndex().row(), 0);
    list->setCurrentIndex(list->model()->index(1, 0));
    answer(QStringLiteral("Save"));
    QTRY_COMPARE(name->text(), QStringLiteral("two"));
    QCOMPARE(names(), (QStringList{QStringLiteral("uno"), QStringLiteral("two")}));
    type(QStringLiteral("accountName"), QStringLiteral("due"));
    list->setCurrentIndex(list->model()->index(0, 0));
    answer(QStringLiteral("Discard"));
    QTRY_COMPARE(name->text(), QStringLiteral("uno"));
    QCOMPARE(names(), (QStringList{QStringLiteral("uno"), QStringLiteral("two")}));
}

void AccountsPageTest::keysMoveAnAccount()
{
    for (const QString &name : {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")})
        m_bench->bench.addAccount(name, QUrl(QStringLiteral("http://127.0.0.1:9/v1")));
    auto *const list = get<QListView>(QStringLiteral("accounts"));
    QTRY_COMPARE(list->model()->rowCount(), 3);
    list->setCurrentIndex(list->model()->index(2, 0));
    QTest::keyClick(list, Qt::Key_Up, Qt::AltModifier);
    QTRY_COMPARE(names().join(u' '), QStringLiteral("a c b"));
    QTRY_COMPARE(list->currentIndex().data().toString(), QStringLiteral("c"));
    QTest::keyClick(list, Qt::Key_Down, Qt::AltModifier);
    QTRY_COMPARE(names().join(u' '), QStringLiteral("a b c"));
    QTest::keyClick(list, Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(names().join(u' '), QStringLiteral("a b c"));
}

void AccountsPageTest::aDragMovesAnAccount()
{
    for (const QString &name : {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")})
        m_bench->bench.addAccount(name, QUrl(QStringLiteral("http://127.0.0.1:9/v1")));
    QAbstractItemModel *const model = get<QListView>(QStringLiteral("accounts"))->model();
    QTRY_COMPARE(model->rowCount(), 3);
    const std::unique_ptr<QMimeData> first(model->mimeData({model->index(0, 0)}));
    model->dropMimeData(first.get(), Qt::MoveAction, 3, 0, {});
    QTRY_COMPARE(names().join(u' '), QStringLiteral("b c a"));
    model->dropMimeData(first.get(), Qt::MoveAction, 0, 0, {});
    QTRY_COMPARE(names().join(u' '), QStringLiteral("a b c"));
}

void AccountsPageTest::spaceSwitchesAnAccountOff()
{
    m_bench->bench.addAccount(QStringLiteral("one"), QUrl(QStringLiteral("http://127.0.0.1:9/v1")));
    auto *const list = get<QListView>(QStringLiteral("accounts"));
    QTRY_COMPARE(list->model()->rowCount(), 1);
    type(QStringLiteral("accountName"), QStringLiteral("edited"));
    QTest::keyClick(list, Qt::Key_Space);
    QTRY_VERIFY(!stored(QStringLiteral("one")).enabled);
    QCOMPARE(get<QLineEdit>(QStringLiteral("accountName"))->text(), QStringLiteral("edited"));
    click(QStringLiteral("saveAccount"));
    QTRY_COMPARE(names(), QStringList{QStringLiteral("edited")});
    QVERIFY(!stored(QStringLiteral("edited")).enabled);
    QTest::keyClick(list, Qt::Key_Space);
    QTRY_VERIFY(stored(QStringLiteral("edited")).enabled);
}

void AccountsPageTest::removingKeepsNothingButTheHistory()
{
    fillForm(QStringLiteral("work"), KeyStore::Keychain, QStringLiteral("sk-secret-0000000001"));
    click(QStringLiteral("saveAccount"));
    QTRY_COMPARE(names().size(), 1);
    const qint64 id = stored(QStringLiteral("work")).id;
    QTRY_VERIFY(!isShown(QStringLiteral("saveAccount")));
    click(QStringLiteral("removeAccount"));
    QTRY_VERIFY(question());
    QVERIFY(question()->informativeText().contains(QStringLiteral("stays in the history")));
    answer(QStringLiteral("Keep"));
    QCOMPARE(names().size(), 1);
    click(QStringLiteral("removeAccount"));
    answer(QStringLiteral("Remove"));
    QTRY_VERIFY(names().isEmpty());
    QTRY_VERIFY(m_page->findChild<ui::ToastArea *>()->message().contains(QStringLiteral("was removed")));
    QVERIFY(!await(m_bench->bench.keychain.read({id}))->has_value());
    QVERIFY(isShown(QStringLiteral("pasteField")));
}

void AccountsPageTest::anotherPresetBringsItsAddress()
{
    openForm();
    auto *const preset = get<QComboBox>(QStringLiteral("accountPreset"));
    auto *const url = get<QComboBox>(QStringLiteral("accountUrl"));
    preset->setCurrentIndex(preset->findData(QStringLiteral("alibaba")));
    emit preset->activated(preset->currentIndex());
    QCOMPARE(url->currentText(), QStringLiteral("https://dashscope-intl.aliyuncs.com/compatible-mode/v1"));
    QCOMPARE(get<QLineEdit>(QStringLiteral("accountName"))->text(), QStringLiteral("alibaba"));
    QVERIFY(url->count() >= 4);
    url->setCurrentIndex(1);
    emit url->activated(1);
    QCOMPARE(url->currentText(), QStringLiteral("https://dashscope-us.aliyuncs.com/compatible-mode/v1"));
    setPlace(KeyStore::Environment);
    QCOMPARE(get<QLineEdit>(QStringLiteral("keyVariable"))->text(), QStringLiteral("DASHSCOPE_API_KEY"));
    preset->setCurrentIndex(preset->findData(QStringLiteral("ollama")));
    emit preset->activated(preset->currentIndex());
    QCOMPARE(get<ui::SegmentedControl>(QStringLiteral("keyPlace"))->current(),
             static_cast<int>(KeyStore::None));
    QCOMPARE(get<QLineEdit>(QStringLiteral("accountName"))->text(), QStringLiteral("ollama"));
}

void AccountsPageTest::theSimulatorHasItsSwitch()
{
    QSignalSpy wanted(m_page.get(), &ui::AccountsPage::simulatorWanted);
    m_bench->bench.addAccount(QStringLiteral("one"), QUrl(QStringLiteral("http://127.0.0.1:9/v1")));
    auto *const toggle = get<QCheckBox>(QStringLiteral("simulatorSwitch"));
    QTRY_VERIFY(toggle->isVisible());
    toggle->click();
    QCOMPARE(wanted.takeFirst().at(0).toBool(), true);
    core::Account demo;
    demo.baseUrl = QUrl(QStringLiteral("http://127.0.0.1:9/v1"));
    m_bench->bench.accounts.setDemoAccount(demo);
    QTRY_VERIFY(toggle->isChecked());
    QCOMPARE(get<QListView>(QStringLiteral("accounts"))->model()->rowCount(), 1);
    toggle->click();
    QCOMPARE(wanted.takeFirst().at(0).toBool(), false);
    m_bench->bench.accounts.setDemoAccount({});
    QTRY_VERIFY(!toggle->isChecked());
}

void AccountsPageTest::keysAloneLeadToASavedAccount()
{
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    openForm();
    QTRY_COMPARE(QApplication::focusWidget(), get<QWidget>(QStringLiteral("accountName")));
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("typed"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("http://127.0.0.1:9/v1"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(names(), QStringList{QStringLiteral("typed")});
    QCOMPARE(stored(QStringLiteral("typed")).baseUrl, QUrl(QStringLiteral("http://127.0.0.1:9/v1")));
}

SWITCHYARD_TEST(AccountsPageTest)
#include "tst_accountspage.moc"
