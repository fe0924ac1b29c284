#pragma once

#include "core/base/result.h"
#include "core/chat/message.h"

#include <QString>

#include <optional>

namespace core {

// Limits of what can be attached to a prompt. Endpoints have their own, which differ and change; what they
// refuse they say themselves.

/// Bytes of one picture. 20 MB is what Gemini takes in a request with inline pictures
/// (https://ai.google.dev/gemini-api/docs/image-understanding), the largest such limit of the big vendors.
inline constexpr qint64 kMostPictureBytes = 20'000'000;
/// Pictures of one prompt: ours. Every run keeps its pictures in the ledger.
inline constexpr int kMostPictures = 10;
/// Bytes of one text file: ours. 2 MB of English are about 500,000 tokens, more than most models take.
inline constexpr qint64 kMostTextBytes = 2'000'000;

/// A file or picture that goes with the prompt.
struct Attachment
{
    /// The file's name without its folder.
    QString name;
    /// The file as it was read.
    QByteArray data;
    /// A picture's type by its content; empty for a text file.
    QString imageType = {};
    /// A text file's text and the encoding it was in.
    QString text = {};
    QString encoding = {};

    bool isImage() const { return !imageType.isEmpty(); }
    bool operator==(const Attachment &) const = default;
};

/// What the bytes are, by their content alone. Errors (invalid_request) are a sentence with the name and,
/// where one is passed, the limit: empty, too large, or neither a picture that models take nor text.
Result<Attachment> attachmentOf(const QString &name, const QByteArray &data);

/// attachmentOf() a file; nothing larger than the limits is read. Blocks: for a worker thread.
Result<Attachment> readAttachment(const QString &path);

/// Refused when there would be more than kMostPictures.
Result<void> checkAttachmentCount(const QList<Attachment> &attachments);

/// Estimated tokens: of the text with its frame, or 800 for a picture as in estimateInputTokens().
qint64 attachmentTokens(const Attachment &attachment);

/// The prompt, then each text file as a code block under its name. The fence is longer than any in the text.
QString promptWithFiles(const QString &prompt, const QList<Attachment> &attachments);

/// The pictures in order.
QList<ImagePart> picturesOf(const QList<Attachment> &attachments);

/// `640 bytes`, `12 kB`, `1.2 MB`: decimal units.
QString sizeText(qint64 bytes);

} // namespace core
