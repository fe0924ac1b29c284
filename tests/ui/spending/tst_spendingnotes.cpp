#include "core/ledger/reportperiod.h"
#include "core/settings/keys.h"
#include "core/spending/spendingreader.h"
#include "tests/support/ledgerstory.h"
#include "tests/support/testunit.h"
#include "ui/spending/anomalylist.h"
#include "ui/spending/forecastlabel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/flatbutton.h"

#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using test::LedgerStory;
using ui::AnomalyList;
using ui::FlatButton;
using ui::ForecastLabel;

namespace {

const QDate kNovember22(2026, 11, 22);

} // namespace

/// The forecast and the anomalies over a real ledger.
class SpendingNotesTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void theForecastIsABand();
    void beforeThreeDaysThereIsNoForecast();
    void aMonthOfUnknownCostHasNoForecast();
    void otherMonthsHaveNoForecast();
    void anAnomalyLeadsToItsCalls();
    void theFloorIsASetting();
    void theFloorIsTypedHereAndHoldsAtOnce();

private:
    void tell(int day, const char *usd);

    std::unique_ptr<LedgerStory> m_story;
    std::unique_ptr<core::SpendingReader> m_reader;
    std::unique_ptr<ui::Theme> m_theme;
    std::unique_ptr<QWidget> m_window;
};

void SpendingNotesTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
    m_story = std::make_unique<LedgerStory>();
    QVERIFY2(m_story->ledger.isOpen(), qPrintable(m_story->ledger.problem()));
    m_reader = std::make_unique<core::SpendingReader>(m_story->ledger.database(), m_story->clock);
    m_theme = std::make_unique<ui::Theme>();
    m_window = std::make_unique<QWidget>();
    m_window->resize(800, 400);
    m_window->show();
}

void SpendingNotesTest::cleanup()
{
    m_window.reset();
    m_theme.reset();
    m_reader.reset();
    m_story.reset();
}

void SpendingNotesTest::tell(int day, const char *usd)
{
    LedgerStory::Request request{QStringLiteral("openai/gpt-5-mini")};
    request.cost = core::Money::fromDecimal(QString::fromLatin1(usd));
    m_story->tell(QDateTime(QDate(2026, 11, day), QTime(10, 0), Qt::UTC), request);
}

void SpendingNotesTest::theForecastIsABand()
{
    // 43 in 21.5 of 30 days, none of it in the last seven.
    for (const int day : {1, 2})
        tell(day, "20");
    tell(3, "3");
    m_story->finish();
    ForecastLabel label(*m_theme, *m_reader, m_window.get());
    label.setPeriod(core::periodOf(core::PeriodKind::ThisMonth, kNovember22), QTimeZone::utc(), false);
    QTRY_VERIFY(label.isVisible());
    QCOMPARE(label.text(), QStringLiteral("Forecast for November <b>$43.00–$60.00</b>"));
    QCOMPARE(label.textFormat(), Qt::RichText);
    QCOMPARE(label.accessibleName(), QStringLiteral("Forecast for November $43.00–$60.00"));
    QVERIFY(label.toolTip().startsWith(QStringLiteral("$43.00 so far.")));
}

void SpendingNotesTest::beforeThreeDaysThereIsNoForecast()
{
    tell(1, "20");
    tell(2, "20");
    m_story->finish();
    ForecastLabel label(*m_theme, *m_reader, m_window.get());
    label.setPeriod({core::PeriodKind::All}, QTimeZone::utc(), false);
    QTRY_VERIFY(label.isVisible());
    QCOMPARE(label.text(), QStringLiteral("November: a forecast needs 3 days with requests"));
}

void SpendingNotesTest::aMonthOfUnknownCostHasNoForecast()
{
    for (const int day : {1, 2, 3})
        m_story->tell(QDateTime(QDate(2026, 11, day), QTime(10, 0), Qt::UTC),
                      {QStringLiteral("bay/finetune"), 10, 20, std::nullopt});
    m_story->finish();
    ForecastLabel label(*m_theme, *m_reader, m_window.get());
    label.setPeriod({core::PeriodKind::All}, QTimeZone::utc(), false);
    QTRY_VERIFY(label.isVisible());
    QVERIFY2(label.text().startsWith(QStringLiteral("November: no forecast")), qPrintable(label.text()));
    QVERIFY2(label.toolTip().startsWith(u'3'), qPrintable(label.toolTip()));
}

void SpendingNotesTest::otherMonthsHaveNoForecast()
{
    for (const int day : {1, 2, 3})
        tell(day, "20");
    m_story->finish();
    ForecastLabel label(*m_theme, *m_reader, m_window.get());
    label.setPeriod(core::periodOf(core::PeriodKind::ThisMonth, kNovember22), QTimeZone::utc(), false);
    QTRY_VERIFY(label.isVisible());
    label.setPeriod(core::periodOf(core::PeriodKind::PreviousMonth, kNovember22), QTimeZone::utc(), false);
    QTRY_VERIFY(!label.isVisible());
}

void SpendingNotesTest::anAnomalyLeadsToItsCalls()
{
    for (int day = 1; day <= 7; ++day)
        tell(day, "0.5");
    tell(8, "4");
    m_story->finish();
    AnomalyList list(*m_theme, *m_reader, m_story->settings, m_window.get());
    list.show();
    list.setPeriod(core::periodOf(core::PeriodKind::ThisMonth, kNovember22), QTimeZone::utc(), false);
    // By model, by account and by task ("no task").
    QTRY_COMPARE(list.findChildren<FlatButton *>(QStringLiteral("spending.anomaly.open")).size(), 3);
    FlatButton *model = nullptr;
    QStringList subjects;
    for (FlatButton *const button :
         list.findChildren<FlatButton *>(QStringLiteral("spending.anomaly.open"))) {
        subjects.append(button->text());
        if (button->text() == QLatin1StringView("8 Nov, gpt-5-mini"))
            model = button;
    }
    subjects.sort();
    QCOMPARE(subjects,
             (QStringList{QStringLiteral("8 Nov, account openai"), QStringLiteral("8 Nov, gpt-5-mini"),
                          QStringLiteral("8 Nov, no task")}));
    QVERIFY(model != nullptr);
    QCOMPARE(
        model->accessibleName(),
        QStringLiteral("8 Nov, gpt-5-mini: $4.00 instead of the usual $0.50 (median of the 7 days before)"));
    QSignalSpy opened(&list, &AnomalyList::openRequested);
    model->click();
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.first().at(0).value<QList<core::UsageFilter>>(),
             (QList<core::UsageFilter>{{QStringLiteral("model"), QStringLiteral("gpt-5-mini")}}));
    const core::ReportPeriod eighth = core::customPeriod(QDate(2026, 11, 8), QDate(2026, 11, 8));
    QCOMPARE(opened.first().at(2).toString(), QStringLiteral("8 Nov, gpt-5-mini"));
    QCOMPARE(opened.first().at(1).value<core::TimeRange>(), core::timeRange(eighth, QTimeZone::utc()));
}

void SpendingNotesTest::theFloorIsASetting()
{
    for (int day = 1; day <= 7; ++day)
        tell(day, "0.5");
    tell(8, "4");
    m_story->finish();
    QVERIFY(!m_story->settings.set(core::settings::kAnomalyFloor, QStringLiteral("-1")));
    QVERIFY(m_story->settings.set(core::settings::kAnomalyFloor, QStringLiteral("5")));
    AnomalyList list(*m_theme, *m_reader, m_story->settings, m_window.get());
    list.show();
    list.setPeriod(core::periodOf(core::PeriodKind::ThisMonth, kNovember22), QTimeZone::utc(), false);
    const auto *const sentence = list.findChild<QLabel *>(QStringLiteral("pane.sentence"));
    QTRY_VERIFY(sentence->text().contains(QStringLiteral("more than $5.00")));
    QVERIFY(list.anomalies().isEmpty());
}

void SpendingNotesTest::theFloorIsTypedHereAndHoldsAtOnce()
{
    for (int day = 1; day <= 7; ++day)
        tell(day, "0.5");
    tell(8, "4");
    m_story->finish();
    const auto kept = [this] { return m_story->settings.get(core::settings::kAnomalyFloor); };
    AnomalyList list(*m_theme, *m_reader, m_story->settings, m_window.get());
    list.show();
    list.setPeriod(core::periodOf(core::PeriodKind::ThisMonth, kNovember22), QTimeZone::utc(), false);
    QTRY_COMPARE(list.anomalies().size(), 3);
    auto *const floor = list.findChild<QLineEdit *>(QStringLiteral("spending.anomalies.floor"));
    auto *const row = list.findChild<ui::FieldRow *>();
    QCOMPARE(floor->text(), QStringLiteral("1"));
    list.resize(1600, 300);
    QTRY_VERIFY2(floor->mapTo(&list, QPoint()).x() < 300, "the field is beside its label");
    for (const char *const wrong : {"much", "-1", ""}) {
        floor->selectAll();
        floor->del();
        QTest::keyClicks(floor, QString::fromLatin1(wrong));
        QTest::keyClick(floor, Qt::Key_Return);
        QVERIFY2(!row->fault().isEmpty(), wrong);
        QCOMPARE(kept(), QStringLiteral("1"));
    }
    QTest::keyClicks(floor, QStringLiteral("3.99"));
    QVERIFY(row->fault().isEmpty());
    QTest::keyClick(floor, Qt::Key_Return);
    QCOMPARE(kept(), QStringLiteral("3.99"));
    QTest::keyClicks(floor, QStringLiteral("9"));
    QTest::keyClick(floor, Qt::Key_Return);
    QCOMPARE(kept(), QStringLiteral("3.999"));
    floor->setText(QStringLiteral("4"));
    QTest::keyClick(floor, Qt::Key_Return);
    QTRY_VERIFY(list.anomalies().isEmpty());
    QCOMPARE(AnomalyList(*m_theme, *m_reader, m_story->settings).findChild<QLineEdit *>()->text(),
             QStringLiteral("4"));
}

SWITCHYARD_TEST(SpendingNotesTest)
#include "tst_spendingnotes.moc"
