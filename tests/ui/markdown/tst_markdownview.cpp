#include <QTest>
class TestMarkdownView : public QObject
{
    Q_OBJECT
};
QTEST_MAIN(TestMarkdownView)
#include "tst_markdownview.moc"
