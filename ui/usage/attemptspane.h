#pragma once

#include "core/models/attempttablemodel.h"
#include "ui/widgets/card.h"

class QStackedWidget;

namespace ui {

class ElidedLabel;
class FlatButton;
class LedgerProxy;
class LedgerTable;
class MessagePanel;
class ModelColours;

/// The attempts behind one figure: what they are and sum up to, a way back, and the list.
class AttemptsPane : public Card
{
    Q_OBJECT

public:
    AttemptsPane(const Theme &theme, core::LedgerReader &reader, QWidget *parent = nullptr);

    void setColours(const QHash<QString, int> &colours);
    /// Another selection, or the same anew.
    void open(const core::AttemptFilter &filter, const QString &title);
    void setSummary(const QString &summary);
    void refresh();
    const core::AttemptFilter &filter() const { return m_model.filter(); }
    QString title() const;

signals:
    void attemptChosen(const core::AttemptRecord &attempt);
    /// "All models", Esc or Backspace.
    void left();

private:
    QWidget *makeHead(const Theme &theme);
    void choose(const QModelIndex &index);
    core::AttemptTableModel m_model;
    QHash<QString, int> m_colours;
    LedgerProxy *const m_heads;
    LedgerTable *const m_view;
    MessagePanel *const m_problem;
    FlatButton *m_back = nullptr;
    ElidedLabel *m_title = nullptr;
    ElidedLabel *m_summary = nullptr;
};

} // namespace ui
