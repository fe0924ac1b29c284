#pragma once

#include "core/chat/completion.h"
#include "core/chat/dialect.h"
#include "core/chat/request.h"
#include "core/net/endpoint.h"
#include "core/net/recording.h"

#include <QMetaType>

namespace core {

/// One attempt to be made: where, how and what.
struct ChatJob
{
    Endpoint endpoint;
    Dialect dialect = {};
    ChatRequest request = {};
    /// How long the lane waited for its slot, in ms; only copied into the timing.
    double queuedMs = 0.0;
    /// Clock::monotonicNs() when the lane got its slot: the zero of every time stamp.
    qint64 dispatchedNs = 0;
    /// Whether what goes over the wire is kept, see Recording.
    bool record = false;
};

/// What arrived since the last progress; without texts it only brings the times up to date.
struct ChatProgress
{
    QString text = {};
    QString reasoning = {};
    Timing timing = {};
    /// Clock::monotonicNs() when the newest part of it arrived.
    qint64 arrivedNs = 0;
    /// The request is on its way.
    bool sent = false;
};

/// Whether the attempt ended before any byte of an answer on a connection that was open before: the server
/// may simply have closed it while it was idle.
struct AttemptEnd
{
    Completion completion = {};
    bool lostWarmConnection = false;
    /// Null when the job did not ask for it.
    std::shared_ptr<const Recording> recording = {};
};

/// The answer to a plain request.
struct HttpAnswer
{
    int status = 0;
    QList<Header> headers = {};
    QByteArray contentType = {};
    QByteArray body = {};
    double elapsedMs = 0.0;
};

} // namespace core

Q_DECLARE_METATYPE(core::ChatProgress)
Q_DECLARE_METATYPE(core::AttemptEnd)
