#pragma once

#include "ui/widgets/surface.h"

class QLineEdit;

namespace ui {

class FlatButton;
class ThemedLabel;

/// What a VoteBar is shown from.
struct VoteBarState
{
    /// Names and figures are hidden.
    bool hidden = false;
    /// Nothing can be voted before every lane has settled.
    bool running = false;
    bool canTie = false;
    bool canAllBad = false;
    /// The person's vote in words; empty without one.
    QString vote = {};

    bool operator==(const VoteBarState &) const = default;
};

/// The run's vote: tie, all bad, a note, take it back; in a blind run also what is hidden and the way out.
/// Under the prompt line; owned by ComparePage.
class VoteBar : public Surface
{
    Q_OBJECT

public:
    explicit VoteBar(const Theme &theme, QWidget *parent = nullptr);

    void setState(const VoteBarState &state);
    void setNote(const QString &note);
    QString note() const;
    /// It is being written.
    bool isNoteEdited() const;
    void focusNote();

signals:
    void tieChosen();
    void allBadChosen();
    void takeBackChosen();
    void revealChosen();
    /// The person has finished writing.
    void noteWritten(const QString &note);
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    VoteBarState m_state;
    ThemedLabel *const m_text;
    FlatButton *const m_tie;
    FlatButton *const m_allBad;
    FlatButton *const m_takeBack;
    FlatButton *const m_reveal;
    QLineEdit *const m_note;
    FlatButton *const m_close;
};

} // namespace ui
