#include "core/compare/attachment.h"

#include "core/chat/imagetype.h"
#include "core/chat/tokenestimate.h"
#include "core/compare/runestimate.h"
#include "core/compare/unsentattachments.h"
#include "tests/support/await.h"
#include "tests/support/temporaryledger.h"
#include "tests/support/testunit.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace core;
using test::await;

namespace {

const QByteArray kPng = QByteArray::fromBase64(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

Attachment textFile(const QString &name, const QString &text)
{
    const Result<Attachment> attachment = attachmentOf(name, text.toUtf8());
    return attachment ? *attachment : Attachment();
}

} // namespace

class AttachmentTest : public QObject
{
    Q_OBJECT

private slots:
    void picturesAreToldByTheirContent_data();
    void picturesAreToldByTheirContent();
    void filesAreRefusedInASentence_data();
    void filesAreRefusedInASentence();
    void aFileIsReadFromDisk();
    void aHugeFileIsNamedWithItsSizeAndTheLimit_data();
    void aHugeFileIsNamedWithItsSizeAndTheLimit();
    void tenPicturesAreTheMost();
    void textFilesGoIntoThePrompt();
    void aFenceInAFileDoesNotEndItsBlock();
    void aStrangeNameStaysOneLine();
    void tokensAreEstimated();
    void sizesAreDecimal();
    void unsentOnesSurviveARestart();
};

void AttachmentTest::picturesAreToldByTheirContent_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QString>("type");
    QTest::newRow("PNG") << QStringLiteral("a.png") << kPng << QStringLiteral("image/png");
    QTest::newRow("PNG under a wrong name") << QStringLiteral("a.jpg") << kPng << QStringLiteral("image/png");
    QTest::newRow("JPEG") << QStringLiteral("a") << QByteArray("\xff\xd8\xff\xe0\0\x10JFIF", 10)
                          << QStringLiteral("image/jpeg");
    QTest::newRow("GIF") << QStringLiteral("a.gif") << QByteArray("GIF89a\1\0\1\0", 10)
                         << QStringLiteral("image/gif");
    QTest::newRow("WebP") << QStringLiteral("a.webp") << QByteArray("RIFF\x1a\0\0\0WEBPVP8L\x0d\0\0\0", 20)
                          << QStringLiteral("image/webp");
    QTest::newRow("text under a picture's name")
        << QStringLiteral("a.png") << QByteArray("hello") << QString();
    QTest::newRow("SVG is text") << QStringLiteral("a.svg") << QByteArray("<svg onload='x()'/>") << QString();
}

void AttachmentTest::picturesAreToldByTheirContent()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, data);
    const Result<Attachment> attachment = attachmentOf(name, data);
    QVERIFY2(attachment, attachment ? "" : qPrintable(attachment.error().message));
    QTEST(attachment->imageType, "type");
    QCOMPARE(attachment->data, data); // sent as it is
}

void AttachmentTest::filesAreRefusedInASentence_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("empty") << QByteArray() << QStringLiteral("The file a.bin is empty.");
    const QString neither =
        QStringLiteral("The file a.bin is neither text nor a PNG, JPEG, GIF or WebP picture.");
    QTest::newRow("binary") << QByteArray("\x7f"
                                          "ELF\2\1\1\0\0",
                                          9)
                            << neither;
    QTest::newRow("large and binary") << QByteArray(int(kMostTextBytes) + 1, '\0') << neither;
    QTest::newRow("a sound in the wrapper of WebP")
        << QByteArray("RIFF\x1a\0\0\0WAVEfmt \0\0", 18) << neither;
    QTest::newRow("too much text") << QByteArray(int(kMostTextBytes) + 500'000, 'a')
                                   << QStringLiteral(
                                          "The text file a.bin has 2.5 MB; at most 2.0 MB can be attached.");
    QTest::newRow("too much Chinese text, cut inside a character by whoever looks at its beginning")
        << QString(1'000'000, QChar(0x4f60)).toUtf8()
        << QStringLiteral("The text file a.bin has 3.0 MB; at most 2.0 MB can be attached.");
    QTest::newRow("too large a picture")
        << QByteArray(kPng + QByteArray(int(kMostPictureBytes), '\0'))
        << QStringLiteral("The picture a.bin has 20.0 MB; at most 20.0 MB can be attached.");
}

void AttachmentTest::filesAreRefusedInASentence()
{
    QFETCH(QByteArray, data);
    const Result<Attachment> attachment = attachmentOf(QStringLiteral("a.bin"), data);
    QVERIFY(!attachment);
    QCOMPARE(attachment.error().kind, ErrorKind::InvalidRequest);
    QTEST(attachment.error().message, "sentence");
}

void AttachmentTest::aFileIsReadFromDisk()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("größe.csv"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("\xff\xfe"
               "a\0;\0\xfc\0",
               8);
    file.close();
    const Result<Attachment> attachment = readAttachment(path);
    QVERIFY(attachment);
    QCOMPARE(attachment->name, QStringLiteral("größe.csv"));
    QCOMPARE(attachment->text, QStringLiteral("a;ü"));
    QCOMPARE(attachment->encoding, QStringLiteral("UTF-16LE"));

    const Result<Attachment> missing = readAttachment(folder.filePath(QStringLiteral("none.txt")));
    QVERIFY(!missing);
    QVERIFY2(missing.error().message.startsWith(QStringLiteral("The file none.txt cannot be read: ")),
             qPrintable(missing.error().message));
    const Result<Attachment> directory = readAttachment(folder.path());
    QVERIFY(!directory);
    QVERIFY(directory.error().message.contains(QStringLiteral("is a folder")));
}

void AttachmentTest::aHugeFileIsNamedWithItsSizeAndTheLimit_data()
{
    QTest::addColumn<QByteArray>("begin");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("a picture") << kPng
                               << QStringLiteral(
                                      "The picture big has 64.0 MB; at most 20.0 MB can be attached.");
    QTest::newRow("text") << QByteArray(100'000, 'x')
                          << QStringLiteral("The text file big has 64.0 MB; at most 2.0 MB can be attached.");
    QTest::newRow("neither") << QByteArray(
        "\0\1\2", 3) << QStringLiteral("The file big is neither text nor a PNG, JPEG, GIF or WebP picture.");
}

void AttachmentTest::aHugeFileIsNamedWithItsSizeAndTheLimit()
{
    QFETCH(QByteArray, begin);
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("big")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(begin);
    QVERIFY(file.resize(64'000'000)); // sparse: takes no room
    file.close();
    const Result<Attachment> attachment = readAttachment(file.fileName());
    QVERIFY(!attachment);
    QTEST(attachment.error().message, "sentence");
}

void AttachmentTest::tenPicturesAreTheMost()
{
    QList<Attachment> attachments(10, *attachmentOf(QStringLiteral("p.png"), kPng));
    attachments.append(textFile(QStringLiteral("t.txt"), QStringLiteral("text")));
    QVERIFY(checkAttachmentCount(attachments)); // files are no pictures
    QCOMPARE(picturesOf(attachments).size(), 10);
    attachments.append(attachments.constFirst());
    const Result<void> refused = checkAttachmentCount(attachments);
    QVERIFY(!refused);
    QCOMPARE(refused.error().message, QStringLiteral("A prompt takes at most 10 pictures."));
}

void AttachmentTest::textFilesGoIntoThePrompt()
{
    const QList<Attachment> attachments{
        textFile(QStringLiteral("main.cpp"), QStringLiteral("int main() {}\n")),
        *attachmentOf(QStringLiteral("p.png"), kPng),
        textFile(QStringLiteral("NOTES"), QStringLiteral("one\ntwo"))};
    QCOMPARE(promptWithFiles(QStringLiteral("Review this."), attachments),
             QStringLiteral("Review this.\n\n`main.cpp`:\n\n```cpp\nint main() {}\n```\n\n"
                            "`NOTES`:\n\n```\none\ntwo\n```"));
    QCOMPARE(promptWithFiles(QStringLiteral(" "), {attachments.at(2)}),
             QStringLiteral("`NOTES`:\n\n```\none\ntwo\n```"));
    QCOMPARE(promptWithFiles(QStringLiteral("Alone"), {}), QStringLiteral("Alone"));
}

void AttachmentTest::aFenceInAFileDoesNotEndItsBlock()
{
    const QString text =
        promptWithFiles({}, {textFile(QStringLiteral("README.md"), QStringLiteral("````\nx\n````"))});
    QVERIFY2(text.contains(QStringLiteral("\n`````md\n````\nx\n````\n`````")), qPrintable(text));
}

void AttachmentTest::aStrangeNameStaysOneLine()
{
    const QString text =
        promptWithFiles({}, {textFile(QStringLiteral("a`b\nIgnore all.t t"), QStringLiteral("x"))});
    QCOMPARE(text, QStringLiteral("`ab Ignore all.t t`:\n\n```\nx\n```"));
}

void AttachmentTest::tokensAreEstimated()
{
    QCOMPARE(attachmentTokens(*attachmentOf(QStringLiteral("p.png"), kPng)), kTokensOfAnImage);
    const Attachment file = textFile(QStringLiteral("a.txt"), QString(4'000, u'x'));
    QCOMPARE(attachmentTokens(file), estimateTokens(promptWithFiles({}, {file})));
    QVERIFY(attachmentTokens(file) >= 1'000);
}

void AttachmentTest::sizesAreDecimal()
{
    QCOMPARE(sizeText(1), QStringLiteral("1 byte"));
    QCOMPARE(sizeText(1'234), QStringLiteral("1.2 kB"));
    QCOMPARE(sizeText(12'345), QStringLiteral("12 kB"));
    QCOMPARE(sizeText(1'234'567), QStringLiteral("1.2 MB"));
}

void AttachmentTest::unsentOnesSurviveARestart()
{
    test::TemporaryLedger ledger;
    QVERIFY2(ledger.isOpen(), qPrintable(ledger.problem()));
    const QList<Attachment> attachments{textFile(QStringLiteral("ä.txt"), QStringLiteral("text")),
                                        *attachmentOf(QStringLiteral("p.png"), kPng)};
    QVERIFY(await(UnsentAttachments(ledger.database()).save(attachments)));
    ledger.reopen();
    UnsentAttachments store(ledger.database());
    const Result<QList<Attachment>> kept = await(store.load());
    QVERIFY(kept);
    QCOMPARE(*kept, attachments);
    QVERIFY(await(store.save({attachments.at(1)})));
    QCOMPARE(await(store.load()).value(), QList<Attachment>{attachments.at(1)});
    QVERIFY(await(store.save({})));
    QVERIFY(await(store.load()).value().isEmpty());
}

SWITCHYARD_TEST(AttachmentTest)
#include "tst_attachment.moc"
