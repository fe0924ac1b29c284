#include "ui/compare/thumbnails.h"

#include <QBuffer>
#include <QImageReader>
#include <QPromise>
#include <QThreadPool>

#include <memory>

namespace ui {

namespace {

constexpr int kAllocationMegabytes = 128;

} // namespace

QImage thumbnailOf(const QByteArray &data, const QSize &box)
{
    QImageReader::setAllocationLimit(kAllocationMegabytes);
    QBuffer buffer;
    buffer.setData(data);
    if (!buffer.open(QIODevice::ReadOnly))
        return {};
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (size.isValid() && (size.width() > box.width() || size.height() > box.height()))
        reader.setScaledSize(size.scaled(box, Qt::KeepAspectRatio).expandedTo({1, 1}));
    const QImage image = reader.read();
    // Turned by its own account, it may be too high again.
    if (image.isNull() || (image.width() <= box.width() && image.height() <= box.height()))
        return image;
    return image.scaled(box, Qt::KeepAspectRatio, Qt::SmoothTransformation);
}

QFuture<QImage> thumbnailLater(const QByteArray &data, const QSize &box)
{
    const auto promise = std::make_shared<QPromise<QImage>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, data, box] {
        promise->addResult(thumbnailOf(data, box));
        promise->finish();
    });
    return promise->future();
}

} // namespace ui
