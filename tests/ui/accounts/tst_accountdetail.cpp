#include "tests/ui/accounts/accountsbench.h"

#include "core/models/accountmodelstable.h"
#include "tests/support/testunit.h"
#include "ui/accounts/accountdetail.h"
#include "ui/accounts/testtexts.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QTableView>
#include <QTcpServer>
#include <QTest>

using namespace test;
using core::AccountState;

class AccountDetailTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void aTestSaysWhatIsWrong_data();
    void aTestSaysWhatIsWrong();
    void aHostThatDoesNotExistIsSaid();
    void aRefusedConnectionIsSaid();
    void aGoodTestFillsTheList();
    void theMissingPathIsOffered();
    void aSlowTestCanBeCancelled();
    void aTypedKeyIsTestedBeforeItIsSaved();
    void whatWasTestedBeforeSavingIsKept();
    void idsAreTypedAndRemoved();
    void anOwnPriceGoesBeforeAllOthers();
    void anOwnPriceIsInTheAccountsCurrency();
    void allPricesOfAModelAreAWindowAway();
    void aCustomAccountAcceptsListPrices();
    void theSearchNarrowsTheList();
    void theTabKeyGoesThroughAllFields();

private:
    template <typename W>
    W *get(const QString &name) const
    {
        W *const widget = m_detail->findChild<W *>(name);
        if (!widget)
            qFatal("no %s", qPrintable(name));
        return widget;
    }
    void click(const QString &name) const { get<QAbstractButton>(name)->click(); }
    bool isShown(const QString &name) const
    {
        const QWidget *const widget = m_detail->findChild<QWidget *>(name);
        return widget && widget->isVisible();
    }
    bool says(const QString &words) const;
    core::Account show(const QUrl &baseUrl, const QString &presetId = QStringLiteral("custom"));
    void test() const { click(QStringLiteral("testConnection")); }
    QString cell(const QString &model, int column) const;
    void choose(const QString &model) const;

    FakeProvider m_provider;
    std::unique_ptr<AccountsBench> m_bench;
    std::unique_ptr<ui::AccountDetail> m_detail;
    QList<AccountState> m_states;
};

void AccountDetailTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
    m_bench = std::make_unique<AccountsBench>();
    m_detail = std::make_unique<ui::AccountDetail>(m_bench->context());
    m_states.clear();
    connect(m_detail.get(), &ui::AccountDetail::stateChanged, this,
            [this](qint64, const AccountState &state) { m_states.append(state); });
    m_detail->resize(1000, 800);
    m_detail->QWidget::show();
    QVERIFY(QTest::qWaitForWindowExposed(m_detail.get()));
}

void AccountDetailTest::cleanup()
{
    m_detail.reset();
    m_bench.reset();
}

bool AccountDetailTest::says(const QString &words) const
{
    const QList<QLabel *> labels = m_detail->findChildren<QLabel *>();
    return std::any_of(labels.cbegin(), labels.cend(), [&words](const QLabel *label) {
        return label->isVisible() && label->text().contains(words);
    });
}

core::Account AccountDetailTest::show(const QUrl &baseUrl, const QString &presetId)
{
    core::Account account;
    account.name = QStringLiteral("one");
    account.presetId = presetId;
    account.baseUrl = baseUrl;
    account.keyStore = core::KeyStore::Environment;
    account.keyVariable = QStringLiteral("TEST_KEY");
    account = m_bench->bench.addAccount(account);
    m_detail->load(account);
    return account;
}

QString AccountDetailTest::cell(const QString &model, int column) const
{
    const QAbstractItemModel *const table = get<QTableView>(QStringLiteral("models"))->model();
    for (int row = 0; row < table->rowCount(); ++row) {
        if (table->index(row, 0).data().toString() == model)
            return table->index(row, column).data().toString();
    }
    return QStringLiteral("no such model");
}

void AccountDetailTest::choose(const QString &model) const
{
    auto *const view = get<QTableView>(QStringLiteral("models"));
    for (int row = 0; row < view->model()->rowCount(); ++row) {
        if (view->model()->index(row, 0).data().toString() == model)
            view->setCurrentIndex(view->model()->index(row, 0));
    }
}

void AccountDetailTest::aTestSaysWhatIsWrong_data()
{
    QTest::addColumn<Script>("answer");
    QTest::addColumn<QStringList>("sentences");
    QTest::newRow("a key that is not accepted")
        << openAiError(401, QStringLiteral("Incorrect API key provided."))
        << QStringList{QStringLiteral("The key was not accepted"),
                       QStringLiteral("\"Incorrect API key provided.\""), QStringLiteral("replace it")};
    QTest::newRow("a web page") << respond(200, {{"Content-Type", "text/html"}}, "<!doctype html><p>Hi</p>")
                                << QStringList{QStringLiteral("not the address of an API"),
                                               QStringLiteral("answers with a web page")};
    QTest::newRow("no list of models")
        << respond(404, {}, {})
        << QStringList{QStringLiteral("There is no model list"), QStringLiteral("type their ids by hand")};
    QTest::newRow("JSON that is no list") << respondJson(200, {{QStringLiteral("hello"), 1}})
                                          << QStringList{QStringLiteral("not the address of an API")};
    QTest::newRow("a connection that is reset")
        << Script{test::reset()} << QStringList{QStringLiteral("There is no connection")};
}

void AccountDetailTest::aTestSaysWhatIsWrong()
{
    QFETCH(Script, answer);
    QFETCH(QStringList, sentences);
    m_provider.onPath(QStringLiteral("/v1/models"), {answer});
    show(m_provider.baseUrl());
    test();
    QTRY_VERIFY(says(sentences.constFirst()));
    for (const QString &sentence : std::as_const(sentences))
        QVERIFY2(says(sentence), qPrintable(sentence));
    QCOMPARE(m_states.constLast().kind, AccountState::Kind::Failed);
    QVERIFY(!m_states.constLast().sentence.isEmpty());
    QVERIFY(!says(Workbench::key()));
}

void AccountDetailTest::aHostThatDoesNotExistIsSaid()
{
    show(QUrl(QStringLiteral("http://no-such-host.invalid/v1")));
    test();
    QTRY_VERIFY_WITH_TIMEOUT(says(QStringLiteral("There is no connection")), 30'000);
    QVERIFY(says(QStringLiteral("no-such-host.invalid")));
    QCOMPARE(m_states.constLast().kind, AccountState::Kind::Failed);
}

void AccountDetailTest::aRefusedConnectionIsSaid()
{
    QTcpServer closed;
    QVERIFY(closed.listen(QHostAddress::LocalHost));
    const quint16 port = closed.serverPort();
    closed.close();
    show(QUrl(QStringLiteral("http://127.0.0.1:%1/v1").arg(port)));
    test();
    QTRY_VERIFY(says(QStringLiteral("There is no connection")));
    QVERIFY(says(QStringLiteral("127.0.0.1:%1").arg(port)));
    QVERIFY(says(QStringLiteral("refuse")));
}

void AccountDetailTest::aGoodTestFillsTheList()
{
    m_provider.onPath(QStringLiteral("/v1/models"),
                      {modelList({QStringLiteral("gpt-4o-mini"), QStringLiteral("gemini-1.5-flash")})});
    const core::Account account = show(m_provider.baseUrl(), QStringLiteral("tokenbay"));
    test();
    QTRY_VERIFY(says(QStringLiteral("It works: 2 models")));
    QTRY_COMPARE(get<QTableView>(QStringLiteral("models"))->model()->rowCount(), 2);
    QCOMPARE(m_states.constFirst().kind, AccountState::Kind::Testing);
    QCOMPARE(m_states.constLast().kind, AccountState::Kind::Ok);
    QCOMPARE(m_states.constLast().models, 2);
    QVERIFY(m_bench->bench.lists.listedAtMs(account.id).has_value());
    QCOMPARE(cell(QStringLiteral("gpt-4o-mini"), core::AccountModelsTable::Input), QStringLiteral("$0.15"));
    QVERIFY(cell(QStringLiteral("gemini-1.5-flash"), core::AccountModelsTable::Status)
                .startsWith(QStringLiteral("retired, use gemini")));
    QVERIFY(m_provider.lastRequest().header("Authorization").endsWith(Workbench::key().toLatin1()));
}

void AccountDetailTest::theMissingPathIsOffered()
{
    m_provider.onPath(QStringLiteral("/v1/models"), {modelList({QStringLiteral("m")})});
    show(m_provider.url());
    test();
    QTRY_VERIFY(isShown(QStringLiteral("useBetterUrl")));
    QVERIFY(says(QStringLiteral("should be %1").arg(m_provider.baseUrl().toString())));
    click(QStringLiteral("useBetterUrl"));
    QTRY_VERIFY(says(QStringLiteral("It works")));
    QCOMPARE(get<QComboBox>(QStringLiteral("accountUrl"))->currentText(), m_provider.baseUrl().toString());
    // It was tested only: it holds once it is saved, and so does the list.
    QVERIFY(m_detail->isDirty());
    click(QStringLiteral("saveAccount"));
    QTRY_COMPARE(m_bench->bench.accounts.find(QStringLiteral("one"))->baseUrl, m_provider.baseUrl());
    QTRY_COMPARE(get<QTableView>(QStringLiteral("models"))->model()->rowCount(), 1);
}

void AccountDetailTest::aSlowTestCanBeCancelled()
{
    m_provider.onPath(QStringLiteral("/v1/models"), {Script{hang()}});
    show(m_provider.baseUrl());
    test();
    QVERIFY(!get<QAbstractButton>(QStringLiteral("testConnection"))->isEnabled());
    QVERIFY(!isShown(QStringLiteral("cancelTest")));
    QTRY_VERIFY(isShown(QStringLiteral("cancelTest")));
    click(QStringLiteral("cancelTest"));
    QVERIFY(get<QAbstractButton>(QStringLiteral("testConnection"))->isEnabled());
    QCOMPARE(m_states.constLast().kind, AccountState::Kind::Untested);
    m_provider.onPath(QStringLiteral("/v1/models"), {modelList({QStringLiteral("m")})});
    test();
    QTRY_VERIFY(says(QStringLiteral("It works")));
}

void AccountDetailTest::aTypedKeyIsTestedBeforeItIsSaved()
{
    m_provider.onPath(QStringLiteral("/v1/models"), {modelList({QStringLiteral("m")})});
    core::Account account = show(m_provider.baseUrl());
    account.keyStore = core::KeyStore::Keychain;
    account.keyVariable.clear();
    QVERIFY(await(m_bench->bench.accounts.update(account)));
    QVERIFY(await(m_bench->bench.secrets.store(account, QStringLiteral("sk-old-0000000001"))));
    m_detail->load(account);
    click(QStringLiteral("replaceKey"));
    get<QLineEdit>(QStringLiteral("accountKey"))->setText(QStringLiteral("sk-new-0000000002"));
    test();
    QTRY_VERIFY(says(QStringLiteral("It works")));
    QCOMPARE(m_provider.lastRequest().header("Authorization"), QByteArrayLiteral("Bearer sk-new-0000000002"));
    QCOMPARE(m_bench->secretsOf(account.name)->key, QStringLiteral("sk-old-0000000001"));
    m_detail->revert();
    const int before = m_provider.requestCount();
    test();
    QTRY_COMPARE(m_provider.requestCount(), before + 1);
    QCOMPARE(m_provider.lastRequest().header("Authorization"), QByteArrayLiteral("Bearer sk-old-0000000001"));
}

void AccountDetailTest::whatWasTestedBeforeSavingIsKept()
{
    m_provider.onPath(QStringLiteral("/v1/models"), {modelList({QStringLiteral("m"), QStringLiteral("n")})});
    core::Account account;
    account.baseUrl = m_provider.baseUrl();
    m_detail->load(account);
    QVERIFY(!isShown(QStringLiteral("models")));
    get<QLineEdit>(QStringLiteral("accountName"))->setText(QStringLiteral("new"));
    test();
    QTRY_VERIFY(says(QStringLiteral("It works")));
    QVERIFY(m_states.isEmpty());
    click(QStringLiteral("saveAccount"));
    QTRY_VERIFY(isShown(QStringLiteral("models")));
    QTRY_COMPARE(get<QTableView>(QStringLiteral("models"))->model()->rowCount(), 2);
    QCOMPARE(m_states.constLast().kind, AccountState::Kind::Ok);
}

void AccountDetailTest::idsAreTypedAndRemoved()
{
    const core::Account account = show(m_provider.baseUrl());
    auto *const id = get<QLineEdit>(QStringLiteral("newModelId"));
    id->setText(QStringLiteral(" my/model:8b "));
    QTest::keyClick(id, Qt::Key_Return);
    QTRY_COMPARE(cell(QStringLiteral("my/model:8b"), core::AccountModelsTable::Status),
                 QStringLiteral("typed by hand"));
    QVERIFY(id->text().isEmpty());
    QTRY_VERIFY(isShown(QStringLiteral("removeModelId")));
    click(QStringLiteral("removeModelId"));
    QTRY_VERIFY(m_bench->bench.lists.models(account.id).isEmpty());
    QTRY_COMPARE(get<QTableView>(QStringLiteral("models"))->model()->rowCount(), 0);
}

void AccountDetailTest::anOwnPriceGoesBeforeAllOthers()
{
    const core::Account account = show(m_provider.baseUrl(), QStringLiteral("tokenbay"));
    QVERIFY(await(m_bench->bench.lists.addTyped(account.id, QStringLiteral("gpt-4o"))));
    QTRY_COMPARE(cell(QStringLiteral("gpt-4o"), core::AccountModelsTable::Input), QStringLiteral("$2.50"));
    choose(QStringLiteral("gpt-4o"));
    const auto source = [this] { return get<QLabel>(QStringLiteral("priceSource"))->accessibleName(); };
    QVERIFY2(source().contains(QStringLiteral("OpenAI list price via TokenBay")), qPrintable(source()));
    QVERIFY(!isShown(QStringLiteral("dropOwnPrice")));
    click(QStringLiteral("ownPrice"));
    auto *const input = get<QLineEdit>(QStringLiteral("own.input"));
    QCOMPARE(input->text(), QStringLiteral("2.5"));
    input->setText(QStringLiteral("cheap"));
    click(QStringLiteral("setOwnPrice"));
    QVERIFY(says(QStringLiteral("A price is an amount such as 2.50")));
    QVERIFY(m_bench->bench.overrides.all().isEmpty());
    input->setText(QStringLiteral("1.25"));
    QTest::keyClick(input, Qt::Key_Return);
    QTRY_COMPARE(cell(QStringLiteral("gpt-4o"), core::AccountModelsTable::Input), QStringLiteral("$1.25"));
    QVERIFY(!isShown(QStringLiteral("priceEditor")));
    QCOMPARE(m_bench->bench.overrides.find(account.id, u"gpt-4o")->prices.input->toDecimal(),
             QStringLiteral("0.00000125"));
    QTRY_VERIFY(isShown(QStringLiteral("dropOwnPrice")));
    click(QStringLiteral("dropOwnPrice"));
    QTRY_COMPARE(cell(QStringLiteral("gpt-4o"), core::AccountModelsTable::Input), QStringLiteral("$2.50"));
}

void AccountDetailTest::anOwnPriceIsInTheAccountsCurrency()
{
    const core::Account account = show(m_provider.baseUrl(), QStringLiteral("tokenbay"));
    QVERIFY(await(m_bench->bench.lists.addTyped(account.id, QStringLiteral("gpt-4o"))));
    QTRY_COMPARE(cell(QStringLiteral("gpt-4o"), core::AccountModelsTable::Input), QStringLiteral("$2.50"));
    get<QComboBox>(QStringLiteral("accountCurrency"))->setCurrentText(QStringLiteral("EUR"));
    click(QStringLiteral("saveAccount"));
    // The list price in dollars is no price of an account that is billed in euros.
    QTRY_COMPARE(cell(QStringLiteral("gpt-4o"), core::AccountModelsTable::Input), QStringLiteral("-"));
    choose(QStringLiteral("gpt-4o"));
    click(QStringLiteral("ownPrice"));
    QVERIFY(says(QStringLiteral("Own price of gpt-4o, in EUR for a million tokens")));
    QVERIFY(!isShown(QStringLiteral("ownCurrency")));
    auto *const input = get<QLineEdit>(QStringLiteral("own.input"));
    QCOMPARE(input->text(), QString());
    QCOMPARE(input->accessibleName(), QStringLiteral("Own price in EUR, input, for a million tokens"));
    input->setText(QStringLiteral("2.2"));
    click(QStringLiteral("setOwnPrice"));
    QTRY_VERIFY(m_bench->bench.overrides.find(account.id, u"gpt-4o").has_value());
    QCOMPARE(m_bench->bench.overrides.find(account.id, u"gpt-4o")->currency, QStringLiteral("EUR"));
    QTRY_COMPARE(cell(QStringLiteral("gpt-4o"), core::AccountModelsTable::Input),
                 QStringLiteral("2.20\u202fEUR"));

    // A price that is there keeps its currency until the account's is chosen.
    get<QComboBox>(QStringLiteral("accountCurrency"))->setCurrentText(QStringLiteral("USD"));
    click(QStringLiteral("saveAccount"));
    QTRY_VERIFY(!isShown(QStringLiteral("saveAccount")));
    QCOMPARE(m_bench->bench.accounts.find(account.id)->currency, QStringLiteral("USD"));
    choose(QStringLiteral("gpt-4o"));
    click(QStringLiteral("ownPrice"));
    QCOMPARE(input->text(), QStringLiteral("2.2"));
    QVERIFY(isShown(QStringLiteral("ownCurrency")));
    get<QComboBox>(QStringLiteral("ownCurrency"))->setCurrentText(QStringLiteral("USD"));
    QVERIFY(says(QStringLiteral("Own price of gpt-4o, in USD for a million tokens")));
    click(QStringLiteral("setOwnPrice"));
    QTRY_COMPARE(cell(QStringLiteral("gpt-4o"), core::AccountModelsTable::Input), QStringLiteral("$2.20"));
}

void AccountDetailTest::allPricesOfAModelAreAWindowAway()
{
    const core::Account account = show(m_provider.baseUrl(), QStringLiteral("tokenbay"));
    QVERIFY(!isShown(QStringLiteral("allPrices")));
    QVERIFY(await(m_bench->bench.lists.addTyped(account.id, QStringLiteral("gpt-4o"))));
    QTRY_COMPARE(cell(QStringLiteral("gpt-4o"), core::AccountModelsTable::Input), QStringLiteral("$2.50"));
    choose(QStringLiteral("gpt-4o"));
    click(QStringLiteral("allPrices"));
    QCOMPARE(m_bench->pricesShown, QStringList{QStringLiteral("one/gpt-4o")});
}

void AccountDetailTest::aCustomAccountAcceptsListPrices()
{
    const core::Account account = show(m_provider.baseUrl());
    QVERIFY(await(m_bench->bench.lists.addTyped(account.id, QStringLiteral("gpt-4o"))));
    QTRY_COMPARE(cell(QStringLiteral("gpt-4o"), core::AccountModelsTable::Input), QStringLiteral("-"));
    choose(QStringLiteral("gpt-4o"));
    QVERIFY(get<QLabel>(QStringLiteral("priceSource"))
                ->accessibleName()
                .contains(QStringLiteral("does not accept yet")));
    get<QCheckBox>(QStringLiteral("acceptListPrices"))->click();
    click(QStringLiteral("saveAccount"));
    QTRY_COMPARE(cell(QStringLiteral("gpt-4o"), core::AccountModelsTable::Input), QStringLiteral("$2.50"));
    auto *const preset = get<QComboBox>(QStringLiteral("accountPreset"));
    preset->setCurrentIndex(preset->findData(QStringLiteral("tokenbay")));
    emit preset->activated(preset->currentIndex());
    QVERIFY(!isShown(QStringLiteral("acceptListPrices")));
}

void AccountDetailTest::theSearchNarrowsTheList()
{
    show(QUrl(QStringLiteral("https://api.openai.com/v1")), QStringLiteral("openai"));
    const QAbstractItemModel *const shown = get<QTableView>(QStringLiteral("models"))->model();
    const int all = shown->rowCount();
    QVERIFY(all > 10);
    get<QLineEdit>(QStringLiteral("modelSearch"))->setText(QStringLiteral("4O mini"));
    QVERIFY(shown->rowCount() > 0);
    QVERIFY(shown->rowCount() < all);
    for (int row = 0; row < shown->rowCount(); ++row)
        QVERIFY(shown->index(row, 0).data().toString().contains(QStringLiteral("4o")));
    get<QLineEdit>(QStringLiteral("modelSearch"))->clear();
    QCOMPARE(shown->rowCount(), all);
}

void AccountDetailTest::theTabKeyGoesThroughAllFields()
{
    m_provider.onPath(QStringLiteral("/v1/models"),
                      {modelList({QStringLiteral("gpt-4o"), QStringLiteral("qwen-plus")})});
    show(m_provider.baseUrl());
    test();
    QTRY_VERIFY(get<QTableView>(QStringLiteral("models"))->model()->rowCount() == 2);
    m_detail->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_detail.get()));
    auto *const first = get<QLineEdit>(QStringLiteral("accountName"));
    first->setFocus();
    QStringList visited;
    do {
        QVERIFY2(visited.size() < 100, qPrintable(visited.join(QLatin1Char(' '))));
        const QWidget *const now = m_detail->focusWidget();
        visited.append(now->objectName());
        QTest::keyClick(m_detail->window()->windowHandle(), Qt::Key_Tab);
        QVERIFY2(m_detail->focusWidget() != now, qPrintable(now->objectName() + u" keeps the focus"));
    } while (m_detail->focusWidget() != first);
    const QStringList all{
        QStringLiteral("accountName"),    QStringLiteral("priceMultiplier"),   QStringLiteral("maxParallel"),
        QStringLiteral("timeoutConnect"), QStringLiteral("timeoutFirstToken"), QStringLiteral("timeoutIdle"),
        QStringLiteral("timeoutTotal"),   QStringLiteral("proxyMode"),         QStringLiteral("caFile"),
        QStringLiteral("chooseCaFile"),   QStringLiteral("addHeader"),         QStringLiteral("modelSearch"),
        QStringLiteral("models"),         QStringLiteral("newModelId")};
    for (const QString &name : all)
        QVERIFY2(visited.contains(name), qPrintable(name + u" is not among: " + visited.join(u' ')));
    QStringList network = visited;
    network.removeIf([&all](const QString &name) { return !all.mid(2, 8).contains(name); });
    QCOMPARE(network, all.mid(2, 8));
}

SWITCHYARD_TEST(AccountDetailTest)
#include "tst_accountdetail.moc"
