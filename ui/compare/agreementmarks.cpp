#include "ui/compare/agreementmarks.h"

#include "core/base/continuation.h"
#include "core/difference/differencejobs.h"
#include "ui/compare/agreementbar.h"
#include "ui/compare/blocksteps.h"
#include "ui/compare/laneboard.h"
#include "ui/compare/lanecontroller.h"
#include "ui/compare/lanestrip.h"
#include "ui/compare/laneview.h"
#include "ui/markdown/markdownview.h"

#include <QAbstractTextDocumentLayout>
#include <QHelpEvent>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

using namespace std::chrono_literals;

namespace ui {

namespace {

/// Answers change in bursts: marks follow when there is a rest.
constexpr auto kRest = 120ms;

QList<core::TextRange> saidAlone(const QList<core::AgreementPart> &parts)
{
    QList<core::TextRange> alone;
    bool goesOn = false;
    for (const core::AgreementPart &part : parts) {
        if (part.agreeing() == 1 && goesOn)
            alone.last().length = part.range.end() - alone.constLast().begin;
        else if (part.agreeing() == 1)
            alone.append(part.range);
        goesOn = part.agreeing() == 1;
    }
    return alone;
}

QTextEdit::ExtraSelection selection(const MarkdownView &view, const core::TextRange &range)
{
    QTextEdit::ExtraSelection result;
    result.cursor = QTextCursor(view.document());
    const int last = view.document()->characterCount() - 1;
    result.cursor.setPosition(std::min(static_cast<int>(range.begin), last));
    result.cursor.setPosition(std::min(static_cast<int>(range.end()), last), QTextCursor::KeepAnchor);
    return result;
}

} // namespace

core::BlockedText shownText(const MarkdownView &view)
{
    const QString text = view.document()->toPlainText();
    if (view.isRaw())
        return core::blocksOfMarkdown(text);
    core::BlockedText result{text, {}};
    for (QTextBlock block = view.document()->begin(); block.isValid(); block = block.next()) {
        if (block.length() > 1)
            result.blocks.append({block.position(), block.length() - 1,
                                  block.blockFormat().intProperty(CodeLineProperty) != 0});
    }
    return result;
}

AgreementMarks::AgreementMarks(const Theme &theme, LaneBoard &board, LaneStrip &strip, AgreementBar &bar,
                               QObject *parent)
    : QObject(parent), m_theme(theme), m_board(board), m_strip(strip), m_bar(bar)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(kRest);
    connect(&m_delay, &QTimer::timeout, this, &AgreementMarks::update);
    connect(&board, &LaneBoard::laneAdded, this, &AgreementMarks::watch);
    const auto later = [this] {
        if (m_active)
            m_delay.start();
    };
    connect(&board, &LaneBoard::changed, this, later);
    connect(&theme, &Theme::changed, this, later);
    connect(&bar, &AgreementBar::closed, this, [this] { setActive(false); });
    connect(&bar, &AgreementBar::stepRequested, this, &AgreementMarks::step);
}

AgreementMarks::~AgreementMarks()
{
    m_job.cancel();
}

void AgreementMarks::watch(LaneView *lane)
{
    MarkdownView &view = lane->answerView();
    view.viewport()->installEventFilter(this);
    connect(&view, &MarkdownView::rendered, this, [this] {
        if (m_active)
            m_delay.start();
    });
}

QList<AgreementMarks::Marked> AgreementMarks::answers() const
{
    QList<Marked> answers;
    for (int i = 0; i < m_board.count(); ++i) {
        LaneView *const lane = m_strip.lane(i);
        if (!m_board.lane(i).isSettled() || lane->answer().isEmpty())
            continue;
        if (!lane->answerView().isVisible())
            lane->answerView().flush(); // nobody else would render it
        answers.append({lane, shownText(lane->answerView()), {}});
    }
    return answers;
}

void AgreementMarks::setActive(bool active)
{
    if (active && answers().size() < 2) {
        emit nothingToCompare();
        return;
    }
    if (active == m_active)
        return;
    m_active = active;
    if (active) {
        update();
    } else {
        m_delay.stop();
        m_job.cancel();
        clear();
        m_bar.hide();
    }
    emit activeChanged(active);
}

void AgreementMarks::update()
{
    if (!m_active)
        return;
    m_job.cancel();
    m_asked = answers();
    if (m_asked.size() < 2) {
        // An answer is on its way, or the run is gone.
        clear();
        m_bar.hide();
        return;
    }
    const auto sameText = [](const Marked &a, const Marked &b) {
        return a.lane == b.lane && a.text == b.text;
    };
    if (std::equal(m_asked.cbegin(), m_asked.cend(), m_compared.cbegin(), m_compared.cend(), sameText)) {
        for (qsizetype i = 0; i < m_compared.size(); ++i)
            paint(i);
        return;
    }
    QList<core::BlockedText> texts;
    for (const Marked &each : std::as_const(m_asked))
        texts.append(each.text);
    m_job = core::startAgreement(texts);
    core::continued(m_job, this, [this](const core::Agreement &agreement) { take(agreement); });
}

void AgreementMarks::take(const core::Agreement &agreement)
{
    clear();
    m_compared = std::exchange(m_asked, {});
    m_agreement = agreement;
    int disagreements = 0;
    for (qsizetype i = 0; i < m_compared.size(); ++i) {
        m_compared[i].alone = saidAlone(agreement.answers.at(i));
        disagreements += static_cast<int>(m_compared.at(i).alone.size());
        paint(i);
    }
    m_bar.describe(static_cast<int>(m_compared.size()), disagreements);
    m_bar.show();
    if (std::exchange(m_stepWhenMarked, false))
        step(1);
    emit marked();
}

void AgreementMarks::paint(qsizetype index)
{
    const Marked &marked = m_compared.at(index);
    // An edit since then would put the shades at the wrong words; new ones are on their way.
    if (!marked.lane || marked.text.text != marked.lane->answerView().document()->toPlainText())
        return;
    MarkdownView &view = marked.lane->answerView();
    const int lanes = static_cast<int>(m_compared.size());
    QList<QTextEdit::ExtraSelection> selections;
    for (const core::AgreementPart &part : m_agreement.answers.at(index)) {
        QTextEdit::ExtraSelection shade = selection(view, part.range);
        shade.format.setBackground(agreementGround(m_theme, part.agreeing(), lanes));
        if (part.agreeing() == 1) {
            shade.format.setUnderlineStyle(QTextCharFormat::DotLine);
            shade.format.setUnderlineColor(m_theme.colour(Theme::Token::Warn));
        }
        selections.append(shade);
    }
    if (marked.at >= 0) {
        QTextEdit::ExtraSelection here = selection(view, marked.alone.at(marked.at));
        here.format.setUnderlineStyle(QTextCharFormat::SingleUnderline);
        here.format.setUnderlineColor(m_theme.colour(Theme::Token::Accent));
        here.format.setBackground(m_theme.colour(Theme::Token::AccentSoft));
        selections.append(here);
    }
    view.setExtraSelections(selections);
}

void AgreementMarks::clear()
{
    for (const Marked &each : std::as_const(m_compared)) {
        if (each.lane)
            each.lane->answerView().setExtraSelections({});
    }
    m_compared.clear();
    m_agreement = {};
}

void AgreementMarks::step(int by)
{
    if (!m_active) {
        m_stepWhenMarked = true;
        setActive(true);
        m_stepWhenMarked = m_stepWhenMarked && m_active;
        return;
    }
    QStringList places;
    for (qsizetype i = 0; i < m_compared.size(); ++i) {
        Marked &marked = m_compared[i];
        if (!marked.lane || !stepIn(marked, by))
            continue;
        paint(i);
        places.append(tr("%1: %2 of %3")
                          .arg(marked.lane->texts().model, QString::number(marked.at + 1),
                               QString::number(marked.alone.size())));
    }
    if (!places.isEmpty())
        m_bar.setPlace(tr("Alone in %1").arg(places.join(QStringLiteral(", "))));
}

/// True when the lane stands at a passage of its own.
bool AgreementMarks::stepIn(Marked &marked, int by)
{
    MarkdownView &view = marked.lane->answerView();
    QScrollBar &bar = *view.verticalScrollBar();
    const int count = static_cast<int>(marked.alone.size());
    if (count == 0)
        return false;
    const auto topOf = [&](int index) {
        const QTextBlock block = view.document()->findBlock(static_cast<int>(marked.alone.at(index).begin));
        const QTextLine line = block.layout()->lineForTextPosition(
            static_cast<int>(marked.alone.at(index).begin) - block.position());
        const qreal top = view.document()->documentLayout()->blockBoundingRect(block).top()
            + (line.isValid() ? line.y() : 0.0);
        return std::max(0, static_cast<int>(top) - m_theme.px(24));
    };
    int next = marked.at + by;
    if (marked.at < 0 || bar.value() != marked.scrolled) {
        // The reader has scrolled since: go on from what is seen.
        next = by > 0 ? 0 : count - 1;
        while (by > 0 && next < count - 1 && topOf(next) < bar.value())
            ++next;
        while (by < 0 && next > 0 && topOf(next) > bar.value())
            --next;
    }
    marked.at = std::clamp(next, 0, count - 1);
    bar.setValue(topOf(marked.at));
    marked.scrolled = bar.value();
    return true;
}

QString AgreementMarks::wordsAt(const MarkdownView &view, int position) const
{
    for (qsizetype i = 0; i < m_compared.size(); ++i) {
        if (!m_compared.at(i).lane || &m_compared.at(i).lane->answerView() != &view)
            continue;
        for (const core::AgreementPart &part : m_agreement.answers.at(i)) {
            if (position < part.range.begin || position >= part.range.end())
                continue;
            QStringList names;
            for (const int lane : part.lanes)
                names.append(m_compared.at(lane).lane ? m_compared.at(lane).lane->texts().model : QString());
            if (part.agreeing() == 1)
                return tr("Only this lane says this.");
            return tr("%1 of %2 lanes say this: %3")
                .arg(part.agreeing())
                .arg(m_compared.size())
                .arg(names.join(QStringLiteral(", ")));
        }
    }
    return {};
}

bool AgreementMarks::eventFilter(QObject *object, QEvent *event)
{
    if (!m_active || event->type() != QEvent::ToolTip)
        return QObject::eventFilter(object, event);
    const auto *const help = static_cast<QHelpEvent *>(event);
    auto *const view = qobject_cast<MarkdownView *>(object->parent());
    const QString words = view ? wordsAt(*view, view->cursorForPosition(help->pos()).position()) : QString();
    if (words.isEmpty())
        return QObject::eventFilter(object, event);
    QToolTip::showText(help->globalPos(), words, view->viewport());
    return true;
}

} // namespace ui
