#include "core/settings/keys.h"
#include "core/usage/usagereader.h"
#include "tests/support/ledgerstory.h"
#include "tests/support/testunit.h"
#include "ui/actions.h"
#include "ui/theme/modelcolours.h"
#include "ui/theme/theme.h"
#include "ui/usage/kpibox.h"
#include "ui/usage/usagepage.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QApplication>
#include <QRegularExpression>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTest>

#include <functional>

/// When the usage page reads the ledger, and what it shows again.
class UsageVisitTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aVisitReadsOnce();
    void thePaneThatWasChosenIsShownAgain();
    void thePaneBesideTheChartGrowsWithTheText();
    void whatScrollsAPaneShowsItsFocus();
};

void UsageVisitTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
}

void UsageVisitTest::aVisitReadsOnce()
{
    test::LedgerStory story;
    QVERIFY2(story.ledger.isOpen(), qPrintable(story.ledger.problem()));
    core::UsageReader usage(story.ledger.database());
    story.settings.set(core::settings::kReportingZone, QStringLiteral("Europe/Berlin"));
    const QSignalSpy settled(&story.writer, &core::LedgerWriter::attemptSettled);
    const auto tell = [&story](int hour) {
        story.tell(QDateTime(QDate(2026, 11, 20), QTime(hour, 0), Qt::UTC), {QStringLiteral("a/one")});
    };
    tell(8);
    QTRY_COMPARE(settled.size(), 1);
    ui::Theme theme;
    ui::Actions actions;
    ui::ModelColours colours;
    ui::UsagePage page(story.reader, usage, story.writer, story.settings, story.clock, theme, colours,
                       actions);
    const auto *const requests = page.findChild<ui::KpiBox *>(QStringLiteral("kpi.requests"));
    const QSignalSpy read(&page, &ui::UsagePage::periodChanged);
    const auto visit = [&page] {
        page.show();
        page.enter();
        QCoreApplication::processEvents();
    };
    visit();
    QTRY_COMPARE(requests->value(), QStringLiteral("1"));
    QCOMPARE(read.size(), 1);
    page.hide();
    tell(9);
    QTRY_COMPARE(settled.size(), 2);
    QCOMPARE(read.size(), 1);
    visit();
    QTRY_COMPARE(requests->value(), QStringLiteral("2"));
    QCOMPARE(read.size(), 2);
    // Also when nothing is known to have changed: another day may have begun.
    page.hide();
    visit();
    QCOMPARE(read.size(), 3);
    // A window that comes back enters no page, but shows what settled meanwhile.
    page.hide();
    tell(10);
    QTRY_COMPARE(settled.size(), 3);
    page.show();
    QTRY_COMPARE(requests->value(), QStringLiteral("3"));
    QCOMPARE(read.size(), 4);
}

void UsageVisitTest::thePaneThatWasChosenIsShownAgain()
{
    test::LedgerStory story;
    QVERIFY2(story.ledger.isOpen(), qPrintable(story.ledger.problem()));
    core::UsageReader usage(story.ledger.database());
    ui::Theme theme;
    ui::ModelColours colours;
    // The titles of the panes below the chart, after the page was made anew.
    const auto visit = [&](const std::function<void(ui::SegmentedControl &)> &look) {
        ui::Actions actions;
        ui::UsagePage page(story.reader, usage, story.writer, story.settings, story.clock, theme, colours,
                           actions);
        for (const char *name : {"errors", "unusual"}) {
            auto *const pane = new QWidget;
            pane->setObjectName(QLatin1StringView(name));
            page.addPane(pane, QString::fromLatin1(name));
        }
        page.show();
        auto *const titles = page.findChild<ui::SegmentedControl *>(QStringLiteral("usage.panes"));
        look(*titles);
        QCOMPARE(page.findChild<QWidget *>(QStringLiteral("unusual"))->isVisible(), titles->current() == 2);
    };
    visit([](ui::SegmentedControl &titles) {
        QCOMPARE(titles.current(), 0);
        titles.setCurrent(2);
    });
    visit([](ui::SegmentedControl &titles) {
        QCOMPARE(titles.current(), 2);
        titles.setCurrent(0);
    });
    visit([](ui::SegmentedControl &titles) { QCOMPARE(titles.current(), 0); });
}

void UsageVisitTest::thePaneBesideTheChartGrowsWithTheText()
{
    test::LedgerStory story;
    QVERIFY2(story.ledger.isOpen(), qPrintable(story.ledger.problem()));
    core::UsageReader usage(story.ledger.database());
    ui::Theme theme;
    ui::Actions actions;
    ui::ModelColours colours;
    ui::UsagePage page(story.reader, usage, story.writer, story.settings, story.clock, theme, colours,
                       actions);
    auto *const side = new QWidget;
    page.setSidePane(side);
    page.resize(1900, 1000);
    page.show();
    const auto width = [side] { return side->parentWidget()->minimumWidth(); };
    QCOMPARE(width(), 300);
    theme.setZoom(1.5);
    QCOMPARE(width(), 450);
    page.resize(1100, 1000);
    QTRY_VERIFY(width() < 450);
    QVERIFY(width() >= 300);
}

void UsageVisitTest::whatScrollsAPaneShowsItsFocus()
{
    test::LedgerStory story;
    QVERIFY2(story.ledger.isOpen(), qPrintable(story.ledger.problem()));
    core::UsageReader usage(story.ledger.database());
    ui::Theme theme;
    ui::Actions actions;
    ui::ModelColours colours;
    ui::UsagePage page(story.reader, usage, story.writer, story.settings, story.clock, theme, colours,
                       actions);
    auto *const pane = new QWidget;
    page.addPane(pane, QStringLiteral("Errors"));
    page.showPane(pane);
    page.resize(1300, 900);
    page.show();
    page.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    auto *const area = page.findChild<QScrollArea *>(QStringLiteral("usage.paneArea"));
    const auto edge = [area] {
        const QImage picture = area->grab().toImage();
        return picture.pixelColor(picture.width() / 2, 0);
    };
    const QColor accent = theme.colour(ui::Theme::Token::Accent);
    QVERIFY(edge() != accent);
    page.findChild<QWidget *>(QStringLiteral("usage.period"))->setFocus(Qt::TabFocusReason);
    for (int step = 0; step < 80 && !area->hasFocus(); ++step)
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QVERIFY(area->hasFocus());
    QCOMPARE(edge(), accent);
}

SWITCHYARD_TEST(UsageVisitTest)

#include "tst_usagevisit.moc"
