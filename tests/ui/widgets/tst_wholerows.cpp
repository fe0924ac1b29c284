#include "ui/widgets/wholerows.h"

#include "tests/support/testunit.h"
#include "ui/theme/theme.h"
#include "ui/widgets/figuretable.h"

#include <QHeaderView>
#include <QTest>

using ui::FigureTable;
using ui::WholeRows;

/// A table whose last row is whole.
class WholeRowsTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void everyHeightShowsWholeRows_data();
    void everyHeightShowsWholeRows();
    void itAsksForTheLeast();
    void aTableWithoutACurrentRowShowsItsFocus();

private:
    int row() const { return m_table->verticalHeader()->defaultSectionSize(); }
    int head() const { return m_table->horizontalHeader()->sizeHint().height(); }

    ui::Theme m_theme;
    std::unique_ptr<WholeRows> m_place;
    FigureTable *m_table = nullptr;
};

void WholeRowsTest::init()
{
    m_theme.install();
    m_table = new FigureTable(m_theme, {QStringLiteral("Model"), QStringLiteral("Cost")}, {1}, {}, nullptr);
    QList<ui::FigureRow> rows;
    for (int number = 0; number < 20; ++number)
        rows.append({{QStringLiteral("model %1").arg(number), number}, {QStringLiteral("$1"), 1}});
    m_table->setRows(rows);
    m_place = std::make_unique<WholeRows>(m_theme, m_table, 2);
    m_place->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_place.get()));
}

void WholeRowsTest::everyHeightShowsWholeRows_data()
{
    QTest::addColumn<double>("room"); // in rows
    QTest::addColumn<int>("rows");
    QTest::newRow("exactly three") << 3.0 << 3;
    QTest::newRow("a little less than four") << 3.9 << 3;
    QTest::newRow("half a row") << 0.5 << 2;
    QTest::newRow("more than there are") << 25.4 << 25;
}

void WholeRowsTest::everyHeightShowsWholeRows()
{
    QFETCH(double, room);
    QFETCH(int, rows);
    m_place->resize(400, head() + static_cast<int>(room * row()));
    QTRY_COMPARE(m_table->viewport()->height(), rows * row());
}

void WholeRowsTest::itAsksForTheLeast()
{
    QCOMPARE(m_place->minimumSizeHint().height(), head() + 2 * row());
    QCOMPARE(m_place->sizeHint().height(), head() + 2 * row());
}

void WholeRowsTest::aTableWithoutACurrentRowShowsItsFocus()
{
    m_table->setRows({});
    QVERIFY(QTest::qWaitForWindowActive(m_place.get()));
    m_table->setFocus();
    const QImage shown = m_table->viewport()->grab().toImage();
    QCOMPARE(shown.pixelColor(shown.width() / 2, 0), m_theme.colour(ui::Theme::Token::Accent));
}

SWITCHYARD_TEST(WholeRowsTest)
#include "tst_wholerows.moc"
