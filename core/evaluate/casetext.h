#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace core {

/// Text of a file as office programs and scripts save it: UTF-8 with or without a byte order mark, UTF-16
/// with one. InvalidRequest names line and column (in characters, from 1) of the first bytes that are no
/// text.
Result<QString> decodeCaseText(const QByteArray &bytes);

} // namespace core
