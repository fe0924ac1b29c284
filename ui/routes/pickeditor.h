#pragma once

#include "ui/routes/routescontext.h"
#include "ui/routes/ruleeditor.h"

#include <QWidget>

class QLineEdit;

namespace ui {

class RouteTerms;
class ThemedLabel;
class ValuesEdit;
class WordCombo;

/// In which order the targets of a rule are asked, and what that order needs to know. Owned by RuleInspector.
class PickEditor : public QWidget
{
    Q_OBJECT

public:
    PickEditor(RuleEditor &editor, const RouteTerms &terms, const RoutesContext &context, QWidget *parent);

    void showRule(qsizetype rule);

private:
    QWidget *makeOption(const QString &label, QWidget *field);
    void choose();
    void takeSticky(const QString &tag);
    void takeCeiling(const QString &text);
    static QString hintOf(core::PickOrder order);

    RuleEditor &m_editor;
    qsizetype m_rule = -1;
    const RoutesContext m_context;
    WordCombo *const m_pick;
    ThemedLabel *const m_hint;
    ValuesEdit *const m_sticky;
    QLineEdit *const m_ceiling;
    ThemedLabel *const m_fault;
    QWidget *m_stickyRow = nullptr;
    QWidget *m_ceilingRow = nullptr;
};

} // namespace ui
