#pragma once

#include <QString>

namespace core {

/// A model id without `models/`, vendor prefix and variant (`openai/gpt-4o:free` -> `gpt-4o`), in lower case.
/// Tags of local servers that name a size (`llama3.1:8b`) stay.
QString bareModelName(QStringView id);

/// bareModelName() without a date or revision at its end (`-2024-07-18`, `-20241022`, `-0125`, `-002`,
/// `@20241022`, `-preview-05-20`, `-latest`).
QString undatedModelName(QStringView id);

/// Whether an answer from `answered` is what was asked of `requested`: the same name, or one is the dated or
/// `-latest` form of the other. Two different dates differ. An empty answer claims nothing and is accepted.
bool isSameModelOrDatedAlias(QStringView requested, QStringView answered);

} // namespace core
