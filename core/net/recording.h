#pragma once

#include "core/chat/completion.h"
#include "core/chat/completionjudge.h"
#include "core/chat/dialect.h"
#include "core/net/endpoint.h"

#include <QMetaType>

#include <memory>

namespace core {

/// Bytes of the response that were handed over at once.
struct RecordedChunk
{
    /// Milliseconds since dispatch.
    double atMs = 0.0;
    qint64 size = 0;

    bool operator==(const RecordedChunk &) const = default;
};

/// What the program itself added to the times of an attempt, in milliseconds.
struct OwnDelay
{
    /// From dispatch until the request was written to its socket; on a fresh connection it holds the time
    /// that connecting took.
    std::optional<double> sent = {};
    /// The longest wait in the I/O thread's queue: an event posted whenever bytes came, until it was handled.
    double queue = 0.0;
    /// The longest time from taking bytes until what they said was decoded and stamped.
    double decode = 0.0;

    bool operator==(const OwnDelay &) const = default;
};

/// One attempt as it went over the wire, without its secrets. Bodies are kept up to kLargest bytes; where a
/// secret stood is a mask of the same length, so that sizes and chunks stay true.
struct Recording
{
    static constexpr qsizetype kLargest = 16 * 1024 * 1024;
    static constexpr qsizetype kMostChunks = 500'000;

    QByteArray method = "POST";
    QString url = {};
    /// Those that were set here; the HTTP library adds Host, Connection and its encodings.
    QList<Header> requestHeaders = {};
    QByteArray request = {};
    /// Of the whole body.
    qint64 requestSize = 0;
    /// 0: no answer came.
    int status = 0;
    QList<Header> headers = {};
    /// After HTTP's own framing and compression are undone.
    QByteArray response = {};
    QList<RecordedChunk> chunks = {};
    qint64 responseSize = 0;
    Timing timing = {};
    OwnDelay own = {};
    Dialect dialect = {};
    /// Milliseconds UTC of the end, and milliseconds since dispatch.
    qint64 endedAtMs = 0;
    double endMs = 0.0;
    ResponseEnd end = ResponseEnd::Closed;
    std::optional<Error> error = {};
    /// False while the attempt is under way: then there is the request only.
    bool ended = false;
    /// Clock::monotonicNs() of the dispatch; means nothing in another process.
    qint64 dispatchedNs = 0;

    bool isRequestCut() const { return requestSize > request.size(); }
    bool isResponseCut() const { return responseSize > response.size(); }
    /// What it takes in memory.
    qint64 bytes() const;

    bool operator==(const Recording &) const = default;
};

/// Everything in `bytes` that is one of the secrets (of at least four bytes, also as JSON or a URL writes
/// it), overwritten by a mask of the same length; so is the beginning of one at the very end.
QByteArray masked(QByteArray bytes, const QList<QByteArray> &secrets);

/// The headers with values that are or hold a secret replaced by `[redacted]`.
QList<Header> maskedHeaders(const QList<Header> &headers, const QList<QByteArray> &secrets);

} // namespace core

Q_DECLARE_METATYPE(std::shared_ptr<const core::Recording>)
