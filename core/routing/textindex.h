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

/// Tells which of many words a text holds, without regard to case. One pass over the text looks each group of
/// four characters up among one such group of every word, so that a thousand words cost little more than one.
/// May be used from any one thread at a time.
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
    /// Where a word's group stands in it.
    struct Anchor
    {
        quint32 hash = 0;
        quint32 word = 0;
        quint32 offset = 0;
    };
    /// The words that are found by groups of one length.
    struct Groups
    {
        std::vector<quint64> hashes = {};
        /// By hash.
        std::vector<Anchor> anchors = {};
    };

    Groups groupsOf(std::size_t units) const;
    template <std::size_t Units>
    void scan(const Groups &groups, std::u16string_view text, std::vector<quint8> &found) const;
    void verify(const Groups &groups, quint32 hash, std::size_t at, std::u16string_view text,
                std::vector<quint8> &found) const;

    std::vector<std::u16string> m_words;
    QHash<QString, quint32> m_numbers;
    Groups m_ofFour;
    Groups m_ofTwo;
    Groups m_ofOne;
    /// The text as it was folded last: its memory is used again.
    mutable std::vector<char16_t> m_folded;
};

} // namespace core
