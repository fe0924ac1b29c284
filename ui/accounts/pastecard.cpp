#include "ui/accounts/pastecard.h"

#include "core/accounts/presets.h"
#include "core/base/continuation.h"
#include "ui/accounts/pastefield.h"
#include "ui/accounts/presetpicker.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/messagepanel.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/themedlabel.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>

namespace ui {

namespace {

constexpr int kFieldHeight = 76;
constexpr int kChips = 5;

enum Place { InKeychain, InSession, InVariable };

} // namespace

PasteCard::PasteCard(const AccountsContext &context, QWidget *parent)
    : Card(context.theme, tr("Paste a key"), parent)
    , m_context(context)
    , m_field(new PasteField(this))
    , m_found(new ThemedLabel(context.theme, {}, Theme::Token::Ink2, this))
    , m_chips(new QButtonGroup(this))
    , m_others(new PresetPicker(context.presets, this))
    , m_url(new QLineEdit(this))
    , m_place(new SegmentedControl(context.theme, this))
    , m_variable(new QLineEdit(this))
    , m_placeNote(new ThemedLabel(context.theme, {}, Theme::Token::Ink2, this))
    , m_noKeychain(new MessagePanel(context.theme, this))
{
    m_field->setObjectName(QStringLiteral("pasteField"));
    m_field->setAccessibleName(tr("Key, .env line or client code"));
    m_field->setPlaceholderText(tr(
        "A key, a line of a .env file, or code that makes an OpenAI client in JavaScript, Python or curl"));
    m_found->setObjectName(QStringLiteral("pasteFound"));
    m_found->setWordWrap(true);
    m_url->setObjectName(QStringLiteral("pasteUrl"));
    m_url->setPlaceholderText(QStringLiteral("https://host/v1"));
    m_urlRow = new FieldRow(context.theme, tr("Base &URL"), m_url, this);
    content()->addWidget(m_field);
    content()->addWidget(m_found);
    content()->addWidget(makeProviders());
    content()->addWidget(m_urlRow);
    content()->addWidget(makePlace());
    content()->addWidget(m_noKeychain);
    connect(m_field, &PasteField::textTaken, this, &PasteCard::read);
    connect(m_field, &PasteField::submitted, this, &PasteCard::submitted);
    connect(m_url, &QLineEdit::textChanged, this, &PasteCard::describe);
    connect(m_url, &QLineEdit::returnPressed, this, &PasteCard::submitted);
    const auto measure = [this] {
        m_field->setFixedHeight(m_context.theme.px(kFieldHeight));
        m_field->setFont(m_context.theme.codeFont());
    };
    measure();
    connect(&context.theme, &Theme::changed, this, measure);
    reset();
}

QWidget *PasteCard::makeProviders()
{
    m_providers = new QWidget(this);
    auto *const line = new QHBoxLayout(m_providers);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(6);
    m_chips->setExclusive(true);
    // One-key gateways are first among the presets.
    for (const core::Preset &preset : m_context.presets.all().mid(0, kChips)) {
        auto *const chip =
            new FlatButton(m_context.theme, preset.displayName, FlatButton::Look::Outlined, m_providers);
        chip->setCheckable(true);
        chip->setObjectName(QStringLiteral("chip-") + preset.id);
        connect(chip, &QToolButton::clicked, this, [this, id = preset.id] { choosePreset(id); });
        m_chips->addButton(chip);
        line->addWidget(chip);
    }
    m_others->setObjectName(QStringLiteral("otherProvider"));
    m_others->setAccessibleName(tr("Another provider"));
    m_others->setPlaceholderText(tr("another ..."));
    connect(m_others, &PresetPicker::presetChosen, this, &PasteCard::choosePreset);
    line->addWidget(m_others, 1);
    return m_providers;
}

QWidget *PasteCard::makePlace()
{
    m_placeBox = new QWidget(this);
    m_place->setObjectName(QStringLiteral("pastePlace"));
    m_place->setAccessibleName(tr("Where the key is kept"));
    m_place->addSegment(tr("Keychain"), tr("In the desktop's keychain"));
    m_place->addSegment(tr("This session"), tr("In memory; to be entered again after a restart"));
    m_place->addSegment(tr("Environment"), tr("Only the name of a variable is stored"));
    m_variable->setObjectName(QStringLiteral("pasteVariable"));
    m_variable->setAccessibleName(tr("Environment variable"));
    m_placeNote->setWordWrap(true);
    m_placeNote->setType(0.92);
    auto *const line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(new ThemedLabel(m_context.theme, tr("Keep the key in"), Theme::Token::Ink2, m_placeBox));
    line->addWidget(m_place);
    line->addWidget(m_variable, 1);
    line->addStretch();
    auto *const column = new QVBoxLayout(m_placeBox);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(line);
    column->addWidget(m_placeNote);
    connect(m_place, &SegmentedControl::currentChanged, this, [this] {
        m_placeChosen = true;
        describe();
    });
    connect(m_variable, &QLineEdit::textChanged, this, &PasteCard::describe);
    return m_placeBox;
}

void PasteCard::reset()
{
    m_field->reset();
    m_url->clear();
    m_variable->clear();
    m_placeChosen = false;
    {
        const QSignalBlocker quiet(m_place);
        m_place->setCurrent(InKeychain);
    }
    read();
    core::continued(m_context.probeKeychain(), this,
                    [this](const core::Result<void> &answer) { noteKeychain(answer); });
}

void PasteCard::focusField()
{
    m_field->setFocus();
}

void PasteCard::read()
{
    m_pasted.clear();
    m_problem.clear();
    m_chosenPreset.clear();
    const QString text = m_field->secretText().trimmed();
    if (!text.isEmpty()) {
        const core::Result<QList<core::PastedKey>> pasted = core::parsePastedKeys(text, m_context.presets);
        if (pasted)
            m_pasted = *pasted;
        else
            m_problem = pasted.error().message;
    }
    QStringList secrets;
    for (const core::PastedKey &one : std::as_const(m_pasted)) {
        if (!one.key.isEmpty())
            secrets += one.key;
    }
    m_field->setSecrets(secrets);
    m_chips->setExclusive(false);
    const QList<QAbstractButton *> chips = m_chips->buttons();
    for (QAbstractButton *chip : chips)
        chip->setChecked(false);
    m_chips->setExclusive(true);
    m_others->setCurrentIndex(-1);
    m_variable->clear();
    describe();
}

void PasteCard::choosePreset(const QString &id)
{
    m_chosenPreset = id;
    const QList<QAbstractButton *> chips = m_chips->buttons();
    m_chips->setExclusive(false);
    for (QAbstractButton *chip : chips)
        chip->setChecked(chip->objectName() == QStringLiteral("chip-") + id);
    m_chips->setExclusive(true);
    if (m_others->presetId() != id)
        m_others->setCurrentIndex(-1);
    describe();
    if (m_urlRow->isVisible())
        m_url->setFocus();
}

bool PasteCard::needsProvider() const
{
    return m_pasted.size() == 1 && m_pasted.constFirst().presetId.isEmpty();
}

core::KeyStore PasteCard::place() const
{
    if (m_place->current() == InVariable)
        return core::KeyStore::Environment;
    return m_place->current() == InSession ? core::KeyStore::Session : core::KeyStore::Keychain;
}

AccountDraft PasteCard::draftOf(const core::PastedKey &pasted, const QStringList &takenNames) const
{
    const QString presetId = pasted.presetId.isEmpty() ? m_chosenPreset : pasted.presetId;
    AccountDraft draft{accountFromPreset(presetId, m_context, takenNames)};
    if (!pasted.baseUrl.isEmpty())
        draft.account.baseUrl = pasted.baseUrl;
    else if (draft.account.baseUrl.isEmpty())
        draft.account.baseUrl = QUrl(m_url->text().trimmed(), QUrl::StrictMode);
    if (presetId == QLatin1StringView("custom"))
        draft.account.name = freeAccountName(draft.account.baseUrl.host(), m_context.accounts, takenNames);
    draft.newKey = pasted.key;
    if (pasted.key.isEmpty()) {
        draft.account.keyStore =
            pasted.variable.isEmpty() ? core::KeyStore::None : core::KeyStore::Environment;
        draft.account.keyVariable = pasted.variable;
    } else {
        draft.account.keyStore = place();
        if (place() == core::KeyStore::Environment)
            draft.account.keyVariable = m_pasted.size() > 1 && !pasted.variable.isEmpty()
                ? pasted.variable
                : m_variable->text().trimmed();
    }
    return draft;
}

QList<AccountDraft> PasteCard::drafts() const
{
    if (!missing().isEmpty())
        return {};
    QList<AccountDraft> drafts;
    QStringList names;
    for (const core::PastedKey &pasted : m_pasted) {
        drafts += draftOf(pasted, names);
        names += drafts.constLast().account.name;
    }
    return drafts;
}

QString PasteCard::missing() const
{
    if (m_pasted.isEmpty())
        return m_problem;
    if (needsProvider() && m_chosenPreset.isEmpty())
        return tr("A key was found, but many providers' keys look like this. Whose is it?");
    const AccountDraft draft = draftOf(m_pasted.constFirst(), {});
    const core::Preset *const preset = m_context.presets.find(draft.account.presetId);
    const DraftFaults faults = faultsOf(draft, m_context.accounts, false);
    if (!faults.baseUrl.isEmpty())
        return draft.account.baseUrl.isEmpty() ? tr("Enter the base URL of the endpoint.") : faults.baseUrl;
    if (draft.newKey.isEmpty() && draft.account.keyVariable.isEmpty() && preset && preset->keyRequired
        && preset->kind != core::PresetKind::Custom)
        return tr("This is the address of %1: paste your key for it, too.").arg(preset->displayName);
    return faults.key;
}

QString PasteCard::found() const
{
    QStringList parts;
    QStringList names;
    for (const core::PastedKey &pasted : m_pasted) {
        const AccountDraft draft = draftOf(pasted, names);
        names += draft.account.name;
        QString part = providerName(draft.account, m_context.presets) + QStringLiteral(" · ")
            + draft.account.baseUrl.toString();
        if (pasted.key.isEmpty() && !pasted.variable.isEmpty()) {
            const bool set = !m_context.environment.value(pasted.variable).isEmpty();
            part += QStringLiteral(" · ")
                + (set ? tr("key from %1, which is set") : tr("key from %1, which is not set"))
                      .arg(pasted.variable);
        } else if (pasted.key.isEmpty()) {
            part += QStringLiteral(" · ") + tr("without a key");
        }
        parts += part;
    }
    return parts.join(u'\n');
}

void PasteCard::describe()
{
    const bool asksWho = needsProvider();
    const bool hasKey = std::any_of(m_pasted.cbegin(), m_pasted.cend(),
                                    [](const core::PastedKey &pasted) { return !pasted.key.isEmpty(); });
    m_providers->setVisible(asksWho);
    m_urlRow->setVisible(asksWho && m_chosenPreset == QLatin1StringView("custom")
                         && m_pasted.constFirst().baseUrl.isEmpty());
    m_placeBox->setVisible(hasKey);
    const bool byVariable = m_place->current() == InVariable;
    m_variable->setVisible(byVariable && m_pasted.size() == 1);
    if (byVariable && m_variable->text().isEmpty() && !m_variable->hasFocus() && m_pasted.size() == 1) {
        const core::PastedKey &pasted = m_pasted.constFirst();
        const core::Preset *const preset =
            m_context.presets.find(pasted.presetId.isEmpty() ? m_chosenPreset : pasted.presetId);
        const QString usual =
            preset && !preset->variables.isEmpty() ? preset->variables.constFirst() : QString();
        const QSignalBlocker quiet(m_variable);
        m_variable->setText(pasted.variable.isEmpty() ? usual : pasted.variable);
    }
    m_placeNote->setVisible(byVariable);
    m_placeNote->setText(
        tr("The pasted key is used for the test only; the variable must be set when the program "
           "starts."));
    m_noKeychain->setVisible(hasKey && m_keychainMissing);
    const QString now = missing();
    m_found->setInk(m_problem.isEmpty() ? (now.isEmpty() ? Theme::Token::Good : Theme::Token::Ink)
                                        : Theme::Token::Bad);
    m_found->setText(now.isEmpty() ? found() : now);
    m_found->setVisible(!m_found->text().isEmpty());
    emit changed();
}

void PasteCard::noteKeychain(const core::Result<void> &answer)
{
    m_keychainMissing = !answer;
    if (!answer) {
        m_noKeychain->setMessage(
            MessagePanel::Kind::Warn, tr("No keychain answers on this desktop"), answer.error().message,
            tr("The key can be kept for this session, or in an environment variable that "
               "you set. It is never written to a file."));
        if (!m_placeChosen) {
            const QSignalBlocker quiet(m_place);
            m_place->setCurrent(InSession);
        }
    }
    describe();
}

} // namespace ui
