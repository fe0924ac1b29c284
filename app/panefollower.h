#pragma once

#include <QObject>

#include <functional>

class QWidget;

namespace app {

/// Tells a pane of another period as soon as it is visible, so that hidden ones read nothing. Child of the
/// pane.
class PaneFollower : public QObject
{
    Q_OBJECT

public:
    PaneFollower(QWidget *pane, std::function<void()> tell);

    void periodChanged();

protected:
    bool eventFilter(QObject *pane, QEvent *event) override;

private:
    QWidget *const m_pane;
    const std::function<void()> m_tell;
    bool m_stale = true;
};

} // namespace app
