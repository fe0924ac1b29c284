#pragma once

#include "ui/page.h"
#include "ui/routes/routescontext.h"

class QAction;
class QActionGroup;
class QSplitter;
class QStackedWidget;
class QVBoxLayout;

namespace core {
struct Error;
struct RuleSet;
} // namespace core

namespace ui {

class CanvasFrame;
class EmptyRoutes;
class MessagePanel;
class RouteSets;
class RouteTerms;
class RoutesBar;
class RuleEditor;
class RuleInspector;
class RuleList;
class TrackCanvas;
struct ChainPlace;

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
    QWidget *foot() const override { return m_foot; }

    /// Shows a set; a name that is unknown changes nothing.
    void openSet(const QString &name);
    /// Puts a new set with these rules into the store and shows it; a name that is taken gets a number.
    void addSet(const core::RuleSet &rules);

    const RoutesContext &context() const { return m_context; }
    RuleEditor &editor() { return *m_editor; }
    TrackCanvas &canvas() { return *m_canvas; }
    RoutesBar &bar() { return *m_bar; }
    RuleList &list() { return *m_list; }
    const RouteTerms &terms() const { return *m_terms; }
    /// Offers ways to make a new set: in the picker's menu and on the empty page.
    RouteSets &sets() { return *m_sets; }
    /// Stands below list, canvas and inspector, over the page's whole width, while a set is shown. Given the
    /// focus, it hands it on.
    void setFoot(QWidget *foot);
    /// Lets the action be done, and be found in the palette, only while a set is shown.
    void needsSet(QAction *action);
    /// Says above everything what went wrong.
    void complain(const QString &title, const core::Error &error);

signals:
    /// An action of this page was chosen elsewhere: bring it to the front.
    void wanted();

private:
    void build();
    void wire();
    void wireCanvas();
    void addActions();
    void addSetActions();
    QAction *addAction(const QString &id, const QString &text, const QList<QKeySequence> &keys,
                       const std::function<void()> &handler);
    void openLast();
    void showState();
    void showList(bool list);
    void sizeParts();
    void focusNextPart();
    void pickTarget(const ChainPlace &place, const QPoint &at);

    const RoutesContext m_context;
    QActionGroup *const m_ofSet;
    RuleEditor *const m_editor;
    RouteTerms *const m_terms;
    RouteSets *const m_sets;
    RoutesBar *const m_bar;
    MessagePanel *const m_problem;
    RuleList *const m_list;
    TrackCanvas *const m_canvas;
    CanvasFrame *const m_frame;
    RuleInspector *const m_inspector;
    /// Where the picker opens for a place of the canvas.
    QWidget *const m_anchor;
    QSplitter *m_splitter = nullptr;
    EmptyRoutes *m_empty = nullptr;
    QStackedWidget *m_stack = nullptr;
    QVBoxLayout *m_column = nullptr;
    QWidget *m_foot = nullptr;
    bool m_saysUnreadable = false;
};

} // namespace ui
