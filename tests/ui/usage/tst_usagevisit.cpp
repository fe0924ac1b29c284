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

#include <memory>

namespace {

/// All that a page is made of, over an empty ledger.
struct Desk
{
    test::LedgerStory story;
    core::UsageReader usage{story.ledger.database()};
    ui::Theme theme;
    ui::ModelColours colours;
    std::unique_ptr<ui::Actions> actions;

    /// Made anew each time, as after a restart; the one before must be gone.
    std::unique_ptr<ui::UsagePage> makePage()
    {
        actions = std::make_unique<ui::Actions>();
        return std::make_unique<ui::UsagePage>(story.reader, usage, story.writer, story.settings, story.clock,
                                               theme, colours, *actions);
    }
};

} // namespace

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
    Desk desk;
    // The number of the pane that is shown when the page was made anew; then `next` is chosen by its title.
    const auto visit = [&desk](int next) {
        const std::unique_ptr<ui::UsagePage> page = desk.makePage();
        for (const char *name : {"errors", "unusual"}) {
            auto *const pane = new QWidget;
            pane->setObjectName(QLatin1StringView(name));
            page->addPane(pane, QString::fromLatin1(name));
        }
        auto *const titles = page->findChild<ui::SegmentedControl *>(QStringLiteral("usage.panes"));
        const int shown = titles->current();
        titles->setCurrent(next);
        // Where a figure leads is not what was chosen.
        page->showPane(page->findChild<QWidget *>(QStringLiteral("errors")));
        return titles->current() == 1 ? shown : -1;
    };
    QCOMPARE(visit(2), 0);
    QCOMPARE(visit(0), 2);
    QCOMPARE(visit(0), 0);
}

void UsageVisitTest::thePaneBesideTheChartGrowsWithTheText()
{
    Desk desk;
    const std::unique_ptr<ui::UsagePage> page = desk.makePage();
    auto *const side = new QWidget;
    page->setSidePane(side);
    page->resize(1900, 1000);
    page->show();
    const auto width = [side] { return side->parentWidget()->minimumWidth(); };
    QCOMPARE(width(), 300);
    desk.theme.setZoom(1.5);
    QCOMPARE(width(), 450);
    page->resize(1100, 1000);
    QTRY_VERIFY(width() < 450);
    QVERIFY(width() >= 300);
}

void UsageVisitTest::whatScrollsAPaneShowsItsFocus()
{
    Desk desk;
    const std::unique_ptr<ui::UsagePage> page = desk.makePage();
    auto *const pane = new QWidget;
    page->addPane(pane, QStringLiteral("Errors"));
    page->showPane(pane);
    page->resize(1300, 900);
    page->show();
    page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(page.get()));
    auto *const area = page->findChild<QScrollArea *>(QStringLiteral("usage.paneArea"));
    const auto edge = [area] {
        const QImage picture = area->grab().toImage();
        return picture.pixelColor(picture.width() / 2, 0);
    };
    const QColor accent = desk.theme.colour(ui::Theme::Token::Accent);
    QVERIFY(edge() != accent);
    page->findChild<QWidget *>(QStringLiteral("usage.period"))->setFocus(Qt::TabFocusReason);
    for (int step = 0; step < 80 && !area->hasFocus(); ++step)
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QVERIFY(area->hasFocus());
    QCOMPARE(edge(), accent);
}

SWITCHYARD_TEST(UsageVisitTest)

#include "tst_usagevisit.moc"
