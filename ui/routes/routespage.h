#pragma once

#include "ui/page.h"
#include "ui/routes/routescontext.h"

#include <memory>

class QMenu;
class QSplitter;
class QStackedWidget;
class QVBoxLayout;

namespace ui {

class RoutesBar;
class RouteSets;
class RuleEditor;
class RuleInspector;
class RuleList;
class TrackCanvas;

/// Model choice as rules one can see, change and activate: the sets, the rules of one in order, drawn as
/// tracks, and everything about the selected one. MainWindow owns it.
class RoutesPage : public Page
{
    Q_OBJECT

public:
    explicit RoutesPage(const RoutesContext &context, QWidget *parent = nullptr);
    ~RoutesPage() override;

    void enter() override;
    void find() override;

    /// Shows a set; a name that is unknown changes nothing.
    void openSet(const QString &name);
    /// Puts a new set with these rules into the store and shows it; a name that is taken gets a number.
    void addSet(const core::RuleSet &rules);

    RuleEditor &editor() { return *m_editor; }
    TrackCanvas &canvas() { return *m_canvas; }
    RoutesBar &bar() { return *m_bar; }
    /// Offers ways to make a new set: in the picker's menu and in the empty page.
    RouteSets &sets() { return *m_sets; }
    /// Stands below list, canvas and inspector, over the page's whole width.
    void setFoot(QWidget *foot);

signals:
    /// An action of this page was chosen elsewhere: bring it to the front.
    void wanted();
    void accountsWanted();

private:
    class Setup;

    const RoutesContext m_context;
    RuleEditor *const m_editor;
    RouteSets *const m_sets;
    RoutesBar *const m_bar;
    RuleList *const m_list;
    TrackCanvas *const m_canvas;
    RuleInspector *const m_inspector;
    QSplitter *m_splitter = nullptr;
    QStackedWidget *m_stack = nullptr;
    QVBoxLayout *m_column = nullptr;
};

} // namespace ui
