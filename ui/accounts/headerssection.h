#pragma once

#include "core/net/endpoint.h"
#include "ui/widgets/card.h"

class QTableWidget;

namespace ui {

class FlatButton;
class ThemedLabel;

/// The extra headers of an account. Owned by AccountForm.
class HeadersSection : public Card
{
    Q_OBJECT

public:
    explicit HeadersSection(Theme &theme, QWidget *parent = nullptr);

    void load(const QList<core::Header> &headers);
    /// Rows without a name are left out.
    QList<core::Header> headers() const;
    void setFault(const QString &sentence);

signals:
    void edited();

private:
    void addRow(const QString &name, const QString &value);
    void addEmptyRow();
    void removeRow();
    void arrange();

    Theme &m_theme;
    QTableWidget *const m_table;
    FlatButton *const m_remove;
    ThemedLabel *const m_note;
};

} // namespace ui
