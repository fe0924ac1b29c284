#include "ui/widgets/navigationrail.h"

#include "ui/theme/paint.h"

#include <QAbstractButton>
#include <QAccessibleWidget>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int kWidth = 76;
constexpr int kItemHeight = 53;
constexpr int kGap = 4;
constexpr int kIcon = 22;

/// One page in the rail.
class RailItem : public QAbstractButton
{
public:
    RailItem(const Theme &theme, const QString &text, Icon icon, QWidget *parent)
        : QAbstractButton(parent), m_theme(theme)
    {
        setText(text);
        setAccessibleName(text);
        setCheckable(true);
        setIcon(themedIcon(theme, icon, Theme::Token::Ink2, Theme::Token::Accent));
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }

    QSize sizeHint() const override
    {
        const int text = QFontMetrics(labelFont()).height();
        return {m_theme.px(kWidth - 12), std::max(m_theme.px(kItemHeight), text + m_theme.px(kIcon + 16))};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const int radius = m_theme.px(kControlRadius);
        QColor hover = m_theme.colour(Theme::Token::Ink);
        hover.setAlphaF(0.05F);
        if (isChecked())
            drawBox(painter, rect(), m_theme.colour(Theme::Token::AccentSoft), {}, radius);
        else if (underMouse())
            drawBox(painter, rect(), hover, {}, radius);
        const int extent = m_theme.px(kIcon);
        const QFont font = labelFont();
        const QFontMetrics metrics(font);
        const int top = (height() - extent - metrics.height() - m_theme.px(3)) / 2;
        icon().paint(&painter, QRect((width() - extent) / 2, top, extent, extent), Qt::AlignCenter,
                     QIcon::Normal, isChecked() ? QIcon::On : QIcon::Off);
        painter.setFont(font);
        painter.setPen(m_theme.colour(isChecked() ? Theme::Token::Accent : Theme::Token::Ink2));
        const QRect label(0, top + extent + m_theme.px(3), width(), metrics.height());
        painter.drawText(label, Qt::AlignCenter, metrics.elidedText(text(), Qt::ElideRight, width()));
        if (showsFocus(this))
            drawFocusRing(painter, rect(), m_theme.colour(Theme::Token::Accent), radius);
    }

    bool event(QEvent *event) override
    {
        if (event->type() == QEvent::Enter || event->type() == QEvent::Leave)
            update();
        return QAbstractButton::event(event);
    }

private:
    /// The page that is shown stands out by its weight where that fits; its colour and ground say it too.
    QFont labelFont() const
    {
        const QFont bold = m_theme.font(0.86, QFont::DemiBold);
        const bool fits = QFontMetrics(bold).horizontalAdvance(text()) <= width();
        return isChecked() && fits ? bold : m_theme.font(0.86, QFont::Normal);
    }

    const Theme &m_theme;
};

/// Tells assistive technology what a widget is.
class RoleInterface : public QAccessibleWidget
{
public:
    using QAccessibleWidget::QAccessibleWidget;

    QAccessible::State state() const override
    {
        QAccessible::State result = QAccessibleWidget::state();
        if (const auto *const button = qobject_cast<const QAbstractButton *>(object())) {
            result.selectable = true;
            result.selected = button->isChecked();
            result.focusable = true;
        }
        return result;
    }

    QStringList actionNames() const override
    {
        QStringList names = QAccessibleWidget::actionNames();
        if (qobject_cast<QAbstractButton *>(object()))
            names.prepend(pressAction());
        return names;
    }

    void doAction(const QString &name) override
    {
        auto *const button = qobject_cast<QAbstractButton *>(object());
        if (button && name == pressAction())
            button->click();
        else
            QAccessibleWidget::doAction(name);
    }
};

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    if (auto *const item = dynamic_cast<RailItem *>(object))
        return new RoleInterface(item, QAccessible::PageTab, item->text());
    if (auto *const rail = qobject_cast<NavigationRail *>(object))
        return new RoleInterface(rail, QAccessible::PageTabList);
    return nullptr;
}

} // namespace

NavigationRail::NavigationRail(const Theme &theme, QWidget *parent)
    : Surface(theme, Theme::Token::Panel2, Right, parent), m_column(new QVBoxLayout(this))
{
    static const bool once = [] {
        QAccessible::installFactory(makeInterface);
        return true;
    }();
    Q_UNUSED(once)
    setAccessibleName(tr("Pages"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    m_column->addStretch(1);
    connect(&theme, &Theme::changed, this, &NavigationRail::applyTheme);
    applyTheme();
}

int NavigationRail::addItem(const QString &text, Icon icon, const QString &hint)
{
    return add(text, icon, hint, false);
}

int NavigationRail::addFootItem(const QString &text, Icon icon, const QString &hint)
{
    return add(text, icon, hint, true);
}

int NavigationRail::add(const QString &text, Icon icon, const QString &hint, bool foot)
{
    auto *const item = new RailItem(theme(), text, icon, this);
    item->setToolTip(hint.isEmpty() ? text : text % QStringLiteral("  ") % hint);
    item->installEventFilter(this);
    const int index = count();
    item->setFocusPolicy(index == 0 ? Qt::StrongFocus : Qt::ClickFocus);
    m_items.append(item);
    if (foot) {
        m_foot = index;
        m_column->addWidget(item);
    } else {
        m_column->insertWidget(m_column->count() - (m_foot >= 0 ? 2 : 1), item);
    }
    connect(item, &QAbstractButton::clicked, this, [this, index] { choose(index); });
    return index;
}

void NavigationRail::setCurrent(int index)
{
    if (index < 0 || index >= count())
        return;
    m_current = index;
    for (int i = 0; i < count(); ++i) {
        m_items[i]->setChecked(i == index);
        m_items[i]->setFocusPolicy(i == index ? Qt::StrongFocus : Qt::ClickFocus);
    }
}

void NavigationRail::choose(int index)
{
    setCurrent(index);
    emit activated(index);
}

QList<int> NavigationRail::visualOrder() const
{
    QList<int> order;
    for (int i = 0; i < count(); ++i) {
        if (i != m_foot)
            order.append(i);
    }
    if (m_foot >= 0)
        order.append(m_foot);
    return order;
}

bool NavigationRail::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return Surface::eventFilter(object, event);
    const QList<int> order = visualOrder();
    qsizetype place = order.indexOf(m_current);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Up:
        --place;
        break;
    case Qt::Key_Down:
        ++place;
        break;
    case Qt::Key_Home:
        place = 0;
        break;
    case Qt::Key_End:
        place = order.size() - 1;
        break;
    default:
        return Surface::eventFilter(object, event);
    }
    if (place >= 0 && place < order.size()) {
        choose(order[place]);
        m_items[order[place]]->setFocus(Qt::TabFocusReason);
    }
    return true;
}

void NavigationRail::applyTheme()
{
    setFixedWidth(theme().px(kWidth));
    m_column->setContentsMargins(theme().px(6), theme().px(10), theme().px(7), theme().px(10));
    m_column->setSpacing(theme().px(kGap));
    for (QAbstractButton *item : std::as_const(m_items))
        item->updateGeometry();
}

} // namespace ui
