#pragma once

#include "ui/routes/routescontext.h"
#include "ui/routes/ruleeditor.h"

#include <QWidget>

class QListWidget;

namespace ui {

class FlatButton;

/// All problems of the set under a headline that says how many there are; choosing one leads to its place.
/// Not there without problems. Owned by RuleList.
class ProblemList : public QWidget
{
    Q_OBJECT

public:
    ProblemList(RuleEditor &editor, const RoutesContext &context, QWidget *parent);

signals:
    /// The place is selected; its inspector is to get the focus.
    void followed();

private:
    void fill();
    void unfold(bool open);
    void follow();
    QString sentence(const core::RuleProblem &problem) const;

    RuleEditor &m_editor;
    const RoutesContext m_context;
    FlatButton *const m_fold;
    QListWidget *const m_list;
};

} // namespace ui
