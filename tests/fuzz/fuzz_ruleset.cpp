#include "core/routing/rulesetcheck.h"
#include "core/routing/rulesetdiff.h"
#include "core/routing/rulesetjson.h"
#include "core/routing/rulewords.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace {

class EmptyBook : public core::TargetBook
{
public:
    core::TargetFacts factsOf(const core::TargetName &, const QString &) const override { return {}; }
};

void require(bool holds)
{
    if (!holds)
        std::abort();
}

} // namespace

/// A document that can be read is written and read back the same, can be checked, compared and put into
/// words; one that cannot be read is refused with a sentence.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    QStringList unknown;
    const core::Result<core::RuleSet> rules = core::readRuleSet(text, &unknown);
    if (!rules) {
        require(rules.error().kind == core::ErrorKind::InvalidRequest && !rules.error().message.isEmpty());
        return 0;
    }
    const QByteArray written = core::writeRuleSet(*rules);
    const core::Result<core::RuleSet> again = core::readRuleSet(written);
    require(again.hasValue() && *again == *rules);
    require(core::writeRuleSet(*again) == written);
    require(core::diffRuleSets(*rules, *again).isEmpty());
    for (const core::Rule &rule : rules->rules)
        require(!core::conditionInWords(rule.when).isEmpty());
    core::checkRuleSet(*rules, EmptyBook(), {});
    return 0;
}
