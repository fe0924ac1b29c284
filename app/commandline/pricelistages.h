#pragma once

#include <QJsonArray>
#include <QString>

namespace app {

class Services;

/// The bundled price list and the imported ones: `bundled of 2026-09-23, 64 days old; litellm of ...`.
QString listsInUseText(Services &services);
QJsonArray listsInUseToJson(Services &services);

} // namespace app
