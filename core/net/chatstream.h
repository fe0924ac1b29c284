#pragma once

#include "core/net/chatjob.h"

#include <QObject>

namespace core {

class ChatExchange;
class ProviderClient;

/// A chat attempt under way, on the thread of whoever asked for it. Destroying it aborts silently.
class ChatStream : public QObject
{
    Q_OBJECT

public:
    ~ChatStream() override;

    /// Ends the attempt as cancelled and closes its socket; what came so far stays. Again: no effect.
    void cancel();

signals:
    void progressed(const core::ChatProgress &progress);
    /// Once, soon after the start, when the job asked for a recording: what is being sent.
    void requestRecorded(const std::shared_ptr<const core::Recording> &recording);
    /// Exactly once.
    void finished(const core::AttemptEnd &end);

private:
    friend class ProviderClient;
    explicit ChatStream(ChatExchange *exchange);

    /// Lives on the I/O thread; only ever posted to, and deleted there.
    ChatExchange *const m_exchange;
};

} // namespace core
