#include "ui/widgets/emptystate.h"

#include "ui/widgets/primarybutton.h"
#include "ui/widgets/themedlabel.h"

#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int kPicture = 44;
constexpr int kSentenceWidth = 420;

} // namespace

EmptyState::EmptyState(const Theme &theme, Icon icon, const QString &title, const QString &sentence,
                       QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_icon(icon)
    , m_picture(new QLabel(this))
    , m_title(new ThemedLabel(theme, title, Theme::Token::Ink, this))
    , m_sentence(new ThemedLabel(theme, sentence, Theme::Token::Ink2, this))
    , m_action(new PrimaryButton(theme, {}, this))
{
    m_title->setType(1.15, QFont::DemiBold);
    m_title->setAlignment(Qt::AlignCenter);
    m_title->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_sentence->setWordWrap(true);
    m_picture->setAlignment(Qt::AlignCenter);
    m_action->hide();
    connect(m_action, &QPushButton::clicked, this, &EmptyState::actionTriggered);

    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(8);
    column->addStretch(2);
    column->addWidget(m_picture, 0, Qt::AlignHCenter);
    column->addWidget(m_title);
    column->addWidget(m_sentence, 0, Qt::AlignHCenter);
    column->addSpacing(8);
    column->addWidget(m_action, 0, Qt::AlignHCenter);
    column->addStretch(3);
    connect(&theme, &Theme::changed, this, &EmptyState::applyTheme);
    applyTheme();
}

void EmptyState::setTexts(const QString &title, const QString &sentence)
{
    m_title->setText(title);
    m_sentence->setText(sentence);
}

void EmptyState::setAction(const QString &text)
{
    m_action->setText(text);
    m_action->setVisible(!text.isEmpty());
}

void EmptyState::applyTheme()
{
    m_picture->setPixmap(
        iconPixmap(m_icon, m_theme.colour(Theme::Token::Ink3), m_theme.px(kPicture), devicePixelRatioF()));
    m_sentence->setFixedWidth(m_theme.px(kSentenceWidth));
}

} // namespace ui
