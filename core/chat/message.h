#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace core {

enum class Role { System, User, Assistant };

/// One picture of a message. `data` is the encoded file; it is sent as a data URL.
struct ImagePart
{
    QByteArray data;
    QString mimeType;

    bool operator==(const ImagePart &) const = default;
};

/// One turn: text, then any pictures.
struct Message
{
    Role role = Role::User;
    QString text;
    QList<ImagePart> images = {};

    bool operator==(const Message &) const = default;
};

} // namespace core
