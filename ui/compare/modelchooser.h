#pragma once

#include "core/models/modellistmodel.h"
#include "ui/compare/comparecontext.h"

#include <QWidget>

class QListView;

namespace ui {

class SearchField;
class ThemedLabel;

/// Search field and list of all models: type to filter, arrows to move, Enter to choose, Ctrl+D for the star.
/// Part of the pickers.
class ModelChooser : public QWidget
{
    Q_OBJECT

public:
    explicit ModelChooser(const CompareContext &context, QWidget *parent = nullptr);

    /// Reads accounts, models and favourites anew and starts with an empty search. Rule sets come first
    /// unless `modelsOnly`.
    void reload(bool modelsOnly = false);
    void setChosen(const QStringList &targets);
    /// What Enter does, for the hint below the list.
    void setHint(const QString &enterDoes);
    void focusSearch();

    core::ModelListModel &model() const { return *m_model; }

signals:
    void chosen(const core::ModelChoice &choice);

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void setFilter(const QString &text);
    void chooseCurrent();
    void toggleFavourite(const QString &target);
    void selectFirst();

    const CompareContext m_context;
    core::ModelListModel *const m_model;
    SearchField *const m_search;
    QListView *const m_list;
    ThemedLabel *const m_count;
    ThemedLabel *const m_hint;
    bool m_starClicked = false;
};

} // namespace ui
