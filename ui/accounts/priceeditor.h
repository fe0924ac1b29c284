#pragma once

#include "core/catalog/modelinfo.h"
#include "ui/widgets/surface.h"

class QLineEdit;

namespace ui {

class PrimaryButton;
class ThemedLabel;

/// The user's own price of one model, in US dollars for a million tokens. Owned by ModelsSection.
class PriceEditor : public Surface
{
    Q_OBJECT

public:
    explicit PriceEditor(Theme &theme, QWidget *parent = nullptr);

    /// Starts from what holds now.
    void edit(const QString &model, const std::optional<core::PriceList> &prices);
    QString model() const { return m_model; }

signals:
    /// At least one price is set.
    void priceSet(const core::TokenPrices &prices);
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QLineEdit *addField(const QString &name, const QString &label, int column);
    /// Nothing for text that is no price.
    std::optional<core::TokenPrices> prices() const;
    void check();
    void submit();

    Theme &m_theme;
    QString m_model;
    ThemedLabel *m_title = nullptr;
    QLineEdit *m_input = nullptr;
    QLineEdit *m_output = nullptr;
    QLineEdit *m_cacheRead = nullptr;
    QLineEdit *m_cacheWrite = nullptr;
    QLineEdit *m_reasoning = nullptr;
    ThemedLabel *m_fault = nullptr;
};

} // namespace ui
