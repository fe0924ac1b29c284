#pragma once

#include "core/reconcile/usagerecord.h"

namespace core {

/// Whether the bytes begin a SQLite file (https://www.sqlite.org/fileformat.html#the_database_header).
bool isSqliteFile(const QByteArray &start);

/// Reads the table `responses` of the database that the program llm logs into, of old versions, which counted
/// no tokens, and of later ones (`input_tokens`, `output_tokens`, `token_details`, `resolved_model`). The
/// file is opened read-only and never changed. Prompts and answers are not read. llm knows no costs.
/// https://llm.datasette.io/en/stable/logging.html
Result<UsageExport> readLlmLogs(const QString &filePath);

} // namespace core
