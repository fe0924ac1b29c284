#include "ui/compare/lanefooter.h"

#include "ui/compare/laneheader.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/themedlabel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int kFooterGap = 2;
constexpr int kAroundPills = 8;

} // namespace

LaneFooter::LaneFooter(const Theme &theme, QWidget *parent)
    : Surface(theme, Theme::Token::Panel, Top, parent)
    , m_tokens(new ThemedLabel(theme, {}, Theme::Token::Ink2, this))
    , m_cost(new ThemedLabel(theme, {}, Theme::Token::Ink, this))
    , m_costNote(new ElidedLabel(theme, {}, Theme::Token::Ink3, Qt::ElideRight, this))
    , m_ending(new ElidedLabel(theme, {}, Theme::Token::Ink3, Qt::ElideRight, this))
    , m_badge(new Pill(theme, {}, Theme::Token::Good, this))
    , m_verdict(new Pill(theme, {}, Theme::Token::Accent, this))
    , m_copy(addButton(LaneAction::Copy, QStringLiteral("laneCopy")))
    , m_best(addButton(LaneAction::Best, QStringLiteral("laneBest")))
    , m_diff(addButton(LaneAction::Diff, QStringLiteral("laneDiff")))
    , m_retry(addButton(LaneAction::Retry, QStringLiteral("laneRetry")))
    , m_stop(addButton(LaneAction::Stop, QStringLiteral("laneStop")))
    , m_more(new FlatButton(theme, Icon::More, tr("More for this lane"), this))
{
    m_tokens->setObjectName(QStringLiteral("laneTokens"));
    m_cost->setObjectName(QStringLiteral("laneCost"));
    m_cost->setType(1.0, QFont::DemiBold);
    m_costNote->setObjectName(QStringLiteral("laneCostNote"));
    m_ending->setObjectName(QStringLiteral("laneEnding"));
    m_badge->setObjectName(QStringLiteral("costBadge"));
    m_verdict->setObjectName(QStringLiteral("laneVerdict"));
    m_copy->setToolTip(tr("Copy the answer as Markdown"));
    m_diff->setCheckable(true);
    m_retry->setToolTip(tr("Ask this model again"));
    m_more->setObjectName(QStringLiteral("laneMore"));
    for (ThemedLabel *label : {m_tokens, m_cost})
        label->setFont(Theme::tabularFont(label->font()));
    connect(m_more, &QToolButton::clicked, this,
            [this] { emit menuRequested(m_more->mapToGlobal(QPoint(0, m_more->height()))); });

    auto *const figures = new QHBoxLayout;
    figures->setSpacing(8);
    figures->addWidget(m_tokens);
    figures->addWidget(m_cost);
    figures->addWidget(m_costNote, 1);
    auto *const actions = new QHBoxLayout;
    actions->setSpacing(kFooterGap);
    actions->addWidget(m_ending, 0);
    actions->addSpacing(kAroundPills / 2);
    actions->addWidget(m_badge);
    actions->addSpacing(kAroundPills / 2);
    actions->addWidget(m_verdict);
    actions->addStretch(1);
    for (FlatButton *button : {m_copy, m_best, m_diff, m_retry, m_stop, m_more})
        actions->addWidget(button);
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins(14, 5, 8, 3);
    rows->setSpacing(0);
    rows->addLayout(figures);
    rows->addLayout(actions);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

FlatButton *LaneFooter::addButton(LaneAction action, const QString &name)
{
    auto *const button = new FlatButton(theme(), laneActionText(action), FlatButton::Look::Link, this);
    button->setObjectName(name);
    connect(button, &QToolButton::clicked, this, [this, action] { emit actionRequested(action); });
    return button;
}

void LaneFooter::setTexts(const LaneTexts &texts)
{
    m_tokens->setText(texts.tokens);
    m_tokens->setToolTip(texts.tokenDetails);
    m_cost->setText(texts.cost);
    m_cost->setToolTip(texts.costDetails);
    m_costNote->setFullText(texts.costNote);
    m_costNote->setAccessibleDescription(texts.costDetails);
    m_tokens->setVisible(!texts.tokens.isEmpty());
    m_cost->setVisible(!texts.cost.isEmpty());
    m_ending->setFullText(texts.ending);
    m_ending->setVisible(!texts.ending.isEmpty());
    m_verdict->setText(texts.verdict);
    const bool isBest = texts.chosen.contains(LaneAction::Best);
    m_best->setText(isBest ? tr("Take back") : laneActionText(LaneAction::Best));
    m_best->setToolTip(isBest ? tr("Take the vote for this answer back") : tr("Vote this answer the best"));
    m_best->setAccessibleName(isBest ? tr("Take the vote for %1 back").arg(texts.model)
                                     : tr("%1 has the best answer").arg(texts.model));
    m_actions = texts.actions;
    offer();
}

/// Shows the buttons of what can be done, as many as there is room for: all of it is in the lane's menu too.
/// The badge gives way to a copy and a vote.
void LaneFooter::offer()
{
    const QMargins margins = layout()->contentsMargins();
    int room = width() - margins.left() - margins.right() - m_more->sizeHint().width() - kAroundPills;
    room -= m_ending->fullText().isEmpty() ? 0 : m_ending->minimumSizeHint().width() + kFooterGap;
    const auto place = [&room](QWidget *part, bool wanted) {
        const int width = part->sizeHint().width() + kFooterGap;
        part->setVisible(wanted && (width <= room || part->hasFocus()));
        room -= part->isHidden() ? 0 : width;
    };
    place(m_stop, m_actions.contains(LaneAction::Stop));
    place(m_copy, m_actions.contains(LaneAction::Copy));
    place(m_best, m_actions.contains(LaneAction::Best));
    place(m_verdict, !m_verdict->text().isEmpty());
    place(m_badge, !m_badge->text().isEmpty());
    const bool comparable = m_comparable && m_actions.contains(LaneAction::Diff);
    place(m_diff, comparable);
    place(m_retry, m_actions.contains(LaneAction::Retry) && (!comparable || !m_diff->isHidden()));
}

QSize LaneFooter::minimumSizeHint() const
{
    return {theme().px(240), Surface::minimumSizeHint().height()};
}

void LaneFooter::resizeEvent(QResizeEvent *event)
{
    Surface::resizeEvent(event);
    offer();
}

void LaneFooter::setComparing(bool possible, bool shown)
{
    m_comparable = possible;
    m_diff->setChecked(shown);
    m_diff->setToolTip(shown ? tr("Back to the answers")
                             : tr("Show how this answer differs from the base lane's"));
    offer();
}

void LaneFooter::setBadges(const QList<LaneBadge> &badges)
{
    showBadge(*m_badge, badges, LaneBadge::About::Cost);
    offer();
}

} // namespace ui
