#pragma once

#include "core/ruleformats/ruleformats.h"

namespace core {

/// A text that may hold rules, looked at once for all formats.
struct RuleText
{
    QByteArray text;
    /// The document when the text is a JSON object, else empty.
    QJsonObject json = {};
    bool isJson = false;
};

/// How one format is told from the others, read and written; null where it has no such side.
struct RuleFormatEntry
{
    RuleFormat format;
    const char *name;
    bool (*recognises)(const RuleText &text) = nullptr;
    Result<RuleImport> (*read)(const RuleText &text, const QString &suggestedName) = nullptr;
    Result<RuleExport> (*write)(const RuleSet &rules, const ExportContext &context) = nullptr;
};

/// Every format once. Those that recognise a text are asked in this order, the surest first.
const QList<RuleFormatEntry> &ruleFormatTable();

} // namespace core
