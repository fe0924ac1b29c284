#pragma once

#include "core/base/result.h"
#include "core/imports/importlosses.h"
#include "core/ledger/records.h"

namespace core {

/// Whether the file has runs that this program exported, told from its first element. Any thread.
bool isRunFile(const QString &filePath);

/// Its runs; see readRunDocument(). A run without a time is as old as the file. Errors name the file. Any
/// thread.
Result<QList<RunRecord>> readRunFile(const QString &filePath, ImportLosses &losses);

/// How many conversations runs of one document are.
int conversationsOf(const QList<RunRecord> &runs);

} // namespace core
