#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace core {

/// What the header of an image file says. A value.
struct ImageFacts
{
    /// `PNG`, `JPEG`, `GIF` or `WebP`.
    QString format;
    int width = 0;
    int height = 0;
};

/// Nothing for another format or a broken header. Reads no pixels: core does without an image library.
std::optional<ImageFacts> imageFacts(const QByteArray &file);

} // namespace core
