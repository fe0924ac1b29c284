#include "core/chat/ssedecoder.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

using core::SseDecoder;
using core::SseEvent;

namespace {

// Small, so that the fuzzer reaches the limit.
constexpr qsizetype kLargestEvent = 512;

struct Outcome
{
    QList<SseEvent> events;
    bool overflowed = false;

    bool operator==(const Outcome &) const = default;
};

Outcome decode(QByteArrayView bytes, qsizetype piece)
{
    SseDecoder decoder(kLargestEvent);
    Outcome outcome;
    for (qsizetype at = 0; at < bytes.size(); at += piece)
        outcome.events += decoder.feed(bytes.sliced(at, std::min(piece, bytes.size() - at)));
    if (auto last = decoder.finish())
        outcome.events.append(*last);
    outcome.overflowed = decoder.overflowed();
    return outcome;
}

} // namespace

/// The first byte chooses the size of the pieces; the rest is the stream. The pieces must not matter.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const QByteArrayView bytes(data + 1, static_cast<qsizetype>(size - 1));
    const Outcome whole = decode(bytes, std::max(bytes.size(), qsizetype(1)));
    if (decode(bytes, 1) != whole || decode(bytes, 1 + data[0]) != whole)
        std::abort();
    for (const SseEvent &event : whole.events) {
        if (event.data.size() > kLargestEvent || event.id.contains('\0'))
            std::abort();
    }
    return 0;
}
