#include "core/chat/chatresponsereader.h"
#include "core/chat/errorreader.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

using core::ChatDelta;
using core::ChatResponseReader;
using core::Completion;
using core::ResponseEnd;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

void checkSettled(const Completion &completion)
{
    require(core::isSettled(completion.status));
    require(completion.status != core::LaneStatus::Failed || completion.error.has_value());
    require(!core::isSuccess(completion.status) || !completion.error.has_value());
    require(!completion.error || completion.error->message.size() <= 1000);
}

Completion readStream(QByteArrayView bytes, qsizetype piece, ResponseEnd end)
{
    core::SseDecoder decoder;
    ChatResponseReader reader((core::Dialect()));
    QString text;
    QString reasoning;
    const auto feed = [&](const core::SseEvent &event) {
        const ChatDelta delta = reader.feed(event);
        text += delta.text;
        reasoning += delta.reasoning;
    };
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        for (const core::SseEvent &event : decoder.feed(bytes.sliced(at, std::min(piece, bytes.size() - at))))
            feed(event);
    }
    if (const auto last = decoder.finish())
        feed(*last);
    require(reader.partial().text == text && reader.partial().reasoning == reasoning);
    const Completion completion = reader.finish(end, {});
    require(completion.text.startsWith(text) && completion.reasoning.startsWith(reasoning));
    checkSettled(completion);
    return completion;
}

} // namespace

/// The first byte chooses how the transport ended and the size of the pieces; the rest is read as a stream,
/// as a whole answer and as an error answer.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const auto end = static_cast<ResponseEnd>(data[0] % 5);
    const QByteArray bytes(reinterpret_cast<const char *>(data + 1), static_cast<qsizetype>(size - 1));
    const Completion whole = readStream(bytes, std::max(bytes.size(), qsizetype(1)), end);
    require(readStream(bytes, 1 + data[0] / 5, end) == whole);

    ChatResponseReader document((core::Dialect()));
    document.feedDocument(bytes);
    checkSettled(document.finish(end, {}));

    const core::Error error = core::readErrorResponse(400 + data[0], "text/html", bytes, {}, 0);
    require(!error.message.isEmpty() && error.message.size() <= 1000
            && !error.message.contains(QLatin1Char('\n')));
    return 0;
}
