#include "ui/markdown/syntaxhighlighter.h"

#include "ui/markdown/syntaxworker.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

namespace ui {

namespace {

/// Names models write after a fence that are not names of language files. Near relatives serve where the real
/// one is missing (TypeScript as JavaScript, Kotlin as Java).
const QHash<QString, QString> &aliases()
{
    static const QHash<QString, QString> names{
        {QStringLiteral("c++"), QStringLiteral("cpp")},
        {QStringLiteral("cc"), QStringLiteral("cpp")},
        {QStringLiteral("cxx"), QStringLiteral("cpp")},
        {QStringLiteral("h"), QStringLiteral("cpp")},
        {QStringLiteral("hpp"), QStringLiteral("cpp")},
        {QStringLiteral("objc"), QStringLiteral("c")},
        {QStringLiteral("py"), QStringLiteral("python")},
        {QStringLiteral("python3"), QStringLiteral("python")},
        {QStringLiteral("js"), QStringLiteral("javascript")},
        {QStringLiteral("jsx"), QStringLiteral("javascript")},
        {QStringLiteral("mjs"), QStringLiteral("javascript")},
        {QStringLiteral("ts"), QStringLiteral("javascript")},
        {QStringLiteral("tsx"), QStringLiteral("javascript")},
        {QStringLiteral("typescript"), QStringLiteral("javascript")},
        {QStringLiteral("jsonc"), QStringLiteral("json")},
        {QStringLiteral("json5"), QStringLiteral("json")},
        {QStringLiteral("bash"), QStringLiteral("sh")},
        {QStringLiteral("shell"), QStringLiteral("sh")},
        {QStringLiteral("console"), QStringLiteral("sh")},
        {QStringLiteral("ksh"), QStringLiteral("sh")},
        {QStringLiteral("dockerfile"), QStringLiteral("sh")},
        {QStringLiteral("sqlite"), QStringLiteral("sql")},
        {QStringLiteral("postgresql"), QStringLiteral("sql")},
        {QStringLiteral("mysql"), QStringLiteral("sql")},
        {QStringLiteral("rs"), QStringLiteral("rust")},
        {QStringLiteral("golang"), QStringLiteral("go")},
        {QStringLiteral("c#"), QStringLiteral("csharp")},
        {QStringLiteral("cs"), QStringLiteral("csharp")},
        {QStringLiteral("rb"), QStringLiteral("ruby")},
        {QStringLiteral("kotlin"), QStringLiteral("java")},
        {QStringLiteral("kt"), QStringLiteral("java")},
        {QStringLiteral("svg"), QStringLiteral("xml")},
        {QStringLiteral("htm"), QStringLiteral("html")},
        {QStringLiteral("scss"), QStringLiteral("css")},
        {QStringLiteral("pl"), QStringLiteral("perl")},
        {QStringLiteral("hs"), QStringLiteral("haskell")},
        {QStringLiteral("patch"), QStringLiteral("diff")},
        {QStringLiteral("make"), QStringLiteral("makefile")},
        {QStringLiteral("tex"), QStringLiteral("latex")},
        {QStringLiteral("ocaml"), QStringLiteral("caml")},
        {QStringLiteral("ml"), QStringLiteral("caml")},
        {QStringLiteral("ini"), QStringLiteral("desktop")},
        {QStringLiteral("toml"), QStringLiteral("desktop")},
        {QStringLiteral("protobuf"), QStringLiteral("proto")},
    };
    return names;
}

} // namespace

SyntaxHighlighter::SyntaxHighlighter(QObject *parent) : QObject(parent)
{
    m_thread.setObjectName(QStringLiteral("syntax"));
}

SyntaxHighlighter::~SyntaxHighlighter()
{
    if (m_worker)
        m_worker->abandon();
    m_thread.quit();
    m_thread.wait();
}

quint64 SyntaxHighlighter::begin(const QString &language)
{
    const QString file = languageFile(language);
    if (file.isEmpty())
        return 0;
    if (!m_worker) {
        m_worker = new SyntaxWorker(QFile::encodeName(dataFolder()).toStdString());
        m_worker->moveToThread(&m_thread);
        connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
        m_thread.start(QThread::LowPriority);
    }
    const quint64 session = ++m_lastSession;
    m_lines.insert(session, 0);
    QMetaObject::invokeMethod(m_worker,
                              [worker = m_worker, session, name = QFile::encodeName(file).toStdString()] {
                                  worker->begin(session, name);
                              });
    return session;
}

void SyntaxHighlighter::feed(quint64 session, const QStringList &lines)
{
    const auto fed = m_lines.find(session);
    if (fed == m_lines.end() || lines.isEmpty())
        return;
    const int first = std::exchange(*fed, *fed + static_cast<int>(lines.size()));
    QMetaObject::invokeMethod(m_worker, [this, worker = m_worker, session, first, lines] {
        const SyntaxWorker::Lines tokens = worker->feed(session, lines);
        QMetaObject::invokeMethod(
            this, [this, session, first, tokens] { emit highlighted(session, first, tokens); });
    });
}

void SyntaxHighlighter::end(quint64 session)
{
    if (m_lines.remove(session) > 0)
        QMetaObject::invokeMethod(m_worker, [worker = m_worker, session] { worker->end(session); });
}

QString SyntaxHighlighter::languageFile(const QString &language)
{
    const QString folder = dataFolder();
    const QString word = language.toLower();
    const QString name = aliases().value(word, word);
    const bool plainName = !name.isEmpty() && std::all_of(name.begin(), name.end(), [](QChar character) {
        return character.unicode() < 128 && (character.isLetterOrNumber() || character == u'_');
    });
    if (folder.isEmpty() || !plainName)
        return {};
    const QString file = name + QLatin1StringView(".lang");
    return QFileInfo::exists(folder % u'/' % file) ? file : QString();
}

QString SyntaxHighlighter::dataFolder()
{
    const QString chosen = qEnvironmentVariable("SOURCE_HIGHLIGHT_DATADIR");
    if (!chosen.isEmpty())
        return QFileInfo::exists(chosen + QLatin1StringView("/lang.map")) ? chosen : QString();
    return QStandardPaths::locate(QStandardPaths::GenericDataLocation, QStringLiteral("source-highlight"),
                                  QStandardPaths::LocateDirectory);
}

} // namespace ui
