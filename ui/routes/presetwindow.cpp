#include "ui/routes/presetwindow.h"

#include "core/accounts/accountstore.h"
#include "ui/widgets/primarybutton.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/themedlabel.h"

#include <QListWidget>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr QSize kPresetsSize(760, 480);

} // namespace

PresetWindow::PresetWindow(const core::Presets &presets, const core::ModelCatalog &catalog,
                           const RoutesContext &context, QWidget *parent)
    : QDialog(parent)
    , m_presets(presets)
    , m_catalog(catalog)
    , m_context(context)
    , m_list(new QListWidget(this))
    , m_title(new ThemedLabel(context.theme, {}, Theme::Token::Ink, this))
    , m_summary(new ThemedLabel(context.theme, {}, Theme::Token::Ink2, this))
    , m_choices(new ThemedLabel(context.theme, {}, Theme::Token::Ink, this))
    , m_remarks(new ThemedLabel(context.theme, {}, Theme::Token::Warn, this))
    , m_take(new PrimaryButton(context.theme, tr("&Use these rules"), this))
{
    setObjectName(QStringLiteral("presets"));
    setWindowTitle(tr("New rules from a preset"));
    setAccessibleName(windowTitle());
    resize(context.theme.px(kPresetsSize.width()), context.theme.px(kPresetsSize.height()));
    build();
    connect(m_list, &QListWidget::currentRowChanged, this, &PresetWindow::describe);
    connect(m_list, &QListWidget::itemDoubleClicked, this, &PresetWindow::take);
    connect(m_take, &QPushButton::clicked, this, &PresetWindow::take);
}

void PresetWindow::build()
{
    m_list->setObjectName(QStringLiteral("presets.list"));
    m_list->setAccessibleName(tr("Presets"));
    m_list->setItemDelegate(new RowDelegate(m_context.theme, m_list));
    m_list->setMinimumWidth(m_context.theme.px(200));
    for (const core::RulePreset preset : core::allRulePresets())
        new QListWidgetItem(core::rulePresetTitle(preset), m_list);
    m_title->setType(1.15, QFont::DemiBold);
    m_summary->setObjectName(QStringLiteral("presets.summary"));
    m_choices->setObjectName(QStringLiteral("presets.choices"));
    m_choices->setAlignment(Qt::AlignTop);
    m_choices->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_remarks->setObjectName(QStringLiteral("presets.remarks"));
    for (ThemedLabel *label : {m_title, m_summary, m_choices, m_remarks}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_take->setObjectName(QStringLiteral("presets.take"));
    m_take->setDefault(true);
    m_take->setToolTip(tr("They become a draft that can be edited; nothing runs before it is activated"));
    auto *const scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_choices);
    auto *const side = new QWidget(this);
    auto *const column = new QVBoxLayout(side);
    column->setContentsMargins(12, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_title);
    column->addWidget(m_summary);
    column->addWidget(scroll, 1);
    column->addWidget(m_remarks);
    column->addWidget(m_take, 0, Qt::AlignRight);
    auto *const splitter = new QSplitter(this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_list);
    splitter->addWidget(side);
    splitter->setStretchFactor(1, 1);
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins(16, 16, 16, 16);
    rows->addWidget(splitter);
}

void PresetWindow::open()
{
    fill();
    show();
    raise();
    activateWindow();
    m_list->setFocus();
}

void PresetWindow::fill()
{
    const QList<core::PresetCandidate> candidates = core::presetCandidates(
        m_context.accounts.accounts(), m_context.directory, m_catalog, m_presets, m_context.book);
    m_proposals.clear();
    for (const core::RulePreset preset : core::allRulePresets())
        m_proposals.append(core::fillPreset(preset, candidates));
    if (m_list->currentRow() < 0)
        m_list->setCurrentRow(0);
    describe();
}

void PresetWindow::describe()
{
    const int row = m_list->currentRow();
    if (row < 0 || row >= m_proposals.size())
        return;
    const core::RulePreset preset = core::allRulePresets().at(row);
    const core::PresetProposal &proposal = m_proposals.at(row);
    m_title->setText(core::rulePresetTitle(preset));
    m_summary->setText(core::rulePresetSummary(preset));
    QStringList lines;
    for (const core::PresetChoice &choice : proposal.choices) {
        const QString place = choice.isFallback
            ? tr("%1, if it fails: %2", "a rule and a model").arg(choice.rule, choice.target.toString())
            : tr("%1: %2", "a rule and a model").arg(choice.rule, choice.target.toString());
        lines.append(QString(place % QLatin1Char('\n') % choice.why));
    }
    m_choices->setText(lines.isEmpty() ? tr("No model that is there fits these rules.")
                                       : lines.join(QStringLiteral("\n\n")));
    m_remarks->setText(proposal.remarks.join(QLatin1Char('\n')));
    m_remarks->setVisible(!proposal.remarks.isEmpty());
    m_take->setEnabled(proposal.isUsable());
}

void PresetWindow::take()
{
    const int row = m_list->currentRow();
    if (row < 0 || row >= m_proposals.size() || !m_proposals.at(row).isUsable())
        return;
    hide();
    emit taken(m_proposals.at(row).rules);
}

} // namespace ui
