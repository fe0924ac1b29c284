#pragma once

#include "core/ledger/records.h"
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

/// A run to read: its prompt, what it was and cost, and every answer with its figures. Offers what can be
/// done with it.
class RunPreview : public Surface
{
    Q_OBJECT

public:
    RunPreview(const Theme &theme, MarkdownServices &markdown, QWidget *parent = nullptr);

    void showRun(const core::RunRecord &run, const QTimeZone &zone);
    /// Nothing is chosen, or `selected` runs at once.
    void showNothing(int selected);
    const core::RunRecord &run() const { return m_run; }
    /// The menu behind "Task", to be filled by the page.
    QMenu *taskMenu() const { return m_taskMenu; }

    /// The answers as the view shows them.
    static QString toMarkdown(const core::RunRecord &run);

signals:
    void reopenRequested();
    void removalRequested();
    /// A sentence for a toast.
    void notified(const QString &sentence);

private:
    QWidget *makeHead();
    QWidget *makeButtons();
    void save(const QString &suffix, const QString &text);
    void copy();
    void applyTheme();

    core::RunRecord m_run;
    ThemedLabel *m_prompt = nullptr;
    ElidedLabel *m_system = nullptr;
    ElidedLabel *m_facts = nullptr;
    Pill *m_task = nullptr;
    QWidget *m_content = nullptr;
    ThemedLabel *m_nothing = nullptr;
    MarkdownView *m_view = nullptr;
    PrimaryButton *m_reopen = nullptr;
    FlatButton *m_export = nullptr;
    FlatButton *m_label = nullptr;
    FlatButton *m_remove = nullptr;
    QMenu *m_taskMenu = nullptr;
};

} // namespace ui
