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
    , m_column(new QWidget(this))
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

    auto *const column = new QVBoxLayout(m_column);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    for (QWidget *part : {static_cast<QWidget *>(m_picture), static_cast<QWidget *>(m_title),
                          static_cast<QWidget *>(m_sentence)})
        column->addWidget(part);
    column->addSpacing(8);
    column->addWidget(m_action, 0, Qt::AlignHCenter);
    auto *const middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(m_column);
    middle->addStretch(1);
    auto *const outer = new QVBoxLayout(this);
    outer->addStretch(2);
    outer->addLayout(middle);
    outer->addStretch(3);
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
    m_column->setFixedWidth(m_theme.px(kSentenceWidth));
}

} // namespace ui
