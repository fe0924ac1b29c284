#pragma once

#include "ui/page.h"
#include "ui/theme/icons.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QScrollArea;

namespace ui {

class Card;
class CurrencyChoice;
class ElidedLabel;
class KeyValueGrid;
class PhrasesCard;
class RatesCard;
class SegmentedControl;
class ThemedLabel;

/// The settings, plainly: setters show what holds, signals say what the user chose. Application connects them
/// to the stored settings.
class SettingsPage : public Page
{
    Q_OBJECT

public:
    explicit SettingsPage(Theme &theme, QWidget *parent = nullptr);

    void setScheme(Theme::Scheme scheme);
    void setZoom(double zoom);
    void setKeepTexts(bool keep);
    void setKeepRawStreams(bool keep);
    /// A decimal of US dollars, such as `0.50`.
    void setRunCostLimit(const QString &usd);
    void setIncludeSimulated(bool include);
    /// The user's own, beside those that ship.
    void setContextLengthPhrases(const QStringList &phrases);
    /// In which currency amounts are also shown.
    CurrencyChoice &displayCurrency() { return *m_currency; }
    /// The user's exchange rates, by which other currencies are shown in US dollars.
    RatesCard &rates() { return *m_rates; }
    /// Brings the rates into view and waits for one of that currency.
    void askForRate(const QString &currency);
    /// The folder the ledger is in.
    void setDataFolder(const QString &path);
    /// Under what the card of the data shows by itself; the page takes it.
    void addToData(QWidget *widget);
    /// Name and version rows of the "About" card, in order.
    void setVersions(const QList<std::pair<QString, QString>> &rows);

    void enter() override;

signals:
    void schemeChosen(ui::Theme::Scheme scheme);
    void zoomChosen(double zoom);
    void keepTextsChosen(bool keep);
    void keepRawStreamsChosen(bool keep);
    /// A valid, non-negative decimal.
    void runCostLimitChosen(const QString &usd);
    void includeSimulatedChosen(bool include);
    void contextLengthPhrasesChosen(const QStringList &phrases);
    void openFolderRequested();

private:
    QWidget *makeAppearance();
    QWidget *makePrivacy();
    QWidget *makeCosts();
    QWidget *makeRates();
    QWidget *makePhrases();
    QWidget *makeData();
    QWidget *makeAbout();
    void takeLimit();

    Theme &m_theme;
    QScrollArea *const m_scroll;
    SegmentedControl *m_scheme = nullptr;
    QComboBox *m_zoom = nullptr;
    QCheckBox *m_keepTexts = nullptr;
    QCheckBox *m_keepRaw = nullptr;
    QLineEdit *m_limit = nullptr;
    ThemedLabel *m_limitFault = nullptr;
    QCheckBox *m_simulated = nullptr;
    CurrencyChoice *m_currency = nullptr;
    RatesCard *m_rates = nullptr;
    PhrasesCard *m_phrases = nullptr;
    Card *m_data = nullptr;
    ElidedLabel *m_folder = nullptr;
    KeyValueGrid *m_versions = nullptr;
    QString m_limitUsd;
};

} // namespace ui
