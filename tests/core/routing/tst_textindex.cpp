#include "core/routing/textindex.h"
#include "tests/support/testunit.h"

#include <QRandomGenerator>
#include <QTest>

using namespace core;

namespace {

QStringList foundIn(const QString &text, const QStringList &words)
{
    TextIndex index;
    QList<quint32> numbers;
    for (const QString &word : words)
        numbers.append(index.add(word));
    index.build();
    std::vector<quint8> found;
    index.find(text, found);
    QStringList names;
    for (qsizetype at = 0; at < words.size(); ++at) {
        if (found.at(numbers.at(at)) != 0)
            names.append(words.at(at));
    }
    return names;
}

/// As Qt has it.
QStringList containedIn(const QString &text, const QStringList &words)
{
    QStringList names;
    for (const QString &word : words) {
        if (text.contains(word, Qt::CaseInsensitive))
            names.append(word);
    }
    return names;
}

/// Characters of every kind, so few that words meet.
QString randomText(QRandomGenerator &random, int length)
{
    static const QStringList characters{
        QStringLiteral("a"),  QStringLiteral("A"),  QStringLiteral("b"),  QStringLiteral("B"),
        QStringLiteral("ä"),  QStringLiteral("Ä"),  QStringLiteral("ß"),  QStringLiteral("ẞ"),
        QStringLiteral("Σ"),  QStringLiteral("ς"),  QStringLiteral("總"), QStringLiteral("結"),
        QStringLiteral("한"), QStringLiteral("Ｆ"), QStringLiteral("ｆ"), QStringLiteral("𐐀"),
        QStringLiteral("𐐨"),  QStringLiteral("😀"),  QStringLiteral(" ")};
    QString text;
    for (int left = length; left > 0; --left)
        text += characters.at(random.bounded(static_cast<int>(characters.size())));
    return text;
}

} // namespace

class TestTextIndex : public QObject
{
    Q_OBJECT

private slots:
    void findsWords_data();
    void findsWords();
    void theSameWordHasOneNumber();
    void foldsAsQtCompares();
    void findsWordsOfEachLengthAtEachPlace();
    void findsCharactersWithACaseAtEachPlace_data();
    void findsCharactersWithACaseAtEachPlace();
    void agreesWithQtOnRandomTexts();
    void agreesWithQtOnWordsThatOverlap();
    void aTextAfterALongerOneIsNotMixedWithIt();
    void thousandsOfWordsAtOnce();
};

void TestTextIndex::findsWords_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QStringList>("found");
    const QString text = QStringLiteral("Please SUMMARIZE the Straße, 請總結");
    const auto row = [&](const char *name, const QStringList &words, const QStringList &found) {
        QTest::newRow(name) << text << words << found;
    };
    row("in any case", {QStringLiteral("summarize"), QStringLiteral("PLEASE")},
        {QStringLiteral("summarize"), QStringLiteral("PLEASE")});
    row("at the end", {QStringLiteral("總結"), QStringLiteral("結")},
        {QStringLiteral("總結"), QStringLiteral("結")});
    row("longer than the text", {text + QLatin1Char('x')}, {});
    row("the whole text", {text}, {text});
    row("only a beginning is there", {QStringLiteral("Please summarise")}, {});
    row("one letter", {QStringLiteral("S"), QStringLiteral("q")}, {QStringLiteral("S")});
    row("three letters", {QStringLiteral("the"), QStringLiteral("tha")}, {QStringLiteral("the")});
    row("one within the other",
        {QStringLiteral("summ"), QStringLiteral("summarize"), QStringLiteral("arize")},
        {QStringLiteral("summ"), QStringLiteral("summarize"), QStringLiteral("arize")});
    row("sharp s is no double s", {QStringLiteral("strasse"), QStringLiteral("STRAẞE")},
        {QStringLiteral("STRAẞE")});
    QTest::newRow("an empty text") << QString() << QStringList{QStringLiteral("a"), QStringLiteral("abcd")}
                                   << QStringList();
    QTest::newRow("no words") << text << QStringList() << QStringList();
}

void TestTextIndex::findsWords()
{
    QFETCH(QString, text);
    QFETCH(QStringList, words);
    QTEST(foundIn(text, words), "found");
}

void TestTextIndex::theSameWordHasOneNumber()
{
    TextIndex index;
    const quint32 one = index.add(QStringLiteral("Invoice"));
    QCOMPARE(index.add(QStringLiteral("INVOICE")), one);
    QVERIFY(index.add(QStringLiteral("invoices")) != one);
    QCOMPARE(index.size(), 2U);
}

void TestTextIndex::foldsAsQtCompares()
{
    for (char32_t character = 0; character < 0x11000; ++character) {
        if (QChar::isSurrogate(character))
            continue;
        const QString one = QString::fromUcs4(&character, 1);
        const QString folded = foldedText(one);
        QCOMPARE(folded.size(), one.size());
        QVERIFY2(folded.compare(one, Qt::CaseInsensitive) == 0,
                 QByteArray::number(uint(character), 16).constData());
        QCOMPARE(foldedText(folded), folded);
        const char32_t expected = QChar::toCaseFolded(character);
        QCOMPARE(folded, QString::fromUcs4(&expected, 1));
        const QString among = one + QStringLiteral("AZ[@z") + one + QStringLiteral("Z");
        const QString foldedAmong = folded + QStringLiteral("az[@z") + folded + QStringLiteral("z");
        QCOMPARE(foldedText(among), foldedAmong);
    }
}

void TestTextIndex::findsWordsOfEachLengthAtEachPlace()
{
    const QString letters = QStringLiteral("AbcdeFghijklM");
    for (int length = 1; length <= letters.size(); ++length) {
        const QString word = letters.left(length);
        const QString other = word.chopped(1) + QLatin1Char('?');
        for (int before = 0; before < 9; ++before) {
            for (const int after : {0, 1, 2, 3, 4, 9}) {
                const QString text = QString(before, u'-') + word.toUpper() + QString(after, u'-');
                QCOMPARE(foundIn(text, {word, other}), QStringList{word});
                // The word alone, so that no group of another brings it to light; and not its beginning.
                QCOMPARE(foundIn(text, {word}), QStringList{word});
                QCOMPARE(foundIn(text.left(before + length - 1), {word}), QStringList());
            }
        }
    }
}

void TestTextIndex::findsCharactersWithACaseAtEachPlace_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("word");
    QTest::newRow("umlauts") << QStringLiteral("ÜBERGRÖSSE") << QStringLiteral("übergrösse");
    QTest::newRow("sharp s") << QStringLiteral("GROẞE STRAẞE") << QStringLiteral("große straße");
    QTest::newRow("two s are no sharp s") << QStringLiteral("STRASSE") << QStringLiteral("straße");
    QTest::newRow("Greek with both small sigmas") << QStringLiteral("ΣΟΦΟΣ") << QStringLiteral("σοφος");
    QTest::newRow("a capital I with a dot") << QStringLiteral("İSTANBUL") << QStringLiteral("istanbul");
    QTest::newRow("a small i without a dot") << QStringLiteral("DIYARBAKIR") << QStringLiteral("dıyarbakır");
    QTest::newRow("the sign of Kelvin") << QStringLiteral("300 \u212AELVIN") << QStringLiteral("300 kelvin");
    QTest::newRow("a long s") << QStringLiteral("Wachſtube") << QStringLiteral("WACHSTUBE");
    QTest::newRow("letters beyond the BMP") << QStringLiteral("𐐀𐐁x𐐂") << QStringLiteral("𐐨𐐩X𐐪");
    QTest::newRow("letters beyond the BMP, others") << QStringLiteral("𐐀𐐁x𐐂") << QStringLiteral("𐐨𐐩X𐐫");
    QTest::newRow("wide letters") << QStringLiteral("ＡＢＣＤＥＦＧ") << QStringLiteral("ａｂｃｄｅｆｇ");
    QTest::newRow("Chinese") << QStringLiteral("請總結這篇文章") << QStringLiteral("總結這篇");
}

void TestTextIndex::findsCharactersWithACaseAtEachPlace()
{
    QFETCH(QString, text);
    QFETCH(QString, word);
    for (int before = 0; before < 9; ++before) {
        for (int after = 0; after < 4; ++after) {
            const QString around = QString(before, u'-') + text + QString(after, u'-');
            QCOMPARE(foundIn(around, {word}), containedIn(around, {word}));
            // Also those of which most characters are of ASCII.
            const QString longer = QStringLiteral("abcdef") + word + QStringLiteral("ghijkl");
            const QString among = QString(before, u'-') + QStringLiteral("ABCdef") + text
                + QStringLiteral("GHIjkl") + QString(after, u'-');
            QCOMPARE(foundIn(among, {longer, word}), containedIn(among, {longer, word}));
        }
    }
}

void TestTextIndex::agreesWithQtOnRandomTexts()
{
    QRandomGenerator random(8);
    for (int round = 0; round < 2'000; ++round) {
        const QString text = randomText(random, random.bounded(120));
        QStringList words;
        for (int left = random.bounded(12); left > 0; --left)
            words.append(randomText(random, 1 + random.bounded(7)));
        // Some that are there.
        for (int left = text.isEmpty() ? 0 : 3; left > 0; --left) {
            const int from = random.bounded(static_cast<int>(text.size()));
            const QString part = text.mid(from, 1 + random.bounded(9));
            if (part.isValidUtf16())
                words.append(random.bounded(2) == 0 ? part.toUpper() : part);
        }
        QCOMPARE(foundIn(text, words), containedIn(text, words));
    }
}

void TestTextIndex::agreesWithQtOnWordsThatOverlap()
{
    QRandomGenerator random(4);
    const auto made = [&random](int length) {
        QString text;
        for (int left = length; left > 0; --left)
            text += QStringLiteral("aAbB").at(random.bounded(4));
        return text;
    };
    for (int round = 0; round < 2'000; ++round) {
        const QString text = made(random.bounded(60));
        QStringList words;
        for (int length = 1; length <= 14; ++length)
            words.append(made(length));
        for (int left = text.isEmpty() ? 0 : 6; left > 0; --left)
            words.append(text.mid(random.bounded(static_cast<int>(text.size())), 1 + random.bounded(14)));
        QCOMPARE(foundIn(text, words), containedIn(text, words));
    }
}

void TestTextIndex::aTextAfterALongerOneIsNotMixedWithIt()
{
    TextIndex index;
    const quint32 word = index.add(QStringLiteral("invoice"));
    index.build();
    std::vector<quint8> found;
    const QString longer = QString(5'000, u'x') + QStringLiteral("invoice");
    index.find(longer, found);
    QCOMPARE(found.at(word), 1);
    index.find(QStringLiteral("in"), found);
    QCOMPARE(found.at(word), 0);
}

void TestTextIndex::thousandsOfWordsAtOnce()
{
    constexpr int kWords = 20'000;
    TextIndex index;
    for (int number = 0; number < kWords; ++number)
        index.add(QStringLiteral("keyword number %1.").arg(number));
    index.build();
    std::vector<quint8> found;
    index.find(QStringLiteral("Keyword number 17. and KEYWORD NUMBER 4999. but not keyword number 5"), found);
    QCOMPARE(std::count(found.begin(), found.end(), quint8(1)), 2);
    QCOMPARE(found.at(17), 1);
    QCOMPARE(found.at(4999), 1);
}

SWITCHYARD_TEST(TestTextIndex)
#include "tst_textindex.moc"
