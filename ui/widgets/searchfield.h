#pragma once

#include "ui/theme/icons.h"

#include <QLineEdit>

namespace ui {

/// A line to search in: magnifier, clear button, Esc empties it (and only an empty one lets Esc through).
/// Down moves the focus to the list below when one is set.
class SearchField : public QLineEdit
{
    Q_OBJECT

public:
    explicit SearchField(const Theme &theme, const QString &placeholder, QWidget *parent = nullptr);

    /// Arrow and page keys typed here go to this view.
    void setResults(QWidget *view) { m_results = view; }

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *m_results = nullptr;
};

} // namespace ui
