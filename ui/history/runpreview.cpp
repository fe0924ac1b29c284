#include "ui/history/runpreview.h"

#include "core/base/formatting.h"
#include "core/compare/runjson.h"
#include "core/models/attempttablemodel.h"
#include "core/models/historywords.h"
#include "core/models/ledgerwords.h"
#include "ui/markdown/markdownview.h"
#include "ui/theme/markdowntheme.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/primarybutton.h"
#include "ui/widgets/separator.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QRegularExpression>
#include <QVBoxLayout>

using core::LedgerWords;

namespace ui {

namespace {

constexpr qsizetype kPromptLetters = 360;

/// Text that Markdown must show as it is.
QString escaped(const QString &text)
{
    static const QRegularExpression kSpecial(QStringLiteral("([\\\\`*_\\[\\]<>#|~])"));
    return QString(text).replace(kSpecial, QStringLiteral("\\\\1"));
}

QString figures(const core::LaneRecord &lane)
{
    const core::Completion &completion = lane.latest.completion;
    QStringList parts{LedgerWords::status(completion.status)};
    if (const std::optional<double> first = core::firstToken(completion.timing))
        parts += RunPreview::tr("first token %1").arg(core::formatDuration(*first));
    if (const std::optional<double> rate = core::tokensPerSecond(completion))
        parts += RunPreview::tr("%1 tok/s").arg(QString::number(*rate, 'f', 0));
    if (completion.usage.input && completion.usage.output)
        parts +=
            RunPreview::tr("%1 in, %2 out")
                .arg(core::formatCount(*completion.usage.input), core::formatCount(*completion.usage.output));
    parts += LedgerWords::cost(lane.latest);
    if (lane.attempts > 1)
        parts += RunPreview::tr("%n attempts", nullptr, lane.attempts);
    return parts.join(QStringLiteral(" · "));
}

} // namespace

RunPreview::RunPreview(const Theme &theme, MarkdownServices &markdown, QWidget *parent)
    : Surface(theme, Theme::Token::Panel, Left, parent)
    , m_content(new QWidget(this))
    , m_nothing(new ThemedLabel(theme, {}, Theme::Token::Ink2, this))
    , m_view(new MarkdownView(markdown, this))
{
    setObjectName(QStringLiteral("history.preview"));
    setAccessibleName(tr("The chosen run"));
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    m_view->setObjectName(QStringLiteral("history.answers"));
    m_view->setAccessibleName(tr("Answers"));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setFollows(false);
    auto *const inner = new QVBoxLayout(m_content);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(0);
    inner->addWidget(makeHead());
    inner->addWidget(new Separator(theme, Qt::Horizontal, m_content));
    auto *const answers = new QHBoxLayout;
    answers->setContentsMargins(6, 0, 0, 0);
    answers->addWidget(m_view);
    inner->addLayout(answers, 1);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(1, 0, 0, 0);
    column->addWidget(m_content, 1);
    column->addWidget(m_nothing, 1);
    connect(&theme, &Theme::changed, this, &RunPreview::applyTheme);
    applyTheme();
    showNothing(0);
}

QWidget *RunPreview::makeHead()
{
    auto *const head = new QWidget(m_content);
    m_prompt = new ThemedLabel(theme(), {}, Theme::Token::Ink, head);
    m_prompt->setObjectName(QStringLiteral("history.prompt"));
    m_prompt->setType(1.08, QFont::DemiBold);
    m_prompt->setTextFormat(Qt::PlainText);
    m_prompt->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_prompt->setWordWrap(true);
    m_system = new ElidedLabel(theme(), {}, Theme::Token::Ink2, Qt::ElideRight, head);
    m_facts = new ElidedLabel(theme(), {}, Theme::Token::Ink2, Qt::ElideRight, head);
    m_facts->setObjectName(QStringLiteral("history.facts"));
    m_tags = new ElidedLabel(theme(), {}, Theme::Token::Ink2, Qt::ElideRight, head);
    m_tags->setObjectName(QStringLiteral("history.runTags"));
    m_task = new Pill(theme(), {}, Theme::Token::Ink2, head);
    m_task->setObjectName(QStringLiteral("history.runTask"));
    auto *const facts = new QHBoxLayout;
    facts->setSpacing(8);
    facts->addWidget(m_task);
    facts->addWidget(m_facts, 1);
    auto *const column = new QVBoxLayout(head);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    column->addWidget(makeTurns());
    column->addWidget(m_prompt);
    column->addWidget(m_system);
    column->addLayout(facts);
    column->addWidget(m_tags);
    column->addWidget(makeButtons());
    return head;
}

QWidget *RunPreview::makeButtons()
{
    auto *const row = new QWidget(m_content);
    m_reopen = new PrimaryButton(theme(), tr("Reopen"), row);
    m_reopen->setObjectName(QStringLiteral("history.reopen"));
    m_reopen->setToolTip(tr("Show the run on the Compare page as it was (Enter)"));
    m_pin = new FlatButton(theme(), Icon::Pin, tr("Pin"), row);
    m_pin->setObjectName(QStringLiteral("history.pin"));
    m_pin->setCheckable(true);
    auto *const remove = new FlatButton(theme(), Icon::Trash, tr("Delete run"), row);
    remove->setObjectName(QStringLiteral("history.delete"));
    auto *const layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_reopen);
    layout->addWidget(addMenu(row, tr("Task"), QStringLiteral("history.relabel"), m_taskMenu));
    layout->addWidget(addMenu(row, tr("Tags"), QStringLiteral("history.tags"), m_tagMenu));
    layout->addWidget(addMenu(row, tr("Export"), QStringLiteral("history.export"), m_exportMenu));
    layout->addStretch(1);
    layout->addWidget(m_pin);
    layout->addWidget(remove);
    connect(m_reopen, &QPushButton::clicked, this, &RunPreview::reopenRequested);
    connect(m_pin, &QToolButton::clicked, this, &RunPreview::pinRequested);
    connect(remove, &QToolButton::clicked, this, &RunPreview::removalRequested);
    return row;
}

FlatButton *RunPreview::addMenu(QWidget *parent, const QString &text, const QString &objectName, QMenu *&menu)
{
    auto *const button = new FlatButton(theme(), text, FlatButton::Look::Outlined, parent);
    button->setObjectName(objectName);
    menu = new QMenu(button);
    button->setMenu(menu);
    return button;
}

QWidget *RunPreview::makeTurns()
{
    m_turns = new QWidget(m_content);
    m_earlier = new FlatButton(theme(), Icon::ChevronLeft, tr("Earlier turn"), m_turns);
    m_earlier->setObjectName(QStringLiteral("history.earlier"));
    m_later = new FlatButton(theme(), Icon::ChevronRight, tr("Later turn"), m_turns);
    m_later->setObjectName(QStringLiteral("history.later"));
    m_turnText = new ElidedLabel(theme(), {}, Theme::Token::Ink2, Qt::ElideRight, m_turns);
    m_turnText->setObjectName(QStringLiteral("history.turn"));
    auto *const row = new QHBoxLayout(m_turns);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(m_earlier);
    row->addWidget(m_later);
    row->addSpacing(4);
    row->addWidget(m_turnText, 1);
    connect(m_earlier, &QToolButton::clicked, this, [this] { step(-1); });
    connect(m_later, &QToolButton::clicked, this, [this] { step(1); });
    m_turns->hide();
    return m_turns;
}

void RunPreview::setSummary(const std::optional<core::RunSummary> &summary)
{
    const bool pinned = summary && summary->pinned;
    m_pin->setChecked(pinned);
    m_pin->setToolTip(pinned ? tr("Unpin") : tr("Pin"));
    m_pin->setAccessibleName(m_pin->toolTip());
    if (summary && !summary->title.isEmpty())
        m_turnText->setToolTip(summary->title);
}

void RunPreview::setTurns(const QList<core::TurnSummary> &turns)
{
    m_turnList = turns;
    int at = 0;
    while (at < turns.size() && turns.at(at).runId != m_run.id)
        ++at;
    m_turns->setVisible(turns.size() > 1);
    m_turnText->setFullText(tr("Turn %1 of %2").arg(at + 1).arg(turns.size()));
    m_earlier->setEnabled(at > 0);
    m_later->setEnabled(at + 1 < turns.size());
}

void RunPreview::step(int by)
{
    for (qsizetype at = 0; at < m_turnList.size(); ++at) {
        if (m_turnList.at(at).runId == m_run.id && at + by >= 0 && at + by < m_turnList.size()) {
            emit turnRequested(m_turnList.at(at + by).runId);
            return;
        }
    }
}

QString RunPreview::toMarkdown(const core::RunRecord &run)
{
    QString text;
    for (const core::LaneRecord &lane : run.lanes) {
        const core::Completion &completion = lane.latest.completion;
        text +=
            QStringLiteral("### %1\n\n*%2*\n\n").arg(escaped(core::laneTitle(lane)), escaped(figures(lane)));
        if (completion.error)
            text += QStringLiteral("> %1: %2\n\n")
                        .arg(LedgerWords::errorKind(completion.error->kind),
                             escaped(completion.error->message.simplified()));
        if (!completion.refusal.isEmpty())
            text += QStringLiteral("> %1\n\n").arg(escaped(completion.refusal.simplified()));
        if (run.textsKept && !completion.text.trimmed().isEmpty())
            text += completion.text.trimmed() + QStringLiteral("\n\n");
    }
    if (!run.textsKept)
        text += tr("The ledger keeps no text of this run.");
    return text;
}

void RunPreview::showRun(const core::RunRecord &run, const QTimeZone &zone)
{
    const bool another = run.id != m_run.id;
    m_run = run;
    const QString prompt = run.prompt.trimmed();
    m_prompt->setText(!run.textsKept ? tr("Prompt not kept")
                          : prompt.size() > kPromptLetters
                          ? prompt.left(kPromptLetters).trimmed() + QStringLiteral(" …")
                          : prompt);
    m_system->setFullText(tr("System: %1").arg(run.system.simplified()));
    m_system->setVisible(!run.system.isEmpty());
    m_task->setText(LedgerWords::task(run.task));
    m_tags->setFullText(tr("Tags: %1").arg(core::HistoryWords::tags(run.tags).join(QStringLiteral(", "))));
    m_tags->setVisible(!run.tags.isEmpty());
    const core::RunCost cost = core::costOf(run);
    QString money = core::formatMoney(cost.known);
    if (run.source == QLatin1StringView("import") && cost.known == core::Money())
        money = tr("cost not known");
    else if (cost.unknownLanes > 0)
        money = tr("%1 + %n unpriced", nullptr, cost.unknownLanes).arg(money);
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(run.createdAtMs, zone);
    m_facts->setFullText(tr("%1 · %2 · %3 · from the %4", "time, lanes, cost, source")
                             .arg(QLocale().toString(at, QLocale::ShortFormat),
                                  LedgerWords::lanes(run.lanes.size()), money,
                                  LedgerWords::source(run.source)));
    // The same text anew would send the reader back to its beginning.
    if (const QString text = toMarkdown(run); another || text != m_view->markdown())
        m_view->setMarkdownText(text);
    m_nothing->hide();
    m_content->show();
}

void RunPreview::showNothing(int selected)
{
    m_run = {};
    m_nothing->setText(selected > 1 ? tr("%n runs are selected.", nullptr, selected)
                                    : tr("Choose a run to read it here."));
    m_content->hide();
    m_nothing->show();
}

void RunPreview::applyTheme()
{
    m_view->setStyle(markdownStyle(theme()));
}

} // namespace ui
