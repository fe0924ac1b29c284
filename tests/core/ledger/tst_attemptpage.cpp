#include "core/ledger/attemptpage.h"
#include "tests/core/ledger/ledgerfixture.h"
#include "tests/support/testunit.h"

#include <QTest>

using namespace core;
using test::await;
using test::LedgerFixture;

class TestAttemptPage : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void pagesHaveEachAttemptOnce();
    void whatComesInLaterMovesNoPage();
    void filtersNarrowPagesAndSums_data();
    void filtersNarrowPagesAndSums();
    void aDimensionThatAttemptsDoNotHaveIsRefused();

private:
    qint64 ask(qint64 secondsLater, const QString &target, const QString &task = {},
               std::optional<Money> cost = Money::fromPicos(1));
    AttemptPage page(const AttemptFilter &filter, const std::optional<AttemptKey> &after, int count) const;
    AttemptSum sum(const AttemptFilter &filter) const;

    std::unique_ptr<LedgerFixture> m_ledger;
    qint64 m_startMs = 0;
};

void TestAttemptPage::init()
{
    m_ledger = std::make_unique<LedgerFixture>();
    m_startMs = 1'792'454'400'000;
}

qint64 TestAttemptPage::ask(qint64 secondsLater, const QString &target, const QString &task,
                            std::optional<Money> cost)
{
    m_ledger->clock.setUtcMs(m_startMs + secondsLater * 1'000);
    return m_ledger->ask(QStringLiteral("q"), target, QStringLiteral("a"), cost, task).attempts.constFirst();
}

AttemptPage TestAttemptPage::page(const AttemptFilter &filter, const std::optional<AttemptKey> &after,
                                  int count) const
{
    const auto read = await(m_ledger->database->read(
        [&](Connection &connection) { return attemptPage(connection, filter, after, count); }));
    if (!read)
        qFatal("%s", qPrintable(read.error().message));
    return *read;
}

AttemptSum TestAttemptPage::sum(const AttemptFilter &filter) const
{
    const auto read = await(
        m_ledger->database->read([&](Connection &connection) { return attemptFigures(connection, filter); }));
    if (!read)
        qFatal("%s", qPrintable(read.error().message));
    return *read;
}

void TestAttemptPage::pagesHaveEachAttemptOnce()
{
    // Three of them at the same moment, which a page ends within.
    QList<qint64> expected;
    for (const qint64 second : {0, 10, 10, 10, 20})
        expected.prepend(ask(second, QStringLiteral("a/m")));
    QList<qint64> ids;
    QList<qsizetype> sizes;
    std::optional<AttemptKey> after;
    do {
        const AttemptPage read = page({}, after, 2);
        for (const AttemptRecord &attempt : read.rows)
            ids.append(attempt.id);
        sizes.append(read.rows.size());
        after = read.next;
    } while (after);
    QCOMPARE(ids, expected);
    QCOMPARE(sizes, (QList<qsizetype>{2, 2, 1}));
    // A page that ends with the last attempt has none after it.
    QVERIFY(!page({}, std::nullopt, 5).next);
    QCOMPARE(sum({}).figures.attempts, 5);
    QCOMPARE(sum({}).prunedBeforeMs, 0);
}

void TestAttemptPage::whatComesInLaterMovesNoPage()
{
    const qint64 oldest = ask(0, QStringLiteral("a/m"));
    ask(10, QStringLiteral("a/m"));
    const AttemptPage first = page({}, std::nullopt, 1);
    QVERIFY(first.next);
    ask(20, QStringLiteral("a/m"));
    const AttemptPage second = page({}, first.next, 1);
    QCOMPARE(second.rows.constFirst().id, oldest);
    QVERIFY(!second.next);
}

void TestAttemptPage::filtersNarrowPagesAndSums_data()
{
    QTest::addColumn<AttemptFilter>("filter");
    QTest::addColumn<qint64>("picos");
    QTest::addColumn<int>("attempts");
    const QString model = QStringLiteral("model");
    const QString account = QStringLiteral("account");
    const QString task = QStringLiteral("task");
    const auto row = [](const char *name, const AttemptFilter &filter, qint64 picos, int attempts) {
        QTest::newRow(name) << filter << picos << attempts;
    };
    AttemptFilter filter;
    row("nothing", filter, 127, 8);
    filter.only = {{model, QStringLiteral("m")}, {account, QStringLiteral("a")}};
    row("a model of an account", filter, 1 + 8, 2);
    filter = {};
    filter.models = {QStringLiteral("n"), QStringLiteral("o")};
    row("some models", filter, 2 + 16, 2);
    filter = {};
    filter.without = {{{model, QStringLiteral("m")}}};
    row("without a model", filter, 2 + 16 + 32, 4);
    filter = {};
    filter.without = {{{model, QStringLiteral("m")}, {account, QStringLiteral("a")}},
                      {{model, QStringLiteral("n")}, {account, QStringLiteral("b")}}};
    row("without two pairs, whose parts in other pairs stay", filter, 2 + 4 + 16 + 32 + 64, 6);
    filter = {};
    filter.only = {{task, QString()}};
    row("no task", filter, 127 - 64, 7);
    filter = {};
    filter.unpricedOnly = true;
    row("unpriced", filter, 0, 1);
    filter = {};
    filter.rescuedOnly = true;
    row("answers after a failure", filter, 32, 1);
    filter = {};
    filter.only = {{QStringLiteral("status"), QStringLiteral("errors")}};
    row("errors", filter, 0, 0);
    filter = {};
    filter.sinceMs = 1'792'454'400'000 + 20'000;
    filter.untilMs = 1'792'454'400'000 + 40'000;
    row("some seconds", filter, 4 + 8, 2);
}

void TestAttemptPage::filtersNarrowPagesAndSums()
{
    QFETCH(AttemptFilter, filter);
    QFETCH(qint64, picos);
    QFETCH(int, attempts);
    const QString am = QStringLiteral("a/m");
    ask(0, am, {}, Money::fromPicos(1));
    ask(10, QStringLiteral("a/n"), {}, Money::fromPicos(2));
    ask(20, QStringLiteral("b/m"), {}, Money::fromPicos(4));
    ask(30, am, {}, Money::fromPicos(8));
    ask(40, QStringLiteral("b/o"), {}, Money::fromPicos(16));
    const qint64 rescued = ask(50, QStringLiteral("b/p"), {}, Money::fromPicos(32));
    ask(60, QStringLiteral("b/m"), QStringLiteral("extract"), Money::fromPicos(64));
    ask(70, QStringLiteral("c/p"), {}, std::nullopt);
    QVERIFY(await(m_ledger->database->write([rescued](Connection &connection) {
        return connection.execute(
            QStringLiteral("UPDATE attempts SET number = 2 WHERE id = %1").arg(rescued));
    })));
    qint64 sumOfRows = 0;
    const AttemptPage rows = page(filter, std::nullopt, 100);
    for (const AttemptRecord &attempt : rows.rows)
        sumOfRows += attempt.cost.amount.value_or(Money()).picos();
    QCOMPARE(sumOfRows, picos);
    QCOMPARE(rows.rows.size(), attempts);
    const UsageFigures figures = sum(filter).figures;
    QCOMPARE(figures.cost.picos(), picos);
    QCOMPARE(figures.attempts, attempts);
}

void TestAttemptPage::aDimensionThatAttemptsDoNotHaveIsRefused()
{
    AttemptFilter filter;
    filter.without = {{{QStringLiteral("colour"), QStringLiteral("red")}}};
    const auto read = await(m_ledger->database->read(
        [&](Connection &connection) { return attemptPage(connection, filter, std::nullopt, 5); }));
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::InvalidRequest);
    QVERIFY(read.error().message.contains(QStringLiteral("colour")));
}

SWITCHYARD_TEST(TestAttemptPage)

#include "tst_attemptpage.moc"
