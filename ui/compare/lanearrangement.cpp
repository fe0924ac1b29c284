#include "ui/compare/lanearrangement.h"

#include "ui/theme/theme.h"
#include "ui/widgets/surface.h"

#include <QGridLayout>
#include <QPainter>
#include <QSplitter>

#include <cmath>

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

    QSize minimumSizeHint() const override
    {
        return QSplitter::minimumSizeHint().expandedTo({0, m_theme.px(kLowestLane)});
    }

protected:
    QSplitterHandle *createHandle() override { return new LaneBorder(m_theme, this); }

private:
    const Theme &m_theme;
};

/// New children stand above the others, which reads backwards to assistive technology.
void readInOrder(const QList<QWidget *> &places)
{
    for (QWidget *place : places)
        place->raise();
}

void prepare(QScrollArea &area, const QString &name)
{
    area.setObjectName(name);
    area.setFrameShape(QFrame::NoFrame);
    area.setWidgetResizable(true);
    area.setFocusPolicy(Qt::NoFocus);
}

} // namespace

LaneColumns::LaneColumns(const Theme &theme, QWidget *parent)
    : QScrollArea(parent), m_splitter(new LaneSplitter(theme, this))
{
    prepare(*this, QStringLiteral("laneColumns"));
    m_splitter->setObjectName(QStringLiteral("laneSplitter"));
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    setWidget(m_splitter);
    connect(m_splitter, &QSplitter::splitterMoved, this, &LaneColumns::widthsChanged);
}

void LaneColumns::setPlaces(const QList<QWidget *> &places, const QList<QWidget *> &hidden)
{
    for (int i = 0; i < places.size(); ++i) {
        QWidget *const place = places.at(i);
        if (m_splitter->widget(i) != place) {
            m_splitter->insertWidget(i, place);
            m_splitter->setStretchFactor(i, 1);
        }
        place->setVisible(!hidden.contains(place));
    }
    readInOrder(places);
    for (int i = 0; i < m_splitter->count(); ++i)
        m_splitter->handle(i)->raise();
}

void LaneColumns::equalise()
{
    m_splitter->setSizes(QList<int>(m_splitter->count(), 1'000));
}

QList<int> LaneColumns::widths() const
{
    const QList<int> sizes = m_splitter->sizes();
    return sizes.contains(0) ? QList<int>() : sizes;
}

void LaneColumns::setWidths(const QList<int> &widths)
{
    if (widths.size() == m_splitter->count() && !widths.contains(0))
        m_splitter->setSizes(widths);
}

QByteArray LaneColumns::saveState() const
{
    QByteArrayList sizes;
    for (const int width : widths())
        sizes.append(QByteArray::number(width));
    return sizes.join(' ');
}

void LaneColumns::restoreState(const QByteArray &state)
{
    // A state of another number of lanes is of no use; what is no number counts as 0, which none has.
    QList<int> sizes;
    for (const QByteArray &size : state.split(' '))
        sizes.append(size.toInt());
    setWidths(sizes);
}

LaneGrid::LaneGrid(const Theme &theme, QWidget *parent) : QScrollArea(parent), m_theme(theme)
{
    prepare(*this, QStringLiteral("laneGrid"));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    auto *const ground = new Surface(theme, Theme::Token::Line, Surface::NoSide);
    m_grid = new QGridLayout(ground);
    m_grid->setContentsMargins({});
    m_grid->setSpacing(1);
    setWidget(ground);
    connect(&theme, &Theme::changed, this, &LaneGrid::arrange);
}

int LaneGrid::columnsFor(int count, int fitting)
{
    const int square = static_cast<int>(std::ceil(std::sqrt(std::max(count, 1))));
    return std::clamp(fitting, 1, square);
}

int LaneGrid::fitting() const
{
    return (viewport()->width() + 1) / (m_theme.px(kNarrowestLane) + 1);
}

void LaneGrid::setPlaces(const QList<QWidget *> &places, const QList<QWidget *> &hidden)
{
    m_shown.clear();
    for (QWidget *place : places) {
        if (place->parentWidget() != widget())
            place->setParent(widget());
        place->setVisible(!hidden.contains(place));
        if (!hidden.contains(place))
            m_shown.append(place);
    }
    readInOrder(places);
    arrange();
}

void LaneGrid::arrange()
{
    while (QLayoutItem *const item = m_grid->takeAt(0))
        delete item;
    for (int i = 0; i < m_grid->rowCount(); ++i) {
        m_grid->setRowStretch(i, 0);
        m_grid->setRowMinimumHeight(i, 0);
    }
    for (int i = 0; i < m_grid->columnCount(); ++i)
        m_grid->setColumnStretch(i, 0);
    const int count = static_cast<int>(m_shown.size());
    m_columns = columnsFor(count, fitting());
    for (int i = 0; i < count; ++i) {
        const int row = i / m_columns;
        const int column = i % m_columns;
        // The last one takes the room that is left of its row.
        const int span = i == count - 1 ? m_columns - column : 1;
        m_grid->addWidget(m_shown.at(i), row, column, 1, span);
        m_grid->setRowStretch(row, 1);
        m_grid->setRowMinimumHeight(row, m_theme.px(kLowestLane));
        m_grid->setColumnStretch(column, 1);
    }
}

void LaneGrid::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    if (columnsFor(static_cast<int>(m_shown.size()), fitting()) != m_columns)
        arrange();
}

} // namespace ui
