#pragma once

#include "ui/routes/routescontext.h"

#include <QWidget>

namespace core {
struct Error;
}

namespace ui {

class RehearsalPanel;
class RoutesPage;
class TryBar;

/// The foot of Routes: the Try bar, and above it the rehearsal while it is open. It shows on the canvas and
/// in the list where the tried prompt goes.
class RoutesFoot : public QWidget
{
    Q_OBJECT

public:
    explicit RoutesFoot(RoutesPage &page);

    TryBar &tryBar() { return *m_try; }
    RehearsalPanel &rehearsal() { return *m_rehearsal; }
    bool isRehearsing() const;
    void rehearse(bool open);

protected:
    void focusInEvent(QFocusEvent *event) override;

private:
    void follow();
    void plan();

    RoutesPage &m_page;
    RehearsalPanel *const m_rehearsal;
    TryBar *const m_try;
};

} // namespace ui
