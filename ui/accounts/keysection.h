#pragma once

#include "ui/accounts/accountdraft.h"
#include "ui/widgets/card.h"

class QLineEdit;

namespace ui {

class FieldRow;
class FlatButton;
class MessagePanel;
class SegmentedControl;

/// Where the key of an account lives, and the field to replace it. A key typed here is kept in memory until
/// it is stored and is never shown again. Owned by AccountForm.
class KeySection : public Card
{
    Q_OBJECT

public:
    explicit KeySection(const AccountsContext &context, QWidget *parent = nullptr);

    /// `hasKey`: the account's key is where it says.
    void load(const core::Account &account, bool hasKey);
    void apply(AccountDraft &draft) const;
    void setFaults(const DraftFaults &faults);
    /// Whether a key is known to be at the place that is chosen now, or can be moved there.
    bool keyStored() const;
    /// Another provider was chosen for a new account: where its key usually is.
    void takePreset(const QString &presetId);
    void focusKey();

signals:
    void edited();

private:
    core::KeyStore place() const;
    void noteKeychain(const core::Result<void> &answer);
    void describe();
    void replaceKey();

    const AccountsContext m_context;
    SegmentedControl *const m_place;
    QLineEdit *const m_key;
    FlatButton *const m_replace;
    QLineEdit *const m_variable;
    FieldRow *m_placeRow = nullptr;
    FieldRow *m_keyRow = nullptr;
    FieldRow *m_variableRow = nullptr;
    MessagePanel *const m_noKeychain;
    core::Account m_shown;
    bool m_hasKey = false;
    bool m_replacing = false;
    bool m_keychainMissing = false;
};

} // namespace ui
