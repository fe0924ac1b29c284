#include "core/evaluate/matrix.h"
#include "core/judging/votestore.h"
#include "core/ledger/ledgerreader.h"
#include "core/models/matrixtablemodel.h"
#include "tests/support/testunit.h"
#include "tests/ui/evaluate/evaluatefixture.h"
#include "ui/evaluate/ballotview.h"
#include "ui/evaluate/celldetail.h"
#include "ui/evaluate/matrixproxy.h"
#include "ui/evaluate/matrixtable.h"
#include "ui/evaluate/matrixview.h"
#include "ui/evaluate/promptsetspane.h"
#include "ui/markdown/markdownview.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QClipboard>
#include <QElapsedTimer>
#include <QFileDialog>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QProgressBar>
#include <QSignalSpy>
#include <QTest>

using core::Matrix;
using ui::FlatButton;
using ui::MatrixView;

namespace {

QList<QStringList> numbered(int cases)
{
    QList<QStringList> values;
    for (int at = 1; at <= cases; ++at)
        values.append({QStringLiteral("Write about harbour %1").arg(at)});
    return values;
}

} // namespace

/// An evaluation in its table: progress, pause, filters, cells, verdicts, export.
class MatrixViewTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aFinishedOneIsReadInItsTable();
    void sumsStandInTheHead();
    void filtersShowWhatFailed();
    void aCellOpensWithItsTexts();
    void keysLeadFromCellToCell();
    void pausedOnesSayWhatIsLeftAndGoOn();
    void oneOfADeadProcessIsResumedAndOneOfALivingIsNot();
    void aRunningOneGoesOnWhenItIsLeft();
    void allThatRunAreCancelledAtOnce();
    void failedCellsAreAskedAgain();
    void itIsExported_data();
    void itIsExported();
    void itIsCopiedAsATable();
    void aBlindVoteHidesWhoseIsWhose();
    void aJudgeAsksFirstAndCanBeStopped();
    void twentyOneThousandCellsStaySmooth();

private:
    void run(qint64 matrix);
    void runOne(int cases, const QStringList &models, const QStringList &checks);
    MatrixView *view() { return m_fixture->child<MatrixView>("matrix.view"); }
    ui::MatrixTable *table() { return m_fixture->child<ui::MatrixTable>("matrix.table"); }
    QString text(const char *name) { return m_fixture->child<QLabel>(name)->text(); }
    QString spoken(int row, int column)
    {
        return table()->model()->index(row, column).data(Qt::AccessibleTextRole).toString();
    }

    std::unique_ptr<EvaluateFixture> m_fixture;
};

void MatrixViewTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
    m_fixture = std::make_unique<EvaluateFixture>();
}

void MatrixViewTest::cleanup()
{
    m_fixture.reset();
}

void MatrixViewTest::run(qint64 matrix)
{
    m_fixture->hurry();
    m_fixture->makePage().openMatrix(matrix, true);
    QTRY_VERIFY(view()->matrix());
    QTRY_COMPARE_WITH_TIMEOUT(view()->matrix()->state(), Matrix::State::Finished, 60'000);
}

void MatrixViewTest::runOne(int cases, const QStringList &models, const QStringList &checks)
{
    const qint64 set = m_fixture->addSet(QStringLiteral("harbours"), {QStringLiteral("prompt")},
                                         numbered(cases), {}, checks);
    run(m_fixture->addMatrix(set, models, QStringLiteral("summarize")));
}

void MatrixViewTest::aFinishedOneIsReadInItsTable()
{
    runOne(3, {QStringLiteral("swift"), QStringLiteral("scholar")}, {QStringLiteral("max-chars:100000")});
    QCOMPARE(table()->model()->rowCount(), 3);
    QCOMPARE(table()->model()->columnCount(), 3);
    QTRY_VERIFY(spoken(0, 0).contains(QStringLiteral("harbour 1")));
    QTRY_VERIFY2(spoken(2, 1).startsWith(QStringLiteral("passed, ")), qPrintable(spoken(2, 1)));
    QVERIFY(spoken(2, 1).contains(QStringLiteral("tokens")));
    QVERIFY2(text("matrix.state").startsWith(QStringLiteral("Finished: 6 cells")),
             qPrintable(text("matrix.state")));
    QVERIFY(!m_fixture->child<FlatButton>("matrix.pause")->isVisible());
    QCOMPARE(m_fixture->child<QProgressBar>("matrix.progress")->value(), 6);
    QVERIFY(!m_fixture->child<QProgressBar>("matrix.progress")->isVisible());
    QAbstractItemModelTester tester(table()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
}

void MatrixViewTest::sumsStandInTheHead()
{
    runOne(3, {QStringLiteral("swift"), QStringLiteral("scholar")}, {QStringLiteral("contains:harbour")});
    const auto *const proxy = qobject_cast<ui::MatrixProxy *>(table()->model());
    QVERIFY(proxy);
    QTRY_COMPARE(proxy->sums().size(), 2);
    QTRY_COMPARE(proxy->sums().at(0).settled, 3);
    QCOMPARE(proxy->sums().at(0).passed + proxy->sums().at(0).failed, 3);
    QVERIFY(proxy->sums().at(0).medianMs.value_or(0) > 0);
    const QString head = table()->model()->headerData(1, Qt::Horizontal, Qt::AccessibleTextRole).toString();
    QVERIFY2(head.startsWith(QStringLiteral("demo/swift, ")) && head.contains(QStringLiteral(" passed")),
             qPrintable(head));
}

void MatrixViewTest::filtersShowWhatFailed()
{
    runOne(4, {QStringLiteral("swift")}, {QStringLiteral("contains:words that nobody says")});
    auto *const filter = m_fixture->child<ui::SegmentedControl>("matrix.filter");
    filter->setCurrent(1);
    QCOMPARE(table()->model()->rowCount(), 4);
    filter->setCurrent(2);
    QCOMPARE(table()->model()->rowCount(), 0);
    QVERIFY(m_fixture->child<QLabel>("matrix.nothing")->isVisible());
    filter->setCurrent(3);
    QCOMPARE(table()->model()->rowCount(), 0);
    filter->setCurrent(0);
    QCOMPARE(table()->model()->rowCount(), 4);
    QVERIFY(table()->isVisible());
}

void MatrixViewTest::aCellOpensWithItsTexts()
{
    runOne(2, {QStringLiteral("swift")}, {QStringLiteral("contains:words that nobody says")});
    QSignalSpy wanted(&m_fixture->page(), &ui::EvaluatePage::runRequested);
    table()->setCurrentIndex(table()->model()->index(1, 1));
    QTest::keyClick(table(), Qt::Key_Return);
    auto *const detail = m_fixture->child<ui::CellDetail>("cell.detail");
    QVERIFY(detail->isVisible());
    QTRY_VERIFY(!m_fixture->child<ui::MarkdownView>("cell.answer")->markdown().isEmpty());
    QStringList said;
    for (const QLabel *label : m_fixture->child<QWidget>("cell.checks")->findChildren<QLabel *>())
        said += label->text();
    QVERIFY2(said.join(QLatin1Char('\n')).contains(QStringLiteral("contains:words that nobody says: failed")),
             qPrintable(said.join(QLatin1Char('\n'))));
    QStringList values;
    for (const QLabel *label : detail->findChildren<QLabel *>())
        values += label->text();
    QVERIFY(values.contains(QStringLiteral("Write about harbour 2")));
    m_fixture->child<FlatButton>("cell.openRun")->click();
    QCOMPARE(wanted.size(), 1);
    const auto run = EvaluateFixture::answer(
        m_fixture->services().ledgerReader().run(wanted.constFirst().constFirst().toLongLong()));
    QCOMPARE(run.prompt, QStringLiteral("Write about harbour 2"));
    QCOMPARE(run.task, QStringLiteral("summarize"));
    QTest::keyClick(m_fixture->child<FlatButton>("cell.close"), Qt::Key_Escape);
    QVERIFY(!detail->isVisible());
}

void MatrixViewTest::keysLeadFromCellToCell()
{
    runOne(3, {QStringLiteral("swift"), QStringLiteral("scholar")}, {});
    table()->setFocus();
    table()->setCurrentIndex(table()->model()->index(0, 1));
    QTest::keyClick(table(), Qt::Key_Return);
    QTest::keyClick(table(), Qt::Key_Down);
    QTest::keyClick(table(), Qt::Key_Right);
    QCOMPARE(table()->currentIndex(), table()->model()->index(1, 2));
    QTRY_VERIFY(text("cell.target").contains(QStringLiteral("scholar")));
    QTest::keyClick(table(), Qt::Key_Escape);
    QVERIFY(!m_fixture->child<ui::CellDetail>("cell.detail")->isVisible());
    QTest::keyClick(table(), Qt::Key_Escape);
    QVERIFY(!view()->isVisible());
}

void MatrixViewTest::pausedOnesSayWhatIsLeftAndGoOn()
{
    const qint64 set =
        m_fixture->addSet(QStringLiteral("harbours"), {QStringLiteral("prompt")}, numbered(40), {});
    const qint64 matrix = m_fixture->addMatrix(set, {QStringLiteral("swift"), QStringLiteral("scholar")});
    m_fixture->makePage().openMatrix(matrix, true);
    QTRY_VERIFY(view()->matrix());
    QTRY_VERIFY_WITH_TIMEOUT(view()->matrix()->progress().done > 3, 30'000);
    QVERIFY(text("matrix.state").contains(QStringLiteral("of 80 cells")));
    m_fixture->child<FlatButton>("matrix.pause")->click();
    QTRY_COMPARE_WITH_TIMEOUT(view()->matrix()->state(), Matrix::State::Paused, 30'000);
    const int left = 80 - view()->matrix()->progress().done;
    QVERIFY(left > 0);
    QTRY_COMPARE(text("matrix.state"), QStringLiteral("Paused: %1 of 80 cells left").arg(left));
    // As after a restart: the list of evaluations says it, too.
    m_fixture->makePage();
    const QString paused = QStringLiteral("Paused: %1 of 80 cells left").arg(left);
    QTRY_VERIFY(m_fixture->window().findChild<QLabel *>(QStringLiteral("set.matrixState")));
    QTRY_COMPARE(text("set.matrixState"), paused);
    m_fixture->hurry();
    m_fixture->child<FlatButton>("set.resumeMatrix")->click();
    QTRY_VERIFY(view()->matrix());
    QTRY_COMPARE_WITH_TIMEOUT(view()->matrix()->state(), Matrix::State::Finished, 60'000);
    QCOMPARE(view()->matrix()->progress().done, 80);
}

void MatrixViewTest::oneOfADeadProcessIsResumedAndOneOfALivingIsNot()
{
    const qint64 set =
        m_fixture->addSet(QStringLiteral("harbours"), {QStringLiteral("prompt")}, numbered(3), {});
    m_fixture->addMatrix(set, {QStringLiteral("swift")});
    core::Result<std::unique_ptr<core::Database>> other =
        core::Database::open(m_fixture->services().database().filePath());
    QVERIFY(other);
    const QString taken = QStringLiteral("UPDATE matrices SET state = 'running', lease = '%1'")
                              .arg(other.value()->leaseToken());
    QFuture<core::Result<void>> written = m_fixture->services().database().write(
        [taken](core::Connection &connection) { return connection.execute(taken); });
    QTRY_VERIFY(written.isFinished());
    QVERIFY(written.result());

    m_fixture->makePage();
    QTRY_VERIFY(m_fixture->window().findChild<QLabel *>(QStringLiteral("set.matrixState")));
    QCOMPARE(text("set.matrixState"), QStringLiteral("Running: 0 of 3 cells asked"));
    QVERIFY(!m_fixture->window().findChild<FlatButton *>(QStringLiteral("set.resumeMatrix")));

    other.value().reset(); // as when it is killed: nothing tells this process
    m_fixture->makePage();
    QTRY_VERIFY(m_fixture->window().findChild<FlatButton *>(QStringLiteral("set.resumeMatrix")));
    QCOMPARE(text("set.matrixState"), QStringLiteral("Paused: 3 of 3 cells left"));
    m_fixture->child<FlatButton>("set.resumeMatrix")->click();
    QTRY_VERIFY(view()->matrix());
    QTRY_COMPARE_WITH_TIMEOUT(view()->matrix()->state(), Matrix::State::Finished, 60'000);
}

void MatrixViewTest::aRunningOneGoesOnWhenItIsLeft()
{
    const qint64 set =
        m_fixture->addSet(QStringLiteral("harbours"), {QStringLiteral("prompt")}, numbered(12), {});
    const qint64 matrix = m_fixture->addMatrix(set, {QStringLiteral("swift")});
    m_fixture->makePage().openMatrix(matrix, true);
    QTRY_VERIFY(view()->matrix() && view()->matrix()->state() == Matrix::State::Running);
    m_fixture->child<FlatButton>("matrix.back")->click();
    QVERIFY(!view()->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(
        EvaluateFixture::answer(m_fixture->services().matrices().list()).constFirst().state
            == core::MatrixSummary::State::Finished,
        60'000);
    QTRY_COMPARE(text("set.matrixState"), QStringLiteral("Finished: 12 cells"));
}

void MatrixViewTest::allThatRunAreCancelledAtOnce()
{
    const qint64 set =
        m_fixture->addSet(QStringLiteral("harbours"), {QStringLiteral("prompt")}, numbered(200), {});
    const qint64 left = m_fixture->addMatrix(set, {QStringLiteral("scholar")});
    const qint64 shown = m_fixture->addMatrix(set, {QStringLiteral("thinker")});
    ui::EvaluatePage &page = m_fixture->makePage();
    const QSignalSpy changes(&page, &ui::EvaluatePage::evaluationsChanged);
    QCOMPARE(page.runningEvaluations(), 0);
    for (const qint64 matrix : {left, shown}) {
        page.openMatrix(matrix, true);
        QTRY_VERIFY(view()->matrix() && view()->matrix()->id() == matrix
                    && view()->matrix()->state() == Matrix::State::Running);
    }
    QCOMPARE(page.runningEvaluations(), 2);
    page.cancelEvaluations();
    QTRY_COMPARE_WITH_TIMEOUT(page.runningEvaluations(), 0, 30'000);
    QVERIFY(changes.count() >= 4);
    QTRY_COMPARE_WITH_TIMEOUT(view()->matrix()->state(), Matrix::State::Paused, 30'000);
    const auto states = [this] {
        QList<core::MatrixSummary::State> listed;
        for (const core::MatrixSummary &each :
             EvaluateFixture::answer(m_fixture->services().matrices().list()))
            listed.append(each.state);
        return listed;
    };
    QTRY_COMPARE(states(), QList<core::MatrixSummary::State>(2, core::MatrixSummary::State::Paused));
}

void MatrixViewTest::failedCellsAreAskedAgain()
{
    const qint64 set =
        m_fixture->addSet(QStringLiteral("faults"), {QStringLiteral("prompt")}, numbered(3), {});
    run(m_fixture->addMatrix(set, {QStringLiteral("swift"), QStringLiteral("no-such-model")}));
    QCOMPARE(view()->matrix()->progress().errors, 3);
    QVERIFY(spoken(0, 2).contains(QStringLiteral("not found")));
    auto *const again = m_fixture->child<FlatButton>("matrix.again");
    QVERIFY(again->isEnabled());
    const qint64 before = view()->matrix()->cell(0, 1).callId;
    const qint64 kept = view()->matrix()->cell(0, 0).callId;
    again->click();
    QTRY_VERIFY(view()->matrix()->cell(0, 1).callId != before);
    QTRY_COMPARE_WITH_TIMEOUT(view()->matrix()->state(), Matrix::State::Finished, 30'000);
    QCOMPARE(view()->matrix()->cell(0, 0).callId, kept);
}

void MatrixViewTest::itIsExported_data()
{
    QTest::addColumn<int>("entry");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("holds");
    QTest::newRow("CSV") << 2 << QStringLiteral("harbours.csv") << QByteArray("demo/swift verdict");
    QTest::newRow("Markdown") << 3 << QStringLiteral("harbours.md") << QByteArray("### demo/swift");
    QTest::newRow("HTML") << 4 << QStringLiteral("harbours.html") << QByteArray("default-src 'none'");
    QTest::newRow("JSON") << 5 << QStringLiteral("harbours.json") << QByteArray("\"checks_failed\": 0");
}

void MatrixViewTest::itIsExported()
{
    QFETCH(int, entry);
    QFETCH(QString, file);
    QFETCH(QByteArray, holds);
    runOne(2, {QStringLiteral("swift")}, {QStringLiteral("max-chars:100000")});
    m_fixture->child<FlatButton>("matrix.export")->menu()->actions().at(entry)->trigger();
    QFileDialog *dialog = nullptr;
    QTRY_VERIFY((dialog = m_fixture->window().findChild<QFileDialog *>(QStringLiteral("saveText"))));
    QTRY_VERIFY(dialog->isVisible());
    const QString path = m_fixture->path(file);
    emit dialog->fileSelected(path);
    dialog->close();
    QFile saved(path);
    QVERIFY(saved.open(QIODevice::ReadOnly));
    const QByteArray bytes = saved.readAll();
    QVERIFY2(bytes.contains(holds), bytes.left(2000).constData());
    QVERIFY(bytes.contains("harbour 2") || entry == 5);
    if (entry == 5)
        QCOMPARE(QJsonDocument::fromJson(bytes).object()[QStringLiteral("cells")].toArray().size(), 2);
}

void MatrixViewTest::itIsCopiedAsATable()
{
    runOne(2, {QStringLiteral("swift")}, {QStringLiteral("max-chars:100000")});
    m_fixture->child<FlatButton>("matrix.export")->menu()->actions().constFirst()->trigger();
    QTRY_COMPARE(m_fixture->toasts().message(), QStringLiteral("Copied as a table"));
    const QStringList lines = QGuiApplication::clipboard()->text().split(QLatin1Char('\n'));
    QCOMPARE(lines.at(0).split(QLatin1Char('\t')).size(), 6);
    QVERIFY(lines.at(2).startsWith(QStringLiteral("2\tWrite about harbour 2\tpassed\t")));
}

void MatrixViewTest::aBlindVoteHidesWhoseIsWhose()
{
    runOne(2, {QStringLiteral("swift"), QStringLiteral("scholar")}, {});
    m_fixture->child<FlatButton>("matrix.verdicts")->menu()->actions().constFirst()->trigger();
    auto *const ballot = m_fixture->child<ui::BallotView>("ballot");
    QTRY_VERIFY(ballot->isVisible());
    QTRY_VERIFY(ballot->findChild<FlatButton *>(QStringLiteral("ballot.best1")));
    for (const QLabel *label : ballot->findChildren<QLabel *>()) {
        QVERIFY2(!label->text().contains(QStringLiteral("swift")), qPrintable(label->text()));
        QVERIFY2(!label->text().contains(QStringLiteral("scholar")), qPrintable(label->text()));
    }
    m_fixture->child<FlatButton>("ballot.best1")->click();
    QTRY_COMPARE(ballot->caseIndex(), 1);
    QTRY_VERIFY(m_fixture->child<FlatButton>("ballot.tie")->isEnabled());
    m_fixture->child<FlatButton>("ballot.tie")->click();
    QTRY_COMPARE(text("ballot.title"), QStringLiteral("All cases are voted on"));
    QVERIFY(text("ballot.prompt").contains(QStringLiteral("demo/swift: best")));
    core::VoteFilter filter;
    filter.task = QStringLiteral("summarize");
    filter.includeSimulated = true;
    const QList<core::Vote> votes = EvaluateFixture::answer(m_fixture->services().votes().votes(filter));
    QCOMPARE(votes.size(), 2);
    QVERIFY(votes.at(0).blind);
    QCOMPARE(votes.at(0).kind, core::VoteKind::Best);
    QCOMPARE(votes.at(1).kind, core::VoteKind::Tie);
    // Voted on already: there is nothing left to ask.
    m_fixture->child<FlatButton>("ballot.close")->click();
    m_fixture->child<FlatButton>("matrix.verdicts")->menu()->actions().constFirst()->trigger();
    QTRY_COMPARE(text("ballot.title"), QStringLiteral("All cases are voted on"));
    QVERIFY(text("ballot.prompt").contains(QStringLiteral("1 ties")));
}

void MatrixViewTest::aJudgeAsksFirstAndCanBeStopped()
{
    runOne(6, {QStringLiteral("swift"), QStringLiteral("scholar")}, {});
    m_fixture->willPick(QStringLiteral("demo/swift"));
    auto *const verdicts = m_fixture->child<FlatButton>("matrix.verdicts");
    const QList<QAction *> entries = verdicts->menu()->actions();
    entries.at(1)->trigger();
    auto *const question = m_fixture->child<QMessageBox>("judgeQuestion");
    QVERIFY2(question->text().contains(QStringLiteral("12 calls")), qPrintable(question->text()));
    QVERIFY(!question->informativeText().isEmpty());
    QCOMPARE(verdicts->text(), QStringLiteral("Verdicts"));
    for (QAbstractButton *button : question->buttons()) {
        if (question->buttonRole(button) == QMessageBox::AcceptRole)
            button->click();
    }
    QCOMPARE(verdicts->text(), QStringLiteral("Judging 1 of 6"));
    entries.at(2)->trigger();
    QCOMPARE(verdicts->text(), QStringLiteral("Verdicts"));
}

/// Scrolling through all of it keeps the window alive; nothing but what is seen is read.
void MatrixViewTest::twentyOneThousandCellsStaySmooth()
{
    const qint64 set =
        m_fixture->addSet(QStringLiteral("many"), {QStringLiteral("prompt")}, numbered(7000), {});
    const qint64 matrix = m_fixture->addMatrix(
        set, {QStringLiteral("swift"), QStringLiteral("scholar"), QStringLiteral("thinker")});
    m_fixture->makePage().openMatrix(matrix, false);
    QTRY_COMPARE_WITH_TIMEOUT(table()->model()->rowCount(), 7000, 20'000);
    QElapsedTimer clock;
    clock.start();
    constexpr int kSteps = 50;
    for (int step = 0; step <= kSteps; ++step) {
        table()->scrollTo(table()->model()->index(6999 * step / kSteps, 1));
        table()->grab();
    }
    const double each = static_cast<double>(clock.elapsed()) / kSteps;
    qInfo("a page of the table: %.1f ms", each);
    // Far more than it takes, far less than any reading of all rows would.
    QVERIFY2(each < 200.0, qPrintable(QString::number(each)));
    QTRY_VERIFY(spoken(6999, 0).contains(QStringLiteral("harbour 7000")));
}

SWITCHYARD_TEST(MatrixViewTest)
#include "tst_matrixview.moc"
