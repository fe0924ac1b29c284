#pragma once

#include "core/base/result.h"
#include "core/chat/request.h"

#include <QHash>

namespace app {

class Options;

/// The options below that may be given several times.
QStringList requestListOptions();
/// `--param NAME=VALUE`, any number of times.
core::Result<void> readParameters(const Options &options, core::ChatParameters *parameters);
/// `--meta KEY=VALUE`, any number of times; an empty value is an InvalidRequest.
core::Result<void> readTags(const Options &options, QHash<QString, QString> *tags);
/// Whether the text is a finite number.
bool readNumber(const QString &text, std::optional<double> *target);

} // namespace app
