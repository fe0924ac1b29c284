#include "ui/widgets/segmentedcontrol.h"

#include "ui/theme/paint.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>

namespace ui {

namespace {

/// One segment; the control draws the common border.
class Segment : public QAbstractButton
{
public:
    Segment(const Theme &theme, const QString &text, QWidget *parent)
        : QAbstractButton(parent), m_theme(theme)
    {
        setText(text);
        setCheckable(true);
        setAccessibleName(text);
        setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
    }

    QSize sizeHint() const override
    {
        QFont bold = font();
        bold.setWeight(QFont::DemiBold);
        const QFontMetrics metrics(bold);
        return {metrics.horizontalAdvance(text()) + m_theme.px(20), metrics.height() + m_theme.px(11)};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        QColor hover = m_theme.colour(Theme::Token::Ink);
        hover.setAlphaF(0.05F);
        QPainterPath corners;
        corners.addRoundedRect(parentWidget()->rect().translated(-pos()).adjusted(1, 1, -1, -1),
                               m_theme.px(kControlRadius) - 1, m_theme.px(kControlRadius) - 1);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setClipPath(corners);
        if (isChecked())
            painter.fillRect(rect(), m_theme.colour(Theme::Token::AccentSoft));
        else if (underMouse())
            painter.fillRect(rect(), hover);
        painter.setClipping(false);
        QFont weight = font();
        weight.setWeight(isChecked() ? QFont::DemiBold : QFont::Normal);
        painter.setFont(weight);
        painter.setPen(m_theme.colour(isChecked() ? Theme::Token::Accent : Theme::Token::Ink2));
        painter.drawText(rect(), Qt::AlignCenter, text());
        if (showsFocus(this))
            drawFocusRing(painter, rect(), m_theme.colour(Theme::Token::Accent),
                          m_theme.px(kControlRadius - 1));
    }

    bool event(QEvent *event) override
    {
        if (event->type() == QEvent::Enter || event->type() == QEvent::Leave)
            update();
        return QAbstractButton::event(event);
    }

private:
    const Theme &m_theme;
};

} // namespace

SegmentedControl::SegmentedControl(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    auto *const row = new QHBoxLayout(this);
    row->setContentsMargins(1, 1, 1, 1);
    row->setSpacing(1);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] {
        for (QAbstractButton *button : std::as_const(m_buttons))
            button->updateGeometry();
        update();
    });
}

int SegmentedControl::addSegment(const QString &text, const QString &toolTip)
{
    auto *const button = new Segment(m_theme, text, this);
    button->setToolTip(toolTip);
    button->installEventFilter(this);
    const int index = count();
    // Assistive technology toggles a button without a click.
    connect(button, &QAbstractButton::toggled, this, [this, index](bool checked) {
        if (checked)
            setCurrent(index);
        else if (index == m_current)
            m_buttons[index]->setChecked(true);
    });
    layout()->addWidget(button);
    m_buttons.append(button);
    button->setFocusPolicy(index == 0 ? Qt::StrongFocus : Qt::ClickFocus);
    if (index == 0) {
        m_current = 0;
        button->setChecked(true);
    }
    return index;
}

void SegmentedControl::setSegmentText(int index, const QString &text)
{
    QAbstractButton *const button = m_buttons.value(index);
    if (!button || button->text() == text)
        return;
    button->setText(text);
    button->setAccessibleName(text);
    button->updateGeometry();
}

void SegmentedControl::setCurrent(int index)
{
    if (index < 0 || index >= count() || index == m_current)
        return;
    m_current = index;
    for (int i = 0; i < count(); ++i) {
        m_buttons[i]->setChecked(i == index);
        m_buttons[i]->setFocusPolicy(i == index ? Qt::StrongFocus : Qt::ClickFocus);
    }
    emit currentChanged(index);
}

bool SegmentedControl::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(object, event);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    int next = m_current;
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Left:
        next += mirrored ? 1 : -1;
        break;
    case Qt::Key_Right:
        next += mirrored ? -1 : 1;
        break;
    case Qt::Key_Home:
        next = 0;
        break;
    case Qt::Key_End:
        next = count() - 1;
        break;
    default:
        return QWidget::eventFilter(object, event);
    }
    if (next >= 0 && next < count()) {
        setCurrent(next);
        m_buttons[next]->setFocus(Qt::TabFocusReason);
    }
    return true;
}

void SegmentedControl::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QColor line = m_theme.colour(Theme::Token::Line);
    drawBox(painter, rect(), m_theme.colour(Theme::Token::Panel), line, m_theme.px(kControlRadius));
    for (int i = 1; i < count(); ++i) {
        const int x = m_buttons[i]->x() - 1;
        painter.fillRect(x, 1, 1, height() - 2, line);
    }
}

} // namespace ui
