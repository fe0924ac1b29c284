#include "core/chat/usagereader.h"

#include <QJsonDocument>

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using core::Usage;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

void check(const Usage &usage)
{
    for (const auto &count : {usage.input, usage.cachedInput, usage.cacheWrite, usage.cacheWrite1h,
                              usage.output, usage.reasoning})
        require(!count || *count >= 0);
    if (usage.input)
        require(usage.cachedInput.value_or(0) + usage.cacheWrite.value_or(0) <= *usage.input);
    if (usage.output)
        require(usage.reasoning.value_or(0) <= *usage.output);
    require(usage.cacheWrite1h.value_or(0) <= usage.cacheWrite.value_or(0));
    require(!usage.reportedCost || *usage.reportedCost >= core::Money());
    require((usage.basis == core::UsageBasis::Reported)
            == (usage.input.has_value() || usage.output.has_value()));
}

} // namespace

/// The first byte chooses the dialect; the rest is a chunk or a bare usage object. Parts never exceed the
/// whole.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    core::Dialect dialect;
    dialect.inputExcludesCache = (data[0] & 1U) != 0;
    dialect.outputExcludesReasoning = (data[0] & 2U) != 0;
    const QByteArray json(reinterpret_cast<const char *>(data + 1), static_cast<qsizetype>(size - 1));
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    check(core::readUsage(object, dialect));
    check(core::readUsage(core::findUsage(object), dialect));
    return 0;
}
