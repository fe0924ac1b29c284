#include "ui/accounts/modelssection.h"

#include "core/accounts/accountstore.h"
#include "core/accounts/modelliststore.h"
#include "core/base/continuation.h"
#include "core/base/formatting.h"
#include "core/catalog/modeldirectory.h"
#include "core/catalog/pricebook.h"
#include "core/catalog/priceoverridestore.h"
#include "ui/accounts/priceeditor.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/searchfield.h"

#include <QEvent>
#include <QHeaderView>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

namespace ui {

namespace {

using core::AccountModelsTable;

constexpr int kTableHeight = 300;
constexpr int kRowHeight = 28;
constexpr int kFigureWidth = 76;
/// Shares in percent of what the figures leave; the status gets the rest.
constexpr int kModelShare = 33;
constexpr int kAbilitiesShare = 31;

/// Every word of the filter must be in the model's words.
class WordFilter : public QSortFilterProxyModel
{
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setWords(const QStringList &words)
    {
        m_words = words;
        invalidateFilter();
    }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override
    {
        const QString text =
            sourceModel()->index(row, 0, parent).data(AccountModelsTable::WordsRole).toString();
        return std::all_of(m_words.cbegin(), m_words.cend(),
                           [&text](const QString &word) { return text.contains(word); });
    }

    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override
    {
        const QVariant one = left.data(AccountModelsTable::ValueRole);
        const QVariant other = right.data(AccountModelsTable::ValueRole);
        if (one.isValid() != other.isValid())
            return one.isValid();
        return QVariant::compare(one, other) == QPartialOrdering::Less;
    }

private:
    QStringList m_words;
};

} // namespace

ModelsSection::ModelsSection(const AccountsContext &context, QWidget *parent)
    : Card(context.theme, tr("Models"), parent)
    , m_context(context)
    , m_table(new AccountModelsTable(this))
    , m_shown(new WordFilter(this))
    , m_view(new QTableView(this))
    , m_search(new SearchField(context.theme, tr("Search models"), this))
    , m_newId(new QLineEdit(this))
    , m_count(new ThemedLabel(context.theme, {}, Theme::Token::Ink2, this))
    , m_source(new ElidedLabel(context.theme, {}, Theme::Token::Ink2, Qt::ElideRight, this))
    , m_own(new FlatButton(context.theme, tr("Own &price ..."), FlatButton::Look::Outlined, this))
    , m_prices(new FlatButton(context.theme, tr("All pr&ices …"), FlatButton::Look::Flat, this))
    , m_dropOwn(new FlatButton(context.theme, tr("Drop own price"), FlatButton::Look::Flat, this))
    , m_dropTyped(new FlatButton(context.theme, tr("Remove id"), FlatButton::Look::Flat, this))
    , m_editor(new PriceEditor(context.theme, this))
{
    makeTable();
    content()->addLayout(makeTop());
    content()->addWidget(m_view);
    content()->addLayout(makeDetail());
    content()->addWidget(m_editor);
    m_editor->hide();
    connect(m_search, &QLineEdit::textChanged, this, &ModelsSection::filter);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ModelsSection::describe);
    connect(m_editor, &PriceEditor::priceSet, this, &ModelsSection::setPrice);
    connect(m_editor, &PriceEditor::closed, this, [this] {
        m_editor->hide();
        m_view->setFocus();
    });
    connect(&context.models, &core::ModelListStore::changed, this, [this](qint64 id) {
        if (id == m_account.id)
            reload();
    });
    connect(&context.overrides, &core::PriceOverrideStore::changed, this, &ModelsSection::reload);
    connect(&context.theme, &Theme::changed, this, &ModelsSection::measure);
    measure();
}

QLayout *ModelsSection::makeTop()
{
    m_search->setObjectName(QStringLiteral("modelSearch"));
    m_search->setResults(m_view);
    m_newId->setObjectName(QStringLiteral("newModelId"));
    m_newId->setPlaceholderText(tr("Model id, as the provider writes it"));
    m_newId->setAccessibleName(tr("Model id to add by hand"));
    auto *const add = new FlatButton(m_context.theme, tr("Add &id"), FlatButton::Look::Outlined, this);
    add->setObjectName(QStringLiteral("addModelId"));
    connect(add, &QToolButton::clicked, this, &ModelsSection::addTyped);
    connect(m_newId, &QLineEdit::returnPressed, this, &ModelsSection::addTyped);
    auto *const line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_search, 2);
    line->addWidget(m_count);
    line->addSpacing(8);
    line->addWidget(m_newId, 2);
    line->addWidget(add);
    return line;
}

void ModelsSection::makeTable()
{
    m_shown->setSourceModel(m_table);
    m_view->setModel(m_shown);
    m_view->setObjectName(QStringLiteral("models"));
    m_view->setAccessibleName(tr("Models of this account"));
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setShowGrid(false);
    m_view->setTabKeyNavigation(false);
    m_view->setWordWrap(false);
    m_view->setTextElideMode(Qt::ElideRight);
    m_view->verticalHeader()->hide();
    m_view->setSortingEnabled(true);
    m_view->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->horizontalHeader()->setStretchLastSection(true);
    m_view->viewport()->installEventFilter(this);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
}

QLayout *ModelsSection::makeDetail()
{
    m_source->setObjectName(QStringLiteral("priceSource"));
    m_own->setObjectName(QStringLiteral("ownPrice"));
    m_dropOwn->setObjectName(QStringLiteral("dropOwnPrice"));
    m_dropTyped->setObjectName(QStringLiteral("removeModelId"));
    m_prices->setObjectName(QStringLiteral("allPrices"));
    connect(m_own, &QToolButton::clicked, this, &ModelsSection::editPrice);
    connect(m_prices, &QToolButton::clicked, this, [this] {
        if (const std::optional<core::AccountModelRow> row = current())
            m_context.showPrices(m_account.name, row->info.id);
    });
    connect(m_dropOwn, &QToolButton::clicked, this, &ModelsSection::removePrice);
    connect(m_dropTyped, &QToolButton::clicked, this, &ModelsSection::removeTyped);
    auto *const line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_source, 1);
    line->addWidget(m_dropTyped);
    line->addWidget(m_prices);
    line->addWidget(m_dropOwn);
    line->addWidget(m_own);
    return line;
}

void ModelsSection::measure()
{
    const Theme &theme = m_context.theme;
    const int figure = theme.px(kFigureWidth);
    const int rest = m_view->viewport()->width() - 3 * figure;
    for (const int column :
         {AccountModelsTable::Input, AccountModelsTable::Output, AccountModelsTable::Context})
        m_view->setColumnWidth(column, figure);
    m_view->setColumnWidth(AccountModelsTable::Model, rest * kModelShare / 100);
    m_view->setColumnWidth(AccountModelsTable::Abilities, rest * kAbilitiesShare / 100);
    m_view->verticalHeader()->setDefaultSectionSize(theme.px(kRowHeight));
    const int head = m_view->horizontalHeader()->sizeHint().height();
    m_view->setFixedHeight(
        qMin(theme.px(kTableHeight), head + theme.px(kRowHeight) * qMax(m_table->rowCount(), 2) + 4));
    m_view->setFont(Theme::tabularFont(theme.font()));
}

bool ModelsSection::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() == QEvent::Resize && object == m_view->viewport())
        measure();
    return Card::eventFilter(object, event);
}

void ModelsSection::load(const core::Account &account)
{
    if (account.id != m_account.id) {
        m_search->clear();
        m_newId->clear();
        m_editor->hide();
    }
    m_account = account;
    reload();
}

void ModelsSection::reload()
{
    const std::optional<core::AccountModelRow> before = current();
    const QList<core::AccountModel> known = m_context.models.models(m_account.id);
    QSet<QString> typed;
    for (const core::AccountModel &model : known) {
        if (model.typed)
            typed.insert(model.id);
    }
    const qint64 now = m_context.clock.utcMs();
    QList<core::AccountModelRow> rows;
    const QList<core::ModelInfo> models = m_context.directory.modelsOf(m_account);
    for (const core::ModelInfo &info : models) {
        const bool offered =
            !info.prices && m_context.prices.offeredListPrice(m_account, info.id, now).has_value();
        rows += core::AccountModelRow{info, typed.contains(info.id), offered};
    }
    m_table->setRows(rows);
    if (before) {
        const int row = m_table->rowOf(before->info.id);
        if (row >= 0)
            m_view->setCurrentIndex(m_shown->mapFromSource(m_table->index(row, 0)));
    }
    measure();
    filter(m_search->text());
}

void ModelsSection::filter(const QString &words)
{
    static_cast<WordFilter *>(m_shown)->setWords(words.toLower().split(u' ', Qt::SkipEmptyParts));
    const int shown = m_shown->rowCount();
    const int all = m_table->rowCount();
    m_count->setText(shown == all ? core::formatCount(all)
                                  : tr("%1 of %2").arg(core::formatCount(shown), core::formatCount(all)));
    describe();
}

std::optional<core::AccountModelRow> ModelsSection::current() const
{
    const QModelIndex index = m_shown->mapToSource(m_view->currentIndex());
    return index.isValid() ? std::optional(m_table->rowAt(index.row())) : std::nullopt;
}

void ModelsSection::describe()
{
    const std::optional<core::AccountModelRow> row = current();
    const bool own = row && row->info.prices && row->info.prices->source == core::PriceSource::Override;
    m_own->setVisible(row.has_value());
    m_prices->setVisible(row.has_value() && m_context.showPrices);
    m_dropOwn->setVisible(own);
    m_dropTyped->setVisible(row && row->typed);
    if (m_editor->isVisible() && (!row || row->info.id != m_editor->model()))
        m_editor->hide();
    if (row)
        m_source->setFullText(tr("%1: %2").arg(row->info.id, core::priceSourceText(*row)));
    else if (m_table->rowCount() == 0)
        m_source->setFullText(tr("No models yet: test the connection, or add an id by hand."));
    else if (!m_context.models.listedAtMs(m_account.id) && !m_account.simulated)
        m_source->setFullText(tr("From the catalogue; a test asks the provider for its own list."));
    else
        m_source->setFullText(tr("Choose a model to see where its price comes from."));
}

void ModelsSection::addTyped()
{
    const QString id = m_newId->text().trimmed();
    if (id.isEmpty())
        return m_newId->setFocus();
    m_newId->clear();
    m_search->clear();
    core::continued(m_context.models.addTyped(m_account.id, id), this,
                    [this, id](const core::Result<void> &added) {
                        if (!added)
                            emit failed(added.error());
                        reload();
                        const int row = m_table->rowOf(id);
                        if (row < 0)
                            return;
                        const QModelIndex index = m_shown->mapFromSource(m_table->index(row, 0));
                        m_view->setCurrentIndex(index);
                        m_view->scrollTo(index);
                    });
}

void ModelsSection::removeTyped()
{
    if (const std::optional<core::AccountModelRow> row = current())
        watch(m_context.models.removeTyped(m_account.id, row->info.id));
}

void ModelsSection::editPrice()
{
    const std::optional<core::AccountModelRow> row = current();
    if (!row)
        return;
    m_editor->edit(row->info.id, row->info.prices, m_account.currency);
    emit editorOpened(m_editor);
}

void ModelsSection::setPrice(const core::TokenPrices &prices)
{
    core::PriceOverride override;
    override.accountId = m_account.id;
    override.model = m_editor->model();
    override.currency = m_editor->currency();
    override.prices = prices;
    m_editor->hide();
    m_view->setFocus();
    watch(m_context.overrides.set(override));
}

void ModelsSection::removePrice()
{
    const std::optional<core::AccountModelRow> row = current();
    if (!row)
        return;
    const std::optional<core::PriceOverride> own = m_context.overrides.find(m_account.id, row->info.id);
    if (own)
        watch(m_context.overrides.remove(own->accountId, own->model));
}

void ModelsSection::watch(const QFuture<core::Result<void>> &change)
{
    core::continued(change, this, [this](const core::Result<void> &done) {
        if (!done)
            emit failed(done.error());
        reload();
    });
}

void ModelsSection::focusSearch()
{
    m_search->setFocus();
    m_search->selectAll();
}

void ModelsSection::focusNewId()
{
    m_newId->setFocus();
}

} // namespace ui
