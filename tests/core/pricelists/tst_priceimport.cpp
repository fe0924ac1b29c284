#include "core/catalog/modelcatalog.h"
#include "core/pricelists/priceimport.h"
#include "tests/support/testunit.h"

#include <QTest>

using namespace core;

namespace {

// 2026-11-22 12:00 UTC.
constexpr qint64 kImportTime = 1'795'348'800'000;

PriceEntry listPrice(const char *model, const char *input)
{
    PriceEntry entry;
    entry.seller = QStringLiteral("openai");
    entry.model = QString::fromLatin1(model);
    entry.match = PriceMatch::Dated;
    entry.prices.input = Money::fromDecimal(QString::fromLatin1(input))->scaled(1, 1'000'000);
    entry.prices.output = *entry.prices.input * 4;
    return entry;
}

PriceListDocument documentOf(const QList<PriceEntry> &entries, const QDate &date = QDate(2026, 11, 20))
{
    return {QStringLiteral("litellm"), date, entries};
}

/// Entries as the store would have them.
QList<PriceEntry> stored(QList<PriceEntry> entries)
{
    for (qsizetype at = 0; at < entries.size(); ++at)
        entries[at].id = QStringLiteral("list:%1").arg(at + 1);
    return entries;
}

ImportedPriceList lastList(int models, const QDate &date = QDate(2026, 11, 1))
{
    ImportedPriceList list;
    list.name = QStringLiteral("litellm");
    list.sourceDate = date;
    list.models = models;
    return list;
}

QString drawn(const PriceImportPlan &plan)
{
    QStringList changes;
    for (const PriceChange &change : plan.changes) {
        const auto input = [](const std::optional<PriceList> &list) {
            return list ? (*list->base.input * 1'000'000).toDecimal() : QStringLiteral("-");
        };
        changes += change.model + u' ' + input(change.before) + u'>' + input(change.after);
    }
    return changes.join(QStringLiteral(", "));
}

} // namespace

class PriceImportTest : public QObject
{
    Q_OBJECT

private slots:
    void theFirstListIsComparedWithTheBundledPrices();
    void aSecondListSaysWhatChanged();
    void datedPricesBeginWhenTheListSays();
    void theSameListChangesNothing();
    void aCutOffOrOlderListIsRefused_data();
    void aCutOffOrOlderListIsRefused();

private:
    const ModelCatalog m_catalog = *ModelCatalog::load();
    const qint64 m_dayMs = QDate(2026, 11, 20).startOfDay(Qt::UTC).toMSecsSinceEpoch();
};

void PriceImportTest::theFirstListIsComparedWithTheBundledPrices()
{
    const PriceTable none;
    // gpt-4o costs 2.5 in the bundled list.
    const Result<PriceImportPlan> plan =
        planPriceImport(documentOf({listPrice("gpt-4o", "2"), listPrice("gpt-7", "3")}),
                        QStringLiteral("prices.json"), {m_catalog, none}, kImportTime);
    QVERIFY(plan);
    QCOMPARE(drawn(*plan), QStringLiteral("gpt-4o 2.5>2, gpt-7 ->3"));
    QCOMPARE(plan->changes.first().kind, PriceChange::Kind::Changed);
    QCOMPARE(plan->changes.last().kind, PriceChange::Kind::New);
    QCOMPARE(plan->update.list.origin, QStringLiteral("prices.json"));
    QCOMPARE(plan->update.list.models, 2);
    QVERIFY(plan->update.ended.isEmpty());
    // The time before keeps its price; a model that had none has it since ever.
    QCOMPARE(plan->update.added.first().validFromMs, std::optional(m_dayMs));
    QCOMPARE(plan->update.added.last().validFromMs, std::nullopt);
    QCOMPARE(plan->update.added.last().sourceDate, QDate(2026, 11, 20));
}

void PriceImportTest::aSecondListSaysWhatChanged()
{
    const QList<PriceEntry> before =
        stored({listPrice("same-1", "1"), listPrice("dearer-1", "1"), listPrice("gone-1", "1")});
    const PriceTable table(before);
    const Result<PriceImportPlan> plan =
        planPriceImport(documentOf({listPrice("same-1", "1"), listPrice("dearer-1", "2")}), {},
                        {m_catalog, table, lastList(3), before}, kImportTime);
    QVERIFY(plan);
    QCOMPARE(drawn(*plan), QStringLiteral("dearer-1 1>2, gone-1 1>-"));
    QCOMPARE(plan->changes.last().kind, PriceChange::Kind::Gone);
    QCOMPARE(plan->unchanged, 1);
    QStringList ended = plan->update.ended;
    ended.sort();
    QCOMPARE(ended, (QStringList{QStringLiteral("list:2"), QStringLiteral("list:3")}));
    QCOMPARE(plan->update.endsAtMs, m_dayMs);
    QCOMPARE(plan->update.added.size(), 1);
    QCOMPARE(plan->update.added.first().validFromMs, std::optional(m_dayMs));
}

void PriceImportTest::datedPricesBeginWhenTheListSays()
{
    const PriceTable none;
    PriceEntry promised = listPrice("gpt-4o", "1");
    promised.validFromMs = QDate(2027, 1, 1).startOfDay(Qt::UTC).toMSecsSinceEpoch();
    const Result<PriceImportPlan> plan =
        planPriceImport(documentOf({listPrice("gpt-4o", "2"), promised}), {}, {m_catalog, none}, kImportTime);
    QVERIFY(plan);
    QCOMPARE(plan->update.added.first().validFromMs, std::nullopt);
    QCOMPARE(plan->update.added.last().validFromMs, promised.validFromMs);
    QCOMPARE(drawn(*plan), QStringLiteral("gpt-4o 2.5>2"));
}

void PriceImportTest::theSameListChangesNothing()
{
    PriceEntry flex = listPrice("m", "0.5");
    flex.serviceTier = QStringLiteral("flex");
    const QList<PriceEntry> entries{listPrice("m", "1"), flex};
    const PriceTable table(stored(entries));
    const Result<PriceImportPlan> plan = planPriceImport(
        documentOf(entries), {}, {m_catalog, table, lastList(1), stored(entries)}, kImportTime);
    QVERIFY(plan);
    QCOMPARE(plan->unchanged, 1);
    QVERIFY(plan->changes.isEmpty() && plan->update.added.isEmpty() && plan->update.ended.isEmpty());
}

void PriceImportTest::aCutOffOrOlderListIsRefused_data()
{
    QTest::addColumn<int>("had");
    QTest::addColumn<QDate>("date");
    QTest::addColumn<bool>("taken");
    QTest::newRow("as long as before") << 2 << QDate(2026, 11, 20) << true;
    QTest::newRow("a short one that halves") << 9 << QDate(2026, 11, 20) << true;
    QTest::newRow("much shorter than before") << 1'000 << QDate(2026, 11, 20) << false;
    QTest::newRow("of the same day") << 2 << QDate(2026, 11, 1) << true;
    QTest::newRow("older than the one in use") << 2 << QDate(2026, 10, 31) << false;
}

void PriceImportTest::aCutOffOrOlderListIsRefused()
{
    QFETCH(int, had);
    QFETCH(QDate, date);
    QFETCH(bool, taken);
    const PriceTable none;
    const Result<PriceImportPlan> plan =
        planPriceImport(documentOf({listPrice("a", "1"), listPrice("b", "1")}, date),
                        QStringLiteral("new.json"), {m_catalog, none, lastList(had)}, kImportTime);
    QCOMPARE(plan.hasValue(), taken);
    if (!taken) {
        QCOMPARE(plan.error().kind, ErrorKind::InvalidRequest);
        QVERIFY(plan.error().message.startsWith(QStringLiteral("new.json: ")));
        QVERIFY(plan.error().message.contains(QStringLiteral("2026-11-01")));
    }
}

SWITCHYARD_TEST(PriceImportTest)

#include "tst_priceimport.moc"
