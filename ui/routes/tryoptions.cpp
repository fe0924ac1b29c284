#include "ui/routes/tryoptions.h"

#include "core/chat/parametersjson.h"
#include "core/chat/tokenestimate.h"
#include "core/models/ledgerwords.h"
#include "ui/routes/routeterms.h"
#include "ui/routes/wordcombo.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/themedlabel.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QJsonDocument>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

constexpr QSize kTryOptionsSize(400, 404);
constexpr int kMostPictures = 99;
constexpr int kMostTurns = 9999;
constexpr int kMostTokens = 10'000'000;
constexpr int kTokensStep = 100;

/// What went with a prompt besides itself, along the lane that was continued.
struct Beforehand
{
    int turns = 0;
    qint64 tokens = 0;
    qsizetype pictures = 0;
};

Beforehand beforehandOf(const QList<core::RunRecord> &turns)
{
    const core::RunRecord &run = turns.constLast();
    Beforehand sum{0, core::estimateTokens(run.system), run.images.size()};
    qint64 parent = run.lanes.isEmpty() ? 0 : run.lanes.constFirst().parentLane;
    for (qsizetype at = turns.size() - 2; at >= 0 && parent != 0; --at) {
        const core::RunRecord &turn = turns.at(at);
        const auto lane =
            std::find_if(turn.lanes.cbegin(), turn.lanes.cend(),
                         [parent](const core::LaneRecord &each) { return each.laneId == parent; });
        if (lane == turn.lanes.cend())
            continue;
        ++sum.turns;
        sum.tokens += core::estimateTokens(turn.prompt) + core::estimateTokens(lane->latest.completion.text);
        sum.pictures += turn.images.size();
        parent = lane->parentLane;
    }
    return sum;
}

/// Empty text has none; nothing: it is no JSON object.
std::optional<QJsonObject> readParameters(const QString &text)
{
    if (text.trimmed().isEmpty())
        return QJsonObject();
    const QJsonDocument json = QJsonDocument::fromJson(text.toUtf8());
    return json.isObject() ? std::optional(json.object()) : std::nullopt;
}

} // namespace

QHash<QString, QString> readTags(const QString &text, QStringList *wrong)
{
    QHash<QString, QString> tags;
    const QStringList parts = text.split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        const qsizetype at = part.indexOf(QLatin1Char('='));
        const QString key = part.first(std::max<qsizetype>(at, 0)).trimmed();
        if (!key.isEmpty())
            tags.insert(key, part.sliced(at + 1).trimmed());
        else if (wrong && !part.trimmed().isEmpty())
            wrong->append(part.trimmed());
    }
    return tags;
}

TryOptions::TryOptions(const RouteTerms &terms, const RoutesContext &context, QWidget *parent)
    : Popup(context.theme, kTryOptionsSize, parent)
    , m_terms(terms)
    , m_tags(new QLineEdit(this))
    , m_wrong(new ThemedLabel(context.theme, {}, Theme::Token::Warn, this))
    , m_model(new QComboBox(this))
    , m_source(new WordCombo(context.theme, this))
    , m_parameters(new QLineEdit(this))
    , m_fault(
          new ThemedLabel(context.theme, tr("Not taken: it must be a JSON object."), Theme::Token::Bad, this))
    , m_pictures(addCount("try.pictures", tr("Pictures"), kMostPictures))
    , m_turns(addCount("try.turns", tr("Earlier turns"), kMostTurns))
    , m_before(addCount("try.before", tr("Tokens before the prompt"), kMostTokens))
    , m_attachment(new QCheckBox(tr("with an &attachment"), this))
{
    setObjectName(QStringLiteral("try.options"));
    setAccessibleName(tr("About the tried call"));
    m_tags->setObjectName(QStringLiteral("try.tags"));
    m_tags->setPlaceholderText(QStringLiteral("tier=gold, user=7"));
    m_tags->setAccessibleName(tr("Tags"));
    m_wrong->setObjectName(QStringLiteral("try.tagsWrong"));
    m_wrong->setTextFormat(Qt::PlainText);
    m_wrong->setWordWrap(true);
    m_wrong->hide();
    m_model->setObjectName(QStringLiteral("try.model"));
    m_model->setEditable(true);
    m_model->setInsertPolicy(QComboBox::NoInsert);
    m_model->setAccessibleName(tr("Requested model"));
    m_source->setObjectName(QStringLiteral("try.source"));
    m_source->setAccessibleName(tr("Where the call comes from"));
    for (const core::CallSource source : {core::CallSource::Window, core::CallSource::Cli,
                                          core::CallSource::Gateway, core::CallSource::Import})
        m_source->addItem(core::LedgerWords::source(core::callSourceName(source)), static_cast<int>(source));
    auto *const form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Tags"), m_tags);
    form->addRow(QString(), m_wrong);
    form->addRow(tr("&Requested model"), m_model);
    form->addRow(tr("&Source"), m_source);
    addParameters(form);
    addMessages(form);
    auto *const clearAll = new FlatButton(context.theme, tr("Clear these"), FlatButton::Look::Link, this);
    clearAll->setObjectName(QStringLiteral("try.clearOptions"));
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->addLayout(form);
    column->addStretch(1);
    column->addWidget(clearAll, 0, Qt::AlignLeft);
    connect(m_tags, &QLineEdit::textChanged, this, &TryOptions::noteTags);
    connect(m_model, &QComboBox::editTextChanged, this, &TryOptions::changed);
    connect(m_source, &QComboBox::currentIndexChanged, this, &TryOptions::changed);
    connect(clearAll, &QToolButton::clicked, this, &TryOptions::clear);
    const auto fill = [this] {
        const QSignalBlocker quiet(m_model);
        const QString typed = m_model->currentText();
        m_model->clear();
        m_model->addItems(m_terms.values(core::Field::RequestedModel, {}));
        m_model->setEditText(typed);
    };
    fill();
    connect(&terms, &RouteTerms::changed, this, fill);
}

void TryOptions::addParameters(QFormLayout *form)
{
    m_parameters->setObjectName(QStringLiteral("try.parameters"));
    m_parameters->setPlaceholderText(QStringLiteral("{\"max_tokens\": 2000}"));
    m_parameters->setAccessibleName(tr("Parameters as JSON"));
    m_fault->setObjectName(QStringLiteral("try.parametersFault"));
    m_fault->setWordWrap(true);
    m_fault->hide();
    form->addRow(tr("Para&meters"), m_parameters);
    form->addRow(QString(), m_fault);
    connect(m_parameters, &QLineEdit::textChanged, this, &TryOptions::noteParameters);
}

QSpinBox *TryOptions::addCount(const char *objectName, const QString &name, int most)
{
    auto *const box = new QSpinBox(this);
    box->setObjectName(QLatin1StringView(objectName));
    box->setAccessibleName(name);
    box->setRange(0, most);
    box->setGroupSeparatorShown(true);
    connect(box, &QSpinBox::valueChanged, this, &TryOptions::changed);
    return box;
}

void TryOptions::addMessages(QFormLayout *form)
{
    m_before->setSingleStep(kTokensStep);
    m_before->setToolTip(tr("Of the system prompt and the earlier turns, estimated"));
    m_turns->setToolTip(tr("How often the person wrote before in this conversation"));
    m_attachment->setObjectName(QStringLiteral("try.attachment"));
    form->addRow(tr("&Pictures"), m_pictures);
    form->addRow(tr("&Earlier turns"), m_turns);
    form->addRow(tr("Tokens &before"), m_before);
    form->addRow(QString(), m_attachment);
    connect(m_attachment, &QCheckBox::toggled, this, &TryOptions::changed);
}

void TryOptions::noteParameters()
{
    const bool usable = readParameters(m_parameters->text()).has_value();
    m_fault->setVisible(!usable);
    m_parameters->setAccessibleDescription(usable ? QString() : m_fault->text());
    emit changed();
}

void TryOptions::noteTags()
{
    QStringList wrong;
    readTags(m_tags->text(), &wrong);
    m_wrong->setVisible(!wrong.isEmpty());
    m_wrong->setText(
        tr("A tag is written key=value; this is none: %1").arg(wrong.join(QStringLiteral(", "))));
    emit changed();
}

void TryOptions::apply(core::PromptFacts &facts) const
{
    facts.tags = readTags(m_tags->text());
    facts.requestedModel = m_model->currentText().trimmed();
    facts.source = static_cast<core::CallSource>(m_source->data());
    facts.parameters = core::parametersFromJson(readParameters(m_parameters->text()).value_or(QJsonObject()));
    facts.hasImages = facts.hasImages || m_pictures->value() > 0;
    facts.hasAttachments = facts.hasAttachments || facts.hasImages || m_attachment->isChecked();
    facts.turns += m_turns->value();
    if (facts.tokens)
        *facts.tokens += m_before->value() + core::kTokensOfAPicture * m_pictures->value();
}

QString TryOptions::inWords() const
{
    core::PromptFacts facts;
    apply(facts);
    QStringList parts;
    for (const QString &key : facts.tags.keys())
        parts.append(QString(key % QLatin1Char('=') % facts.tags.value(key)));
    parts.sort();
    if (!facts.requestedModel.isEmpty())
        parts.append(facts.requestedModel);
    if (facts.source != core::CallSource::Window)
        parts.append(m_source->currentText());
    if (!(facts.parameters == core::ChatParameters()))
        parts.append(m_parameters->text().trimmed());
    if (m_pictures->value() > 0)
        parts.append(tr("%n pictures", nullptr, m_pictures->value()));
    if (m_turns->value() > 0)
        parts.append(tr("%n earlier turns", nullptr, m_turns->value()));
    if (m_before->value() > 0)
        parts.append(tr("%n tokens before", nullptr, m_before->value()));
    if (m_attachment->isChecked())
        parts.append(m_attachment->text().remove(QLatin1Char('&')));
    return parts.join(QStringLiteral(", "));
}

void TryOptions::setTags(const QHash<QString, QString> &tags)
{
    QStringList parts;
    for (auto tag = tags.cbegin(); tag != tags.cend(); ++tag)
        parts.append(QString(tag.key() % QLatin1Char('=') % tag.value()));
    parts.sort();
    m_tags->setText(parts.join(QStringLiteral(", ")));
}

void TryOptions::setParameters(const core::ChatParameters &parameters)
{
    const QJsonObject json = core::parametersToJson(parameters);
    m_parameters->setText(
        json.isEmpty() ? QString() : QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact)));
}

void TryOptions::take(const QList<core::RunRecord> &turns)
{
    const core::RunRecord &run = turns.constLast();
    const Beforehand before = beforehandOf(turns);
    setTags(run.tags);
    setParameters(run.lanes.isEmpty() ? core::ChatParameters() : run.lanes.constFirst().parameters);
    m_pictures->setValue(static_cast<int>(std::min<qsizetype>(before.pictures, kMostPictures)));
    m_turns->setValue(before.turns);
    m_before->setValue(static_cast<int>(std::min<qint64>(before.tokens, kMostTokens)));
}

void TryOptions::clear()
{
    m_tags->clear();
    m_model->clearEditText();
    m_source->setCurrentIndex(0);
    m_parameters->clear();
    for (QSpinBox *count : {m_pictures, m_turns, m_before})
        count->setValue(0);
    m_attachment->setChecked(false);
}

} // namespace ui
