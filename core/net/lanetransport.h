#pragma once

#include "core/net/managerpool.h"
#include "core/net/transport.h"

namespace core {

/// The real network: every request has a manager of its own. Redirects are followed only within the origin,
/// so that no credential reaches another host. Create and use it on the I/O thread.
class LaneTransport final : public Transport
{
public:
    std::unique_ptr<HttpExchange> start(const TransportRequest &request) override;
    void warm(const Endpoint &endpoint, int count, const std::function<void()> &done) override;

private:
    ManagerPool m_pool;
};

} // namespace core
