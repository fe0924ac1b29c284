#include "core/ruleformats/formattable.h"

#include "core/ruleformats/bifrostformat.h"
#include "core/ruleformats/cloudflareformat.h"
#include "core/ruleformats/jsonformat.h"
#include "core/ruleformats/litellmformat.h"
#include "core/ruleformats/openrouterformat.h"
#include "core/ruleformats/portkeyformat.h"
#include "core/ruleformats/programexport.h"

namespace core {

const QList<RuleFormatEntry> &ruleFormatTable()
{
    static const QList<RuleFormatEntry> table{
        {RuleFormat::Json, "json", isOwnRuleDocument, readOwnRuleDocument, writeOwnRuleDocument},
        {RuleFormat::LiteLlm, "litellm", isLiteLlmConfig, readLiteLlmConfig, writeLiteLlmConfig},
        {RuleFormat::Portkey, "portkey", isPortkeyConfig, readPortkeyConfig, writePortkeyConfig},
        {RuleFormat::OpenRouter, "openrouter", isOpenRouterBody, readOpenRouterBody, writeOpenRouterBody},
        {RuleFormat::Cloudflare, "cloudflare", isCloudflareRoute, readCloudflareRoute, writeCloudflareRoute},
        {RuleFormat::Bifrost, "bifrost", isBifrostRules, readBifrostRules, writeBifrostRules},
        {RuleFormat::TypeScript, "typescript", nullptr, nullptr, writeTypeScriptProgram},
        {RuleFormat::JavaScript, "javascript", nullptr, nullptr, writeJavaScriptProgram},
        {RuleFormat::Python, "python", nullptr, nullptr, writePythonProgram},
        {RuleFormat::Curl, "curl", nullptr, nullptr, writeShellProgram},
    };
    return table;
}

} // namespace core
