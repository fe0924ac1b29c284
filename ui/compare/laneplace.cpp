#include "ui/compare/laneplace.h"

#include "ui/compare/laneview.h"
#include "ui/compare/repeatbar.h"

#include <QPainter>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int kFrame = 2;

/// The frame of a selected place, above all that is in it and in nobody's way.
class SelectionFrame : public QWidget
{
public:
    SelectionFrame(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const int width = m_theme.px(kFrame);
        QRegion ring(rect());
        ring -= rect().adjusted(width, width, -width, -width);
        painter.setClipRegion(ring);
        painter.fillRect(rect(), m_theme.colour(Theme::Token::Accent));
    }

private:
    const Theme &m_theme;
};

} // namespace

LanePlace::LanePlace(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_bar(new RepeatBar(theme, this))
    , m_frame(new SelectionFrame(theme, this))
{
    setObjectName(QStringLiteral("lanePlace"));
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->setSpacing(0);
    rows->addWidget(m_bar);
    m_bar->hide();
    m_frame->hide();
}

void LanePlace::add(LaneView *view)
{
    auto *const rows = static_cast<QVBoxLayout *>(layout());
    rows->insertWidget(static_cast<int>(m_lanes.size()), view, 1);
    m_lanes.append(view);
    view->setVisible(!m_shown);
    if (!m_shown)
        m_shown = view;
    m_bar->setVisible(m_lanes.size() > 1);
    m_frame->raise();
}

void LanePlace::take(LaneView *view)
{
    m_lanes.removeOne(view);
    layout()->removeWidget(view);
    view->hide();
    if (view == m_shown) {
        m_shown = nullptr;
        if (!m_lanes.isEmpty())
            setShown(m_lanes.constFirst());
    }
    m_bar->setVisible(m_lanes.size() > 1);
}

void LanePlace::setShown(LaneView *view)
{
    if (view == m_shown)
        return;
    if (m_shown)
        m_shown->hide();
    m_shown = view;
    m_shown->show();
}

void LanePlace::setSelected(bool selected)
{
    m_selected = selected;
    m_frame->setVisible(selected);
    for (LaneView *lane : std::as_const(m_lanes))
        lane->setAccessibleDescription(selected ? tr("selected") : QString());
}

void LanePlace::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_frame->setGeometry(rect());
}

} // namespace ui
