#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

class QGridLayout;

namespace ui {

/// Names and values in two columns, for details; values can be selected and copied.
class KeyValueGrid : public QWidget
{
    Q_OBJECT

public:
    explicit KeyValueGrid(const Theme &theme, QWidget *parent = nullptr);

    void addRow(const QString &key, const QString &value, const QString &toolTip = {});
    void clear();
    int rows() const { return m_rows; }

private:
    const Theme &m_theme;
    QGridLayout *const m_grid;
    int m_rows = 0;
};

} // namespace ui
