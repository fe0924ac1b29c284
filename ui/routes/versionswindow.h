#pragma once

#include "ui/routes/routescontext.h"
#include "ui/routes/ruleeditor.h"

#include <QDialog>

class QListWidget;

namespace ui {

class FlatButton;
class MessagePanel;
class PrimaryButton;
class ThemedLabel;
class WordCombo;

/// The versions of the open set: when each was saved and activated, what differs between two of them, and the
/// way back to one. Owned by RouteTools.
class VersionsWindow : public QDialog
{
    Q_OBJECT

public:
    VersionsWindow(RuleEditor &editor, const RoutesContext &context, QWidget *parent);

    void open() override;
    /// Asks the store anew.
    void reload();

signals:
    /// A version became the one that runs.
    void activated(int version);
    /// The draft has the rules of that version now.
    void restored(int version);

private:
    void build();
    void putTogether(QWidget *side);
    void wire();
    void fill();
    void fillOthers();
    void describe();
    QString about(const core::RuleSetVersion &version) const;
    QString activationsOf(int version) const;
    /// Null when nothing is chosen.
    const core::RuleSetVersion *current() const;
    /// What the chosen version is compared with; 0 is the draft.
    const core::RuleSet *other() const;
    void restore();
    void activate();

    RuleEditor &m_editor;
    const RoutesContext m_context;
    QListWidget *const m_list;
    ThemedLabel *const m_title;
    ThemedLabel *const m_comment;
    WordCombo *const m_other;
    ThemedLabel *const m_diff;
    MessagePanel *const m_problem;
    FlatButton *const m_restore;
    PrimaryButton *const m_activate;
    QList<core::RuleSetVersion> m_versions;
    QList<core::Activation> m_activations;
};

} // namespace ui
