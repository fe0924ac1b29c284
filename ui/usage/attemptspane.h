#pragma once

#include "core/models/attempttablemodel.h"
#include "ui/widgets/card.h"

class QStackedWidget;

namespace core {
class UsageReader;
}

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
    AttemptsPane(const Theme &theme, core::UsageReader &reader, QWidget *parent = nullptr);

    void setColours(const QHash<QString, int> &colours);
    /// Another selection, or the same anew. Times of another year than that of `today` tell theirs.
    void open(const core::AttemptFilter &filter, QDate today, const QString &title);
    void refresh();
    const core::AttemptFilter &filter() const { return m_model.filter(); }

signals:
    void attemptChosen(const core::AttemptRecord &attempt);
    /// "Back".
    void left();
    /// Escape or Backspace in the list.
    void stepBackWanted();

private:
    QWidget *makeHead(const Theme &theme);
    void choose(const QModelIndex &index);
    void sumUp();

    core::UsageReader &m_reader;
    core::AttemptTableModel m_model;
    QHash<QString, int> m_colours;
    LedgerProxy *const m_heads;
    LedgerTable *const m_view;
    MessagePanel *const m_problem;
    FlatButton *m_back = nullptr;
    ElidedLabel *m_title = nullptr;
    ElidedLabel *m_summary = nullptr;
    /// The attempt that is current again after a refresh; 0 for none.
    qint64 m_place = 0;
    quint64 m_generation = 0;
};

} // namespace ui
