#pragma once

#include "core/catalog/priceentry.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QVBoxLayout;

namespace ui {

class FieldRow;
class FlatButton;
class HoursField;
class ThemedLabel;
class TierBox;
class TokenPricesGrid;

/// All that a price of the user's own may say of one model: amounts, fees, long contexts, times, hours and
/// service tier, each with what is wrong with it below. Owned by PriceDialog.
class PriceForm : public QWidget
{
    Q_OBJECT

public:
    explicit PriceForm(const Theme &theme, QWidget *parent = nullptr);

    void setEntry(const core::PriceEntry &entry);
    /// Tells what is wrong at the fields; nothing when anything is.
    std::optional<core::PriceEntry> take();
    void focusFirst();

private:
    void build();
    void buildTerms();
    void putTogether();
    QWidget *makeFees();
    QWidget *makeDates();
    QWidget *makeTerms();
    void wire();
    TierBox *addTier();
    /// What is written; tells the faults of fields that cannot be read.
    std::optional<core::PriceEntry> written();
    bool readAmounts(core::PriceEntry &entry);
    bool readTiers(core::PriceEntry &entry);
    bool readDates(core::PriceEntry &entry);
    void recheck();

    const Theme &m_theme;
    bool m_checked = false;
    core::PriceEntry m_entry;
    QComboBox *const m_match;
    QComboBox *const m_currency;
    QComboBox *const m_service;
    TokenPricesGrid *const m_base;
    QLineEdit *const m_perRequest;
    QLineEdit *const m_perTool;
    FlatButton *const m_addTier;
    QLineEdit *const m_from;
    QLineEdit *const m_to;
    HoursField *const m_hours;
    ThemedLabel *const m_problem;
    QVBoxLayout *m_tierColumn = nullptr;
    QList<TierBox *> m_tiers;
    FieldRow *m_termsRow = nullptr;
    FieldRow *m_pricesRow = nullptr;
    FieldRow *m_feesRow = nullptr;
    FieldRow *m_tiersRow = nullptr;
    FieldRow *m_datesRow = nullptr;
    FieldRow *m_hoursRow = nullptr;
};

} // namespace ui
