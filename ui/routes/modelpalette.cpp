#include "ui/routes/modelpalette.h"

#include "core/accounts/accountstore.h"
#include "core/accounts/modelliststore.h"
#include "ui/routes/routeterms.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/fuzzymatch.h"
#include "ui/widgets/searchfield.h"

#include <QListView>
#include <QMimeData>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int kPaletteHeight = 180;
constexpr int kBetweenModels = 2;

} // namespace

Qt::ItemFlags TargetNames::flags(const QModelIndex &index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled
                           : Qt::ItemFlags(Qt::NoItemFlags);
}

QMimeData *TargetNames::mimeData(const QModelIndexList &indexes) const
{
    if (indexes.isEmpty())
        return nullptr;
    const QString name = indexes.first().data().toString();
    auto *const data = new QMimeData;
    data->setData(kTargetMime, name.toUtf8());
    data->setText(name);
    return data;
}

ModelPalette::ModelPalette(RuleEditor &editor, const RouteTerms &terms, const RoutesContext &context,
                           QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_terms(terms)
    , m_context(context)
    , m_fold(new FlatButton(context.theme, tr("Mo&dels"), FlatButton::Look::Fold, this))
    , m_body(new QWidget(this))
    , m_search(new SearchField(context.theme, tr("Find a model"), m_body))
    , m_list(new QListView(m_body))
    , m_names(new TargetNames(this))
{
    setObjectName(QStringLiteral("models"));
    m_fold->setObjectName(QStringLiteral("models.fold"));
    m_fold->setAccessibleName(tr("Models"));
    m_fold->setToolTip(tr("Models to drag onto a chain"));
    m_fold->setCheckable(true);
    m_search->setObjectName(QStringLiteral("models.search"));
    m_search->setAccessibleName(tr("Find a model"));
    m_search->setResults(m_list);
    m_list->setObjectName(QStringLiteral("models.list"));
    m_list->setAccessibleName(tr("Models"));
    m_list->setAccessibleDescription(tr("Enter adds the model to the selected rule"));
    m_list->setToolTip(tr("Drag a model onto a chain, or add it to the selected rule by Enter"));
    m_list->setModel(m_names);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setUniformItemSizes(true);
    m_list->setSpacing(kBetweenModels);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setDragEnabled(true);
    m_list->setDragDropMode(QAbstractItemView::DragOnly);
    m_list->setMinimumHeight(context.theme.px(60));
    m_body->setMaximumHeight(context.theme.px(kPaletteHeight));
    auto *const body = new QVBoxLayout(m_body);
    body->setContentsMargins({});
    body->setSpacing(4);
    body->addWidget(m_search);
    body->addWidget(m_list, 1);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(2);
    column->addWidget(m_fold, 0, Qt::AlignLeft);
    column->addWidget(m_body);
    connect(m_fold, &QToolButton::clicked, this, &ModelPalette::unfold);
    connect(m_search, &QLineEdit::textChanged, this, &ModelPalette::filter);
    connect(m_search, &QLineEdit::returnPressed, this, &ModelPalette::addCurrent);
    connect(m_list, &QListView::activated, this, &ModelPalette::addCurrent);
    connect(&context.accounts, &core::AccountStore::changed, this, &ModelPalette::filter);
    connect(&context.models, &core::ModelListStore::changed, this, &ModelPalette::filter);
    unfold(false);
}

void ModelPalette::unfold(bool open)
{
    m_fold->setChecked(open);
    m_fold->setThemedIcon(open ? Icon::ChevronDown : Icon::ChevronRight);
    m_body->setVisible(open);
    filter();
}

void ModelPalette::open()
{
    unfold(true);
    m_search->setFocus(Qt::OtherFocusReason);
    m_search->selectAll();
}

void ModelPalette::filter()
{
    if (!m_fold->isChecked())
        return;
    const QString words = m_search->text();
    QStringList names;
    for (const QString &name : m_terms.targets()) {
        if (fuzzyScore(words, name))
            names.append(name);
    }
    m_names->setStringList(names);
    m_list->setCurrentIndex(m_names->index(0));
}

void ModelPalette::addCurrent()
{
    const auto name = core::parseTargetName(m_list->currentIndex().data().toString());
    const qsizetype rule = m_editor.selection().rule;
    if (!name || rule < 0)
        return;
    core::ChainTarget target;
    target.name = *name;
    m_editor.insertTarget({rule, false, m_editor.rule(rule).chain.targets.size()}, target);
}

} // namespace ui
