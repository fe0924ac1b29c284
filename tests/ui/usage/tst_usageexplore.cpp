#include "core/models/attempttablemodel.h"
#include "core/models/usagetablemodel.h"
#include "core/settings/keys.h"
#include "core/usage/usagereader.h"
#include "tests/support/ledgerstory.h"
#include "tests/support/testunit.h"
#include "ui/actions.h"
#include "ui/theme/modelcolours.h"
#include "ui/theme/theme.h"
#include "ui/usage/chartpainter.h"
#include "ui/usage/choicebutton.h"
#include "ui/usage/explorecontrols.h"
#include "ui/usage/explorepane.h"
#include "ui/usage/kpibox.h"
#include "ui/usage/periodpicker.h"
#include "ui/usage/seriescolours.h"
#include "ui/usage/usagepage.h"
#include "ui/usage/viewsbutton.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/messagepanel.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QInputDialog>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QMouseEvent>
#include <QPixmap>
#include <QRegularExpression>
#include <QSet>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include <algorithm>

using core::ExploreMetric;
using core::PeriodKind;
using ui::ExploreKind;
using ui::UsageChart;

/// Explore and what surrounds it on the usage page, over a real ledger.
class UsageExploreTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void anyFigureIsSplitAsChosen();
    void dotsAreThoseOfTheChart();
    void aColourStaysWithItsName();
    void manyNamesShareColoursApartFromOneAnother();
    void modelsBeyondTheThemesTakeNoOthersColour();
    void sharesAndTableLeadToTheSameRequests();
    void aRateIsDrawnAsLines();
    void nothingToDrawIsSaidForWhatItIs();
    void cumulativeBarsLeadToAllSinceTheBegin();
    void draggingLooksCloserAndEscapeComesBack();
    void draggingWithinADayChoosesHours();
    void keyFiguresLeadToWhatTheyAreMadeOf();
    void unpricedRequestsAreOneClickAway();
    void yearsAreToldWhereThereAreSeveral();
    void bracketsStepThroughPeriods();
    void aSavedViewComesBack();
    void aSavedNumberOfSeriesIsTheNearestChoice_data();
    void aSavedNumberOfSeriesIsTheNearestChoice();
    void viewsAreRenamedAndRemoved();
    void whatWasShownIsShownAgain();
    void theStepsOfThePeriodAreNamed();
    void theChartIsCopiedAsImageAndSvg();
    void theViewIsCopiedAsCsvAndTsv();
    void panesAreToldOfThePeriod();
    void latencyTakesThePlaceOfTheChart();
    void aLateAnswerLeavesTheLatencyShown();
    void marksAreThoseThatAreDrawnUntilOthersAre();
    void eventsAreMarked();
    void aLedgerThatCannotBeReadSaysSo();

private:
    void showPage();
    void drag(int from, int to) const;
    template <typename T>
    T *child(const char *name) const
    {
        return m_page->findChild<T *>(QLatin1StringView(name));
    }
    UsageChart *chart() const { return m_page->findChild<UsageChart *>(); }
    ui::ExplorePane *explore() const { return m_page->findChild<ui::ExplorePane *>(); }
    const core::ExploreResult &result() const { return explore()->result(); }
    QAbstractItemView *requests() const { return child<QAbstractItemView>("usage.attempts"); }
    QString summary() const { return child<ui::ElidedLabel>("usage.summary")->fullText(); }
    void choose(const char *button, const QVariant &value) const;

    std::unique_ptr<test::LedgerStory> m_story;
    std::unique_ptr<core::UsageReader> m_usage;
    std::unique_ptr<ui::Theme> m_theme;
    std::unique_ptr<ui::Actions> m_actions;
    ui::ModelColours m_colours;
    std::unique_ptr<ui::UsagePage> m_page;
};

void UsageExploreTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
    m_story = std::make_unique<test::LedgerStory>();
    QVERIFY2(m_story->ledger.isOpen(), qPrintable(m_story->ledger.problem()));
    m_usage = std::make_unique<core::UsageReader>(m_story->ledger.database());
    m_story->settings.set(core::settings::kReportingZone, QStringLiteral("Europe/Berlin"));
    m_theme = std::make_unique<ui::Theme>();
    m_theme->install();
    m_actions = std::make_unique<ui::Actions>();
    using Request = test::LedgerStory::Request;
    const auto at = [](int day, int hour) {
        return QDateTime(QDate(2026, 11, day), QTime(hour, 0), Qt::UTC);
    };
    Request failed{QStringLiteral("openai/mini")};
    failed.status = core::LaneStatus::Failed;
    failed.cost = core::Money();
    // 20 November: three of mini (one failed), one of sonnet; 21st: one of sonnet; 22nd: two unpriced.
    m_story->tell(at(20, 8), {QStringLiteral("openai/mini")});
    m_story->tell(at(20, 9), {QStringLiteral("openai/mini")});
    m_story->tell(at(20, 10), failed);
    m_story->tell(at(20, 11),
                  {QStringLiteral("anthropic/sonnet"), 500, 900, *core::Money::fromDecimal(u"0.5")});
    m_story->tell(at(21, 8),
                  {QStringLiteral("anthropic/sonnet"), 500, 900, *core::Money::fromDecimal(u"0.25")});
    m_story->tell(at(22, 8), {QStringLiteral("bay/tune"), 10, 20, std::nullopt});
    m_story->tell(at(22, 9), {QStringLiteral("bay/tune"), 10, 20, std::nullopt});
}

void UsageExploreTest::cleanup()
{
    m_page.reset();
    m_actions.reset();
    m_theme.reset();
    m_usage.reset();
    m_story.reset();
}

void UsageExploreTest::showPage()
{
    m_story->finish();
    m_page = std::make_unique<ui::UsagePage>(m_story->reader, *m_usage, m_story->writer, m_story->settings,
                                             m_story->clock, *m_theme, m_colours, *m_actions);
    m_page->resize(1300, 900);
    m_page->show();
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    QTRY_VERIFY(!result().rows.isEmpty());
}

void UsageExploreTest::drag(int from, int to) const
{
    const auto middle = [this](int bar) {
        return QPoint(chart()->spotRect({bar, -1}).center().x(), chart()->height() / 2);
    };
    QTest::mousePress(chart(), Qt::LeftButton, {}, middle(from));
    QMouseEvent move(QEvent::MouseMove, middle(to), chart()->mapToGlobal(middle(to)), Qt::LeftButton,
                     Qt::LeftButton, {});
    QApplication::sendEvent(chart(), &move);
    QTest::mouseRelease(chart(), Qt::LeftButton, {}, middle(to));
}

void UsageExploreTest::choose(const char *button, const QVariant &value) const
{
    const QList<QAction *> choices = child<ui::ChoiceButton>(button)->menu()->actions();
    for (QAction *choice : choices) {
        if (choice->data() == value)
            choice->trigger();
    }
}

void UsageExploreTest::anyFigureIsSplitAsChosen()
{
    showPage();
    QCOMPARE(result().query.metric, ExploreMetric::Cost);
    QCOMPARE(result().query.group, QStringLiteral("model"));
    child<ui::SegmentedControl>("usage.metric")->setCurrent(2);
    choose("usage.group", QStringLiteral("account"));
    QTRY_COMPARE(result().query.group, QStringLiteral("account"));
    QCOMPARE(result().query.metric, ExploreMetric::Attempts);
    QCOMPARE(chart()->picture().series.first().name, QStringLiteral("openai"));
    QCOMPARE(chart()->picture().spotText({27, 0}), QStringLiteral("20 Nov, openai: 3 requests"));
    choose("usage.furtherMetric", static_cast<int>(ExploreMetric::OutputTokens));
    QTRY_COMPARE(result().query.metric, ExploreMetric::OutputTokens);
    QCOMPARE(chart()->picture().spotText({28, -1}), QStringLiteral("21 Nov: 900 tokens"));
}

void UsageExploreTest::dotsAreThoseOfTheChart()
{
    showPage();
    const auto *const models = child<QAbstractItemView>("usage.models");
    QTRY_COMPARE(models->model()->rowCount(), 3);
    const auto shows = [this, models](int row, const QColor &colour) {
        const QModelIndex cell = models->model()->index(row, core::UsageTableModel::Model);
        const QImage image = models->viewport()->grab(models->visualRect(cell)).toImage();
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixelColor(x, y).rgb() == colour.rgb())
                    return true;
            }
        }
        return false;
    };
    const auto colourOf = [this](const QString &name) {
        for (const ui::ChartPicture::Series &series : chart()->picture().series) {
            if (series.name == name)
                return ui::chartColour(*m_theme, series.colour);
        }
        return QColor();
    };
    QStringList names;
    QList<QColor> colours;
    for (int row = 0; row < 3; ++row) {
        names.append(models->model()->index(row, core::UsageTableModel::Model).data().toString());
        colours.append(colourOf(names.last()));
        QVERIFY2(colours.last().isValid(), qPrintable(names.last()));
        QVERIFY2(shows(row, colours.last()), qPrintable(names.last()));
    }
    // Of accounts the chart has other colours, and no grey that would mean "Other".
    choose("usage.group", QStringLiteral("account"));
    QTRY_COMPARE(result().query.group, QStringLiteral("account"));
    for (int row = 0; row < 3; ++row) {
        QVERIFY2(!shows(row, colours.at(row)), qPrintable(names.at(row)));
        QVERIFY2(!shows(row, m_theme->seriesColour(ui::Theme::kSeries - 1)), qPrintable(names.at(row)));
    }
    choose("usage.group", QStringLiteral("model"));
    QTRY_COMPARE(result().query.group, QStringLiteral("model"));
    QVERIFY(shows(0, colours.first()));
}

void UsageExploreTest::aColourStaysWithItsName()
{
    showPage();
    const auto colours = [this] {
        QHash<QString, int> byName;
        for (const ui::ChartPicture::Series &series : chart()->picture().series)
            byName.insert(series.name, series.colour);
        return byName;
    };
    choose("usage.group", QStringLiteral("account"));
    QTRY_COMPARE(result().query.group, QStringLiteral("account"));
    const QHash<QString, int> first = colours();
    QCOMPARE(first.size(), 3);
    QCOMPARE(QSet<int>(first.cbegin(), first.cend()).size(), 3);
    // Ranked by another figure, over another period: alone or last, each keeps its own.
    child<ui::SegmentedControl>("usage.metric")->setCurrent(2);
    QTRY_COMPARE(result().query.metric, ExploreMetric::Attempts);
    QCOMPARE(colours(), first);
    m_page->showPeriod(core::customPeriod(QDate(2026, 11, 22), QDate(2026, 11, 22)));
    QTRY_COMPARE(colours(),
                 (QHash<QString, int>{{QStringLiteral("bay"), first.value(QStringLiteral("bay"))}}));
}

void UsageExploreTest::manyNamesShareColoursApartFromOneAnother()
{
    ui::SeriesColours colours(m_colours);
    const QStringList tag{QStringLiteral("tag:team")};
    QList<QStringList> teams;
    for (int team = 0; team < 20; ++team)
        teams.append({QStringLiteral("team %1").arg(team)});
    const QList<int> all = colours.of(tag, teams);
    QVERIFY(!all.contains(ui::SeriesColours::other()));
    QCOMPARE(QSet<int>(all.cbegin(), all.cend()).size(), 15);
    for (qsizetype at = 1; at < all.size(); ++at)
        QVERIFY2(all.at(at) != all.at(at - 1), qPrintable(teams.at(at).first()));
    // In another order, and beside those that share their colours.
    const QList<int> some = colours.of(tag, {teams.at(7), teams.at(0), teams.at(12)});
    QCOMPARE(some, QList<int>({all.at(7), all.at(0), all.at(12)}));
    const QList<int> sharing = colours.of(tag, {teams.at(all.indexOf(all.at(19))), teams.at(19)});
    QCOMPARE(sharing.first(), all.at(19));
    QVERIFY(sharing.last() != sharing.first());
    QCOMPARE(colours.of(tag, {teams.at(19)}).first(), all.at(19));
}

void UsageExploreTest::modelsBeyondTheThemesTakeNoOthersColour()
{
    ui::ModelColours models;
    ui::SeriesColours colours(models);
    const QStringList dimension{QStringLiteral("model")};
    QList<QStringList> names;
    for (int model = 0; model < 8; ++model)
        names.append({QStringLiteral("model %1").arg(model)});
    const QList<int> first = colours.of(dimension, names);
    QCOMPARE(QSet<int>(first.cbegin(), first.cend()).size(), 8);
    QVERIFY(!first.contains(ui::SeriesColours::other()));
    for (int model = 0; model < ui::Theme::kSeries - 1; ++model)
        QCOMPARE(first.at(model), models.indexOf(names.at(model).first()));
    std::reverse(names.begin(), names.end());
    QList<int> reversed = colours.of(dimension, names);
    std::reverse(reversed.begin(), reversed.end());
    QCOMPARE(reversed, first);
    QCOMPARE(colours.of(dimension, {names.first()}), QList<int>{first.last()});
}

void UsageExploreTest::sharesAndTableLeadToTheSameRequests()
{
    showPage();
    choose("usage.kind", static_cast<int>(ExploreKind::Shares));
    QTRY_COMPARE(chart()->picture().kind, ui::ChartPicture::Kind::Shares);
    QCOMPARE(chart()->picture().series.first().name, QStringLiteral("sonnet"));
    emit chart()->activated(0, 0);
    QTRY_COMPARE(summary(), QStringLiteral("2 requests · no errors · $0.75"));
    choose("usage.kind", static_cast<int>(ExploreKind::Table));
    auto *const table = child<QAbstractItemView>("usage.exploreTable");
    QTRY_VERIFY(table->isVisible());
    QCOMPARE(table->model()->index(0, core::ExploreTableModel::Name).data().toString(),
             QStringLiteral("sonnet"));
    QCOMPARE(table->model()->index(0, core::ExploreTableModel::Value).data().toString(),
             QStringLiteral("$0.75"));
    const auto *const columns = child<QTableView>("usage.exploreTable");
    QVERIFY2(columns->isColumnHidden(core::ExploreTableModel::Cost), "the metric is the cost");
    QVERIFY(!columns->isColumnHidden(core::ExploreTableModel::Value));
    emit table->clicked(table->model()->index(1, 0));
    QTRY_COMPARE(summary(), QStringLiteral("3 requests · 1 error · $0.004"));
    QCOMPARE(requests()->model()->rowCount(), 3);
}

void UsageExploreTest::aRateIsDrawnAsLines()
{
    showPage();
    choose("usage.furtherMetric", static_cast<int>(ExploreMetric::ErrorRate));
    QTRY_COMPARE(result().query.metric, ExploreMetric::ErrorRate);
    QCOMPARE(chart()->picture().kind, ui::ChartPicture::Kind::Lines);
    QCOMPARE(chart()->picture().spotText({27, -1}), QStringLiteral("20 Nov: 25.0 %"));
}

void UsageExploreTest::nothingToDrawIsSaidForWhatItIs()
{
    showPage();
    const auto *const nothing = child<ui::ElidedLabel>("usage.nothing");
    choose("usage.furtherMetric", static_cast<int>(ExploreMetric::FailedCost));
    QTRY_VERIFY(nothing->isVisible());
    QCOMPARE(nothing->fullText(), QStringLiteral("What was sent in this period cost nothing."));
    m_page->showPeriod(core::customPeriod(QDate(2026, 11, 21), QDate(2026, 11, 21)));
    QTRY_COMPARE(nothing->fullText(), QStringLiteral("No request failed in this period."));
    child<ui::SegmentedControl>("usage.metric")->setCurrent(0);
    m_page->showPeriod(core::customPeriod(QDate(2026, 11, 22), QDate(2026, 11, 22)));
    QTRY_COMPARE(nothing->fullText(), QStringLiteral("No known cost in this period."));
    QVERIFY(nothing->isVisible());
}

void UsageExploreTest::cumulativeBarsLeadToAllSinceTheBegin()
{
    showPage();
    child<ui::FlatButton>("usage.cumulative")->setChecked(true);
    QTRY_VERIFY(result().query.cumulative);
    QCOMPARE(chart()->picture().spotText({28, -1}), QStringLiteral("21 Nov: $0.754"));
    emit chart()->activated(28, -1);
    QTRY_COMPARE(summary(), QStringLiteral("5 requests · 1 error · $0.754"));
}

void UsageExploreTest::draggingLooksCloserAndEscapeComesBack()
{
    showPage();
    QVERIFY(child<ui::FlatButton>("usage.zoomBack")->isHidden());
    drag(27, 28);
    QTRY_COMPARE(result().query.period, core::customPeriod(QDate(2026, 11, 20), QDate(2026, 11, 21)));
    QTRY_COMPARE(child<ui::KpiBox>("kpi.requests")->value(), QStringLiteral("5"));
    QVERIFY(child<ui::FlatButton>("usage.zoomBack")->isVisible());
    QTest::keyClick(chart(), Qt::Key_Escape);
    QTRY_COMPARE(result().query.period.kind, PeriodKind::Last30Days);
    QTRY_COMPARE(child<ui::KpiBox>("kpi.requests")->value(), QStringLiteral("7"));
    QVERIFY(child<ui::FlatButton>("usage.zoomBack")->isHidden());
}

void UsageExploreTest::draggingWithinADayChoosesHours()
{
    showPage();
    m_page->showPeriod(core::customPeriod(QDate(2026, 11, 20), QDate(2026, 11, 20)));
    QTRY_COMPARE(result().query.rollup, core::ExploreRollup::Hour);
    QCOMPARE(chart()->picture().bins.size(), 24);
    // 08:00 UTC is 9 o'clock in Berlin: the first two requests.
    drag(9, 10);
    QTRY_COMPARE(result().query.period.kind, PeriodKind::Moments);
    QTRY_COMPARE(child<ui::KpiBox>("kpi.requests")->value(), QStringLiteral("2"));
    QCOMPARE(child<ui::ElidedLabel>("usage.days")->fullText(),
             QStringLiteral("20 Nov, 09:00 – 11:00, Europe/Berlin"));
    QTest::mouseClick(child<ui::FlatButton>("usage.zoomBack"), Qt::LeftButton);
    QTRY_COMPARE(child<ui::KpiBox>("kpi.requests")->value(), QStringLiteral("4"));
}

void UsageExploreTest::keyFiguresLeadToWhatTheyAreMadeOf()
{
    showPage();
    QTest::mouseClick(child<ui::KpiBox>("kpi.tokens"), Qt::LeftButton);
    QTRY_COMPARE(result().query.metric, ExploreMetric::Tokens);
    child<ui::KpiBox>("kpi.requests")->setFocus();
    QTest::keyClick(child<ui::KpiBox>("kpi.requests"), Qt::Key_Return);
    QTRY_COMPARE(result().query.metric, ExploreMetric::Attempts);
    QTest::mouseClick(child<ui::KpiBox>("kpi.errors"), Qt::LeftButton);
    QTRY_COMPARE(summary(), QStringLiteral("1 request · 1 error · $0"));
    QCOMPARE(requests()->model()->rowCount(), 1);
    QTRY_COMPARE(result().query.metric, ExploreMetric::Errors);
    // There is no view of latency to lead to.
    QVERIFY(!child<ui::KpiBox>("kpi.firstToken")->leads());
}

void UsageExploreTest::unpricedRequestsAreOneClickAway()
{
    showPage();
    auto *const link = child<ui::KpiBox>("kpi.cost")->findChild<ui::FlatButton *>();
    QTRY_COMPARE(link->text(), QStringLiteral("+ 2 unpriced"));
    // Where it is laid out in the end is not of interest here.
    link->click();
    QTRY_COMPARE(summary(), QStringLiteral("2 requests · no errors · 2 unpriced"));
    QCOMPARE(requests()->model()->rowCount(), 2);
}

void UsageExploreTest::yearsAreToldWhereThereAreSeveral()
{
    m_story->tell(QDateTime(QDate(2024, 12, 15), QTime(20, 0), Qt::UTC), {QStringLiteral("openai/mini")});
    showPage();
    QVERIFY(chart()->picture().bins.first().datedTick.isEmpty());
    m_page->showPeriod(core::customPeriod(QDate(2024, 12, 9), QDate(2025, 1, 12)));
    QTRY_COMPARE(result().query.period.kind, PeriodKind::Custom);
    QTRY_COMPARE(chart()->picture().spotText({6, -1}), QStringLiteral("15 Dec 2024: $0.002"));
    const QStringList ticks = chart()->picture().ticks(1);
    QCOMPARE(ticks.mid(0, 2), QStringList({QStringLiteral("9 Dec 2024"), QStringLiteral("10 Dec")}));
    QCOMPARE(ticks.at(23), QStringLiteral("1 Jan 2025"));
    emit chart()->activated(6, 0);
    QTRY_COMPARE(requests()->model()->rowCount(), 1);
    QCOMPARE(requests()->model()->index(0, core::AttemptTableModel::Time).data().toString(),
             QStringLiteral("15 Dec 2024 21:00:00"));
    QCOMPARE(child<ui::ElidedLabel>("usage.selection")->fullText(), QStringLiteral("mini · 15 Dec 2024"));
    m_page->showPeriod(core::periodOf(PeriodKind::All, QDate(2026, 11, 22)));
    QTRY_COMPARE(child<ui::ElidedLabel>("usage.days")->fullText(),
                 QStringLiteral("15 Dec 2024 – 22 Nov 2026, Europe/Berlin"));
}

void UsageExploreTest::bracketsStepThroughPeriods()
{
    showPage();
    m_page->showPeriod(core::periodOf(PeriodKind::ThisMonth, QDate(2026, 11, 22)));
    m_actions->find(QStringLiteral("usage.earlier"))->trigger();
    QCOMPARE(m_page->period().kind, PeriodKind::PreviousMonth);
    chart()->setFocus();
    QTRY_VERIFY(chart()->hasFocus());
    QTest::keyClick(chart(), Qt::Key_BracketRight);
    QCOMPARE(m_page->period().kind, PeriodKind::ThisMonth);
    QTest::keyClick(chart(), Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(m_page->period().kind, PeriodKind::PreviousMonth);
}

void UsageExploreTest::aSavedViewComesBack()
{
    showPage();
    choose("usage.group", QStringLiteral("account"));
    QTRY_COMPARE(result().query.group, QStringLiteral("account"));
    QSignalSpy notified(m_page.get(), &ui::UsagePage::notified);
    auto *const views = child<ui::ViewsButton>("usage.views");
    views->askForName();
    auto *const dialog = child<QInputDialog>("usage.viewName");
    QVERIFY(dialog);
    dialog->setTextValue(QStringLiteral("Who sells"));
    dialog->accept();
    QCOMPARE(notified.count(), 1);
    choose("usage.group", QStringLiteral("task"));
    m_page->showPeriod(core::periodOf(PeriodKind::All, {}));
    QTRY_COMPARE(result().query.group, QStringLiteral("task"));
    emit views->menu()->aboutToShow();
    views->menu()->actions().first()->trigger();
    QTRY_COMPARE(result().query.group, QStringLiteral("account"));
    QCOMPARE(m_page->period().kind, PeriodKind::Last30Days);
}

void UsageExploreTest::aSavedNumberOfSeriesIsTheNearestChoice_data()
{
    QTest::addColumn<int>("saved");
    QTest::addColumn<int>("chosen");
    QTest::newRow("all") << 0 << 0;
    QTest::newRow("fewer than any choice") << 1 << 3;
    QTest::newRow("as near to three as to five") << 4 << 3;
    QTest::newRow("a choice") << 5 << 5;
    QTest::newRow("nearer to ten") << 8 << 10;
    QTest::newRow("nearer to twenty") << 16 << 20;
    QTest::newRow("more than any choice") << 50 << 20;
}

void UsageExploreTest::aSavedNumberOfSeriesIsTheNearestChoice()
{
    QFETCH(int, saved);
    QFETCH(int, chosen);
    ui::ExploreControls controls(*m_theme);
    controls.setQuery({.topN = saved});
    QCOMPARE(controls.applied({}).topN, chosen);
    QCOMPARE(controls.findChild<ui::ChoiceButton *>(QStringLiteral("usage.top"))->current().toInt(), chosen);
}

void UsageExploreTest::viewsAreRenamedAndRemoved()
{
    showPage();
    auto *const views = child<ui::ViewsButton>("usage.views");
    views->saveAs(QStringLiteral("One"));
    const auto submenu = [views](int fromEnd) {
        emit views->menu()->aboutToShow();
        const QList<QAction *> actions = views->menu()->actions();
        return actions.at(actions.size() - fromEnd)->menu();
    };
    submenu(2)->actions().first()->trigger();
    auto *const dialog = child<QInputDialog>("usage.viewName");
    QVERIFY(dialog);
    QCOMPARE(dialog->textValue(), QStringLiteral("One"));
    dialog->setTextValue(QStringLiteral("Two"));
    dialog->accept();
    core::SavedViewStore store(m_story->settings);
    QCOMPARE(store.list(QDate(2026, 11, 22)).views.first().name, QStringLiteral("Two"));
    submenu(1)->actions().first()->trigger();
    QVERIFY(store.list(QDate(2026, 11, 22)).views.isEmpty());
}

void UsageExploreTest::whatWasShownIsShownAgain()
{
    showPage();
    child<ui::SegmentedControl>("usage.metric")->setCurrent(1);
    choose("usage.group", QStringLiteral("vendor"));
    choose("usage.kind", static_cast<int>(ExploreKind::Lines));
    choose("usage.rollup", static_cast<int>(core::ExploreRollup::Week));
    m_page->showPeriod(core::periodOf(PeriodKind::Last90Days, QDate(2026, 11, 22)));
    QTRY_COMPARE(result().query.period.kind, PeriodKind::Last90Days);
    m_page.reset();
    m_actions = std::make_unique<ui::Actions>();
    showPage();
    QCOMPARE(result().query.metric, ExploreMetric::Tokens);
    QCOMPARE(result().query.group, QStringLiteral("vendor"));
    QCOMPARE(result().query.rollup, core::ExploreRollup::Week);
    QCOMPARE(result().query.period.kind, PeriodKind::Last90Days);
    QCOMPARE(explore()->kind(), ExploreKind::Lines);
}

void UsageExploreTest::theStepsOfThePeriodAreNamed()
{
    showPage();
    auto *const steps = child<ui::ChoiceButton>("usage.rollup");
    QTRY_COMPARE(steps->text(), QStringLiteral("per day"));
    QCOMPARE(steps->accessibleName(), QStringLiteral("Steps of time: per day"));
    choose("usage.kind", static_cast<int>(ExploreKind::Lines));
    QTRY_COMPARE(explore()->kind(), ExploreKind::Lines);
    QCOMPARE(steps->text(), QStringLiteral("per day"));
    QCOMPARE(steps->current().toInt(), -1);
    choose("usage.rollup", static_cast<int>(core::ExploreRollup::Week));
    QTRY_COMPARE(steps->text(), QStringLiteral("per week"));
}

void UsageExploreTest::theChartIsCopiedAsImageAndSvg()
{
    showPage();
    m_actions->find(QStringLiteral("usage.copyChart"))->trigger();
    QVERIFY(QGuiApplication::clipboard()->image().width() >= 1280);
    m_actions->find(QStringLiteral("usage.copyChartSvg"))->trigger();
    const QMimeData *const copied = QGuiApplication::clipboard()->mimeData();
    QVERIFY(copied->hasFormat(QStringLiteral("image/svg+xml")));
    QVERIFY(copied->data(QStringLiteral("image/svg+xml")).contains("sonnet"));
    QVERIFY(copied->data(QStringLiteral("image/svg+xml")).contains("Europe/Berlin"));
    // The title is as large in it as the window would draw it.
    const QRegularExpressionMatch size =
        QRegularExpression(QStringLiteral("<text [^>]*font-size=\"([0-9.]+)\""))
            .match(QString::fromUtf8(copied->data(QStringLiteral("image/svg+xml"))));
    QVERIFY(size.hasMatch());
    const double drawn = QFontMetricsF(m_theme->font(1.08, QFont::DemiBold)).height();
    QVERIFY2(size.captured(1).toDouble() > 0.75 * drawn, qPrintable(size.captured(1)));
}

void UsageExploreTest::theViewIsCopiedAsCsvAndTsv()
{
    showPage();
    m_actions->find(QStringLiteral("usage.copyCsv"))->trigger();
    const QStringList lines = QGuiApplication::clipboard()->text().split(QStringLiteral("\r\n"));
    QCOMPARE(
        lines.first(),
        QStringLiteral("model,cost,share,calls,attempts,errors,input,output,cost_usd,unpriced_attempts"));
    QVERIFY2(lines.at(1).startsWith(QStringLiteral("sonnet,0.75,")), qPrintable(lines.at(1)));
    QVERIFY2(lines.at(1).endsWith(QStringLiteral(",2,2,0,1000,1800,0.75,0")), qPrintable(lines.at(1)));
    m_actions->find(QStringLiteral("usage.copyTsv"))->trigger();
    QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("sonnet\t0.75\t")));
}

void UsageExploreTest::panesAreToldOfThePeriod()
{
    showPage();
    auto *const pane = new QLabel(QStringLiteral("Why did it change"));
    QSignalSpy told(m_page.get(), &ui::UsagePage::periodChanged);
    m_page->addPane(pane, QStringLiteral("Why"));
    QVERIFY(!pane->isVisible());
    m_page->showPane(pane);
    QVERIFY(pane->isVisible());
    m_page->showPeriod(core::periodOf(PeriodKind::All, {}));
    QCOMPARE(told.count(), 1);
    QCOMPARE(told.first().at(0).value<core::ReportPeriod>().kind, PeriodKind::All);
    m_page->showAttempts({{QStringLiteral("model"), QStringLiteral("sonnet")}}, m_page->periodRange(),
                         QStringLiteral("Dearer"));
    QTRY_COMPARE(summary(), QStringLiteral("2 requests · no errors · $0.75"));
    QVERIFY(!pane->isVisible());
    QTest::mouseClick(child<ui::FlatButton>("usage.back"), Qt::LeftButton);
    QVERIFY(pane->isVisible());
}

void UsageExploreTest::latencyTakesThePlaceOfTheChart()
{
    showPage();
    auto *const latency = new QLabel(QStringLiteral("Latency"));
    m_page->setLatencyPane(latency);
    QTest::mouseClick(child<ui::KpiBox>("kpi.firstToken"), Qt::LeftButton);
    QVERIFY(latency->isVisible());
    QVERIFY(!chart()->isVisible());
    QVERIFY(child<ui::ChoiceButton>("usage.group")->isHidden());
    child<ui::SegmentedControl>("usage.metric")->setCurrent(0);
    QTRY_VERIFY(chart()->isVisible());
}

void UsageExploreTest::aLateAnswerLeavesTheLatencyShown()
{
    showPage();
    auto *const latency = new QLabel(QStringLiteral("Latency"));
    m_page->setLatencyPane(latency);
    choose("usage.group", QStringLiteral("account"));
    QTest::mouseClick(child<ui::KpiBox>("kpi.firstToken"), Qt::LeftButton);
    // One thread answers in order: when this is there, so is what was asked before.
    QVERIFY(test::await(m_usage->explore({.period = core::periodOf(PeriodKind::All, {})})));
    QCoreApplication::processEvents();
    QVERIFY(latency->isVisible());
}

void UsageExploreTest::marksAreThoseThatAreDrawnUntilOthersAre()
{
    showPage();
    choose("usage.kind", static_cast<int>(ExploreKind::Shares));
    QTRY_COMPARE(chart()->picture().kind, ui::ChartPicture::Kind::Shares);
    choose("usage.kind", static_cast<int>(ExploreKind::Bars));
    emit chart()->activated(0, 2);
    QCOMPARE(child<ui::ElidedLabel>("usage.selection")->fullText(), QStringLiteral("tune"));
    QTRY_COMPARE(chart()->picture().kind, ui::ChartPicture::Kind::Bars);
    QCOMPARE(explore()->kind(), ExploreKind::Bars);
}

void UsageExploreTest::eventsAreMarked()
{
    showPage();
    const qint64 moment = QDateTime(QDate(2026, 11, 20), QTime(12, 0), Qt::UTC).toMSecsSinceEpoch();
    m_page->setEvents({{moment, QStringLiteral("cheap, version 2")}});
    QCOMPARE(chart()->picture().events.size(), 1);
    choose("usage.group", QStringLiteral("account"));
    QTRY_COMPARE(result().query.group, QStringLiteral("account"));
    QCOMPARE(chart()->picture().events.first().label, QStringLiteral("cheap, version 2"));
}

void UsageExploreTest::aLedgerThatCannotBeReadSaysSo()
{
    showPage();
    QVERIFY(child<ui::MessagePanel>("usage.problem")->isHidden());
    QVERIFY(test::await(m_story->ledger.database().write([](core::Connection &connection) {
        return connection.execute(QStringLiteral("ALTER TABLE usage_groups RENAME TO usage_lost"));
    })));
    m_actions->find(QStringLiteral("usage.refresh"))->trigger();
    QTRY_VERIFY(child<ui::MessagePanel>("usage.problem")->isVisible());
}

SWITCHYARD_TEST(UsageExploreTest)

#include "tst_usageexplore.moc"
