#include "ui/routes/pastprompts.h"

#include "core/base/clock.h"
#include "core/base/continuation.h"
#include "core/compare/tasksuggestion.h"
#include "core/ledger/ledgerreader.h"
#include "core/models/ledgerwords.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/themedlabel.h"

#include <QListWidget>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr QSize kPastPromptsSize(520, 360);
constexpr int kMostPast = 100;
constexpr int kPastWaitMs = 120;
constexpr int kRunRole = Qt::UserRole + 1;

} // namespace

PastPrompts::PastPrompts(const RoutesContext &context, QWidget *parent)
    : Popup(context.theme, kPastPromptsSize, parent)
    , m_context(context)
    , m_words(new SearchField(context.theme, tr("Find a prompt"), this))
    , m_list(new QListWidget(this))
    , m_nothing(new ThemedLabel(context.theme, {}, Theme::Token::Ink2, this))
{
    setObjectName(QStringLiteral("try.past"));
    setAccessibleName(tr("Prompts of the history"));
    m_words->setObjectName(QStringLiteral("try.pastWords"));
    m_words->setAccessibleName(tr("Find a prompt"));
    m_words->setResults(m_list);
    m_list->setObjectName(QStringLiteral("try.pastList"));
    m_list->setAccessibleName(tr("Prompts of the history"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_nothing->setObjectName(QStringLiteral("try.pastNothing"));
    m_nothing->setWordWrap(true);
    m_nothing->hide();
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    column->addWidget(m_words);
    column->addWidget(m_nothing);
    column->addWidget(m_list, 1);
    m_wait.setSingleShot(true);
    m_wait.setInterval(kPastWaitMs);
    connect(&m_wait, &QTimer::timeout, this, &PastPrompts::search);
    connect(m_words, &QLineEdit::textChanged, &m_wait, qOverload<>(&QTimer::start));
    connect(m_words, &QLineEdit::returnPressed, this, &PastPrompts::pick);
    connect(m_list, &QListWidget::itemActivated, this, &PastPrompts::pick);
    connect(m_list, &QListWidget::itemClicked, this, &PastPrompts::pick);
}

void PastPrompts::open(const QWidget *anchor)
{
    m_words->clear();
    m_wait.stop();
    search();
    openAbove(anchor);
    m_words->setFocus(Qt::PopupFocusReason);
}

void PastPrompts::search()
{
    core::RunFilter filter;
    filter.words = m_words->text();
    filter.limit = kMostPast;
    const int question = ++m_question;
    core::continued(m_context.reader.searchRuns(filter), this,
                    [this, question](const core::Result<QList<core::RunSummary>> &runs) {
                        if (question != m_question)
                            return;
                        if (runs)
                            list(*runs);
                        else
                            emit failed(runs.error());
                    });
}

void PastPrompts::list(const QList<core::RunSummary> &runs)
{
    m_list->clear();
    const qint64 nowMs = m_context.clock.utcMs();
    for (const core::RunSummary &run : runs) {
        if (run.prompt.isEmpty())
            continue;
        QStringList about{core::LedgerWords::ago(run.atMs, nowMs, QTimeZone::systemTimeZone())};
        if (!run.task.isEmpty())
            about.append(core::taskDisplayName(run.task));
        auto *const item =
            new QListWidgetItem(tr("%1 (%2)", "a prompt and when it was sent")
                                    .arg(run.prompt.simplified(), about.join(QStringLiteral(", "))),
                                m_list);
        item->setToolTip(run.prompt);
        item->setData(kRunRole, run.runId);
    }
    m_list->setCurrentRow(m_list->count() > 0 ? 0 : -1);
    m_nothing->setVisible(m_list->count() == 0);
    m_nothing->setText(m_words->text().trimmed().isEmpty()
                           ? tr("The history has no prompt whose text was kept.")
                           : tr("No prompt of the history has these words."));
}

void PastPrompts::pick()
{
    const QListWidgetItem *const item = m_list->currentItem();
    if (!item)
        return;
    hide();
    core::continued(m_context.reader.conversation(item->data(kRunRole).toLongLong()), this,
                    [this](const core::Result<QList<core::RunRecord>> &turns) {
                        if (!turns)
                            emit failed(turns.error());
                        else if (!turns->isEmpty())
                            emit picked(*turns);
                    });
}

} // namespace ui
