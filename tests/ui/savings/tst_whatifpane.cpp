#include "ui/savings/whatifpane.h"

#include "tests/support/testunit.h"
#include "tests/ui/savings/savingsbench.h"
#include "ui/savings/whatifrowview.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/messagepanel.h"

#include <QAction>
#include <QApplication>
#include <QFile>
#include <QRegularExpression>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using test::kBigTarget;
using test::kMiddleTarget;
using test::kSmallTarget;
using test::SavingsBench;
using test::targetNamed;
using test::tell;
using ui::WhatIfPane;
using ui::WhatIfRowView;

namespace {

const QString kSummarize = QStringLiteral("summarize");
const QString kExtract = QStringLiteral("extract");

} // namespace

/// The pane over a real ledger.
class WhatIfPaneTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void tasksShowWhatPassedAndWhatItSaves();
    void votesThatAreTooFewAreSaid();
    void openInRoutesMakesADraft();
    void callsWithoutATaskMakeADraftToo();
    void whyThereIsNoDraftIsSaid_data();
    void whyThereIsNoDraftIsSaid();
    void anotherModelCanBeChosen();
    void theModelThatWasChosenIsKept();
    void withoutVotesItSaysWhatToDo();
    void anEmptyPeriodIsSaid();
    void itReadsOnceItIsShown();
    void anotherPeriodTakesTheOldFiguresAway();
    void assumptionsUnfold();
    void assumptionsLeaveTheButtonsWhole();
    void aSmallPaneScrollsWhatHasNoRoom_data();
    void aSmallPaneScrollsWhatHasNoRoom();
    void whatScrollsShowsItsFocus();
    void whatGetsTheFocusIsInView();
    void aLedgerThatCannotBeReadIsSaid();
    void amountsHaveTheirSign();

private:
    void show();
    void passOnSummaries();
    QStringList texts(const char *part) const;
    template <typename T>
    T *child(const char *name) const
    {
        return m_pane->findChild<T *>(QLatin1StringView(name));
    }
    QString text(const char *label) const { return child<QLabel>(label)->text(); }

    std::unique_ptr<SavingsBench> m_bench;
    std::unique_ptr<WhatIfPane> m_pane;
};

void WhatIfPaneTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
    m_bench = std::make_unique<SavingsBench>();
}

void WhatIfPaneTest::cleanup()
{
    m_pane.reset();
    m_bench.reset();
}

void WhatIfPaneTest::show()
{
    m_pane = std::make_unique<WhatIfPane>(m_bench->context());
    m_pane->resize(340, 500);
    m_pane->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
    m_pane->setPeriod(SavingsBench::day(), QTimeZone::utc(), false);
    QTRY_VERIFY(m_pane->result());
}

void WhatIfPaneTest::passOnSummaries()
{
    tell(m_bench->ledger.database(),
         {SavingsBench::dearCall(kSummarize), SavingsBench::dearCall(kSummarize)});
    test::castAll(m_bench->ledger.database(),
                  test::meetings(kSummarize, {kSmallTarget, kBigTarget}, 15, 3, 6));
}

QStringList WhatIfPaneTest::texts(const char *part) const
{
    QStringList all;
    const QList<WhatIfRowView *> rows = m_pane->findChildren<WhatIfRowView *>();
    for (const WhatIfRowView *row : rows)
        all.append(row->findChild<QLabel *>(QLatin1StringView(part))->text());
    return all;
}

void WhatIfPaneTest::tasksShowWhatPassedAndWhatItSaves()
{
    passOnSummaries();
    show();
    const QList<WhatIfRowView *> rows = m_pane->findChildren<WhatIfRowView *>();
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.constFirst()->findChild<ui::ElidedLabel *>()->fullText(),
             QStringLiteral("summarize → google/small"));
    // 2 x (3.60 - 0.00016)
    QCOMPARE(texts("whatif.amount"), QStringList{QStringLiteral("−$7.20")});
    QCOMPARE(texts("whatif.remark"),
             QStringList{QStringLiteral("100 % of the period · 21 of 24 votes win or tie")});
    QCOMPARE(text("whatif.total"), QStringLiteral("In total −$7.20 (100 %)"));
    QVERIFY(!child<QWidget>("whatif.progress")->isVisible());
    QCOMPARE(
        rows.constFirst()->accessibleName(),
        QStringLiteral("summarize → google/small, −$7.20, 100 % of the period · 21 of 24 votes win or tie"));
}

void WhatIfPaneTest::votesThatAreTooFewAreSaid()
{
    tell(m_bench->ledger.database(), SavingsBench::dearCall(kExtract));
    test::castAll(m_bench->ledger.database(), test::meetings(kExtract, {kSmallTarget, kBigTarget}, 12, 0));
    show();
    QCOMPARE(texts("whatif.remark"), QStringList{QStringLiteral("100 % of the period · 12 votes, too few")});
    QVERIFY(!child<QLabel>("whatif.total")->isVisible());
    QVERIFY(!child<ui::FlatButton>("whatif.open")->isVisible());
    QVERIFY(child<ui::FlatButton>("whatif.export")->isVisible());
    QVERIFY2(text("whatif.nodraft").contains(QStringLiteral("at least 20 votes")),
             qPrintable(text("whatif.nodraft")));
}

void WhatIfPaneTest::openInRoutesMakesADraft()
{
    passOnSummaries();
    show();
    core::RuleSet draft;
    connect(m_pane.get(), &WhatIfPane::openInRoutesRequested, this,
            [&draft](const core::RuleSet &rules) { draft = rules; });
    child<ui::FlatButton>("whatif.open")->click();
    QCOMPARE(draft.rules.size(), 1);
    QCOMPARE(draft.rules.constFirst().chain.targets.constFirst().name, targetNamed(kSmallTarget));
    QCOMPARE(draft.rules.constFirst().chain.fallbacks.constFirst().target.name, targetNamed(kBigTarget));
}

void WhatIfPaneTest::callsWithoutATaskMakeADraftToo()
{
    tell(m_bench->ledger.database(), SavingsBench::dearCall({}));
    show();
    m_pane->setTarget(targetNamed(kSmallTarget));
    QTRY_VERIFY(m_pane->result());
    QVERIFY(!child<QLabel>("whatif.nodraft")->isVisible());
    QVERIFY(child<ui::FlatButton>("whatif.open")->isVisible());
    core::RuleSet draft;
    connect(m_pane.get(), &WhatIfPane::openInRoutesRequested, this,
            [&draft](const core::RuleSet &rules) { draft = rules; });
    child<ui::FlatButton>("whatif.open")->click();
    QCOMPARE(draft.rules.size(), 1);
    QCOMPARE(draft.rules.constFirst().when,
             core::notOf(core::testCondition({.field = core::Field::Task, .op = core::Operator::Present})));
}

void WhatIfPaneTest::whyThereIsNoDraftIsSaid_data()
{
    QTest::addColumn<QString>("task");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("why");
    QTest::newRow("the calls of a judge")
        << QStringLiteral("judge") << kSmallTarget << QStringLiteral("Choose the cheaper one there.");
    QTest::newRow("nothing is saved") << kSummarize << kBigTarget << QString();
}

void WhatIfPaneTest::whyThereIsNoDraftIsSaid()
{
    QFETCH(QString, task);
    QFETCH(QString, target);
    QFETCH(QString, why);
    tell(m_bench->ledger.database(), SavingsBench::dearCall(task));
    show();
    m_pane->setTarget(targetNamed(target));
    QTRY_VERIFY(m_pane->result());
    QVERIFY(!child<ui::FlatButton>("whatif.open")->isVisible());
    QCOMPARE(child<QLabel>("whatif.nodraft")->isVisible(), !why.isEmpty());
    QVERIFY2(text("whatif.nodraft").endsWith(why), qPrintable(text("whatif.nodraft")));
}

void WhatIfPaneTest::anotherModelCanBeChosen()
{
    tell(m_bench->ledger.database(), SavingsBench::dearCall(kSummarize));
    show();
    child<QAction>("whatif.other")->trigger();
    QTRY_VERIFY(m_pane->result());
    QVERIFY(m_bench->inUseAtPick.isEmpty());
    QCOMPARE(m_pane->result()->target, targetNamed(kMiddleTarget));
    QCOMPARE(child<ui::FlatButton>("whatif.choice")->text(), kMiddleTarget);
    // 3.60 - (1,000,000 x 400 + 200,000 x 1,200) x 1e-12
    QCOMPARE(m_pane->result()->total.saved(), core::Money::fromPicos(3'599'360'000'000));
    child<QAction>("whatif.cheapest")->trigger();
    QTRY_VERIFY(m_pane->result());
    QVERIFY(!m_pane->result()->target);
}

void WhatIfPaneTest::theModelThatWasChosenIsKept()
{
    tell(m_bench->ledger.database(), SavingsBench::dearCall(kSummarize));
    show();
    m_pane->setTarget(targetNamed(kMiddleTarget));
    show();
    QCOMPARE(m_pane->result()->target, targetNamed(kMiddleTarget));
    QCOMPARE(child<ui::FlatButton>("whatif.choice")->text(), kMiddleTarget);
    child<QAction>("whatif.cheapest")->trigger();
    show();
    QVERIFY(!m_pane->result()->target);
}

void WhatIfPaneTest::withoutVotesItSaysWhatToDo()
{
    tell(m_bench->ledger.database(), SavingsBench::dearCall(kSummarize));
    show();
    QVERIFY2(text("whatif.sentence").contains(QStringLiteral("vote on answers in Compare")),
             qPrintable(text("whatif.sentence")));
    QCOMPARE(texts("whatif.remark"), QStringList{QStringLiteral("nothing cheaper has passed")});
}

void WhatIfPaneTest::anEmptyPeriodIsSaid()
{
    show();
    QCOMPARE(text("whatif.sentence"), QStringLiteral("No calls of your own were sent in this period."));
    QVERIFY(!child<ui::FlatButton>("whatif.export")->isVisible());
    QVERIFY(!child<ui::FlatButton>("whatif.assumptions")->isVisible());
}

void WhatIfPaneTest::itReadsOnceItIsShown()
{
    tell(m_bench->ledger.database(), SavingsBench::dearCall(kSummarize));
    m_pane = std::make_unique<WhatIfPane>(m_bench->context());
    m_pane->setPeriod(SavingsBench::day(), QTimeZone::utc(), false);
    QVERIFY(!m_pane->result());
    m_pane->show();
    QTRY_VERIFY(m_pane->result());
    QCOMPARE(m_pane->result()->rows.size(), 1);
}

void WhatIfPaneTest::anotherPeriodTakesTheOldFiguresAway()
{
    passOnSummaries();
    show();
    m_pane->setPeriod(SavingsBench::dayBefore(), QTimeZone::utc(), false);
    QVERIFY(!m_pane->result());
    QVERIFY(texts("whatif.remark").isEmpty());
    QTRY_VERIFY(m_pane->result());
    QCOMPARE(text("whatif.sentence"), QStringLiteral("No calls of your own were sent in this period."));
}

void WhatIfPaneTest::assumptionsUnfold()
{
    passOnSummaries();
    show();
    QVERIFY(!child<QLabel>("whatif.assumptiontext")->isVisible());
    auto *const fold = child<ui::FlatButton>("whatif.assumptions");
    QVERIFY2(!fold->icon().isNull(), "a fold has an arrow");
    const qint64 arrow = fold->icon().cacheKey();
    fold->click();
    QVERIFY2(fold->icon().cacheKey() != arrow, "the arrow says that it is open");
    QVERIFY(child<QLabel>("whatif.assumptiontext")->isVisible());
    QVERIFY(text("whatif.assumptiontext").contains(QStringLiteral("tokenizers")));
}

void WhatIfPaneTest::assumptionsLeaveTheButtonsWhole()
{
    passOnSummaries();
    show();
    // As much as there is beside the chart in a small window.
    m_pane->setFixedSize(300, 300);
    child<ui::FlatButton>("whatif.assumptions")->click();
    QTRY_VERIFY(child<QScrollArea>("whatif.rows")->verticalScrollBar()->value() > 0);
    QVERIFY(!child<QLabel>("whatif.assumptiontext")->visibleRegion().isEmpty());
    const QList<ui::FlatButton *> buttons{child<ui::FlatButton>("whatif.open"),
                                          child<ui::FlatButton>("whatif.export")};
    for (const ui::FlatButton *button : buttons) {
        const QRect place(button->mapTo(m_pane.get(), QPoint()), button->size());
        QVERIFY2(m_pane->rect().contains(place), qPrintable(button->objectName()));
        QVERIFY(button->height() >= button->sizeHint().height());
    }
}

void WhatIfPaneTest::aSmallPaneScrollsWhatHasNoRoom_data()
{
    QTest::addColumn<double>("zoom");
    QTest::newRow("ordinary text") << 1.0;
    QTest::newRow("large text") << 1.6;
}

void WhatIfPaneTest::aSmallPaneScrollsWhatHasNoRoom()
{
    QFETCH(double, zoom);
    m_bench->theme.setZoom(zoom);
    tell(m_bench->ledger.database(), SavingsBench::dearCall(QStringLiteral("judge")));
    show();
    m_pane->setTarget(targetNamed(kSmallTarget));
    QTRY_VERIFY(m_pane->result());
    // As much as there is beside the chart in a window of 1100 x 700.
    m_pane->setFixedSize(284, 240);
    child<ui::FlatButton>("whatif.export")->setText(QStringLiteral("Exportieren"));
    auto *const area = child<QScrollArea>("whatif.rows");
    for (const char *name : {"whatif.subtitle", "whatif.nodraft"}) {
        const auto *const label = child<QLabel>(name);
        QVERIFY(label->isVisible());
        QTRY_VERIFY2(label->height() >= label->heightForWidth(label->width()), name);
        QVERIFY2(area->isAncestorOf(label), name);
    }
    const auto *const choice = child<ui::FlatButton>("whatif.choice");
    QVERIFY(choice->geometry().right() < area->viewport()->width());
    QVERIFY(choice->toolTip().contains(choice->text()));
    const auto *const button = child<ui::FlatButton>("whatif.export");
    const int top = button->mapTo(m_pane.get(), QPoint()).y();
    QVERIFY(area->geometry().bottom() < top);
    QVERIFY(child<QLabel>("whatif.total")->geometry().bottom() < top);
    QVERIFY(top + button->height() <= m_pane->height());
}

void WhatIfPaneTest::whatScrollsShowsItsFocus()
{
    passOnSummaries();
    show();
    m_pane->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
    auto *const area = child<QScrollArea>("whatif.rows");
    const QColor accent = m_bench->theme.colour(ui::Theme::Token::Accent);
    const auto edge = [area] {
        const QImage picture = area->grab().toImage();
        return picture.pixelColor(picture.width() / 2, 0);
    };
    child<ui::FlatButton>("whatif.choice")->setFocus(Qt::TabFocusReason);
    QVERIFY(edge() != accent);
    for (int step = 0; step < 10 && !area->hasFocus(); ++step)
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QVERIFY(area->hasFocus());
    QCOMPARE(edge(), accent);
}

void WhatIfPaneTest::whatGetsTheFocusIsInView()
{
    passOnSummaries();
    show();
    m_pane->setFixedSize(300, 160);
    m_pane->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
    auto *const fold = child<ui::FlatButton>("whatif.assumptions");
    auto *const choice = child<ui::FlatButton>("whatif.choice");
    QTRY_VERIFY(fold->visibleRegion().isEmpty());
    // From the buttons below, back to the last one of what scrolls.
    child<ui::FlatButton>("whatif.open")->setFocus(Qt::OtherFocusReason);
    QTest::keyClick(child<ui::FlatButton>("whatif.open"), Qt::Key_Backtab);
    QVERIFY(fold->hasFocus());
    QCOMPARE(fold->visibleRegion().boundingRect(), fold->rect());
    QTest::keyClick(fold, Qt::Key_Backtab);
    QVERIFY(choice->hasFocus());
    QCOMPARE(choice->visibleRegion().boundingRect(), choice->rect());
}

void WhatIfPaneTest::aLedgerThatCannotBeReadIsSaid()
{
    m_pane = std::make_unique<WhatIfPane>(m_bench->context());
    QVERIFY(QFile::remove(m_bench->ledger.filePath()));
    m_pane->show();
    m_pane->setPeriod(SavingsBench::day(), QTimeZone::utc(), false);
    QTRY_VERIFY(child<ui::MessagePanel>("whatif.problem")->isVisible());
    QVERIFY(!m_pane->result());
}

void WhatIfPaneTest::amountsHaveTheirSign()
{
    QCOMPARE(WhatIfRowView::amountText(core::Money::fromPicos(6'800'000'000'000)), QStringLiteral("−$6.80"));
    QCOMPARE(WhatIfRowView::amountText(core::Money::fromPicos(-6'800'000'000'000)), QStringLiteral("+$6.80"));
    QCOMPARE(WhatIfRowView::amountText({}), QStringLiteral("$0"));
}

SWITCHYARD_TEST(WhatIfPaneTest)

#include "tst_whatifpane.moc"
