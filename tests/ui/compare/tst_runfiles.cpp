#include "core/accounts/accountstore.h"
#include "core/compare/runexport.h"
#include "core/compare/unsentattachments.h"
#include "tests/support/testunit.h"
#include "tests/ui/compare/comparefixture.h"
#include "ui/compare/attachmentbar.h"
#include "ui/compare/composer.h"
#include "ui/compare/composernote.h"
#include "ui/compare/picturestrip.h"
#include "ui/compare/promptline.h"
#include "ui/widgets/exportmenu.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/importruns.h"
#include "ui/widgets/toastarea.h"

#include <QApplication>
#include <QBuffer>
#include <QClipboard>
#include <QFileDialog>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMessageBox>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace core;
using namespace ui;

namespace {

QByteArray greenPicture()
{
    QImage image(60, 40, QImage::Format_RGB32);
    image.fill(Qt::green);
    QByteArray data;
    QBuffer buffer(&data);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return data;
}

} // namespace

/// Pictures through a whole run, and runs as files.
class TestRunFiles : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_fixture.reset(); }
    void picturesAreSentShownAndKept();
    void attachmentsSurviveARestart();
    void modelsWithoutPicturesSaySoBeforeSending();
    void theyGetTheTextAlone();
    void theirLanesCanBeRemoved();
    void aPictureAloneIsNotSentToThem();
    void aRunIsExported_data();
    void aRunIsExported();
    void figuresAreCopied();
    void withoutARunThereIsNothingToExport();
    void aBlindRunIsNotExported();
    void anExportedRunComesBack();
    void aBrokenDocumentIsSaid();

private:
    ComparePage &page() { return m_fixture->page(); }
    Composer &composer() { return *page().findChild<Composer *>(); }
    PromptLine &promptLine() { return *page().findChild<PromptLine *>(); }
    ExportMenu &menu() { return *page().findChild<ExportMenu *>(); }
    QList<Attachment> kept()
    {
        QFuture<Result<QList<Attachment>>> read = m_fixture->services().unsentAttachments().load();
        return QTest::qWaitFor([&read] { return read.isFinished(); }) ? read.result().valueOr({})
                                                                      : QList<Attachment>();
    }
    QString toast() { return page().findChild<ToastArea *>()->message(); }
    QString pictureNote()
    {
        return composer().findChild<ComposerNote *>(QStringLiteral("pictureNote"))->text();
    }
    void attachPicture()
    {
        composer().attachments().setAttachments({*attachmentOf(QStringLiteral("p.png"), greenPicture())});
    }
    void trigger(const char *action) { m_fixture->actions().find(QString::fromLatin1(action))->trigger(); }
    void run(const QString &prompt)
    {
        composer().setPrompt(prompt);
        trigger("compare.send");
        QTRY_VERIFY(!page().hasRunningLanes() && m_fixture->runs() > 0);
    }

    QTemporaryDir m_folder;
    std::unique_ptr<CompareFixture> m_fixture;
};

void TestRunFiles::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
    m_fixture = std::make_unique<CompareFixture>();
    m_fixture->hurry();
    m_fixture->makePage().setLineUp({CompareFixture::demo("vision")});
    QVERIFY(QTest::qWaitForWindowActive(&page()));
}

void TestRunFiles::picturesAreSentShownAndKept()
{
    attachPicture();
    run(QStringLiteral("What is this?"));
    const RunRecord record = m_fixture->run(m_fixture->newestRun());
    QCOMPARE(record.images, (QList<ImagePart>{{greenPicture(), QStringLiteral("image/png")}}));
    QVERIFY(composer().attachments().attachments().isEmpty());
    auto *const strip = promptLine().findChild<PictureStrip *>();
    QVERIFY(strip->isVisible());
    QCOMPARE(strip->accessibleName(), QStringLiteral("1 picture"));
    // Reopened, edited and sent again they are still there.
    m_fixture->makePage().showRun(record);
    QCOMPARE(promptLine().images(), record.images);
    QVERIFY(promptLine().findChild<PictureStrip *>()->isVisible());
    trigger("compare.editPrompt");
    QCOMPARE(composer().attachments().attachments().size(), 1);
    QCOMPARE(composer().attachments().attachments().constFirst().data, greenPicture());
    trigger("compare.resend");
    QTRY_COMPARE(m_fixture->runs(), 2);
    QTRY_VERIFY(!page().hasRunningLanes());
    QCOMPARE(m_fixture->run(m_fixture->newestRun()).images, record.images);
}

void TestRunFiles::attachmentsSurviveARestart()
{
    attachPicture();
    QTRY_COMPARE(kept().size(), 1); // written after a pause
    m_fixture->makePage();
    QTRY_COMPARE(composer().attachments().attachments().size(), 1);
    QCOMPARE(composer().attachments().attachments().constFirst().name, QStringLiteral("p.png"));
    trigger("compare.newPrompt");
    QTRY_VERIFY(kept().isEmpty());
    m_fixture->makePage();
    QTRY_VERIFY(composer().isVisible());
    QVERIFY(composer().attachments().attachments().isEmpty());
}

void TestRunFiles::modelsWithoutPicturesSaySoBeforeSending()
{
    page().setLineUp({CompareFixture::demo("vision"), CompareFixture::demo("swift")});
    QVERIFY(pictureNote().isEmpty());
    attachPicture();
    QVERIFY2(pictureNote().startsWith(QStringLiteral("demo/swift cannot take pictures")),
             qPrintable(pictureNote()));
    auto *const anyway = composer().findChild<QToolButton *>(QStringLiteral("picturesAnyway"));
    anyway->click();
    QVERIFY2(pictureNote().contains(QStringLiteral("may refuse them")), qPrintable(pictureNote()));
    QVERIFY(composer().sendsPicturesAnyway());
    anyway->click();
    composer().attachments().clear();
    QVERIFY(pictureNote().isEmpty());
}

void TestRunFiles::theyGetTheTextAlone()
{
    page().setLineUp({CompareFixture::demo("vision"), CompareFixture::demo("swift")});
    attachPicture();
    run(QStringLiteral("What is this?"));
    // The simulator refuses pictures for a model that takes none: it was given none.
    const RunRecord record = m_fixture->run(m_fixture->newestRun());
    QCOMPARE(record.lanes.at(0).latest.completion.status, LaneStatus::Complete);
    QCOMPARE(record.lanes.at(1).latest.completion.status, LaneStatus::Complete);
    QVERIFY(record.lanes.at(0).latest.completion.text != record.lanes.at(1).latest.completion.text);

    composer().findChild<QToolButton *>(QStringLiteral("picturesAnyway"))->setChecked(true);
    trigger("compare.resend");
    QTRY_COMPARE(m_fixture->runs(), 2);
    QTRY_VERIFY(!page().hasRunningLanes());
    QCOMPARE(m_fixture->run(m_fixture->newestRun()).lanes.at(1).latest.completion.status, LaneStatus::Failed);
}

void TestRunFiles::theirLanesCanBeRemoved()
{
    page().setLineUp({CompareFixture::demo("swift"), CompareFixture::demo("vision")});
    attachPicture();
    composer().findChild<QToolButton *>(QStringLiteral("removePictureless"))->click();
    QCOMPARE(page().targets(), QList<Target>{CompareFixture::demo("vision")});
    QVERIFY(pictureNote().isEmpty());
}

void TestRunFiles::aPictureAloneIsNotSentToThem()
{
    page().setLineUp({CompareFixture::demo("swift")});
    attachPicture();
    trigger("compare.send");
    const QString said = composer().findChild<ComposerNote *>(QStringLiteral("composerComplaint"))->text();
    QVERIFY2(said.contains(QStringLiteral("demo/swift")), qPrintable(said));
    QCOMPARE(m_fixture->runs(), 0);
    QCOMPARE(composer().attachments().attachments().size(), 1);
}

void TestRunFiles::aRunIsExported_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("begin");
    QTest::newRow("Markdown") << int(ExportFormat::Markdown) << QStringLiteral("run-1.md")
                              << QByteArray("# Run 1\n");
    QTest::newRow("HTML") << int(ExportFormat::Html) << QStringLiteral("run-1.html")
                          << QByteArray("<!DOCTYPE html>");
    QTest::newRow("CSV") << int(ExportFormat::Csv) << QStringLiteral("run-1.csv")
                         << QByteArray("run_id,at,lane,");
    QTest::newRow("JSON") << int(ExportFormat::Json) << QStringLiteral("run-1.json") << QByteArray("{");
}

void TestRunFiles::aRunIsExported()
{
    run(QStringLiteral("Say a word"));
    // A button waits for its menu to close.
    bool shown = false;
    connect(
        &menu(), &QMenu::aboutToShow, &menu(),
        [this, &shown] {
            shown = true;
            QTimer::singleShot(0, &menu(), [this] { menu().close(); });
        },
        Qt::SingleShotConnection);
    QTest::mouseClick(promptLine().findChild<QToolButton *>(QStringLiteral("exportRun")), Qt::LeftButton);
    QVERIFY(shown);
    QFETCH(int, format);
    QFETCH(QString, name);
    menu().saveAs(static_cast<ExportFormat>(format), false);
    QFileDialog *dialog = nullptr;
    QTRY_VERIFY((dialog = page().findChild<QFileDialog *>(QStringLiteral("saveText"))));
    QCOMPARE(QFileInfo(dialog->selectedFiles().constFirst()).fileName(), name);
    const QString path = m_folder.filePath(name);
    emit dialog->fileSelected(path);
    dialog->close();
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QFETCH(QByteArray, begin);
    QVERIFY(text.startsWith(begin));
    QCOMPARE(toast(), QStringLiteral("Exported to %1.").arg(name));
}

void TestRunFiles::figuresAreCopied()
{
    run(QStringLiteral("Say a word"));
    trigger("compare.copyTable");
    QTRY_VERIFY(QApplication::clipboard()->text().contains(QStringLiteral("| demo/vision | complete |")));
    trigger("compare.copySpreadsheet");
    QTRY_VERIFY(QApplication::clipboard()->text().startsWith(QStringLiteral("run_id\tat\tlane\t")));
    QCOMPARE(QApplication::clipboard()->text().count(QLatin1Char('\n')), 2);
}

void TestRunFiles::withoutARunThereIsNothingToExport()
{
    trigger("compare.copyTable");
    QCOMPARE(toast(), QStringLiteral("There is no run to export yet."));
    trigger("compare.export");
    QVERIFY(!menu().isVisible());
}

void TestRunFiles::aBlindRunIsNotExported()
{
    trigger("compare.blind");
    run(QStringLiteral("Say a word"));
    QApplication::clipboard()->setText(QStringLiteral("before"));
    for (const char *action : {"compare.export", "compare.copyTable", "compare.copySpreadsheet"}) {
        page().findChild<ToastArea *>()->showMessage(QStringLiteral("something else"));
        trigger(action);
        QVERIFY2(toast().contains(QStringLiteral("after the vote")), action);
    }
    emit menu().aboutToShow();
    QVERIFY(!menu().hasRuns());
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("before"));
}

void TestRunFiles::anExportedRunComesBack()
{
    run(QStringLiteral("Say a word"));
    const RunRecord record = m_fixture->run(m_fixture->newestRun());
    const QString path = m_folder.filePath(QStringLiteral("run.json"));
    QJsonObject json = runToExportJson(record);
    json.insert(QStringLiteral("run_id"), 77);
    json.insert(QStringLiteral("rating"), 5);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QJsonDocument(json).toJson());
    file.close();
    auto *const import = page().findChild<ImportRuns *>();
    import->importFile(path);
    QMessageBox *box = nullptr;
    QTRY_VERIFY((box = page().findChild<QMessageBox *>(QStringLiteral("importLosses"))));
    QVERIFY(box->text().startsWith(QStringLiteral("1 run was imported.")));
    QVERIFY(box->informativeText().contains(QStringLiteral("rating")));
    delete box;
    QCOMPARE(m_fixture->runs(), 2);
    QTRY_COMPARE(promptLine().prompt(), QStringLiteral("Say a word"));
    import->importFile(path);
    QTRY_VERIFY((box = page().findChild<QMessageBox *>(QStringLiteral("importLosses"))));
    QCOMPARE(box->text(), QStringLiteral("1 run is in the ledger already."));
    QCOMPARE(m_fixture->runs(), 2);
}

void TestRunFiles::aBrokenDocumentIsSaid()
{
    QFile file(m_folder.filePath(QStringLiteral("broken.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"lanes\": [");
    file.close();
    page().findChild<ImportRuns *>()->importFile(file.fileName());
    QTRY_VERIFY2(toast().startsWith(QStringLiteral("Nothing was imported: The file is no JSON document")),
                 qPrintable(toast()));
    QCOMPARE(m_fixture->runs(), 0);
}

SWITCHYARD_TEST(TestRunFiles)

#include "tst_runfiles.moc"
