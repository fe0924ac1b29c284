#pragma once

#include "core/ledger/historyquery.h"
#include "core/ledger/records.h"
#include "core/ledger/runquery.h"
#include "ui/widgets/surface.h"

#include <QTimeZone>

class QMenu;

namespace ui {

class ElidedLabel;
class FlatButton;
class MarkdownView;
class Pill;
class PrimaryButton;
class ThemedLabel;
struct MarkdownServices;

/// A run to read: its prompt, what it was and cost, and every answer with its figures; of a conversation one
/// turn after the other. Offers what can be done with it.
class RunPreview : public Surface
{
    Q_OBJECT

public:
    RunPreview(const Theme &theme, MarkdownServices &markdown, QWidget *parent = nullptr);

    void showRun(const core::RunRecord &run, const QTimeZone &zone);
    /// Nothing is chosen, or `selected` runs at once.
    void showNothing(int selected);
    const core::RunRecord &run() const { return m_run; }
    /// What the list knows of the run beside; unset when the list has it not.
    void setSummary(const std::optional<core::RunSummary> &summary);
    /// All turns of the run's conversation, oldest first; none for a run alone.
    void setTurns(const QList<core::TurnSummary> &turns);

    // Filled by the page.
    QMenu *taskMenu() const { return m_taskMenu; }
    QMenu *tagMenu() const { return m_tagMenu; }
    QMenu *exportMenu() const { return m_exportMenu; }

    /// The answers as the view shows them.
    static QString toMarkdown(const core::RunRecord &run);

signals:
    void reopenRequested();
    void removalRequested();
    void pinRequested(bool pinned);
    /// Another turn of the conversation is to be read.
    void turnRequested(qint64 run);

private:
    QWidget *makeHead();
    QWidget *makeButtons();
    QWidget *makeTurns();
    FlatButton *addMenu(QWidget *parent, const QString &text, const QString &objectName, QMenu *&menu);
    void step(int by);
    void applyTheme();

    core::RunRecord m_run;
    QList<core::TurnSummary> m_turnList;
    ThemedLabel *m_prompt = nullptr;
    ElidedLabel *m_system = nullptr;
    ElidedLabel *m_facts = nullptr;
    ElidedLabel *m_tags = nullptr;
    QWidget *m_turns = nullptr;
    ElidedLabel *m_turnText = nullptr;
    FlatButton *m_earlier = nullptr;
    FlatButton *m_later = nullptr;
    Pill *m_task = nullptr;
    QWidget *m_content = nullptr;
    ThemedLabel *m_nothing = nullptr;
    MarkdownView *m_view = nullptr;
    PrimaryButton *m_reopen = nullptr;
    FlatButton *m_pin = nullptr;
    QMenu *m_taskMenu = nullptr;
    QMenu *m_tagMenu = nullptr;
    QMenu *m_exportMenu = nullptr;
};

} // namespace ui
