#pragma once

#include "ui/routes/routescontext.h"
#include "ui/routes/ruleeditor.h"
#include "ui/widgets/surface.h"

#include <QListView>

namespace ui {

class FlatButton;
class ModelPalette;
class RouteTerms;
class RuleListModel;

/// The list of rules: dragged to another place, renamed where it stands.
class RuleView : public QListView
{
    Q_OBJECT

public:
    RuleView(const Theme &theme, QWidget *parent);

    bool isEditing() const { return state() == EditingState; }

protected:
    void resizeEvent(QResizeEvent *event) override;
};

/// The rules of the set at the left of the page, what is wrong with them, and the models to build them of.
/// Everything about the order of rules is done here by key. Owned by RoutesPage.
class RuleList : public Surface
{
    Q_OBJECT

public:
    RuleList(RuleEditor &editor, const RouteTerms &terms, const RoutesContext &context,
             QWidget *parent = nullptr);

    void takeFocus();
    /// Adds a rule behind the selected one and asks for its name.
    void addRule();
    void addRuleAt(qsizetype place);
    /// Asks for the selected rule's name where it stands.
    void rename();
    /// Marks the rule that a tried prompt takes; nothing marks none.
    void setDecision(const std::optional<core::Decision> &decision);
    /// Unfolds the models and searches in them.
    void findModel();
    /// What can be done with a rule.
    QList<QAction *> ruleActions() const;

signals:
    /// The rule's inspector is to get the focus.
    void ruleActivated();
    /// One of its actions was chosen elsewhere.
    void wanted();

private:
    void addActions();
    void followEditor();
    void move(qsizetype by);
    qsizetype current() const;

    RuleEditor &m_editor;
    const RoutesContext m_context;
    RuleListModel *const m_model;
    RuleView *const m_view;
    FlatButton *const m_add;
    ModelPalette *m_models = nullptr;
};

} // namespace ui
