#include "ui/widgets/commandpalette.h"

#include "ui/actions.h"
#include "ui/theme/paint.h"
#include "ui/widgets/fuzzymatch.h"
#include "ui/widgets/searchfield.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int kWidth = 560;
constexpr int kHeight = 380;
constexpr int kRow = 34;
enum Role { CategoryRole = Qt::UserRole, ShortcutRole, ActionRole };

/// Draws "category  text ... shortcut".
class ActionDelegate : public QStyledItemDelegate
{
public:
    ActionDelegate(const Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) { }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {0, std::max(m_theme.px(kRow), option.fontMetrics.height() + m_theme.px(14))};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const bool chosen = option.state.testFlag(QStyle::State_Selected);
        painter->save();
        if (chosen)
            drawBox(*painter, option.rect.adjusted(4, 1, -4, -1), m_theme.colour(Theme::Token::AccentSoft),
                    {}, m_theme.px(kControlRadius));
        const QRect row = option.rect.adjusted(m_theme.px(14), 0, -m_theme.px(14), 0);
        const QString shortcut = index.data(ShortcutRole).toString();
        painter->setFont(option.font);
        painter->setPen(m_theme.colour(chosen ? Theme::Token::Ink : Theme::Token::Ink2));
        painter->drawText(row, Qt::AlignRight | Qt::AlignVCenter, shortcut);
        const QFontMetrics &metrics = option.fontMetrics;
        const QString category = index.data(CategoryRole).toString();
        const int column = std::max(m_theme.px(104), metrics.horizontalAdvance(category) + m_theme.px(12));
        painter->drawText(row, Qt::AlignLeft | Qt::AlignVCenter, category);
        const QRect middle =
            row.adjusted(column, 0, -metrics.horizontalAdvance(shortcut) - m_theme.px(12), 0);
        painter->setPen(m_theme.colour(chosen ? Theme::Token::Accent : Theme::Token::Ink));
        painter->drawText(middle, Qt::AlignLeft | Qt::AlignVCenter,
                          metrics.elidedText(index.data().toString(), Qt::ElideRight, middle.width()));
        painter->restore();
    }

private:
    const Theme &m_theme;
};

QString plainText(const QAction &action)
{
    QString text = action.text();
    text.remove(QLatin1Char('&'));
    return text;
}

} // namespace

CommandPalette::CommandPalette(const Theme &theme, Actions &actions, QWidget *window)
    : Surface(theme, Theme::Token::Panel, AllSides, window)
    , m_actions(actions)
    , m_field(new SearchField(theme, tr("Find an action"), this))
    , m_list(new QListView(this))
    , m_model(new QStandardItemModel(this))
{
    setObjectName(QStringLiteral("commandPalette"));
    setAccessibleName(tr("Command palette"));
    setRadius(kCardRadius);
    setLines(AllSides, Theme::Token::Ink3);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new ActionDelegate(theme, this));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setAccessibleName(tr("Actions"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_field->setResults(m_list);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(1, 10, 1, 6);
    column->setSpacing(8);
    auto *const top = new QHBoxLayout;
    top->setContentsMargins(10, 0, 10, 0);
    top->addWidget(m_field);
    column->addLayout(top);
    column->addWidget(m_list, 1);
    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::filter);
    connect(m_field, &QLineEdit::returnPressed, this, &CommandPalette::trigger);
    connect(m_list, &QListView::clicked, this, &CommandPalette::trigger);
    m_field->installEventFilter(this);
    window->installEventFilter(this);
    hide();
}

void CommandPalette::open()
{
    if (!isHidden())
        return m_field->setFocus();
    m_focusBefore = QApplication::focusWidget();
    m_field->clear();
    filter({});
    place();
    show();
    raise();
    m_field->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::dismiss()
{
    if (isHidden())
        return;
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    hide();
    if (hadFocus && m_focusBefore)
        m_focusBefore->setFocus(Qt::PopupFocusReason);
}

int CommandPalette::shownActions() const
{
    return m_model->rowCount();
}

void CommandPalette::filter(const QString &words)
{
    struct Hit
    {
        int score;
        QAction *action;
    };
    std::vector<Hit> hits;
    for (QAction *action : m_actions.all()) {
        if (!action->isEnabled() || !action->isVisible())
            continue;
        const QString text = plainText(*action);
        const std::optional<int> own = fuzzyScore(words, text);
        const QString described = Actions::categoryOf(action) % QLatin1Char(' ') % text;
        const std::optional<int> whole = fuzzyScore(words, described);
        if (own || whole)
            hits.push_back({std::max(own.value_or(0), whole.value_or(0)), action});
    }
    std::stable_sort(hits.begin(), hits.end(), [](const Hit &a, const Hit &b) { return a.score > b.score; });
    m_model->clear();
    for (const Hit &hit : hits) {
        auto *const item = new QStandardItem(plainText(*hit.action));
        item->setData(Actions::categoryOf(hit.action), CategoryRole);
        item->setData(hit.action->shortcut().toString(QKeySequence::NativeText), ShortcutRole);
        item->setData(QVariant::fromValue(QPointer<QAction>(hit.action)), ActionRole);
        m_model->appendRow(item);
    }
    m_list->setCurrentIndex(m_model->index(0, 0));
}

void CommandPalette::trigger()
{
    const auto action = m_list->currentIndex().data(ActionRole).value<QPointer<QAction>>();
    if (!action)
        return;
    dismiss();
    action->trigger();
}

bool CommandPalette::eventFilter(QObject *object, QEvent *event)
{
    if (object == m_field) {
        if (event->type() == QEvent::ShortcutOverride
            && static_cast<QKeyEvent *>(event)->keyCombination() != QKeyCombination(Qt::CTRL, Qt::Key_K)) {
            event->accept(); // what is typed here is not meant for the page below
            return true;
        }
        if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
            dismiss();
            return true;
        }
        if (event->type() == QEvent::FocusOut
            && static_cast<QFocusEvent *>(event)->reason() != Qt::ActiveWindowFocusReason)
            dismiss();
    } else if (event->type() == QEvent::Resize && !isHidden()) {
        place();
    }
    return Surface::eventFilter(object, event);
}

void CommandPalette::place()
{
    const QSize room = parentWidget()->size();
    const QSize size(std::min(theme().px(kWidth), room.width() - 32),
                     std::min(theme().px(kHeight), room.height() - 64));
    setGeometry((room.width() - size.width()) / 2, std::min(theme().px(72), room.height() / 8), size.width(),
                size.height());
}

} // namespace ui
