#include "ui/compare/votebar.h"

#include "ui/widgets/flatbutton.h"
#include "ui/widgets/themedlabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>

namespace ui {

namespace {

constexpr int kNoteWidth = 260;
constexpr int kLeastNoteWidth = 140;
constexpr int kLongestNote = 2'000;

} // namespace

VoteBar::VoteBar(const Theme &theme, QWidget *parent)
    : Surface(theme, Theme::Token::Panel, Bottom, parent)
    , m_text(new ThemedLabel(theme, {}, Theme::Token::Ink2, this))
    , m_tie(new FlatButton(theme, tr("Tie"), FlatButton::Look::Outlined, this))
    , m_allBad(new FlatButton(theme, tr("All bad"), FlatButton::Look::Outlined, this))
    , m_takeBack(new FlatButton(theme, tr("Take back"), FlatButton::Look::Link, this))
    , m_reveal(new FlatButton(theme, tr("Show names"), FlatButton::Look::Link, this))
    , m_note(new QLineEdit(this))
    , m_close(new FlatButton(theme, Icon::Close, tr("Close the vote's bar"), this))
{
    setObjectName(QStringLiteral("voteBar"));
    m_text->setObjectName(QStringLiteral("voteText"));
    m_text->setWordWrap(true);
    m_tie->setObjectName(QStringLiteral("voteTie"));
    m_tie->setToolTip(tr("None of the answers is better than the others"));
    m_allBad->setObjectName(QStringLiteral("voteAllBad"));
    m_allBad->setToolTip(tr("None of the answers is of use"));
    m_takeBack->setObjectName(QStringLiteral("takeVoteBack"));
    m_reveal->setObjectName(QStringLiteral("revealNames"));
    m_reveal->setToolTip(tr("Show names and figures without a vote"));
    m_note->setObjectName(QStringLiteral("voteNote"));
    m_note->setAccessibleName(tr("Note on the vote"));
    m_note->setPlaceholderText(tr("Note: why?"));
    m_note->setMaxLength(kLongestNote);
    m_note->setMinimumWidth(theme.px(kLeastNoteWidth));
    m_note->setMaximumWidth(theme.px(kNoteWidth));
    m_close->setObjectName(QStringLiteral("closeVoteBar"));
    auto *const row = new QHBoxLayout(this);
    row->setContentsMargins(16, 5, 10, 5);
    row->setSpacing(8);
    row->addWidget(m_text, 4);
    for (QWidget *const part : QList<QWidget *>{m_tie, m_allBad, m_takeBack, m_reveal, m_note, m_close})
        row->addWidget(part);
    row->setStretchFactor(m_note, 1);
    connect(m_tie, &QToolButton::clicked, this, &VoteBar::tieChosen);
    connect(m_allBad, &QToolButton::clicked, this, &VoteBar::allBadChosen);
    connect(m_takeBack, &QToolButton::clicked, this, &VoteBar::takeBackChosen);
    connect(m_reveal, &QToolButton::clicked, this, &VoteBar::revealChosen);
    connect(m_note, &QLineEdit::editingFinished, this, [this] {
        m_note->setModified(false);
        emit noteWritten(note());
    });
    connect(m_close, &QToolButton::clicked, this, [this] {
        hide();
        emit closed();
    });
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    hide();
}

void VoteBar::setState(const VoteBarState &state)
{
    m_state = state;
    QString text = state.vote;
    if (state.hidden && state.running)
        text = tr("Blind: the answers appear together once all have ended.");
    else if (state.hidden)
        text = tr("Blind: which answer is best? Names, order and figures are hidden until then; what answers "
                  "say of themselves is masked by a list of phrases, as far as that goes.");
    else if (text.isEmpty())
        text = tr("No vote on these answers yet.");
    m_text->setText(text);
    m_tie->setEnabled(state.canTie);
    m_allBad->setEnabled(state.canAllBad);
    m_takeBack->setVisible(!state.vote.isEmpty());
    m_reveal->setVisible(state.hidden);
    m_close->setVisible(!state.hidden);
}

void VoteBar::setNote(const QString &note)
{
    if (note != m_note->text())
        m_note->setText(note);
}

QString VoteBar::note() const
{
    return m_note->text().trimmed();
}

bool VoteBar::isNoteEdited() const
{
    return m_note->hasFocus() && m_note->isModified();
}

void VoteBar::focusNote()
{
    show();
    m_note->setFocus(Qt::OtherFocusReason);
}

void VoteBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_state.hidden) {
        m_close->click();
        return;
    }
    Surface::keyPressEvent(event);
}

} // namespace ui
