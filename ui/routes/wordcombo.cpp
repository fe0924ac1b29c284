#include "ui/routes/wordcombo.h"

#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QAccessibleWidget>
#include <QSignalBlocker>
#include <QStyleOptionComboBox>
#include <QWheelEvent>

namespace ui {

namespace {

constexpr int kShortestWord = 40;

/// On Unix, Qt tells assistive technology what is chosen in a combo box and not what it chooses. Here a name
/// says both.
class WordComboAccess : public QAccessibleWidget
{
public:
    explicit WordComboAccess(WordCombo &combo) : QAccessibleWidget(&combo, QAccessible::ComboBox) { }

    int childCount() const override { return 1; }
    QAccessibleInterface *child(int index) const override
    {
        return index == 0 ? QAccessible::queryAccessibleInterface(combo().view()) : nullptr;
    }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int indexOfChild(const QAccessibleInterface *child) const override
    {
        return child && child->object() == combo().view() ? 0 : -1;
    }

    QString text(QAccessible::Text kind) const override
    {
        const QString chosen = combo().currentText();
        if (kind == QAccessible::Value)
            return chosen;
        const QString own = QAccessibleWidget::text(kind);
        if (kind != QAccessible::Name)
            return own;
        return own.isEmpty() ? chosen
                             : WordCombo::tr("%1: %2", "a choice and what is chosen").arg(own, chosen);
    }
    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.expandable = true;
        state.expanded = combo().view()->isVisible();
        return state;
    }

    QStringList actionNames() const override
    {
        return QStringList{showMenuAction(), pressAction()} + QAccessibleWidget::actionNames();
    }
    void doAction(const QString &name) override
    {
        if (name != showMenuAction() && name != pressAction())
            QAccessibleWidget::doAction(name);
        else if (combo().view()->isVisible())
            combo().hidePopup();
        else if (combo().isEnabled())
            combo().showPopup();
    }

private:
    WordCombo &combo() const { return *static_cast<WordCombo *>(object()); }
};

QAccessibleInterface *describeWordCombo(const QString &, QObject *object)
{
    auto *const combo = qobject_cast<WordCombo *>(object);
    return combo ? new WordComboAccess(*combo) : nullptr;
}

} // namespace

WordCombo::WordCombo(const Theme &theme, QWidget *parent) : QComboBox(parent), m_theme(theme)
{
    [[maybe_unused]] static const bool isDescribed = [] {
        QAccessible::installFactory(describeWordCombo);
        return true;
    }();
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setMaxVisibleItems(24);
    connect(this, &QComboBox::currentIndexChanged, this, [this] { updateGeometry(); });
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
