#include "ui/compare/judgedesk.h"

#include "core/accounts/accountstore.h"
#include "core/base/continuation.h"
#include "core/base/formatting.h"
#include "core/judging/earlierturns.h"
#include "core/judging/votestore.h"
#include "ui/actions.h"
#include "ui/compare/conversation.h"
#include "ui/compare/costestimator.h"
#include "ui/compare/estimatetext.h"
#include "ui/compare/judgetexts.h"
#include "ui/compare/laneboard.h"
#include "ui/compare/lanecontroller.h"
#include "ui/compare/modelchooser.h"
#include "ui/compare/modelpicker.h"
#include "ui/compare/opinionpanel.h"
#include "ui/compare/promptline.h"
#include "ui/compare/verdictdesk.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/toastarea.h"

#include <QAction>
#include <QRandomGenerator>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

JudgeDesk::JudgeDesk(const CompareContext &context, const JudgeParts &parts, QWidget *page)
    : QObject(page)
    , m_context(context)
    , m_parts(parts)
    , m_page(page)
    , m_popup(new Popup(context.theme, {560, 460}, page))
    , m_chooser(new ModelChooser(context, m_popup))
    , m_estimator(new CostEstimator(context, this))
{
    m_popup->setObjectName(QStringLiteral("judgePicker"));
    m_popup->setAccessibleName(tr("Choose the model to ask"));
    auto *const box = new QVBoxLayout(m_popup);
    box->setContentsMargins(1, 1, 1, 1);
    box->addWidget(m_chooser);
    connect(m_chooser, &ModelChooser::chosen, this, [this](const core::ModelChoice &choice) {
        if (choice.typed)
            keepTypedModel(m_context, choice.name);
        m_popup->hide();
        takeChosen(choice.name);
    });
    connect(&parts.panel, &OpinionPanel::accepted, this, &JudgeDesk::ask);
    connect(&parts.panel, &OpinionPanel::stopped, this, &JudgeDesk::stop);
    connect(&parts.panel, &OpinionPanel::closed, this, &JudgeDesk::drop);
    connect(&parts.board, &LaneBoard::changed, this, &JudgeDesk::noteBoard);
    connect(&parts.verdicts, &VerdictDesk::runChanged, this, &JudgeDesk::noteBoard);
    connect(&parts.conversation, &Conversation::changed, this, &JudgeDesk::noteBoard);
    registerActions();
    noteBoard();
}

JudgeDesk::~JudgeDesk() = default;

void JudgeDesk::registerActions()
{
    const auto add = [this](const char *id, const QString &text, Wish wish) {
        const QAction *const action =
            m_context.actions.add({QString::fromLatin1(id), text, tr("Compare"), {}}, m_page);
        connect(action, &QAction::triggered, this, [this, wish] { choose(wish); });
    };
    add("compare.judge", tr("Ask a model to judge the answers …"), Wish::Judge);
    add("compare.merge", tr("Merge the answers by a model …"), Wish::Merge);
    add("compare.summarise", tr("Summarise the answers by a model …"), Wish::Summarise);
}

bool JudgeDesk::canAsk() const
{
    const QList<core::LaneState> states = m_parts.board.states();
    const auto judged = std::count_if(states.cbegin(), states.cend(), [](const core::LaneState &state) {
        return core::canBeJudged(state.completion);
    });
    return m_parts.verdicts.run() != 0 && m_parts.board.running() == 0 && !m_parts.conversation.isReading()
        && !m_parts.promptLine.prompt().isEmpty() && judged >= 2;
}

void JudgeDesk::noteBoard()
{
    const bool possible = canAsk();
    for (const char *id : {"compare.judge", "compare.merge", "compare.summarise"}) {
        if (QAction *const action = m_context.actions.find(QString::fromLatin1(id)))
            action->setEnabled(possible);
    }
}

core::JudgeQuestion JudgeDesk::question() const
{
    core::JudgeQuestion question;
    question.prompt = m_parts.promptLine.prompt();
    question.system = m_parts.promptLine.system();
    for (int place = 0; place < m_parts.board.count(); ++place) {
        const std::optional<core::LaneState> state = m_parts.board.lane(place).state();
        if (state && core::canBeJudged(state->completion))
            question.answers.append({state->laneId, state->target.name, state->completion.text,
                                     m_parts.conversation.given(place, core::AnswerHeads::Numbers).messages});
    }
    return question;
}

QString JudgeDesk::earlierTurnsText(const core::JudgeQuestion &question)
{
    const bool any =
        std::any_of(question.answers.cbegin(), question.answers.cend(),
                    [](const core::AnonymousAnswer &answer) { return !answer.earlier.isEmpty(); });
    if (!any)
        return {};
    return QLatin1Char(' ')
        + tr("The earlier turns go along, at most %L1 characters of them.").arg(core::kEarlierTurnsLimit);
}

QStringList JudgeDesk::names() const
{
    QStringList names;
    for (const core::AnonymousAnswer &answer : m_judgeRequest.question.answers)
        names.append(m_parts.verdicts.nameOf(m_parts.verdicts.placeOf(answer.laneId)));
    return names;
}

void JudgeDesk::choose(Wish wish)
{
    if (!canAsk())
        return;
    m_wish = wish;
    m_chooser->setHint(tr("ask this model; what it costs is said first"));
    m_chooser->reload();
    m_chooser->setChosen({});
    m_popup->openBelow(&m_parts.promptLine.verdictButton());
    m_chooser->focusSearch();
}

void JudgeDesk::takeChosen(const core::TargetName &model)
{
    if (m_wish == Wish::Judge)
        offerJudge(model);
    else
        offerMerge(m_wish == Wish::Merge ? core::MergeKind::Merge : core::MergeKind::Summarise, model);
}

QString JudgeDesk::estimate(const QList<core::CompareRequest> &requests)
{
    const core::CompareRequest &first = requests.constFirst();
    QList<core::Target> targets;
    for (const core::CompareRequest &request : requests)
        targets += request.targets;
    m_estimator->setRequest(targets, first.prompt, first.system, first.task);
    const core::RunEstimate estimate = m_estimator->estimate();
    if (estimate.unpricedLanes > 0)
        return tr("The price of this model is not known.");
    return tr("It will probably cost %1.").arg(moneyRange(estimate.low, estimate.high));
}

void JudgeDesk::offerJudge(const core::TargetName &model)
{
    drop();
    m_wish = Wish::Judge;
    m_judgeRequest = {};
    m_judgeRequest.runId = m_parts.verdicts.run();
    m_judgeRequest.question = question();
    m_judgeRequest.judge = {model};
    m_judgeRequest.seed = QRandomGenerator::global()->generate();
    m_title = tr("Judge: %1").arg(model.toString());
    const int answers = static_cast<int>(m_judgeRequest.question.answers.size());
    m_parts.panel.showOffer(
        m_title,
        tr("It is asked twice about %n answers, without names and in two orders.", nullptr, answers)
            + earlierTurnsText(m_judgeRequest.question) + QLatin1Char(' ')
            + estimate(core::JudgeRun::requests(m_judgeRequest)),
        tr("Ask"));
}

void JudgeDesk::offerMerge(core::MergeKind kind, const core::TargetName &model)
{
    drop();
    m_wish = kind == core::MergeKind::Merge ? Wish::Merge : Wish::Summarise;
    m_mergeRequest = {};
    m_mergeRequest.runId = m_parts.verdicts.run();
    m_mergeRequest.question = question();
    m_mergeRequest.kind = kind;
    m_mergeRequest.model = {model};
    m_mergeRequest.seed = QRandomGenerator::global()->generate();
    m_title = kind == core::MergeKind::Merge ? tr("Merged by %1").arg(model.toString())
                                             : tr("Summarised by %1").arg(model.toString());
    const int answers = static_cast<int>(m_mergeRequest.question.answers.size());
    m_parts.panel.showOffer(m_title,
                            tr("It is given %n answers without their names.", nullptr, answers)
                                + earlierTurnsText(m_mergeRequest.question) + QLatin1Char(' ')
                                + estimate({core::mergeRequest(m_mergeRequest)}),
                            tr("Ask"));
}

void JudgeDesk::ask()
{
    if (m_wish == Wish::Judge)
        askJudge();
    else
        askMerge();
}

void JudgeDesk::askJudge()
{
    core::Result<std::unique_ptr<core::JudgeRun>> judge =
        core::JudgeRun::create(m_context.services, m_judgeRequest);
    if (!judge)
        return m_parts.panel.showResult(m_title, judge.error().message, {});
    m_judge = std::move(judge.value());
    connect(m_judge.get(), &core::JudgeRun::finished, this, &JudgeDesk::showJudgement);
    m_parts.panel.showRunning(m_title, tr("Judging …"));
    m_judge->start();
}

void JudgeDesk::showJudgement(const core::Judgement &judgement)
{
    endJudge();
    const QString cost =
        judgement.unpriced ? tr("cost unknown") : core::formatMoney(judgement.cost, QLocale());
    const QString text = judgementText(judgement, names());
    m_parts.panel.showResult(m_title, cost, text);
    std::optional<core::Vote> vote;
    QList<core::BallotLane> lanes;
    for (const core::AnonymousAnswer &answer : m_judgeRequest.question.answers) {
        const int place = m_parts.verdicts.placeOf(answer.laneId);
        if (place < 0)
            return; // a lane has gone meanwhile: there is no ballot to keep it on
        lanes.append(core::ballotLane(*m_parts.board.lane(place).state(), place));
    }
    vote = core::voteOf(judgement, m_judgeRequest, lanes);
    if (!vote)
        return showAgreement(text, cost);
    core::continued(
        m_context.votes.cast(*vote), this, [this, text, cost](const core::Result<core::CastVote> &kept) {
            if (kept)
                return showAgreement(text, cost);
            m_parts.toasts.showMessage(tr("The verdict could not be kept: %1").arg(kept.error().message));
        });
}

void JudgeDesk::showAgreement(const QString &text, const QString &detail)
{
    core::continued(m_context.votes.agreement(m_judgeRequest.judge.name.toString()), this,
                    [this, text, detail,
                     run = m_judgeRequest.runId](const core::Result<core::JudgeAgreement> &agreement) {
                        if (agreement && run == m_parts.verdicts.run() && !m_judge && m_wish == Wish::Judge
                            && m_parts.panel.isVisibleTo(m_page))
                            m_parts.panel.showResult(m_title, detail,
                                                     text + QLatin1Char('\n')
                                                         + escapedMarkdown(agreementText(*agreement)));
                    });
}

void JudgeDesk::askMerge()
{
    core::Result<std::unique_ptr<core::Comparison>> merge =
        core::Comparison::create(m_context.services, core::mergeRequest(m_mergeRequest));
    if (!merge)
        return m_parts.panel.showResult(m_title, merge.error().message, {});
    m_merge = std::move(merge.value());
    connect(&m_merge->lane(0), &core::Lane::appended, this,
            [this](const QString &text) { m_parts.panel.append(text); });
    connect(m_merge.get(), &core::Comparison::finished, this, &JudgeDesk::noteMerged);
    connect(m_merge.get(), &core::Comparison::rejected, this, [this](const core::Error &error) {
        endMerge();
        m_parts.panel.showResult(m_title, error.message, {});
    });
    m_parts.panel.showRunning(m_title, tr("Writing …"));
    m_merge->start();
}

void JudgeDesk::noteMerged()
{
    const core::LaneState state = m_merge->lane(0).state();
    endMerge();
    QString detail =
        state.cost.amount ? core::formatMoney(*state.cost.amount, QLocale()) : tr("cost unknown");
    if (state.completion.error)
        detail = state.completion.error->message;
    else if (state.status() == core::LaneStatus::Cancelled)
        detail = tr("Stopped.");
    m_parts.panel.showResult(m_title, detail, state.completion.text);
}

int JudgeDesk::costlyCalls() const
{
    if (!m_judge && !m_merge)
        return 0;
    const core::Target &asked = m_judge ? m_judgeRequest.judge : m_mergeRequest.model;
    const std::optional<core::Account> seller = m_context.accounts.find(asked.name.account);
    return seller && seller->simulated ? 0 : m_judge ? 2 : 1;
}

void JudgeDesk::stop()
{
    if (m_judge)
        m_judge->cancel();
    if (m_merge)
        m_merge->cancel();
}

void JudgeDesk::drop()
{
    for (QObject *const asked :
         {static_cast<QObject *>(m_judge.get()), static_cast<QObject *>(m_merge.get())}) {
        if (asked != nullptr)
            asked->disconnect(this);
    }
    if (core::JudgeRun *const judge = m_judge.release()) {
        judge->setParent(this); // the ledger has to learn how it ended
        connect(judge, &core::JudgeRun::finished, judge, &QObject::deleteLater);
        judge->cancel();
    }
    if (core::Comparison *const merge = m_merge.release()) {
        merge->lane(0).disconnect(this);
        merge->setParent(this);
        connect(merge, &core::Comparison::finished, merge, &QObject::deleteLater);
        connect(merge, &core::Comparison::rejected, merge, &QObject::deleteLater);
        merge->cancel();
    }
}

void JudgeDesk::leaveRun()
{
    drop();
    m_parts.panel.hide();
}

void JudgeDesk::endJudge()
{
    if (core::JudgeRun *const judge = m_judge.release())
        judge->deleteLater();
    emit ended();
}

void JudgeDesk::endMerge()
{
    if (core::Comparison *const merge = m_merge.release())
        merge->deleteLater();
    emit ended();
}

} // namespace ui
