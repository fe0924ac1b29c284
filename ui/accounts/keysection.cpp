#include "ui/accounts/keysection.h"

#include "core/accounts/presets.h"
#include "core/base/continuation.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/messagepanel.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>

namespace ui {

namespace {

bool keepsKey(core::KeyStore store)
{
    return store == core::KeyStore::Keychain || store == core::KeyStore::Session;
}

} // namespace

KeySection::KeySection(const AccountsContext &context, QWidget *parent)
    : Card(context.theme, tr("Key"), parent)
    , m_context(context)
    , m_place(new SegmentedControl(context.theme, this))
    , m_key(new QLineEdit(this))
    , m_replace(new FlatButton(context.theme, tr("&Replace key ..."), FlatButton::Look::Outlined, this))
    , m_variable(new QLineEdit(this))
    , m_noKeychain(new MessagePanel(context.theme, this))
{
    m_place->setObjectName(QStringLiteral("keyPlace"));
    m_place->setAccessibleName(tr("Where the key is kept"));
    m_place->addSegment(tr("Keychain"), tr("In the desktop's keychain"));
    m_place->addSegment(tr("Environment"), tr("In an environment variable; only its name is stored"));
    m_place->addSegment(tr("This session"), tr("In memory; to be entered again after a restart"));
    m_place->addSegment(tr("No key"));
    m_key->setObjectName(QStringLiteral("accountKey"));
    m_key->setEchoMode(QLineEdit::Password);
    m_key->setPlaceholderText(tr("Paste the key"));
    m_key->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    m_replace->setObjectName(QStringLiteral("replaceKey"));
    m_variable->setObjectName(QStringLiteral("keyVariable"));
    m_variable->setPlaceholderText(QStringLiteral("OPENAI_API_KEY"));
    auto *const placeBox = new QWidget(this);
    auto *const placeLine = new QHBoxLayout(placeBox);
    placeLine->setContentsMargins(0, 0, 0, 0);
    placeLine->addWidget(m_place);
    placeLine->addStretch();
    auto *const keyBox = new QWidget(this);
    auto *const keyLine = new QHBoxLayout(keyBox);
    keyLine->setContentsMargins(0, 0, 0, 0);
    keyLine->addWidget(m_key, 1);
    keyLine->addWidget(m_replace, 0, Qt::AlignLeft);
    m_placeRow = new FieldRow(context.theme, tr("Kept in"), placeBox, this);
    m_keyRow = new FieldRow(context.theme, tr("&Key"), keyBox, this);
    m_variableRow = new FieldRow(context.theme, tr("Variab&le"), m_variable, this);
    m_key->setAccessibleName(tr("Key"));
    m_noKeychain->hide();
    content()->addWidget(m_placeRow);
    content()->addWidget(m_noKeychain);
    content()->addWidget(m_keyRow);
    content()->addWidget(m_variableRow);

    connect(m_place, &SegmentedControl::currentChanged, this, [this] {
        describe();
        emit edited();
    });
    connect(m_key, &QLineEdit::textChanged, this, &KeySection::edited);
    connect(m_variable, &QLineEdit::textChanged, this, [this] {
        describe();
        emit edited();
    });
    connect(m_replace, &QToolButton::clicked, this, &KeySection::replaceKey);
    core::continued(context.probeKeychain(), this,
                    [this](const core::Result<void> &answer) { noteKeychain(answer); });
}

void KeySection::load(const core::Account &account, bool hasKey)
{
    const QSignalBlocker quiet(this);
    m_shown = account;
    m_hasKey = hasKey;
    m_replacing = !hasKey;
    m_key->clear();
    m_place->setCurrent(static_cast<int>(account.keyStore));
    m_variable->setText(account.keyVariable);
    describe();
    core::continued(m_context.probeKeychain(), this,
                    [this](const core::Result<void> &answer) { noteKeychain(answer); });
}

core::KeyStore KeySection::place() const
{
    return static_cast<core::KeyStore>(m_place->current());
}

void KeySection::apply(AccountDraft &draft) const
{
    draft.account.keyStore = place();
    draft.account.keyVariable =
        place() == core::KeyStore::Environment ? m_variable->text().trimmed() : QString();
    draft.newKey = keepsKey(place()) && m_replacing ? m_key->text().trimmed() : QString();
}

bool KeySection::keyStored() const
{
    return m_hasKey && keepsKey(m_shown.keyStore);
}

void KeySection::setFaults(const DraftFaults &faults)
{
    const bool inVariable = place() == core::KeyStore::Environment;
    m_keyRow->setFault(inVariable ? QString() : faults.key);
    m_variableRow->setFault(inVariable ? faults.key : QString());
}

void KeySection::takePreset(const QString &presetId)
{
    const core::Preset *const preset = m_context.presets.find(presetId);
    if (!preset || m_shown.id != 0)
        return;
    if (m_variable->text().isEmpty() && !preset->variables.isEmpty())
        m_variable->setText(preset->variables.constFirst());
    if (!preset->keyRequired)
        m_place->setCurrent(static_cast<int>(core::KeyStore::None));
    else if (place() == core::KeyStore::None)
        m_place->setCurrent(
            static_cast<int>(m_keychainMissing ? core::KeyStore::Session : core::KeyStore::Keychain));
}

void KeySection::noteKeychain(const core::Result<void> &answer)
{
    m_keychainMissing = !answer;
    if (!answer)
        m_noKeychain->setMessage(MessagePanel::Kind::Warn, tr("No keychain answers on this desktop"),
                                 answer.error().message,
                                 tr("Keep the key for this session only, or name an environment variable. "
                                    "It is never written to a file."));
    else
        m_noKeychain->hide();
    describe();
}

void KeySection::describe()
{
    const bool keeps = keepsKey(place());
    m_keyRow->setVisible(keeps);
    m_variableRow->setVisible(place() == core::KeyStore::Environment);
    m_noKeychain->setVisible(m_keychainMissing && place() == core::KeyStore::Keychain);
    m_key->setVisible(m_replacing);
    m_replace->setVisible(!m_replacing);
    switch (place()) {
    case core::KeyStore::Keychain:
        m_placeRow->setHint(m_hasKey && !m_replacing ? tr("A key is kept in the desktop's keychain.")
                                                     : QString());
        break;
    case core::KeyStore::Session:
        m_placeRow->setHint(m_hasKey && !m_replacing
                                ? tr("A key is in memory until the program ends.")
                                : tr("The key is in memory only and must be entered again after a restart."));
        break;
    case core::KeyStore::Environment: {
        const QString name = m_variable->text().trimmed();
        const bool set = !name.isEmpty() && !m_context.environment.value(name).isEmpty();
        m_placeRow->setHint(tr("Only the variable's name is stored."));
        if (name.isEmpty())
            m_variableRow->setHint({});
        else
            m_variableRow->setHint(set ? tr("%1 is set.").arg(name)
                                       : tr("%1 is not set: set it and start the program again.").arg(name));
        break;
    }
    case core::KeyStore::None:
        m_placeRow->setHint(tr("Requests are sent without a key, as local servers take them."));
        break;
    }
}

void KeySection::replaceKey()
{
    m_replacing = true;
    m_key->clear();
    describe();
    m_key->setFocus();
    emit edited();
}

void KeySection::focusKey()
{
    if (!m_replacing)
        replaceKey();
    m_key->setFocus();
}

} // namespace ui
