#pragma once

#include "core/ledger/records.h"
#include "ui/routes/routescontext.h"
#include "ui/routes/ruleeditor.h"
#include "ui/widgets/surface.h"

#include <QTimer>

#include <optional>

class QListWidget;

namespace ui {

class ElidedLabel;
class FlatButton;
class PastPrompts;
class RouteTerms;
class TryField;
class TryOptions;

/// A prompt to try, and what the edited rules say of it, at once and without sending anything. Stands at the
/// foot of Routes.
class TryBar : public Surface
{
    Q_OBJECT

public:
    TryBar(RuleEditor &editor, const RouteTerms &terms, const RoutesContext &context,
           QWidget *parent = nullptr);
    ~TryBar() override;

    QString prompt() const;
    void setPrompt(const QString &prompt);
    /// Empty: none.
    void setTask(const QString &task);
    void clear();
    void takeFocus();
    void openHistory();
    void showTrace(bool shown);

    /// Nothing while there is no prompt.
    const std::optional<core::Decision> &decision() const { return m_decision; }
    /// Of the prompt as it stands.
    core::PromptFacts facts() const;
    /// What a call that took the rule at `place` would do.
    core::Decision decisionAt(qsizetype place);

    /// Decides now instead of shortly.
    void decide();

signals:
    /// decision() may be another now.
    void decided();
    void rehearsalRequested();
    void failed(const core::Error &error);
    /// Esc: the focus is to go elsewhere.
    void left();

private:
    QWidget *makeRow();
    FlatButton *addButton(FlatButton *button, const char *objectName);
    void wire();
    void takeRun(const QList<core::RunRecord> &turns);
    QString task() const;
    void fillTasks();
    void describeTask();
    void describeOptions();
    void describe();
    void fillTrace();
    core::Router &router();

    RuleEditor &m_editor;
    const RouteTerms &m_terms;
    const RoutesContext m_context;
    TryField *const m_field;
    TryOptions *const m_options;
    PastPrompts *const m_past;
    QListWidget *const m_trace;
    ElidedLabel *const m_result;
    FlatButton *m_task = nullptr;
    FlatButton *m_more = nullptr;
    FlatButton *m_fold = nullptr;
    FlatButton *m_clear = nullptr;
    FlatButton *m_why = nullptr;
    /// Unset: as the prompt suggests.
    std::optional<QString> m_picked;
    std::optional<core::Router> m_router;
    std::optional<core::Decision> m_decision;
    core::PromptFacts m_facts;
    double m_draw = 0.0;
    QTimer m_wait;
};

} // namespace ui
