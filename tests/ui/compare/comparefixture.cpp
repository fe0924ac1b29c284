#include "tests/ui/compare/comparefixture.h"

#include "core/accounts/accountstore.h"
#include "core/ledger/ledgerreader.h"
#include "tests/support/emptyledger.h"

#include <QTest>

using namespace core;

namespace {

/// What a future of the reader says, once it is there.
template <typename T>
T answer(QFuture<Result<T>> future)
{
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }) || !future.result())
        qFatal("The ledger did not answer.");
    return future.result().value();
}

} // namespace

CompareFixture::CompareFixture(bool demo)
    : m_actions(std::make_unique<ui::Actions>()), m_markdown(std::make_unique<ui::MarkdownServices>())
{
    m_theme.setScheme(ui::Theme::Scheme::Light);
    m_theme.install();
    test::provideLedger(m_folder.filePath(QStringLiteral("ledger.sqlite")));
    Result<std::unique_ptr<app::Services>> services = app::Services::open(m_folder.path());
    if (!services)
        qFatal("%s", qPrintable(services.error().message));
    m_services = std::move(services.value());
    if (!demo)
        return;
    QFuture<Result<void>> on = m_services->switchDemoOn();
    if (!QTest::qWaitFor([&on] { return on.isFinished(); }) || !on.result())
        qFatal("The simulator did not start.");
}

CompareFixture::~CompareFixture()
{
    m_page.reset();
}

ui::CompareContext CompareFixture::context()
{
    return {m_services->compareServices(),
            m_services->accounts(),
            m_services->modelLists(),
            m_services->lineUps(),
            m_services->settings(),
            m_services->ledgerReader(),
            m_theme,
            m_colours,
            *m_markdown,
            *m_actions,
            m_services->votes(),
            m_services->templates(),
            m_services->unsentAttachments()};
}

ui::ComparePage &CompareFixture::makePage()
{
    m_page.reset();
    m_page = std::make_unique<ui::ComparePage>(context());
    m_page->resize(1280, 760);
    m_page->show();
    m_page->activateWindow();
    return *m_page;
}

RunRecord CompareFixture::run(qint64 id)
{
    return answer(m_services->ledgerReader().run(id));
}

qint64 CompareFixture::newestRun()
{
    const QList<RunSummary> found = answer(m_services->ledgerReader().searchRuns({}));
    return found.isEmpty() ? 0 : found.constFirst().runId;
}

int CompareFixture::runs()
{
    return static_cast<int>(answer(m_services->ledgerReader().searchRuns({})).size());
}

Target CompareFixture::demo(const char *model)
{
    return {{kDemoAccountName, QString::fromUtf8(model)}};
}
