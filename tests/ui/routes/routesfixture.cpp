#include "tests/ui/routes/routesfixture.h"

#include "core/accounts/accountstore.h"
#include "core/accounts/modelliststore.h"
#include "core/compare/knowntargets.h"
#include "core/routing/targethealth.h"
#include "tests/support/emptyledger.h"

#include <QAbstractButton>
#include <QVBoxLayout>

using namespace core;

RoutesFixture::RoutesFixture() : m_actions(std::make_unique<ui::Actions>())
{
    m_theme.setScheme(ui::Theme::Scheme::Light);
    m_theme.install();
    test::provideLedger(m_folder.filePath(QStringLiteral("ledger.sqlite")));
    Result<std::unique_ptr<app::Services>> services = app::Services::open(m_folder.path());
    if (!services)
        qFatal("%s", qPrintable(services.error().message));
    m_services = std::move(services.value());
    QFuture<Result<void>> on = m_services->switchDemoOn();
    if (!QTest::qWaitFor([&on] { return on.isFinished(); }, 20'000) || !on.result())
        qFatal("The simulator did not start.");
    addAccount(QStringLiteral("openai"), {QStringLiteral("gpt-5"), QStringLiteral("gpt-5-mini")});
}

RoutesFixture::~RoutesFixture()
{
    m_window.reset();
}

void RoutesFixture::addAccount(const QString &name, const QStringList &models)
{
    Account account;
    account.name = name;
    account.baseUrl = QUrl(QStringLiteral("http://127.0.0.1:1/v1"));
    const Result<Account> added = test::await(m_services->accounts().add(account));
    if (!added)
        qFatal("%s", qPrintable(added.error().message));
    for (const QString &model : models) {
        if (!test::await(m_services->modelLists().addTyped(added->id, model)))
            qFatal("%s was not added.", qPrintable(model));
    }
}

ui::RoutesContext RoutesFixture::context()
{
    if (!m_window)
        makeWindow();
    return {
        m_services->ruleSets(),
        m_services->accounts(),
        m_services->modelLists(),
        m_services->directory(),
        m_services->targetBook(),
        m_services->health(),
        m_services->ledgerReader(),
        m_services->settings(),
        m_services->clock(),
        m_theme,
        m_colours,
        *m_actions,
        *m_toasts,
        [this](const QWidget *, const QStringList &, const std::function<void(const TargetName &)> &picked) {
            if (const std::optional<TargetName> name = parseTargetName(m_pick))
                picked(*name);
        }};
}

QWidget &RoutesFixture::makeWindow()
{
    m_window = std::make_unique<QWidget>();
    m_toasts = new ui::ToastArea(m_theme, m_window.get());
    auto *const column = new QVBoxLayout(m_window.get());
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_window->resize(1364, 850);
    m_window->show();
    m_window->activateWindow();
    return *m_window;
}

ui::RoutesPage &RoutesFixture::makePage()
{
    makeWindow();
    m_page = new ui::RoutesPage(context(), m_window.get());
    m_window->layout()->addWidget(m_page);
    m_page->show();
    m_page->enter();
    return *m_page;
}

void RoutesFixture::saveDraft(const RuleSet &rules)
{
    if (!test::await(store().saveDraft(rules.name, rules)))
        qFatal("The draft was not kept.");
}

void RoutesFixture::activate(const RuleSet &rules)
{
    if (!test::await(store().activate(rules.name, rules, QStringLiteral("first"), false)))
        qFatal("The rules were not activated.");
}

void RoutesFixture::click(const QString &button)
{
    QTest::mouseClick(child<QAbstractButton>(button), Qt::LeftButton);
}

ChainTarget RoutesFixture::target(const QString &name, double weight)
{
    ChainTarget target;
    target.name = parseTargetName(name).value_or(TargetName());
    target.weight = weight;
    return target;
}

Condition RoutesFixture::taskIs(const QStringList &tasks)
{
    Test test;
    test.values = tasks;
    return testCondition(test);
}

Condition RoutesFixture::promptTokens(Operator op, double number)
{
    Test test;
    test.field = Field::PromptTokens;
    test.op = op;
    test.number = number;
    return testCondition(test);
}

RuleSet RoutesFixture::threeBuckets()
{
    RuleSet rules;
    rules.name = QStringLiteral("three buckets");
    Rule reasoning{.name = QStringLiteral("Reasoning")};
    reasoning.when = allOf({taskIs({QStringLiteral("reasoning")})});
    reasoning.chain.targets = {target(QStringLiteral("demo/thinker"))};
    reasoning.chain.fallbacks = {{target(QStringLiteral("openai/gpt-5"))}};
    Rule summaries{.name = QStringLiteral("Summaries and tags")};
    summaries.when = allOf({taskIs({QStringLiteral("summarize"), QStringLiteral("extract")}),
                            promptTokens(Operator::LessThan, 60'000)});
    summaries.chain.pick = PickOrder::Weighted;
    summaries.chain.targets = {target(QStringLiteral("demo/swift"), 0.8),
                               target(QStringLiteral("demo/scholar"), 0.2)};
    summaries.chain.fallbacks = {{target(QStringLiteral("openai/gpt-5-mini"))}};
    summaries.chain.limits.attempts = 3;
    summaries.chain.limits.budget = std::chrono::seconds(40);
    Rule documents{.name = QStringLiteral("Long documents")};
    documents.when = allOf({promptTokens(Operator::MoreThan, 120'000)});
    documents.chain.targets = {target(QStringLiteral("openai/gpt-5"))};
    rules.rules = {reasoning, summaries, documents};
    rules.otherwise.chain.targets = {target(QStringLiteral("openai/gpt-5-mini"))};
    rules.otherwise.chain.fallbacks = {{target(QStringLiteral("demo/swift"))}};
    return rules;
}
