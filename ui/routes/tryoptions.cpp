#include "ui/routes/tryoptions.h"

#include "core/chat/parametersjson.h"
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
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr QSize kTryOptionsSize(380, 348);

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
    , m_picture(new QCheckBox(tr("with a &picture"), this))
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
    auto *const clearAll = new FlatButton(context.theme, tr("Clear these"), FlatButton::Look::Link, this);
    clearAll->setObjectName(QStringLiteral("try.clearOptions"));
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(16, 14, 16, 14);
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
    m_picture->setObjectName(QStringLiteral("try.picture"));
    m_attachment->setObjectName(QStringLiteral("try.attachment"));
    form->addRow(tr("Para&meters"), m_parameters);
    form->addRow(QString(), m_fault);
    form->addRow(QString(), m_picture);
    form->addRow(QString(), m_attachment);
    connect(m_parameters, &QLineEdit::textChanged, this, &TryOptions::noteParameters);
    for (QCheckBox *box : {m_picture, m_attachment})
        connect(box, &QCheckBox::toggled, this, &TryOptions::changed);
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
    facts.hasImages = facts.hasImages || m_picture->isChecked();
    facts.hasAttachments = facts.hasAttachments || m_attachment->isChecked();
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
    for (const QCheckBox *box : {m_picture, m_attachment}) {
        if (box->isChecked())
            parts.append(box->text().remove(QLatin1Char('&')));
    }
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

void TryOptions::setPicture(bool there)
{
    m_picture->setChecked(there);
}

void TryOptions::setParameters(const core::ChatParameters &parameters)
{
    const QJsonObject json = core::parametersToJson(parameters);
    m_parameters->setText(
        json.isEmpty() ? QString() : QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact)));
}

void TryOptions::clear()
{
    m_tags->clear();
    m_model->clearEditText();
    m_source->setCurrentIndex(0);
    m_parameters->clear();
    m_picture->setChecked(false);
    m_attachment->setChecked(false);
}

} // namespace ui
