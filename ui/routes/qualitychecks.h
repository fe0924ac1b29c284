#pragma once

#include "core/base/result.h"
#include "core/evaluate/check.h"
#include "ui/routes/routescontext.h"

#include <QWidget>

class QLineEdit;
class QVBoxLayout;

namespace ui {

class FlatButton;
class WordCombo;

/// The checks that a quality check counts, a row each; whichever answer passes more of them is the better
/// one. There is always a row. Owned by QualityChoices.
class QualityChecks : public QWidget
{
    Q_OBJECT

public:
    QualityChecks(const RoutesContext &context, QWidget *parent);

    /// InvalidRequest with what is missing or impossible.
    core::Result<QList<core::Check>> checks() const;

signals:
    void changed();

private:
    struct Row
    {
        QWidget *line = nullptr;
        WordCombo *kind = nullptr;
        QLineEdit *value = nullptr;
        FlatButton *remove = nullptr;
    };

    void addRow();
    void removeRow(const QWidget *line);
    void nameRows();

    const RoutesContext m_context;
    QVBoxLayout *const m_column;
    FlatButton *const m_add;
    QList<Row> m_rows;
};

} // namespace ui
