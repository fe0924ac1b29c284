#include "ui/savings/routesavingspane.h"

#include "tests/support/testunit.h"
#include "tests/ui/savings/savingsbench.h"
#include "ui/widgets/messagepanel.h"

#include <QFile>
#include <QLabel>
#include <QRegularExpression>
#include <QTest>

using test::kBigTarget;
using test::kNoonMs;
using test::kSmallTarget;
using test::PastAttempt;
using test::PastStory;
using test::SavingsBench;
using test::tell;
using ui::RouteSavingsPane;

/// The pane over a real ledger.
class RouteSavingsPaneTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void rulesShowWhatTheySaved();
    void costAndEstimateAreOfTheSameCalls();
    void everyCellIsReadable_data();
    void everyCellIsReadable();
    void fewCallsSayNothing();
    void theFirstVersionSaysWhyThereIsNoEstimate();
    void withoutAnActiveSetItSaysWhatToDo();
    void itReadsOnceItIsShown();
    void aLedgerThatCannotBeReadIsSaid();

private:
    void activate(const QString &summaries, qint64 atMs);
    /// `known`: with a cost.
    void tellCalls(int count, bool known = true);
    void show();
    QStringList texts(const char *part) const;

    std::unique_ptr<SavingsBench> m_bench;
    std::unique_ptr<RouteSavingsPane> m_pane;
};

void RouteSavingsPaneTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
    m_bench = std::make_unique<SavingsBench>();
}

void RouteSavingsPaneTest::cleanup()
{
    m_pane.reset();
    m_bench.reset();
}

void RouteSavingsPaneTest::activate(const QString &summaries, qint64 atMs)
{
    core::RuleSet rules{.name = QStringLiteral("mine"),
                        .rules = {{.name = QStringLiteral("summaries"),
                                   .when = test::taskIs({QStringLiteral("summarize")}),
                                   .chain = test::chainOf({summaries})}}};
    rules.otherwise.chain = test::chainOf({kBigTarget});
    m_bench->clock.setUtcMs(atMs);
    QVERIFY(test::await(m_bench->ruleSets.activate(rules.name, rules, {}, false)));
}

/// Summaries that version 2 sent to the small model, each 0.00016 USD; the big one would have taken 3.60.
void RouteSavingsPaneTest::tellCalls(int count, bool known)
{
    PastStory story{
        .task = QStringLiteral("summarize"),
        .ruleSet = QStringLiteral("mine"),
        .atMs = kNoonMs + 1,
        .attempts = {PastAttempt{
            .target = kSmallTarget, .input = 1'000'000, .output = 200'000, .costPicos = 160'000'000}},
        .ruleSetVersion = 2,
        .rule = QStringLiteral("summaries")};
    if (!known)
        story.attempts.first().costPicos.reset();
    tell(m_bench->ledger.database(), QList<PastStory>(count, story));
}

void RouteSavingsPaneTest::show()
{
    m_pane = std::make_unique<RouteSavingsPane>(m_bench->context());
    m_pane->resize(900, 400);
    m_pane->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
    m_pane->setPeriod(SavingsBench::day(), QTimeZone::utc(), false);
    QTRY_VERIFY(m_pane->result());
}

QStringList RouteSavingsPaneTest::texts(const char *part) const
{
    QStringList all;
    const QList<QLabel *> labels = m_pane->findChildren<QLabel *>(QLatin1StringView(part));
    for (const QLabel *label : labels)
        all.append(label->text());
    return all;
}

void RouteSavingsPaneTest::rulesShowWhatTheySaved()
{
    activate(kBigTarget, kNoonMs - 1000);
    activate(kSmallTarget, kNoonMs);
    tellCalls(20);
    show();
    QVERIFY2(texts("routesavings.title")
                 .join(u' ')
                 .startsWith(QStringLiteral("route/mine version 2, active since")),
             qPrintable(texts("routesavings.title").join(u' ')));
    const QString summaries = QStringLiteral("summaries");
    QCOMPARE(texts("routesavings.rule"), (QStringList{summaries, QStringLiteral("All rules")}));
    QCOMPARE(texts("routesavings.calls").constFirst(), QStringLiteral("20"));
    // 20 x 0.00016, and 20 x 3.60
    QCOMPARE(texts("routesavings.spend").constFirst(), QStringLiteral("$0.0032"));
    QCOMPARE(texts("routesavings.estimate").constFirst(), QStringLiteral("$72.00"));
    QCOMPARE(texts("routesavings.saved").constFirst(), QStringLiteral("saved $72.00"));
    QCOMPARE(texts("routesavings.basis").constFirst(), QStringLiteral("20 computed"));
    QVERIFY(texts("routesavings.note").constFirst().contains(QStringLiteral("version 1")));
    QVERIFY(m_pane->findChild<QWidget *>(QStringLiteral("routesavings.sets"))->isVisible());
}

void RouteSavingsPaneTest::costAndEstimateAreOfTheSameCalls()
{
    activate(kBigTarget, kNoonMs - 1000);
    activate(kSmallTarget, kNoonMs);
    tellCalls(20);
    tellCalls(30, false);
    show();
    // In the row of the rule and in that of all.
    for (const char *part : {"routesavings.spend", "routesavings.comparedcost"})
        QCOMPARE(texts(part), QStringList(2, QStringLiteral("$0.0032")));
    QCOMPARE(texts("routesavings.calls"), QStringList(2, QStringLiteral("50")));
    QCOMPARE(texts("routesavings.compared"), QStringList(2, QStringLiteral("20 of 50 calls")));
    QCOMPARE(texts("routesavings.estimate"), QStringList(2, QStringLiteral("$72.00")));
    const auto *const saved =
        m_pane->findChildren<QLabel *>(QStringLiteral("routesavings.saved")).constLast();
    QCOMPARE(saved->accessibleName(), QStringLiteral("All rules: saved $72.00; compared: 20 of 50 calls"));
}

void RouteSavingsPaneTest::everyCellIsReadable_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<bool>("wide");
    QTest::newRow("a small window") << 860 << false;
    QTest::newRow("an ordinary window") << 1200 << false;
    QTest::newRow("a large window") << 1680 << true;
}

void RouteSavingsPaneTest::everyCellIsReadable()
{
    QFETCH(int, width);
    QFETCH(bool, wide);
    activate(kBigTarget, kNoonMs - 1000);
    activate(kSmallTarget, kNoonMs);
    tellCalls(15);
    tellCalls(165, false);
    show();
    m_pane->resize(width, 400);
    QCOMPARE(texts("routesavings.basis").constFirst(), QStringLiteral("15 computed, 165 unpriced"));
    for (const char *part : {"routesavings.rule", "routesavings.saved", "routesavings.basis"}) {
        const QList<QLabel *> cells = m_pane->findChildren<QLabel *>(QLatin1StringView(part));
        for (const QLabel *cell : cells) {
            QTRY_VERIFY2(cell->height() >= cell->heightForWidth(cell->width()), part);
            QVERIFY2(cell->mapTo(m_pane.get(), QPoint()).x() + cell->width() <= width, part);
            if (wide)
                QTRY_VERIFY2(cell->heightForWidth(cell->width()) < 2 * cell->fontMetrics().height(), part);
        }
    }
}

void RouteSavingsPaneTest::fewCallsSayNothing()
{
    activate(kBigTarget, kNoonMs - 1000);
    activate(kSmallTarget, kNoonMs);
    tellCalls(19);
    show();
    QCOMPARE(texts("routesavings.saved").constFirst(), QStringLiteral("19 calls, too few"));
    QCOMPARE(texts("routesavings.estimate").constFirst(), QStringLiteral("–"));
    QCOMPARE(texts("routesavings.spend").constFirst(), QStringLiteral("$0.00304"));
}

void RouteSavingsPaneTest::theFirstVersionSaysWhyThereIsNoEstimate()
{
    activate(kSmallTarget, kNoonMs);
    show();
    QCOMPARE(
        texts("routesavings.note"),
        QStringList{QStringLiteral("No version ran before this one, so there is nothing to compare with.")});
    QCOMPARE(texts("routesavings.rule"), QStringList{QStringLiteral("All rules")});
    QCOMPARE(texts("routesavings.saved"), QStringList{QStringLiteral("–")});
}

void RouteSavingsPaneTest::withoutAnActiveSetItSaysWhatToDo()
{
    show();
    QVERIFY2(texts("routesavings.sentence").constFirst().contains(QStringLiteral("Activate one in Routes")),
             qPrintable(texts("routesavings.sentence").constFirst()));
    const auto *const sentence = m_pane->findChild<QLabel *>(QStringLiteral("routesavings.sentence"));
    QVERIFY(sentence->isVisible());
    QCOMPARE(sentence->alignment(), Qt::Alignment(Qt::AlignCenter));
    QVERIFY(m_pane->findChild<QWidget *>(QStringLiteral("routesavings.sets"))->isHidden());
}

void RouteSavingsPaneTest::itReadsOnceItIsShown()
{
    m_pane = std::make_unique<RouteSavingsPane>(m_bench->context());
    m_pane->setPeriod(SavingsBench::day(), QTimeZone::utc(), false);
    QVERIFY(!m_pane->result());
    m_pane->show();
    QTRY_VERIFY(m_pane->result());
}

void RouteSavingsPaneTest::aLedgerThatCannotBeReadIsSaid()
{
    m_pane = std::make_unique<RouteSavingsPane>(m_bench->context());
    QVERIFY(QFile::remove(m_bench->ledger.filePath()));
    m_pane->show();
    m_pane->setPeriod(SavingsBench::day(), QTimeZone::utc(), false);
    QTRY_VERIFY(m_pane->findChild<ui::MessagePanel *>(QStringLiteral("routesavings.problem"))->isVisible());
    QVERIFY(!m_pane->result());
}

SWITCHYARD_TEST(RouteSavingsPaneTest)

#include "tst_routesavingspane.moc"
