#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace app {

/// Turns SIGINT and SIGTERM into a signal of the event loop; a second one ends the process as usual. At most
/// one exists.
class StopSignal : public QObject
{
    Q_OBJECT

public:
    explicit StopSignal(QObject *parent = nullptr);
    ~StopSignal() override;

signals:
    void received();

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace app
