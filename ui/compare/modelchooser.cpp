#include "ui/compare/modelchooser.h"

#include "core/accounts/accountstore.h"
#include "core/settings/lineupstore.h"
#include "ui/compare/modeldelegate.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/themedlabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QVBoxLayout>

namespace ui {

ModelChooser::ModelChooser(const CompareContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_model(new core::ModelListModel(this))
    , m_search(new SearchField(context.theme, tr("Search models, or type account/model"), this))
    , m_list(new QListView(this))
    , m_count(new ThemedLabel(context.theme, {}, Theme::Token::Ink3, this))
    , m_hint(new ThemedLabel(context.theme, {}, Theme::Token::Ink3, this))
{
    m_search->setObjectName(QStringLiteral("modelSearch"));
    m_search->setResults(m_list);
    m_search->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("modelList"));
    m_list->setAccessibleName(tr("Models"));
    m_list->setModel(m_model);
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    auto *const delegate = new ModelDelegate(context.theme, m_list);
    m_list->setItemDelegate(delegate);
    m_hint->setType(0.9);
    m_count->setType(0.9);

    auto *const foot = new QHBoxLayout;
    foot->setContentsMargins(12, 6, 12, 8);
    foot->addWidget(m_count);
    foot->addStretch(1);
    foot->addWidget(m_hint);
    auto *const searchRow = new QHBoxLayout;
    searchRow->setContentsMargins(10, 10, 10, 6);
    searchRow->addWidget(m_search);
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->setSpacing(0);
    rows->addLayout(searchRow);
    rows->addWidget(m_list, 1);
    rows->addLayout(foot);

    connect(m_search, &QLineEdit::textChanged, this, &ModelChooser::setFilter);
    connect(m_search, &QLineEdit::returnPressed, this, &ModelChooser::chooseCurrent);
    connect(delegate, &ModelDelegate::starClicked, this, [this](const QString &target) {
        m_starClicked = true;
        toggleFavourite(target);
    });
    connect(m_list, &QListView::clicked, this, [this] {
        if (!std::exchange(m_starClicked, false))
            chooseCurrent();
    });
    setHint(tr("use the model"));
}

void ModelChooser::setHint(const QString &enterDoes)
{
    m_hint->setText(tr("Enter: %1 · Ctrl+D: star · Esc: close").arg(enterDoes));
}

void ModelChooser::reload(bool modelsOnly)
{
    QStringList accounts;
    for (const core::Account &account : m_context.accounts.accounts()) {
        if (account.enabled)
            accounts.append(account.name);
    }
    m_model->setFavourites(m_context.lineUps.favourites());
    QList<core::ModelChoice> choices;
    if (m_context.services.ruleSets && !modelsOnly)
        choices = core::offeredRuleSets(*m_context.services.ruleSets);
    choices += core::offeredModels(m_context.accounts, m_context.services.directory);
    m_model->setChoices(choices, accounts);
    m_search->clear();
    setFilter({});
}

void ModelChooser::setChosen(const QStringList &targets)
{
    m_model->setChosen(targets);
}

void ModelChooser::focusSearch()
{
    m_search->setFocus(Qt::PopupFocusReason);
}

void ModelChooser::setFilter(const QString &text)
{
    m_model->setFilter(text);
    const int shown = m_model->rowCount();
    m_count->setText(shown == m_model->total() ? tr("Models: %L1").arg(shown)
                                               : tr("Models: %L1 of %L2").arg(shown).arg(m_model->total()));
    selectFirst();
}

void ModelChooser::selectFirst()
{
    const QModelIndex first = m_model->index(0);
    m_list->setCurrentIndex(first);
    if (first.isValid())
        m_list->scrollTo(first);
}

void ModelChooser::chooseCurrent()
{
    const QModelIndex current = m_list->currentIndex();
    if (current.isValid())
        emit chosen(m_model->choiceAt(current.row()));
}

void ModelChooser::toggleFavourite(const QString &target)
{
    if (target.isEmpty())
        return;
    QSet<QString> favourites = m_context.lineUps.favourites();
    const bool favourite = !favourites.contains(target);
    m_context.lineUps.setFavourite(target, favourite);
    if (favourite)
        favourites.insert(target);
    else
        favourites.remove(target);
    m_model->setFavourites(favourites);
    const int row = m_model->rowOf(target);
    m_list->setCurrentIndex(m_model->index(std::max(0, row)));
}

bool ModelChooser::eventFilter(QObject *object, QEvent *event)
{
    if (object == m_search && event->type() == QEvent::KeyPress) {
        const auto *const key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_D && key->modifiers() == Qt::ControlModifier) {
            toggleFavourite(m_list->currentIndex().data(core::ModelListModel::ValueRole).toString());
            return true;
        }
    }
    return QWidget::eventFilter(object, event);
}

} // namespace ui
