#include "ui/spending/changepane.h"

#include "core/spending/spendingreader.h"
#include "tests/support/ledgerstory.h"
#include "tests/support/testunit.h"
#include "ui/spending/waterfallchart.h"
#include "ui/theme/theme.h"

#include <QImage>
#include <QLabel>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using test::LedgerStory;
using ui::ChangePane;
using ui::WaterfallChart;

/// The pane over a real ledger.
class ChangePaneTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void partsSumToTheDifference();
    void aPartLeadsToItsCalls();
    void whoAddsMostLeadsToItsCalls();
    void keysReachEveryPart();
    void whatHasNoPriceIsSaid();
    void allTimeHasNothingBeforeIt();
    void withoutRequestsItSaysSo();
    void aPeriodOfUnknownCostIsNotCompared();
    void theSchemeChangesLive();

private:
    void tellTwoWeeks();
    void show(const core::ReportPeriod &period);
    static core::ReportPeriod secondWeek()
    {
        return core::customPeriod(QDate(2026, 11, 8), QDate(2026, 11, 14));
    }
    WaterfallChart *chart() const { return m_pane->findChild<WaterfallChart *>(); }
    QString text(const char *name) const
    {
        return m_pane->findChild<QLabel *>(QLatin1StringView(name))->text();
    }
    int markOf(const WaterfallChart::Step &step) const;
    static core::TimeRange days(int first, int last)
    {
        return core::timeRange(core::customPeriod(QDate(2026, 11, first), QDate(2026, 11, last)),
                               QTimeZone::utc());
    }

    std::unique_ptr<LedgerStory> m_story;
    std::unique_ptr<core::SpendingReader> m_reader;
    std::unique_ptr<ui::Theme> m_theme;
    std::unique_ptr<ChangePane> m_pane;
};

void ChangePaneTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
    m_story = std::make_unique<LedgerStory>();
    QVERIFY2(m_story->ledger.isOpen(), qPrintable(m_story->ledger.problem()));
    m_reader = std::make_unique<core::SpendingReader>(m_story->ledger.database(), m_story->clock);
    m_theme = std::make_unique<ui::Theme>();
    m_theme->setScheme(ui::Theme::Scheme::Light);
}

void ChangePaneTest::cleanup()
{
    m_pane.reset();
    m_theme.reset();
    m_reader.reset();
    m_story.reset();
}

/// Two answers in the first week; in the second three, and a failure that cost half as much as one.
void ChangePaneTest::tellTwoWeeks()
{
    const LedgerStory::Request answer{QStringLiteral("openai/gpt-5-mini")};
    for (const int day : {2, 3, 9, 10, 11})
        m_story->tell(QDateTime(QDate(2026, 11, day), QTime(10, 0), Qt::UTC), answer);
    LedgerStory::Request failure = answer;
    failure.status = core::LaneStatus::Failed;
    failure.cost = core::Money::fromPicos(1'000'000'000);
    m_story->tell(QDateTime(QDate(2026, 11, 12), QTime(10, 0), Qt::UTC), failure);
}

void ChangePaneTest::show(const core::ReportPeriod &period)
{
    m_story->finish();
    m_pane = std::make_unique<ChangePane>(*m_theme, *m_reader);
    m_pane->resize(900, 420);
    m_pane->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
    m_pane->setPeriod(period, QTimeZone::utc(), false);
}

int ChangePaneTest::markOf(const WaterfallChart::Step &step) const
{
    for (int mark = 0; mark < chart()->markCount(); ++mark) {
        if (chart()->step(mark) == step)
            return mark;
    }
    return -1;
}

void ChangePaneTest::partsSumToTheDifference()
{
    tellTwoWeeks();
    show(secondWeek());
    QTRY_VERIFY(chart()->isVisible());
    QCOMPARE(text("spending.change.summary"),
             QStringLiteral("$0.007 in this period, $0.004 in the one before: +$0.003."));
    QCOMPARE(chart()->markText(markOf({0, -1})), QStringLiteral("Volume: +$0.002 (US$ 0.002)"));
    QCOMPARE(chart()->markText(markOf({5, -1})), QStringLiteral("Retries and failures: +$0.001 (US$ 0.001)"));
    QCOMPARE(chart()->markText(markOf({4, -1})), QStringLiteral("Price: $0 (US$ 0)"));
    QCOMPARE(chart()->markText(markOf({-1, -1})), QStringLiteral("Difference: +$0.003 (US$ 0.003)"));
    QVERIFY(!text("spending.change.note").contains(QStringLiteral("without a price")));
}

void ChangePaneTest::aPartLeadsToItsCalls()
{
    tellTwoWeeks();
    show(secondWeek());
    QTRY_VERIFY(chart()->isVisible());
    QSignalSpy opened(m_pane.get(), &ChangePane::openRequested);
    const auto click = [this](int part) {
        const QRectF rect = chart()->markRect(markOf({part, -1}));
        QTest::mouseClick(chart(), Qt::LeftButton, {}, (rect.topLeft() + QPointF(10, 8)).toPoint());
    };
    click(5);
    QCOMPARE(opened.size(), 1);
    const QVariantList arguments = opened.takeFirst();
    QCOMPARE(arguments.at(0).value<QList<core::UsageFilter>>(),
             (QList<core::UsageFilter>{{QStringLiteral("status"), QStringLiteral("errors")}}));
    QCOMPARE(arguments.at(1).value<core::TimeRange>(), days(8, 14));
    QCOMPARE(arguments.at(2).toString(), QStringLiteral("Retries and failures: +$0.001 (US$ 0.001)"));
    click(4);
    QVERIFY(opened.isEmpty()); // the price is the same
    click(-1);
    QVERIFY(opened.isEmpty());
}

void ChangePaneTest::whoAddsMostLeadsToItsCalls()
{
    tellTwoWeeks();
    show(secondWeek());
    QTRY_VERIFY(chart()->isVisible());
    const int mark = markOf({0, 0});
    QVERIFY(mark >= 0);
    QCOMPARE(chart()->markText(mark), QStringLiteral("Volume: openai/gpt-5-mini +$0.002"));
    QSignalSpy opened(m_pane.get(), &ChangePane::openRequested);
    QTest::mouseClick(chart(), Qt::LeftButton, {}, chart()->markRect(mark).center().toPoint());
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.first().at(0).value<QList<core::UsageFilter>>(),
             (QList<core::UsageFilter>{{QStringLiteral("account"), QStringLiteral("openai")},
                                       {QStringLiteral("model"), QStringLiteral("gpt-5-mini")}}));
}

void ChangePaneTest::keysReachEveryPart()
{
    tellTwoWeeks();
    show(secondWeek());
    QTRY_VERIFY(chart()->isVisible());
    QSignalSpy opened(m_pane.get(), &ChangePane::openRequested);
    QTest::keyClick(chart(), Qt::Key_Home);
    QCOMPARE(chart()->accessibleDescription(), QStringLiteral("Volume: +$0.002 (US$ 0.002)"));
    QTest::keyClick(chart(), Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    QTest::keyClick(chart(), Qt::Key_End);
    QCOMPARE(chart()->accessibleDescription(), QStringLiteral("Difference: +$0.003 (US$ 0.003)"));
    QTest::keyClick(chart(), Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
}

void ChangePaneTest::whatHasNoPriceIsSaid()
{
    tellTwoWeeks();
    for (int hour = 1; hour <= 2; ++hour)
        m_story->tell(QDateTime(QDate(2026, 11, 9), QTime(hour, 0), Qt::UTC),
                      {QStringLiteral("bay/finetune"), 10, 20, std::nullopt});
    show(secondWeek());
    QTRY_VERIFY(chart()->isVisible());
    QVERIFY(text("spending.change.note")
                .startsWith(QStringLiteral(
                    "2 requests without a price are in no part, most of them of bay/finetune.")));
}

void ChangePaneTest::allTimeHasNothingBeforeIt()
{
    tellTwoWeeks();
    show({core::PeriodKind::All});
    QVERIFY(!chart()->isVisible());
    QCOMPARE(text("pane.sentence"),
             QStringLiteral("All time has no period before it. Choose a shorter one."));
    m_pane->setPeriod(secondWeek(), QTimeZone::utc(), false);
    QTRY_VERIFY(chart()->isVisible());
}

void ChangePaneTest::withoutRequestsItSaysSo()
{
    show(secondWeek());
    QTRY_COMPARE(text("pane.sentence"), QStringLiteral("No requests in this period and in the one before."));
}

void ChangePaneTest::aPeriodOfUnknownCostIsNotCompared()
{
    m_story->tell(QDateTime(QDate(2026, 11, 3), QTime(10, 0), Qt::UTC),
                  {QStringLiteral("openai/gpt-5-mini")});
    m_story->tell(QDateTime(QDate(2026, 11, 9), QTime(10, 0), Qt::UTC),
                  {QStringLiteral("bay/finetune"), 10, 20, std::nullopt});
    show(secondWeek());
    QTRY_VERIFY(text("pane.sentence").contains(QStringLiteral("cannot be compared")));
    QVERIFY(!chart()->isVisible());
}

void ChangePaneTest::theSchemeChangesLive()
{
    tellTwoWeeks();
    show(secondWeek());
    QTRY_VERIFY(chart()->isVisible());
    const auto hasBad = [this] {
        const QImage image = chart()->grab().toImage();
        const QRgb bad = m_theme->colour(ui::Theme::Token::Bad).rgb();
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixel(x, 12) == bad)
                return true;
        }
        return false;
    };
    QVERIFY(hasBad());
    m_theme->setScheme(ui::Theme::Scheme::Dark);
    QVERIFY(hasBad());
}

SWITCHYARD_TEST(ChangePaneTest)
#include "tst_changepane.moc"
