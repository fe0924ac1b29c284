#pragma once

#include <QCoreApplication>
#include <QTranslator>

namespace test {

/// Another language while it lives: sets every text that is translated in brackets, so that what no
/// translator is asked for shows.
class MarkingTranslator : public QTranslator
{
public:
    MarkingTranslator() { QCoreApplication::installTranslator(this); }
    ~MarkingTranslator() override { QCoreApplication::removeTranslator(this); }

    QString translate(const char *, const char *source, const char *, int) const override
    {
        return u'[' + QString::fromUtf8(source) + u']';
    }
    bool isEmpty() const override { return false; }
};

} // namespace test
