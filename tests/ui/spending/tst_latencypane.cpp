#include "ui/spending/latencypane.h"

#include "core/spending/spendingreader.h"
#include "tests/support/ledgerstory.h"
#include "tests/support/testunit.h"
#include "ui/spending/errorschart.h"
#include "ui/spending/errorspane.h"
#include "ui/spending/histogramchart.h"
#include "ui/spending/percentilechart.h"
#include "ui/spending/scatterchart.h"
#include "ui/spending/spendingwords.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QLabel>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using test::LedgerStory;
using ui::ErrorsPane;
using ui::LatencyPane;

/// Latency and errors over a real ledger.
class LatencyPaneTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aDayTellsItsPercentiles();
    void aDayOfFewAnswersTellsNone();
    void aDayLeadsToItsRequests();
    void theHistogramHasEveryAnswer();
    void aCellLeadsToItsTime();
    void withoutAnswersItSaysSo();
    void errorsAreCountedWithWhatTheyCost();
    void aKindOfErrorLeadsToItsRequests();
    void allKindsOfErrorsCanBeShown();
    void daysOfSeveralYearsTellTheirs();
    void aPeriodWithoutErrorsSaysSo();

private:
    void tell(int day, int count, core::LaneStatus status = core::LaneStatus::Complete);
    std::unique_ptr<LatencyPane> latency();
    std::unique_ptr<ErrorsPane> errors();
    static core::ReportPeriod november()
    {
        return core::customPeriod(QDate(2026, 11, 1), QDate(2026, 11, 30));
    }

    std::unique_ptr<LedgerStory> m_story;
    std::unique_ptr<core::SpendingReader> m_reader;
    std::unique_ptr<ui::Theme> m_theme;
};

void LatencyPaneTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
    m_story = std::make_unique<LedgerStory>();
    QVERIFY2(m_story->ledger.isOpen(), qPrintable(m_story->ledger.problem()));
    m_reader = std::make_unique<core::SpendingReader>(m_story->ledger.database(), m_story->clock);
    m_theme = std::make_unique<ui::Theme>();
}

void LatencyPaneTest::cleanup()
{
    m_theme.reset();
    m_reader.reset();
    m_story.reset();
}

void LatencyPaneTest::tell(int day, int count, core::LaneStatus status)
{
    LedgerStory::Request request{QStringLiteral("openai/gpt-5-mini")};
    request.status = status;
    if (status == core::LaneStatus::Failed)
        request.cost = core::Money::fromPicos(500'000'000);
    for (int at = 0; at < count; ++at)
        m_story->tell(QDateTime(QDate(2026, 11, day), QTime(10, at), Qt::UTC), request);
}

std::unique_ptr<LatencyPane> LatencyPaneTest::latency()
{
    m_story->finish();
    auto pane = std::make_unique<LatencyPane>(*m_theme, *m_reader);
    pane->resize(800, 320);
    pane->show();
    pane->setPeriod(november(), QTimeZone::utc(), false);
    return pane;
}

std::unique_ptr<ErrorsPane> LatencyPaneTest::errors()
{
    m_story->finish();
    auto pane = std::make_unique<ErrorsPane>(*m_theme, *m_reader);
    pane->resize(800, 400);
    pane->show();
    pane->setPeriod(november(), QTimeZone::utc(), false);
    return pane;
}

void LatencyPaneTest::aDayTellsItsPercentiles()
{
    tell(20, 20);
    const auto pane = latency();
    auto *const chart = pane->findChild<ui::PercentileChart *>();
    QTRY_COMPARE(chart->markCount(), 1);
    QVERIFY(chart->isVisible());
    // All are 400 ms; a sketch may be off by 1.5 %.
    const QRegularExpression firstToken(
        QStringLiteral("^20 Nov: p50 (39[4-9]|40[0-6]).ms, p90 .*, p95 .*, p99 .* \\(20 samples\\)$"));
    QVERIFY2(firstToken.match(chart->markText(0)).hasMatch(), qPrintable(chart->markText(0)));
    pane->choose(LatencyPane::Measure::Rate, LatencyPane::Chart::OverTime);
    QVERIFY2(chart->markText(0).contains(QStringLiteral("tok/s")), qPrintable(chart->markText(0)));
}

void LatencyPaneTest::aDayOfFewAnswersTellsNone()
{
    tell(20, 19);
    const auto pane = latency();
    auto *const chart = pane->findChild<ui::PercentileChart *>();
    QTRY_COMPARE(chart->markCount(), 1);
    QVERIFY(chart->markText(0).startsWith(QStringLiteral("20 Nov: too few answers for percentiles")));
}

void LatencyPaneTest::aDayLeadsToItsRequests()
{
    tell(20, 2);
    const auto pane = latency();
    auto *const chart = pane->findChild<ui::PercentileChart *>();
    QTRY_COMPARE(chart->markCount(), 1);
    QSignalSpy opened(pane.get(), &LatencyPane::openRequested);
    QTest::keyClick(chart, Qt::Key_Home);
    QTest::keyClick(chart, Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.first().at(1).value<core::TimeRange>(),
             core::timeRange(core::customPeriod(QDate(2026, 11, 20), QDate(2026, 11, 20)), QTimeZone::utc()));
}

void LatencyPaneTest::theHistogramHasEveryAnswer()
{
    tell(20, 7);
    const auto pane = latency();
    auto *const chart = pane->findChild<ui::HistogramChart *>();
    QTRY_COMPARE(chart->markCount(), 1);
    pane->choose(LatencyPane::Measure::Total, LatencyPane::Chart::Histogram);
    QVERIFY(chart->isVisible());
    QCOMPARE(chart->markCount(), 1);
    QVERIFY2(chart->markText(0).contains(QLatin1Char('7')), qPrintable(chart->markText(0)));
    QVERIFY(!chart->leads(0));
}

void LatencyPaneTest::aCellLeadsToItsTime()
{
    tell(20, 3);
    tell(21, 1, core::LaneStatus::Failed);
    const auto pane = latency();
    auto *const chart = pane->findChild<ui::ScatterChart *>();
    QTRY_VERIFY(chart->markCount() > 0);
    pane->choose(LatencyPane::Measure::FirstToken, LatencyPane::Chart::Scatter);
    QVERIFY(chart->isVisible());
    QVERIFY(!pane->findChild<QWidget *>(QStringLiteral("spending.latency.measure"))->isVisible());
    QCOMPARE(chart->markCount(), 2);
    QVERIFY2(chart->markText(0).contains(QStringLiteral("no first token: 1 request, 1 error")),
             qPrintable(chart->markText(0)));
    QSignalSpy opened(pane.get(), &LatencyPane::openRequested);
    QTest::mouseClick(chart, Qt::LeftButton, {}, chart->markRect(1).center().toPoint());
    QCOMPARE(opened.size(), 1);
    const auto range = opened.first().at(1).value<core::TimeRange>();
    const qint64 asked = QDateTime(QDate(2026, 11, 20), QTime(10, 0), Qt::UTC).toMSecsSinceEpoch();
    QVERIFY(range.sinceMs <= asked && asked < range.untilMs);
}

void LatencyPaneTest::withoutAnswersItSaysSo()
{
    const auto pane = latency();
    const auto *const sentence = pane->findChild<QLabel *>(QStringLiteral("pane.sentence"));
    QTRY_COMPARE(sentence->text(), QStringLiteral("No request of this period tells how fast it was."));
}

void LatencyPaneTest::errorsAreCountedWithWhatTheyCost()
{
    tell(20, 3);
    tell(21, 1, core::LaneStatus::Failed);
    const auto pane = errors();
    auto *const chart = pane->findChild<ui::ErrorsChart *>();
    QTRY_COMPARE(chart->markCount(), 2);
    QCOMPARE(pane->findChild<QLabel *>(QStringLiteral("spending.errors.summary"))->text(),
             QStringLiteral("1 of 4 requests failed, were interrupted or refused (25.0 %). They cost $0.0005 "
                            "all the same."));
    QCOMPARE(chart->markText(0), QStringLiteral("20 Nov: no errors in 3 requests"));
    QVERIFY(!chart->leads(0));
    QSignalSpy opened(pane.get(), &ErrorsPane::openRequested);
    QTest::mouseClick(chart, Qt::LeftButton, {}, chart->markRect(1).center().toPoint());
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.first().at(0).value<QList<core::UsageFilter>>(),
             (QList<core::UsageFilter>{{QStringLiteral("status"), QStringLiteral("errors")}}));
}

void LatencyPaneTest::aKindOfErrorLeadsToItsRequests()
{
    tell(21, 2, core::LaneStatus::Failed);
    const auto pane = errors();
    QTRY_COMPARE(pane->findChildren<ui::FlatButton *>(QStringLiteral("spending.error.open")).size(), 1);
    QVERIFY(!pane->findChild<ui::FlatButton *>(QStringLiteral("spending.errors.more")));
    QSignalSpy opened(pane.get(), &ErrorsPane::openRequested);
    pane->findChild<ui::FlatButton *>(QStringLiteral("spending.error.open"))->click();
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.first().at(0).value<QList<core::UsageFilter>>(),
             (QList<core::UsageFilter>{{QStringLiteral("status"), QStringLiteral("errors")},
                                       {QStringLiteral("error"), QStringLiteral("rate_limited")},
                                       {QStringLiteral("account"), QStringLiteral("openai")}}));
}

void LatencyPaneTest::allKindsOfErrorsCanBeShown()
{
    LedgerStory::Request failed;
    failed.status = core::LaneStatus::Failed;
    for (int account = 0; account < 19; ++account) {
        failed.target = QStringLiteral("account-%1/model").arg(account);
        m_story->tell(QDateTime(QDate(2026, 11, 21), QTime(10, account), Qt::UTC), failed);
    }
    const auto pane = errors();
    const auto rows = [&pane] {
        int shown = 0;
        for (const auto *row : pane->findChildren<ui::FlatButton *>(QStringLiteral("spending.error.open")))
            shown += row->isHidden() ? 0 : 1;
        return shown;
    };
    QTRY_COMPARE(rows(), 8);
    auto *const more = pane->findChild<ui::FlatButton *>(QStringLiteral("spending.errors.more"));
    QVERIFY(more);
    QCOMPARE(more->text(), QStringLiteral("Show 11 more"));
    pane->activateWindow();
    more->setFocus(Qt::TabFocusReason);
    QTRY_VERIFY(more->hasFocus());
    QTest::keyClick(more, Qt::Key_Space);
    QTRY_COMPARE(rows(), 19);
    const auto *const focused = qobject_cast<ui::FlatButton *>(pane->focusWidget());
    QVERIFY(focused);
    QCOMPARE(focused->objectName(), QStringLiteral("spending.error.open"));
    // Newer figures of the same period take nothing away, another period starts anew.
    failed.target = QStringLiteral("account-19/model");
    m_story->tell(QDateTime(QDate(2026, 11, 21), QTime(11, 0), Qt::UTC), failed);
    m_story->finish();
    pane->setPeriod(november(), QTimeZone::utc(), false);
    QTRY_COMPARE(rows(), 20);
    pane->setPeriod(core::customPeriod(QDate(2026, 11, 20), QDate(2026, 11, 22)), QTimeZone::utc(), false);
    QTRY_COMPARE(rows(), 8);
}

void LatencyPaneTest::daysOfSeveralYearsTellTheirs()
{
    LedgerStory::Request failed{QStringLiteral("openai/gpt-5-mini")};
    failed.status = core::LaneStatus::Failed;
    for (const int year : {2024, 2026})
        m_story->tell(QDateTime(QDate(year, 11, 2), QTime(10, 0), Qt::UTC), failed);
    const auto pane = errors();
    auto *const chart = pane->findChild<ui::ErrorsChart *>();
    QTRY_COMPARE(chart->markCount(), 1);
    QCOMPARE(chart->markText(0), QStringLiteral("2 Nov: 1 rate limited in 1 request"));
    pane->setPeriod(core::customPeriod(QDate(2024, 11, 2), QDate(2026, 11, 22)), QTimeZone::utc(), false);
    QTRY_VERIFY(chart->markCount() > 1);
    QVERIFY2(chart->markText(0).startsWith(QStringLiteral("2 Nov 2024 to ")), qPrintable(chart->markText(0)));
    const QList<ui::MarkChart::Tick> ticks =
        ui::SpendingWords::dayTicks(QDate(2024, 11, 2), QDate(2025, 3, 1));
    QCOMPARE(ticks.at(0).text, QStringLiteral("2 Nov 2024"));
    QCOMPARE(ticks.at(1).text, QStringLiteral("22 Nov"));
    QCOMPARE(ticks.at(3).text, QStringLiteral("1 Jan 2025"));
    QCOMPARE(ticks.at(4).text, QStringLiteral("21 Jan"));
    QCOMPARE(ui::SpendingWords::dayTicks(QDate(2026, 11, 2), QDate(2026, 11, 3)).first().text,
             QStringLiteral("2 Nov"));
}

void LatencyPaneTest::aPeriodWithoutErrorsSaysSo()
{
    tell(20, 1);
    const auto pane = errors();
    const auto *const sentence = pane->findChild<QLabel *>(QStringLiteral("pane.sentence"));
    QTRY_COMPARE(sentence->text(), QStringLiteral("No request failed in this period."));
}

SWITCHYARD_TEST(LatencyPaneTest)
#include "tst_latencypane.moc"
