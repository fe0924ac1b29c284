#pragma once

#include "core/base/result.h"
#include "core/prompts/templates.h"

#include <QStringList>

namespace core {

/// A template as a file has it.
struct TemplateFile
{
    PromptTemplate entry;
    /// Fields of the front matter that mean nothing here; they are kept in `entry.extra`.
    QStringList unknown = {};
};

/// Reads Markdown with YAML front matter between two lines `---`: `name`, `folder`, `kind` (prompt or
/// system), `variables` (a list of names, or names with values to start from). Without a name the file's own
/// is taken, without a folder `folder`. A file without front matter is all text. Errors (invalid_request)
/// name the file: binary data, front matter that is no YAML (with its line) or over 64 KiB, a field of
/// another type, no text.
Result<TemplateFile> readTemplateFile(const QByteArray &data, const QString &fileName,
                                      const QString &folder = {});

/// The inverse. Values that were filled in are left out: they are the user's own.
QByteArray writeTemplateFile(const PromptTemplate &entry);

/// Where a template goes inside the folder that is exported to: its folder and `name.md`, without characters
/// that file systems refuse.
QString templateFilePath(const PromptTemplate &entry);

} // namespace core
