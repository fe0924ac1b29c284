#pragma once

#include <QString>

namespace core {

/// The form in which model ids are compared: lower case, without `models/`, with `-` for `.` (OpenRouter
/// writes `claude-3.5-sonnet`) and `@` (Vertex writes `claude-3-5-sonnet@20240620`).
QString comparableModelId(QStringView id);

/// The id without a dated suffix (`-2024-07-18`, `-20241022`, `-2411`, `-002`) or `-latest`; the same id when
/// there is none.
QString withoutDate(const QString &comparableId);

/// The id without a variant after a colon: `:free`, `:nitro`.
QString withoutVariant(const QString &id);

} // namespace core
