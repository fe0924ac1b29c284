#include "core/models/modellistmodel.h"
#include "tests/support/testunit.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace core;

namespace {

ModelChoice choice(const char *target, ModelStatus status = ModelStatus::Active, const char *display = "",
                   const char *vendor = "")
{
    const TargetName name = parseTargetName(QString::fromUtf8(target)).value();
    ModelInfo info;
    info.id = name.model;
    info.displayName = QString::fromUtf8(display);
    info.vendor = QString::fromUtf8(vendor);
    info.status = status;
    return {name, info};
}

QStringList shown(const ModelListModel &model)
{
    QStringList targets;
    for (int row = 0; row < model.rowCount(); ++row)
        targets.append(model.index(row).data().toString());
    return targets;
}

} // namespace

class TestModelListModel : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void wordsNarrowTheList_data();
    void wordsNarrowTheList();
    void favouritesComeFirstAndRetiredLast();
    void theBestMatchComesFirst();
    void anUnknownIdCanBeTyped_data();
    void anUnknownIdCanBeTyped();
    void rolesTellEverything();
    void theLineUpIsCounted();
    void fiveThousandModelsAreFiltered();

private:
    std::unique_ptr<ModelListModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestModelListModel::init()
{
    m_model = std::make_unique<ModelListModel>();
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_model->setChoices({choice("openai/gpt-4o-mini", ModelStatus::Active, "GPT-4o mini", "openai"),
                         choice("openai/gpt-4o", ModelStatus::Deprecated, "GPT-4o", "openai"),
                         choice("anthropic/claude-3-5-sonnet", ModelStatus::Retired, "Claude", "anthropic"),
                         choice("bay/openai/gpt-4o", ModelStatus::Active, "GPT-4o", "openai"),
                         choice("bay/qwen/qwen-plus", ModelStatus::Active, "Qwen Plus", "alibaba")},
                        {QStringLiteral("openai"), QStringLiteral("anthropic"), QStringLiteral("bay")});
}

void TestModelListModel::cleanup()
{
    m_tester.reset();
    m_model.reset();
}

void TestModelListModel::wordsNarrowTheList_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QStringList>("targets");

    QTest::newRow("one word in the id")
        << QStringLiteral("qwen") << QStringList{QStringLiteral("bay/qwen/qwen-plus")};
    QTest::newRow("any case") << QStringLiteral("MINI") << QStringList{QStringLiteral("openai/gpt-4o-mini")};
    QTest::newRow("account and model")
        << QStringLiteral("bay gpt") << QStringList{QStringLiteral("bay/openai/gpt-4o")};
    QTest::newRow("words in any order")
        << QStringLiteral("gpt bay") << QStringList{QStringLiteral("bay/openai/gpt-4o")};
    QTest::newRow("the vendor") << QStringLiteral("alibaba")
                                << QStringList{QStringLiteral("bay/qwen/qwen-plus")};
    QTest::newRow("blanks around") << QStringLiteral("  mini ")
                                   << QStringList{QStringLiteral("openai/gpt-4o-mini")};
    QTest::newRow("words that fit nothing together") << QStringLiteral("qwen mini") << QStringList();
}

void TestModelListModel::wordsNarrowTheList()
{
    QFETCH(QString, filter);
    m_model->setFilter(filter);
    QTEST(shown(*m_model), "targets");
    m_model->setFilter({});
    QCOMPARE(m_model->rowCount(), 5);
}

void TestModelListModel::favouritesComeFirstAndRetiredLast()
{
    m_model->setFavourites({QStringLiteral("bay/qwen/qwen-plus")});
    QCOMPARE(shown(*m_model).constFirst(), QStringLiteral("bay/qwen/qwen-plus"));
    QCOMPARE(shown(*m_model).constLast(), QStringLiteral("anthropic/claude-3-5-sonnet"));
    QVERIFY(m_model->index(0).data(ModelListModel::FavouriteRole).toBool());
    QVERIFY(!m_model->index(1).data(ModelListModel::FavouriteRole).toBool());
}

void TestModelListModel::theBestMatchComesFirst()
{
    m_model->setFilter(QStringLiteral("gpt-4o"));
    QCOMPARE(shown(*m_model),
             QStringList({QStringLiteral("openai/gpt-4o"), QStringLiteral("openai/gpt-4o-mini"),
                          QStringLiteral("bay/openai/gpt-4o")}));
}

void TestModelListModel::anUnknownIdCanBeTyped_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QStringList>("targets");

    QTest::newRow("with its account")
        << QStringLiteral("openai/gpt-9") << QStringList{QStringLiteral("openai/gpt-9")};
    QTest::newRow("without: one row an account")
        << QStringLiteral("gpt-9")
        << QStringList{QStringLiteral("openai/gpt-9"), QStringLiteral("anthropic/gpt-9"),
                       QStringLiteral("bay/gpt-9")};
    QTest::newRow("with slashes in the id")
        << QStringLiteral("bay/x/y:z") << QStringList{QStringLiteral("bay/x/y:z")};
    QTest::newRow("beside listed ones that begin so")
        << QStringLiteral("openai/gpt-4o-m")
        << QStringList{QStringLiteral("openai/gpt-4o-mini"), QStringLiteral("openai/gpt-4o-m")};
    QTest::newRow("a listed one is not offered twice")
        << QStringLiteral("openai/gpt-4o-mini") << QStringList{QStringLiteral("openai/gpt-4o-mini")};
    QTest::newRow("words are no id") << QStringLiteral("no such") << QStringList();
}

void TestModelListModel::anUnknownIdCanBeTyped()
{
    QFETCH(QString, filter);
    m_model->setFilter(filter);
    QTEST(shown(*m_model), "targets");
    const ModelChoice last = m_model->choiceAt(m_model->rowCount() - 1);
    QCOMPARE(last.typed, last.info.status == ModelStatus::Unknown && m_model->rowCount() > 0);
}

void TestModelListModel::rolesTellEverything()
{
    const int row = m_model->rowOf(QStringLiteral("openai/gpt-4o"));
    QVERIFY(row >= 0);
    const auto found = m_model->index(row).data(ModelListModel::ChoiceRole).value<ModelChoice>();
    QCOMPARE(found.name.model, QStringLiteral("gpt-4o"));
    QCOMPARE(found.info.status, ModelStatus::Deprecated);
    QCOMPARE(found, m_model->choiceAt(row));
    QCOMPARE(m_model->rowOf(QStringLiteral("openai/none")), -1);
    QCOMPARE(m_model->choiceAt(99), ModelChoice());
    QVERIFY(!m_model->index(99).data().isValid());
}

void TestModelListModel::theLineUpIsCounted()
{
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    m_model->setChosen({QStringLiteral("openai/gpt-4o"), QStringLiteral("openai/gpt-4o")});
    QCOMPARE(changed.count(), 1);
    const int row = m_model->rowOf(QStringLiteral("openai/gpt-4o"));
    QCOMPARE(m_model->index(row).data(ModelListModel::ChosenRole).toInt(), 2);
    QCOMPARE(m_model->index(m_model->rowOf(QStringLiteral("openai/gpt-4o-mini")))
                 .data(ModelListModel::ChosenRole)
                 .toInt(),
             0);
}

void TestModelListModel::fiveThousandModelsAreFiltered()
{
    QList<ModelChoice> many;
    for (int i = 0; i < 5'000; ++i)
        many.append(choice(qPrintable(QStringLiteral("bay/vendor-%1/model-%2").arg(i % 50).arg(i))));
    m_model->setChoices(many, {QStringLiteral("bay")});
    QCOMPARE(m_model->total(), 5'000);
    m_model->setFilter(QStringLiteral("vendor-7/ 4957"));
    QCOMPARE(shown(*m_model), QStringList{QStringLiteral("bay/vendor-7/model-4957")});
    m_model->setFilter(QStringLiteral("model-49"));
    QCOMPARE(m_model->rowCount(), 111);
}

SWITCHYARD_TEST(TestModelListModel)

#include "tst_modellistmodel.moc"
