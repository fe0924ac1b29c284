#include "tests/support/testunit.h"
#include "ui/theme/theme.h"
#include "ui/usage/kpibox.h"
#include "ui/usage/kpirow.h"
#include "ui/widgets/convertedlabel.h"

#include <QLabel>
#include <QLocale>
#include <QTest>

/// The cost among the key figures in a further currency: $0.758 at $1.25 a euro are 0.6064 euros.
class ConvertedCostTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void itStandsBesideTheDollars();
    void itFollowsTheCost();
    void anUnknownCostIsNotConverted();

private:
    void showCost(const std::optional<core::Money> &cost)
    {
        core::UsageKpis kpis;
        kpis.now.cost = cost;
        m_row->setKpis(kpis);
    }
    ui::KpiBox *box() const { return m_row->findChild<ui::KpiBox *>(QStringLiteral("kpi.cost")); }
    ui::ConvertedLabel *label() const { return box()->findChild<ui::ConvertedLabel *>(); }
    QString toolTip() const { return box()->findChild<QLabel *>(QStringLiteral("value"))->toolTip(); }

    ui::Theme m_theme;
    const std::optional<core::ExchangeRate> m_rate =
        core::ExchangeRate{QStringLiteral("EUR"), *core::Money::fromDecimal(u"1.25"), QDate(2026, 11, 20)};
    std::unique_ptr<ui::KpiRow> m_row;
};

void ConvertedCostTest::init()
{
    m_row = std::make_unique<ui::KpiRow>(m_theme);
}

void ConvertedCostTest::itStandsBesideTheDollars()
{
    showCost(core::Money::fromDecimal(u"0.758"));
    QVERIFY(label()->isHidden());
    QCOMPARE(toolTip(), QStringLiteral("US$ 0.758"));
    m_row->setDisplayRate(m_rate);
    QVERIFY(!label()->isHidden());
    QCOMPARE(label()->fullText(), QStringLiteral("\u2248 0.606\u202fEUR"));
    QCOMPARE(box()->value(), QStringLiteral("$0.758"));
    QCOMPARE(toolTip(), QStringLiteral("US$ 0.758\n") + label()->explanation());
    QVERIFY(toolTip().contains(QStringLiteral("1 EUR = US$ 1.25, your rate of %1")
                                   .arg(QLocale().toString(QDate(2026, 11, 20), QLocale::ShortFormat))));
    QCOMPARE(box()->accessibleName(), QStringLiteral("Cost: $0.758 \u2248 0.606\u202fEUR"));
    m_row->setDisplayRate(std::nullopt);
    QVERIFY(label()->isHidden());
    QCOMPARE(toolTip(), QStringLiteral("US$ 0.758"));
    QCOMPARE(box()->accessibleName(), QStringLiteral("Cost: $0.758"));
}

void ConvertedCostTest::itFollowsTheCost()
{
    m_row->setDisplayRate(m_rate);
    QVERIFY(label()->isHidden());
    showCost(core::Money::fromDecimal(u"0.758"));
    QCOMPARE(label()->fullText(), QStringLiteral("\u2248 0.606\u202fEUR"));
    showCost(core::Money::fromDecimal(u"2.5"));
    QCOMPARE(label()->fullText(), QStringLiteral("\u2248 2.00\u202fEUR"));
}

void ConvertedCostTest::anUnknownCostIsNotConverted()
{
    m_row->setDisplayRate(m_rate);
    showCost(core::Money::fromDecimal(u"0.758"));
    showCost(std::nullopt);
    QVERIFY(label()->isHidden());
    QVERIFY(label()->fullText().isEmpty());
    QVERIFY(toolTip().isEmpty());
}

SWITCHYARD_TEST(ConvertedCostTest)
#include "tst_convertedcost.moc"
