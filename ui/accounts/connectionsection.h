#pragma once

#include "core/accounts/account.h"
#include "ui/accounts/accountscontext.h"
#include "ui/widgets/card.h"

class QComboBox;
class QLineEdit;

namespace ui {

class FieldRow;
class PresetPicker;
struct DraftFaults;

/// Name, provider and base URL of an account. Owned by AccountForm.
class ConnectionSection : public Card
{
    Q_OBJECT

public:
    explicit ConnectionSection(const AccountsContext &context, QWidget *parent = nullptr);

    void load(const core::Account &account);
    void apply(core::Account &account) const;
    void setFaults(const DraftFaults &faults);
    void setBaseUrl(const QUrl &url);
    void focusName();

signals:
    void edited();
    /// Another provider was chosen; name and base URL are already its own where they were untouched.
    void presetChosen(const QString &id);

private:
    void takePreset(const QString &id);
    void offerUrls(const QString &presetId);

    const AccountsContext m_context;
    QLineEdit *const m_name;
    PresetPicker *const m_preset;
    QComboBox *const m_url;
    FieldRow *const m_nameRow;
    FieldRow *const m_presetRow;
    FieldRow *const m_urlRow;
    core::Account m_shown;
    /// The name that the form gave by itself.
    QString m_givenName;
};

} // namespace ui
