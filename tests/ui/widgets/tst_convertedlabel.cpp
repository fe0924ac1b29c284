#include "ui/widgets/convertedlabel.h"

#include "tests/support/testunit.h"
#include "ui/theme/theme.h"
#include "ui/widgets/meter.h"

#include <QLocale>
#include <QTest>

/// An amount in a further currency, alone and beside a figure of the status bar.
class ConvertedLabelTest : public QObject
{
    Q_OBJECT

private slots:
    void anAmountIsShownWithItsRate();
    void itIsHiddenWithNothingToConvert_data();
    void itIsHiddenWithNothingToConvert();
    void theToolTipOutlivesAnotherWidth();
    void aMeterNamesBoth();

private:
    ui::Theme m_theme;
    const std::optional<core::Money> m_usd = core::Money::fromDecimal(u"37.9");
    const std::optional<core::ExchangeRate> m_rate =
        core::ExchangeRate{QStringLiteral("EUR"), *core::Money::fromDecimal(u"1.08"), QDate(2026, 11, 20)};
    const QString m_text = QStringLiteral("\u2248 35.09\u202fEUR");
};

void ConvertedLabelTest::anAmountIsShownWithItsRate()
{
    ui::ConvertedLabel label(m_theme);
    QVERIFY(label.isHidden());
    label.setAmount(m_usd, m_rate);
    QVERIFY(!label.isHidden());
    QCOMPARE(label.fullText(), m_text);
    QCOMPARE(label.toolTip(),
             m_text
                 + QStringLiteral(" at 1 EUR = US$ 1.08, your rate of %1; for display only")
                       .arg(QLocale().toString(QDate(2026, 11, 20), QLocale::ShortFormat)));
}

void ConvertedLabelTest::itIsHiddenWithNothingToConvert_data()
{
    QTest::addColumn<std::optional<core::Money>>("amount");
    QTest::addColumn<bool>("rate");
    const std::optional<core::Money> unknown;
    QTest::newRow("an unknown amount") << unknown << true;
    QTest::newRow("no rate") << m_usd << false;
    QTest::newRow("neither") << unknown << false;
    QTest::newRow("nothing spent") << std::optional(core::Money()) << true;
}

void ConvertedLabelTest::itIsHiddenWithNothingToConvert()
{
    QFETCH(const std::optional<core::Money>, amount);
    QFETCH(const bool, rate);
    ui::ConvertedLabel label(m_theme);
    label.setAmount(m_usd, m_rate);
    label.setAmount(amount, rate ? m_rate : std::nullopt);
    QVERIFY(label.isHidden());
    QVERIFY(label.fullText().isEmpty());
    QVERIFY(label.explanation().isEmpty());
    QVERIFY(label.toolTip().isEmpty());
}

void ConvertedLabelTest::theToolTipOutlivesAnotherWidth()
{
    QWidget window;
    auto *const label = new ui::ConvertedLabel(m_theme, &window);
    label->setAmount(m_usd, m_rate);
    window.show();
    label->resize(20, 20);
    QVERIFY(label->isElided());
    QCOMPARE(label->toolTip(), label->explanation());
    QVERIFY(!label->explanation().isEmpty());
}

void ConvertedLabelTest::aMeterNamesBoth()
{
    ui::Meter meter(m_theme, QStringLiteral("November"));
    meter.setValue(QStringLiteral("$37.90"));
    meter.setConverted(m_usd, std::nullopt);
    QVERIFY(!meter.findChild<ui::ConvertedLabel *>());
    meter.setConverted(m_usd, m_rate);
    QCOMPARE(meter.value(), QStringLiteral("$37.90"));
    QCOMPARE(meter.accessibleName(), QStringLiteral("November $37.90 ") + m_text);
    // A limit is that of the dollars, and after both.
    meter.setLimit(QStringLiteral("of $60"));
    QCOMPARE(meter.value(), QStringLiteral("$37.90 of $60"));
    QCOMPARE(meter.accessibleName(), QStringLiteral("November $37.90 ") + m_text + QStringLiteral(" of $60"));
    meter.setLimit({});
    meter.setConverted(m_usd, std::nullopt);
    QVERIFY(meter.findChild<ui::ConvertedLabel *>()->isHidden());
    QCOMPARE(meter.accessibleName(), QStringLiteral("November $37.90"));
}

SWITCHYARD_TEST(ConvertedLabelTest)
#include "tst_convertedlabel.moc"
