#include "core/chat/tokenestimate.h"
#include "core/routing/promptfacts.h"
#include "tests/support/testunit.h"

#include <QTest>

using namespace core;

namespace {

Message user(const QString &text)
{
    return {Role::User, text};
}

} // namespace

class TestPromptFacts : public QObject
{
    Q_OBJECT

private slots:
    void takesTheNewestUserMessage();
    void countsTokensOfAllMessagesAndPictures();
    void seesPicturesOfEarlierTurns();
    void seesFilesInTheText_data();
    void seesFilesInTheText();
    void noMessages();
    void findsTheLimitOfTheOutput();

    void language_data();
    void language();
    void onlyTheBeginningIsLookedAt();
    void code_data();
    void code();
};

void TestPromptFacts::takesTheNewestUserMessage()
{
    ChatParameters parameters;
    parameters.seed = 3;
    const PromptFacts facts = factsOf({{Role::System, QStringLiteral("Be brief.")},
                                       user(QStringLiteral("first")),
                                       {Role::Assistant, QStringLiteral("answer")},
                                       user(QStringLiteral("second")),
                                       {Role::Assistant, QStringLiteral("begun")}},
                                      parameters);
    QCOMPARE(facts.text, QStringLiteral("second"));
    QCOMPARE(facts.turns, 2);
    QVERIFY(facts.textKnown);
    QVERIFY(!facts.hasImages);
    QVERIFY(!facts.hasAttachments);
    QCOMPARE(facts.parameters, parameters);
}

void TestPromptFacts::countsTokensOfAllMessagesAndPictures()
{
    Message second = user(QStringLiteral("And this one?"));
    second.images = {{QByteArray("png"), QStringLiteral("image/png")},
                     {QByteArray("jpg"), QStringLiteral("image/jpeg")}};
    const QList<Message> messages{
        {Role::System, QStringLiteral("Be brief.")}, user(QStringLiteral("What is on the picture?")), second};
    const PromptFacts facts = factsOf(messages, {});
    qint64 expected = 2 * 800;
    for (const Message &message : messages)
        expected += estimateTokens(message.text);
    QVERIFY(facts.tokens == expected);
}

void TestPromptFacts::seesPicturesOfEarlierTurns()
{
    Message first = user(QStringLiteral("What is this?"));
    first.images = {{QByteArray("png"), QStringLiteral("image/png")}};
    const PromptFacts facts =
        factsOf({first, {Role::Assistant, QStringLiteral("A cat.")}, user(QStringLiteral("Sure?"))}, {});
    QVERIFY(facts.hasImages);
    QVERIFY(facts.hasAttachments);
}

void TestPromptFacts::seesFilesInTheText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("attached");
    QTest::newRow("a file behind the prompt")
        << QStringLiteral("Summarize it.\n\n`notes.txt`:\n\n```txt\nsome notes\n```") << true;
    QTest::newRow("a file alone, in a longer fence")
        << QStringLiteral("`read me.md`:\n\n````md\n```\n````") << true;
    QTest::newRow("code without a name") << QStringLiteral("Fix it:\n\n```cpp\nint a;\n```") << false;
    QTest::newRow("a name in the text") << QStringLiteral("What is `main`?") << false;
    QTest::newRow("no prompt at all") << QString() << false;
}

void TestPromptFacts::seesFilesInTheText()
{
    QFETCH(QString, text);
    const PromptFacts facts = factsOf({user(text)}, {});
    QTEST(facts.hasAttachments, "attached");
    QVERIFY(!facts.hasImages);
}

void TestPromptFacts::noMessages()
{
    const PromptFacts facts = factsOf({}, {});
    QVERIFY(facts.text.isEmpty());
    QCOMPARE(facts.turns, 0);
    QVERIFY(facts.tokens == 0);
}

void TestPromptFacts::findsTheLimitOfTheOutput()
{
    ChatParameters parameters;
    QVERIFY(!outputLimitOf(parameters));
    parameters.extra = {{QStringLiteral("max_completion_tokens"), 700}, {QStringLiteral("top_k"), 4}};
    QVERIFY(outputLimitOf(parameters) == 700);
    parameters.maxTokens = 300;
    QVERIFY(outputLimitOf(parameters) == 300);
}

void TestPromptFacts::language_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *name, const char *text, const char *code) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(code);
    };
    row("English", "Summarize the following text in two sentences for my boss.", "en");
    row("a short English question", "What is the capital of Peru?", "en");
    row("German", "Bitte fasse den folgenden Text in zwei Sätzen für meinen Chef zusammen.", "de");
    row("German in capitals", "WAS IST DIE HAUPTSTADT VON PERU UND WARUM?", "de");
    row("French", "Résume ce texte en deux phrases pour mon chef, s'il vous plaît.", "fr");
    row("Spanish", "Resume el siguiente texto en dos frases para mi jefe, por favor.", "es");
    row("Italian", "Riassumi il testo seguente in due frasi per il mio capo.", "it");
    row("Portuguese", "Você pode resumir o texto seguinte em duas frases para o meu chefe?", "pt");
    row("Dutch", "Vat de volgende tekst samen in twee zinnen voor mijn baas, en niet te lang.", "nl");
    row("Polish", "Proszę streścić następujący tekst w dwóch zdaniach dla mojego szefa, i to jak najkrócej.",
        "pl");
    row("Russian", "Кратко изложи этот текст для моего начальника, но не так, как в прошлый раз.", "ru");
    row("Ukrainian", "Стисло виклади цей текст для мого начальника, але не так, як це було.", "uk");
    row("Chinese", "请把下面的文章总结成两句话。", "zh");
    row("Chinese with English names", "请用 Python 写一个函数，读取 CSV 文件并计算平均值。", "zh");
    row("Japanese", "次の文章を二文で要約してください。", "ja");
    row("Korean", "다음 글을 두 문장으로 요약해 주세요.", "ko");
    row("Arabic", "لخص النص التالي في جملتين.", "ar");
    row("Persian", "متن زیر را در دو جمله خلاصه کنید، چه می‌گوید؟",
        "fa");
    row("Hebrew", "סכם את הטקסט הבא בשני משפטים.", "he");
    row("Greek", "Συνόψισε το παρακάτω κείμενο σε δύο προτάσεις.", "el");
    row("Thai", "สรุปข้อความต่อไปนี้เป็นสองประโยค", "th");
    row("Hindi", "निम्नलिखित पाठ को दो वाक्यों में संक्षेप में बताएं।", "hi");
    row("a language that is not known", "Sammanfatta följande text på två meningar till chefen.", "");
    row("Bulgarian is not Russian", "Обобщи следния текст с две изречения, за да се разбере по-лесно.", "");
    row("one name", "Kubernetes", "");
    row("numbers", "12 + 30 = ?", "");
    row("nothing", "", "");
}

void TestPromptFacts::language()
{
    QFETCH(QString, text);
    QTEST(languageOf(text), "code");
}

void TestPromptFacts::onlyTheBeginningIsLookedAt()
{
    const QString english = QStringLiteral("What is the best way to write this? ").repeated(60);
    const QString chinese = QStringLiteral("请把下面的文章总结成两句话。").repeated(2'000);
    const QString both = english + chinese;
    QCOMPARE(languageOf(both), QStringLiteral("en"));
}

void TestPromptFacts::code_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isCode");
    const auto row = [](const char *name, const char *text, bool isCode) {
        QTest::newRow(name) << QString::fromUtf8(text) << isCode;
    };
    row("a fence", "Why does this fail?\n```\nx\n```", true);
    row("an indented fence", "1. See\n   ~~~ python\n   x\n   ~~~", true);
    row("C++", "int main()\n{\n    run();\n    return 0;\n}\n", true);
    row("C++ with other line ends", "int main() {\r\n  run();\r\n}\r\n", true);
    row("Python", "import os\n\ndef run(path):\n    for name in os.listdir(path):\n        print(name)\n",
        true);
    row("JavaScript", "const a = await ask('x')\nlet b = a.map(x => x.id)\nconsole.log(b);", true);
    row("JSON", "{\n  \"a\": [\n    1,\n    2\n  ],\n  \"b\": {}\n}", true);
    row("SQL", "SELECT a, b FROM t;\nINSERT INTO t VALUES (1);\nCREATE TABLE u (a INTEGER);", true);
    row("HTML", "<div>\n  <p>Hello</p>\n</div>\n</body>\n</html>", true);
    row("statements of Python", "from os import path\nimport sys\nprint(path.join(a, b))", true);
    row("statements of JavaScript", "return 1\nthrow error\nawait send(answer)", true);
    row("prose that begins as statements do",
        "import duties are due today\nreturn to sender, he said\nfrom here to there\nprint (it) twice",
        false);
    row("prose", "Dear Ann,\n\nthe invoice is due (see below).\nPlease pay it; otherwise we send it again.\n",
        false);
    row("a list with semicolons", "We need:\n(a) the buyer;\n(b) the seller (as defined);\n(c) the notary;",
        false);
    row("one name in backticks", "What does `std::move` do?", false);
    row("two lines that look like it", "It says:\nfoo();\nbar();\nWhy?", false);
    row("a colon at the end of lines", "For the record:\nTo whom it may concern:\nWith regards:", false);
    row("nothing", "", false);
}

void TestPromptFacts::code()
{
    QFETCH(QString, text);
    QTEST(hasCode(text), "isCode");
}

SWITCHYARD_TEST(TestPromptFacts)
#include "tst_promptfacts.moc"
