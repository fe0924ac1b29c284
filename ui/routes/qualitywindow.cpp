#include "ui/routes/qualitywindow.h"

#include "core/base/formatting.h"
#include "core/models/ledgerwords.h"
#include "ui/routes/blindballot.h"
#include "ui/routes/qualitychoices.h"
#include "ui/widgets/figuretable.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/messagepanel.h"
#include "ui/widgets/primarybutton.h"
#include "ui/widgets/themedlabel.h"

#include <QProgressBar>
#include <QStackedWidget>
#include <QVBoxLayout>

using QualityState = core::QualityCheck::State;

namespace ui {

namespace {

constexpr QSize kQualitySize(860, 560);
constexpr int kDrawWaitMs = 250;

FigureRow qualityRow(const core::QualityRow &row)
{
    const QString task = core::LedgerWords::task(row.task);
    const QString claim = core::claimInWords(row);
    const auto count = [](int number) { return FigureCell{core::formatCount(number), number}; };
    const bool told = row.judged() > 0;
    const auto percent = [](double share) { return QLocale().toString(100.0 * share, 'f', 0); };
    const QString share = told
        ? QualityWindow::tr("%1 % (%2 to %3)", "share and its interval")
              .arg(percent(row.share.value), percent(row.share.low), percent(row.share.high))
        : QualityWindow::tr("no verdict");
    return {{task, task, claim},
            count(row.pairs),
            count(row.better),
            count(row.same),
            count(row.worse),
            {share, told ? QVariant(row.share.value) : QVariant(), claim},
            {QualityWindow::tr("%1 → %2", "before and after")
                 .arg(core::formatMoney(row.backtestBefore), core::formatMoney(row.backtestAfter)),
             (row.backtestBefore - row.backtestAfter).toDouble(),
             QualityWindow::tr("Of all %1 calls that would move, by the back-test")
                 .arg(core::formatCount(row.moved))}};
}

} // namespace

QualityWindow::QualityWindow(RuleEditor &editor, const core::QualityServices &services,
                             const RoutesContext &context, QWidget *parent)
    : QDialog(parent)
    , m_editor(editor)
    , m_services(services)
    , m_context(context)
    , m_choices(new QualityChoices(context, this))
    , m_estimate(new ThemedLabel(context.theme, {}, Theme::Token::Ink2, this))
    , m_problem(new MessagePanel(context.theme, this))
    , m_progress(new QProgressBar(this))
    , m_start(new PrimaryButton(context.theme, tr("&Ask them again"), this))
    , m_stop(new FlatButton(context.theme, tr("&Stop"), FlatButton::Look::Outlined, this))
    , m_claim(new ThemedLabel(context.theme, {}, Theme::Token::Ink, this))
    , m_spent(new ThemedLabel(context.theme, {}, Theme::Token::Ink2, this))
    , m_ballot(new BlindBallot(context, this))
    , m_stack(new QStackedWidget(this))
{
    setObjectName(QStringLiteral("quality"));
    setWindowTitle(tr("Quality check"));
    setAccessibleName(windowTitle());
    resize(context.theme.px(kQualitySize.width()), context.theme.px(kQualitySize.height()));
    m_wait.setSingleShot(true);
    m_wait.setInterval(kDrawWaitMs);
    build();
    wire();
}

QualityWindow::~QualityWindow() = default;

void QualityWindow::build()
{
    m_problem->setObjectName(QStringLiteral("quality.problem"));
    m_problem->hide();
    m_estimate->setObjectName(QStringLiteral("quality.estimate"));
    m_progress->setObjectName(QStringLiteral("quality.progress"));
    m_progress->setAccessibleName(tr("Progress of the quality check"));
    m_progress->setTextVisible(false);
    m_start->setObjectName(QStringLiteral("quality.start"));
    m_start->setAutoDefault(false); // Enter in a field is not to spend anything
    m_stop->setObjectName(QStringLiteral("quality.stop"));
    m_claim->setObjectName(QStringLiteral("quality.claim"));
    m_claim->setType(1.15, QFont::DemiBold);
    m_spent->setObjectName(QStringLiteral("quality.spent"));
    for (ThemedLabel *label : {m_estimate, m_claim, m_spent}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_table = new FigureTable(m_context.theme,
                              {tr("Task"), tr("Pairs"), tr("Better"), tr("Same"), tr("Worse"),
                               tr("Share of the new"), tr("Cost by the back-test")},
                              {1, 2, 3, 4, 5, 6}, {1}, m_stack);
    m_table->setObjectName(QStringLiteral("quality.tasks"));
    m_table->setAccessibleName(tr("Result by task"));
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_ballot);
    auto *const row = new QHBoxLayout;
    row->addWidget(m_estimate, 1);
    row->addWidget(m_stop);
    row->addWidget(m_start);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    column->addWidget(m_choices);
    column->addLayout(row);
    column->addWidget(m_problem);
    column->addWidget(m_progress);
    column->addWidget(m_claim);
    column->addWidget(m_spent);
    column->addWidget(m_stack, 1);
}

void QualityWindow::wire()
{
    connect(m_choices, &QualityChoices::changed, &m_wait, qOverload<>(&QTimer::start));
    connect(&m_wait, &QTimer::timeout, this, &QualityWindow::draw);
    connect(m_start, &QPushButton::clicked, this, &QualityWindow::begin);
    connect(m_stop, &QToolButton::clicked, this, [this] {
        if (m_check)
            m_check->cancel();
    });
    connect(m_table, &LedgerTable::left, this, &QualityWindow::reject);
    connect(m_ballot, &BlindBallot::voted, this, [this](core::QualityVerdict verdict) {
        if (m_check && m_voting >= 0)
            m_check->vote(std::exchange(m_voting, -1), verdict);
    });
}

void QualityWindow::openFor(const core::BacktestResult &backtest, const core::RuleSet &rules)
{
    if (!isBusy()) {
        m_backtest = backtest;
        m_rules = rules;
        draw();
    }
    show();
    raise();
    activateWindow();
}

bool QualityWindow::isBusy() const
{
    return m_check
        && (m_check->state() == QualityState::Running || m_check->state() == QualityState::Pausing
            || m_check->state() == QualityState::Voting);
}

void QualityWindow::draw()
{
    m_wait.stop();
    if (isBusy())
        return;
    m_check.reset();
    m_voting = -1;
    m_problem->hide();
    const core::Result<core::QualityOptions> options = m_choices->options();
    if (!options) {
        m_estimate->setText(options.error().message);
        describe();
        return;
    }
    m_check = std::make_unique<core::QualityCheck>(m_services, m_backtest, m_rules, *options);
    connect(m_check.get(), &core::QualityCheck::prepared, this, &QualityWindow::describe);
    connect(m_check.get(), &core::QualityCheck::stateChanged, this, &QualityWindow::describe);
    connect(m_check.get(), &core::QualityCheck::pairChanged, this, &QualityWindow::describe);
    connect(m_check.get(), &core::QualityCheck::failed, this, [this](const core::Error &error) {
        m_estimate->clear();
        m_problem->setMessage(MessagePanel::Kind::Bad, tr("The calls could not be read"), error.message);
    });
    m_estimate->setText(tr("Drawing calls …"));
    m_check->prepare();
    describe();
}

void QualityWindow::begin()
{
    if (!m_check)
        return;
    m_problem->hide();
    if (const core::Result<void> begun = m_check->start(); !begun)
        m_problem->setMessage(MessagePanel::Kind::Warn, tr("Nothing was sent"), begun.error().message);
    describe();
}

void QualityWindow::describeEstimate()
{
    const core::QualityEstimate estimate = m_check->estimate();
    if (m_check->pairs().isEmpty()) {
        m_estimate->setText(tr("None of the calls that would move can be asked again: their texts were not "
                               "kept, or they had no whole answer."));
        return;
    }
    QStringList parts{estimate.low == estimate.high
                          ? tr("%n calls, about %1, judges included.", nullptr, estimate.pairs)
                                .arg(core::formatMoney(estimate.high))
                          : tr("%n calls, about %1 to %2, judges included.", nullptr, estimate.pairs)
                                .arg(core::formatMoney(estimate.low), core::formatMoney(estimate.high))};
    if (estimate.unpriced > 0)
        parts.append(tr("The price of %n requests is not known.", nullptr, estimate.unpriced));
    if (m_check->leftOut() > 0)
        parts.append(tr("%n drawn calls cannot be asked again.", nullptr, m_check->leftOut()));
    m_estimate->setText(parts.join(QLatin1Char(' ')));
}

void QualityWindow::describe()
{
    const QualityState state = m_check ? m_check->state() : QualityState::Preparing;
    const bool ready = m_check && state == QualityState::Paused && !m_check->pairs().isEmpty();
    m_start->setEnabled(ready);
    m_start->setVisible(!isBusy());
    m_stop->setVisible(state == QualityState::Running || state == QualityState::Pausing);
    m_choices->setEnabled(!isBusy());
    if (!m_check || state == QualityState::Preparing) {
        m_progress->setVisible(false);
        m_claim->setVisible(false);
        m_spent->setVisible(false);
        m_table->setRows({});
        m_stack->setCurrentWidget(m_table);
        return;
    }
    if (state == QualityState::Paused || m_check->pairs().isEmpty())
        describeEstimate();
    if (m_check->lastStop() == core::QualityCheck::Stop::MaxCost && state == QualityState::Paused)
        m_problem->setMessage(MessagePanel::Kind::Warn, tr("Stopped at the limit"),
                              tr("The next call might cost more than you allowed."));
    showResult();
    showBallot();
    // The activation records a check only of these very rules, and one that can claim something.
    if (state == QualityState::Finished && m_rules == m_editor.rules()
        && m_check->result().total.judged() >= core::kPairsForClaim)
        m_editor.noteChecked();
}

void QualityWindow::showResult()
{
    const core::QualityResult result = m_check->result();
    int ended = 0;
    for (const core::QualityPair &pair : m_check->pairs()) {
        if (pair.state == core::QualityPair::State::Judged || pair.state == core::QualityPair::State::Failed)
            ++ended;
    }
    m_progress->setRange(0, std::max(1, static_cast<int>(m_check->pairs().size())));
    m_progress->setValue(ended);
    const bool any = ended > 0;
    m_progress->setVisible(any || isBusy());
    m_claim->setVisible(any);
    m_claim->setText(core::claimInWords(result.total));
    m_spent->setVisible(any);
    m_spent->setText(result.unpriced > 0
                         ? tr("Spent: %1, and %n requests of unknown cost.", nullptr, result.unpriced)
                               .arg(core::formatMoney(result.spent))
                         : tr("Spent: %1.").arg(core::formatMoney(result.spent)));
    QList<FigureRow> rows;
    for (const core::QualityRow &row : result.byTask)
        rows.append(qualityRow(row));
    m_table->setRows(rows);
}

void QualityWindow::showBallot()
{
    int waiting = 0;
    int first = -1;
    const QList<core::QualityPair> &pairs = m_check->pairs();
    for (int at = 0; at < pairs.size(); ++at) {
        if (pairs.at(at).state != core::QualityPair::State::Voting)
            continue;
        ++waiting;
        if (first < 0)
            first = at;
    }
    if (first < 0) {
        m_voting = -1;
        m_stack->setCurrentWidget(m_table);
        return;
    }
    if (m_voting < 0 || pairs.at(m_voting).state != core::QualityPair::State::Voting) {
        m_voting = first;
        m_ballot->setPair(pairs.at(first), waiting);
    }
    if (m_stack->currentWidget() != m_ballot) {
        m_stack->setCurrentWidget(m_ballot);
        m_ballot->takeFocus();
    }
}

void QualityWindow::reject()
{
    const bool asks = m_check && m_check->state() == QualityState::Running;
    if (asks)
        m_check->cancel();
    else
        QDialog::reject();
}

} // namespace ui
