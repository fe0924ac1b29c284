#include "ui/compare/raceclockwindow.h"

#include "ui/compare/lanewords.h"
#include "ui/compare/racetrack.h"
#include "ui/widgets/keyvaluegrid.h"
#include "ui/widgets/quietcheck.h"
#include "ui/widgets/themedlabel.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QScrollArea>

namespace ui {

namespace {

QString milliseconds(double ms)
{
    return LaneWords::tr("%1 ms").arg(QLocale().toString(ms, 'f', ms < 10.0 ? 2 : 1));
}

QString medianAndMost(QList<double> values)
{
    std::sort(values.begin(), values.end());
    return LaneWords::tr("median %1, longest %2")
        .arg(milliseconds(values.at(values.size() / 2)), milliseconds(values.constLast()));
}

/// A piece of a bar as the legend shows it.
class Swatch final : public QWidget
{
public:
    Swatch(const Theme &theme, core::RacePhase phase, QWidget *parent)
        : QWidget(parent), m_theme(theme), m_phase(phase)
    {
        setFixedSize(theme.px(18), theme.px(10));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        RaceTrack::drawPhase(painter, rect(), m_phase, m_theme);
    }

private:
    const Theme &m_theme;
    const core::RacePhase m_phase;
};

} // namespace

QList<OwnDelayRow> ownDelayRows(const RaceFacts &facts)
{
    QList<OwnDelayRow> rows;
    QList<double> sent;
    double queue = 0.0;
    double decode = 0.0;
    bool measured = false;
    const QList<core::RaceLane> lanes = core::raceLanes(facts.lanes, facts.recorded, facts.nowNs);
    for (const core::RaceLane &lane : lanes) {
        if (!lane.own)
            continue;
        measured = true;
        queue = std::max(queue, lane.own->queue);
        decode = std::max(decode, lane.own->decode);
        if (lane.own->sent && lane.warm)
            sent.append(*lane.own->sent);
    }
    if (facts.preconnectMs)
        rows.append(
            {LaneWords::tr("Connections opened first"), milliseconds(*facts.preconnectMs),
             LaneWords::tr("From the first connection begun to the last one open or failed, before any "
                           "lane was released.")});
    if (const std::optional<double> spread = core::releaseSpreadMs(facts.lanes))
        rows.append(
            {LaneWords::tr("Lanes released within"), milliseconds(*spread),
             LaneWords::tr("Between the first and the last dispatch of lanes that had not to wait for "
                           "a slot.")});
    if (!sent.isEmpty())
        rows.append({LaneWords::tr("Dispatch until the request is written"), medianAndMost(sent),
                     LaneWords::tr("On open connections, as the HTTP library says that it wrote the request; "
                                   "on a fresh one it holds the connecting.")});
    if (measured) {
        rows.append({LaneWords::tr("Waiting in the network thread, longest"), milliseconds(queue),
                     LaneWords::tr("Whenever bytes come an event is posted to the same thread; this is how "
                                   "long one of them waited.")});
        rows.append({LaneWords::tr("Decoding before the stamp, longest"), milliseconds(decode),
                     LaneWords::tr("From taking bytes over until what they say was decoded and stamped.")});
    }
    if (!facts.windowDelays.isEmpty())
        rows.append({LaneWords::tr("Until the window has the text"), medianAndMost(facts.windowDelays),
                     LaneWords::tr("From the stamp of the newest text to its arrival in the window's thread; "
                                   "not part of any time above. Drawing comes after it.")});
    return rows;
}

RaceClockWindow::RaceClockWindow(const Theme &theme, QWidget *page)
    : InstrumentWindow(theme, QStringLiteral("raceClock"), page)
    , m_track(new RaceTrack(theme))
    , m_words(new ThemedLabel(theme, {}, Theme::Token::Ink, this))
{
    auto *const scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("raceScroll"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(m_track);
    m_words->setObjectName(QStringLiteral("raceWords"));
    m_words->setContentsMargins(kInstrumentSide, 8, kInstrumentSide, 8);
    m_words->setWordWrap(true);
    m_words->setMinimumHeight(theme.px(36));
    content().addWidget(makeLegend());
    content().addWidget(scroll, 1);
    content().addWidget(m_words);
    content().addWidget(makeFoot());
    connect(m_track, &RaceTrack::described, m_words, &QLabel::setText);
}

QWidget *RaceClockWindow::makeLegend()
{
    using core::RacePhase;
    auto *const legend = new Surface(theme(), Theme::Token::Panel2, Bottom, this);
    auto *const row = new QHBoxLayout(legend);
    row->setContentsMargins(kInstrumentSide, 8, kInstrumentSide, 8);
    row->setSpacing(6);
    for (const RacePhase phase : {RacePhase::Queued, RacePhase::Connecting, RacePhase::Headers,
                                  RacePhase::FirstToken, RacePhase::Reasoning, RacePhase::Text}) {
        row->addWidget(new Swatch(theme(), phase, legend));
        row->addWidget(new ThemedLabel(theme(), RaceTrack::phaseName(phase), Theme::Token::Ink2, legend));
        row->addSpacing(10);
    }
    row->addStretch(1);
    return legend;
}

QWidget *RaceClockWindow::makeFoot()
{
    auto *const foot = new Surface(theme(), Theme::Token::Panel, Top, this);
    auto *const rows = new QVBoxLayout(foot);
    rows->setContentsMargins(kInstrumentSide, 12, kInstrumentSide, 12);
    rows->setSpacing(8);
    auto *const head = new ThemedLabel(theme(), tr("What Switchyard itself adds"), Theme::Token::Ink, foot);
    head->setType(1.0, QFont::DemiBold);
    m_own = new KeyValueGrid(theme(), foot);
    m_own->setObjectName(QStringLiteral("raceOwn"));
    auto *const limit = new ThemedLabel(theme(),
                                        tr("The way from the network card to the program cannot be seen from "
                                           "here and is part of every time."),
                                        Theme::Token::Ink2, foot);
    limit->setWordWrap(true);
    m_preconnect = new QCheckBox(tr("&Open all connections first and release the lanes together"), foot);
    m_preconnect->setObjectName(QStringLiteral("racePreconnect"));
    m_preconnect->setToolTip(tr("From the next run on; connecting is then no part of any lane's times"));
    rows->addWidget(head);
    rows->addWidget(m_own);
    rows->addWidget(limit);
    rows->addWidget(m_preconnect);
    connect(m_preconnect, &QCheckBox::toggled, this, &RaceClockWindow::preconnectChosen);
    return foot;
}

void RaceClockWindow::setPreconnect(bool on)
{
    setCheckedQuietly(m_preconnect, on);
}

void RaceClockWindow::setFacts(const QString &source, const RaceFacts &facts)
{
    setTitle(tr("Race clock"), source);
    m_track->setLanes(core::raceLanes(facts.lanes, facts.recorded, facts.nowNs));
    if (m_track->description().isEmpty())
        m_words->setText(facts.lanes.isEmpty()
                             ? tr("Send a prompt: its lanes run here.")
                             : tr("Point at a bar, or go there with the arrow keys, to read its times."));
    QList<OwnDelayRow> rows = ownDelayRows(facts);
    if (rows.isEmpty())
        rows.append({tr("Nothing was measured of this run"), {}, {}});
    if (rows == m_rows)
        return;
    m_rows = rows;
    m_own->clear();
    for (const OwnDelayRow &row : std::as_const(m_rows))
        m_own->addRow(row.name, row.value, row.method);
}

} // namespace ui
