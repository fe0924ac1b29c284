#include "ui/compare/composernote.h"

#include "ui/theme/icons.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/themedlabel.h"

#include <QAccessible>
#include <QHBoxLayout>

namespace ui {

ComposerNote::ComposerNote(const Theme &theme, Kind kind, QWidget *parent)
    : Surface(theme, Theme::Token::Panel2, AllSides, parent)
    , m_kind(kind)
    , m_icon(new QLabel(this))
    , m_text(new ThemedLabel(theme, {}, Theme::Token::Ink, this))
{
    setRadius(6);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_row = new QHBoxLayout(this);
    m_row->setContentsMargins(10, 5, 6, 5);
    m_row->setSpacing(8);
    m_row->addWidget(m_icon);
    m_row->addWidget(m_text, 1);
    connect(&theme, &Theme::changed, this, &ComposerNote::applyTheme);
    applyTheme();
    hide();
}

void ComposerNote::setText(const QString &text)
{
    const bool news = !text.isEmpty() && (isHidden() || text != m_text->text());
    m_text->setText(text);
    setAccessibleName(text);
    setVisible(!text.isEmpty());
    if (news) {
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

QString ComposerNote::text() const
{
    return isHidden() ? QString() : m_text->text();
}

FlatButton *ComposerNote::addAction(const QString &text, const QString &objectName)
{
    auto *const button = new FlatButton(theme(), text, FlatButton::Look::Link, this);
    button->setObjectName(objectName);
    m_row->addWidget(button);
    return button;
}

void ComposerNote::addCloseButton()
{
    auto *const close = new FlatButton(theme(), Icon::Close, tr("Hide this note"), this);
    close->setObjectName(QStringLiteral("hideNote"));
    connect(close, &QToolButton::clicked, this, [this] { setText({}); });
    m_row->addWidget(close);
}

void ComposerNote::applyTheme()
{
    const Theme::Token token = m_kind == Kind::Bad ? Theme::Token::Bad : Theme::Token::Warn;
    const Icon icon = m_kind == Kind::Bad ? Icon::Error : Icon::Warning;
    m_icon->setPixmap(iconPixmap(icon, theme().colour(token), theme().px(16), devicePixelRatioF()));
    setLines(AllSides, token);
}

} // namespace ui
