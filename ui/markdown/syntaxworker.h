#pragma once

#include "ui/markdown/syntaxhighlighter.h"

#include <QObject>

#include <atomic>
#include <memory>

namespace ui {

/// The half of SyntaxHighlighter that lives in its thread: the only code that touches GNU Source-highlight.
class SyntaxWorker : public QObject
{
public:
    using Lines = QList<QList<SyntaxToken>>;

    explicit SyntaxWorker(const std::string &folder);
    ~SyntaxWorker() override;

    void begin(quint64 session, const std::string &file);
    /// One list of tokens a line; empty lists when the session is unknown or its language file is broken.
    Lines feed(quint64 session, const QStringList &lines);
    void end(quint64 session);

    /// From any thread: what is still to do may be left undone.
    void abandon() { m_abandoned = true; }

private:
    struct Library;

    std::unique_ptr<Library> m_library;
    std::atomic_bool m_abandoned = false;
};

} // namespace ui
