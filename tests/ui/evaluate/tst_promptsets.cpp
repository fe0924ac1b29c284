#include "core/evaluate/matrix.h"
#include "core/settings/keys.h"
#include "core/settings/lineupstore.h"
#include "core/settings/settings.h"
#include "tests/support/testunit.h"
#include "tests/ui/evaluate/evaluatefixture.h"
#include "ui/evaluate/checkrows.h"
#include "ui/evaluate/matrixview.h"
#include "ui/evaluate/promptsetspane.h"
#include "ui/evaluate/promptsetview.h"
#include "ui/evaluate/targetrows.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/messagepanel.h"

#include <QComboBox>
#include <QDropEvent>
#include <QFile>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using ui::FlatButton;

namespace {

const QByteArray kCapitals = "country,capital\nFrance,Paris\nPortugal,Lisbon\nJapan,Tokyo\n";

} // namespace

/// Sets of prompts: import, edit, validate, start, rename, delete.
class PromptSetsTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void withoutASetThePageSaysWhatWillBeHere();
    void aFileBecomesASet();
    void aFileIsDropped();
    void aBrokenFileNamesLineAndColumn();
    void anExportedEvaluationComesBack();
    void theTemplateIsEditedAndKept();
    void anUnknownColumnIsNamedAndNothingStarts();
    void textsWithAFaultStay();
    void aColumnGoesIntoTheEditorUsedLast();
    void checksAreExaminedAsTheyAreTyped();
    void aCheckFileIsReadBesideTheWindow();
    void aStartWaitsForTheCheckFile();
    void aCheckFileThatCannotBeUsedIsNamed();
    void aCheckFileBeingReadSurvivesTheEnd();
    void theLineUpComesFromCompareAndFromThePicker();
    void aConfigurationIsNamedWithoutItsFolder();
    void aRubricOfACaseWantsAJudge();
    void startRunsEveryCell();
    void aDearEvaluationAsksFirst();
    void aSetIsRenamed();
    void aDeletedSetCanBeBroughtBack();
    void aDeletedSetGoesWhenItsToastEnds();
    void aDeletedEvaluationGoesWithThePage();

private:
    void importCapitals();
    QListWidget *list() { return m_fixture->child<QListWidget>("sets.list"); }
    /// Adds a check whose file is a pipe, of which nothing can be read before write().
    void addPipedCheck();
    /// The pipe's other end, once it is being read.
    int openPipe() const;
    void write(const QByteArray &text) const;
    QString pipe() const { return m_fixture->path(QStringLiteral("schema.json")); }
    QPushButton *start() { return m_fixture->child<QPushButton>("set.start"); }
    QString text(const char *name) { return m_fixture->child<QLabel>(name)->text(); }
    QList<core::PromptSet> stored()
    {
        return EvaluateFixture::answer(m_fixture->services().promptSets().list());
    }

    std::unique_ptr<EvaluateFixture> m_fixture;
};

void PromptSetsTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
    m_fixture = std::make_unique<EvaluateFixture>();
}

void PromptSetsTest::cleanup()
{
    m_fixture.reset();
}

void PromptSetsTest::importCapitals()
{
    m_fixture->makePage().importFile(m_fixture->file(QStringLiteral("capitals.csv"), kCapitals));
    QTRY_COMPARE(list()->count(), 1);
    m_fixture->child<ui::TargetRows>("set.targets")
        ->setTargets({EvaluateFixture::demo(QStringLiteral("swift")),
                      EvaluateFixture::demo(QStringLiteral("scholar"))});
}

void PromptSetsTest::withoutASetThePageSaysWhatWillBeHere()
{
    m_fixture->makePage();
    auto *const empty = m_fixture->child<ui::EmptyState>("sets.empty");
    QTRY_VERIFY(empty->isVisible());
    QVERIFY(empty->findChild<QPushButton *>());
}

void PromptSetsTest::aFileBecomesASet()
{
    importCapitals();
    QCOMPARE(list()->item(0)->text(), QStringLiteral("capitals"));
    QVERIFY(list()->visualItemRect(list()->item(0)).height() >= m_fixture->theme().px(30));
    QTRY_VERIFY(text("set.facts").contains(QStringLiteral("3 cases")));
    QVERIFY(text("set.facts").contains(QStringLiteral("capitals.csv")));
    // Without a column `prompt` the first one is offered as a template.
    QCOMPARE(m_fixture->child<QPlainTextEdit>("set.prompt")->toPlainText(), QStringLiteral("{{country}}"));
    QStringList offered;
    for (const QAction *action : m_fixture->child<FlatButton>("set.variables")->menu()->actions())
        offered += action->text();
    QCOMPARE(offered, (QStringList{QStringLiteral("{{country}}"), QStringLiteral("{{capital}}")}));
}

void PromptSetsTest::aFileIsDropped()
{
    m_fixture->makePage();
    auto *const pane = m_fixture->window().findChild<ui::PromptSetsPane *>();
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(m_fixture->file(QStringLiteral("capitals.csv"), kCapitals))});
    QDragEnterEvent enter(QPoint(9, 9), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(pane, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(9, 9), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(pane, &drop);
    QTRY_COMPARE(list()->count(), 1);
}

void PromptSetsTest::aBrokenFileNamesLineAndColumn()
{
    m_fixture->makePage().importFile(m_fixture->file(QStringLiteral("broken.csv"), "a,b\n1,2\n\"open,3\n"));
    auto *const problem = m_fixture->child<ui::MessagePanel>("sets.problem");
    QTRY_VERIFY(problem->isVisible());
    QString said;
    for (const QLabel *label : problem->findChildren<QLabel *>())
        said += label->text() + QLatin1Char('\n');
    QVERIFY2(said.contains(QStringLiteral("broken.csv")), qPrintable(said));
    QVERIFY2(said.contains(QRegularExpression(QStringLiteral("Line \\d"))), qPrintable(said));
    QVERIFY2(said.contains(QRegularExpression(QStringLiteral("column \\d"))), qPrintable(said));
    QVERIFY(stored().isEmpty());
    problem->findChild<FlatButton *>(QStringLiteral("message.close"))->click();
    QVERIFY(!problem->isVisible());
}

void PromptSetsTest::anExportedEvaluationComesBack()
{
    m_fixture->makePage().importFile(m_fixture->file(
        QStringLiteral("capitals.json"),
        R"({"definition": {"name": "capitals", "columns": ["country"], "prompt": "Capital of {{country}}?",
                           "targets": [{"target": "gone/model-1"}]},
            "cases": [{"values": ["France"]}, {"values": ["Japan"]}],
            "cells": [{"case": 0, "lane": 0, "account": "gone", "model": "model-1", "status": "complete",
                       "text": "Paris", "checks": [{"check": "contains:Paris", "passed": true}]},
                      {"case": 1, "lane": 0, "account": "gone", "model": "model-1", "status": "complete",
                       "text": "Tokyo", "mood": "sure", "checks": []}]})"));
    QTRY_COMPARE(list()->count(), 1);
    const auto open = [this] {
        return m_fixture->window().findChild<FlatButton *>(QStringLiteral("set.openMatrix"));
    };
    QTRY_VERIFY(open());
    auto *const problem = m_fixture->child<ui::MessagePanel>("sets.problem");
    QVERIFY(problem->isVisible());
    QVERIFY(problem->accessibleDescription().contains(QStringLiteral("cells[].mood")));
    open()->click();
    QTRY_VERIFY(text("matrix.state").startsWith(QStringLiteral("Finished: 2 cells")));
}

void PromptSetsTest::theTemplateIsEditedAndKept()
{
    importCapitals();
    auto *const prompt = m_fixture->child<QPlainTextEdit>("set.prompt");
    prompt->setPlainText(QStringLiteral("Capital of "));
    prompt->moveCursor(QTextCursor::End);
    m_fixture->child<FlatButton>("set.variables")->menu()->actions().constFirst()->trigger();
    QCOMPARE(prompt->toPlainText(), QStringLiteral("Capital of {{country}}"));
    m_fixture->child<QPlainTextEdit>("set.system")->setPlainText(QStringLiteral("Be short."));
    QTRY_COMPARE(stored().constFirst().prompt, QStringLiteral("Capital of {{country}}"));
    QTRY_COMPARE(stored().constFirst().system, QStringLiteral("Be short."));
    // The next start shows it.
    m_fixture->makePage();
    QTRY_COMPARE(m_fixture->child<QPlainTextEdit>("set.prompt")->toPlainText(),
                 QStringLiteral("Capital of {{country}}"));
}

void PromptSetsTest::anUnknownColumnIsNamedAndNothingStarts()
{
    importCapitals();
    m_fixture->child<QPlainTextEdit>("set.prompt")->setPlainText(QStringLiteral("{{contry}}"));
    QTRY_VERIFY(text("set.obstacle").contains(QStringLiteral("contry")));
    QVERIFY(!start()->isEnabled());
    m_fixture->child<QPlainTextEdit>("set.prompt")->setPlainText(QStringLiteral("{{country}}"));
    QTRY_VERIFY(!m_fixture->child<QLabel>("set.obstacle")->isVisible());
    m_fixture->child<QLineEdit>("set.maxCost")->setText(QStringLiteral("much"));
    QVERIFY(text("set.obstacle").contains(QStringLiteral("much")));
}

void PromptSetsTest::textsWithAFaultStay()
{
    importCapitals();
    m_fixture->addSet(QStringLiteral("harbours"), {QStringLiteral("prompt")}, {{QStringLiteral("Hamburg")}},
                      {});
    QTRY_COMPARE(list()->count(), 2);
    const auto choose = [this](const QString &name) {
        list()->setCurrentItem(list()->findItems(name, Qt::MatchExactly).constFirst());
    };
    auto *const prompt = m_fixture->child<QPlainTextEdit>("set.prompt");
    choose(QStringLiteral("capitals"));
    prompt->setPlainText(QStringLiteral("{{contry}}"));
    choose(QStringLiteral("harbours"));
    QCOMPARE(prompt->toPlainText(), QString());
    choose(QStringLiteral("capitals"));
    QCOMPARE(prompt->toPlainText(), QStringLiteral("{{contry}}"));
    QVERIFY(!start()->isEnabled());
    // All sets are read again.
    m_fixture->addSet(QStringLiteral("ships"), {QStringLiteral("prompt")}, {{QStringLiteral("Pamir")}}, {});
    QTRY_COMPARE(list()->count(), 3);
    QCOMPARE(prompt->toPlainText(), QStringLiteral("{{contry}}"));
}

void PromptSetsTest::aColumnGoesIntoTheEditorUsedLast()
{
    importCapitals();
    auto *const system = m_fixture->child<QPlainTextEdit>("set.system");
    system->setFocus();
    QTRY_VERIFY(system->hasFocus());
    m_fixture->child<FlatButton>("set.variables")->setFocus();
    m_fixture->child<FlatButton>("set.variables")->menu()->actions().constLast()->trigger();
    QCOMPARE(system->toPlainText(), QStringLiteral("{{capital}}"));
    QCOMPARE(m_fixture->child<QPlainTextEdit>("set.prompt")->toPlainText(), QStringLiteral("{{country}}"));
}

void PromptSetsTest::checksAreExaminedAsTheyAreTyped()
{
    importCapitals();
    m_fixture->child<FlatButton>("set.addCheck")->click();
    auto *const kind = m_fixture->child<QComboBox>("set.checkKind0");
    auto *const value = m_fixture->child<QLineEdit>("set.checkValue0");
    kind->setCurrentText(QStringLiteral("regex"));
    value->setFocus();
    QTest::keyClicks(value, QStringLiteral("("));
    QVERIFY(m_fixture->child<QLabel>("set.checkFault")->isVisible());
    QVERIFY(!start()->isEnabled());
    value->clear();
    kind->setCurrentText(QStringLiteral("contains"));
    QTest::keyClicks(value, QStringLiteral("{{town}}"));
    QVERIFY(text("set.checkFault").contains(QStringLiteral("town")));
    value->clear();
    QTest::keyClicks(value, QStringLiteral("{{capital}}"));
    QVERIFY(!m_fixture->child<QLabel>("set.checkFault")->isVisible());
    QTRY_COMPARE(stored().constFirst().checks.size(), 1);
    QCOMPARE(stored().constFirst().checks.constFirst().toString(), QStringLiteral("contains:{{capital}}"));
    m_fixture->child<FlatButton>("set.removeCheck")->click();
    QTRY_VERIFY(stored().constFirst().checks.isEmpty());
}

void PromptSetsTest::addPipedCheck()
{
    QCOMPARE(::mkfifo(QFile::encodeName(pipe()).constData(), 0600), 0);
    m_fixture->child<FlatButton>("set.addCheck")->click();
    m_fixture->child<QComboBox>("set.checkKind0")->setCurrentText(QStringLiteral("json-schema"));
    m_fixture->child<QLineEdit>("set.checkValue0")->setFocus();
    QTest::keyClicks(m_fixture->child<QLineEdit>("set.checkValue0"), pipe());
}

int PromptSetsTest::openPipe() const
{
    int out = -1;
    // Without a reader it cannot be opened for writing.
    if (!QTest::qWaitFor([this, &out] {
            out = ::open(QFile::encodeName(pipe()).constData(), O_WRONLY | O_NONBLOCK);
            return out >= 0;
        }))
        qFatal("Nobody reads the pipe.");
    return out;
}

void PromptSetsTest::write(const QByteArray &text) const
{
    const int out = openPipe();
    QCOMPARE(::write(out, text.constData(), std::size_t(text.size())), text.size());
    ::close(out);
}

void PromptSetsTest::aCheckFileIsReadBesideTheWindow()
{
    importCapitals();
    addPipedCheck();
    write(R"({"type": "object"})");
    QTRY_COMPARE(stored().constFirst().checks.size(), 1);
    const core::Check check = stored().constFirst().checks.constFirst();
    QCOMPARE(check.value, pipe());
    QCOMPARE(check.files.value(pipe()), QStringLiteral(R"({"type": "object"})"));
    QVERIFY(!m_fixture->child<QLabel>("set.obstacle")->isVisible());
}

void PromptSetsTest::aStartWaitsForTheCheckFile()
{
    importCapitals();
    m_fixture->services().settings().set(core::settings::kRunCostLimit, QStringLiteral("1000"));
    addPipedCheck();
    QTRY_VERIFY(start()->isEnabled());
    start()->click();
    QVERIFY(!start()->isEnabled());
    QVERIFY(EvaluateFixture::answer(m_fixture->services().matrices().list()).isEmpty());
    write(R"({"type": "object"})");
    auto *const view = m_fixture->child<ui::MatrixView>("matrix.view");
    // It is shown before it is read.
    QTRY_VERIFY(view->matrix() && !view->matrix()->set().checks.isEmpty());
    QCOMPARE(view->matrix()->set().checks.constFirst().files.value(pipe()),
             QStringLiteral(R"({"type": "object"})"));
}

void PromptSetsTest::aCheckFileThatCannotBeUsedIsNamed()
{
    importCapitals();
    addPipedCheck();
    start()->click();
    write("no schema");
    QTRY_VERIFY2(text("set.obstacle").contains(pipe()), qPrintable(text("set.obstacle")));
    QVERIFY(!start()->isEnabled());
    QVERIFY(stored().constFirst().checks.isEmpty());
    // Another file takes its place.
    auto *const value = m_fixture->child<QLineEdit>("set.checkValue0");
    value->selectAll();
    QTest::keyClicks(value, m_fixture->file(QStringLiteral("good.json"), R"({"type": "object"})"));
    QTRY_COMPARE(stored().constFirst().checks.size(), 1);
    QTRY_VERIFY(start()->isEnabled());
}

void PromptSetsTest::aCheckFileBeingReadSurvivesTheEnd()
{
    importCapitals();
    addPipedCheck();
    const int out = openPipe();
    m_fixture->closePage();
    QTRY_COMPARE(stored().constFirst().checks.size(), 1);
    QVERIFY(stored().constFirst().checks.constFirst().files.isEmpty());
    QVERIFY(QFile::remove(pipe()));
    ::close(out);
    // The next window reads it.
    m_fixture->file(QStringLiteral("schema.json"), R"({"type": "array"})");
    m_fixture->makePage();
    QTRY_COMPARE(stored().constFirst().checks.constFirst().files.value(pipe()),
                 QStringLiteral(R"({"type": "array"})"));
}

void PromptSetsTest::theLineUpComesFromCompareAndFromThePicker()
{
    m_fixture->services().settings().set(
        core::settings::kCurrentLineUp,
        core::lineUpToJson({{QStringLiteral("demo/swift")}, {QStringLiteral("demo/thinker")}}));
    m_fixture->makePage().importFile(m_fixture->file(QStringLiteral("capitals.csv"), kCapitals));
    QTRY_COMPARE(list()->count(), 1);
    auto *const targets = m_fixture->child<ui::TargetRows>("set.targets");
    // The lanes of Compare stand there to begin with.
    QTRY_COMPARE(targets->targets().size(), 2);
    m_fixture->willPick(QStringLiteral("demo/scholar"));
    m_fixture->child<FlatButton>("set.addModel")->click();
    QCOMPARE(targets->targets().size(), 3);
    QCOMPARE(targets->targets().constLast().name.model, QStringLiteral("scholar"));
    m_fixture->child<FlatButton>("set.removeTarget0")->click();
    QCOMPARE(targets->targets().constFirst().name.model, QStringLiteral("thinker"));
    QTRY_VERIFY(text("set.estimate").contains(QStringLiteral("6 cells")));
    m_fixture->child<FlatButton>("set.lineUp")->menu()->actions().constFirst()->trigger();
    QCOMPARE(targets->targets().size(), 2);
}

void PromptSetsTest::aConfigurationIsNamedWithoutItsFolder()
{
    const QString path = m_fixture->file(QStringLiteral("promptfooconfig.yaml"),
                                         "prompts: ['{{x}}']\ntests:\n  - vars: {x: '1'}\n");
    m_fixture->makePage().importFile(path);
    QTRY_COMPARE(list()->count(), 1);
    QCOMPARE(list()->item(0)->text(), QStringLiteral("promptfooconfig.yaml"));
    QTRY_VERIFY2(text("set.facts").endsWith(QStringLiteral("from promptfooconfig.yaml")),
                 qPrintable(text("set.facts")));
    QCOMPARE(m_fixture->child<QLabel>("set.facts")->toolTip(), path);
}

void PromptSetsTest::aRubricOfACaseWantsAJudge()
{
    m_fixture->makePage().importFile(m_fixture->file(QStringLiteral("promptfooconfig.yaml"),
                                                     "prompts: ['{{x}}']\n"
                                                     "tests:\n"
                                                     "  - vars: {x: '1'}\n"
                                                     "    assert: [{type: llm-rubric, value: Is polite}]\n"
                                                     "  - vars: {x: '2'}\n"));
    QTRY_COMPARE(list()->count(), 1);
    m_fixture->child<ui::TargetRows>("set.targets")
        ->setTargets({EvaluateFixture::demo(QStringLiteral("swift"))});
    QTRY_VERIFY(text("set.facts").contains(QStringLiteral("1 with own checks")));
    QVERIFY(text("set.obstacle").contains(QStringLiteral("judge")));
    QVERIFY(!start()->isEnabled());
    m_fixture->willPick(QStringLiteral("demo/judge"));
    m_fixture->child<FlatButton>("set.judge")->click();
    QTRY_VERIFY(start()->isEnabled());
    m_fixture->services().settings().set(core::settings::kRunCostLimit, QStringLiteral("1000"));
    start()->click();
    auto *const view = m_fixture->child<ui::MatrixView>("matrix.view");
    QTRY_VERIFY(view->matrix());
    QTRY_COMPARE_WITH_TIMEOUT(view->matrix()->state(), core::Matrix::State::Finished, 30'000);
    QCOMPARE(view->matrix()->options().judge, QStringLiteral("demo/judge"));
}

void PromptSetsTest::startRunsEveryCell()
{
    importCapitals();
    m_fixture->services().settings().set(core::settings::kRunCostLimit, QStringLiteral("1000"));
    QTRY_VERIFY(start()->isEnabled());
    start()->click();
    auto *const view = m_fixture->child<ui::MatrixView>("matrix.view");
    QTRY_VERIFY(view->matrix());
    QTRY_COMPARE_WITH_TIMEOUT(view->matrix()->state(), core::Matrix::State::Finished, 30'000);
    QCOMPARE(view->matrix()->progress().done, 6);
    QCOMPARE(view->matrix()->progress().errors, 0);
}

void PromptSetsTest::aDearEvaluationAsksFirst()
{
    importCapitals();
    m_fixture->services().settings().set(core::settings::kRunCostLimit, QStringLiteral("0"));
    QTRY_VERIFY(start()->isEnabled());
    QTRY_VERIFY(text("set.estimate").contains(QStringLiteral("est.")));
    start()->click();
    auto *const question = m_fixture->window().findChild<QMessageBox *>(QStringLiteral("costQuestion"));
    QVERIFY(question);
    QVERIFY2(question->text().contains(QStringLiteral("6 cells")), qPrintable(question->text()));
    question->button(QMessageBox::Cancel)->click();
    QVERIFY(EvaluateFixture::answer(m_fixture->services().matrices().list()).isEmpty());
}

void PromptSetsTest::aSetIsRenamed()
{
    importCapitals();
    m_fixture->child<FlatButton>("set.rename")->click();
    auto *const dialog = m_fixture->child<QInputDialog>("renameSet");
    dialog->setTextValue(QStringLiteral("Capitals of the world"));
    dialog->accept();
    QTRY_COMPARE(list()->item(0)->text(), QStringLiteral("Capitals of the world"));
}

void PromptSetsTest::aDeletedSetCanBeBroughtBack()
{
    importCapitals();
    m_fixture->child<FlatButton>("set.delete")->click();
    QTRY_COMPARE(list()->count(), 0);
    QCOMPARE(stored().size(), 1);
    for (FlatButton *button : m_fixture->toasts().findChildren<FlatButton *>()) {
        if (button->text() == QStringLiteral("Undo"))
            button->click();
    }
    QTRY_COMPARE(list()->count(), 1);
}

void PromptSetsTest::aDeletedSetGoesWhenItsToastEnds()
{
    importCapitals();
    m_fixture->child<FlatButton>("set.delete")->click();
    m_fixture->toasts().showMessage(QStringLiteral("Something else."));
    QTRY_VERIFY(stored().isEmpty());
    QTRY_VERIFY(m_fixture->child<ui::EmptyState>("sets.empty")->isVisible());
}

void PromptSetsTest::aDeletedEvaluationGoesWithThePage()
{
    const qint64 set = m_fixture->addSet(QStringLiteral("harbours"), {QStringLiteral("prompt")},
                                         {{QStringLiteral("Hamburg")}}, {});
    m_fixture->addMatrix(set, {QStringLiteral("swift")});
    m_fixture->makePage();
    FlatButton *remove = nullptr;
    QTRY_VERIFY((remove = m_fixture->window().findChild<FlatButton *>(QStringLiteral("set.removeMatrix"))));
    remove->click();
    QCOMPARE(EvaluateFixture::answer(m_fixture->services().matrices().list()).size(), 1);
    m_fixture->makePage();
    QTRY_VERIFY(EvaluateFixture::answer(m_fixture->services().matrices().list()).isEmpty());
}

SWITCHYARD_TEST(PromptSetsTest)
#include "tst_promptsets.moc"
