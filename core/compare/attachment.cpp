#include "core/compare/attachment.h"

#include "core/base/formatting.h"
#include "core/base/textdecoding.h"
#include "core/chat/imagetype.h"
#include "core/chat/tokenestimate.h"
#include "core/compare/runestimate.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace core {

namespace {

struct AttachmentWords
{
    Q_DECLARE_TR_FUNCTIONS(Attachment)
};

Error refused(const QString &sentence)
{
    return Error{ErrorKind::InvalidRequest, sentence};
}

Error tooLargePicture(const QString &name, qint64 bytes)
{
    return refused(AttachmentWords::tr("The picture %1 has %2; at most %3 can be attached.")
                       .arg(name, sizeText(bytes), sizeText(kMostPictureBytes)));
}

Error tooLargeText(const QString &name, qint64 bytes)
{
    return refused(AttachmentWords::tr("The text file %1 has %2; at most %3 can be attached.")
                       .arg(name, sizeText(bytes), sizeText(kMostTextBytes)));
}

Error neither(const QString &name)
{
    return refused(
        AttachmentWords::tr("The file %1 is neither text nor a PNG, JPEG, GIF or WebP picture.").arg(name));
}

/// Whether the beginning of a large file is text. It may end in the middle of a character.
bool beginsAsText(const QByteArray &data)
{
    constexpr qsizetype kSample = 64 * 1024;
    constexpr qsizetype kLongestCharacter = 4;
    for (qsizetype cut = 0; cut < kLongestCharacter; ++cut) {
        if (decodeText(data.left(kSample - cut)))
            return true;
    }
    return false;
}

int longestRunOfBackticks(const QString &text)
{
    int longest = 0;
    int run = 0;
    for (const QChar c : text) {
        run = c == u'`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    return longest;
}

QString fileBlock(const Attachment &file)
{
    QString name = file.name.simplified();
    name.remove(u'`');
    const QString fence(std::max(3, longestRunOfBackticks(file.text) + 1), u'`');
    QString language = QFileInfo(file.name).suffix().toLower();
    const auto isStrange = [](QChar c) { return c.unicode() > 0x7F || !c.isLetterOrNumber(); };
    if (std::any_of(language.cbegin(), language.cend(), isStrange))
        language.clear();
    QString text = file.text;
    while (text.endsWith(u'\n'))
        text.chop(1);
    return u'`' + name + QStringLiteral("`:\n\n") + fence + language + u'\n' + text + u'\n' + fence;
}

} // namespace

Result<Attachment> attachmentOf(const QString &name, const QByteArray &data)
{
    if (data.isEmpty())
        return refused(AttachmentWords::tr("The file %1 is empty.").arg(name));
    Attachment attachment{name, data};
    attachment.imageType = imageTypeOf(data);
    if (attachment.isImage()) {
        if (data.size() > kMostPictureBytes)
            return tooLargePicture(name, data.size());
        return attachment;
    }
    if (data.size() > kMostTextBytes)
        return beginsAsText(data) ? tooLargeText(name, data.size()) : neither(name);
    const std::optional<DecodedText> decoded = decodeText(data);
    if (!decoded)
        return neither(name);
    attachment.text = decoded->text;
    attachment.encoding = decoded->encoding;
    return attachment;
}

Result<Attachment> readAttachment(const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    if (QFileInfo(path).isDir())
        return refused(AttachmentWords::tr("%1 is a folder; only files can be attached.").arg(name));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return refused(AttachmentWords::tr("The file %1 cannot be read: %2.").arg(name, file.errorString()));
    // One byte more than allowed tells that it is too large; the rest is not needed for that.
    const QByteArray data = file.read(kMostPictureBytes + 1);
    if (file.error() != QFileDevice::NoError)
        return refused(AttachmentWords::tr("The file %1 cannot be read: %2.").arg(name, file.errorString()));
    if (data.size() <= kMostPictureBytes)
        return attachmentOf(name, data);
    const qint64 size = std::max<qint64>(file.size(), data.size());
    if (!imageTypeOf(data).isEmpty())
        return tooLargePicture(name, size);
    return beginsAsText(data) ? tooLargeText(name, size) : neither(name);
}

Result<void> checkAttachmentCount(const QList<Attachment> &attachments)
{
    const auto pictures = std::count_if(attachments.begin(), attachments.end(),
                                        [](const Attachment &attachment) { return attachment.isImage(); });
    if (pictures <= kMostPictures)
        return {};
    return refused(AttachmentWords::tr("A prompt takes at most %1 pictures.").arg(kMostPictures));
}

qint64 attachmentTokens(const Attachment &attachment)
{
    return attachment.isImage() ? kTokensOfAnImage : estimateTokens(fileBlock(attachment));
}

QString promptWithFiles(const QString &prompt, const QList<Attachment> &attachments)
{
    QStringList parts;
    if (!prompt.trimmed().isEmpty())
        parts.append(prompt);
    for (const Attachment &attachment : attachments) {
        if (!attachment.isImage())
            parts.append(fileBlock(attachment));
    }
    return parts.join(QStringLiteral("\n\n"));
}

QList<ImagePart> picturesOf(const QList<Attachment> &attachments)
{
    QList<ImagePart> pictures;
    for (const Attachment &attachment : attachments) {
        if (attachment.isImage())
            pictures.append({attachment.data, attachment.imageType});
    }
    return pictures;
}

QString sizeText(qint64 bytes)
{
    const QLocale locale;
    if (bytes < 1000)
        return bytes == 1 ? AttachmentWords::tr("1 byte")
                          : AttachmentWords::tr("%n bytes", nullptr, static_cast<int>(bytes));
    const double size = static_cast<double>(bytes);
    if (bytes < 1'000'000)
        return AttachmentWords::tr("%1 kB").arg(locale.toString(size / 1e3, 'f', bytes < 10'000 ? 1 : 0));
    return AttachmentWords::tr("%1 MB").arg(locale.toString(size / 1e6, 'f', bytes < 100'000'000 ? 1 : 0));
}

} // namespace core
