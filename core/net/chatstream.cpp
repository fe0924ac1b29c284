#include "core/net/chatstream.h"

#include "core/net/chatexchange.h"

namespace core {

ChatStream::ChatStream(ChatExchange *exchange) : m_exchange(exchange)
{
    connect(m_exchange, &ChatExchange::progressed, this, &ChatStream::progressed);
    connect(m_exchange, &ChatExchange::requestRecorded, this, &ChatStream::requestRecorded);
    connect(m_exchange, &ChatExchange::finished, this, &ChatStream::finished);
}

ChatStream::~ChatStream()
{
    m_exchange->disconnect(this);
    m_exchange->deleteLater();
}

void ChatStream::cancel()
{
    QMetaObject::invokeMethod(m_exchange, &ChatExchange::cancel);
}

} // namespace core
