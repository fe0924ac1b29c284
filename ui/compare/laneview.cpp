#include "ui/compare/laneview.h"

#include "core/settings/lineupstore.h"
#include "ui/compare/foldtoggle.h"
#include "ui/compare/lanearrangement.h"
#include "ui/compare/lanefooter.h"
#include "ui/compare/laneheader.h"
#include "ui/markdown/markdownview.h"
#include "ui/theme/markdowntheme.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/themedlabel.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QMenu>
#include <QScrollBar>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int kSide = 14;

} // namespace

LaneView::LaneView(const Theme &theme, ModelColours &colours, MarkdownServices &markdown, QWidget *parent)
    : Surface(theme, Theme::Token::Panel, NoSide, parent)
    , m_header(new LaneHeader(theme, colours, this))
    , m_footer(new LaneFooter(theme, this))
    , m_top(new QWidget(this))
    , m_turnsToggle(new FoldToggle(theme, m_top))
    , m_turns(new TranscriptView(theme, markdown, this))
    , m_turnsEnd(new Separator(theme, Qt::Horizontal, this))
    , m_reasoningToggle(new FoldToggle(theme, m_top))
    , m_reasoning(makeAnswerView(markdown, QStringLiteral("laneReasoning")))
    , m_reasoningEnd(new Separator(theme, Qt::Horizontal, this))
    , m_answer(makeAnswerView(markdown, QStringLiteral("laneAnswer")))
    , m_idle(new ThemedLabel(theme, {}, Theme::Token::Ink2, this))
{
    setObjectName(QStringLiteral("lane"));
    m_turnsToggle->setObjectName(QStringLiteral("laneTurnsToggle"));
    m_turnsToggle->setToolTip(tr("Show or hide the earlier turns (Ctrl+H)"));
    m_reasoningToggle->setObjectName(QStringLiteral("laneReasoningToggle"));
    m_reasoningToggle->setToolTip(tr("Show or hide what the model thought first"));
    m_idle->setObjectName(QStringLiteral("laneIdle"));
    m_idle->setWordWrap(true);
    m_idle->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_idle->setContentsMargins(kSide - 4, 12, kSide, 0);
    m_messages = new QVBoxLayout;
    m_messages->setSpacing(8);
    auto *const top = new QVBoxLayout(m_top);
    top->setContentsMargins(kSide, 10, kSide, 6);
    top->setSpacing(8);
    top->addWidget(m_turnsToggle);
    top->addLayout(m_messages);
    top->addWidget(m_reasoningToggle);
    m_bodies = new QVBoxLayout;
    m_bodies->setContentsMargins(4, 0, 0, 0);
    m_bodies->setSpacing(4);
    m_bodies->addWidget(m_turns, 4);
    m_bodies->addWidget(m_turnsEnd);
    m_bodies->addWidget(m_reasoning, 2);
    m_bodies->addWidget(m_reasoningEnd);
    m_bodies->addWidget(m_answer, 5);
    m_bodies->addWidget(m_idle, 5);
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->setSpacing(0);
    rows->addWidget(m_header);
    rows->addWidget(m_top);
    rows->addLayout(m_bodies, 1);
    rows->addWidget(m_footer);
    connect(m_turnsToggle, &QToolButton::toggled, this, &LaneView::showTurns);
    connect(m_turns, &TranscriptView::linkActivated, this, &LaneView::linkActivated);
    connect(m_reasoningToggle, &QToolButton::toggled, this, &LaneView::showReasoning);
    connect(m_footer, &LaneFooter::actionRequested, this, &LaneView::actionRequested);
    connect(m_footer, &LaneFooter::menuRequested, this, qOverload<const QPoint &>(&LaneView::openMenu));
    connect(m_header, &LaneHeader::maximiseRequested, this,
            [this] { emit actionRequested(m_tornOff ? LaneAction::TearOff : LaneAction::Maximise); });
    connect(m_header, &LaneHeader::inspectRequested, this, &LaneView::inspectRequested);
    connect(m_header, &LaneHeader::pressed, this, &LaneView::headPressed);
    connect(&theme, &Theme::changed, this, &LaneView::applyTheme);
    m_reasoning->hide();
    m_reasoningToggle->hide();
    applyTheme();
    arrange();
}

MarkdownView *LaneView::makeAnswerView(MarkdownServices &services, const QString &name)
{
    auto *const view = new MarkdownView(services, this);
    view->setObjectName(name);
    view->setFrameShape(QFrame::NoFrame);
    connect(view, &MarkdownView::linkActivated, this, &LaneView::linkActivated);
    return view;
}

void LaneView::applyTheme()
{
    setMinimumWidth(theme().px(kNarrowestLane));
    const MarkdownStyle style = markdownStyle(theme());
    m_answer->setStyle(style);
    MarkdownStyle quiet = style;
    quiet.ink = style.secondary;
    m_reasoning->setStyle(quiet);
    m_idle->setFont(theme().font());
}

void LaneView::setNumber(int number)
{
    m_number = number;
    setAccessibleName(tr("Lane %1, %2").arg(m_number).arg(m_texts.spoken));
}

void LaneView::present(const LaneFacts &facts)
{
    const LaneTexts texts = laneTexts(facts);
    const bool sameShape = texts == m_texts && facts.idle == m_facts.idle && facts.info == m_facts.info;
    m_facts = facts;
    if (sameShape)
        return;
    m_texts = texts;
    m_header->setTexts(texts, facts.idle);
    m_header->setInspectable(!facts.idle && !facts.replayed && !texts.anonymous);
    m_footer->setTexts(texts);
    m_reasoningToggle->setText(texts.reasoning);
    m_idle->setText(facts.withheld   ? tr("Answers are shown together once all have ended, so that speed "
                                            "does not tell whose they are.")
                        : facts.idle ? modelFacts(facts.info).join(QLatin1Char('\n'))
                                     : QString());
    setAccessibleName(tr("Lane %1, %2").arg(m_number).arg(texts.spoken));
    m_answer->setAccessibleName(tr("Answer of %1").arg(texts.model));
    m_reasoning->setAccessibleName(tr("Reasoning of %1").arg(texts.model));
    presentNotices();
    arrange();
    emit described();
}

void LaneView::presentNotices()
{
    // A countdown changes a panel's words every second; its buttons stay, or they would lose the focus.
    while (m_panels.size() > m_texts.notices.size()) {
        m_panels.takeLast()->deleteLater();
        m_notices.removeLast();
    }
    for (qsizetype i = 0; i < m_texts.notices.size(); ++i) {
        const LaneNotice &notice = m_texts.notices.at(i);
        if (i == m_panels.size()) {
            m_panels.append(new MessagePanel(theme(), m_top));
            m_panels.constLast()->setObjectName(QStringLiteral("laneNotice"));
            m_messages->addWidget(m_panels.constLast());
            m_notices.append(LaneNotice{});
        }
        if (m_notices.at(i) == notice)
            continue;
        MessagePanel *const panel = m_panels.at(i);
        if (m_notices.at(i).actions != notice.actions) {
            panel->clearActions();
            for (const LaneAction action : notice.actions) {
                FlatButton *const button = panel->addAction(laneActionText(action, m_facts));
                button->setObjectName(QStringLiteral("noticeAction"));
                connect(button, &QToolButton::clicked, this,
                        [this, action] { emit actionRequested(action); });
            }
        }
        panel->setMessage(notice.kind, notice.title, notice.words, notice.next);
        m_notices[i] = notice;
    }
}

void LaneView::arrange()
{
    const bool hasAnswer = !m_answer->markdown().isEmpty();
    const bool thinking = !m_texts.reasoning.isEmpty();
    m_reasoningToggle->setVisible(thinking);
    m_turnsToggle->setVisible(!m_earlier.isEmpty());
    m_turns->setVisible(!m_earlier.isEmpty() && m_turnsToggle->isChecked());
    m_turnsEnd->setVisible(m_turns->isVisibleTo(this));
    m_top->setVisible(thinking || !m_panels.isEmpty() || !m_earlier.isEmpty());
    m_reasoningToggle->setEnabled(!m_reasoningText.isEmpty());
    const bool unfolded = thinking && m_reasoningToggle->isChecked() && !m_reasoningText.isEmpty();
    m_reasoning->setVisible(unfolded);
    m_reasoningEnd->setVisible(unfolded);
    // The answer's room stays while something may come; an idle lane says what is known of its model.
    m_idle->setVisible(m_facts.idle || m_facts.withheld
                       || (!hasAnswer && core::isSettled(m_facts.state.status())));
    m_answer->setVisible(!m_standIn && !m_idle->isVisibleTo(this));
}

void LaneView::setBadges(const QList<LaneBadge> &badges)
{
    m_header->setBadges(badges);
    m_footer->setBadges(badges);
}

void LaneView::clearAnswer()
{
    m_answer->clear();
    m_reasoning->clear();
    m_reasoningText.clear();
    m_reasoningToggle->setChecked(false);
    setBadges({});
    arrange();
}

void LaneView::append(const QString &text, const QString &reasoning)
{
    if (!reasoning.isEmpty()) {
        m_reasoningText += reasoning;
        if (m_reasoningToggle->isChecked())
            m_reasoning->appendMarkdown(reasoning);
    }
    if (!text.isEmpty())
        m_answer->appendMarkdown(text);
}

void LaneView::setAnswer(const QString &text, const QString &reasoning)
{
    clearAnswer();
    m_answer->setMarkdownText(text);
    m_answer->flush();
    m_answer->verticalScrollBar()->setValue(0); // read from the beginning, not followed
    m_reasoningText = reasoning;
    arrange();
}

void LaneView::finishAnswer()
{
    m_answer->finish();
    if (m_reasoningToggle->isChecked())
        m_reasoning->finish();
    arrange();
}

bool LaneView::isReasoningShown() const
{
    return m_reasoningToggle->isChecked();
}

void LaneView::showReasoning(bool shown)
{
    m_reasoningToggle->setChecked(shown);
    if (shown && core::isSettled(m_facts.state.status())) {
        m_reasoning->setMarkdownText(m_reasoningText);
        m_reasoning->flush();
        m_reasoning->verticalScrollBar()->setValue(0);
    } else if (shown) {
        m_reasoning->clear();
        m_reasoning->appendMarkdown(m_reasoningText);
    } else {
        m_reasoning->clear();
    }
    arrange();
}

void LaneView::setTurns(const QList<LaneTurn> &turns)
{
    if (turns == m_earlier)
        return;
    m_earlier = turns;
    m_turnsToggle->setText(tr("%n earlier turns", nullptr, static_cast<int>(turns.size())));
    if (m_turnsToggle->isChecked())
        m_turns->setTurns(turns);
    arrange();
}

bool LaneView::areTurnsShown() const
{
    return m_turnsToggle->isChecked();
}

void LaneView::showTurns(bool shown)
{
    m_turnsToggle->setChecked(shown);
    if (shown)
        m_turns->setTurns(m_earlier);
    arrange();
    emit turnsShown(shown);
}

QString LaneView::answer() const
{
    return m_answer->markdown();
}

QString LaneView::plainAnswer() const
{
    m_answer->flush();
    return m_answer->toPlainText();
}

void LaneView::setRaw(bool raw)
{
    m_answer->setRaw(raw);
    m_reasoning->setRaw(raw);
}

void LaneView::setCurrent(bool current)
{
    m_header->setCurrent(current);
}

void LaneView::setBase(bool base)
{
    m_header->setBase(base);
}

void LaneView::setComparing(bool possible, bool shown)
{
    m_footer->setComparing(possible, shown);
}

void LaneView::setStandIn(QWidget *view)
{
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    if (m_standIn) {
        m_standIn->hide();
        m_standIn->deleteLater();
    }
    m_standIn = view;
    setFocusProxy(view);
    if (view) {
        m_bodies->addWidget(view, 5);
        view->show();
    }
    arrange();
    if (hadFocus)
        (view ? view : m_answer)->setFocus(Qt::OtherFocusReason);
}

void LaneView::setMaximised(bool maximised)
{
    m_maximised = maximised;
    m_header->setMaximised(maximised);
}

void LaneView::setTornOff(bool tornOff)
{
    m_tornOff = tornOff;
    m_header->setTornOff(tornOff);
}

QMenu *LaneView::makeRepeatMenu(QWidget *parent)
{
    auto *const menu = new QMenu(tr("Repeat"), parent);
    menu->setObjectName(QStringLiteral("repeatMenu"));
    for (int times = 1; times <= core::LineUpTarget::kMostRepeats; ++times) {
        QAction *const entry = menu->addAction(times == 1 ? tr("Ask once") : tr("×%1").arg(times), this,
                                               [this, times] { emit repeatRequested(times); });
        entry->setCheckable(true);
        entry->setChecked(times == m_facts.repeats);
    }
    return menu;
}

void LaneView::openMenu(const QPoint &globalPosition)
{
    auto *const menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("laneMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const LaneAction action : m_texts.actions) {
        QString text = laneActionText(action, m_facts);
        if (action == LaneAction::Maximise && m_maximised)
            text = tr("Show all lanes");
        if (action == LaneAction::TearOff && m_tornOff)
            text = tr("Put the lane back");
        if (action == LaneAction::Maximise && m_tornOff)
            continue;
        if (action == LaneAction::Best || action == LaneAction::Swap || action == LaneAction::Maximise
            || action == LaneAction::Remove)
            menu->addSeparator();
        QAction *const entry = menu->addAction(text, this, [this, action] { emit actionRequested(action); });
        entry->setCheckable(action == LaneAction::Best || action == LaneAction::ThumbUp
                            || action == LaneAction::ThumbDown);
        entry->setChecked(m_texts.chosen.contains(action));
        if (action == LaneAction::Parameters)
            menu->addMenu(makeRepeatMenu(menu));
    }
    emit menuOpening(menu);
    menu->popup(globalPosition);
}

void LaneView::openMenu()
{
    openMenu(m_header->mapToGlobal(QPoint(kSide, m_header->height())));
}

void LaneView::contextMenuEvent(QContextMenuEvent *event)
{
    openMenu(event->globalPos());
}

} // namespace ui
