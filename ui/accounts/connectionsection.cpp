#include "ui/accounts/connectionsection.h"

#include "core/accounts/presets.h"
#include "ui/accounts/accountdraft.h"
#include "ui/accounts/presetpicker.h"
#include "ui/widgets/fieldrow.h"

#include <QLineEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace ui {

ConnectionSection::ConnectionSection(const AccountsContext &context, QWidget *parent)
    : Card(context.theme, tr("Connection"), parent)
    , m_context(context)
    , m_name(new QLineEdit(this))
    , m_preset(new PresetPicker(context.presets, this))
    , m_url(new QComboBox(this))
    , m_nameRow(new FieldRow(context.theme, tr("&Name"), m_name, this))
    , m_presetRow(new FieldRow(context.theme, tr("Pro&vider"), m_preset, this))
    , m_urlRow(new FieldRow(context.theme, tr("Base &URL"), m_url, this))
{
    m_name->setObjectName(QStringLiteral("accountName"));
    m_preset->setObjectName(QStringLiteral("accountPreset"));
    m_url->setObjectName(QStringLiteral("accountUrl"));
    m_url->setEditable(true);
    m_url->setInsertPolicy(QComboBox::NoInsert);
    m_url->setCompleter(nullptr);
    m_url->lineEdit()->setPlaceholderText(QStringLiteral("https://host/v1"));
    m_url->lineEdit()->setAccessibleName(tr("Base URL"));
    for (FieldRow *row : {m_presetRow, m_nameRow, m_urlRow})
        content()->addWidget(row);
    setTabOrder(m_preset, m_name);
    setTabOrder(m_name, m_url);
    connect(m_name, &QLineEdit::textChanged, this, &ConnectionSection::edited);
    connect(m_url, &QComboBox::editTextChanged, this, &ConnectionSection::edited);
    connect(m_url, &QComboBox::activated, this,
            [this](int index) { m_url->setEditText(m_url->itemData(index).toString()); });
    connect(m_preset, &PresetPicker::presetChosen, this, &ConnectionSection::takePreset);
}

void ConnectionSection::load(const core::Account &account)
{
    const QSignalBlocker quiet(this);
    m_shown = account;
    m_givenName = account.id == 0 ? account.name : QString();
    m_name->setText(account.name);
    m_preset->setPresetId(account.presetId);
    offerUrls(account.presetId);
    m_url->setEditText(account.baseUrl.toString());
    m_url->lineEdit()->setCursorPosition(0);
}

void ConnectionSection::offerUrls(const QString &presetId)
{
    const QSignalBlocker quiet(m_url);
    const QString text = m_url->currentText();
    m_url->clear();
    const core::Preset *const preset = m_context.presets.find(presetId);
    QStringList notes;
    if (preset) {
        if (!preset->baseUrl.isEmpty())
            m_url->addItem(preset->baseUrl.toString(), preset->baseUrl.toString());
        for (const core::AlternativeUrl &other : preset->alternatives)
            m_url->addItem(tr("%1 - %2").arg(other.url, other.label), other.url);
        notes = preset->notes;
    }
    m_url->setEditText(text);
    m_presetRow->setHint(notes.join(u' '));
}

void ConnectionSection::takePreset(const QString &id)
{
    const core::Preset *const preset = m_context.presets.find(id);
    if (!preset)
        return;
    offerUrls(id);
    if (!preset->baseUrl.isEmpty())
        m_url->setEditText(preset->baseUrl.toString());
    else if (m_context.presets.findByUrl(QUrl(m_url->currentText())))
        m_url->setEditText({});
    if (m_shown.id == 0 && (m_name->text().isEmpty() || m_name->text() == m_givenName)) {
        m_givenName = freeAccountName(id, m_context.accounts);
        m_name->setText(m_givenName);
    }
    emit presetChosen(id);
    emit edited();
}

void ConnectionSection::apply(core::Account &account) const
{
    account.name = m_name->text().trimmed();
    account.presetId = m_preset->presetId();
    account.baseUrl = QUrl(m_url->currentText().trimmed(), QUrl::StrictMode);
}

void ConnectionSection::setFaults(const DraftFaults &faults)
{
    m_nameRow->setFault(faults.name);
    m_urlRow->setFault(faults.baseUrl);
}

void ConnectionSection::setBaseUrl(const QUrl &url)
{
    m_url->setEditText(url.toString());
}

void ConnectionSection::focusName()
{
    m_name->setFocus();
    m_name->selectAll();
}

} // namespace ui
