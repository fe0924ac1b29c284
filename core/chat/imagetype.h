#pragma once

#include <QByteArrayView>
#include <QString>

namespace core {

/// `image/png`, `image/jpeg`, `image/gif` or `image/webp` by the first bytes, whatever the name says; empty
/// for anything else. Signatures: https://mimesniff.spec.whatwg.org/#matching-an-image-type-pattern
QString imageTypeOf(QByteArrayView data);

} // namespace core
