#include "ui/compare/attachmentchip.h"

#include "core/base/continuation.h"
#include "core/base/formatting.h"
#include "ui/compare/thumbnails.h"
#include "ui/theme/icons.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/flatbutton.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int kPicture = 32;
constexpr int kWidest = 260;

} // namespace

AttachmentChip::AttachmentChip(const Theme &theme, const core::Attachment &attachment, QWidget *parent)
    : Surface(theme, Theme::Token::Panel2, AllSides, parent)
    , m_picture(new QLabel(this))
    , m_isImage(attachment.isImage())
{
    setObjectName(QStringLiteral("attachmentChip"));
    setRadius(6);
    setFocusPolicy(Qt::StrongFocus);
    const QString tokens = core::formatCount(core::attachmentTokens(attachment), QLocale());
    const QString details = tr("%1 · about %2 tokens").arg(core::sizeText(attachment.data.size()), tokens);
    setAccessibleName(m_isImage ? tr("Picture %1, %2").arg(attachment.name, details)
                                : tr("Text file %1, %2").arg(attachment.name, details));
    setToolTip(
        m_isImage
            ? attachment.name
            : tr("%1, read as %2; its text goes into the prompt.").arg(attachment.name, attachment.encoding));
    m_picture->setFixedSize(theme.px(kPicture), theme.px(kPicture));
    m_picture->setAlignment(Qt::AlignCenter);
    auto *const name = new ElidedLabel(theme, attachment.name, Theme::Token::Ink, Qt::ElideMiddle, this);
    auto *const size = new ThemedLabel(theme, details, Theme::Token::Ink2, this);
    size->setType(0.9);
    auto *const remove = new FlatButton(theme, Icon::Close, tr("Remove %1").arg(attachment.name), this);
    remove->setObjectName(QStringLiteral("removeAttachment"));
    connect(remove, &QToolButton::clicked, this, &AttachmentChip::removeRequested);

    auto *const texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addWidget(name);
    texts->addWidget(size);
    auto *const row = new QHBoxLayout(this);
    row->setContentsMargins(5, 4, 3, 4);
    row->setSpacing(7);
    row->addWidget(m_picture);
    row->addLayout(texts, 1);
    row->addWidget(remove);
    connect(&theme, &Theme::changed, this, &AttachmentChip::applyTheme);
    applyTheme();
    if (m_isImage) {
        const qreal ratio = devicePixelRatioF();
        core::continued(thumbnailLater(attachment.data, m_picture->size() * ratio), this,
                        [this](const QImage &picture) { showPicture(picture); });
    }
}

QSize AttachmentChip::sizeHint() const
{
    const QSize wanted = Surface::sizeHint();
    return {std::min(wanted.width(), theme().px(kWidest)), wanted.height()};
}

void AttachmentChip::showPicture(const QImage &picture)
{
    if (picture.isNull())
        return; // the icon stays
    m_pictured = true;
    QPixmap pixmap = QPixmap::fromImage(picture);
    pixmap.setDevicePixelRatio(devicePixelRatioF());
    m_picture->setPixmap(pixmap);
}

void AttachmentChip::applyTheme()
{
    setLines(AllSides, hasFocus() ? Theme::Token::Accent : Theme::Token::Line);
    if (!m_pictured)
        m_picture->setPixmap(iconPixmap(m_isImage ? Icon::Image : Icon::Text,
                                        theme().colour(Theme::Token::Ink2), theme().px(20),
                                        devicePixelRatioF()));
}

void AttachmentChip::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace) {
        emit removeRequested();
        return;
    }
    Surface::keyPressEvent(event);
}

void AttachmentChip::focusInEvent(QFocusEvent *event)
{
    Surface::focusInEvent(event);
    applyTheme();
}

void AttachmentChip::focusOutEvent(QFocusEvent *event)
{
    Surface::focusOutEvent(event);
    applyTheme();
}

} // namespace ui
