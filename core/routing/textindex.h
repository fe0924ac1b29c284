#pragma once

#include <QHash>
#include <QString>

#include <string>
#include <string_view>
#include <vector>

namespace core {

/// The text without regard to case, each character for itself as Qt::CaseInsensitive compares, so of the same
/// length.
QString foldedText(QStringView text);

/// Tells which of many words a text holds, without regard to case. One pass over the text looks groups of
/// four characters up among such groups of every word, so that a thousand words cost little more than one.
/// For words of seven characters and more it looks at every fourth place only: four groups in a row of each
/// are known, one of which is met wherever the word stands. May be used from any one thread at a time.
class TextIndex
{
public:
    /// The number of the word, which is not empty; the same for words that differ only in case.
    quint32 add(const QString &word);
    /// To be called once, after the last word.
    void build();

    std::size_t size() const { return m_words.size(); }

    /// 1 in `found` for each word that the text holds, else 0.
    void find(QStringView text, std::vector<quint8> &found) const;

private:
    /// A group of a word and another, at the far end of it, that tells most words apart from what only looks
    /// like them.
    struct Anchor
    {
        quint64 group = 0;
        quint64 other = 0;
        quint32 word = 0;
        quint32 length = 0;
        /// Where the groups stand in the word.
        quint32 offset = 0;
        quint32 otherOffset = 0;
    };
    /// The words that are found by groups of one length at places of one distance.
    struct Groups
    {
        /// A bit for each hash that a group has.
        std::vector<quint64> hashes = {};
        /// By hash.
        std::vector<Anchor> anchors = {};
        /// Where the anchors begin whose hashes, without their last `shift` bits, are 0, 1 and so on.
        std::vector<quint32> begins = {};
        unsigned shift = 0;

        void sort();
    };

    std::vector<quint32> wordsOfLength(std::size_t from, std::size_t to) const;
    template <std::size_t Units, std::size_t Stride>
    Groups groupsOf(const std::vector<quint32> &words) const;
    template <std::size_t Units, std::size_t Stride>
    void scan(const Groups &groups, std::u16string_view text, std::vector<quint8> &found) const;
    template <std::size_t Units>
    void verify(const Groups &groups, quint64 group, std::size_t at, std::u16string_view text,
                std::vector<quint8> &found) const;

    std::vector<std::u16string> m_words;
    QHash<QString, quint32> m_numbers;
    Groups m_ofLong;
    Groups m_ofFour;
    Groups m_ofTwo;
    Groups m_ofOne;
    /// The text as it was folded last: its memory is used again.
    mutable std::vector<char16_t> m_folded;
};

} // namespace core
