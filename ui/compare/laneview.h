#pragma once

#include "ui/compare/lanebadges.h"
#include "ui/compare/lanepresenter.h"
#include "ui/compare/transcriptview.h"
#include "ui/widgets/surface.h"

#include <QUrl>

class QMenu;
class QVBoxLayout;

namespace ui {

class ElidedLabel;
class FlatButton;
class LaneFooter;
class LaneHeader;
class MarkdownView;
class ModelColours;
class ThemedLabel;
struct MarkdownServices;

/// One lane on screen: head, notices, reasoning, answer, foot. It only shows and asks; a LaneController feeds
/// it. Owned by its LaneStrip.
class LaneView : public Surface
{
    Q_OBJECT

public:
    LaneView(const Theme &theme, ModelColours &colours, MarkdownServices &markdown,
             QWidget *parent = nullptr);

    /// Counted from 1; part of the accessible name.
    void setNumber(int number);
    int number() const { return m_number; }

    void present(const LaneFacts &facts);
    const LaneTexts &texts() const { return m_texts; }
    void setBadges(const QList<LaneBadge> &badges);

    void clearAnswer();
    /// Streams on.
    void append(const QString &text, const QString &reasoning);
    /// The whole of it, as it was.
    void setAnswer(const QString &text, const QString &reasoning);
    /// Nothing more will come.
    void finishAnswer();
    /// The answer's Markdown, and as it reads.
    QString answer() const;
    QString plainAnswer() const;

    void setRaw(bool raw);
    void setCurrent(bool current);
    /// The others are compared with this lane.
    void setBase(bool base);
    void setComparing(bool possible, bool shown);
    /// Shows `view` in the place of the answer and owns it from then on; null brings the answer back. The
    /// view before goes.
    void setStandIn(QWidget *view);
    QWidget *standIn() const { return m_standIn; }
    void setMaximised(bool maximised);
    void setTornOff(bool tornOff);
    bool isReasoningShown() const;
    void showReasoning(bool shown);

    /// What was asked and answered in this lane before.
    void setTurns(const QList<LaneTurn> &turns);
    bool areTurnsShown() const;
    void showTurns(bool shown);

    MarkdownView &answerView() const { return *m_answer; }
    /// The lane's menu, as a right click on its head opens it.
    void openMenu(const QPoint &globalPosition);
    void openMenu();

signals:
    void actionRequested(ui::LaneAction action);
    /// The lane's menu is about to be shown: others may add to it.
    void menuOpening(QMenu *menu);
    /// The request as it was sent and the raw response.
    void inspectRequested();
    void linkActivated(const QUrl &url);
    /// The earlier turns were folded or unfolded here.
    void turnsShown(bool shown);
    /// Ask the target that many times in one run.
    void repeatRequested(int times);
    /// A click on the head.
    void headPressed(bool withControl);
    /// What texts() says has changed.
    void described();

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    MarkdownView *makeAnswerView(MarkdownServices &services, const QString &name);
    void presentNotices();
    QMenu *makeRepeatMenu(QWidget *parent);
    void arrange();
    void applyTheme();

    LaneFacts m_facts;
    LaneTexts m_texts;
    QList<LaneNotice> m_notices;
    QList<MessagePanel *> m_panels;
    /// What came while the reasoning was folded: rendered when it is unfolded.
    QString m_reasoningText;
    QList<LaneTurn> m_earlier;
    int m_number = 1;
    bool m_maximised = false;
    bool m_tornOff = false;
    LaneHeader *const m_header;
    LaneFooter *const m_footer;
    QVBoxLayout *m_messages = nullptr;
    QVBoxLayout *m_bodies = nullptr;
    QWidget *m_standIn = nullptr;
    QWidget *const m_top;
    FlatButton *const m_turnsToggle;
    TranscriptView *const m_turns;
    QWidget *const m_turnsEnd;
    FlatButton *const m_reasoningToggle;
    MarkdownView *const m_reasoning;
    QWidget *const m_reasoningEnd;
    MarkdownView *const m_answer;
    ThemedLabel *const m_idle;
};

} // namespace ui
