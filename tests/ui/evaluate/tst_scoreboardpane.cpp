#include "core/judging/votestore.h"
#include "core/ledger/ledgerwriter.h"
#include "core/models/scoretablemodel.h"
#include "core/settings/keys.h"
#include "core/settings/settings.h"
#include "tests/support/testunit.h"
#include "tests/ui/evaluate/evaluatefixture.h"
#include "ui/evaluate/scoreboardpane.h"
#include "ui/evaluate/scorechart.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/ledgertable.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using core::ScoreTableModel;

/// Votes against cost and time: a chart and a table with the same facts.
class ScoreboardPaneTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void withoutVotesItSaysWhatWillBeHere();
    void tooFewVotesAreSaid();
    void ratedModelsStandInChartAndTable();
    void oneArrowShowsTheOrder();
    void theDominatedAreGrey();
    void timeInsteadOfCost();
    void judgesVotesAreApart();
    void aPointLeadsToItsRuns();
    void aMonthInsteadOfACall();
    void tasksAreChosen();

private:
    struct Lane
    {
        const char *model;
        const char *usd;
        double firstMs;
    };
    /// A run with a lane each, and a vote for one of them.
    void vote(const QList<Lane> &lanes, int best, const QString &judge = {},
              const QString &task = QStringLiteral("extract"));
    /// `clear` is chosen 9 times in 10, costs more and starts later; `poor` is worse and dearer still.
    void tellStory(const QString &judge = {});
    void show();
    ui::ScoreChart *chart() { return m_fixture->child<ui::ScoreChart>("scores.chart"); }
    QAbstractItemModel *table() { return m_fixture->child<ui::LedgerTable>("scores.table")->model(); }
    QString cell(int row, int column) { return table()->index(row, column).data().toString(); }

    std::unique_ptr<EvaluateFixture> m_fixture;
};

void ScoreboardPaneTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
    m_fixture = std::make_unique<EvaluateFixture>();
}

void ScoreboardPaneTest::cleanup()
{
    m_fixture.reset();
}

void ScoreboardPaneTest::vote(const QList<Lane> &lanes, int best, const QString &judge, const QString &task)
{
    core::LedgerWriter &writer = m_fixture->services().ledgerWriter();
    core::RunDraft draft;
    draft.prompt = QStringLiteral("q");
    draft.task = task;
    for (const Lane &lane : lanes)
        draft.lanes.append({1, QStringLiteral("house"), QString::fromLatin1(lane.model)});
    const core::RunIds ids = EvaluateFixture::answer(writer.beginRun(draft));
    core::Vote vote;
    vote.runId = ids.run;
    vote.judge = judge;
    for (int at = 0; at < lanes.size(); ++at) {
        core::AttemptOutcome outcome;
        outcome.completion.status = core::LaneStatus::Complete;
        outcome.completion.text = QStringLiteral("a");
        outcome.completion.timing.firstText = lanes.at(at).firstMs;
        outcome.cost.amount = core::Money::fromDecimal(QString::fromLatin1(lanes.at(at).usd));
        outcome.cost.basis = core::CostBasis::Computed;
        QFuture<core::Result<void>> settled = writer.settle(ids.attempts.at(at), outcome);
        QVERIFY(QTest::qWaitFor([&settled] { return settled.isFinished(); }));
        core::BallotLane lane;
        lane.laneId = ids.lanes.at(at);
        lane.target = {QStringLiteral("house"), QString::fromLatin1(lanes.at(at).model)};
        lane.won = at == best;
        lane.shown = at;
        vote.lanes.append(lane);
    }
    EvaluateFixture::answer(m_fixture->services().votes().cast(vote));
}

void ScoreboardPaneTest::tellStory(const QString &judge)
{
    for (int at = 0; at < 20; ++at)
        vote({{"clear", "0.004", 900}, {"quick", "0.001", 200}, {"poor", "0.006", 950}}, at % 10 == 0 ? 1 : 0,
             judge);
}

void ScoreboardPaneTest::show()
{
    m_fixture->makePage();
    m_fixture->child<ui::SegmentedControl>("evaluate.parts")->setCurrent(1);
}

void ScoreboardPaneTest::withoutVotesItSaysWhatWillBeHere()
{
    show();
    QTRY_VERIFY(m_fixture->child<ui::EmptyState>("scores.empty")->isVisible());
}

void ScoreboardPaneTest::tooFewVotesAreSaid()
{
    vote({{"clear", "0.004", 900}, {"quick", "0.001", 200}}, 0);
    show();
    QTRY_COMPARE(table()->rowCount(), 2);
    QCOMPARE(cell(0, ScoreTableModel::Quality), QStringLiteral("not enough votes"));
    QCOMPARE(cell(0, ScoreTableModel::Votes), QStringLiteral("1"));
    QVERIFY(m_fixture->child<QLabel>("scores.noChart")->isVisible());
    QVERIFY(m_fixture->child<QLabel>("scores.noChart")->text().contains(QStringLiteral("10 votes")));
}

void ScoreboardPaneTest::ratedModelsStandInChartAndTable()
{
    tellStory();
    show();
    QTRY_COMPARE(chart()->spots().size(), 3);
    QAbstractItemModelTester tester(m_fixture->window().findChild<ScoreTableModel *>(),
                                    QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(cell(0, ScoreTableModel::Model), QStringLiteral("clear"));
    QCOMPARE(cell(0, ScoreTableModel::CostColumn), QStringLiteral("$0.004"));
    QCOMPARE(cell(0, ScoreTableModel::P50), QString::fromUtf8("900\u202Fms"));
    QVERIFY(cell(0, ScoreTableModel::Quality)
                .contains(QRegularExpression(QStringLiteral("^\\d+ % \\(\\d+–\\d+\\)$"))));
    for (const ui::ScoreSpot &spot : chart()->spots()) {
        QVERIFY(spot.low <= spot.quality && spot.quality <= spot.high);
        QVERIFY2(spot.words.contains(spot.target), qPrintable(spot.words));
    }
    // Better is higher, dearer is further to the right.
    const auto at = [this](const char *model) {
        for (int spot = 0; spot < chart()->spots().size(); ++spot) {
            if (chart()->spots().at(spot).name == QLatin1StringView(model))
                return chart()->positionOf(spot);
        }
        return QPointF();
    };
    QVERIFY(at("clear").y() < at("quick").y());
    QVERIFY(at("quick").x() < at("clear").x());
}

void ScoreboardPaneTest::oneArrowShowsTheOrder()
{
    tellStory();
    show();
    QTRY_COMPARE(chart()->spots().size(), 3);
    QHeaderView *const head = m_fixture->child<ui::LedgerTable>("scores.table")->horizontalHeader();
    QVERIFY(!head->isSortIndicatorShown());
    const auto arrows = [this] {
        QString found;
        for (int column = 0; column < table()->columnCount(); ++column) {
            const QString name = table()->headerData(column, Qt::Horizontal).toString();
            found += QString(name).remove(QRegularExpression(QStringLiteral("[^\u2191\u2193]")));
        }
        return found;
    };
    QCOMPARE(arrows(), QStringLiteral("\u2193"));
    const QString first = cell(0, ScoreTableModel::Model);
    const int at = head->sectionViewportPosition(ScoreTableModel::Quality) + 10;
    QTest::mouseClick(head->viewport(), Qt::LeftButton, {}, QPoint(at, head->height() / 2));
    QCOMPARE(arrows(), QStringLiteral("\u2191"));
    QCOMPARE(cell(2, ScoreTableModel::Model), first);
}

void ScoreboardPaneTest::theDominatedAreGrey()
{
    tellStory();
    show();
    QTRY_COMPARE(chart()->spots().size(), 3);
    for (const ui::ScoreSpot &spot : chart()->spots())
        QCOMPARE(spot.dominated, spot.name == QLatin1StringView("poor"));
    for (int row = 0; row < 3; ++row)
        QCOMPARE(table()->index(row, 0).data(ScoreTableModel::DominatedRole).toBool(),
                 cell(row, ScoreTableModel::Model) == QLatin1StringView("poor"));
    QVERIFY(m_fixture->child<QLabel>("scores.note")->text().startsWith(QStringLiteral("Hollow and grey: ")));
}

void ScoreboardPaneTest::timeInsteadOfCost()
{
    tellStory();
    show();
    QTRY_COMPARE(chart()->spots().size(), 3);
    m_fixture->child<ui::SegmentedControl>("scores.against")->setCurrent(1);
    QCOMPARE(chart()->spots().at(0).burden, 900.0);
    QVERIFY(chart()->spots().at(0).words.contains(QString::fromUtf8("first token 900\u202Fms")));
}

void ScoreboardPaneTest::judgesVotesAreApart()
{
    tellStory(QStringLiteral("house/judge"));
    vote({{"clear", "0.004", 900}, {"quick", "0.001", 200}}, 1);
    show();
    QTRY_COMPARE(table()->rowCount(), 3);
    QCOMPARE(chart()->spots().size(), 0);
    m_fixture->child<ui::SegmentedControl>("scores.voters")->setCurrent(1);
    QTRY_COMPARE(chart()->spots().size(), 3);
    QCOMPARE(cell(0, ScoreTableModel::Votes), QStringLiteral("20"));
}

void ScoreboardPaneTest::aPointLeadsToItsRuns()
{
    tellStory();
    show();
    QTRY_COMPARE(chart()->spots().size(), 3);
    QSignalSpy wanted(&m_fixture->page(), &ui::EvaluatePage::runsRequested);
    QTest::mouseClick(chart(), Qt::LeftButton, {}, chart()->positionOf(0).toPoint());
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.at(0).at(0).value<core::TargetName>().toString(), chart()->spots().at(0).target);
    QCOMPARE(wanted.at(0).at(1).toString(), QStringLiteral("extract"));
    chart()->setFocus();
    QTest::keyClick(chart(), Qt::Key_Home);
    QCOMPARE(chart()->spots().at(chart()->current()).name, QStringLiteral("quick"));
    QVERIFY(chart()->accessibleDescription().contains(QStringLiteral("house/quick")));
    QTest::keyClick(chart(), Qt::Key_Right);
    QCOMPARE(chart()->spots().at(chart()->current()).name, QStringLiteral("clear"));
    QTest::keyClick(chart(), Qt::Key_Return);
    QCOMPARE(wanted.size(), 2);
}

void ScoreboardPaneTest::aMonthInsteadOfACall()
{
    tellStory();
    show();
    QTRY_COMPARE(chart()->spots().size(), 3);
    m_fixture->child<QCheckBox>("scores.perMonth")->click();
    // 60 calls of this task in the last 30 days.
    QTRY_COMPARE(cell(0, ScoreTableModel::CostColumn), QStringLiteral("$0.24"));
    QCOMPARE(table()->headerData(ScoreTableModel::CostColumn, Qt::Horizontal).toString(),
             QStringLiteral("A month"));
    QVERIFY(m_fixture->child<QLabel>("scores.note")->text().contains(QStringLiteral("60 calls")));
    auto *const calls = m_fixture->child<QComboBox>("scores.calls");
    calls->setCurrentIndex(2);
    emit calls->activated(2);
    QTRY_COMPARE(cell(0, ScoreTableModel::CostColumn), QStringLiteral("$4.00"));
    QVERIFY(chart()->spots().at(0).words.contains(QStringLiteral("a month")));
    m_fixture->context().actions.find(QStringLiteral("compare.perMonth"))->trigger();
    QTRY_COMPARE(cell(0, ScoreTableModel::CostColumn), QStringLiteral("$0.004"));
    QVERIFY(!m_fixture->child<QCheckBox>("scores.perMonth")->isChecked());
}

void ScoreboardPaneTest::tasksAreChosen()
{
    vote({{"clear", "0.004", 900}, {"quick", "0.001", 200}}, 0);
    vote({{"other", "0.01", 500}, {"quick", "0.002", 200}}, 0, {}, QString());
    vote({{"other", "0.01", 500}, {"quick", "0.002", 200}}, 0, {}, QString());
    show();
    auto *const task = m_fixture->child<QComboBox>("scores.task");
    // Most votes first.
    QTRY_COMPARE(task->currentData().toString(), QString());
    QTRY_COMPARE(table()->rowCount(), 2);
    QCOMPARE(cell(0, ScoreTableModel::Votes), QStringLiteral("2"));
    task->setCurrentIndex(task->findData(QStringLiteral("extract")));
    QTRY_COMPARE(cell(0, ScoreTableModel::Votes), QStringLiteral("1"));
}

SWITCHYARD_TEST(ScoreboardPaneTest)
#include "tst_scoreboardpane.moc"
