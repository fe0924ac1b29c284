#pragma once

#include "core/compare/attachment.h"
#include "ui/widgets/surface.h"

class QLabel;

namespace ui {

/// One attachment of the composer: thumbnail, name, size, estimated tokens, a button to remove it. Delete and
/// Backspace remove it too. Owned by AttachmentBar.
class AttachmentChip : public Surface
{
    Q_OBJECT

public:
    AttachmentChip(const Theme &theme, const core::Attachment &attachment, QWidget *parent);

    QSize sizeHint() const override;

signals:
    void removeRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void applyTheme();
    void showPicture(const QImage &picture);

    QLabel *const m_picture;
    const bool m_isImage;
    bool m_pictured = false;
};

} // namespace ui
