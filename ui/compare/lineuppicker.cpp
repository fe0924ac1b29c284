#include "ui/compare/lineuppicker.h"

#include "core/base/continuation.h"
#include "ui/compare/modelchooser.h"
#include "ui/compare/modelpicker.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/themedlabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QKeySequence>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int kSavedWidth = 230;
constexpr int kKeys = 9;
constexpr int kKeyRole = Qt::UserRole + 1;

/// A name, and at the right the key that applies the line-up.
class SavedDelegate : public QStyledItemDelegate
{
public:
    SavedDelegate(const Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) { }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QString key = index.data(kKeyRole).toString();
        const int room = key.isEmpty() ? 0 : option.fontMetrics.horizontalAdvance(key) + m_theme.px(12);
        QStyleOptionViewItem name(option);
        initStyleOption(&name, index);
        name.text = option.fontMetrics.elidedText(name.text, Qt::ElideMiddle,
                                                  option.rect.width() - room - m_theme.px(12));
        const QStyle *const style = option.widget->style();
        style->drawControl(QStyle::CE_ItemViewItem, &name, painter, option.widget);
        painter->setPen(m_theme.colour(Theme::Token::Ink2));
        painter->drawText(option.rect.adjusted(0, 0, -m_theme.px(6), 0), Qt::AlignVCenter | Qt::AlignRight,
                          key);
    }

private:
    const Theme &m_theme;
};

} // namespace

LineUpPicker::LineUpPicker(const CompareContext &context, QWidget *parent)
    : Popup(context.theme, {820, 480}, parent)
    , m_context(context)
    , m_chooser(new ModelChooser(context, this))
    , m_saved(new QListWidget(this))
    , m_name(new QLineEdit(this))
    , m_saveButton(new FlatButton(context.theme, tr("Save"), FlatButton::Look::Outlined, this))
    , m_rename(new FlatButton(context.theme, Icon::Edit, tr("Rename the line-up (F2)"), this))
    , m_remove(new FlatButton(context.theme, Icon::Trash, tr("Remove the line-up (Delete)"), this))
    , m_problem(new ThemedLabel(context.theme, {}, Theme::Token::Bad, this))
{
    setObjectName(QStringLiteral("lineUpPicker"));
    setAccessibleName(tr("Line-up"));
    m_chooser->setHint(tr("add or remove"));
    auto *const columns = new QHBoxLayout(this);
    columns->setContentsMargins(1, 1, 1, 1);
    columns->setSpacing(0);
    columns->addWidget(makeSavedColumn());
    columns->addWidget(new Separator(context.theme, Qt::Vertical, this));
    columns->addWidget(m_chooser, 1);

    connect(m_chooser, &ModelChooser::chosen, this, [this](const core::ModelChoice &choice) {
        if (choice.typed)
            keepTypedModel(m_context, choice.name);
        emit toggled(choice.name);
    });
    connect(m_saved, &QListWidget::itemActivated, this, &LineUpPicker::apply);
    connect(m_saved, &QListWidget::itemClicked, this, &LineUpPicker::apply);
    connect(m_saved, &QListWidget::itemChanged, this, &LineUpPicker::rename);
    connect(m_saved, &QListWidget::currentItemChanged, this, &LineUpPicker::noteCurrent);
    connect(m_name, &QLineEdit::returnPressed, this, &LineUpPicker::save);
    connect(m_saveButton, &QToolButton::clicked, this, &LineUpPicker::save);
    connect(m_rename, &QToolButton::clicked, this, [this] {
        if (m_saved->currentItem())
            m_saved->editItem(m_saved->currentItem());
    });
    connect(m_remove, &QToolButton::clicked, this, &LineUpPicker::removeCurrent);
    connect(&m_context.lineUps, &core::LineUpStore::changed, this, &LineUpPicker::fillSaved);
}

QWidget *LineUpPicker::makeSavedColumn()
{
    auto *const column = new QWidget(this);
    column->setFixedWidth(theme().px(kSavedWidth));
    auto *const title = new ThemedLabel(theme(), tr("Saved line-ups"), Theme::Token::Ink2, column);
    title->setType(1.0, QFont::DemiBold);
    m_saved->setObjectName(QStringLiteral("savedLineUps"));
    m_saved->setAccessibleName(tr("Saved line-ups"));
    m_saved->setFrameShape(QFrame::NoFrame);
    m_saved->setItemDelegate(new SavedDelegate(theme(), m_saved));
    m_saved->setEditTriggers(QAbstractItemView::EditKeyPressed);
    m_saved->installEventFilter(this);
    m_name->setObjectName(QStringLiteral("lineUpName"));
    m_name->setPlaceholderText(tr("Save these lanes as …"));
    m_name->setAccessibleName(tr("Name for these lanes"));
    m_saveButton->setObjectName(QStringLiteral("saveLineUp"));
    m_rename->setObjectName(QStringLiteral("renameLineUp"));
    m_remove->setObjectName(QStringLiteral("removeLineUp"));
    m_problem->setWordWrap(true);
    m_problem->hide();

    auto *const head = new QHBoxLayout;
    head->addWidget(title, 1);
    head->addWidget(m_rename);
    head->addWidget(m_remove);
    auto *const saving = new QHBoxLayout;
    saving->setSpacing(6);
    saving->addWidget(m_name, 1);
    saving->addWidget(m_saveButton);
    auto *const rows = new QVBoxLayout(column);
    rows->setContentsMargins(12, 8, 10, 10);
    rows->setSpacing(6);
    rows->addLayout(head);
    rows->addWidget(m_saved, 1);
    rows->addWidget(m_problem);
    rows->addLayout(saving);
    return column;
}

void LineUpPicker::choose(const QWidget *anchor, const QList<LanePlan> &plans, const QJsonObject &layout)
{
    m_chooser->reload();
    m_layout = layout;
    setPlans(plans);
    fillSaved();
    m_problem->hide();
    openBelow(anchor);
    m_chooser->focusSearch();
}

void LineUpPicker::setPlans(const QList<LanePlan> &plans)
{
    m_plans = plans;
    m_chooser->setChosen(namesOf(plans));
    m_saveButton->setEnabled(!plans.isEmpty());
}

void LineUpPicker::fillSaved()
{
    m_filling = true;
    const QListWidgetItem *const before = m_saved->currentItem();
    const qint64 current = before ? before->data(Qt::UserRole).toLongLong() : 0;
    m_saved->clear();
    for (const core::LineUp &lineUp : m_context.lineUps.lineUps()) {
        auto *const item = new QListWidgetItem(lineUp.name, m_saved);
        item->setData(Qt::UserRole, lineUp.id);
        item->setFlags(item->flags() | Qt::ItemIsEditable);
        const int key = m_saved->count();
        if (key <= kKeys)
            item->setData(kKeyRole,
                          QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_0 + key))
                              .toString(QKeySequence::NativeText));
        item->setToolTip(describePlans(plansOf(lineUp.targets)).join(QLatin1Char('\n')));
        if (lineUp.id == current)
            m_saved->setCurrentItem(item);
    }
    m_filling = false;
    noteCurrent();
}

void LineUpPicker::noteCurrent()
{
    const bool any = m_saved->currentItem();
    m_rename->setEnabled(any);
    m_remove->setEnabled(any);
}

void LineUpPicker::apply(const QListWidgetItem *item)
{
    for (const core::LineUp &lineUp : m_context.lineUps.lineUps()) {
        if (lineUp.id != item->data(Qt::UserRole).toLongLong())
            continue;
        const core::LineUp chosen = lineUp;
        hide();
        emit applied(chosen);
        return;
    }
}

void LineUpPicker::say(const core::Result<void> &result)
{
    m_problem->setVisible(!result);
    if (!result)
        m_problem->setText(result.error().message);
}

void LineUpPicker::save()
{
    const QString name = m_name->text().trimmed();
    if (name.isEmpty() || m_plans.isEmpty())
        return;
    core::continued(m_context.lineUps.save(name, lineUpOf(m_plans), m_layout), this,
                    [this](const core::Result<core::LineUp> &saved) {
                        say(saved ? core::Result<void>() : core::Result<void>(saved.error()));
                        if (saved)
                            m_name->clear();
                    });
}

void LineUpPicker::rename(const QListWidgetItem *item)
{
    if (m_filling)
        return;
    core::continued(m_context.lineUps.rename(item->data(Qt::UserRole).toLongLong(), item->text().trimmed()),
                    this, [this](const core::Result<void> &renamed) {
                        say(renamed);
                        if (!renamed)
                            fillSaved();
                    });
}

void LineUpPicker::removeCurrent()
{
    const QListWidgetItem *const item = m_saved->currentItem();
    if (!item)
        return;
    const QList<core::LineUp> &all = m_context.lineUps.lineUps();
    const auto found = std::find_if(all.cbegin(), all.cend(), [item](const core::LineUp &lineUp) {
        return lineUp.id == item->data(Qt::UserRole).toLongLong();
    });
    if (found == all.cend())
        return;
    core::continued(
        m_context.lineUps.remove(found->id), this,
        [this, lineUp = *found, place = std::distance(all.cbegin(), found)](const core::Result<void> &done) {
            say(done);
            if (done)
                emit removed(lineUp, place);
        });
}

void LineUpPicker::bringBack(const core::LineUp &lineUp, qsizetype place)
{
    if (m_context.lineUps.find(lineUp.name))
        return say(core::Error{core::ErrorKind::InvalidRequest, tr("Another line-up has that name now.")});
    core::continued(m_context.lineUps.save(lineUp.name, lineUp.targets, lineUp.layout), this,
                    [this, place](const core::Result<core::LineUp> &saved) {
                        if (saved)
                            m_context.lineUps.move(saved->id, place);
                        else
                            say(saved.error());
                    });
}

bool LineUpPicker::eventFilter(QObject *object, QEvent *event)
{
    if (object == m_saved && event->type() == QEvent::KeyPress) {
        const auto *const key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Delete) {
            removeCurrent();
            return true;
        }
    }
    return Popup::eventFilter(object, event);
}

} // namespace ui
