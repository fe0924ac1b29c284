#pragma once

#include "core/accounts/account.h"
#include "core/base/result.h"
#include "core/net/endpoint.h"

#include <QFuture>

namespace core {

class Secrets;

/// Turns an account into what a request needs, its secrets resolved. Owned by Application; main thread.
class EndpointResolver
{
public:
    explicit EndpointResolver(Secrets &secrets);

    /// The endpoint; an `auth` error names what is missing where the key cannot be had.
    QFuture<Result<Endpoint>> resolve(const Account &account);

private:
    Secrets &m_secrets;
};

} // namespace core
