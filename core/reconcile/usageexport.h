#pragma once

#include "core/reconcile/usagerecord.h"

namespace core {

/// How to read a file whose content does not say it all.
struct UsageReadOptions
{
    /// Unset: told from the content; a table that is none of the known ones is read by `columns`.
    std::optional<UsageFormat> format = {};
    /// Empty: those that guessColumns() finds.
    ColumnMap columns = {};
};

/// Largest file of text that is read.
constexpr qint64 kLargestUsageFile = qint64(256) * 1024 * 1024;

/// A file, read, with the SHA-256 of its bytes in hexadecimal.
struct UsageFile
{
    UsageExport document;
    /// Without its folder.
    QString name;
    QString hash;
};

/// Reads a table or JSON from its bytes. Errors are InvalidRequest and name line and column, or the place in
/// the JSON; `format` is named where the content does not fit it.
Result<UsageExport> readUsageExport(const QByteArray &bytes, const UsageReadOptions &options = {});

/// The same for a file, also the database of llm. Errors begin with the file's name. Any thread.
Result<UsageFile> readUsageFile(const QString &filePath, const UsageReadOptions &options = {});

} // namespace core
