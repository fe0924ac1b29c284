#include "ui/compare/transcriptview.h"

#include "ui/markdown/markdownservices.h"
#include "ui/markdown/markdownview.h"
#include "ui/theme/markdowntheme.h"
#include "ui/theme/theme.h"

#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>

namespace ui {

namespace {

constexpr int kTurnSide = 10;
constexpr int kGap = 8;
/// A prompt of an earlier turn is cut after some lines; going to that turn shows it whole.
constexpr int kPromptLines = 4;
/// Of one turn of the event loop, so that scrolling stays smooth while the rest is built.
constexpr qint64 kSliceMilliseconds = 5;
/// Plain text beyond what fits a screen is not worth drawing.
constexpr qsizetype kDrawnCharacters = 6000;

/// An answer as high as its text: the transcript scrolls, not the answer.
class TurnAnswer : public MarkdownView
{
public:
    TurnAnswer(MarkdownServices &services, QWidget *parent) : MarkdownView(services, parent)
    {
        setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setFollows(false);
        setTablesShrink(true);
        setObjectName(QStringLiteral("turnAnswer"));
        viewport()->setAutoFillBackground(false);
    }

    int heightFor(int width)
    {
        document()->setTextWidth(width);
        ui::fitTables(*document(), true);
        return qCeil(document()->size().height());
    }

protected:
    void wheelEvent(QWheelEvent *event) override { event->ignore(); }
};

} // namespace

TranscriptView::TranscriptView(const Theme &theme, MarkdownServices &services, QWidget *parent)
    : QAbstractScrollArea(parent), m_theme(theme), m_services(services)
{
    setObjectName(QStringLiteral("laneTranscript"));
    setAccessibleName(tr("Earlier turns"));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setFocusPolicy(Qt::StrongFocus);
    connect(&theme, &Theme::changed, this, &TranscriptView::applyTheme);
    applyTheme();
}

TranscriptView::~TranscriptView()
{
    m_services.scheduler.remove(this);
}

void TranscriptView::setTurns(const QList<LaneTurn> &turns)
{
    const bool grown = m_turns.size() <= turns.size()
        && std::equal(m_turns.cbegin(), m_turns.cend(), turns.cbegin(),
                      [](const Turn &turn, const LaneTurn &text) { return turn.text == text; });
    if (grown && m_turns.size() == turns.size())
        return;
    if (!grown) {
        for (const Turn &turn : std::as_const(m_turns))
            delete turn.view;
        m_turns.clear();
    }
    for (qsizetype at = m_turns.size(); at < turns.size(); ++at)
        m_turns.append({turns.at(at)});
    m_atEnd = true;
    measure();
    m_services.scheduler.request(this);
}

int TranscriptView::builtCount() const
{
    return static_cast<int>(
        std::count_if(m_turns.cbegin(), m_turns.cend(), [](const Turn &turn) { return turn.built; }));
}

void TranscriptView::scrollToTurn(int index)
{
    if (index >= 0 && index < count())
        verticalScrollBar()->setValue(m_turns.at(index).top);
}

void TranscriptView::applyTheme()
{
    setFont(m_theme.font());
    QPalette colours = palette();
    colours.setColor(QPalette::Base, m_theme.colour(Theme::Token::Panel));
    viewport()->setPalette(colours);
    verticalScrollBar()->setSingleStep(QFontMetrics(font()).lineSpacing() * 2);
    for (const Turn &turn : std::as_const(m_turns)) {
        if (turn.view)
            turn.view->setStyle(markdownStyle(m_theme));
    }
    measure();
}

int TranscriptView::textWidth() const
{
    return std::max(40, viewport()->width() - 2 * m_theme.px(kTurnSide));
}

int TranscriptView::estimatedAnswerHeight(const QString &answer) const
{
    const QFontMetrics metrics(font());
    const int perLine = std::max(8, textWidth() / std::max(1, metrics.averageCharWidth()));
    const qsizetype lines = answer.size() / perLine + answer.count(QLatin1Char('\n')) + 1;
    return static_cast<int>(lines) * metrics.lineSpacing() + m_theme.px(kGap);
}

void TranscriptView::measure()
{
    const QFontMetrics metrics(font());
    const int most = metrics.lineSpacing() * kPromptLines;
    for (Turn &turn : m_turns) {
        const QRect box =
            metrics.boundingRect(QRect(0, 0, textWidth() - 2 * m_theme.px(kTurnSide), 1'000'000),
                                 Qt::TextWordWrap, turn.text.prompt.left(600));
        turn.promptHeight = std::min(box.height(), most) + m_theme.px(kGap);
        turn.answerHeight = turn.built ? static_cast<TurnAnswer *>(turn.view)->heightFor(viewport()->width())
                                       : estimatedAnswerHeight(turn.text.answer);
    }
    place();
}

void TranscriptView::place()
{
    const int gap = m_theme.px(kGap);
    m_height = gap;
    for (Turn &turn : m_turns) {
        turn.top = m_height;
        m_height += turn.promptHeight + turn.answerHeight + 2 * gap;
    }
    QScrollBar *const bar = verticalScrollBar();
    const bool end = m_atEnd;
    bar->setPageStep(viewport()->height());
    bar->setRange(0, std::max(0, m_height - viewport()->height()));
    if (end)
        bar->setValue(bar->maximum());
    moveAnswers();
}

/// Only answers in sight are shown: moving fifty widgets with each step of the wheel would be felt.
void TranscriptView::moveAnswers()
{
    const int scrolled = verticalScrollBar()->value();
    for (const Turn &turn : std::as_const(m_turns)) {
        if (!turn.built)
            continue;
        const QRect place(0, turn.top + turn.promptHeight + m_theme.px(kGap) - scrolled, viewport()->width(),
                          turn.answerHeight);
        const bool inSight = place.intersects(viewport()->rect());
        if (inSight || turn.view->size() != place.size())
            turn.view->setGeometry(place);
        turn.view->setVisible(inSight);
    }
    viewport()->update();
}

int TranscriptView::turnAt(int y) const
{
    int found = 0;
    for (int at = 0; at < count() && m_turns.at(at).top <= y; ++at)
        found = at;
    return found;
}

/// Its real height is known: what is in sight stays there when a turn above it grows or shrinks.
void TranscriptView::refit(int index)
{
    Turn &turn = m_turns[index];
    const int height = static_cast<TurnAnswer *>(turn.view)->heightFor(viewport()->width());
    const int grown = height - turn.answerHeight;
    const bool above = turn.top + turn.promptHeight + turn.answerHeight < verticalScrollBar()->value();
    turn.answerHeight = height;
    const int value = verticalScrollBar()->value();
    place();
    if (above && !m_atEnd)
        verticalScrollBar()->setValue(value + grown);
}

int TranscriptView::nextToBuild() const
{
    const int top = verticalScrollBar()->value();
    const int last = turnAt(top + viewport()->height());
    for (int at = last; at >= 0; --at) {
        if (!m_turns.at(at).built)
            return at;
    }
    for (int at = last + 1; at < count(); ++at) {
        if (!m_turns.at(at).built)
            return at;
    }
    return -1;
}

/// One step for one turn: its view is made, or some of it rendered, or it takes its place.
bool TranscriptView::renderFrame()
{
    const int index = nextToBuild();
    if (index < 0 || !isVisible())
        return false;
    Turn &turn = m_turns[index];
    if (!turn.view) {
        auto *const view = new TurnAnswer(m_services, viewport());
        view->hide();
        view->setStyle(markdownStyle(m_theme));
        view->setAccessibleName(tr("Answer of turn %1").arg(index + 1));
        view->resize(viewport()->width(), turn.answerHeight);
        view->setMarkdownText(turn.text.answer);
        connect(view, &MarkdownView::linkActivated, this, &TranscriptView::linkActivated);
        turn.view = view;
        return true;
    }
    if (turn.view->renderSlice(kSliceMilliseconds))
        return true;
    turn.built = true;
    refit(index);
    return true;
}

void TranscriptView::showEvent(QShowEvent *event)
{
    QAbstractScrollArea::showEvent(event);
    m_services.scheduler.request(this);
}

void TranscriptView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        measure();
    else
        place();
}

void TranscriptView::scrollContentsBy(int, int)
{
    const QScrollBar *const bar = verticalScrollBar();
    m_atEnd = bar->value() >= bar->maximum() - 2;
    moveAnswers();
}

void TranscriptView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), m_theme.colour(Theme::Token::Panel));
    const int scrolled = verticalScrollBar()->value();
    const int side = m_theme.px(kTurnSide);
    const int gap = m_theme.px(kGap);
    for (int at = turnAt(scrolled); at < count(); ++at) {
        const Turn &turn = m_turns.at(at);
        const int top = turn.top - scrolled;
        if (top > viewport()->height())
            break;
        const QRect box(side, top, textWidth(), turn.promptHeight);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.colour(Theme::Token::Panel2));
        painter.setRenderHint(QPainter::Antialiasing);
        painter.drawRoundedRect(box, 6, 6);
        painter.setPen(m_theme.colour(Theme::Token::Ink));
        painter.drawText(box.adjusted(side, gap / 2, -side, -gap / 2), Qt::TextWordWrap,
                         turn.text.prompt.left(600));
        if (turn.built)
            continue;
        painter.setPen(m_theme.colour(Theme::Token::Ink2));
        painter.drawText(QRect(side, top + turn.promptHeight + gap, textWidth(), turn.answerHeight),
                         Qt::TextWordWrap, turn.text.answer.left(kDrawnCharacters));
    }
}

} // namespace ui
