#include "ui/usage/usagepage.h"

#include "core/models/usagetablemodel.h"
#include "core/settings/keys.h"
#include "core/usage/usagereader.h"
#include "tests/support/ledgerstory.h"
#include "tests/support/testunit.h"
#include "ui/actions.h"
#include "ui/theme/modelcolours.h"
#include "ui/theme/theme.h"
#include "ui/usage/attemptdetails.h"
#include "ui/usage/explorecontrols.h"
#include "ui/usage/explorepane.h"
#include "ui/usage/kpibox.h"
#include "ui/usage/periodpicker.h"
#include "ui/usage/usagechart.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCheckBox>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTableView>
#include <QTest>

using core::ExploreMetric;
using core::UsageTableModel;
using test::LedgerStory;
using ui::FlatButton;
using ui::UsageChart;
using ui::UsagePage;

namespace {

QDateTime utc(int month, int day, int hour, int minute = 0)
{
    return QDateTime(QDate(2026, month, day), QTime(hour, minute), Qt::UTC);
}

LedgerStory::Request failed(const char *target)
{
    LedgerStory::Request request{QString::fromLatin1(target)};
    request.status = core::LaneStatus::Failed;
    request.cost = core::Money();
    return request;
}

} // namespace

/// The page over a real ledger.
class UsagePageTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void figuresAreThoseOfTheLedger();
    void aRowLeadsToItsAttempts();
    void aPartOfABarLeadsToExactlyItsAttempts();
    void aBarOfErrorsLeadsToTheErrors();
    void aDayOfChangedClocksLeadsToAllItsAttempts();
    void theWayBackIsOneKey();
    void anAttemptTellsEverything();
    void whatWasNotMeasuredIsNotTold();
    void openRunLeadsToTheRun();
    void anEmptyLedgerSaysWhatWillBeHere();
    void panesStayWithoutRequests();
    void simulatedOnesAreLeftOutUntilAskedFor();
    void anEmptyPeriodLeadsToAllTime();
    void whatSettlesShowsUp();
    void whatSettlesMovesNobodysPlace();
    void theTableIsExported();
    void theAttemptsShownAreExported();
    void anExportOfRequestsIsCancelled();
    void aMonthlyReportIsAskedFor();
    void noRowOfATableIsCut_data();
    void noRowOfATableIsCut();
    void everythingIsReachedByKeyboard();
    void theTabKeyGoesAlongTheBarAndBesideTheChart();
    void figuresAreNamedForAssistiveTechnology();

private:
    void show();
    void tellOrdinaryDays();
    template <typename T>
    T *child(const char *name) const
    {
        return m_page->findChild<T *>(QLatin1StringView(name));
    }
    QString figure(const char *box, const char *part = "value") const
    {
        return child<QWidget>(box)->findChild<QLabel *>(QLatin1StringView(part))->text();
    }
    QAbstractItemView *attempts() const { return child<QAbstractItemView>("usage.attempts"); }
    QAbstractItemView *models() const { return child<QAbstractItemView>("usage.models"); }
    UsageChart *chart() const { return m_page->findChild<UsageChart *>(); }
    ui::ExplorePane *explore() const { return m_page->findChild<ui::ExplorePane *>(); }
    int seriesOf(const char *name) const;
    QString summary() const { return child<ui::ElidedLabel>("usage.summary")->fullText(); }
    qint64 number(const char *sql) const;
    QByteArray saveTo(const char *action);

    std::unique_ptr<LedgerStory> m_story;
    std::unique_ptr<core::UsageReader> m_usage;
    std::unique_ptr<ui::Theme> m_theme;
    std::unique_ptr<ui::Actions> m_actions;
    ui::ModelColours m_colours;
    std::unique_ptr<UsagePage> m_page;
};

void UsagePageTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
    m_story = std::make_unique<LedgerStory>();
    QVERIFY2(m_story->ledger.isOpen(), qPrintable(m_story->ledger.problem()));
    m_usage = std::make_unique<core::UsageReader>(m_story->ledger.database());
    m_story->settings.set(core::settings::kReportingZone, QStringLiteral("Europe/Berlin"));
    m_theme = std::make_unique<ui::Theme>();
    m_theme->install();
    m_actions = std::make_unique<ui::Actions>();
}

void UsagePageTest::cleanup()
{
    m_page.reset();
    m_actions.reset();
    m_theme.reset();
    m_usage.reset();
    m_story.reset();
}

void UsagePageTest::show()
{
    m_story->finish();
    m_page = std::make_unique<UsagePage>(m_story->reader, *m_usage, m_story->writer, m_story->settings,
                                         m_story->clock, *m_theme, m_colours, *m_actions);
    m_page->resize(1200, 800);
    m_page->show();
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    QTRY_VERIFY(models()->model()->rowCount() > 0 || child<ui::EmptyState>("usage.empty")->isVisible());
}

/// Nine requests of three models on three days, one failed, two unpriced.
void UsagePageTest::tellOrdinaryDays()
{
    for (int at = 0; at < 3; ++at)
        m_story->tell(utc(11, 20, 8 + at), {QStringLiteral("openai/gpt-5-mini")});
    m_story->tell(utc(11, 20, 12), failed("openai/gpt-5-mini"));
    m_story->tell(utc(11, 20, 13),
                  {QStringLiteral("anthropic/sonnet"), 500, 900, *core::Money::fromDecimal(u"0.5")});
    m_story->tell(utc(11, 21, 8),
                  {QStringLiteral("anthropic/sonnet"), 500, 900, *core::Money::fromDecimal(u"0.25")});
    m_story->tell(utc(11, 21, 9), {QStringLiteral("bay/gpt-5-mini")});
    for (int at = 0; at < 2; ++at)
        m_story->tell(utc(11, 22, 8 + at), {QStringLiteral("bay/finetune"), 10, 20, std::nullopt});
}

/// The place of a series of the chart, -1 when there is none.
int UsagePageTest::seriesOf(const char *name) const
{
    const QList<ui::ChartPicture::Series> &series = chart()->picture().series;
    for (int at = 0; at < series.size(); ++at) {
        if (series.at(at).name == QLatin1StringView(name))
            return at;
    }
    return -1;
}

qint64 UsagePageTest::number(const char *sql) const
{
    const QString text = QString::fromLatin1(sql);
    const auto value = test::await(m_story->ledger.database().read(
        [text](core::Connection &connection) { return connection.integer(text); }));
    return value ? *value : -1;
}

void UsagePageTest::figuresAreThoseOfTheLedger()
{
    tellOrdinaryDays();
    show();
    QCOMPARE(number("SELECT sum(cost_picos) FROM v_attempts"), 758'000'000'000);
    QCOMPARE(figure("kpi.cost"), QStringLiteral("$0.758"));
    QCOMPARE(child<QWidget>("kpi.cost")->findChild<FlatButton *>(QStringLiteral("link"))->text(),
             QStringLiteral("+ 2 unpriced"));
    QCOMPARE(figure("kpi.requests"), QString::number(number("SELECT count(*) FROM v_attempts")));
    QCOMPARE(figure("kpi.tokens"), QStringLiteral("5,020 / 2,640"));
    QCOMPARE(number("SELECT sum(input_tokens) FROM v_attempts"), 5'020);
    QCOMPARE(number("SELECT sum(output_tokens) FROM v_attempts"), 2'640);
    QCOMPARE(figure("kpi.errors"), QStringLiteral("11.1 %"));
    QCOMPARE(figure("kpi.firstToken", "note"), QStringLiteral("too few samples"));
    QCOMPARE(models()->model()->rowCount(), 4);
    QCOMPARE(models()->model()->index(0, UsageTableModel::Model).data().toString(), QStringLiteral("sonnet"));
    QCOMPARE(models()->model()->index(3, UsageTableModel::CostColumn).data().toString(),
             QStringLiteral("2 unpriced"));
}

void UsagePageTest::aRowLeadsToItsAttempts()
{
    tellOrdinaryDays();
    show();
    const QModelIndex row = models()->model()->index(1, 0);
    QCOMPARE(models()->model()->index(1, UsageTableModel::Account).data().toString(),
             QStringLiteral("openai"));
    QTest::mouseClick(models()->viewport(), Qt::LeftButton, {}, models()->visualRect(row).center());
    QTRY_COMPARE(attempts()->model()->rowCount(), 4);
    QVERIFY(attempts()->isVisible());
    QVERIFY(attempts()->hasFocus());
    QTRY_COMPARE(summary(), QStringLiteral("4 requests · 1 error · $0.006"));
    QCOMPARE(child<ui::ElidedLabel>("usage.selection")->fullText(), QStringLiteral("gpt-5-mini · openai"));
}

void UsagePageTest::aPartOfABarLeadsToExactlyItsAttempts()
{
    tellOrdinaryDays();
    show();
    QTRY_COMPARE(chart()->picture().bins.size(), 30);
    const int day = 27; // the 20th
    const int series = seriesOf("gpt-5-mini");
    QVERIFY(series >= 0);
    emit chart()->activated(day, series);
    const core::UsageFigures figures = explore()->result().series.at(series).marks.at(day).figures;
    QTRY_COMPARE(attempts()->model()->rowCount(), figures.attempts);
    QCOMPARE(figures.attempts, 4);
    QCOMPARE(chart()->marked(), (UsageChart::Spot{day, series}));
    emit chart()->activated(day, -1);
    QTRY_COMPARE(attempts()->model()->rowCount(), 5);
    QTRY_COMPARE(summary(), QStringLiteral("5 requests · 1 error · $0.506"));
}

void UsagePageTest::aBarOfErrorsLeadsToTheErrors()
{
    tellOrdinaryDays();
    show();
    child<ui::SegmentedControl>("usage.metric")->setCurrent(3);
    QTRY_COMPARE(explore()->result().query.metric, ExploreMetric::Errors);
    emit chart()->activated(27, seriesOf("gpt-5-mini"));
    QTRY_COMPARE(attempts()->model()->rowCount(), 1);
    QTRY_COMPARE(summary(), QStringLiteral("1 request · 1 error · $0"));
}

void UsagePageTest::aDayOfChangedClocksLeadsToAllItsAttempts()
{
    // 25 October has 25 hours in Berlin, from 22:00 UTC of the day before to 23:00 UTC.
    m_story->tell(utc(10, 24, 21, 59), {QStringLiteral("a/one")});
    m_story->tell(utc(10, 24, 22, 0), {QStringLiteral("a/one")});
    m_story->tell(utc(10, 25, 22, 59), {QStringLiteral("a/one")});
    m_story->tell(utc(10, 25, 23, 0), {QStringLiteral("a/one")});
    show();
    QTRY_COMPARE(chart()->picture().bins.size(), 30);
    QCOMPARE(explore()->result().buckets.at(1).date, QDate(2026, 10, 25));
    QCOMPARE(explore()->result().series.first().marks.at(1).figures.attempts, 2);
    emit chart()->activated(1, 0);
    QTRY_COMPARE(attempts()->model()->rowCount(), 2);
}

void UsagePageTest::theWayBackIsOneKey()
{
    tellOrdinaryDays();
    show();
    models()->setCurrentIndex(models()->model()->index(0, 0));
    QTest::keyClick(models(), Qt::Key_Return);
    QTRY_COMPARE(attempts()->model()->rowCount(), 2);
    QTest::keyClick(attempts(), Qt::Key_Escape);
    QVERIFY(models()->isVisible());
    emit models()->clicked(models()->model()->index(0, 0));
    QTRY_VERIFY(attempts()->isVisible());
    QTest::mouseClick(child<FlatButton>("usage.back"), Qt::LeftButton);
    QVERIFY(models()->isVisible());
    QCOMPARE(chart()->marked(), UsageChart::Spot());
}

void UsagePageTest::anAttemptTellsEverything()
{
    tellOrdinaryDays();
    show();
    models()->setCurrentIndex(models()->model()->index(1, 0));
    QTest::keyClick(models(), Qt::Key_Return);
    QTRY_COMPARE(attempts()->model()->rowCount(), 4);
    attempts()->setCurrentIndex(attempts()->model()->index(0, 0));
    QTest::keyClick(attempts(), Qt::Key_Return);
    auto *const details = m_page->findChild<ui::AttemptDetails *>();
    QVERIFY(details->isVisible());
    QStringList texts;
    for (const QLabel *label : details->findChildren<QLabel *>()) {
        if (label->isVisible())
            texts.append(label->text());
    }
    QVERIFY2(texts.contains(QStringLiteral("openai: “Requests rate limit exceeded”")),
             qPrintable(texts.join(QLatin1Char('\n'))));
    QVERIFY(texts.contains(QStringLiteral("Rate limited (HTTP 429)")));
    attempts()->setCurrentIndex(attempts()->model()->index(1, 0));
    QTest::keyClick(attempts(), Qt::Key_Return);
    QVERIFY(
        child<QPlainTextEdit>("details.usageJson")->toPlainText().contains(QStringLiteral("prompt_tokens")));
    texts.clear();
    for (const QLabel *label : details->findChildren<QLabel *>())
        texts.append(label->text());
    for (const char *const text :
         {"$0.002", "tokens times list price", "2026-09-23", "list price", "400\u202fms", "1,000", "200"})
        QVERIFY2(texts.contains(QString::fromUtf8(text)), text);
    QTest::keyClick(details, Qt::Key_Escape);
    QVERIFY(details->isHidden());
}

/// As of a request that was imported: its cost is from the provider, and its times are nowhere.
void UsagePageTest::whatWasNotMeasuredIsNotTold()
{
    show();
    auto *const details = m_page->findChild<ui::AttemptDetails *>();
    core::AttemptRecord attempt;
    attempt.accountName = QStringLiteral("openrouter");
    attempt.model = QStringLiteral("mini");
    attempt.source = QStringLiteral("import");
    attempt.cost = {.amount = core::Money::fromPicos(5), .basis = core::CostBasis::Reported};
    attempt.cost.priceSource = QStringLiteral("Reported by the provider");
    const auto keys = [details] {
        QStringList texts;
        for (const QLabel *label : details->findChildren<QLabel *>())
            texts.append(label->text());
        return texts;
    };
    details->showAttempt(attempt, QTimeZone::utc());
    for (const char *const key : {"Connected", "Headers", "First text", "Last", "Price from"})
        QVERIFY2(!keys().contains(QString::fromLatin1(key)), key);
    attempt.completion.timing.headers = 20.0;
    details->showAttempt(attempt, QTimeZone::utc());
    QVERIFY(keys().contains(QStringLiteral("connection was open")));
    attempt.completion.timing = {.last = 20.0};
    details->showAttempt(attempt, QTimeZone::utc());
    QVERIFY2(!keys().contains(QStringLiteral("connection was open")), "nobody answered at all");
}

void UsagePageTest::openRunLeadsToTheRun()
{
    const qint64 run = m_story->tell(utc(11, 20, 8), {QStringLiteral("a/one")});
    show();
    QSignalSpy wanted(m_page.get(), &UsagePage::runRequested);
    emit models()->clicked(models()->model()->index(0, 0));
    QTRY_COMPARE(attempts()->model()->rowCount(), 1);
    emit attempts()->clicked(attempts()->model()->index(0, 0));
    QTest::mouseClick(child<FlatButton>("details.openRun"), Qt::LeftButton);
    QCOMPARE(wanted.takeFirst(), QVariantList{run});
    // A deleted run leaves its figures, but there is nothing to open.
    QVERIFY(test::await(m_story->writer.removeRun(run)));
    QTest::mouseClick(child<FlatButton>("usage.back"), Qt::LeftButton);
    emit models()->clicked(models()->model()->index(0, 0));
    QTRY_VERIFY(attempts()->model()->rowCount() == 1);
    emit attempts()->clicked(attempts()->model()->index(0, 0));
    QVERIFY(!child<FlatButton>("details.openRun")->isVisible());
}

void UsagePageTest::anEmptyLedgerSaysWhatWillBeHere()
{
    show();
    auto *const empty = child<ui::EmptyState>("usage.empty");
    QVERIFY(empty->isVisible());
    QSignalSpy compare(m_page.get(), &UsagePage::compareRequested);
    QTest::mouseClick(empty->findChild<QPushButton *>(), Qt::LeftButton);
    QCOMPARE(compare.count(), 1);
    QVERIFY(!models()->isVisible());
}

void UsagePageTest::panesStayWithoutRequests()
{
    show();
    auto *const imports = new QLabel(QStringLiteral("Imports"));
    m_page->addPane(imports, QStringLiteral("Imports"));
    m_page->showPane(imports);
    m_actions->find(QStringLiteral("usage.refresh"))->trigger();
    QTRY_VERIFY(imports->isVisible());
    QVERIFY(child<ui::EmptyState>("usage.empty")->isVisible());
    QVERIFY(!chart()->isVisible());
}

void UsagePageTest::simulatedOnesAreLeftOutUntilAskedFor()
{
    LedgerStory::Request simulated{QStringLiteral("demo/quick")};
    simulated.simulated = true;
    m_story->tell(utc(11, 20, 8), simulated);
    show();
    auto *const empty = child<ui::EmptyState>("usage.empty");
    QVERIFY(empty->isVisible());
    QTest::mouseClick(empty->findChild<QPushButton *>(), Qt::LeftButton);
    QTRY_COMPARE(figure("kpi.requests"), QStringLiteral("1"));
    QVERIFY(empty->isHidden());
    QVERIFY(child<QCheckBox>("usage.includeSimulated")->isChecked());
    QVERIFY(m_story->settings.get(core::settings::kIncludeSimulated));
    m_story->settings.set(core::settings::kIncludeSimulated, false);
    QTRY_VERIFY(empty->isVisible());
    QVERIFY(!child<QCheckBox>("usage.includeSimulated")->isChecked());
}

void UsagePageTest::anEmptyPeriodLeadsToAllTime()
{
    m_story->tell(utc(3, 2, 8), {QStringLiteral("a/one")});
    show();
    auto *const empty = child<ui::EmptyState>("usage.empty");
    QVERIFY(empty->isVisible());
    QTest::mouseClick(empty->findChild<QPushButton *>(), Qt::LeftButton);
    QTRY_COMPARE(figure("kpi.requests"), QStringLiteral("1"));
    QTRY_COMPARE(explore()->result().query.period.kind, core::PeriodKind::All);
    QCOMPARE(explore()->result().buckets.first().date, QDate(2026, 3, 2));
}

void UsagePageTest::whatSettlesShowsUp()
{
    m_story->tell(utc(11, 20, 8), {QStringLiteral("a/one")});
    show();
    QTRY_COMPARE(figure("kpi.requests"), QStringLiteral("1"));
    m_story->tell(utc(11, 20, 9), {QStringLiteral("a/two")});
    QTRY_COMPARE(figure("kpi.requests"), QStringLiteral("2"));
    QTRY_COMPARE(models()->model()->rowCount(), 2);
}

void UsagePageTest::whatSettlesMovesNobodysPlace()
{
    tellOrdinaryDays();
    show();
    emit models()->clicked(models()->model()->index(1, 0));
    QTRY_COMPARE(attempts()->model()->rowCount(), 4);
    attempts()->setCurrentIndex(attempts()->model()->index(2, 0));
    m_story->tell(utc(11, 22, 11), {QStringLiteral("openai/gpt-5-mini")});
    QTRY_COMPARE(attempts()->model()->rowCount(), 5);
    // The newest stands before it now.
    QCOMPARE(attempts()->currentIndex().row(), 3);
}

/// Triggers an export, saves to a file and gives what is in it.
QByteArray UsagePageTest::saveTo(const char *action)
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("out.csv"));
    QSignalSpy notified(m_page.get(), &UsagePage::notified);
    m_actions->find(QLatin1StringView(action))->trigger();
    QFileDialog *dialog = nullptr;
    const auto opened = [&] { return (dialog = child<QFileDialog>("saveText")) != nullptr; };
    if (!QTest::qWaitFor(opened))
        return {};
    emit dialog->fileSelected(path);
    dialog->close();
    QFile file(path);
    return notified.count() == 1 && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void UsagePageTest::theTableIsExported()
{
    tellOrdinaryDays();
    show();
    const QByteArray csv = saveTo("usage.exportTable");
    QVERIFY2(csv.startsWith("account,model,calls,"), csv.constData());
    QCOMPARE(csv.count("\r\n"), 5);
    QVERIFY(csv.contains("anthropic,sonnet,2,2,0,1000,0,0,1800,0,0.75,0\r\n"));
    QVERIFY(csv.contains("bay,finetune,2,2,0,20,0,0,40,0,,2\r\n"));
}

void UsagePageTest::theAttemptsShownAreExported()
{
    tellOrdinaryDays();
    show();
    QCOMPARE(saveTo("usage.exportAttempts").count("\r\n"), 10);
    emit models()->clicked(models()->model()->index(1, 0));
    QTRY_COMPARE(attempts()->model()->rowCount(), 4);
    QCOMPARE(saveTo("usage.exportAttempts").count("\r\n"), 5);
}

void UsagePageTest::anExportOfRequestsIsCancelled()
{
    tellOrdinaryDays();
    show();
    QSignalSpy notified(m_page.get(), &UsagePage::notified);
    m_actions->find(QLatin1StringView("usage.exportAttempts"))->trigger();
    auto *const cancel = child<QAbstractButton>("work.cancel");
    QVERIFY(cancel->isVisible());
    cancel->click();
    QTRY_COMPARE(notified.count(), 1);
    QVERIFY2(notified.constFirst().constFirst().toString().contains(QStringLiteral("cancelled")),
             qPrintable(notified.constFirst().constFirst().toString()));
    QVERIFY(!cancel->isVisible());
    QVERIFY(child<QFileDialog>("saveText") == nullptr);
}

void UsagePageTest::aMonthlyReportIsAskedFor()
{
    show();
    QSignalSpy asked(m_page.get(), &UsagePage::reportRequested);
    m_actions->find(QStringLiteral("usage.report"))->trigger();
    child<FlatButton>("usage.export")->menu()->actions().constLast()->trigger();
    QCOMPARE(asked.size(), 2);
}

void UsagePageTest::noRowOfATableIsCut_data()
{
    QTest::addColumn<QString>("table");
    for (const char *const table : {"usage.models", "usage.attempts", "usage.exploreTable"})
        QTest::newRow(table) << QString::fromLatin1(table);
}

void UsagePageTest::noRowOfATableIsCut()
{
    QFETCH(QString, table);
    tellOrdinaryDays();
    show();
    auto *const view = m_page->findChild<QTableView *>(table);
    for (QWidget *at = view; at != m_page.get(); at = at->parentWidget()) {
        if (auto *const stack = qobject_cast<QStackedWidget *>(at->parentWidget()))
            stack->setCurrentWidget(at);
    }
    QTRY_VERIFY(view->isVisible());
    const int row = view->verticalHeader()->defaultSectionSize();
    for (int height = 700; height < 700 + row; height += 7) {
        m_page->resize(1100, height);
        QTRY_COMPARE(m_page->height(), height);
        QTRY_COMPARE(view->viewport()->height() % row, 0);
        QVERIFY(view->viewport()->height() >= row);
        QVERIFY(view->geometry().bottom() < view->parentWidget()->height());
    }
}

void UsagePageTest::everythingIsReachedByKeyboard()
{
    tellOrdinaryDays();
    show();
    QTRY_VERIFY(models()->isVisible());
    QStringList reached;
    child<FlatButton>("usage.period")->setFocus(Qt::TabFocusReason);
    for (int step = 0; step < 60; ++step) {
        QWidget *const focus = QApplication::focusWidget();
        if (!focus || reached.contains(focus->objectName()))
            break;
        reached.append(focus->objectName());
        QTest::keyClick(focus, Qt::Key_Tab);
    }
    for (const char *const name :
         {"usage.period", "usage.earlier", "usage.includeSimulated", "usage.export", "kpi.cost",
          "usage.group", "usage.kind", "usage.views", "usage.chart", "usage.models"})
        QVERIFY2(reached.contains(QLatin1StringView(name)), qPrintable(reached.join(QLatin1Char(' '))));
}

void UsagePageTest::theTabKeyGoesAlongTheBarAndBesideTheChart()
{
    tellOrdinaryDays();
    show();
    auto *const budgets = new FlatButton(*m_theme, QStringLiteral("Budgets"), FlatButton::Look::Outlined);
    budgets->setObjectName(QStringLiteral("budgets"));
    m_page->addToBar(budgets);
    auto *const side = new QWidget;
    auto *const choice = new QPushButton(QStringLiteral("What if"), side);
    choice->setObjectName(QStringLiteral("side.choice"));
    m_page->setSidePane(side);
    QStringList stops;
    const QWidget *const first = child<QWidget>("usage.includeSimulated");
    for (const QWidget *at = first; stops.isEmpty() || at != first; at = at->nextInFocusChain()) {
        if ((at->focusPolicy() & Qt::TabFocus) != 0)
            stops.append(at->objectName());
    }
    const auto place = [&stops](const char *name) { return stops.indexOf(QLatin1StringView(name)); };
    QCOMPARE(place("usage.export"), 1);
    QCOMPARE(place("budgets"), 2);
    QVERIFY(place("kpi.cost") > 2);
    QVERIFY(place("side.choice") > place("usage.chart"));
    QVERIFY2(place("side.choice") < place("usage.models"), qPrintable(stops.join(QLatin1Char(' '))));
}

void UsagePageTest::figuresAreNamedForAssistiveTechnology()
{
    tellOrdinaryDays();
    show();
    QTRY_COMPARE(child<QWidget>("kpi.cost")->accessibleName(), QStringLiteral("Cost: $0.758. + 2 unpriced"));
    QVERIFY(!models()->accessibleName().isEmpty());
    QVERIFY(!attempts()->accessibleName().isEmpty());
    QVERIFY(!chart()->accessibleName().isEmpty());
}

SWITCHYARD_TEST(UsagePageTest)

#include "tst_usagepage.moc"
