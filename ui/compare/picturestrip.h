#pragma once

#include "core/chat/message.h"
#include "ui/theme/theme.h"

#include <QImage>
#include <QWidget>

namespace ui {

/// The pictures of a sent prompt in a line, small; what does not fit is a number. Owned by PromptLine.
class PictureStrip : public QWidget
{
    Q_OBJECT

public:
    static constexpr int kMostShown = 4;

    PictureStrip(const Theme &theme, QWidget *parent);

    /// Hides itself when there are none.
    void setImages(const QList<core::ImagePart> &images);
    const QList<core::ImagePart> &images() const { return m_images; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString rest() const;
    int side() const;

    const Theme &m_theme;
    QList<core::ImagePart> m_images;
    QList<QImage> m_pictures;
    /// Counts what was shown, so that a late thumbnail of an earlier prompt is known.
    int m_shown = 0;
};

} // namespace ui
