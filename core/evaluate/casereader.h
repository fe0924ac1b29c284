#pragma once

#include "core/evaluate/promptset.h"

#include <QByteArray>

namespace core {

enum class CaseFormat {
    /// Comma, semicolon or tab, whichever the header row uses.
    Csv,
    Tsv,
    JsonLines,
};

/// By the file's suffix: `.tsv`, `.tab`, `.jsonl`, `.ndjson`; everything else is CSV.
CaseFormat caseFormatOf(const QString &fileName);

/// The cases of a file as Excel, LibreOffice or a script wrote it: UTF-8 with or without a byte order mark,
/// UTF-16 with one; any line end. The first row of CSV and TSV names the columns; JSONL has an object a line,
/// whose nested values become JSON text. All or nothing: InvalidRequest names what is wrong with its line and
/// column, counted from 1, the column in characters.
Result<CaseTable> readCases(const QByteArray &bytes, CaseFormat format);

/// readCases() of a file of at most 256 MiB; the error starts with the file's name.
Result<CaseTable> readCaseFile(const QString &path);

} // namespace core
