#pragma once

#include "ui/routes/routescontext.h"
#include "ui/routes/ruleeditor.h"
#include "ui/widgets/surface.h"

#include <QTimer>

class QCheckBox;
class QLineEdit;
class QPlainTextEdit;
class QScrollArea;
class QVBoxLayout;

namespace ui {

class ChainList;
class ConditionEditor;
class FlatButton;
class KeyValueGrid;
class LimitsEditor;
class PickEditor;
class RouteTerms;
class ThemedLabel;

/// Everything about the selected rule, to be read and changed: when it holds, its targets in order, its
/// limits, its note and what it was made of. Owned by RoutesPage.
class RuleInspector : public Surface
{
    Q_OBJECT

public:
    RuleInspector(RuleEditor &editor, const RouteTerms &terms, const RoutesContext &context,
                  QWidget *parent = nullptr);

    /// The focus goes to the selected target, or to the condition.
    void takeFocus();
    /// The rule's name, ready to be typed over.
    void editName();
    void addCondition();
    void addTarget();

private:
    QWidget *makeHead();
    QWidget *makeLimits();
    void addNotes();
    void addEvidence();
    QPlainTextEdit *addNote(ThemedLabel *heading, const char *objectName, const QString &name,
                            const QString &placeholder);
    void wireNotes();
    ThemedLabel *addHeading(const QString &text);
    void wire();
    void refresh();
    void showRule(const core::Rule &rule);
    void showSelection();
    /// Scrolls there.
    void revealSelection();
    void showProblems();
    void showEvidence(const QJsonObject &evidence);
    void takeName(const QString &text);
    void followFocus(const QWidget *now);
    void unfoldLimits(bool open);
    qsizetype place() const { return m_editor.selection().rule; }

    RuleEditor &m_editor;
    const RoutesContext m_context;
    QScrollArea *const m_scroll;
    QVBoxLayout *m_column = nullptr;
    QLineEdit *m_name = nullptr;
    QCheckBox *m_on = nullptr;
    ThemedLabel *m_problem = nullptr;
    ThemedLabel *m_everything = nullptr;
    ConditionEditor *const m_when;
    PickEditor *const m_pick;
    ChainList *const m_targets;
    ChainList *const m_fallbacks;
    FlatButton *m_limitsFold = nullptr;
    ThemedLabel *m_limitsWords = nullptr;
    LimitsEditor *const m_limits;
    QPlainTextEdit *m_note = nullptr;
    ThemedLabel *m_setNoteHeading = nullptr;
    QPlainTextEdit *m_setNote = nullptr;
    ThemedLabel *m_evidenceHeading = nullptr;
    ThemedLabel *m_evidenceText = nullptr;
    KeyValueGrid *m_evidence = nullptr;
    QJsonObject m_shownEvidence;
    qsizetype m_shown = -1;
    QTimer m_tabs;
    QTimer m_reveal;
};

} // namespace ui
