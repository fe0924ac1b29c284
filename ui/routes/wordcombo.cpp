#include "ui/routes/wordcombo.h"

#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QSignalBlocker>
#include <QStyleOptionComboBox>
#include <QWheelEvent>

namespace ui {

namespace {

constexpr int kShortestWord = 40;

} // namespace

WordCombo::WordCombo(const Theme &theme, QWidget *parent) : QComboBox(parent), m_theme(theme)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setMaxVisibleItems(24);
    connect(this, &QComboBox::currentIndexChanged, this, [this] { updateGeometry(); });
}

void WordCombo::setTitle(const QString &title)
{
    setAccessibleName(title);
#ifdef Q_OS_UNIX
    setAccessibleDescription(title);
#endif
}

void WordCombo::showData(int data)
{
    const QSignalBlocker quiet(this);
    setCurrentIndex(findData(data));
    updateGeometry();
}

QSize WordCombo::sizeHint() const
{
    QStyleOptionComboBox option;
    initStyleOption(&option);
    const QSize text(fontMetrics().horizontalAdvance(currentText()) + m_theme.px(10), fontMetrics().height());
    return {style()->sizeFromContents(QStyle::CT_ComboBox, &option, text, this).width(),
            QComboBox::sizeHint().height()};
}

QSize WordCombo::minimumSizeHint() const
{
    return {m_theme.px(kShortestWord), sizeHint().height()};
}

void WordCombo::showPopup()
{
    view()->setMinimumWidth(view()->sizeHintForColumn(0) + m_theme.px(24));
    QComboBox::showPopup();
}

void WordCombo::wheelEvent(QWheelEvent *event)
{
    if (hasFocus())
        QComboBox::wheelEvent(event);
    else
        event->ignore();
}

} // namespace ui
