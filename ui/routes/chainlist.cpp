#include "ui/routes/chainlist.h"

#include "core/routing/rulesetstore.h"
#include "ui/routes/carriedplace.h"
#include "ui/routes/chainrow.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/themedlabel.h"

#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QMimeData>
#include <QPointer>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int kBetweenRows = 6;

std::optional<core::TargetName> droppedTarget(const QMimeData &data)
{
    return core::parseTargetName(QString::fromUtf8(data.data(kTargetMime)));
}

} // namespace

ChainList::ChainList(RuleEditor &editor, const RoutesContext &context, bool fallbacks, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_context(context)
    , m_fallbacks(fallbacks)
    , m_none(new ThemedLabel(context.theme, {}, Theme::Token::Ink2, this))
{
    const QString kind = fallbacks ? QStringLiteral("fallback") : QStringLiteral("target");
    setObjectName(kind + QStringLiteral(".list"));
    setAcceptDrops(true);
    m_none->setText(fallbacks ? tr("None: when the targets fail, the call fails.")
                              : tr("None yet: a call would fail here."));
    m_none->setWordWrap(true);
    m_add = new FlatButton(context.theme, fallbacks ? tr("+ &Fallback") : tr("+ &Target"),
                           FlatButton::Look::Flat, this);
    m_add->setObjectName(kind + QStringLiteral(".add"));
    m_add->setAccessibleName(fallbacks ? tr("Add a fallback") : tr("Add a target"));
    m_addRoute = new FlatButton(context.theme, tr("+ Rule set"), FlatButton::Look::Flat, this);
    m_addRoute->setObjectName(kind + QStringLiteral(".addRoute"));
    m_addRoute->setToolTip(tr("The targets that another rule set decides on"));
    m_addRoute->setMenu(new QMenu(m_addRoute));
    auto *const buttons = new QHBoxLayout;
    buttons->setSpacing(2);
    buttons->addWidget(m_add);
    buttons->addWidget(m_addRoute);
    buttons->addStretch(1);
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins({});
    m_column->setSpacing(kBetweenRows);
    m_column->addWidget(m_none);
    m_column->addLayout(buttons);
    connect(m_add, &QToolButton::clicked, this, &ChainList::addTarget);
    connect(m_addRoute->menu(), &QMenu::aboutToShow, this, &ChainList::fillRouteMenu);
}

qsizetype ChainList::count() const
{
    if (m_rule < 0)
        return 0;
    const core::Chain &chain = m_editor.rule(m_rule).chain;
    return m_fallbacks ? chain.fallbacks.size() : chain.targets.size();
}

void ChainList::showRule(qsizetype rule)
{
    m_rule = rule;
    while (m_rows.size() > count()) {
        ChainRow *const row = m_rows.takeLast();
        m_column->removeWidget(row);
        // Focus that moved on by itself would select where it came to.
        if (row->isAncestorOf(window()->focusWidget()))
            takeFocus();
        row->hide();
        row->deleteLater();
    }
    while (m_rows.size() < count()) {
        auto *const row = new ChainRow(m_editor, m_context, this);
        m_column->insertWidget(static_cast<int>(m_rows.size()), row);
        row->show();
        m_rows.append(row);
        connect(row, &ChainRow::moved, this, &ChainList::moved);
    }
    for (qsizetype at = 0; at < m_rows.size(); ++at)
        m_rows.at(at)->showPlace({rule, m_fallbacks, at});
    m_none->setVisible(m_rows.isEmpty());
    const QList<core::RuleSetEntry> &sets = m_context.ruleSets.entries();
    m_addRoute->setVisible(std::any_of(sets.cbegin(), sets.cend(), [this](const core::RuleSetEntry &entry) {
        return entry.name != m_editor.name();
    }));
    showSelection();
}

void ChainList::showSelection()
{
    const RulePlace &selected = m_editor.selection();
    for (ChainRow *row : std::as_const(m_rows))
        row->showSelected(selected.target >= 0 && m_editor.rulePlace(row->place()) == selected);
}

void ChainList::showProblems()
{
    for (ChainRow *row : std::as_const(m_rows))
        row->showProblems();
}

ChainRow *ChainList::rowOf(const RulePlace &place) const
{
    const ChainPlace at = m_editor.chainPlace(place);
    return at.rule == m_rule && at.fallback == m_fallbacks ? m_rows.value(at.at) : nullptr;
}

QStringList ChainList::inUse() const
{
    QStringList names;
    const core::Chain &chain = m_editor.rule(m_rule).chain;
    for (const core::ChainTarget &target : chain.targets)
        names.append(target.name.toString());
    for (const core::Fallback &fallback : chain.fallbacks)
        names.append(fallback.target.name.toString());
    return names;
}

void ChainList::insert(qsizetype at, const core::TargetName &name)
{
    core::ChainTarget target;
    target.name = name;
    m_editor.insertTarget({m_rule, m_fallbacks, std::min(at, count())}, target);
}

void ChainList::takeFocus()
{
    m_add->setFocus(Qt::OtherFocusReason);
}

void ChainList::addTarget()
{
    const QPointer<ChainList> list(this);
    m_context.pickTarget(m_add, inUse(), [list, rule = m_rule](const core::TargetName &name) {
        if (list && list->m_rule == rule)
            list->insert(list->count(), name);
    });
}

void ChainList::fillRouteMenu()
{
    QMenu *const menu = m_addRoute->menu();
    menu->clear();
    for (const core::RuleSetEntry &entry : m_context.ruleSets.entries()) {
        if (entry.name == m_editor.name())
            continue;
        const core::TargetName name{core::kRouteAccountName, entry.name};
        menu->addAction(name.toString(), this, [this, name] { insert(count(), name); });
    }
}

qsizetype ChainList::placeAt(int y) const
{
    qsizetype place = 0;
    for (const ChainRow *row : m_rows) {
        if (y > row->geometry().center().y())
            ++place;
    }
    return place;
}

void ChainList::dragEnterEvent(QDragEnterEvent *event)
{
    dragMoveEvent(event);
}

void ChainList::dragMoveEvent(QDragMoveEvent *event)
{
    const QMimeData &dropped = *event->mimeData();
    const bool ours = dropped.hasFormat(kChainPlaceMime)
        ? carriedTarget(dropped.data(kChainPlaceMime), m_editor.stamp()).rule >= 0
        : droppedTarget(dropped).has_value();
    if (!ours)
        return event->ignore();
    event->acceptProposedAction();
    m_dropAt = placeAt(event->position().toPoint().y());
    update();
}

void ChainList::dragLeaveEvent(QDragLeaveEvent *)
{
    m_dropAt = -1;
    update();
}

void ChainList::dropEvent(QDropEvent *event)
{
    const qsizetype at = placeAt(event->position().toPoint().y());
    const ChainPlace from = carriedTarget(event->mimeData()->data(kChainPlaceMime), m_editor.stamp());
    const std::optional<core::TargetName> target = droppedTarget(*event->mimeData());
    event->acceptProposedAction();
    m_dropAt = -1;
    update();
    // The row that is dragged may go with the change; it is still in its own event.
    QMetaObject::invokeMethod(
        this,
        [this, at, from, target] {
            if (from.rule >= 0) {
                const bool behind = from.rule == m_rule && from.fallback == m_fallbacks && at > from.at;
                m_editor.moveTarget(from, {m_rule, m_fallbacks, behind ? at - 1 : at});
            } else if (target) {
                insert(at, *target);
            }
        },
        Qt::QueuedConnection);
}

void ChainList::paintEvent(QPaintEvent *event)
{
    QWidget::paintEvent(event);
    if (m_dropAt < 0)
        return;
    const int y = m_dropAt < m_rows.size() ? m_rows.at(m_dropAt)->geometry().top() - kBetweenRows / 2
        : m_rows.isEmpty()                 ? 0
                                           : m_rows.constLast()->geometry().bottom() + kBetweenRows / 2;
    QPainter painter(this);
    painter.fillRect(QRect(0, std::max(0, y - 1), width(), 2), m_context.theme.colour(Theme::Token::Accent));
}

} // namespace ui
