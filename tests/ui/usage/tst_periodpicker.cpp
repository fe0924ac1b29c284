#include "ui/usage/periodpicker.h"

#include "tests/support/fakeclock.h"
#include "tests/support/testunit.h"
#include "ui/theme/theme.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/flatbutton.h"

#include <QAction>
#include <QDateEdit>
#include <QDateTime>
#include <QDialog>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using core::PeriodKind;
using ui::FlatButton;
using ui::PeriodPicker;

namespace {

qint64 utcMs(int month, int day, int hour)
{
    return QDateTime(QDate(2026, month, day), QTime(hour, 0), Qt::UTC).toMSecsSinceEpoch();
}

} // namespace

class PeriodPickerTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void theMenuChoosesAPeriod();
    void arrowsStepAndEndAtToday();
    void nothingIsLaterThanToday();
    void todayIsThatOfTheZone();
    void aNamedPeriodFollowsTheDay();
    void twoDaysCanBeChosen();
    void hoursOfADayAreNamed();

private:
    template <typename T>
    T *child(const char *name) const
    {
        return m_picker->findChild<T *>(QLatin1StringView(name));
    }
    QString days() const { return child<ui::ElidedLabel>("usage.days")->fullText(); }

    std::unique_ptr<ui::Theme> m_theme;
    std::unique_ptr<test::FakeClock> m_clock;
    std::unique_ptr<PeriodPicker> m_picker;
};

void PeriodPickerTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
    m_picker.reset();
    m_theme = std::make_unique<ui::Theme>();
    m_clock = std::make_unique<test::FakeClock>(utcMs(11, 22, 12));
    m_picker = std::make_unique<PeriodPicker>(*m_theme, *m_clock);
    m_picker->setZone(QTimeZone("Europe/Berlin"));
    m_picker->show();
}

void PeriodPickerTest::theMenuChoosesAPeriod()
{
    QSignalSpy changed(m_picker.get(), &PeriodPicker::periodChanged);
    const QList<QAction *> choices = child<FlatButton>("usage.period")->menu()->actions();
    const auto choose = [&choices](const QString &text) {
        const auto found = std::find_if(choices.cbegin(), choices.cend(),
                                        [&text](const QAction *choice) { return choice->text() == text; });
        QVERIFY2(found != choices.cend(), qPrintable(text));
        (*found)->trigger();
    };
    choose(QStringLiteral("Month to date"));
    QCOMPARE(changed.count(), 1);
    QCOMPARE(m_picker->period().kind, PeriodKind::ThisMonth);
    QCOMPARE(child<FlatButton>("usage.period")->text(), QStringLiteral("Month to date"));
    QCOMPARE(days(), QStringLiteral("1–22 Nov, Europe/Berlin"));
    choose(QStringLiteral("This week"));
    QCOMPARE(days(), QStringLiteral("16–22 Nov, Europe/Berlin"));
    choose(QStringLiteral("Last 90 days"));
    QCOMPARE(days(), QStringLiteral("25 Aug – 22 Nov, Europe/Berlin"));
    choose(QStringLiteral("All time"));
    QCOMPARE(m_picker->period().kind, PeriodKind::All);
    QCOMPARE(m_picker->range(), core::TimeRange());
    QCOMPARE(days(), QStringLiteral("Europe/Berlin"));
    const QDateTime first(QDate(2024, 3, 5), QTime(0, 0), m_picker->zone());
    m_picker->setAllTime({first.toMSecsSinceEpoch(), utcMs(11, 22, 12)});
    QCOMPARE(days(), QStringLiteral("5 Mar 2024 – 22 Nov 2026, Europe/Berlin"));
    QVERIFY(!child<FlatButton>("usage.earlier")->isEnabled());
}

void PeriodPickerTest::arrowsStepAndEndAtToday()
{
    m_picker->setPeriod(core::periodOf(PeriodKind::ThisMonth, m_picker->today()));
    QVERIFY(!child<FlatButton>("usage.later")->isEnabled());
    QTest::mouseClick(child<FlatButton>("usage.earlier"), Qt::LeftButton);
    QCOMPARE(m_picker->period().kind, PeriodKind::PreviousMonth);
    QTest::mouseClick(child<FlatButton>("usage.earlier"), Qt::LeftButton);
    QCOMPARE(days(), QStringLiteral("1–30 Sep, Europe/Berlin"));
    QTest::mouseClick(child<FlatButton>("usage.later"), Qt::LeftButton);
    QTest::mouseClick(child<FlatButton>("usage.later"), Qt::LeftButton);
    QCOMPARE(m_picker->period().kind, PeriodKind::ThisMonth);
    QVERIFY(!child<FlatButton>("usage.later")->isEnabled());
}

void PeriodPickerTest::nothingIsLaterThanToday()
{
    m_picker->setPeriod(core::periodOf(PeriodKind::ThisWeek, m_picker->today()));
    QSignalSpy changed(m_picker.get(), &PeriodPicker::periodChanged);
    m_picker->step(1);
    QVERIFY(changed.isEmpty());
    m_picker->step(-1);
    m_picker->step(1);
    QCOMPARE(changed.count(), 2);
    QCOMPARE(m_picker->period().first, QDate(2026, 11, 16));
}

void PeriodPickerTest::todayIsThatOfTheZone()
{
    m_clock->setUtcMs(utcMs(11, 22, 23) + 30 * 60'000);
    QCOMPARE(m_picker->today(), QDate(2026, 11, 23));
    m_picker->setZone(QTimeZone::utc());
    QCOMPARE(m_picker->today(), QDate(2026, 11, 22));
    m_picker->setZone(QTimeZone("Nowhere/None"));
    QCOMPARE(m_picker->zone(), QTimeZone::utc());
}

void PeriodPickerTest::aNamedPeriodFollowsTheDay()
{
    m_picker->setPeriod(core::periodOf(PeriodKind::Today, m_picker->today()));
    m_clock->setUtcMs(utcMs(11, 23, 12));
    QCOMPARE(m_picker->period().first, QDate(2026, 11, 23));
    m_picker->setPeriod(core::customPeriod(QDate(2026, 11, 1), QDate(2026, 11, 2)));
    m_clock->setUtcMs(utcMs(11, 24, 12));
    QCOMPARE(m_picker->period().first, QDate(2026, 11, 1));
}

void PeriodPickerTest::twoDaysCanBeChosen()
{
    child<FlatButton>("usage.period")->menu()->actions().last()->trigger();
    auto *const dialog = child<QDialog>("usage.chooseDays");
    QVERIFY(dialog);
    child<QDateEdit>("usage.from")->setDate(QDate(2026, 10, 30));
    child<QDateEdit>("usage.to")->setDate(QDate(2026, 10, 28));
    dialog->accept();
    QCOMPARE(m_picker->period(), core::customPeriod(QDate(2026, 10, 28), QDate(2026, 10, 30)));
    QCOMPARE(child<FlatButton>("usage.period")->text(), QStringLiteral("Chosen days"));
}

void PeriodPickerTest::hoursOfADayAreNamed()
{
    m_picker->setPeriod(core::zoomedPeriod(utcMs(11, 20, 7), utcMs(11, 20, 9), QTimeZone("Europe/Berlin")));
    QCOMPARE(m_picker->period().kind, PeriodKind::Moments);
    QCOMPARE(days(), QStringLiteral("20 Nov, 08:00 – 10:00, Europe/Berlin"));
    QTest::mouseClick(child<FlatButton>("usage.earlier"), Qt::LeftButton);
    QCOMPARE(days(), QStringLiteral("20 Nov, 06:00 – 08:00, Europe/Berlin"));
}

SWITCHYARD_TEST(PeriodPickerTest)

#include "tst_periodpicker.moc"
