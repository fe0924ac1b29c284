#include "ui/theme/style.h"

#include "ui/theme/itemfocus.h"
#include "ui/theme/paint.h"

#include <QAbstractItemView>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QStyleOption>
#include <QTextEdit>

namespace ui {

namespace {

constexpr int kScrollBar = 11;
constexpr int kMinHandle = 28;
constexpr int kCellMargin = 8;
constexpr int kFieldMargin = 6;
constexpr int kProgress = 6;

QColor mixed(const QColor &a, const QColor &b, float share)
{
    const auto part = [share](float x, float y) { return x + (y - x) * share; };
    return QColor::fromRgbF(part(a.redF(), b.redF()), part(a.greenF(), b.greenF()),
                            part(a.blueF(), b.blueF()));
}

bool isDefault(const QStyleOptionButton &option)
{
    return option.features.testFlag(QStyleOptionButton::DefaultButton)
        && option.state.testFlag(QStyle::State_Enabled);
}

// Selected rows are tinted, not inverted: figures and coloured states stay readable on them.
QPalette softSelection(QPalette palette)
{
    palette.setColor(QPalette::Highlight, palette.color(QPalette::Midlight));
    for (const QPalette::ColorGroup group : {QPalette::Active, QPalette::Inactive})
        palette.setColor(group, QPalette::HighlightedText, palette.color(group, QPalette::Text));
    return palette;
}

/// How far its text stays off the round corners of a text field.
constexpr int kTextFrame = 3;

bool isTextField(const QWidget *widget)
{
    return qobject_cast<const QPlainTextEdit *>(widget) || qobject_cast<const QTextEdit *>(widget);
}

QRect sliderRect(const QStyleOptionSlider &option)
{
    const bool horizontal = option.orientation == Qt::Horizontal;
    const int length = horizontal ? option.rect.width() : option.rect.height();
    const qint64 range = qint64(option.maximum) - option.minimum;
    int handle = length;
    if (range > 0)
        handle = std::clamp(static_cast<int>(qint64(option.pageStep) * length / (range + option.pageStep)),
                            std::min(kMinHandle, length), length);
    const int start = QStyle::sliderPositionFromValue(option.minimum, option.maximum, option.sliderPosition,
                                                      length - handle, option.upsideDown);
    return horizontal ? QRect(option.rect.x() + start, option.rect.y(), handle, option.rect.height())
                      : QRect(option.rect.x(), option.rect.y() + start, option.rect.width(), handle);
}

void drawProgress(const QStyleOptionProgressBar &bar, QPainter &painter)
{
    QRect groove = bar.rect;
    groove.setHeight(std::min(groove.height(), kProgress));
    groove.moveCenter(bar.rect.center());
    drawBox(painter, groove, bar.palette.color(QPalette::Mid), {}, groove.height() / 2.0);
    const qint64 done = std::clamp(bar.progress, bar.minimum, bar.maximum) - qint64(bar.minimum);
    const int length = static_cast<int>(done * groove.width() / (qint64(bar.maximum) - bar.minimum));
    if (length <= 0)
        return;
    const QRect part =
        QStyle::visualRect(bar.direction, groove, QRect(groove.topLeft(), QSize(length, groove.height())));
    drawBox(painter, part, bar.palette.color(QPalette::Highlight), {}, groove.height() / 2.0);
}

} // namespace

Style::Style() : QProxyStyle(QStringLiteral("fusion"))
{
    setObjectName(QStringLiteral("switchyard"));
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    switch (element) {
    case PE_PanelButtonCommand:
        if (const auto *const button = qstyleoption_cast<const QStyleOptionButton *>(option))
            return drawButton(*button, *painter);
        break;
    case PE_PanelLineEdit:
        if (const auto *const frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame && frame->lineWidth > 0)
            return drawField(*option, *painter);
        painter->fillRect(option->rect, option->palette.base());
        return;
    case PE_FrameLineEdit:
        return;
    case PE_PanelScrollAreaCorner:
        painter->fillRect(option->rect, option->palette.base());
        return;
    case PE_Frame:
        if (isTextField(widget))
            return drawField(*option, *painter);
        return drawBox(*painter, option->rect, {}, option->palette.color(QPalette::Mid), 2);
    case PE_FrameFocusRect:
        return drawFocusRing(*painter, option->rect, option->palette.color(QPalette::Highlight), 4);
    case PE_IndicatorCheckBox:
        return drawCheck(*option, *painter, false);
    case PE_IndicatorRadioButton:
        return drawCheck(*option, *painter, true);
    case PE_FrameMenu:
        painter->setPen(option->palette.color(QPalette::Mid));
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    case PE_PanelMenu:
        painter->fillRect(option->rect, option->palette.base());
        return;
    case PE_PanelTipLabel:
        return drawBox(*painter, option->rect, option->palette.color(QPalette::ToolTipBase),
                       option->palette.color(QPalette::Mid), 0);
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    if (const auto *const bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option);
        element == CE_ProgressBar && bar && bar->maximum > bar->minimum && !bar->textVisible)
        return drawProgress(*bar, *painter);
    if (element == CE_HeaderSection || element == CE_HeaderEmptyArea)
        return drawHeader(*option, *painter);
    if (element == CE_HeaderLabel) {
        if (const auto *const header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            QStyleOptionHeaderV2 quiet;
            static_cast<QStyleOptionHeader &>(quiet) = *header;
            quiet.palette.setColor(QPalette::ButtonText, option->palette.color(QPalette::Dark));
            quiet.palette.setColor(QPalette::WindowText, option->palette.color(QPalette::Dark));
            quiet.state.setFlag(State_On, false);
            if (quiet.textAlignment == Qt::AlignCenter) // what no one chose: heads stand above their columns
                quiet.textAlignment = Qt::AlignLeft | Qt::AlignVCenter;
            return QProxyStyle::drawControl(element, &quiet, painter, widget);
        }
    }
    if (element == CE_ItemViewItem) {
        if (const auto *const item = qstyleoption_cast<const QStyleOptionViewItem *>(option)) {
            QStyleOptionViewItem soft(*item);
            soft.palette = softSelection(soft.palette);
            // The ring keeps the colour that the selection loses.
            soft.state.setFlag(State_HasFocus, false);
            QProxyStyle::drawControl(element, &soft, painter, widget);
            return drawItemFocus(*painter, *item, widget);
        }
    }
    if (element == CE_MenuItem) {
        if (const auto *const item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            QStyleOptionMenuItem soft(*item);
            soft.palette = softSelection(soft.palette);
            return QProxyStyle::drawControl(element, &soft, painter, widget);
        }
    }
    if (element == CE_PushButtonLabel) {
        if (const auto *const button = qstyleoption_cast<const QStyleOptionButton *>(option);
            button && isDefault(*button)) {
            QStyleOptionButton primary(*button);
            primary.palette.setColor(QPalette::ButtonText, option->palette.color(QPalette::HighlightedText));
            return QProxyStyle::drawControl(element, &primary, painter, widget);
        }
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                               const QWidget *widget) const
{
    if (control == CC_ComboBox) {
        if (const auto *const combo = qstyleoption_cast<const QStyleOptionComboBox *>(option))
            return drawCombo(*combo, *painter, widget);
    }
    if (control == CC_SpinBox) {
        if (const auto *const box = qstyleoption_cast<const QStyleOptionSpinBox *>(option))
            return drawSpinBox(*box, *painter, widget);
    }
    if (control == CC_ScrollBar) {
        if (const auto *const bar = qstyleoption_cast<const QStyleOptionSlider *>(option))
            return drawScrollBar(*bar, *painter, widget);
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                            const QWidget *widget) const
{
    if (control == CC_ComboBox && part == SC_ComboBoxEditField)
        return QProxyStyle::subControlRect(control, option, part, widget).adjusted(kFieldMargin, 0, 0, 0);
    if (control == CC_SpinBox && part == SC_SpinBoxEditField)
        return QProxyStyle::subControlRect(control, option, part, widget).adjusted(kFieldMargin, 2, 0, -2);
    const auto *const bar =
        control == CC_ScrollBar ? qstyleoption_cast<const QStyleOptionSlider *>(option) : nullptr;
    if (!bar)
        return QProxyStyle::subControlRect(control, option, part, widget);
    const QRect handle = sliderRect(*bar);
    const QRect &all = bar->rect;
    const bool horizontal = bar->orientation == Qt::Horizontal;
    switch (part) {
    case SC_ScrollBarSlider:
        return handle;
    case SC_ScrollBarGroove:
        return all;
    case SC_ScrollBarSubPage:
        return horizontal ? QRect(all.topLeft(), QPoint(handle.left() - 1, all.bottom()))
                          : QRect(all.topLeft(), QPoint(all.right(), handle.top() - 1));
    case SC_ScrollBarAddPage:
        return horizontal ? QRect(QPoint(handle.right() + 1, all.top()), all.bottomRight())
                          : QRect(QPoint(all.left(), handle.bottom() + 1), all.bottomRight());
    default:
        return {};
    }
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    const QRect result = QProxyStyle::subElementRect(element, option, widget);
    const auto *const frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
    if (element == SE_LineEditContents && frame && frame->lineWidth > 0)
        return result.adjusted(kFieldMargin, 0, -kFieldMargin, 0);
    return result;
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                              const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (!option)
        return result;
    const int line = option->fontMetrics.height();
    if (type == CT_PushButton)
        result = QSize(std::max(result.width(), size.width() + 2 * line * 3 / 4), line * 2);
    else if (type == CT_SpinBox) // as high as the fields beside it
        result = QSize(result.width() + kFieldMargin + 4, std::max(size.height(), line * 2));
    else if (type == CT_LineEdit || type == CT_ComboBox)
        result = QSize(result.width() + (type == CT_LineEdit ? 0 : kFieldMargin + 4),
                       std::max(result.height(), line * 2));
    else if (type == CT_MenuItem && result.height() >= line)
        result.setHeight(std::max(result.height(), line + line / 2));
    else if (type == CT_HeaderSection)
        result.setHeight(std::max(result.height(), line * 2));
    else if (type == CT_ItemViewItem)
        result.setHeight(std::max(result.height(), line * 7 / 4));
    return result;
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return kScrollBar;
    case PM_DefaultFrameWidth:
        return isTextField(widget) ? kTextFrame : QProxyStyle::pixelMetric(metric, option, widget);
    case PM_SmallIconSize: // the icons in a field grow with its text
        return qobject_cast<const QLineEdit *>(widget) ? std::max(16, widget->fontMetrics().height())
                                                       : QProxyStyle::pixelMetric(metric, option, widget);
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_MenuPanelWidth: // without a width of its own a menu gets no frame
        return 1;
    case PM_MenuVMargin:
        return 3;
    case PM_SplitterWidth:
        return 5;
    case PM_HeaderMargin:
        return kCellMargin;
    case PM_FocusFrameHMargin: // what item views leave beside a text
        return qobject_cast<const QAbstractItemView *>(widget)
            ? kCellMargin - 1
            : QProxyStyle::pixelMetric(metric, option, widget);
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return std::max(16, widget ? widget->fontMetrics().height() : 16);
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                     QStyleHintReturn *result) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_ComboBox_Popup:
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0;
    case SH_ToolTip_WakeUpDelay:
        return 500;
    default:
        return QProxyStyle::styleHint(hint, option, widget, result);
    }
}

void Style::drawButton(const QStyleOptionButton &option, QPainter &painter) const
{
    const QPalette &palette = option.palette;
    const bool primary = isDefault(option);
    QColor fill = primary ? palette.color(QPalette::Highlight) : palette.color(QPalette::Button);
    const QColor ink = palette.color(QPalette::WindowText);
    if (option.state.testFlag(State_Sunken))
        fill = mixed(fill, ink, 0.14F);
    else if (option.state.testFlag(State_On))
        fill = palette.color(QPalette::Midlight);
    else if (option.state.testFlag(State_MouseOver) && option.state.testFlag(State_Enabled))
        fill = mixed(fill, ink, 0.06F);
    if (option.features.testFlag(QStyleOptionButton::Flat) && !option.state.testFlag(State_MouseOver)
        && !option.state.testFlag(State_Sunken))
        return;
    drawBox(painter, option.rect, fill, primary ? QColor() : palette.color(QPalette::Mid), kControlRadius);
}

void Style::drawField(const QStyleOption &option, QPainter &painter) const
{
    const bool focused = option.state.testFlag(State_HasFocus);
    const QColor fill =
        option.palette.color(option.state.testFlag(State_Enabled) ? QPalette::Base : QPalette::AlternateBase);
    drawBox(painter, option.rect, fill, option.palette.color(focused ? QPalette::Highlight : QPalette::Mid),
            kControlRadius);
    if (focused)
        drawFocusRing(painter, option.rect, option.palette.color(QPalette::Highlight), kControlRadius);
}

void Style::drawCheck(const QStyleOption &option, QPainter &painter, bool round) const
{
    const QPalette &palette = option.palette;
    const bool on = option.state.testFlag(State_On);
    const bool partly = option.state.testFlag(State_NoChange);
    const bool enabled = option.state.testFlag(State_Enabled);
    const int extent = std::min(option.rect.width(), option.rect.height());
    QRect box(0, 0, extent, extent);
    box.moveCenter(option.rect.center());
    const QColor mark =
        enabled ? palette.color(QPalette::Highlight) : palette.color(QPalette::PlaceholderText);
    const qreal radius = round ? extent / 2.0 : 4.0;
    drawBox(painter, box, on || partly ? mark : palette.color(QPalette::Base),
            on || partly ? mark : palette.color(QPalette::PlaceholderText), radius);
    if (!on && !partly)
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor tick = palette.color(QPalette::HighlightedText);
    const QRectF area(box);
    const auto at = [&area](qreal x, qreal y) {
        return QPointF(area.x() + x * area.width(), area.y() + y * area.height());
    };
    if (round) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(tick);
        painter.drawEllipse(area.center(), extent / 5.0, extent / 5.0);
    } else {
        painter.setPen(QPen(tick, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        if (partly)
            painter.drawLine(at(0.27, 0.5), at(0.73, 0.5));
        else
            painter.drawPolyline(QPolygonF({at(0.24, 0.53), at(0.43, 0.71), at(0.77, 0.31)}));
    }
    painter.restore();
}

void Style::drawHeader(const QStyleOption &option, QPainter &painter) const
{
    painter.fillRect(option.rect, option.palette.base());
    const auto *const header = qstyleoption_cast<const QStyleOptionHeader *>(&option);
    const bool vertical = header && header->orientation == Qt::Vertical;
    painter.save();
    painter.setPen(option.palette.color(QPalette::Mid));
    if (vertical)
        painter.drawLine(option.rect.topRight(), option.rect.bottomRight());
    else
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    painter.restore();
}

void Style::drawCombo(const QStyleOptionComboBox &option, QPainter &painter, const QWidget *widget) const
{
    const QPalette &palette = option.palette;
    const bool enabled = option.state.testFlag(State_Enabled);
    QColor fill = palette.color(option.editable ? QPalette::Base : QPalette::Button);
    if (enabled && !option.editable && option.state.testFlag(State_MouseOver))
        fill = mixed(fill, palette.color(QPalette::WindowText), 0.05F);
    if (option.frame)
        drawBox(painter, option.rect, fill, palette.color(QPalette::Mid), kControlRadius);
    const QRect arrow = subControlRect(CC_ComboBox, &option, SC_ComboBoxArrow, widget);
    drawDownArrow(painter, arrow, palette.color(enabled ? QPalette::Dark : QPalette::PlaceholderText), 8);
    const bool ring = option.state.testFlag(State_HasFocus)
        && (option.editable || option.state.testFlag(State_KeyboardFocusChange));
    if (ring)
        drawFocusRing(painter, option.rect, palette.color(QPalette::Highlight), kControlRadius);
}

void Style::drawSpinBox(const QStyleOptionSpinBox &option, QPainter &painter, const QWidget *widget) const
{
    if (option.frame)
        drawField(option, painter);
    if (option.buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const auto ink = [&option](QAbstractSpinBox::StepEnabledFlag step) {
        const bool can = option.stepEnabled.testFlag(step) && option.state.testFlag(State_Enabled);
        return option.palette.color(can ? QPalette::Dark : QPalette::Mid);
    };
    const QRect up = subControlRect(CC_SpinBox, &option, SC_SpinBoxUp, widget);
    const QRect down = subControlRect(CC_SpinBox, &option, SC_SpinBoxDown, widget);
    drawDownArrow(painter, down.translated(-3, -2), ink(QAbstractSpinBox::StepDownEnabled), 7);
    painter.save();
    const QPointF middle = QRectF(up.translated(-3, 2)).center();
    painter.translate(middle);
    painter.rotate(180);
    painter.translate(-middle);
    drawDownArrow(painter, up.translated(-3, 2), ink(QAbstractSpinBox::StepUpEnabled), 7);
    painter.restore();
}

void Style::drawScrollBar(const QStyleOptionSlider &option, QPainter &painter, const QWidget *widget) const
{
    if (option.minimum >= option.maximum)
        return;
    const bool active = option.state.testFlag(State_Sunken) && option.activeSubControls == SC_ScrollBarSlider;
    const bool hovered = option.activeSubControls.testFlag(SC_ScrollBarSlider);
    QColor colour = option.palette.color(QPalette::Dark);
    colour.setAlphaF(active ? 0.75F : hovered ? 0.55F : 0.32F);
    const QRect handle = subControlRect(CC_ScrollBar, &option, SC_ScrollBarSlider, widget);
    const bool horizontal = option.orientation == Qt::Horizontal;
    const QRect bar = horizontal ? handle.adjusted(2, 3, -2, -2) : handle.adjusted(3, 2, -2, -2);
    drawBox(painter, bar, colour, {}, std::min(bar.width(), bar.height()) / 2.0);
}

} // namespace ui
