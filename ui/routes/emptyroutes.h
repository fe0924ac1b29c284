#pragma once

#include "ui/routes/routescontext.h"

#include <QWidget>

class QHBoxLayout;

namespace ui {

class EmptyState;
class FlatButton;
class RouteSets;

/// What Routes shows without any rule set: what routes are, and the ways to a first one. Owned by RoutesPage.
class EmptyRoutes : public QWidget
{
    Q_OBJECT

public:
    EmptyRoutes(RouteSets &sets, const RoutesContext &context, QWidget *parent);

    void takeFocus();

private:
    void offerWays();

    RouteSets &m_sets;
    const RoutesContext m_context;
    EmptyState *const m_state;
    QHBoxLayout *const m_ways;
    /// Of the way that the large button begins; -1: an empty set.
    qsizetype m_first = -1;
};

} // namespace ui
