#include "ui/routes/blindballot.h"

#include "ui/widgets/flatbutton.h"
#include "ui/widgets/themedlabel.h"

#include <QGridLayout>
#include <QPlainTextEdit>

namespace ui {

BlindBallot::BlindBallot(const RoutesContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_left(new ThemedLabel(context.theme, {}, Theme::Token::Ink2, this))
{
    setObjectName(QStringLiteral("ballot"));
    setAccessibleName(tr("Blind vote"));
    m_left->setObjectName(QStringLiteral("ballot.left"));
    m_prompt = addText("ballot.prompt", tr("Prompt"));
    m_prompt->setMaximumHeight(context.theme.px(90));
    m_first = addText("ballot.first", tr("Answer 1"));
    m_second = addText("ballot.second", tr("Answer 2"));
    FlatButton *const first = addVote(tr("&1 is better"), "ballot.firstBetter", Qt::Key_1);
    m_same = addVote(tr("They are as g&ood"), "ballot.same", Qt::Key_0);
    FlatButton *const second = addVote(tr("&2 is better"), "ballot.secondBetter", Qt::Key_2);
    connect(first, &QToolButton::clicked, this, [this] { vote(true); });
    connect(second, &QToolButton::clicked, this, [this] { vote(false); });
    connect(m_same, &QToolButton::clicked, this, [this] { emit voted(core::QualityVerdict::Same); });
    auto *const grid = new QGridLayout(this);
    grid->setContentsMargins({});
    grid->setSpacing(8);
    grid->addWidget(m_left, 0, 0, 1, 2);
    grid->addWidget(m_prompt, 1, 0, 1, 2);
    grid->addWidget(m_first, 2, 0);
    grid->addWidget(m_second, 2, 1);
    auto *const votes = new QHBoxLayout;
    votes->addWidget(first);
    votes->addStretch(1);
    votes->addWidget(m_same);
    votes->addStretch(1);
    votes->addWidget(second);
    grid->addLayout(votes, 3, 0, 1, 2);
    grid->setRowStretch(2, 1);
}

QPlainTextEdit *BlindBallot::addText(const char *objectName, const QString &name)
{
    auto *const text = new QPlainTextEdit(this);
    text->setObjectName(QLatin1StringView(objectName));
    text->setAccessibleName(name);
    text->setReadOnly(true);
    text->setTabChangesFocus(true);
    return text;
}

FlatButton *BlindBallot::addVote(const QString &text, const char *objectName, int key)
{
    auto *const button = new FlatButton(m_context.theme, text, FlatButton::Look::Outlined, this);
    button->setObjectName(QLatin1StringView(objectName));
    button->setShortcut(QKeySequence(key));
    button->setToolTip(tr("Key %1").arg(QKeySequence(key).toString(QKeySequence::NativeText)));
    return button;
}

void BlindBallot::setPair(const core::QualityPair &pair, int left)
{
    m_newFirst = pair.newFirst;
    m_left->setText(
        tr("%n pairs wait for your vote. Which answer is the new one is not told.", nullptr, left));
    m_prompt->setPlainText(pair.prompt);
    m_first->setPlainText(pair.newFirst ? pair.answer.text : pair.stored.text);
    m_second->setPlainText(pair.newFirst ? pair.stored.text : pair.answer.text);
}

void BlindBallot::takeFocus()
{
    m_same->setFocus(Qt::OtherFocusReason);
}

void BlindBallot::vote(bool first)
{
    emit voted(first == m_newFirst ? core::QualityVerdict::Better : core::QualityVerdict::Worse);
}

} // namespace ui
