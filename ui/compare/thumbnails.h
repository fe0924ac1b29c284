#pragma once

#include <QFuture>
#include <QImage>

namespace ui {

/// A picture scaled down into `box` pixels, for looking at only: what is sent is the file as it is. Null when
/// it cannot be read, or would need more than 128 MB to be decoded. Any thread.
QImage thumbnailOf(const QByteArray &data, const QSize &box);

/// thumbnailOf() on a worker thread.
QFuture<QImage> thumbnailLater(const QByteArray &data, const QSize &box);

} // namespace ui
