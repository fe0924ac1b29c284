#include "ui/markdown/markdownview.h"

#include <QAbstractTextDocumentLayout>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QMenu>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>

namespace ui {

namespace {

// One turn of the frame clock renders for some milliseconds only, so that eight long answers opened at once
// do not stop the window.
constexpr qint64 kFrameMilliseconds = 6;
constexpr qsizetype kPiecesTogether = 6;
constexpr qsizetype kLinesColoured = 64;
constexpr qsizetype kSourceTogether = 16384;
constexpr qsizetype kAtOnce = 65536;
constexpr int kMostCounted = 9999;

} // namespace

MarkdownView::MarkdownView(MarkdownServices &services, QWidget *parent)
    : QTextBrowser(parent)
    , m_services(services)
    , m_renderer(MarkdownStyle::fromPalette(QWidget::palette(), QWidget::font()))
    , m_writer(document(), m_renderer)
    , m_colouring(services.highlighter)
    , m_painter(document(), m_renderer)
{
    document()->setUndoRedoEnabled(false);
    setOpenLinks(false);
    setFrameShape(QFrame::NoFrame);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    // No caret: the keys scroll, and select all, copy and the links stay in reach.
    setTextInteractionFlags(Qt::TextBrowserInteraction);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    applyStyle();
    connect(this, &QTextBrowser::anchorClicked, this, &MarkdownView::linkActivated);
    connect(&services.highlighter, &SyntaxHighlighter::highlighted, this,
            [this](quint64 session, int firstLine, const QList<QList<SyntaxToken>> &lines) {
                if (m_colouring.receive(session, firstLine, lines))
                    requestFrame();
            });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (!m_rendering)
            m_following = value >= verticalScrollBar()->maximum() - 2;
    });
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, &MarkdownView::keepFollowing);
}

MarkdownView::~MarkdownView()
{
    m_services.scheduler.remove(this);
}

void MarkdownView::setStyle(const MarkdownStyle &style)
{
    if (style == m_renderer.style())
        return;
    const int position = verticalScrollBar()->value();
    const bool following = m_following;
    m_renderer.setStyle(style);
    applyStyle();
    restart();
    flush();
    if (!following)
        verticalScrollBar()->setValue(position);
}

void MarkdownView::applyStyle()
{
    document()->setDefaultFont(m_renderer.style().font);
    document()->setDocumentMargin(m_renderer.unit() * 3);
}

void MarkdownView::setMarkdownText(const QString &markdown)
{
    clear();
    m_flow.append(markdown);
    finish();
}

void MarkdownView::appendMarkdown(const QString &delta)
{
    if (delta.isEmpty())
        return;
    m_flow.append(delta);
    requestFrame();
}

void MarkdownView::finish()
{
    if (m_flow.finish()) {
        restart();
        if (isVisible() && m_flow.blocks().text().size() < kAtOnce)
            flush();
    }
    requestFrame();
}

void MarkdownView::clear()
{
    m_flow.clear();
    restart();
    m_dirty = false;
    m_following = true;
}

void MarkdownView::setRaw(bool raw)
{
    if (raw == m_raw)
        return;
    m_raw = raw;
    restart();
    emit rawChanged(raw);
}

/// Renders everything again from the start.
void MarkdownView::restart()
{
    const QScopedValueRollback guard(m_rendering, true);
    m_colouring.clear();
    m_writer.clear();
    m_flow.rewind();
    m_sourceShown = 0;
    requestFrame();
}

void MarkdownView::requestFrame()
{
    m_dirty = true;
    if (isVisible())
        m_services.scheduler.request(this);
}

void MarkdownView::showEvent(QShowEvent *event)
{
    QTextBrowser::showEvent(event);
    if (m_dirty)
        requestFrame();
}

void MarkdownView::resizeEvent(QResizeEvent *event)
{
    QTextBrowser::resizeEvent(event);
    fitTables();
}

void MarkdownView::fitTables()
{
    const QScopedValueRollback guard(m_rendering, true);
    const bool wider = ui::fitTables(*document(), m_renderer.doTablesShrink());
    setHorizontalScrollBarPolicy(wider ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
}

void MarkdownView::flush()
{
    while (m_dirty)
        renderSome(std::numeric_limits<qint64>::max());
}

bool MarkdownView::renderFrame()
{
    return isVisible() && m_dirty && renderSome(kFrameMilliseconds);
}

bool MarkdownView::renderSome(qint64 milliseconds)
{
    {
        const QScopedValueRollback guard(m_rendering, true);
        const QTextCursor selection = textCursor();
        const int anchor = selection.anchor();
        const int position = selection.position();
        m_dirty = m_raw ? renderSource() : renderMarkdown(milliseconds);
        keepSelection(anchor, position);
        if (m_writer.takeTables())
            fitTables();
    }
    keepFollowing();
    const bool more = m_dirty;
    emit rendered();
    return more;
}

/// Text inserted right behind a selection would become part of it.
void MarkdownView::keepSelection(int anchor, int position)
{
    QTextCursor cursor = textCursor();
    if (cursor.anchor() == anchor && cursor.position() == position)
        return;
    const int end = document()->characterCount() - 1;
    cursor.setPosition(qMin(anchor, end));
    cursor.setPosition(qMin(position, end), QTextCursor::KeepAnchor);
    setTextCursor(cursor);
}

bool MarkdownView::renderSource()
{
    const QString &text = m_flow.blocks().text();
    qsizetype length = qMin(kSourceTogether, text.size() - m_sourceShown);
    if (length > 0 && text.at(m_sourceShown + length - 1).isHighSurrogate())
        --length;
    if (length <= 0)
        return false;
    m_writer.appendSource(text.mid(m_sourceShown, length));
    m_sourceShown += length;
    return text.size() - m_sourceShown > 1;
}

bool MarkdownView::renderMarkdown(qint64 milliseconds)
{
    QElapsedTimer timer;
    timer.start();
    if (m_colouring.isPending())
        m_writer.colour(m_colouring.take(kLinesColoured));
    bool more = true;
    while (more) {
        const MarkdownFlow::Frame frame = m_flow.next(kPiecesTogether);
        m_writer.show(frame);
        m_colouring.add(m_writer.takeCode());
        more = frame.more;
        if (timer.elapsed() >= milliseconds)
            break;
    }
    return more || m_colouring.isPending();
}

void MarkdownView::keepFollowing()
{
    if (!m_follows || !m_following || m_selecting)
        return;
    const QScopedValueRollback guard(m_rendering, true);
    verticalScrollBar()->setValue(verticalScrollBar()->maximum());
}

void MarkdownView::followStream()
{
    m_following = true;
    keepFollowing();
}

bool MarkdownView::findText(const QString &text, QTextDocument::FindFlags flags)
{
    flush();
    if (text.isEmpty() || find(text, flags))
        return !text.isEmpty();
    const QTextCursor before = textCursor();
    QTextCursor cursor = before;
    cursor.movePosition(flags & QTextDocument::FindBackward ? QTextCursor::End : QTextCursor::Start);
    setTextCursor(cursor);
    if (find(text, flags))
        return true;
    setTextCursor(before);
    return false;
}

int MarkdownView::countText(const QString &text, QTextDocument::FindFlags flags)
{
    flush();
    int count = 0;
    if (text.isEmpty())
        return count;
    flags.setFlag(QTextDocument::FindBackward, false);
    for (QTextCursor at = document()->find(text, 0, flags); !at.isNull() && count < kMostCounted;
         at = document()->find(text, at, flags))
        ++count;
    return count;
}

QString MarkdownView::codeAt(const QPoint &position) const
{
    const QTextBlock first = m_raw ? QTextBlock() : m_painter.codeAt(toDocument(position));
    return first.isValid() ? MarkdownPainter::codeOf(first) : QString();
}

void MarkdownView::copyCode(const QTextBlock &first)
{
    QGuiApplication::clipboard()->setText(MarkdownPainter::codeOf(first));
    emit codeCopied();
}

QVariant MarkdownView::loadResource(int, const QUrl &)
{
    return {};
}

void MarkdownView::doSetSource(const QUrl &, QTextDocument::ResourceType)
{
    // A browser would load a file here. This one shows only what it is given.
}

QPointF MarkdownView::toDocument(const QPointF &viewportPosition) const
{
    return viewportPosition + QPointF(horizontalScrollBar()->value(), verticalScrollBar()->value());
}

void MarkdownView::paintEvent(QPaintEvent *event)
{
    if (!m_raw) {
        QPainter painter(viewport());
        const QPointF origin = toDocument({});
        painter.setClipRect(event->rect());
        painter.translate(-origin);
        m_painter.paint(painter, QRectF(event->rect()).translated(origin), m_hot);
    }
    QTextBrowser::paintEvent(event);
}

void MarkdownView::mouseMoveEvent(QMouseEvent *event)
{
    QTextBrowser::mouseMoveEvent(event);
    const QPointF before = std::exchange(m_hot, toDocument(event->position()));
    if (m_raw || event->buttons() != Qt::NoButton)
        return;
    const bool hot = m_painter.copyButtonAt(m_hot).isValid();
    if (hot)
        viewport()->setCursor(Qt::PointingHandCursor);
    if (hot != m_painter.copyButtonAt(before).isValid())
        viewport()->update();
}

void MarkdownView::mousePressEvent(QMouseEvent *event)
{
    m_selecting = event->button() == Qt::LeftButton;
    if (!m_raw && m_selecting && m_painter.copyButtonAt(toDocument(event->position())).isValid())
        return;
    QTextBrowser::mousePressEvent(event);
}

void MarkdownView::mouseReleaseEvent(QMouseEvent *event)
{
    m_selecting = false;
    const QTextBlock first = m_raw ? QTextBlock() : m_painter.copyButtonAt(toDocument(event->position()));
    if (event->button() == Qt::LeftButton && first.isValid() && !textCursor().hasSelection()) {
        copyCode(first);
        return;
    }
    QTextBrowser::mouseReleaseEvent(event);
}

void MarkdownView::leaveEvent(QEvent *event)
{
    QTextBrowser::leaveEvent(event);
    m_hot = QPointF(-1, -1);
    viewport()->update();
}

/// The code under the mouse; from the keyboard that at the cursor, else the first one in sight.
QTextBlock MarkdownView::codeForMenu(const QContextMenuEvent &event) const
{
    if (m_raw)
        return {};
    if (event.reason() != QContextMenuEvent::Keyboard)
        return m_painter.codeAt(toDocument(event.pos()));
    const QTextBlock atCursor = m_painter.codeAt(toDocument(cursorRect().center()));
    if (atCursor.isValid())
        return atCursor;
    const QRectF visible(toDocument({}), viewport()->size());
    for (QTextBlock block = cursorForPosition(QPoint(0, 0)).block(); block.isValid(); block = block.next()) {
        if (document()->documentLayout()->blockBoundingRect(block).top() > visible.bottom())
            break;
        if (block.blockFormat().intProperty(CodeLineProperty) != 0)
            return m_painter.codeAt(document()->documentLayout()->blockBoundingRect(block).center());
    }
    return {};
}

void MarkdownView::contextMenuEvent(QContextMenuEvent *event)
{
    auto *const menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("markdownMenu"));
    QAction *const copy = menu->addAction(tr("&Copy"), QKeySequence::Copy, this, &QTextEdit::copy);
    copy->setEnabled(textCursor().hasSelection());
    QAction *const source = menu->addAction(tr("Copy as &Markdown"), this,
                                            [this] { QGuiApplication::clipboard()->setText(markdown()); });
    source->setEnabled(!markdown().isEmpty());
    if (const QTextBlock code = codeForMenu(*event); code.isValid())
        menu->addAction(tr("Copy Code &Block"), this, [this, code] { copyCode(code); });
    if (const QString link = anchorAt(event->pos()); !link.isEmpty())
        menu->addAction(tr("Copy &Link"), this, [link] { QGuiApplication::clipboard()->setText(link); });
    menu->addSeparator();
    menu->addAction(tr("Select &All"), QKeySequence::SelectAll, this, &QTextEdit::selectAll);
    QAction *const raw = menu->addAction(tr("Show &Source"));
    raw->setCheckable(true);
    raw->setChecked(m_raw);
    connect(raw, &QAction::toggled, this, &MarkdownView::setRaw);
    menu->popup(event->globalPos());
}

} // namespace ui
