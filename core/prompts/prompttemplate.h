#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QString>
#include <QStringList>

namespace core {

// Prompts with `{{variable}}` in them. A name is anything without braces or line breaks, spaces around it do
// not count, and `\{{` stands for two braces.

/// The names in order of their first place, each once.
QStringList variablesOf(const QString &text);

/// The text with every variable replaced by its value; values are not expanded again. InvalidRequest names
/// the first variable that has no value.
Result<QString> expandTemplate(const QString &text, const QHash<QString, QString> &values);

/// The inverse for a text that is meant literally: expanding the result gives the text again.
QString escapedForTemplate(const QString &text);

} // namespace core
