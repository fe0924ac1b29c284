#include "core/routing/textindex.h"

#include <algorithm>
#include <array>

namespace core {

namespace {

/// From here on hardly any character has a case; those that do are asked for one by one.
constexpr std::size_t kFoldTableSize = 0x3000;
constexpr std::size_t kFoldBlock = 32;

constexpr std::size_t kHashBits = 16;
constexpr std::size_t kBitsPerWord = 64;

using FoldTable = std::array<char16_t, kFoldTableSize>;

char16_t simplyFolded(char16_t unit)
{
    return static_cast<char16_t>(QChar::toCaseFolded(static_cast<char32_t>(unit)));
}

const FoldTable &foldTable()
{
    static const FoldTable table = [] {
        FoldTable folded{};
        for (std::size_t unit = 0; unit < folded.size(); ++unit)
            folded[unit] = simplyFolded(static_cast<char16_t>(unit));
        return folded;
    }();
    return table;
}

/// Chinese, Japanese and Korean.
bool isCaseless(char16_t unit)
{
    return (unit >= 0x3000 && unit < 0xA640) || (unit >= 0xAC00 && unit < 0xD7B0);
}

char16_t foldedSurrogate(const char16_t *text, std::size_t size, std::size_t at)
{
    if (QChar::isHighSurrogate(text[at]) && at + 1 < size && QChar::isLowSurrogate(text[at + 1]))
        return QChar::highSurrogate(QChar::toCaseFolded(QChar::surrogateToUcs4(text[at], text[at + 1])));
    if (QChar::isLowSurrogate(text[at]) && at > 0 && QChar::isHighSurrogate(text[at - 1]))
        return QChar::lowSurrogate(QChar::toCaseFolded(QChar::surrogateToUcs4(text[at - 1], text[at])));
    return text[at];
}

char16_t foldedUnit(const FoldTable &table, const char16_t *text, std::size_t size, std::size_t at)
{
    const char16_t unit = text[at];
    if (unit < kFoldTableSize)
        return table[unit];
    if (isCaseless(unit))
        return unit;
    return QChar::isSurrogate(unit) ? foldedSurrogate(text, size, at) : simplyFolded(unit);
}

/// Blocks of ASCII go without the table, several characters at once.
void foldInto(QStringView text, char16_t *folded)
{
    const FoldTable &table = foldTable();
    const char16_t *const units = text.utf16();
    const auto size = static_cast<std::size_t>(text.size());
    std::size_t begin = 0;
    for (; begin + kFoldBlock <= size; begin += kFoldBlock) {
        unsigned all = 0;
        for (std::size_t at = begin; at < begin + kFoldBlock; ++at) {
            const unsigned unit = units[at];
            all |= unit;
            folded[at] = static_cast<char16_t>(unit - 'A' < 26U ? unit + 32U : unit);
        }
        if (all < 0x80)
            continue;
        for (std::size_t at = begin; at < begin + kFoldBlock; ++at)
            folded[at] = foldedUnit(table, units, size, at);
    }
    for (; begin < size; ++begin)
        folded[begin] = foldedUnit(table, units, size, begin);
}

/// Multiplicative hashing (Knuth, The Art of Computer Programming 3, 6.4).
quint32 groupHash(quint64 group)
{
    constexpr quint64 kGoldenRatio = 0x9E3779B97F4A7C15;
    return static_cast<quint32>((group * kGoldenRatio) >> (64 - kHashBits));
}

quint32 groupHashAt(const std::u16string &word, std::size_t offset, std::size_t units)
{
    quint64 group = 0;
    for (std::size_t at = offset; at < offset + units; ++at)
        group = group << 16 | word[at];
    return groupHash(group);
}

/// How long the group is by which a word is found.
std::size_t groupLength(const std::u16string &word)
{
    if (word.size() >= 4)
        return 4;
    return word.size() >= 2 ? 2 : 1;
}

} // namespace

QString foldedText(QStringView text)
{
    QString folded(text.size(), Qt::Uninitialized);
    foldInto(text, reinterpret_cast<char16_t *>(folded.data()));
    return folded;
}

quint32 TextIndex::add(const QString &word)
{
    const QString folded = foldedText(word);
    if (const auto known = m_numbers.constFind(folded); known != m_numbers.cend())
        return known.value();
    const auto number = static_cast<quint32>(m_words.size());
    m_words.push_back(folded.toStdU16String());
    m_numbers.insert(folded, number);
    return number;
}

void TextIndex::build()
{
    m_ofFour = groupsOf(4);
    m_ofTwo = groupsOf(2);
    m_ofOne = groupsOf(1);
}

/// Each word is found by that of its groups which the fewest words have.
TextIndex::Groups TextIndex::groupsOf(std::size_t units) const
{
    QHash<quint32, int> uses;
    for (const std::u16string &word : m_words) {
        for (std::size_t at = 0; groupLength(word) == units && at + units <= word.size(); ++at)
            ++uses[groupHashAt(word, at, units)];
    }
    Groups groups;
    if (uses.isEmpty())
        return groups;
    groups.hashes.assign((std::size_t(1) << kHashBits) / kBitsPerWord, 0);
    for (std::size_t number = 0; number < m_words.size(); ++number) {
        const std::u16string &word = m_words[number];
        if (groupLength(word) != units)
            continue;
        std::size_t best = 0;
        for (std::size_t at = 1; at + units <= word.size(); ++at) {
            if (uses.value(groupHashAt(word, at, units)) < uses.value(groupHashAt(word, best, units)))
                best = at;
        }
        const quint32 hash = groupHashAt(word, best, units);
        groups.hashes[hash / kBitsPerWord] |= quint64(1) << (hash % kBitsPerWord);
        groups.anchors.push_back({hash, static_cast<quint32>(number), static_cast<quint32>(best)});
    }
    std::stable_sort(groups.anchors.begin(), groups.anchors.end(),
                     [](const Anchor &one, const Anchor &other) { return one.hash < other.hash; });
    return groups;
}

void TextIndex::find(QStringView text, std::vector<quint8> &found) const
{
    found.assign(m_words.size(), 0);
    const auto size = static_cast<std::size_t>(text.size());
    if (m_folded.size() < size)
        m_folded.resize(size);
    foldInto(text, m_folded.data());
    const std::u16string_view folded(m_folded.data(), size);
    scan<4>(m_ofFour, folded, found);
    scan<2>(m_ofTwo, folded, found);
    scan<1>(m_ofOne, folded, found);
}

template <std::size_t Units>
void TextIndex::scan(const Groups &groups, std::u16string_view text, std::vector<quint8> &found) const
{
    if (groups.anchors.empty())
        return;
    constexpr quint64 kMask = ~quint64(0) >> (64 - 16 * Units);
    const quint64 *const hashes = groups.hashes.data();
    quint64 group = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        group = (group << 16 | text[at]) & kMask;
        const quint32 hash = groupHash(group);
        const bool known = (hashes[hash / kBitsPerWord] >> (hash % kBitsPerWord) & 1U) != 0;
        if (known && at + 1 >= Units)
            verify(groups, hash, at + 1 - Units, text, found);
    }
}

void TextIndex::verify(const Groups &groups, quint32 hash, std::size_t at, std::u16string_view text,
                       std::vector<quint8> &found) const
{
    auto anchor = std::lower_bound(groups.anchors.begin(), groups.anchors.end(), hash,
                                   [](const Anchor &each, quint32 value) { return each.hash < value; });
    for (; anchor != groups.anchors.end() && anchor->hash == hash; ++anchor) {
        if (found[anchor->word] != 0 || anchor->offset > at)
            continue;
        const std::u16string &word = m_words[anchor->word];
        if (text.substr(at - anchor->offset, word.size()) == word)
            found[anchor->word] = 1;
    }
}

} // namespace core
