#include "core/routing/textindex.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <limits>
#include <numeric>

namespace core {

namespace {

/// From here on hardly any character has a case; those that do are asked for one by one.
constexpr std::size_t kFoldTableSize = 0x3000;
constexpr std::size_t kFoldBlock = 4;
/// One in each of the four characters that a word of the machine holds.
constexpr quint64 kInEach = 0x0001000100010001;

/// At every so many characters of a text words are looked for that are long enough to be met there.
constexpr std::size_t kStride = 4;
constexpr unsigned kHashBits = 16;
constexpr unsigned kBitsPerWord = 64;

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

/// The characters at `at`, as many as Units, as a number.
template <std::size_t Units>
quint64 unitsAt(const char16_t *at)
{
    quint64 units = 0;
    std::memcpy(&units, at, Units * sizeof(char16_t));
    return units;
}

/// Small letters for the capital ones among four characters of ASCII, all at once: bit 7 of the first sum
/// tells those from A on, that of the second those behind Z, and small letters differ in bit 5.
quint64 foldedAscii(quint64 units)
{
    const quint64 fromA = units + kInEach * (0x80 - 'A');
    const quint64 behindZ = units + kInEach * (0x7F - 'Z');
    return units | ((fromA & ~behindZ & kInEach * 0x80) >> 2);
}

/// Four characters of ASCII go without the table.
void foldInto(QStringView text, char16_t *folded)
{
    const FoldTable &table = foldTable();
    const char16_t *const units = text.utf16();
    const auto size = static_cast<std::size_t>(text.size());
    std::size_t begin = 0;
    for (; begin + kFoldBlock <= size; begin += kFoldBlock) {
        const quint64 block = unitsAt<kFoldBlock>(units + begin);
        if ((block & kInEach * 0xFF80) == 0) {
            const quint64 small = foldedAscii(block);
            std::memcpy(folded + begin, &small, sizeof(small));
            continue;
        }
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

/// The groups of so many characters that a word has, from its first place to its last.
template <std::size_t Units>
std::vector<quint64> groupsIn(const std::u16string &word)
{
    std::vector<quint64> groups;
    for (std::size_t at = 0; at + Units <= word.size(); ++at)
        groups.push_back(unitsAt<Units>(word.data() + at));
    return groups;
}

/// How much more often than others a text has groups that consist of letters and spaces, at a guess.
constexpr int kWeightOfLetters = 8;

template <std::size_t Units>
bool isOfLetters(const char16_t *group)
{
    return std::all_of(group, group + Units,
                       [](char16_t unit) { return unit == ' ' || QChar::isLetter(unit); });
}

/// Where in the word those `count` groups in a row begin that a text is the least likely to have: those that
/// the fewest words have, and rather those with a sign in them.
template <std::size_t Units>
std::size_t rarestRow(const std::u16string &word, const QHash<quint64, int> &uses, std::size_t count)
{
    std::vector<int> costs;
    for (const quint64 group : groupsIn<Units>(word)) {
        const bool ofLetters = isOfLetters<Units>(word.data() + costs.size());
        costs.push_back(uses.value(group) * (ofLetters ? kWeightOfLetters : 1));
    }
    std::size_t best = 0;
    int least = std::numeric_limits<int>::max();
    for (std::size_t from = 0; from + count <= costs.size(); ++from) {
        const auto first = costs.begin() + static_cast<std::ptrdiff_t>(from);
        const int cost = std::accumulate(first, first + static_cast<std::ptrdiff_t>(count), 0);
        if (cost < least) {
            least = cost;
            best = from;
        }
    }
    return best;
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
    m_ofLong = groupsOf<4, kStride>(wordsOfLength(kStride + 3, std::u16string::npos));
    m_ofFour = groupsOf<4, 1>(wordsOfLength(4, kStride + 3));
    m_ofTwo = groupsOf<2, 1>(wordsOfLength(2, 4));
    m_ofOne = groupsOf<1, 1>(wordsOfLength(1, 2));
}

std::vector<quint32> TextIndex::wordsOfLength(std::size_t from, std::size_t to) const
{
    std::vector<quint32> words;
    for (std::size_t number = 0; number < m_words.size(); ++number) {
        if (m_words[number].size() >= from && m_words[number].size() < to)
            words.push_back(static_cast<quint32>(number));
    }
    return words;
}

/// Each word is found by those of its groups which the fewest words have, as many in a row as there are
/// characters from one look at the text to the next: one of them is met wherever the word stands.
template <std::size_t Units, std::size_t Stride>
TextIndex::Groups TextIndex::groupsOf(const std::vector<quint32> &words) const
{
    Groups groups;
    if (words.empty())
        return groups;
    QHash<quint64, int> uses;
    for (const quint32 word : words) {
        for (const quint64 group : groupsIn<Units>(m_words[word]))
            ++uses[group];
    }
    for (const quint32 number : words) {
        const std::u16string &word = m_words[number];
        const std::vector<quint64> inWord = groupsIn<Units>(word);
        const std::size_t from = rarestRow<Units>(word, uses, Stride);
        const std::size_t other = 2 * from + Stride > inWord.size() ? 0 : inWord.size() - 1;
        for (std::size_t at = from; at < from + Stride; ++at)
            groups.anchors.push_back({inWord[at], inWord[other], number, static_cast<quint32>(word.size()),
                                      static_cast<quint32>(at), static_cast<quint32>(other)});
    }
    groups.sort();
    return groups;
}

void TextIndex::Groups::sort()
{
    std::stable_sort(anchors.begin(), anchors.end(), [](const Anchor &one, const Anchor &other) {
        return groupHash(one.group) < groupHash(other.group);
    });
    const auto bits = std::min(kHashBits, static_cast<unsigned>(std::bit_width(anchors.size())));
    shift = kHashBits - bits;
    hashes.assign((std::size_t(1) << kHashBits) / kBitsPerWord, 0);
    begins.assign((std::size_t(1) << bits) + 1, 0);
    for (const Anchor &anchor : anchors) {
        const quint32 hash = groupHash(anchor.group);
        hashes[hash / kBitsPerWord] |= quint64(1) << (hash % kBitsPerWord);
        ++begins[(hash >> shift) + 1];
    }
    std::partial_sum(begins.begin(), begins.end(), begins.begin());
}

void TextIndex::find(QStringView text, std::vector<quint8> &found) const
{
    found.assign(m_words.size(), 0);
    const auto size = static_cast<std::size_t>(text.size());
    if (m_folded.size() < size)
        m_folded.resize(size);
    foldInto(text, m_folded.data());
    const std::u16string_view folded(m_folded.data(), size);
    scan<4, kStride>(m_ofLong, folded, found);
    scan<4, 1>(m_ofFour, folded, found);
    scan<2, 1>(m_ofTwo, folded, found);
    scan<1, 1>(m_ofOne, folded, found);
}

template <std::size_t Units, std::size_t Stride>
void TextIndex::scan(const Groups &groups, std::u16string_view text, std::vector<quint8> &found) const
{
    if (groups.anchors.empty())
        return;
    const quint64 *const hashes = groups.hashes.data();
    for (std::size_t at = 0; at + Units <= text.size(); at += Stride) {
        const quint64 group = unitsAt<Units>(text.data() + at);
        const quint32 hash = groupHash(group);
        if ((hashes[hash / kBitsPerWord] >> (hash % kBitsPerWord) & 1U) != 0)
            verify<Units>(groups, group, at, text, found);
    }
}

template <std::size_t Units>
void TextIndex::verify(const Groups &groups, quint64 group, std::size_t at, std::u16string_view text,
                       std::vector<quint8> &found) const
{
    const std::size_t bucket = groupHash(group) >> groups.shift;
    for (quint32 place = groups.begins[bucket]; place < groups.begins[bucket + 1]; ++place) {
        const Anchor &anchor = groups.anchors[place];
        if (anchor.group != group || anchor.offset > at)
            continue;
        const char16_t *const begin = text.data() + (at - anchor.offset);
        if (anchor.length > text.size() - (at - anchor.offset)
            || unitsAt<Units>(begin + anchor.otherOffset) != anchor.other)
            continue;
        const std::u16string &word = m_words[anchor.word];
        if (found[anchor.word] == 0 && std::equal(word.begin(), word.end(), begin))
            found[anchor.word] = 1;
    }
}

} // namespace core
