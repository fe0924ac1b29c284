#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/net/chatjob.h"
#include "core/net/chatstream.h"

#include <QFuture>
#include <QObject>
#include <QThread>

#include <memory>

namespace core {

class IoContext;

/// The way out: owns the I/O thread, on which everything is sent, decoded and time-stamped. Used from one
/// other thread. Owned by Application; streams must be gone before it.
class ProviderClient : public QObject
{
    Q_OBJECT

public:
    explicit ProviderClient(const Clock &clock, QObject *parent = nullptr);
    ~ProviderClient() override;

    /// Starts an attempt at once.
    std::unique_ptr<ChatStream> send(const ChatJob &job);

    /// GETs `path` below the endpoint's base URL, at most 32 MiB, within the endpoint's first-token limit. An
    /// answer with an HTTP error status is an answer; an Error means that there was none.
    QFuture<Result<HttpAnswer>> get(const Endpoint &endpoint, const QString &path);

    /// Opens connections ahead of a run; finished once each of them is open or has failed.
    QFuture<Result<void>> warm(const Endpoint &endpoint, int count);

private:
    const Clock &m_clock;
    QThread m_thread;
    IoContext *m_io;
};

} // namespace core
