#pragma once

#include "core/evaluate/check.h"
#include "ui/widgets/card.h"

class QComboBox;
class QLineEdit;
class QVBoxLayout;

namespace ui {

class FlatButton;
class ThemedLabel;

/// The checks of a prompt set as rows of a kind and a value, each examined as it is typed.
class CheckRows : public Card
{
    Q_OBJECT

public:
    explicit CheckRows(const Theme &theme, QWidget *parent = nullptr);

    void setChecks(const QList<core::Check> &checks);
    /// Rows without a value are left out.
    QList<core::Check> checks() const;
    /// What the files hold that the rows name, once they were read.
    void adoptFiles(const QList<core::Check> &checks);
    /// What is wrong with the first row that cannot be used; empty when all can. `columns` may be named.
    QString fault() const;
    void setColumns(const QStringList &columns);

signals:
    void edited();

private:
    struct Row
    {
        QWidget *box;
        QComboBox *kind;
        QLineEdit *value;
        FlatButton *file;
        /// What its file held when it was read.
        QHash<QString, QString> files;
    };

    void addRow(const core::Check &check);
    void removeRow(const QWidget *box);
    void chooseFile(QWidget *box);
    void note();
    void number();
    core::Check checkOf(const Row &row) const;
    QString faultOf(const Row &row) const;
    static QString hintOf(core::CheckKind kind);

    QList<Row> m_rows;
    QStringList m_columns;
    QVBoxLayout *const m_column;
    ThemedLabel *const m_fault;
};

} // namespace ui
