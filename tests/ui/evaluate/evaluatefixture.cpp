#include "tests/ui/evaluate/evaluatefixture.h"

#include "core/accounts/accountstore.h"
#include "core/judging/votestore.h"
#include "core/ledger/ledgerreader.h"
#include "core/settings/keys.h"
#include "core/settings/settings.h"
#include "tests/support/emptyledger.h"

#include <QFile>
#include <QVBoxLayout>

using namespace core;

EvaluateFixture::EvaluateFixture()
    : m_actions(std::make_unique<ui::Actions>()), m_markdown(std::make_unique<ui::MarkdownServices>())
{
    m_theme.setScheme(ui::Theme::Scheme::Light);
    m_theme.install();
    test::provideLedger(m_folder.filePath(QStringLiteral("ledger.sqlite")));
    Result<std::unique_ptr<app::Services>> services = app::Services::open(m_folder.path());
    if (!services)
        qFatal("%s", qPrintable(services.error().message));
    m_services = std::move(services.value());
    m_services->settings().setForProcess(settings::kIncludeSimulated, true);
    QFuture<Result<void>> on = m_services->switchDemoOn();
    if (!QTest::qWaitFor([&on] { return on.isFinished(); }, 20'000) || !on.result())
        qFatal("The simulator did not start.");
    m_volume = std::make_unique<VolumeWatch>(m_services->settings(), m_services->ledgerReader(),
                                             m_services->ledgerWriter(), m_services->clock());
}

EvaluateFixture::~EvaluateFixture()
{
    m_window.reset();
}

ui::EvaluateContext EvaluateFixture::context()
{
    return {
        m_services->evaluateServices(),
        m_services->votes(),
        *m_volume,
        m_services->modelLists(),
        m_services->lineUps(),
        m_services->settings(),
        m_services->ledgerReader(),
        m_theme,
        m_colours,
        *m_markdown,
        *m_actions,
        *m_toasts,
        [this](const QWidget *, const QStringList &, const std::function<void(const TargetName &)> &picked) {
            if (const std::optional<TargetName> name = parseTargetName(m_pick))
                picked(*name);
        }};
}

ui::EvaluatePage &EvaluateFixture::makePage()
{
    m_window = std::make_unique<QWidget>();
    m_toasts = new ui::ToastArea(m_theme, m_window.get());
    m_page = new ui::EvaluatePage(context(), m_window.get());
    auto *const column = new QVBoxLayout(m_window.get());
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_page);
    m_window->resize(1364, 850);
    m_window->show();
    m_window->activateWindow();
    m_page->enter();
    return *m_page;
}

QString EvaluateFixture::file(const QString &name, const QByteArray &text)
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("%s cannot be written.", qPrintable(name));
    return file.fileName();
}

qint64 EvaluateFixture::addSet(const QString &name, const QStringList &columns,
                               const QList<QStringList> &cases, const QString &prompt,
                               const QStringList &checks)
{
    PromptSetDraft draft;
    draft.name = name;
    draft.source = name + QStringLiteral(".csv");
    draft.prompt = prompt;
    draft.table.columns = columns;
    for (const QStringList &values : cases)
        draft.table.cases.append({values});
    for (const QString &check : checks)
        draft.checks.append(parseCheck(check).value());
    return answer(m_services->promptSets().add(draft));
}

qint64 EvaluateFixture::addMatrix(qint64 set, const QStringList &models, const QString &task)
{
    MatrixDraft draft;
    draft.setId = set;
    draft.task = task;
    for (const QString &model : models)
        draft.targets.append(demo(model));
    return answer(m_services->matrices().add(draft));
}
