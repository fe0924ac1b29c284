#pragma once

#include "ui/markdown/markdownblocks.h"
#include "ui/markdown/markdownlines.h"
#include "ui/markdown/markdownservices.h"
#include "ui/markdown/markdownstyle.h"

#include <QHash>
#include <QTextBlock>
#include <QTextBrowser>

#include <memory>

namespace ui {

class MarkdownRenderer;

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
    const MarkdownStyle &markdownStyle() const;

    /// The whole text at once; large ones are rendered over several frames.
    void setMarkdownText(const QString &markdown);
    void appendMarkdown(const QString &delta);
    /// The stream has ended: what is open is closed (a half-written fence, emphasis or table row).
    void finish();
    /// Empties the view for the next answer.
    void clear();
    /// The source, with LF line ends.
    QString markdown() const;

    /// Shows the source instead of the rendering.
    void setRaw(bool raw);
    bool isRaw() const { return m_raw; }

    /// Renders all that is pending now, also while hidden.
    void flush();
    /// Finds and selects from the selection on, wrapping around once. False when there is no such text.
    bool findText(const QString &text, QTextDocument::FindFlags flags = {});
    /// How often `text` occurs in what is shown.
    int countText(const QString &text, QTextDocument::FindFlags flags = {});
    /// Scrolls to the end and follows the stream again.
    void followStream();
    bool isFollowing() const { return m_following; }

    /// The code of the block at a viewport position, or null when there is none.
    QString codeAt(const QPoint &position) const;
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
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void doSetSource(const QUrl &url, QTextDocument::ResourceType type) override;

private:
    bool renderFrame() override;
    void requestFrame();

    MarkdownServices &m_services;
    std::unique_ptr<MarkdownRenderer> m_renderer;
    MarkdownBlocks m_blocks;
    bool m_raw = false;
    bool m_following = true;
};

} // namespace ui
