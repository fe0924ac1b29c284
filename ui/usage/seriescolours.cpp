#include "ui/usage/seriescolours.h"

#include "ui/theme/modelcolours.h"
#include "ui/theme/theme.h"

namespace ui {

namespace {

constexpr int kNoColour = -1;
/// The theme's colours but for the grey, and each in the two tints of chartColour().
constexpr int kOwnColours = Theme::kSeries - 1;
constexpr int kTints = 2 * kOwnColours;
constexpr QChar kPathSeparator(0x1f);

QList<int> tints()
{
    QList<int> indexes;
    for (int tint = 0; tint < kTints; ++tint)
        indexes.append(Theme::kSeries + tint);
    return indexes;
}

QList<int> allColours()
{
    QList<int> indexes;
    for (int own = 0; own < kOwnColours; ++own)
        indexes.append(own);
    return indexes + tints();
}

} // namespace

int SeriesColours::other()
{
    return Theme::kSeries - 1;
}

/// One that nothing has yet, else one that this picture does not have, else one that no neighbour has.
int SeriesColours::next(const QList<int> &palette, const Known &known, const QList<int> &here, qsizetype at)
{
    const QList<int> taken = known.values();
    int apart = kNoColour;
    int unseen = kNoColour;
    for (qsizetype step = 0; step < palette.size(); ++step) {
        const int colour = palette.at((known.size() + step) % palette.size());
        const bool beside =
            colour == here.value(at - 1, kNoColour) || colour == here.value(at + 1, kNoColour);
        if (!here.contains(colour)) {
            if (!taken.contains(colour))
                return colour;
            if (unseen == kNoColour)
                unseen = colour;
        } else if (!beside && apart == kNoColour) {
            apart = colour;
        }
    }
    return unseen == kNoColour ? apart : unseen;
}

QList<int> SeriesColours::of(const QStringList &dimensions, const QList<QStringList> &paths)
{
    const bool models = dimensions == QStringList{QStringLiteral("model")};
    // A tint is no model's own, so that one that is seen later takes nothing away.
    const QList<int> palette = models ? tints() : allColours();
    Known &known = m_known[dimensions.join(kPathSeparator)];
    QList<int> here;
    for (const QStringList &path : paths) {
        const int own = models ? m_models.indexOf(path.value(0)) : other();
        const int colour = own == other() ? known.value(path.join(kPathSeparator), kNoColour) : own;
        // Two that came to share a colour in different pictures are told apart in this one.
        here.append(here.contains(colour) ? kNoColour : colour);
    }
    for (qsizetype at = 0; at < here.size(); ++at) {
        if (here.at(at) != kNoColour)
            continue;
        here[at] = next(palette, known, here, at);
        const QString path = paths.at(at).join(kPathSeparator);
        if (!known.contains(path))
            known.insert(path, here.at(at));
    }
    return here;
}

} // namespace ui
