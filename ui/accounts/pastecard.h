#pragma once

#include "core/accounts/keypaste.h"
#include "ui/accounts/accountdraft.h"
#include "ui/widgets/card.h"

class QButtonGroup;
class QLineEdit;

namespace ui {

class FieldRow;
class MessagePanel;
class PasteField;
class PresetPicker;
class SegmentedControl;

/// "Paste a key": what was recognised, whose it is when that is not clear, and where the key will live. Owned
/// by WaysIn.
class PasteCard : public Card
{
    Q_OBJECT

public:
    explicit PasteCard(const AccountsContext &context, QWidget *parent = nullptr);

    void reset();
    void focusField();
    /// The accounts that the text describes, each ready to be tested; none while something is missing.
    QList<AccountDraft> drafts() const;

signals:
    void changed();
    void submitted();

private:
    QWidget *makeProviders();
    QWidget *makePlace();
    void read();
    void choosePreset(const QString &id);
    void describe();
    QString found() const;
    QString missing() const;
    void noteKeychain(const core::Result<void> &answer);
    core::KeyStore place() const;
    AccountDraft draftOf(const core::PastedKey &pasted, const QStringList &takenNames) const;
    bool needsProvider() const;

    const AccountsContext m_context;
    PasteField *const m_field;
    ThemedLabel *const m_found;
    QWidget *m_providers = nullptr;
    QButtonGroup *const m_chips;
    PresetPicker *const m_others;
    QLineEdit *const m_url;
    FieldRow *m_urlRow = nullptr;
    QWidget *m_placeBox = nullptr;
    SegmentedControl *const m_place;
    QLineEdit *const m_variable;
    ThemedLabel *const m_placeNote;
    MessagePanel *const m_noKeychain;
    QList<core::PastedKey> m_pasted;
    QString m_problem;
    QString m_chosenPreset;
    bool m_keychainMissing = false;
    bool m_placeChosen = false;
};

} // namespace ui
