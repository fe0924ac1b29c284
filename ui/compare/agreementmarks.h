#pragma once

#include "core/difference/agreement.h"

#include <QFuture>
#include <QObject>
#include <QPointer>
#include <QTimer>

namespace ui {

class AgreementBar;
class LaneBoard;
class LaneStrip;
class LaneView;
class MarkdownView;
class Theme;

/// Shades the sentences of the settled answers by how many lanes say them, and goes from one disagreement to
/// the next in all lanes at once. The shades lie over the rendered text and change nothing of it; they are
/// made anew whenever an answer shows something else. Owned by ComparePage.
class AgreementMarks : public QObject
{
    Q_OBJECT

public:
    AgreementMarks(const Theme &theme, LaneBoard &board, LaneStrip &strip, AgreementBar &bar,
                   QObject *parent = nullptr);
    ~AgreementMarks() override;

    bool isActive() const { return m_active; }
    void setActive(bool active);
    /// 1: the next disagreement of every lane comes to its top; -1: the one before. Switches the marks on.
    void step(int by);

    /// Of the answers that are marked now.
    const core::Agreement &agreement() const { return m_agreement; }
    /// `3 of 4 lanes say this` for the sentence there; empty where there is none.
    QString wordsAt(const MarkdownView &view, int position) const;

signals:
    void activeChanged(bool active);
    /// Fewer than two lanes have an answer.
    void nothingToCompare();
    /// The marks are up to date.
    void marked();

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    /// An answer as it was compared.
    struct Marked
    {
        QPointer<LaneView> lane;
        core::BlockedText text;
        /// Ranges of sentences that no other lane says, neighbours joined.
        QList<core::TextRange> alone;
        int at = -1; ///< in `alone`: where step() went
        int scrolled = -1; ///< and where the view stood then
    };

    void watch(LaneView *lane);
    QList<Marked> answers() const;
    void update();
    void take(const core::Agreement &agreement);
    void paint(qsizetype index);
    void clear();
    bool stepIn(Marked &marked, int by);

    const Theme &m_theme;
    LaneBoard &m_board;
    LaneStrip &m_strip;
    AgreementBar &m_bar;
    QTimer m_delay;
    QList<Marked> m_compared;
    QList<Marked> m_asked;
    core::Agreement m_agreement;
    QFuture<core::Agreement> m_job;
    bool m_active = false;
    bool m_stepWhenMarked = false;
};

/// The text a view shows with its blocks; positions are those of its document.
core::BlockedText shownText(const MarkdownView &view);

} // namespace ui
