#pragma once

#include <QString>
#include <QStringList>

namespace core {

/// Text in the pieces that a simulated model writes and counts one by one: a short word with the blank before
/// it, a third of a long word, a mark, a Chinese or Japanese character. Joined they are the text again.
QStringList splitTokens(const QString &text);

qint64 countTokens(const QString &text);

} // namespace core
