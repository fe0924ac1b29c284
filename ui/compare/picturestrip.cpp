#include "ui/compare/picturestrip.h"

#include "core/base/continuation.h"
#include "core/compare/attachment.h"
#include "ui/compare/thumbnails.h"
#include "ui/theme/icons.h"

#include <QPainter>

namespace ui {

namespace {

constexpr int kSide = 22;
constexpr int kPictureGap = 4;
/// Enough for high resolution screens and a picture twice as wide as high.
constexpr int kMostRatio = 3;

} // namespace

PictureStrip::PictureStrip(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("sentPictures"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
    hide();
}

void PictureStrip::setImages(const QList<core::ImagePart> &images)
{
    m_images = images;
    m_pictures = QList<QImage>(std::min<qsizetype>(images.size(), kMostShown));
    const int shown = ++m_shown;
    QStringList lines;
    for (qsizetype at = 0; at < images.size(); ++at) {
        lines.append(tr("%1, %2").arg(images.at(at).mimeType, core::sizeText(images.at(at).data.size())));
        if (at >= m_pictures.size())
            continue;
        const QSize box(side() * kMostRatio, side() * kMostRatio);
        core::continued(thumbnailLater(images.at(at).data, box), this,
                        [this, shown, at](const QImage &picture) {
                            if (shown != m_shown)
                                return;
                            m_pictures[at] = picture;
                            update();
                        });
    }
    setToolTip(lines.join(QLatin1Char('\n')));
    setAccessibleName(images.size() == 1 ? tr("1 picture")
                                         : tr("%n pictures", nullptr, static_cast<int>(images.size())));
    setAccessibleDescription(toolTip());
    updateGeometry();
    setVisible(!images.isEmpty());
}

int PictureStrip::side() const
{
    return m_theme.px(kSide);
}

QString PictureStrip::rest() const
{
    const qsizetype rest = m_images.size() - m_pictures.size();
    return rest > 0 ? QStringLiteral("+%1").arg(rest) : QString();
}

QSize PictureStrip::sizeHint() const
{
    const int count = static_cast<int>(m_pictures.size());
    const int gap = m_theme.px(kPictureGap);
    const QString more = rest();
    const int text = more.isEmpty() ? 0 : fontMetrics().horizontalAdvance(more) + gap;
    return {count * side() + std::max(0, count - 1) * gap + text, side()};
}

void PictureStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    QRect box(0, (height() - side()) / 2, side(), side());
    for (const QImage &picture : std::as_const(m_pictures)) {
        painter.fillRect(box, m_theme.colour(Theme::Token::Panel));
        if (picture.isNull()) {
            const QPixmap icon = iconPixmap(Icon::Image, m_theme.colour(Theme::Token::Ink2), m_theme.px(16),
                                            devicePixelRatioF());
            const int margin = (side() - m_theme.px(16)) / 2;
            painter.drawPixmap(box.topLeft() + QPoint(margin, margin), icon);
        } else {
            // The middle of the picture, cut to a square.
            const int edge = std::min(picture.width(), picture.height());
            const QRect part((picture.width() - edge) / 2, (picture.height() - edge) / 2, edge, edge);
            painter.drawImage(box, picture, part);
        }
        painter.setPen(m_theme.colour(Theme::Token::Line));
        painter.drawRect(box.adjusted(0, 0, -1, -1));
        box.translate(side() + m_theme.px(kPictureGap), 0);
    }
    painter.setPen(m_theme.colour(Theme::Token::Ink2));
    painter.setFont(font());
    painter.drawText(QRect(box.left(), 0, width() - box.left(), height()), Qt::AlignVCenter, rest());
}

} // namespace ui
