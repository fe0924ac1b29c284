#include "core/settings/keys.h"
#include "core/usage/usagereader.h"
#include "tests/support/ledgerstory.h"
#include "tests/support/testunit.h"
#include "ui/actions.h"
#include "ui/theme/modelcolours.h"
#include "ui/theme/theme.h"
#include "ui/usage/attemptdetails.h"
#include "ui/usage/chartlegend.h"
#include "ui/usage/explorepane.h"
#include "ui/usage/usagepage.h"
#include "ui/widgets/flatbutton.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QSplitter>
#include <QTest>

using test::LedgerStory;
using ui::ChartLegend;
using ui::UsagePage;

/// Where the parts of the usage page stand, and how the keyboard goes from one to the other.
class UsageContentTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void detailsStandBesideAWidePage();
    void detailsLieOverANarrowPage();
    void escapeGoesBackStepByStep();
    void theBorderIsWhereItWasLeft();
    void theTabKeyGoesAlongTheChoices();
    void aLegendHasTwoLinesAtMost();

private:
    void show(int width);
    QAbstractItemView *attempts() const
    {
        return m_page->findChild<QAbstractItemView *>(QStringLiteral("usage.attempts"));
    }
    ui::AttemptDetails *details() const { return m_page->findChild<ui::AttemptDetails *>(); }
    ui::ExplorePane *explore() const { return m_page->findChild<ui::ExplorePane *>(); }
    void openFirst();

    std::unique_ptr<LedgerStory> m_story;
    std::unique_ptr<core::UsageReader> m_usage;
    std::unique_ptr<ui::Theme> m_theme;
    std::unique_ptr<ui::Actions> m_actions;
    ui::ModelColours m_colours;
    std::unique_ptr<UsagePage> m_page;
};

void UsageContentTest::init()
{
    m_story = std::make_unique<LedgerStory>();
    QVERIFY2(m_story->ledger.isOpen(), qPrintable(m_story->ledger.problem()));
    for (int hour = 8; hour < 12; ++hour)
        m_story->tell(QDateTime(QDate(2026, 11, 20), QTime(hour, 0), Qt::UTC),
                      {QStringLiteral("openai/gpt-5-mini")});
    m_story->finish();
    m_usage = std::make_unique<core::UsageReader>(m_story->ledger.database());
    m_theme = std::make_unique<ui::Theme>();
    m_theme->install();
    m_actions = std::make_unique<ui::Actions>();
}

void UsageContentTest::cleanup()
{
    m_page.reset();
    m_actions.reset();
    m_theme.reset();
    m_usage.reset();
    m_story.reset();
}

void UsageContentTest::show(int width)
{
    m_page.reset();
    m_actions = std::make_unique<ui::Actions>();
    m_page = std::make_unique<UsagePage>(m_story->reader, *m_usage, m_story->writer, m_story->settings,
                                         m_story->clock, *m_theme, m_colours, *m_actions);
    m_page->resize(width, 700);
    m_page->show();
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    QTRY_VERIFY(explore()->isVisible());
}

void UsageContentTest::openFirst()
{
    core::AttemptFilter all;
    all.zone = QTimeZone::utc();
    m_page->showAttempts(all, QStringLiteral("All"));
    QTRY_COMPARE(attempts()->model()->rowCount(), 4);
    attempts()->setCurrentIndex(attempts()->model()->index(0, 0));
    QTest::keyClick(attempts(), Qt::Key_Return);
    QVERIFY(details()->isVisible());
}

void UsageContentTest::detailsStandBesideAWidePage()
{
    show(1500);
    const int before = explore()->width();
    openFirst();
    QTRY_COMPARE(explore()->width(), before - details()->width());
    QCOMPARE(details()->geometry().right() + 1, details()->parentWidget()->width());
}

void UsageContentTest::detailsLieOverANarrowPage()
{
    show(1040);
    const QRect before = explore()->geometry();
    openFirst();
    QTRY_COMPARE(details()->height(), details()->parentWidget()->height());
    QCOMPARE(details()->geometry().right() + 1, details()->parentWidget()->width());
    QCOMPARE(explore()->width(), before.width());
    // And beside it as soon as there is room.
    m_page->resize(1500, 700);
    QTRY_COMPARE(details()->width() + explore()->width() + 32, m_page->width());
}

void UsageContentTest::escapeGoesBackStepByStep()
{
    show(1200);
    openFirst();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QVERIFY(details()->isAncestorOf(QApplication::focusWidget()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(details()->isHidden());
    // The list has the keyboard again.
    QCOMPARE(QApplication::focusWidget(), attempts());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QCOMPARE(attempts()->currentIndex().row(), 1);
    QTest::keyClick(attempts(), Qt::Key_Return);
    QVERIFY(details()->isVisible());
    attempts()->setFocus();
    QTest::keyClick(attempts(), Qt::Key_Escape);
    QVERIFY(details()->isHidden());
    QVERIFY(attempts()->isVisible());
    QTest::keyClick(attempts(), Qt::Key_Escape);
    QVERIFY(!attempts()->isVisible());
}

void UsageContentTest::theBorderIsWhereItWasLeft()
{
    show(1200);
    auto *const border = m_page->findChild<QSplitter *>(QStringLiteral("usage.border"));
    const int before = border->sizes().last();
    QSplitterHandle *const handle = border->handle(1);
    const QPoint middle = handle->rect().center();
    QTest::mousePress(handle, Qt::LeftButton, {}, middle);
    QTest::mouseMove(handle, middle - QPoint(0, border->height()));
    QTest::mouseRelease(handle, Qt::LeftButton, {}, middle);
    const int after = border->sizes().last();
    QVERIFY2(after > before, qPrintable(QStringLiteral("%1 and %2").arg(before).arg(after)));
    show(1200);
    QTRY_COMPARE(m_page->findChild<QSplitter *>(QStringLiteral("usage.border"))->sizes().last(), after);
}

void UsageContentTest::theTabKeyGoesAlongTheChoices()
{
    show(1400);
    QWidget *const first = m_page->findChild<QWidget *>(QStringLiteral("usage.metric"));
    for (QWidget *part : first->findChildren<QWidget *>()) {
        if ((part->focusPolicy() & Qt::TabFocus) != 0)
            part->setFocus();
    }
    QVERIFY(first->isAncestorOf(QApplication::focusWidget()));
    for (const char *const next : {"usage.furtherMetric", "usage.group", "usage.subgroup", "usage.top",
                                   "usage.rollup", "usage.cumulative", "usage.kind"}) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget()->objectName(), QLatin1StringView(next));
    }
}

void UsageContentTest::aLegendHasTwoLinesAtMost()
{
    ChartLegend legend(*m_theme);
    QList<ChartLegend::Entry> entries;
    for (int at = 1; at <= 20; ++at)
        entries.append({QStringLiteral("claude-sonnet-4-5 · task %1").arg(at), at});
    legend.resize(500, 20);
    legend.setEntries(entries);
    const QList<ChartLegend::Entry> shown = legend.shown();
    QVERIFY(shown.size() > 2 && shown.size() < 20);
    QCOMPARE(shown.last().name, QStringLiteral("and %1 more").arg(20 - (shown.size() - 1)));
    QCOMPARE(shown.last().colour, ChartLegend::kNoDot);
    const int line = ChartLegend::heightFor(*m_theme, entries.first(1), 500);
    QCOMPARE(legend.sizeHint().height(), 2 * line);
    QVERIFY(legend.toolTip().contains(QStringLiteral("task 20")));
    // A picture of the chart has room for all.
    QVERIFY(ChartLegend::heightFor(*m_theme, legend.entries(), 500) > 2 * line);
    legend.resize(6000, 20);
    QCOMPARE(legend.shown().size(), 20);
}

SWITCHYARD_TEST(UsageContentTest)

#include "tst_usagecontent.moc"
