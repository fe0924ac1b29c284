#pragma once

#include "core/base/result.h"
#include "core/net/recording.h"

#include <QJsonObject>
#include <QList>
#include <QString>

namespace core {

/// One attempt of a lane as it was recorded.
struct AttemptRecording
{
    qint64 attemptId = 0;
    qint64 laneId = 0;
    /// Of the call, counted from 1.
    int number = 1;
    QString account;
    QString model;
    std::shared_ptr<const Recording> recording;
};

/// Everything of a recording but the two bodies.
QJsonObject recordingFactsToJson(const Recording &recording);
/// The inverse; members of another shape are left at their defaults.
Recording recordingFactsFromJson(const QJsonObject &json);

/// A file to attach to a bug report: lanes with their attempts in the order given, bodies as text (base64
/// where they are none). Whatever looks like a key in them is masked, and headers that name an organisation
/// or a project are too.
QByteArray recordingFile(const QList<AttemptRecording> &attempts);

/// The attempts of such a file, numbered lanes counted from 1 as `laneId`. Protocol errors name what is wrong
/// and where.
Result<QList<AttemptRecording>> readRecordingFile(const QByteArray &json);

} // namespace core
