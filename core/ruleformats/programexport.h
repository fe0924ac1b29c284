#pragma once

#include "core/ruleformats/formattable.h"

namespace core {

// Programs that choose and fall back as the rules do, made of the templates in resources/programs. They name
// keys by their variables only.

Result<RuleExport> writeTypeScriptProgram(const RuleSet &rules, const ExportContext &context);
Result<RuleExport> writeJavaScriptProgram(const RuleSet &rules, const ExportContext &context);
Result<RuleExport> writePythonProgram(const RuleSet &rules, const ExportContext &context);
Result<RuleExport> writeShellProgram(const RuleSet &rules, const ExportContext &context);

} // namespace core
