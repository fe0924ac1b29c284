#include "ui/settings/ratescard.h"

#include "tests/support/testunit.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

/// The exchange rates of the settings.
class RatesCardTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aRateIsChosen_data();
    void aRateIsChosen();
    void whatIsNoRateIsTold_data();
    void whatIsNoRateIsTold();
    void ratesAreShownAndRemoved();
    void currenciesOfAccountsComeFirst();
    void aCurrencyIsAskedFor();

private:
    template <typename T>
    T *child(const char *name) const
    {
        return m_card->findChild<T *>(QLatin1StringView(name));
    }
    void write(const QString &currency, const QString &rate, const QString &date) const
    {
        child<QComboBox>("rateCurrency")->setCurrentText(currency);
        child<QLineEdit>("rateUsd")->setText(rate);
        child<QLineEdit>("rateDate")->setText(date);
    }

    ui::Theme m_theme;
    std::unique_ptr<ui::RatesCard> m_card;
};

void RatesCardTest::init()
{
    m_card = std::make_unique<ui::RatesCard>(m_theme);
    m_card->setToday(QDate(2026, 11, 22));
    m_card->show();
}

void RatesCardTest::aRateIsChosen_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("with a point") << QStringLiteral("1.08");
    QTest::newRow("with a comma") << QStringLiteral("1,08");
}

void RatesCardTest::aRateIsChosen()
{
    QFETCH(const QString, typed);
    QSignalSpy chosen(m_card.get(), &ui::RatesCard::rateChosen);
    child<QComboBox>("rateCurrency")->setCurrentText(QStringLiteral("eur"));
    child<QLineEdit>("rateUsd")->setText(typed);
    child<QAbstractButton>("setRate")->click();
    QCOMPARE(chosen.size(), 1);
    const core::ExchangeRate expected{QStringLiteral("EUR"), *core::Money::fromDecimal(u"1.08"),
                                      QDate(2026, 11, 22)};
    QCOMPARE(chosen.constFirst().constFirst().value<core::ExchangeRate>(), expected);
    QVERIFY(child<QLineEdit>("rateUsd")->text().isEmpty());
}

void RatesCardTest::whatIsNoRateIsTold_data()
{
    QTest::addColumn<QString>("currency");
    QTest::addColumn<QString>("rate");
    QTest::addColumn<QString>("date");
    QTest::addColumn<QString>("part");
    const QString eur = QStringLiteral("EUR");
    const QString day = QStringLiteral("2026-11-22");
    QTest::newRow("dollars") << QStringLiteral("USD") << QStringLiteral("1") << day
                             << QStringLiteral("three letters");
    QTest::newRow("a word") << QStringLiteral("euros") << QStringLiteral("1") << day
                            << QStringLiteral("three letters");
    QTest::newRow("no rate") << eur << QString() << day << QStringLiteral("above 0");
    QTest::newRow("a rate of nothing") << eur << QStringLiteral("0") << day << QStringLiteral("above 0");
    QTest::newRow("no day") << eur << QStringLiteral("1.08") << QStringLiteral("today")
                            << QStringLiteral("2026-11-22");
}

void RatesCardTest::whatIsNoRateIsTold()
{
    QFETCH(QString, currency);
    QFETCH(QString, rate);
    QFETCH(QString, date);
    QFETCH(QString, part);
    const QSignalSpy chosen(m_card.get(), &ui::RatesCard::rateChosen);
    write(currency, rate, date);
    child<QAbstractButton>("setRate")->click();
    QVERIFY(chosen.isEmpty());
    QVERIFY(child<QLabel>("ratesFault")->isVisible());
    QVERIFY(child<QLabel>("ratesFault")->text().contains(part));
}

void RatesCardTest::ratesAreShownAndRemoved()
{
    m_card->setRates({{QStringLiteral("CNY"), *core::Money::fromDecimal(u"0.14"), QDate(2026, 11, 1)}});
    QVERIFY(child<QLabel>("rate")->text().startsWith(QLatin1String("1 CNY = US$ 0.14")));
    QSignalSpy removed(m_card.get(), &ui::RatesCard::rateRemoved);
    child<QAbstractButton>("removeRate")->click();
    QCOMPARE(removed.size(), 1);
    QCOMPARE(removed.constFirst().constFirst().toString(), QStringLiteral("CNY"));
}

void RatesCardTest::currenciesOfAccountsComeFirst()
{
    m_card->setCurrencies({QStringLiteral("USD"), QStringLiteral("CHF"), QStringLiteral("EUR")});
    const auto *const currency = child<QComboBox>("rateCurrency");
    QCOMPARE(currency->itemText(0), QStringLiteral("CHF"));
    QCOMPARE(currency->itemText(1), QStringLiteral("EUR"));
    QVERIFY(currency->findText(QStringLiteral("USD")) < 0);
}

void RatesCardTest::aCurrencyIsAskedFor()
{
    QVERIFY(QTest::qWaitForWindowActive(m_card.get()));
    m_card->askFor(QStringLiteral("CHF"));
    QCOMPARE(child<QComboBox>("rateCurrency")->currentText(), QStringLiteral("CHF"));
    QVERIFY(child<QLineEdit>("rateUsd")->hasFocus());
}

SWITCHYARD_TEST(RatesCardTest)
#include "tst_ratescard.moc"
