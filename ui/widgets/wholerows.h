#pragma once

#include <QWidget>

namespace ui {

class LedgerTable;
class Theme;

/// The place of a table that ends below a whole row: as many rows as there is room for, and never fewer than
/// a least number.
class WholeRows : public QWidget
{
    Q_OBJECT

public:
    /// Takes the table.
    WholeRows(const Theme &theme, LedgerTable *table, int least, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void place();
    /// Of a table with so many rows, in pixels.
    int heightOf(int rows) const;

    LedgerTable *const m_table;
    const int m_least;
};

} // namespace ui
