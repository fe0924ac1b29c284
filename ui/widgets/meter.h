#pragma once

#include "ui/widgets/themedlabel.h"

namespace ui {

/// A name and its figure in tabular digits, such as "first token 412 ms". The exact value goes to the
/// tooltip.
class Meter : public QWidget
{
    Q_OBJECT

public:
    explicit Meter(const Theme &theme, const QString &name = {}, QWidget *parent = nullptr);

    void setName(const QString &name);
    void setValue(const QString &value, const QString &exact = {});
    QString value() const;
    /// The colour of the figure.
    void setInk(Theme::Token ink);

private:
    void describe();

    ThemedLabel *const m_name;
    ThemedLabel *const m_value;
};

} // namespace ui
