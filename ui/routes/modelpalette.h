#pragma once

#include "ui/routes/routescontext.h"
#include "ui/routes/ruleeditor.h"

#include <QStringListModel>
#include <QWidget>

class QListView;

namespace ui {

class FlatButton;
class RouteTerms;
class SearchField;

/// Names of targets that can be dragged.
class TargetNames : public QStringListModel
{
    Q_OBJECT

public:
    using QStringListModel::QStringListModel;

    Qt::ItemFlags flags(const QModelIndex &index) const override;
    Qt::DropActions supportedDragActions() const override { return Qt::CopyAction; }
    QStringList mimeTypes() const override { return {kTargetMime}; }
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
};

/// Every model of the accounts, to be dragged onto a chain or added to the selected rule. Owned by RuleList.
class ModelPalette : public QWidget
{
    Q_OBJECT

public:
    ModelPalette(RuleEditor &editor, const RouteTerms &terms, const RoutesContext &context, QWidget *parent);

    /// Unfolded, with the focus in its search.
    void open();

private:
    void unfold(bool open);
    void filter();
    void addCurrent();

    RuleEditor &m_editor;
    const RouteTerms &m_terms;
    const RoutesContext m_context;
    FlatButton *const m_fold;
    QWidget *const m_body;
    SearchField *const m_search;
    QListView *const m_list;
    TargetNames *const m_names;
};

} // namespace ui
