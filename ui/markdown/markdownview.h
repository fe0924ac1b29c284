#pragma once

#include "ui/markdown/codecolouring.h"
#include "ui/markdown/documentwriter.h"
#include "ui/markdown/markdownflow.h"
#include "ui/markdown/markdownpainter.h"
#include "ui/markdown/markdownrenderer.h"
#include "ui/markdown/markdownservices.h"

#include <QTextBrowser>

namespace ui {

/// Shows Markdown that may still be streaming in. Fetches nothing, opens nothing, runs nothing. Appended text
/// is rendered by the shared frame clock while the view is visible; flush() renders at once. Main thread.
class MarkdownView : public QTextBrowser, private FrameClient
{
    Q_OBJECT

public:
    /// `services` must outlive the view.
    explicit MarkdownView(MarkdownServices &services, QWidget *parent = nullptr);
    ~MarkdownView() override;

    void setStyle(const MarkdownStyle &style);
    using QTextBrowser::setStyle;
    const MarkdownStyle &markdownStyle() const { return m_renderer.style(); }

    /// The whole text at once; large ones are rendered over several frames.
    void setMarkdownText(const QString &markdown);
    void appendMarkdown(const QString &delta);
    /// The stream has ended: what is open is closed (a half-written fence, emphasis or table row).
    void finish();
    /// Empties the view for the next answer.
    void clear();
    /// The source, with LF line ends.
    const QString &markdown() const { return m_flow.blocks().text(); }

    /// Shows the source instead of the rendering.
    void setRaw(bool raw);
    bool isRaw() const { return m_raw; }

    /// Renders all that is pending now, also while hidden.
    void flush();
    /// Renders for some milliseconds, also while hidden. True when more is pending.
    bool renderSlice(qint64 milliseconds) { return m_dirty && renderSome(milliseconds); }
    /// Finds and selects from the selection on, wrapping around once. False when there is no such text.
    bool findText(const QString &text, QTextDocument::FindFlags flags = {});
    /// How often `text` occurs in what is shown, counted up to 9,999.
    int countText(const QString &text, QTextDocument::FindFlags flags = {});
    /// Scrolls to the end and follows the stream again.
    void followStream();
    bool isFollowing() const { return m_following; }
    /// Off: the view stays where it is whatever is added, for answers that are only read.
    void setFollows(bool follows) { m_follows = follows; }
    /// On: tables are never wider than the view, for views that are as high as their text. Else one that is
    /// too wide for its words is scrolled to.
    void setTablesShrink(bool shrink) { m_renderer.setTablesShrink(shrink); }

    /// The code of the block at a viewport position, or null when there is none.
    QString codeAt(const QPoint &position) const;
    /// Always nothing: no file and no address is ever read.
    QVariant loadResource(int type, const QUrl &name) override;

signals:
    /// A link was clicked. The view never opens one itself.
    void linkActivated(const QUrl &url);
    /// Code went to the clipboard.
    void codeCopied();
    /// The text shown was brought up to date.
    void rendered();
    void rawChanged(bool raw);

protected:
    void doSetSource(const QUrl &url, QTextDocument::ResourceType type) override;
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    bool renderFrame() override;
    bool renderSome(qint64 milliseconds);
    bool renderSource();
    bool renderMarkdown(qint64 milliseconds);
    void requestFrame();
    void restart();
    void applyStyle();
    void keepFollowing();
    void fitTables();
    void keepSelection(int anchor, int position);
    void copyCode(const QTextBlock &first);
    QTextBlock codeForMenu(const QContextMenuEvent &event) const;
    QPointF toDocument(const QPointF &viewportPosition) const;

    MarkdownServices &m_services;
    MarkdownRenderer m_renderer;
    MarkdownFlow m_flow;
    DocumentWriter m_writer;
    CodeColouring m_colouring;
    MarkdownPainter m_painter;
    qsizetype m_sourceShown = 0;
    QPointF m_hot{-1, -1}; ///< mouse in document coordinates
    bool m_raw = false;
    bool m_dirty = false;
    bool m_following = true;
    bool m_follows = true;
    bool m_rendering = false;
    bool m_selecting = false;
};

} // namespace ui
