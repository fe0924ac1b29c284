#include "ui/widgets/messagepanel.h"

#include "ui/theme/paint.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/themedlabel.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>

namespace ui {

namespace {

struct KindLook
{
    Icon icon;
    Theme::Token colour;
};

KindLook lookOf(MessagePanel::Kind kind)
{
    switch (kind) {
    case MessagePanel::Kind::Good:
        return {Icon::Check, Theme::Token::Good};
    case MessagePanel::Kind::Warn:
        return {Icon::Warning, Theme::Token::Warn};
    case MessagePanel::Kind::Bad:
        return {Icon::Error, Theme::Token::Bad};
    case MessagePanel::Kind::Info:
        break;
    }
    return {Icon::Info, Theme::Token::Accent};
}

} // namespace

MessagePanel::MessagePanel(const Theme &theme, QWidget *parent)
    : Surface(theme, Theme::Token::Panel, AllSides, parent)
    , m_icon(new QLabel(this))
    , m_title(new ThemedLabel(theme, {}, Theme::Token::Ink, this))
    , m_words(new ThemedLabel(theme, {}, Theme::Token::Ink, this))
    , m_next(new ThemedLabel(theme, {}, Theme::Token::Ink2, this))
    , m_actions(new QHBoxLayout)
{
    setRadius(kCardRadius);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_title->setType(1.0, QFont::DemiBold);
    auto *const texts = new QVBoxLayout;
    texts->setSpacing(4);
    for (ThemedLabel *label : {m_title, m_words, m_next}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        texts->addWidget(label);
    }
    m_actions->setSpacing(4);
    m_actions->setContentsMargins(0, 4, 0, 0);
    m_actions->addStretch(1);
    texts->addLayout(m_actions);
    auto *const row = new QHBoxLayout(this);
    row->setContentsMargins(12, 12, 12, 12);
    row->setSpacing(8);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addLayout(texts, 1);
    connect(&theme, &Theme::changed, this, &MessagePanel::applyTheme);
    applyTheme();
    hide();
}

void MessagePanel::setMessage(Kind kind, const QString &title, const QString &words, const QString &next)
{
    m_kind = kind;
    m_title->setText(title);
    m_words->setText(words);
    m_next->setText(next);
    m_words->setVisible(!words.isEmpty());
    m_next->setVisible(!next.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(QString(words % QLatin1Char(' ') % next).trimmed());
    applyTheme();
    show();
    if (kind == Kind::Bad) {
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

void MessagePanel::keepFromEdges()
{
    const QMargins inset(16, 12, 16, 12);
    setInset(inset);
    layout()->setContentsMargins(layout()->contentsMargins() + inset);
}

void MessagePanel::letClose()
{
    auto *const close = new FlatButton(theme(), Icon::Close, tr("Close message"), this);
    close->setObjectName(QStringLiteral("message.close"));
    static_cast<QHBoxLayout *>(layout())->addWidget(close, 0, Qt::AlignTop);
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
}

FlatButton *MessagePanel::addAction(const QString &text)
{
    auto *const button = new FlatButton(theme(), text, FlatButton::Look::Outlined, this);
    m_actions->insertWidget(m_actions->count() - 1, button);
    return button;
}

void MessagePanel::clearActions()
{
    while (m_actions->count() > 1) {
        QLayoutItem *const item = m_actions->takeAt(0);
        item->widget()->hide();
        item->widget()->deleteLater(); // one of them may be the sender
        delete item;
    }
}

void MessagePanel::applyTheme()
{
    const KindLook look = lookOf(m_kind);
    const QColor colour = theme().colour(look.colour);
    m_icon->setPixmap(iconPixmap(look.icon, colour, theme().px(18), devicePixelRatioF()));
    setLines(AllSides, look.colour);
}

} // namespace ui
