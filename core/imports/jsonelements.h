#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QIODevice>
#include <QJsonObject>

#include <optional>

namespace core {

/// Cuts a JSON document that is an array of objects, or one object, into those objects while it is read, so
/// that a file of any size takes no more memory than its longest element. The device must be open and outlive
/// it.
class JsonElements
{
public:
    /// Longest element that is read.
    static constexpr qsizetype kLongest = 256 * 1024 * 1024;

    explicit JsonElements(QIODevice &device) : m_device(device) { }

    /// The next object; nothing at the end. An error names line, column and element; nothing can be read
    /// after it.
    Result<std::optional<QJsonObject>> next();

    /// Bytes read so far.
    qint64 position() const { return m_consumed; }
    /// Elements read so far.
    int count() const { return m_count; }

private:
    enum class State { Start, AfterElement, End };

    std::optional<char> peek();
    void take();
    std::optional<char> skipBlanks();
    Result<std::optional<QJsonObject>> element();
    Result<QByteArray> cut();
    Error wrong(const QString &what) const;
    Error wrongAt(qint64 line, qint64 column, const QString &what) const;

    QIODevice &m_device;
    QByteArray m_chunk;
    qsizetype m_at = 0;
    qint64 m_consumed = 0;
    qint64 m_line = 1;
    qint64 m_column = 1;
    int m_count = 0;
    bool m_array = false;
    State m_state = State::Start;
};

} // namespace core
