#include "tests/support/testunit.h"
#include "ui/widgets/flowlayout.h"

#include <QTest>
#include <QWidget>

using ui::FlowLayout;

namespace {

/// Of a size that nobody changes.
class FlowBox : public QWidget
{
public:
    FlowBox(const QSize &size, QWidget *parent) : QWidget(parent), m_size(size) { }

    QSize sizeHint() const override { return m_size; }

private:
    const QSize m_size;
};

} // namespace

/// Widgets in as many lines as they need.
class FlowLayoutTest : public QObject
{
    Q_OBJECT

private slots:
    void aLineIsAsHighAsItsHighest();
    void whatHasNoRoomBeginsALine();
};

void FlowLayoutTest::aLineIsAsHighAsItsHighest()
{
    QWidget parent;
    auto *const flow = new FlowLayout(&parent, 4);
    auto *const word = new FlowBox({30, 14}, &parent);
    auto *const field = new FlowBox({60, 28}, &parent);
    flow->addWidget(word);
    flow->addWidget(field);
    parent.show();
    QCOMPARE(flow->heightForWidth(200), 28);
    flow->setGeometry(QRect(0, 0, 200, 28));
    QCOMPARE(word->geometry(), QRect(0, 7, 30, 14));
    QCOMPARE(field->geometry(), QRect(34, 0, 60, 28));
}

void FlowLayoutTest::whatHasNoRoomBeginsALine()
{
    QWidget parent;
    auto *const flow = new FlowLayout(&parent, 4);
    auto *const first = new FlowBox({60, 20}, &parent);
    auto *const second = new FlowBox({60, 30}, &parent);
    auto *const wide = new FlowBox({300, 10}, &parent);
    for (FlowBox *box : {first, second, wide})
        flow->addWidget(box);
    parent.show();
    QCOMPARE(flow->heightForWidth(100), 20 + 4 + 30 + 4 + 10);
    flow->setGeometry(QRect(10, 5, 100, 68));
    QCOMPARE(first->geometry(), QRect(10, 5, 60, 20));
    QCOMPARE(second->geometry(), QRect(10, 29, 60, 30));
    QCOMPARE(wide->geometry(), QRect(10, 63, 100, 10));
}

SWITCHYARD_TEST(FlowLayoutTest)
#include "tst_flowlayout.moc"
