#pragma once

#include "ui/markdown/markdownstyle.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QStringList>
#include <QThread>

namespace ui {

/// A coloured stretch of one line, in UTF-16 units.
struct SyntaxToken
{
    int start = 0;
    int length = 0;
    SyntaxKind kind = SyntaxKind::Plain;

    bool operator==(const SyntaxToken &) const = default;
};

class SyntaxWorker;

/// Colours code line by line with GNU Source-highlight, on a thread of its own. Used from the main thread.
/// Without its language files (Debian: libsource-highlight-common) or for an unknown language nothing is ever
/// reported.
class SyntaxHighlighter : public QObject
{
    Q_OBJECT

public:
    /// Lines longer than this stay plain: the library throws or crawls on them.
    static constexpr int kLongestLine = 2048;

    explicit SyntaxHighlighter(QObject *parent = nullptr);
    ~SyntaxHighlighter() override;

    /// Begins a block of code; 0 when the language has no definition here. End every session.
    quint64 begin(const QString &language);
    /// Adds whole lines, in order. The answer comes by highlighted().
    void feed(quint64 session, const QStringList &lines);
    void end(quint64 session);

    /// The language file of a fence's info word, such as "cpp.lang" for "C++"; empty when there is none.
    static QString languageFile(const QString &language);
    /// The folder of the language files; empty when not installed. SOURCE_HIGHLIGHT_DATADIR overrides it.
    static QString dataFolder();

signals:
    /// The tokens of the lines fed, one list a line, in the order fed; `firstLine` counts from the session's
    /// begin.
    void highlighted(quint64 session, int firstLine, const QList<QList<ui::SyntaxToken>> &lines);

private:
    QThread m_thread;
    SyntaxWorker *m_worker = nullptr; ///< dies with its thread; made with the first session
    QHash<quint64, int> m_lines; ///< fed so far, by session
    quint64 m_lastSession = 0;
};

} // namespace ui
