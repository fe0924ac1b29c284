#include "ui/routes/rehearsalpanel.h"

#include "core/base/formatting.h"
#include "ui/routes/rehearsaltimeline.h"
#include "ui/routes/wordcombo.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/flatbutton.h"

#include <QKeyEvent>
#include <QListWidget>
#include <QScrollArea>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int kLeastSteps = 28;
constexpr int kMostSteps = 96;
constexpr int kFaultsWidth = 380;
constexpr int kMostRehearsalRows = 5;

} // namespace

RehearsalPanel::RehearsalPanel(const RoutesContext &context, QWidget *parent)
    : Surface(context.theme, Theme::Token::Panel, Surface::Top, parent)
    , m_context(context)
    , m_title(new ThemedLabel(context.theme, {}, Theme::Token::Ink, this))
    , m_summary(new ThemedLabel(context.theme, {}, Theme::Token::Ink, this))
    , m_rows(new QWidget(this))
    , m_rowLayout(new QVBoxLayout(m_rows))
    , m_timeline(new RehearsalTimeline(context.theme, this))
    , m_steps(new QListWidget(this))
{
    setObjectName(QStringLiteral("rehearsal"));
    setAccessibleName(tr("Rehearse failures"));
    m_timeline->setObjectName(QStringLiteral("rehearsal.timeline"));
    m_timeline->setAccessibleName(tr("Timeline of the rehearsed call"));
    m_summary->setObjectName(QStringLiteral("rehearsal.summary"));
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    m_steps->setObjectName(QStringLiteral("rehearsal.steps"));
    m_steps->setAccessibleName(tr("What happens, step by step"));
    m_steps->setFrameShape(QFrame::NoFrame);
    m_steps->setWordWrap(true);
    m_steps->setTextElideMode(Qt::ElideNone);
    m_steps->setResizeMode(QListView::Adjust);
    m_steps->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_steps->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_steps->setSizeAdjustPolicy(QAbstractScrollArea::AdjustToContents);
    m_steps->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_scroll = makeTimes();
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(16, 8, 16, 8);
    column->setSpacing(8);
    column->addLayout(makeHead());
    column->addWidget(m_scroll);
    column->addWidget(m_summary);
    column->addWidget(m_steps);
    connect(m_steps, &QListWidget::currentRowChanged, m_timeline, &RehearsalTimeline::setCurrent);
    connect(m_timeline, &RehearsalTimeline::attemptPressed, this,
            [this](qsizetype at) { m_steps->setCurrentRow(static_cast<int>(at)); });
    connect(&context.theme, &Theme::changed, this, [this] {
        makeRows();
        fitHeights();
    });
}

QScrollArea *RehearsalPanel::makeTimes()
{
    m_rowLayout->setContentsMargins({});
    m_rowLayout->setSpacing(0);
    auto *const both = new QWidget(this);
    auto *const sides = new QHBoxLayout(both);
    sides->setContentsMargins({});
    sides->setSpacing(12);
    sides->addWidget(m_rows, 0, Qt::AlignTop);
    sides->addWidget(m_timeline, 1, Qt::AlignTop);
    auto *const scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("rehearsal.scroll"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(both);
    showThrough(*scroll);
    return scroll;
}

void RehearsalPanel::fitHeights()
{
    const Theme &theme = m_context.theme;
    const int most = theme.px((kMostRehearsalRows + 1) * RehearsalTimeline::kRowHeight);
    m_scroll->setFixedHeight(std::min(m_timeline->sizeHint().height(), most));
    m_steps->setMinimumHeight(theme.px(kLeastSteps));
    m_steps->setMaximumHeight(theme.px(kMostSteps));
}

QLayout *RehearsalPanel::makeHead()
{
    m_title->setType(1.0, QFont::DemiBold);
    m_title->setTextFormat(Qt::PlainText);
    auto *const none = new FlatButton(m_context.theme, tr("&No faults"), FlatButton::Look::Flat, this);
    none->setObjectName(QStringLiteral("rehearsal.none"));
    none->setToolTip(tr("Let every target answer"));
    auto *const close = new FlatButton(m_context.theme, Icon::Close, tr("Close the rehearsal"), this);
    close->setObjectName(QStringLiteral("rehearsal.close"));
    auto *const head = new QHBoxLayout;
    head->addWidget(m_title);
    head->addStretch(1);
    head->addWidget(none);
    head->addWidget(close);
    connect(none, &QToolButton::clicked, this, [this] {
        m_faults.clear();
        makeRows();
        rehearseAgain();
    });
    connect(close, &QToolButton::clicked, this, &RehearsalPanel::closed);
    return head;
}

void RehearsalPanel::setPlan(const core::Decision &plan)
{
    const auto names = [](const core::Decision &decision) {
        QList<core::TargetName> targets;
        for (const core::PlannedTarget &target : decision.targets)
            targets.append(target.name);
        return targets;
    };
    const bool fresh = names(plan) != names(m_plan);
    m_plan = plan;
    m_title->setText(tr("Rehearse failures of “%1”").arg(plan.rule));
    if (fresh) {
        m_faults.clear();
        if (!plan.targets.isEmpty())
            m_faults.insert(0, core::RehearsedFault::Silent);
        makeRows();
    }
    rehearseAgain();
}

void RehearsalPanel::makeRows()
{
    while (QLayoutItem *const item = m_rowLayout->takeAt(0)) {
        if (QWidget *const row = item->widget()) {
            row->hide();
            row->deleteLater();
        }
        delete item;
    }
    m_rows->setFixedWidth(m_context.theme.px(kFaultsWidth));
    for (qsizetype at = 0; at < m_plan.targets.size(); ++at) {
        const QString name = m_plan.targets.at(at).name.toString();
        auto *const row = new QWidget(m_rows);
        row->setFixedHeight(m_context.theme.px(RehearsalTimeline::kRowHeight));
        auto *const label = new ElidedLabel(m_context.theme, name, Theme::Token::Ink, Qt::ElideMiddle, row);
        auto *const fault = new WordCombo(m_context.theme, row);
        fault->setObjectName(QStringLiteral("rehearsal.fault%1").arg(at));
        fault->setAccessibleName(tr("Fault of %1").arg(name));
        for (const core::RehearsedFault each : core::rehearsedFaults())
            fault->addItem(core::faultInWords(each), static_cast<int>(each));
        fault->showData(static_cast<int>(m_faults.value(at, core::RehearsedFault::None)));
        auto *const line = new QHBoxLayout(row);
        line->setContentsMargins({});
        line->setSpacing(6);
        line->addWidget(label, 1);
        line->addWidget(fault);
        m_rowLayout->addWidget(row);
        connect(fault, &QComboBox::currentIndexChanged, this, [this, at, fault] {
            m_faults.insert(at, static_cast<core::RehearsedFault>(fault->data()));
            rehearseAgain();
        });
    }
}

void RehearsalPanel::rehearseAgain()
{
    m_rehearsal = core::rehearse(m_plan, m_faults);
    m_timeline->setRehearsal(m_plan, m_rehearsal);
    fitHeights();
    const bool answered = m_rehearsal.end == core::Rehearsal::End::Answered;
    m_summary->setInk(answered ? Theme::Token::Good : Theme::Token::Bad);
    m_summary->setText(m_rehearsal.summary);
    fillSteps();
}

QString RehearsalPanel::stepOf(qsizetype at) const
{
    const core::RehearsedAttempt &attempt = m_rehearsal.attempts.at(at);
    QStringList parts{
        tr("%1: %2 is asked", "when and who")
            .arg(core::formatDuration(attempt.startMs), m_plan.targets.at(attempt.target).name.toString())};
    if (attempt.firstTokenMs)
        parts.append(tr("first token at %1").arg(core::formatDuration(*attempt.firstTokenMs)));
    parts.append(tr("ends at %1: %2", "when and how")
                     .arg(core::formatDuration(attempt.endMs), RehearsalTimeline::labelOf(attempt)));
    if (!attempt.next.why.isEmpty())
        parts.append(attempt.next.why);
    return parts.join(QStringLiteral(" · "));
}

void RehearsalPanel::fillSteps()
{
    m_steps->clear();
    for (qsizetype at = 0; at < m_rehearsal.attempts.size(); ++at)
        m_steps->addItem(stepOf(at));
}

void RehearsalPanel::takeFocus()
{
    // Rows of a plan before may still be there.
    const QLayoutItem *const row = m_rowLayout->itemAt(0);
    if (auto *const first = row ? row->widget()->findChild<WordCombo *>() : nullptr)
        first->setFocus(Qt::OtherFocusReason);
}

void RehearsalPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit closed();
    else
        Surface::keyPressEvent(event);
}

} // namespace ui
