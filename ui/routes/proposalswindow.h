#pragma once

#include "core/insight/ruleevidence.h"
#include "ui/routes/routescontext.h"
#include "ui/routes/ruleeditor.h"

#include <QDialog>

class QScrollArea;
class QVBoxLayout;

namespace ui {

class EmptyState;
class MessagePanel;

/// What own votes show: that a task should go to another model, a card each, with the figures that this rests
/// on. Taking one makes it a draft rule that carries them. Owned by RouteTools.
class ProposalsWindow : public QDialog
{
    Q_OBJECT

public:
    ProposalsWindow(RuleEditor &editor, core::Database &database, const RoutesContext &context,
                    QWidget *parent);

    void open() override;
    void reload();

signals:
    void taken(const core::RouteProposal &proposal);

private:
    void fill(const QList<core::RouteProposal> &proposals);
    QWidget *makeCard(const core::RouteProposal &proposal, qsizetype at);

    RuleEditor &m_editor;
    core::Database &m_database;
    const RoutesContext m_context;
    MessagePanel *const m_problem;
    EmptyState *const m_empty;
    QScrollArea *const m_scroll;
    QWidget *const m_cards;
    QVBoxLayout *const m_column;
    int m_question = 0;
};

} // namespace ui
