#include "core/accounts/accountstore.h"
#include "core/accounts/modelliststore.h"
#include "core/compare/comparison.h"
#include "core/judging/offers.h"
#include "core/judging/votestore.h"
#include "core/settings/keys.h"
#include "core/settings/settings.h"
#include "tests/support/fakeprovider.h"
#include "tests/support/testunit.h"
#include "tests/ui/evaluate/evaluatefixture.h"
#include "ui/evaluate/auditioncard.h"
#include "ui/evaluate/matrixview.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/flatbutton.h"

#include <QComboBox>
#include <QJsonObject>
#include <QLabel>
#include <QSpinBox>
#include <QTest>

using ui::FlatButton;

/// A new model is offered to be tried on judged prompts.
class AuditionTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void theFirstLookIsNoNews();
    void aNewModelIsOffered();
    void anotherPriceIsOffered();
    void notNowEndsIt();
    void withoutVotesItWaits();
    void itAsksTheNewOneAndTheBestAfresh();

private:
    void list(const QStringList &models, const char *price = "0.000001");
    void vote(const QString &prompt, const QString &task);
    ui::AuditionCard *card() { return m_fixture->child<ui::AuditionCard>("audition"); }
    QString title() { return m_fixture->child<ui::ElidedLabel>("audition.title")->fullText(); }
    QString text() { return m_fixture->child<QLabel>("audition.text")->text(); }

    std::unique_ptr<test::FakeProvider> m_provider;
    std::unique_ptr<EvaluateFixture> m_fixture;
    core::Account m_account;
};

void AuditionTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
    m_provider = std::make_unique<test::FakeProvider>();
    m_fixture = std::make_unique<EvaluateFixture>();
    core::Account account;
    account.name = QStringLiteral("house");
    account.baseUrl = m_provider->baseUrl();
    m_account = EvaluateFixture::answer(m_fixture->services().accounts().add(account));
    for (const char *model : {"old", "older", "fresh"})
        m_provider->onModel(
            QString::fromLatin1(model),
            {test::completion({QStringLiteral("An answer of some length.")}, QString::fromLatin1(model))});
}

void AuditionTest::cleanup()
{
    m_fixture.reset();
    m_provider.reset();
}

void AuditionTest::list(const QStringList &models, const char *price)
{
    QList<core::AccountModel> listing;
    for (const QString &model : models)
        listing.append({model,
                        {{QStringLiteral("id"), model},
                         {QStringLiteral("pricing"),
                          QJsonObject{{QStringLiteral("prompt"), QString::fromLatin1(price)},
                                      {QStringLiteral("completion"), QStringLiteral("0.000002")}}}}});
    QFuture<core::Result<void>> stored =
        m_fixture->services().modelLists().replaceListed(m_account.id, listing);
    QVERIFY(QTest::qWaitFor([&stored] { return stored.isFinished(); }));
}

/// A run of `old` and `older`, in which `old` is the best.
void AuditionTest::vote(const QString &prompt, const QString &task)
{
    core::CompareRequest request;
    request.prompt = prompt;
    request.task = task;
    request.targets = {{{QStringLiteral("house"), QStringLiteral("old")}},
                       {{QStringLiteral("house"), QStringLiteral("older")}}};
    const auto run = core::Comparison::create(m_fixture->services().compareServices(), request);
    QVERIFY(run.hasValue());
    (*run)->start();
    QTRY_VERIFY((*run)->isSettled());
    core::Vote vote;
    vote.runId = (*run)->runId();
    for (int at = 0; at < 2; ++at)
        vote.lanes.append(core::ballotLane((*run)->lane(at).state(), at));
    vote.lanes[0].won = true;
    EvaluateFixture::answer(m_fixture->services().votes().cast(vote));
}

void AuditionTest::theFirstLookIsNoNews()
{
    list({QStringLiteral("old"), QStringLiteral("older")});
    m_fixture->makePage();
    core::Settings &settings = m_fixture->services().settings();
    QTRY_COMPARE(core::offersFromJson(settings.get(core::settings::kKnownOffers)).size(), 2);
    QVERIFY(!card()->isVisible());
}

void AuditionTest::aNewModelIsOffered()
{
    list({QStringLiteral("old")});
    m_fixture->makePage();
    core::Settings &settings = m_fixture->services().settings();
    QTRY_COMPARE(core::offersFromJson(settings.get(core::settings::kKnownOffers)).size(), 1);
    list({QStringLiteral("old"), QStringLiteral("fresh")});
    QTRY_VERIFY(card()->isVisible());
    QCOMPARE(title(), QStringLiteral("house/fresh is new"));
    // Still there at the next start.
    m_fixture->makePage();
    QTRY_VERIFY(card()->isVisible());
}

void AuditionTest::anotherPriceIsOffered()
{
    list({QStringLiteral("old")});
    m_fixture->makePage();
    core::Settings &settings = m_fixture->services().settings();
    QTRY_COMPARE(core::offersFromJson(settings.get(core::settings::kKnownOffers)).size(), 1);
    list({QStringLiteral("old")}, "0.0000005");
    QTRY_VERIFY(card()->isVisible());
    QCOMPARE(title(), QStringLiteral("house/old has another price"));
}

void AuditionTest::notNowEndsIt()
{
    aNewModelIsOffered();
    m_fixture->child<FlatButton>("audition.dismiss")->click();
    QTRY_VERIFY(!card()->isVisible());
    m_fixture->makePage();
    list({QStringLiteral("old"), QStringLiteral("fresh"), QStringLiteral("older")});
    QTRY_VERIFY(card()->isVisible());
    QCOMPARE(title(), QStringLiteral("house/older is new"));
}

void AuditionTest::withoutVotesItWaits()
{
    aNewModelIsOffered();
    QTRY_VERIFY(text().startsWith(QStringLiteral("Once you have voted")));
    QVERIFY(!m_fixture->child<FlatButton>("audition.try")->isVisible());
}

void AuditionTest::itAsksTheNewOneAndTheBestAfresh()
{
    m_fixture->services().settings().set(core::settings::kRunCostLimit, QStringLiteral("10"));
    vote(QStringLiteral("first prompt"), QStringLiteral("extract"));
    vote(QStringLiteral("second prompt"), QStringLiteral("extract"));
    vote(QStringLiteral("of another task"), QStringLiteral("summarize"));
    aNewModelIsOffered();
    auto *const task = m_fixture->child<QComboBox>("audition.task");
    QTRY_COMPARE(task->count(), 2);
    task->setCurrentIndex(task->findData(QStringLiteral("extract")));
    QTRY_VERIFY2(text().contains(QStringLiteral("last 2 judged prompts, beside house/old")),
                 qPrintable(text()));
    QVERIFY2(text().contains(QStringLiteral("Estimated $")), qPrintable(text()));
    m_fixture->child<QSpinBox>("audition.prompts")->setValue(1);
    QTRY_VERIFY(text().contains(QStringLiteral("last 1 judged prompt")));
    m_fixture->child<QSpinBox>("audition.prompts")->setValue(10);
    QTRY_VERIFY(text().contains(QStringLiteral("last 2 judged prompts")));
    m_fixture->child<FlatButton>("audition.try")->click();
    auto *const view = m_fixture->child<ui::MatrixView>("matrix.view");
    QTRY_VERIFY(view->matrix());
    QTRY_COMPARE_WITH_TIMEOUT(view->matrix()->state(), core::Matrix::State::Finished, 30'000);
    QCOMPARE(view->matrix()->caseCount(), 2);
    QCOMPARE(view->matrix()->record().task, QStringLiteral("extract"));
    QStringList models;
    for (const core::Target &target : view->matrix()->targets())
        models += target.name.model;
    QCOMPARE(models, (QStringList{QStringLiteral("old"), QStringLiteral("fresh")}));
    // It was tried: it is no news any more.
    QTRY_VERIFY(!card()->isVisible());
}

SWITCHYARD_TEST(AuditionTest)
#include "tst_audition.moc"
