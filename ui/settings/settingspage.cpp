#include "ui/settings/settingspage.h"

#include "core/base/money.h"
#include "core/base/typedamount.h"
#include "ui/settings/currencychoice.h"
#include "ui/settings/phrasescard.h"
#include "ui/settings/ratescard.h"
#include "ui/widgets/card.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/keyvaluegrid.h"
#include "ui/widgets/pagebar.h"
#include "ui/widgets/quietcheck.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int kColumn = 720;
constexpr int kAmount = 110;
constexpr int kPercents[] = {50, 75, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300};

QHBoxLayout *labelled(QLabel *label, QWidget *control)
{
    auto *const row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(label);
    row->addStretch(1);
    row->addWidget(control);
    label->setBuddy(control);
    return row;
}

} // namespace

SettingsPage::SettingsPage(Theme &theme, QWidget *parent)
    : Page(parent), m_theme(theme), m_scroll(new QScrollArea(this))
{
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setAccessibleName(tr("Settings"));
    auto *const body = new QWidget(m_scroll);
    auto *const cards = new QVBoxLayout;
    cards->setSpacing(12);
    for (QWidget *card :
         {makeAppearance(), makePrivacy(), makeCosts(), makeRates(), makePhrases(), makeData(), makeAbout()})
        cards->addWidget(card);
    cards->addStretch(1);
    auto *const middle = new QHBoxLayout(body);
    middle->setContentsMargins(16, 16, 16, 16);
    middle->addLayout(cards, 1);
    m_scroll->setWidget(body);

    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new PageBar(theme, tr("Settings"), this));
    column->addWidget(m_scroll, 1);
    const auto measure = [this, body] {
        body->setMaximumWidth(m_theme.px(kColumn));
        m_limit->setFixedWidth(m_theme.px(kAmount));
    };
    measure();
    connect(&theme, &Theme::changed, this, measure);
}

QWidget *SettingsPage::makeAppearance()
{
    auto *const card = new Card(m_theme, tr("Appearance"));
    m_scheme = new SegmentedControl(m_theme, card);
    m_scheme->setObjectName(QStringLiteral("scheme"));
    m_scheme->setAccessibleName(tr("Colours"));
    m_scheme->addSegment(tr("As the system"));
    m_scheme->addSegment(tr("Light"));
    m_scheme->addSegment(tr("Dark"));
    connect(m_scheme, &SegmentedControl::currentChanged, this,
            [this](int index) { emit schemeChosen(static_cast<Theme::Scheme>(index)); });
    card->content()->addLayout(labelled(new ThemedLabel(m_theme, tr("Colours")), m_scheme));

    m_zoom = new QComboBox(card);
    m_zoom->setObjectName(QStringLiteral("zoom"));
    m_zoom->setAccessibleName(tr("Size of text"));
    for (const int percent : kPercents)
        m_zoom->addItem(tr("%1 %").arg(percent), percent / 100.0);
    connect(m_zoom, &QComboBox::activated, this,
            [this](int index) { emit zoomChosen(m_zoom->itemData(index).toDouble()); });
    card->content()->addLayout(labelled(new ThemedLabel(m_theme, tr("Size of &text")), m_zoom));
    setZoom(m_theme.zoom());
    return card;
}

QWidget *SettingsPage::makePrivacy()
{
    auto *const card = new Card(m_theme, tr("Texts"));
    m_keepTexts = new QCheckBox(tr("&Keep prompts and answers in the ledger"), card);
    m_keepTexts->setObjectName(QStringLiteral("keepTexts"));
    connect(m_keepTexts, &QCheckBox::toggled, this, &SettingsPage::keepTextsChosen);
    auto *const hint =
        new ThemedLabel(m_theme,
                        tr("Without them the ledger still has tokens, costs and times of every "
                           "request, but the history has nothing to read or search."),
                        Theme::Token::Ink2, card);
    hint->setWordWrap(true);
    m_keepRaw = new QCheckBox(tr("Keep &raw streams: requests as sent and answers as received"), card);
    m_keepRaw->setObjectName(QStringLiteral("keepRawStreams"));
    connect(m_keepRaw, &QCheckBox::toggled, this, &SettingsPage::keepRawStreamsChosen);
    auto *const rawHint = new ThemedLabel(
        m_theme,
        tr("Of this session they are always there, in memory. Keeping them makes the ledger "
           "several times larger; keys are never in them, and without texts nothing is kept."),
        Theme::Token::Ink2, card);
    rawHint->setWordWrap(true);
    card->content()->addWidget(m_keepTexts);
    card->content()->addWidget(hint);
    card->content()->addWidget(m_keepRaw);
    card->content()->addWidget(rawHint);
    return card;
}

QWidget *SettingsPage::makeCosts()
{
    auto *const card = new Card(m_theme, tr("Costs"));
    m_limit = new QLineEdit(card);
    m_limit->setObjectName(QStringLiteral("runCostLimit"));
    m_limit->setAccessibleName(tr("Ask before a run that may cost more than, in US dollars"));
    m_limit->setAlignment(Qt::AlignRight);
    connect(m_limit, &QLineEdit::editingFinished, this, &SettingsPage::takeLimit);
    connect(m_limit, &QLineEdit::textEdited, this, [this] { m_limitFault->hide(); });
    card->content()->addLayout(
        labelled(new ThemedLabel(m_theme, tr("&Ask before a run that may cost more than (US$)")), m_limit));
    m_limitFault =
        new ThemedLabel(m_theme, tr("This must be an amount such as 0.50. The old limit still holds."),
                        Theme::Token::Bad, card);
    m_limitFault->setAlignment(Qt::AlignRight);
    m_limitFault->hide();
    card->content()->addWidget(m_limitFault);

    m_simulated = new QCheckBox(tr("&Include simulated requests in totals"), card);
    m_simulated->setObjectName(QStringLiteral("includeSimulated"));
    connect(m_simulated, &QCheckBox::toggled, this, &SettingsPage::includeSimulatedChosen);
    card->content()->addWidget(m_simulated);
    m_currency = new CurrencyChoice(m_theme, card);
    card->content()->addWidget(m_currency);
    return card;
}

QWidget *SettingsPage::makeRates()
{
    m_rates = new RatesCard(m_theme);
    return m_rates;
}

QWidget *SettingsPage::makePhrases()
{
    m_phrases = new PhrasesCard(m_theme);
    connect(m_phrases, &PhrasesCard::phrasesChosen, this, &SettingsPage::contextLengthPhrasesChosen);
    return m_phrases;
}

QWidget *SettingsPage::makeData()
{
    m_data = new Card(m_theme, tr("Data"));
    m_folder = new ElidedLabel(m_theme, {}, Theme::Token::Ink, Qt::ElideMiddle, m_data);
    m_folder->setObjectName(QStringLiteral("dataFolder"));
    m_folder->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *const open = new FlatButton(m_theme, tr("&Open folder"), FlatButton::Look::Outlined, m_data);
    open->setObjectName(QStringLiteral("openFolder"));
    connect(open, &QToolButton::clicked, this, &SettingsPage::openFolderRequested);
    auto *const row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(new ThemedLabel(m_theme, tr("Ledger in"), Theme::Token::Ink2, m_data));
    row->addWidget(m_folder, 1);
    row->addWidget(open);
    m_data->content()->addLayout(row);
    auto *const hint =
        new ThemedLabel(m_theme,
                        tr("Keys are not kept there: they stay in the system's keychain, in your "
                           "environment or only in memory."),
                        Theme::Token::Ink2, m_data);
    hint->setWordWrap(true);
    m_data->content()->addWidget(hint);
    return m_data;
}

QWidget *SettingsPage::makeAbout()
{
    auto *const card = new Card(m_theme, tr("About"));
    m_versions = new KeyValueGrid(m_theme, card);
    card->content()->addWidget(m_versions);
    return card;
}

void SettingsPage::setScheme(Theme::Scheme scheme)
{
    const QSignalBlocker quiet(m_scheme);
    m_scheme->setCurrent(static_cast<int>(scheme));
}

void SettingsPage::setZoom(double zoom)
{
    int nearest = 0;
    for (int i = 1; i < m_zoom->count(); ++i) {
        if (qAbs(m_zoom->itemData(i).toDouble() - zoom) < qAbs(m_zoom->itemData(nearest).toDouble() - zoom))
            nearest = i;
    }
    m_zoom->setCurrentIndex(nearest);
}

void SettingsPage::setKeepTexts(bool keep)
{
    setCheckedQuietly(m_keepTexts, keep);
}

void SettingsPage::setKeepRawStreams(bool keep)
{
    setCheckedQuietly(m_keepRaw, keep);
}

void SettingsPage::setRunCostLimit(const QString &usd)
{
    m_limitUsd = usd;
    m_limit->setText(core::amountToType(usd));
    m_limitFault->hide();
}

void SettingsPage::setIncludeSimulated(bool include)
{
    setCheckedQuietly(m_simulated, include);
}

void SettingsPage::setContextLengthPhrases(const QStringList &phrases)
{
    m_phrases->setPhrases(phrases);
}

void SettingsPage::askForRate(const QString &currency)
{
    m_rates->askFor(currency);
    m_scroll->ensureWidgetVisible(m_rates);
}

void SettingsPage::setDataFolder(const QString &path)
{
    m_folder->setFullText(path);
}

void SettingsPage::addToData(QWidget *widget)
{
    m_data->content()->addWidget(widget);
}

void SettingsPage::setVersions(const QList<std::pair<QString, QString>> &rows)
{
    m_versions->clear();
    for (const auto &[name, version] : rows)
        m_versions->addRow(name, version);
}

void SettingsPage::enter()
{
    setZoom(m_theme.zoom());
}

void SettingsPage::takeLimit()
{
    const std::optional<core::Money> amount = core::typedAmount(m_limit->text());
    if (!amount || *amount < core::Money())
        return m_limitFault->show();
    m_limitFault->hide();
    if (amount == core::Money::fromDecimal(m_limitUsd))
        return;
    m_limitUsd = amount->toDecimal();
    emit runCostLimitChosen(m_limitUsd);
}

} // namespace ui
