#pragma once

#include "ui/markdown/framescheduler.h"

#include <QAbstractScrollArea>
#include <QList>
#include <QUrl>

namespace ui {

class MarkdownView;
class Theme;
struct MarkdownServices;

/// An earlier turn of one lane: what was asked and what it answered.
struct LaneTurn
{
    QString prompt;
    QString answer;

    bool operator==(const LaneTurn &) const = default;
};

/// The earlier turns of a lane, newest last. A turn is plain text at an estimated height until it has been
/// rendered; those in sight and the newest go first, the others follow while the window is idle. What is in
/// sight stays where it is while heights above it change. Owned by its LaneView.
class TranscriptView : public QAbstractScrollArea, private FrameClient
{
    Q_OBJECT

public:
    TranscriptView(const Theme &theme, MarkdownServices &services, QWidget *parent = nullptr);
    ~TranscriptView() override;

    /// Shows the turns from the newest one's end on; the same turns again change nothing.
    void setTurns(const QList<LaneTurn> &turns);
    int count() const { return static_cast<int>(m_turns.size()); }
    /// How many are rendered.
    int builtCount() const;
    /// Puts the turn's prompt at the upper edge.
    void scrollToTurn(int index);

signals:
    void linkActivated(const QUrl &url);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void showEvent(QShowEvent *event) override;

private:
    struct Turn
    {
        LaneTurn text;
        MarkdownView *view = nullptr;
        bool built = false;
        int top = 0;
        int promptHeight = 0;
        int answerHeight = 0;
    };

    void applyTheme();
    void measure();
    void place();
    void moveAnswers();
    void refit(int index);
    int nextToBuild() const;
    bool renderFrame() override;
    int estimatedAnswerHeight(const QString &answer) const;
    int textWidth() const;
    int turnAt(int y) const;

    const Theme &m_theme;
    MarkdownServices &m_services;
    QList<Turn> m_turns;
    int m_height = 0;
    bool m_atEnd = true;
};

} // namespace ui
