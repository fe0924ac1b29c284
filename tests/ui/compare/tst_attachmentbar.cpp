#include "tests/support/testunit.h"
#include "ui/compare/attachmentbar.h"
#include "ui/compare/attachmentchip.h"
#include "ui/compare/composer.h"
#include "ui/compare/composernote.h"
#include "ui/compare/prompteditor.h"
#include "ui/compare/sentprompt.h"
#include "ui/compare/thumbnails.h"

#include <QApplication>
#include <QBuffer>
#include <QClipboard>
#include <QDropEvent>
#include <QFileDialog>
#include <QLabel>
#include <QMimeData>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace core;
using namespace ui;

namespace {

QByteArray pictureFile(const QSize &size, const char *format = "PNG")
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::red);
    QByteArray data;
    QBuffer buffer(&data);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return data;
}

} // namespace

class TestAttachmentBar : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_composer.reset(); }
    void aPastedPictureBecomesAChip();
    void aCopiedFileIsAttachedAsItIs();
    void textBesideAPictureIsPastedAsText();
    void filesAreDropped();
    void filesAreChosenWithoutBlocking();
    void refusalsAreSaidAndNothingElseIsLost();
    void theEleventhPictureIsRefused();
    void deleteRemovesAndTheFocusStays();
    void everyChipSaysWhatItIs();
    void aPictureAloneCanBeSent();
    void thumbnailsAreBounded();
    void aTextFileGoesIntoThePrompt();

private:
    AttachmentBar &bar() const { return m_composer->attachments(); }
    PromptEditor *editor() const
    {
        return m_composer->findChild<PromptEditor *>(QStringLiteral("promptEditor"));
    }
    QList<AttachmentChip *> chips() const
    {
        QList<AttachmentChip *> shown;
        for (AttachmentChip *chip : m_composer->findChildren<AttachmentChip *>()) {
            if (chip->isVisible())
                shown.append(chip);
        }
        return shown;
    }
    QString refusal() const
    {
        return m_composer->findChild<ComposerNote *>(QStringLiteral("refusedAttachment"))->text();
    }
    QString write(const QString &name, const QByteArray &data)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(data) != data.size())
            qFatal("The file could not be written.");
        return file.fileName();
    }

    QTemporaryDir m_folder;
    Theme m_theme;
    std::unique_ptr<Composer> m_composer;
};

void TestAttachmentBar::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
    m_composer = std::make_unique<Composer>(m_theme);
    m_composer->resize(900, 300);
    m_composer->show();
    m_composer->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_composer.get()));
}

void TestAttachmentBar::aPastedPictureBecomesAChip()
{
    QImage image(40, 30, QImage::Format_ARGB32);
    image.fill(Qt::blue);
    QApplication::clipboard()->setImage(image);
    QSignalSpy changed(m_composer.get(), &Composer::changed);
    m_composer->focusPrompt();
    QTest::keySequence(editor(), QKeySequence::Paste);
    QCOMPARE(bar().attachments().size(), 1);
    QCOMPARE(bar().attachments().constFirst().imageType, QStringLiteral("image/png"));
    QCOMPARE(QImage::fromData(bar().attachments().constFirst().data).size(), image.size());
    QCOMPARE(chips().size(), 1);
    QVERIFY(changed.count() > 0);
    QCOMPARE(m_composer->prompt(), QString());
}

void TestAttachmentBar::aCopiedFileIsAttachedAsItIs()
{
    const QByteArray file = pictureFile({300, 200}, "JPG");
    auto *const data = new QMimeData;
    data->setUrls({QUrl::fromLocalFile(write(QStringLiteral("photo.png"), file))});
    QApplication::clipboard()->setMimeData(data);
    QTest::keySequence(editor(), QKeySequence::Paste);
    QTRY_COMPARE(bar().attachments().size(), 1);
    QCOMPARE(bar().attachments().constFirst().data, file);
    QCOMPARE(bar().attachments().constFirst().name, QStringLiteral("photo.png"));
    QCOMPARE(bar().attachments().constFirst().imageType, QStringLiteral("image/jpeg"));
}

void TestAttachmentBar::textBesideAPictureIsPastedAsText()
{
    auto *const data = new QMimeData;
    data->setText(QStringLiteral("cells"));
    data->setImageData(QImage(10, 10, QImage::Format_RGB32));
    QApplication::clipboard()->setMimeData(data);
    QTest::keySequence(editor(), QKeySequence::Paste);
    QCOMPARE(m_composer->prompt(), QStringLiteral("cells"));
    QVERIFY(bar().attachments().isEmpty());
}

void TestAttachmentBar::filesAreDropped()
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(write(QStringLiteral("a.txt"), "one")),
                  QUrl::fromLocalFile(write(QStringLiteral("b.md"), "two"))});
    QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_composer.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_composer.get(), &drop);
    QVERIFY(drop.isAccepted());
    QTRY_COMPARE(bar().attachments().size(), 2);
    QCOMPARE(bar().attachments().at(1).text, QStringLiteral("two"));

    QMimeData words;
    words.setText(QStringLiteral("plain words"));
    QDragEnterEvent other({10, 10}, Qt::CopyAction, &words, Qt::LeftButton, Qt::NoModifier);
    other.ignore();
    QApplication::sendEvent(m_composer.get(), &other);
    QVERIFY(!other.isAccepted());
}

void TestAttachmentBar::filesAreChosenWithoutBlocking()
{
    auto *const button = m_composer->findChild<QToolButton *>(QStringLiteral("attach"));
    QTest::mouseClick(button, Qt::LeftButton);
    auto *const dialog = m_composer->findChild<QFileDialog *>(QStringLiteral("attachDialog"));
    QVERIFY(dialog);
    QCOMPARE(dialog->fileMode(), QFileDialog::ExistingFiles);
    emit dialog->filesSelected({write(QStringLiteral("c.txt"), "three")});
    dialog->close();
    QTRY_COMPARE(bar().attachments().size(), 1);
}

void TestAttachmentBar::refusalsAreSaidAndNothingElseIsLost()
{
    m_composer->setPrompt(QStringLiteral("Look"));
    bar().addFiles({write(QStringLiteral("good.txt"), "good"),
                    write(QStringLiteral("tool.bin"), QByteArray("\0\1", 2)),
                    m_folder.filePath(QStringLiteral("gone.txt")),
                    write(QStringLiteral("long.txt"), QByteArray(int(kMostTextBytes) + 1, 'x')),
                    write(QStringLiteral("last.txt"), "last")});
    QTRY_COMPARE(bar().attachments().size(), 2);
    QVERIFY2(refusal().contains(QStringLiteral("tool.bin is neither text nor")), qPrintable(refusal()));
    QVERIFY(refusal().contains(QStringLiteral("gone.txt cannot be read")));
    QVERIFY(refusal().contains(QStringLiteral("long.txt has 2.0 MB; at most 2.0 MB")));
    QCOMPARE(refusal().count(QLatin1Char('\n')), 2);
    QCOMPARE(m_composer->prompt(), QStringLiteral("Look"));
    QTest::mouseClick(m_composer->findChild<ComposerNote *>(QStringLiteral("refusedAttachment"))
                          ->findChild<QToolButton *>(QStringLiteral("hideNote")),
                      Qt::LeftButton);
    QCOMPARE(refusal(), QString());
    QCOMPARE(bar().attachments().size(), 2);
}

void TestAttachmentBar::theEleventhPictureIsRefused()
{
    QStringList paths;
    for (int number = 0; number <= kMostPictures; ++number)
        paths.append(write(QStringLiteral("%1.png").arg(number), pictureFile({8, 8})));
    bar().addFiles(paths);
    QTRY_COMPARE(refusal(), QStringLiteral("A prompt takes at most 10 pictures."));
    QCOMPARE(bar().attachments().size(), kMostPictures);
    // They wrap into lines; none is wider than the composer.
    for (const AttachmentChip *chip : chips())
        QVERIFY(m_composer->rect().contains(QRect(chip->mapTo(m_composer.get(), QPoint()), chip->size())));
}

void TestAttachmentBar::deleteRemovesAndTheFocusStays()
{
    bar().addFiles({write(QStringLiteral("1.txt"), "1"), write(QStringLiteral("2.txt"), "2"),
                    write(QStringLiteral("3.txt"), "3")});
    QTRY_COMPARE(chips().size(), 3);
    AttachmentChip *const second = chips().at(1);
    second->setFocus();
    QTest::keyClick(second, Qt::Key_Delete);
    QCOMPARE(bar().attachments().size(), 2);
    QCOMPARE(bar().attachments().at(1).name, QStringLiteral("3.txt"));
    QCOMPARE(QApplication::focusWidget(), chips().at(1));
    QTest::keyClick(chips().at(1), Qt::Key_Backspace);
    QCOMPARE(QApplication::focusWidget(), chips().at(0));
    QTest::mouseClick(chips().at(0)->findChild<QToolButton *>(QStringLiteral("removeAttachment")),
                      Qt::LeftButton);
    QVERIFY(bar().attachments().isEmpty());
    QVERIFY(chips().isEmpty());
}

void TestAttachmentBar::everyChipSaysWhatItIs()
{
    bar().addFiles({write(QStringLiteral("photo.png"), pictureFile({64, 64})),
                    write(QStringLiteral("data.csv"), QByteArray("a;\xfc\n", 4))});
    QTRY_COMPARE(chips().size(), 2);
    const AttachmentChip *const picture = chips().at(0);
    QVERIFY2(picture->accessibleName().startsWith(QStringLiteral("Picture photo.png, ")),
             qPrintable(picture->accessibleName()));
    QVERIFY(picture->accessibleName().endsWith(QStringLiteral("about 800 tokens")));
    QCOMPARE(picture->focusPolicy(), Qt::StrongFocus);
    QVERIFY(chips().at(1)->accessibleName().startsWith(QStringLiteral("Text file data.csv, 4 bytes")));
    QVERIFY(chips().at(1)->toolTip().contains(QStringLiteral("Windows-1252")));
    // The thumbnail is the picture, not the icon.
    const QLabel *const label = picture->findChild<QLabel *>(QString(), Qt::FindDirectChildrenOnly);
    QTRY_COMPARE(label->pixmap().toImage().pixelColor(5, 5), QColor(Qt::red));
}

void TestAttachmentBar::aPictureAloneCanBeSent()
{
    QVERIFY(!m_composer->hasContent());
    bar().addFiles({write(QStringLiteral("p.png"), pictureFile({8, 8}))});
    QTRY_VERIFY(m_composer->hasContent());
    const Result<SentPrompt> sent = sentPromptOf(m_composer->draft());
    QVERIFY(sent);
    QCOMPARE(sent->prompt, QString());
    QCOMPARE(sent->images.size(), 1);
    m_composer->clear();
    QVERIFY(!m_composer->hasContent());
}

void TestAttachmentBar::thumbnailsAreBounded()
{
    QCOMPARE(thumbnailOf(pictureFile({400, 100}), {32, 32}).size(), QSize(32, 8));
    QCOMPARE(thumbnailOf(pictureFile({10, 10}), {32, 32}).size(), QSize(10, 10));
    QVERIFY(thumbnailOf("no picture", {32, 32}).isNull());
    // A small file may ask for far more memory than it has: 60,000 x 60,000 pixels.
    QByteArray bomb = pictureFile({8, 8});
    bomb.replace(16, 8, QByteArray("\0\0\xea\x60\0\0\xea\x60", 8));
    QVERIFY(thumbnailOf(bomb, {32, 32}).isNull());
}

void TestAttachmentBar::aTextFileGoesIntoThePrompt()
{
    m_composer->setPrompt(QStringLiteral("Explain {{what}}"));
    bar().addFiles({write(QStringLiteral("t.py"), "print('{{literal}}')\n")});
    QTRY_COMPARE(bar().attachments().size(), 1);
    PromptDraft draft = m_composer->draft();
    QCOMPARE(missingVariable(draft), QStringLiteral("what")); // those of a file are its own
    QVERIFY(!sentPromptOf(draft));
    draft.values.insert(QStringLiteral("what"), QStringLiteral("this"));
    QCOMPARE(sentPromptOf(draft)->prompt,
             QStringLiteral("Explain this\n\n`t.py`:\n\n```py\nprint('{{literal}}')\n```"));
}

SWITCHYARD_TEST(TestAttachmentBar)

#include "tst_attachmentbar.moc"
