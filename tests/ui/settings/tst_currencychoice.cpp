#include "ui/settings/currencychoice.h"

#include "tests/support/testunit.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QLabel>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

/// In which currency amounts are also shown.
class CurrencyChoiceTest : public QObject
{
    Q_OBJECT

private slots:
    void itOffersWhatHasARate_data();
    void itOffersWhatHasARate();
    void aCurrencyIsChosen();
};

void CurrencyChoiceTest::itOffersWhatHasARate_data()
{
    QTest::addColumn<QStringList>("rates");
    QTest::addColumn<QString>("chosen");
    QTest::addColumn<QStringList>("offered");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<QString>("hint");
    const QString none = QStringLiteral("None");
    const QString eur = QStringLiteral("EUR");
    const QString cny = QStringLiteral("CNY");
    QTest::newRow("no rate: what to do") << QStringList() << QString() << QStringList{none} << none
                                         << QStringLiteral("set its rate under “Exchange rates”");
    QTest::newRow("rates and no choice")
        << QStringList{cny, eur} << QString() << QStringList{none, cny, eur} << none << QString();
    QTest::newRow("a choice with its rate and day")
        << QStringList{cny, eur} << eur << QStringList{none, cny, eur} << eur
        << QStringLiteral("1 EUR = US$ 1.08, your rate of %1")
               .arg(QLocale().toString(QDate(2026, 11, 20), QLocale::ShortFormat));
    QTest::newRow("a choice whose rate is gone")
        << QStringList{cny} << eur << QStringList{none, cny, QStringLiteral("EUR (no rate)")}
        << QStringLiteral("EUR (no rate)") << QStringLiteral("There is no rate of EUR any more");
}

void CurrencyChoiceTest::itOffersWhatHasARate()
{
    QFETCH(const QStringList, rates);
    QFETCH(const QString, chosen);
    QFETCH(const QString, hint);
    ui::Theme theme;
    ui::CurrencyChoice choice(theme);
    QList<core::ExchangeRate> stored;
    for (const QString &currency : rates)
        stored.append({currency, *core::Money::fromDecimal(u"1.08"), QDate(2026, 11, 20)});
    const QSignalSpy spy(&choice, &ui::CurrencyChoice::currencyChosen);
    choice.setChoice(stored, chosen);
    QVERIFY2(spy.isEmpty(), "what holds is no choice");
    const auto *const currency = choice.findChild<QComboBox *>(QStringLiteral("displayCurrency"));
    QStringList offered;
    for (int at = 0; at < currency->count(); ++at)
        offered.append(currency->itemText(at));
    QTEST(offered, "offered");
    QTEST(currency->currentText(), "shown");
    const auto *const label = choice.findChild<QLabel *>(QStringLiteral("displayCurrencyHint"));
    QCOMPARE(label->isHidden(), hint.isEmpty());
    QVERIFY2(label->text().contains(hint), qPrintable(label->text()));
}

void CurrencyChoiceTest::aCurrencyIsChosen()
{
    ui::Theme theme;
    ui::CurrencyChoice choice(theme);
    choice.setChoice({{QStringLiteral("EUR"), *core::Money::fromDecimal(u"1.08"), QDate(2026, 11, 20)}}, {});
    choice.show();
    QVERIFY(QTest::qWaitForWindowActive(&choice));
    const QSignalSpy spy(&choice, &ui::CurrencyChoice::currencyChosen);
    auto *const currency = choice.findChild<QComboBox *>(QStringLiteral("displayCurrency"));
    currency->setFocus();
    QTest::keyClick(currency, Qt::Key_Down);
    QCOMPARE(spy.size(), 1);
    QCOMPARE(spy.first().first().toString(), QStringLiteral("EUR"));
    QTest::keyClick(currency, Qt::Key_Up);
    QCOMPARE(spy.size(), 2);
    QCOMPARE(spy.last().first().toString(), QString());
}

SWITCHYARD_TEST(CurrencyChoiceTest)
#include "tst_currencychoice.moc"
