#include "ui/compare/replaywindow.h"

#include "ui/compare/lanestrip.h"
#include "ui/compare/laneview.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/themedlabel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMenu>

namespace ui {

namespace {

/// In the order of the segments; 0 is without any wait.
constexpr double kSpeeds[] = {1.0, 10.0, 0.0};

} // namespace

ReplayWindow::ReplayWindow(const CompareContext &context, QWidget *page)
    : InstrumentWindow(context.theme, QStringLiteral("replay"), page), m_context(context)
{
    makeControls();
    m_strip = new LaneStrip(theme(), this);
    content().addWidget(makeNotice());
    content().addWidget(m_strip, 1);
}

ReplayWindow::~ReplayWindow() = default;

void ReplayWindow::makeControls()
{
    m_speed = new SegmentedControl(theme(), this);
    m_speed->setObjectName(QStringLiteral("replaySpeed"));
    m_speed->setAccessibleName(tr("Speed"));
    m_speed->addSegment(tr("1×"), tr("As fast as it was"));
    m_speed->addSegment(tr("10×"), tr("Ten times as fast"));
    m_speed->addSegment(tr("At once"), tr("Without any wait"));
    m_speed->setCurrent(0);
    m_again = new FlatButton(theme(), tr("Play again"), FlatButton::Look::Outlined, this);
    m_again->setObjectName(QStringLiteral("replayAgain"));
    m_again->setThemedIcon(Icon::Play);
    m_again->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_save = new FlatButton(theme(), tr("Save recording …"), FlatButton::Look::Outlined, this);
    m_save->setObjectName(QStringLiteral("replaySave"));
    m_save->setToolTip(tr("A file without keys, to attach to a bug report"));
    controls().addWidget(m_speed);
    controls().addWidget(m_again);
    controls().addWidget(m_save);
    connect(m_speed, &SegmentedControl::currentChanged, this, &ReplayWindow::restart);
    connect(m_again, &QToolButton::clicked, this, &ReplayWindow::restart);
    connect(m_save, &QToolButton::clicked, this, [this] { emit saveRequested(m_attempts); });
}

QWidget *ReplayWindow::makeNotice()
{
    auto *const bar = new Surface(theme(), Theme::Token::Panel2, Bottom, this);
    auto *const row = new QHBoxLayout(bar);
    row->setContentsMargins(kInstrumentSide, 6, kInstrumentSide, 6);
    row->setSpacing(12);
    row->addWidget(new Pill(theme(), tr("Replay"), Theme::Token::Warn, bar));
    auto *const words = new ThemedLabel(
        theme(), tr("A recording is played again: nothing is sent, nothing is paid, nothing is written."),
        Theme::Token::Ink2, bar);
    words->setWordWrap(true);
    row->addWidget(words, 1);
    return bar;
}

double ReplayWindow::speed() const
{
    return kSpeeds[std::max(0, m_speed->current())];
}

void ReplayWindow::play(const QString &source, const QList<core::AttemptRecording> &attempts)
{
    setTitle(tr("Replay"), source);
    m_attempts = attempts;
    m_tracks.clear();
    while (m_strip->count() > 0)
        m_strip->removeLane(m_strip->count() - 1);
    for (qsizetype i = 0; i < attempts.size(); ++i) {
        const auto sameLane = [lane = attempts.at(i).laneId](const core::AttemptRecording &other) {
            return other.laneId == lane && other.recording->ended;
        };
        const bool newest = std::none_of(attempts.cbegin() + i + 1, attempts.cend(), sameLane);
        if (newest && attempts.at(i).recording->ended)
            addTrack(attempts.at(i));
    }
    restart();
    m_strip->setCurrent(0);
    m_again->setFocus(Qt::OtherFocusReason);
}

void ReplayWindow::addTrack(const core::AttemptRecording &attempt)
{
    auto *const view = new LaneView(theme(), m_context.colours, m_context.markdown);
    m_strip->addLane(view);
    m_tracks.push_back(std::make_unique<Track>());
    Track *const track = m_tracks.back().get();
    track->attempt = attempt;
    track->view = view;
    track->replay = std::make_unique<core::Replay>(attempt.recording);
    connect(track->replay.get(), &core::Replay::appended, this,
            [track](const QString &text, const QString &reasoning) {
                track->shownText += text.size();
                track->view->append(text, reasoning);
            });
    connect(track->replay.get(), &core::Replay::changed, this, [this, track] { presentTrack(*track); });
    connect(track->replay.get(), &core::Replay::finished, this, [this, track] { noteFinished(*track); });
    connect(view, &LaneView::actionRequested, this,
            [this, track](LaneAction action) { perform(*track, static_cast<int>(action)); });
    connect(view, &LaneView::menuOpening, this, [this, track](QMenu *menu) {
        menu->addSeparator();
        menu->addAction(tr("Request and response"), this,
                        [this, track] { emit inspectRequested(track->attempt); });
    });
}

void ReplayWindow::restart()
{
    for (const auto &track : m_tracks) {
        track->shownText = 0;
        track->view->clearAnswer();
        track->replay->start(speed());
    }
}

void ReplayWindow::presentTrack(const Track &track)
{
    LaneFacts facts;
    facts.replayed = true;
    facts.live = false;
    facts.state.target.name = {track.attempt.account, track.attempt.model};
    facts.state.attempts = track.attempt.number;
    facts.state.completion = track.replay->completion();
    facts.info.id = track.attempt.model;
    track.view->present(facts);
}

void ReplayWindow::noteFinished(Track &track)
{
    const core::Completion &whole = track.replay->completion();
    if (whole.text.size() != track.shownText) // an endpoint that cannot stream gives the answer at the end
        track.view->setAnswer(whole.text, whole.reasoning);
    track.view->finishAnswer();
    if (!isPlaying())
        emit finished();
}

bool ReplayWindow::isPlaying() const
{
    return std::any_of(m_tracks.cbegin(), m_tracks.cend(),
                       [](const auto &track) { return !track->replay->isFinished(); });
}

void ReplayWindow::perform(const Track &track, int action)
{
    switch (static_cast<LaneAction>(action)) {
    case LaneAction::Copy:
        QGuiApplication::clipboard()->setText(track.view->answer());
        return;
    case LaneAction::CopyPlain:
        QGuiApplication::clipboard()->setText(track.view->plainAnswer());
        return;
    case LaneAction::Maximise: {
        const int index = m_strip->indexOf(track.view);
        m_strip->setMaximised(m_strip->maximised() == index ? -1 : index);
        return;
    }
    default:
        return;
    }
}

} // namespace ui
