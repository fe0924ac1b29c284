#pragma once

#include "core/reconcile/tableusage.h"

#include <QHash>
#include <QWidget>

class QComboBox;
class QTableWidget;

namespace ui {

class Theme;

/// Which column of a table holds what, over its first rows.
class ColumnChoices : public QWidget
{
    Q_OBJECT

public:
    explicit ColumnChoices(const Theme &theme, QWidget *parent = nullptr);

    /// Shows a table with the choices that its names suggest.
    void setTable(const core::TablePreview &table);
    core::ColumnMap map() const;

signals:
    void changed();

private:
    void addField(const Theme &theme, const QString &field, const QString &label);

    QHash<QString, QComboBox *> m_fields;
    /// What the table's names suggest for fields that have no box.
    core::ColumnMap m_others;
    QTableWidget *const m_rows;
};

} // namespace ui
