#include "ui/evaluate/matrixtable.h"

#include "core/models/matrixtablemodel.h"
#include "ui/evaluate/matrixproxy.h"
#include "ui/theme/modelcolours.h"
#include "ui/theme/paint.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

using core::MatrixTableModel;

namespace ui {

namespace {

constexpr int kRow = 62;
constexpr int kHead = 62;
constexpr int kMargin = 10;
constexpr int kCaseWidth = 260;
constexpr int kCellWidth = 230;
constexpr int kIcon = 14;
constexpr int kDot = 10;

/// Lines of text below one another, each cut at its end.
void drawLine(QPainter *painter, QRect *room, const QFont &font, const QColor &ink, const QString &text,
              Qt::TextElideMode mode = Qt::ElideRight)
{
    const QFontMetrics metrics(font);
    painter->setFont(font);
    painter->setPen(ink);
    const QRect line(room->left(), room->top(), room->width(), metrics.height());
    painter->drawText(line, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter),
                      metrics.elidedText(text, mode, room->width()));
    room->setTop(line.bottom() + 1);
}

} // namespace

MatrixHeader::MatrixHeader(const Theme &theme, ModelColours &colours, QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent), m_theme(theme), m_colours(colours)
{
    setSectionResizeMode(QHeaderView::Interactive);
    setMinimumSectionSize(theme.px(120));
    setSectionsClickable(false);
}

QSize MatrixHeader::sizeHint() const
{
    const int lines =
        QFontMetrics(m_theme.font()).height() + 2 * QFontMetrics(m_theme.font(0.88)).height() + 12;
    return {QHeaderView::sizeHint().width(), std::max(m_theme.px(kHead), lines)};
}

void MatrixHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    painter->save();
    painter->fillRect(rect, m_theme.colour(Theme::Token::Panel2));
    painter->setPen(m_theme.colour(Theme::Token::Line));
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    painter->drawLine(rect.topRight(), rect.bottomRight());
    QRect room = rect.adjusted(kMargin, 6, -kMargin, -6);
    const QString name = model()->headerData(section, Qt::Horizontal).toString();
    const auto *const proxy = qobject_cast<const MatrixProxy *>(model());
    if (section > 0) {
        const int extent = m_theme.px(kDot);
        const QRect dot(room.left(), room.top() + (QFontMetrics(m_theme.font()).height() - extent) / 2,
                        extent, extent);
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_theme.seriesColour(m_colours.indexOf(name.section(QLatin1Char('/'), 1))));
        painter->drawEllipse(dot);
        QRect line = room.adjusted(extent + 6, 0, 0, 0);
        drawLine(painter, &line, m_theme.font(1.0, QFont::DemiBold), m_theme.colour(Theme::Token::Ink), name,
                 Qt::ElideMiddle);
        room.setTop(line.top());
    } else {
        drawLine(painter, &room, m_theme.font(1.0, QFont::DemiBold), m_theme.colour(Theme::Token::Ink), name);
    }
    if (proxy && section > 0 && section <= proxy->sums().size()) {
        const core::TargetSums &sums = proxy->sums().at(section - 1);
        const QColor ink = m_theme.colour(Theme::Token::Ink2);
        drawLine(painter, &room, m_theme.font(0.88), ink, sumsText(sums));
        drawLine(painter, &room, m_theme.font(0.88), ink, sumsFigures(sums));
    }
    painter->restore();
}

MatrixDelegate::MatrixDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent), m_theme(theme)
{
}

void MatrixDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    painter->save();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->fillRect(option.rect, m_theme.colour(selected ? Theme::Token::AccentSoft : Theme::Token::Panel));
    painter->setPen(m_theme.colour(Theme::Token::Line));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    painter->drawLine(option.rect.topRight(), option.rect.bottomRight());
    const QRect room = option.rect.adjusted(kMargin, 5, -kMargin, -5);
    if (index.column() == 0)
        paintCase(painter, room, index);
    else
        paintCell(painter, room, index);
    if (option.state.testFlag(QStyle::State_HasFocus))
        drawFocusRing(*painter, option.rect.adjusted(1, 1, -2, -2), m_theme.colour(Theme::Token::Accent),
                      kControlRadius);
    painter->restore();
}

void MatrixDelegate::paintCase(QPainter *painter, const QRect &rect, const QModelIndex &index) const
{
    const QString number = QLocale().toString(index.data(MatrixTableModel::CaseRole).toInt() + 1);
    const QFont small = Theme::tabularFont(m_theme.font(0.88));
    const int width = std::max(QFontMetrics(small).horizontalAdvance(number), m_theme.px(28)) + 8;
    painter->setFont(small);
    painter->setPen(m_theme.colour(Theme::Token::Ink2));
    painter->drawText(rect.adjusted(0, 1, 0, 0), static_cast<int>(Qt::AlignLeft | Qt::AlignTop), number);
    painter->setFont(m_theme.font());
    painter->setPen(m_theme.colour(Theme::Token::Ink));
    const QRect text = rect.adjusted(width, 0, 0, 0);
    painter->setClipRect(text);
    painter->drawText(text, static_cast<int>(Qt::AlignLeft | Qt::AlignTop) | Qt::TextWordWrap,
                      index.data().toString().left(240));
    painter->setClipping(false);
}

void MatrixDelegate::paintCell(QPainter *painter, const QRect &rect, const QModelIndex &index) const
{
    const CellWords words = cellWords(index.data(MatrixTableModel::ValueRole).value<core::MatrixCell>());
    const QColor ink = m_theme.colour(words.ink);
    QRect room = rect;
    const int extent = m_theme.px(kIcon);
    const QFont verdict = m_theme.font(0.92, QFont::DemiBold);
    const int height = QFontMetrics(verdict).height();
    const QPixmap icon = iconPixmap(words.icon, ink, extent, painter->device()->devicePixelRatioF());
    painter->drawPixmap(room.left(), room.top() + (height - extent) / 2, icon);
    QRect line = room.adjusted(extent + 6, 0, 0, 0);
    drawLine(painter, &line, verdict, ink, words.verdict);
    room.setTop(line.top());
    drawLine(painter, &room, m_theme.font(), m_theme.colour(Theme::Token::Ink), index.data().toString());
    drawLine(painter, &room, Theme::tabularFont(m_theme.font(0.85)), m_theme.colour(Theme::Token::Ink2),
             words.figures);
}

MatrixTable::MatrixTable(const Theme &theme, ModelColours &colours, QWidget *parent)
    : QTableView(parent), m_theme(theme)
{
    setHorizontalHeader(new MatrixHeader(theme, colours, this));
    setItemDelegate(new MatrixDelegate(theme, this));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setSelectionMode(SingleSelection);
    setSelectionBehavior(SelectItems);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setCornerButtonEnabled(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    connect(this, &QTableView::clicked, this, [this](const QModelIndex &index) {
        if (index.column() > 0)
            emit opened(index);
    });
    connect(&theme, &Theme::changed, this, &MatrixTable::applyTheme);
    applyTheme();
}

void MatrixTable::setModel(QAbstractItemModel *model)
{
    QTableView::setModel(model);
    connect(model, &QAbstractItemModel::modelReset, this, &MatrixTable::layOutColumns);
    connect(model, &QAbstractItemModel::columnsInserted, this, &MatrixTable::layOutColumns);
    layOutColumns();
}

/// The columns share the room there is, down to a width that can be read.
void MatrixTable::layOutColumns()
{
    const int columns = model() ? model()->columnCount() : 0;
    if (columns == 0)
        return;
    const int caseWidth = std::min(m_theme.px(kCaseWidth), viewport()->width() / 3);
    setColumnWidth(0, std::max(caseWidth, m_theme.px(160)));
    for (int column = 1; column < columns; ++column)
        setColumnWidth(column,
                       std::max(m_theme.px(kCellWidth),
                                (viewport()->width() - columnWidth(0)) / std::max(1, columns - 1)));
}

void MatrixTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    layOutColumns();
}

void MatrixTable::keyPressEvent(QKeyEvent *event)
{
    const bool enter =
        event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
    if (enter && currentIndex().column() > 0)
        return emit opened(currentIndex());
    if (event->key() == Qt::Key_Escape)
        return emit left();
    QTableView::keyPressEvent(event);
}

void MatrixTable::applyTheme()
{
    const int lines = QFontMetrics(m_theme.font(0.92)).height() + QFontMetrics(m_theme.font()).height()
        + QFontMetrics(m_theme.font(0.85)).height() + 14;
    verticalHeader()->setDefaultSectionSize(std::max(m_theme.px(kRow), lines));
    layOutColumns();
    viewport()->update();
}

} // namespace ui
