#pragma once

#include "core/catalog/modelinfo.h"
#include "ui/widgets/themedlabel.h"

namespace ui {

class ConvertedLabel;

/// A name and its figure in tabular digits, such as "first token 412 ms". The exact value goes to the
/// tooltip.
class Meter : public QWidget
{
    Q_OBJECT

public:
    explicit Meter(const Theme &theme, const QString &name = {}, QWidget *parent = nullptr);

    void setName(const QString &name);
    void setValue(const QString &value, const QString &exact = {});
    /// What the figure is measured by, after it and its conversion: "of $60"; empty: nothing.
    void setLimit(const QString &text);
    /// With its limit.
    QString value() const;
    /// The figure beside it in another currency, where it is an amount and there is a rate.
    void setConverted(const std::optional<core::Money> &usd, const std::optional<core::ExchangeRate> &rate);
    /// The colour of the figure.
    void setInk(Theme::Token ink);

private:
    void describe();

    const Theme &m_theme;
    ThemedLabel *const m_name;
    ThemedLabel *const m_value;
    ConvertedLabel *m_converted = nullptr;
    ThemedLabel *m_limit = nullptr;
};

} // namespace ui
