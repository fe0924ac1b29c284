#include "ui/money/refreshpricesdialog.h"

#include "tests/support/fakeprovider.h"
#include "tests/support/testunit.h"
#include "tests/ui/money/moneybench.h"
#include "ui/money/moneywords.h"
#include "ui/widgets/messagepanel.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QProgressBar>
#include <QTemporaryDir>

using test::MoneyBench;

namespace {

/// A list of one's own with one model; its input costs that for a million tokens.
QJsonObject listOf(const char *model, const char *input, const char *date = "2026-11-20")
{
    const QJsonObject price{{QStringLiteral("seller"), QStringLiteral("mistral")},
                            {QStringLiteral("model"), QString::fromLatin1(model)},
                            {QStringLiteral("input"), QString::fromLatin1(input)},
                            {QStringLiteral("output"), QStringLiteral("6")}};
    return {{QStringLiteral("name"), QStringLiteral("team")},
            {QStringLiteral("date"), QString::fromLatin1(date)},
            {QStringLiteral("prices"), QJsonArray{price}}};
}

} // namespace

/// Bringing price lists in, over real stores and a real socket.
class RefreshPricesTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void changesAreSeenBeforeTheyAreApplied();
    void aListSaysItsAge_data();
    void aListSaysItsAge();
    void aSecondListTellsOldAndNew();
    void aBrokenListIsRefusedAndTheLastStays_data();
    void aBrokenListIsRefusedAndTheLastStays();
    void aFileThatIsGoneIsRefused();
    void aFeedIsFetchedWhenItIsClicked();
    void anAnswerThatIsNoListIsRefused();
    void fetchingIsCancelled();
    void escapeOnTheTableClosesTheDialog();
    void itClosesInEveryState_data();
    void itClosesInEveryState();
    void closingCancelsWhatIsOnItsWay_data();
    void closingCancelsWhatIsOnItsWay();

private:
    void open();
    template <typename T>
    T *child(const char *name) const
    {
        return m_dialog->findChild<T *>(QLatin1StringView(name));
    }
    QAbstractItemView *table() const { return child<QAbstractItemView>("refresh.table"); }
    QAbstractButton *apply() const { return child<QAbstractButton>("refresh.apply"); }
    /// By Escape, else by the button.
    void close(bool byKey) const
    {
        if (byKey)
            QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
        else
            child<QAbstractButton>("refresh.close")->click();
    }
    ui::MessagePanel *message() const { return child<ui::MessagePanel>("refresh.message"); }
    void take(const QJsonObject &list) const
    {
        m_dialog->take(QJsonDocument(list).toJson(), QStringLiteral("team.json"));
    }

    std::unique_ptr<test::FakeProvider> m_provider;
    std::unique_ptr<MoneyBench> m_bench;
    std::unique_ptr<ui::RefreshPricesDialog> m_dialog;
};

void RefreshPricesTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
    m_provider = std::make_unique<test::FakeProvider>();
    m_bench = std::make_unique<MoneyBench>();
}

void RefreshPricesTest::cleanup()
{
    m_dialog.reset();
    m_bench.reset();
    m_provider.reset();
}

void RefreshPricesTest::open()
{
    ui::PriceFeed feed;
    feed.name = QStringLiteral("Feed");
    feed.endpoint.baseUrl = m_provider->baseUrl();
    feed.path = QStringLiteral("/prices.json");
    m_dialog = std::make_unique<ui::RefreshPricesDialog>(m_bench->context({feed}), nullptr);
    m_dialog->open();
    QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
}

void RefreshPricesTest::aListSaysItsAge_data()
{
    QTest::addColumn<QDate>("day");
    QTest::addColumn<QString>("words");
    const auto shortDay = [](QDate day) { return QLocale().toString(day, QLocale::ShortFormat); };
    QTest::newRow("of no day") << QDate() << QStringLiteral("own");
    QTest::newRow("of today") << QDate(2026, 11, 22) << QStringLiteral("own of today");
    QTest::newRow("of tomorrow elsewhere") << QDate(2026, 11, 23) << QStringLiteral("own of today");
    QTest::newRow("of earlier") << QDate(2026, 11, 20)
                                << QStringLiteral("own of %1, 2 days old").arg(shortDay({2026, 11, 20}));
}

void RefreshPricesTest::aListSaysItsAge()
{
    QFETCH(QDate, day);
    const qint64 now = QDateTime(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC).toMSecsSinceEpoch();
    QTEST(ui::MoneyWords::listAge(QStringLiteral("own"), day, now), "words");
}

void RefreshPricesTest::changesAreSeenBeforeTheyAreApplied()
{
    open();
    QVERIFY(!apply()->isEnabled());
    QVERIFY(child<QLabel>("refresh.ages")->text().contains(QLatin1String("Bundled prices")));
    take(listOf("our-own-1", "2"));
    QTRY_VERIFY(apply()->isEnabled());
    QCOMPARE(table()->model()->rowCount(), 1);
    QCOMPARE(test::cellText(table(), 0, 0), QStringLiteral("mistral/our-own-1"));
    QCOMPARE(test::cellText(table(), 0, 1), QStringLiteral("new"));
    QCOMPARE(test::cellText(table(), 0, 2), QStringLiteral("–"));
    QVERIFY(m_bench->imported.lists().isEmpty());

    apply()->click();
    QTRY_COMPARE(m_bench->imported.lists().size(), 1);
    QTRY_COMPARE(message()->kind(), ui::MessagePanel::Kind::Good);
    QVERIFY(!apply()->isEnabled());
    // 20 to 22 November.
    QVERIFY2(child<QLabel>("refresh.ages")->text().contains(QLatin1String("2 days old")),
             qPrintable(child<QLabel>("refresh.ages")->text()));
}

void RefreshPricesTest::escapeOnTheTableClosesTheDialog()
{
    open();
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_Escape);
    QVERIFY(!m_dialog->isVisible());
}

void RefreshPricesTest::itClosesInEveryState_data()
{
    QTest::addColumn<bool>("byKey");
    QTest::newRow("by the button") << false;
    QTest::newRow("by Escape") << true;
}

void RefreshPricesTest::itClosesInEveryState()
{
    QFETCH(bool, byKey);
    const auto closes = [this, byKey] {
        auto *const button = child<QAbstractButton>("refresh.close");
        const bool offered = button->isVisible() && button->isEnabled();
        close(byKey);
        const bool closed = !m_dialog->isVisible();
        m_dialog->open();
        return offered && closed;
    };
    open();
    QVERIFY2(closes(), "nothing was asked for");
    m_dialog->readFile(QStringLiteral("/nowhere/gone.json"));
    QVERIFY2(closes(), "a list was refused");
    take(listOf("our-own-1", "2"));
    QTRY_VERIFY(apply()->isEnabled());
    QVERIFY2(closes(), "changes are shown");
    QVERIFY2(apply()->isEnabled(), "they can still be applied");
    apply()->click();
    QVERIFY2(closes(), "they are being written");
    QTRY_COMPARE(m_bench->imported.lists().size(), 1);
    QTRY_COMPARE(message()->kind(), ui::MessagePanel::Kind::Good);
    QVERIFY2(closes(), "they are in use");
}

void RefreshPricesTest::closingCancelsWhatIsOnItsWay_data()
{
    itClosesInEveryState_data();
}

void RefreshPricesTest::closingCancelsWhatIsOnItsWay()
{
    QFETCH(bool, byKey);
    m_provider->onPath(QStringLiteral("/v1/prices.json"), {test::Script{test::hang()}});
    open();
    child<QAbstractButton>("refresh.Feed")->click();
    QTRY_COMPARE(m_provider->requestCount(), 1);
    close(byKey);
    QVERIFY(!m_dialog->isVisible());
    m_dialog->open();
    QVERIFY(child<QProgressBar>("refresh.busy")->isHidden());
    QVERIFY(child<QAbstractButton>("refresh.Feed")->isEnabled());
    QVERIFY(child<QLabel>("refresh.summary")->text().isEmpty());
}

void RefreshPricesTest::aSecondListTellsOldAndNew()
{
    open();
    take(listOf("our-own-1", "2"));
    QTRY_VERIFY(apply()->isEnabled());
    apply()->click();
    QTRY_COMPARE(m_bench->imported.lists().size(), 1);
    take(listOf("our-own-1", "3", "2026-11-22"));
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    QCOMPARE(test::cellText(table(), 0, 1), QStringLiteral("changed"));
    QVERIFY2(test::cellText(table(), 0, 2).startsWith(QLatin1String("$2")),
             qPrintable(test::cellText(table(), 0, 2)));
    QVERIFY2(test::cellText(table(), 0, 3).startsWith(QLatin1String("$3")),
             qPrintable(test::cellText(table(), 0, 3)));
}

void RefreshPricesTest::aBrokenListIsRefusedAndTheLastStays_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("no JSON") << QByteArray("{\"prices\": [");
    QTest::newRow("a page") << QByteArray("<html>not found</html>");
    QTest::newRow("a price in words") << QJsonDocument(listOf("our-own-1", "cheap", "2026-11-22")).toJson();
    QTest::newRow("older than the last") << QJsonDocument(listOf("our-own-1", "3", "2026-10-01")).toJson();
}

void RefreshPricesTest::aBrokenListIsRefusedAndTheLastStays()
{
    QFETCH(QByteArray, text);
    open();
    take(listOf("our-own-1", "2"));
    QTRY_VERIFY(apply()->isEnabled());
    apply()->click();
    QTRY_COMPARE(m_bench->imported.lists().size(), 1);
    const core::ImportedPriceList before = m_bench->imported.lists().constFirst();
    m_dialog->take(text, QStringLiteral("broken.json"));
    QTRY_VERIFY(message()->isVisible() && message()->kind() == ui::MessagePanel::Kind::Bad);
    QVERIFY(!apply()->isEnabled());
    QCOMPARE(table()->model()->rowCount(), 0);
    QCOMPARE(m_bench->imported.lists(), QList<core::ImportedPriceList>{before});
}

void RefreshPricesTest::aFileThatIsGoneIsRefused()
{
    open();
    const QTemporaryDir folder;
    m_dialog->readFile(folder.filePath(QStringLiteral("gone.json")));
    QVERIFY(message()->isVisible());
    QCOMPARE(message()->kind(), ui::MessagePanel::Kind::Bad);
}

void RefreshPricesTest::aFeedIsFetchedWhenItIsClicked()
{
    m_provider->onPath(QStringLiteral("/v1/prices.json"), {test::respondJson(200, listOf("our-own-1", "2"))});
    open();
    QCOMPARE(m_provider->requestCount(), 0);
    child<QAbstractButton>("refresh.Feed")->click();
    QVERIFY(child<QProgressBar>("refresh.busy")->isVisible());
    QTRY_VERIFY(apply()->isEnabled());
    QCOMPARE(m_provider->requestCount(), 1);
    QVERIFY(m_bench->imported.lists().isEmpty());
}

void RefreshPricesTest::anAnswerThatIsNoListIsRefused()
{
    m_provider->onPath(QStringLiteral("/v1/prices.json"), {test::respondJson(503, {})});
    open();
    child<QAbstractButton>("refresh.Feed")->click();
    QTRY_VERIFY(message()->isVisible());
    QCOMPARE(message()->kind(), ui::MessagePanel::Kind::Bad);
    QVERIFY(child<QProgressBar>("refresh.busy")->isHidden());
}

void RefreshPricesTest::fetchingIsCancelled()
{
    m_provider->onPath(QStringLiteral("/v1/prices.json"), {test::Script{test::hang()}});
    open();
    child<QAbstractButton>("refresh.Feed")->click();
    QTRY_COMPARE(m_provider->requestCount(), 1);
    child<QAbstractButton>("refresh.cancel")->click();
    QVERIFY(child<QProgressBar>("refresh.busy")->isHidden());
    QVERIFY(child<QAbstractButton>("refresh.Feed")->isEnabled());
    QVERIFY(!apply()->isEnabled());
}

SWITCHYARD_TEST(RefreshPricesTest)
#include "tst_refreshprices.moc"
