#pragma once

#include "ui/routes/routescontext.h"
#include "ui/routes/ruleeditor.h"
#include "ui/widgets/pagebar.h"

class QMenu;

namespace ui {

class ActivationPopup;
class FlatButton;
class Pill;
class PrimaryButton;
class RouteSets;
class SegmentedControl;

/// The bar on top of Routes: which set, in what state, undo and redo, what else can be done with it, and the
/// one button that makes the draft the version that runs. Where it is narrow, a menu takes what has no room.
class RoutesBar : public PageBar
{
    Q_OBJECT

public:
    RoutesBar(RuleEditor &editor, RouteSets &sets, const RoutesContext &context, QWidget *parent = nullptr);

    enum class View { Canvas, List };
    View view() const;
    void setView(View view);

    /// The buttons of these menus and of the back-test are there once they have something to do.
    QMenu *versionsMenu() const { return m_versionsMenu; }
    QMenu *exportMenu() const { return m_exportMenu; }
    /// Call it after filling a menu.
    void showMenus();
    void offerBackTest();

    /// Opens the question for a comment, from which the draft is activated.
    void askForActivation();
    /// Opens the menu of sets.
    void openSets();

    QSize minimumSizeHint() const override;

signals:
    void viewChosen(ui::RoutesBar::View view);
    void backTestRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    FlatButton *addButton(const QString &text, const char *objectName);
    void makeButtons();
    void wire();
    void describe();
    void describeHistory();
    /// Puts what has no room into the menu.
    void fit();

    RuleEditor &m_editor;
    RouteSets &m_sets;
    const RoutesContext m_context;
    FlatButton *m_set = nullptr;
    Pill *m_active = nullptr;
    Pill *m_draft = nullptr;
    SegmentedControl *m_views = nullptr;
    FlatButton *m_undo = nullptr;
    FlatButton *m_redo = nullptr;
    FlatButton *m_versions = nullptr;
    FlatButton *m_backTest = nullptr;
    FlatButton *m_export = nullptr;
    FlatButton *m_more = nullptr;
    PrimaryButton *m_activate = nullptr;
    QMenu *m_versionsMenu = nullptr;
    QMenu *m_exportMenu = nullptr;
    ActivationPopup *m_activation = nullptr;
    bool m_canBackTest = false;
};

} // namespace ui
