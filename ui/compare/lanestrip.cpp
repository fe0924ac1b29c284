#include "ui/compare/lanestrip.h"

#include "ui/compare/laneview.h"
#include "ui/markdown/markdownview.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QPainter>
#include <QScrollBar>
#include <QSplitter>

namespace ui {

namespace {

/// The border between two lanes: a line of one pixel that is easier to grab than it looks.
class LaneBorder : public QSplitterHandle
{
public:
    LaneBorder(const Theme &theme, QSplitter *splitter)
        : QSplitterHandle(Qt::Horizontal, splitter), m_theme(theme)
    {
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(contentsRect(), m_theme.colour(Theme::Token::Line));
    }

private:
    const Theme &m_theme;
};

class LaneSplitter : public QSplitter
{
public:
    LaneSplitter(const Theme &theme, QWidget *parent) : QSplitter(Qt::Horizontal, parent), m_theme(theme) { }

protected:
    QSplitterHandle *createHandle() override { return new LaneBorder(m_theme, this); }

private:
    const Theme &m_theme;
};

} // namespace

LaneStrip::LaneStrip(const Theme &theme, QWidget *parent)
    : QScrollArea(parent), m_theme(theme), m_splitter(new LaneSplitter(theme, this))
{
    setObjectName(QStringLiteral("laneStrip"));
    setAccessibleName(tr("Lanes"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    m_splitter->setObjectName(QStringLiteral("laneSplitter"));
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    setWidget(m_splitter);
    connect(m_splitter, &QSplitter::splitterMoved, this, &LaneStrip::widthsChanged);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { noteFocus(now); });
}

LaneStrip::~LaneStrip()
{
    disconnect(qApp, nullptr, this, nullptr); // a lane that goes with its focus must not call back
}

QSize LaneStrip::sizeHint() const
{
    return {m_theme.px(640), m_theme.px(320)};
}

void LaneStrip::addLane(LaneView *view)
{
    m_splitter->addWidget(view);
    m_splitter->setStretchFactor(m_splitter->indexOf(view), 1);
    m_lanes.append(view);
    if (m_maximised >= 0)
        setMaximised(-1);
    number();
    equalise();
    if (m_current < 0)
        setCurrent(0);
}

void LaneStrip::removeLane(int index)
{
    LaneView *const view = m_lanes.takeAt(index);
    view->hide();
    view->setParent(this); // out of the splitter, but not out of the strip: it may be the sender
    view->deleteLater();
    m_maximised = -1;
    for (LaneView *lane : std::as_const(m_lanes)) {
        lane->show();
        lane->setMaximised(false);
    }
    number();
    const int next = std::min(m_current, count() - 1);
    m_current = -1;
    setCurrent(next);
}

void LaneStrip::moveLane(int from, int to)
{
    m_splitter->insertWidget(to, m_lanes.at(from));
    m_lanes.move(from, to);
    number();
    m_current = -1;
    setCurrent(to);
}

int LaneStrip::indexOf(const LaneView *view) const
{
    return static_cast<int>(m_lanes.indexOf(view));
}

void LaneStrip::number()
{
    for (int i = 0; i < count(); ++i) {
        m_lanes.at(i)->setNumber(i + 1);
        // A splitter puts a new child below the others, which reads backwards to assistive technology.
        m_lanes.at(i)->raise();
    }
    for (int i = 0; i < m_splitter->count(); ++i)
        m_splitter->handle(i)->raise();
}

void LaneStrip::setCurrent(int index)
{
    if (index == m_current)
        return;
    m_current = index;
    for (int i = 0; i < count(); ++i)
        m_lanes.at(i)->setCurrent(i == index && count() > 1);
    emit currentChanged(index);
}

void LaneStrip::noteFocus(QWidget *now)
{
    for (int i = 0; i < count(); ++i) {
        if (m_lanes.at(i)->isAncestorOf(now))
            return setCurrent(i);
    }
}

void LaneStrip::focusCurrent()
{
    LaneView *const view = lane(m_current);
    if (!view)
        return;
    if (m_maximised >= 0 && m_maximised != m_current)
        setMaximised(m_current);
    ensureWidgetVisible(view, 0, 0);
    MarkdownView &answer = view->answerView();
    if (answer.isVisible())
        answer.setFocus(Qt::OtherFocusReason);
    else
        view->setFocus(Qt::OtherFocusReason);
}

void LaneStrip::setMaximised(int index)
{
    m_maximised = index;
    for (int i = 0; i < count(); ++i) {
        m_lanes.at(i)->setVisible(index < 0 || i == index);
        m_lanes.at(i)->setMaximised(i == index);
    }
    if (index >= 0)
        setCurrent(index);
}

QByteArray LaneStrip::saveState() const
{
    return m_splitter->saveState();
}

void LaneStrip::restoreState(const QByteArray &state)
{
    // A state of another number of lanes is of no use.
    QSplitter probe;
    for (int i = 0; i < count(); ++i)
        probe.addWidget(new QWidget);
    if (probe.restoreState(state) && probe.sizes().count(0) == 0)
        m_splitter->setSizes(probe.sizes());
}

void LaneStrip::equalise()
{
    m_splitter->setSizes(QList<int>(count(), 1'000));
}

} // namespace ui
