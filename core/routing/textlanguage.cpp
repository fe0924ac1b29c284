#include "core/routing/promptfacts.h"
#include "core/routing/textindex.h"

#include <array>
#include <bit>

namespace core {

namespace {

/// The beginning tells as much as the whole, and sooner.
constexpr qsizetype kLanguageSample = 1'500;
/// A character of a script without letters stands for about so many Latin ones.
constexpr int kWeightOfCharacter = 3;
/// Of a hundred words of a language at least so many, counted as in Evidence, are its common ones.
constexpr int kLeastEvidence = 20;

/// Languages that share a script. Those without a code are known so that they are not taken for another.
struct WordList
{
    QLatin1StringView code;
    QStringView words;
};

constexpr std::array<WordList, 15> kCommonWords{{
    {QLatin1StringView("en"),
     u"the of and to in is you that it he was for on are with as his they be at this have from or had by but "
     u"not what all were we when your can said there use an each which she do how their if will up about out "
     u"many then them these so some her would make like him into has look more write go see no could my than "
     u"been who its now did get may why please me i a us our here should any also only"},
    {QLatin1StringView("de"),
     u"der die das und ist in den von zu mit sich des auf für nicht ein eine einen einem einer als auch es "
     u"an "
     u"werden aus er hat dass sie nach wird bei noch wie über so zum kann wenn ich wir du mir mich dir bitte "
     u"was warum oder aber nur sind im vom zur dem am diese diesen dieser dieses mein dein ihr ihre haben"},
    {QLatin1StringView("fr"),
     u"le la les de des du et est en un une que qui dans pour pas sur au aux avec ce cette ces il elle nous "
     u"vous je tu ne se sont par plus ou mais comme son sa ses leur être a à où quel quelle pourquoi comment "
     u"moi c d l qu n s ai mon ma mes votre notre faire peux"},
    {QLatin1StringView("es"),
     u"el la los las de y en un una que es por para con no se del al lo su sus como más pero le ha me si sin "
     u"sobre este esta entre cuando muy qué cómo porque donde yo tú mi son está hay o puedes te nos ser"},
    {QLatin1StringView("it"),
     u"il lo la gli le di e è in un una che per con non si del della dei delle al alla da come più ma sono "
     u"ha "
     u"anche mi ti ci se che chi questo questa quando perché cosa nel nella i o puoi mio tuo una uno essere"},
    {QLatin1StringView("pt"),
     u"o a os as de e em um uma que é por para com não se do da dos das no na nos nas ao à como mais mas ou "
     u"seu sua ele ela eu você são está foi quando muito qual isso esse esta porque me pode meu ser"},
    {QLatin1StringView("nl"),
     u"de het een en van ik te dat die in is niet op zijn voor met als er aan ook maar om hem wat bij dan "
     u"nog "
     u"wel naar uit zo heb heeft worden wordt kan deze dit je jij we wij hoe waarom geen over mijn jouw"},
    {QLatin1StringView("pl"),
     u"i w z na do nie się to jest że jak o od za po co ale dla czy przez jego jej są był było być ich tym "
     u"tego może tak już tylko który która które proszę mi mnie ja ty my wy oraz lub ten ta"},
    {{},
     u"og och et en ett det den de som er är på i til till av af för for med att at ikke inte jeg jag vi du "
     u"om "
     u"har kan hvad vad eller men fra från"},
    {{}, u"a v na se je že to s z do o i jak pro ale jako by k od za po který co ve si aby nebo také které"},
    {{}, u"și de la în o un pe cu nu este sunt că ca pentru din mai dar te a al ale care sau cum despre"},
    {QLatin1StringView("ru"),
     u"и в не на что я он как это по но они мы вы для от из за так же его её ее был была было к у с о а ты "
     u"все "
     u"всё если или только бы мне меня когда где почему какой чтобы при до мой пожалуйста этот эта"},
    {QLatin1StringView("uk"),
     u"і в не на що я він як це по але вони ми ви для від із за так його її був була було до у з о а ти все "
     u"якщо або тільки б мені мене коли де чому який щоб при та є й мій цей ця"},
    {{}, u"и в не на се да от за е са с че по ще като със който това но ако или ние вие"},
    {{}, u"и у је да се на за не са од као што су али ће би"},
}};
constexpr std::size_t kLatinLists = 11;

struct ScriptRange
{
    char16_t from;
    char16_t to;
    QLatin1StringView code;
};

/// Scripts that tell the language, by their Unicode blocks.
constexpr std::array<ScriptRange, 22> kScripts{{
    {0x0370, 0x03FF, QLatin1StringView("el")}, {0x0530, 0x058F, QLatin1StringView("hy")},
    {0x0590, 0x05FF, QLatin1StringView("he")}, {0x0600, 0x077F, QLatin1StringView("ar")},
    {0x0900, 0x097F, QLatin1StringView("hi")}, {0x0980, 0x09FF, QLatin1StringView("bn")},
    {0x0A00, 0x0A7F, QLatin1StringView("pa")}, {0x0A80, 0x0AFF, QLatin1StringView("gu")},
    {0x0B80, 0x0BFF, QLatin1StringView("ta")}, {0x0C00, 0x0C7F, QLatin1StringView("te")},
    {0x0C80, 0x0CFF, QLatin1StringView("kn")}, {0x0D00, 0x0D7F, QLatin1StringView("ml")},
    {0x0D80, 0x0DFF, QLatin1StringView("si")}, {0x0E00, 0x0E7F, QLatin1StringView("th")},
    {0x0E80, 0x0EFF, QLatin1StringView("lo")}, {0x1000, 0x109F, QLatin1StringView("my")},
    {0x10A0, 0x10FF, QLatin1StringView("ka")}, {0x1200, 0x137F, QLatin1StringView("am")},
    {0x1780, 0x17FF, QLatin1StringView("km")}, {0x3040, 0x30FF, QLatin1StringView("ja")},
    {0x3400, 0x9FFF, QLatin1StringView("zh")}, {0xAC00, 0xD7AF, QLatin1StringView("ko")},
}};
constexpr std::size_t kKana = 19;
constexpr std::size_t kHan = 20;
constexpr std::size_t kHangul = 21;
constexpr std::size_t kArabic = 3;

bool isLatinLetter(char16_t unit)
{
    return (unit >= 'a' && unit <= 'z')
        || (unit >= 0x00C0 && unit <= 0x024F && unit != 0x00D7 && unit != 0x00F7)
        || (unit >= 0x1E00 && unit <= 0x1EFF);
}

bool isCyrillicLetter(char16_t unit)
{
    return unit >= 0x0400 && unit <= 0x052F;
}

/// How many letters of which script a text has, weighted.
struct ScriptCount
{
    int latin = 0;
    int cyrillic = 0;
    std::array<int, kScripts.size()> others = {};

    explicit ScriptCount(QStringView folded)
    {
        for (const QChar each : folded) {
            const char16_t unit = each.unicode();
            if (unit < 0x80)
                latin += unit >= 'a' && unit <= 'z' ? 1 : 0;
            else if (isLatinLetter(unit))
                ++latin;
            else if (isCyrillicLetter(unit))
                ++cyrillic;
            else if (unit >= kScripts.front().from)
                count(unit);
        }
    }

    void count(char16_t unit)
    {
        const auto script =
            std::lower_bound(kScripts.begin(), kScripts.end(), unit,
                             [](const ScriptRange &range, char16_t value) { return range.to < value; });
        if (script == kScripts.end() || unit < script->from || !QChar(unit).isLetter())
            return;
        const auto at = static_cast<std::size_t>(script - kScripts.begin());
        others[at] += at == kKana || at == kHan || at == kHangul ? kWeightOfCharacter : 1;
    }
};

/// The number of a word, made character by character: FNV-1a of 64 bits
/// (https://datatracker.ietf.org/doc/html/draft-eastlake-fnv). So many words are looked up that none is to be
/// copied for it.
class WordKey
{
public:
    void add(char16_t unit)
    {
        m_hash = (m_hash ^ unit) * 0x00000100000001B3;
        ++m_length;
    }
    quint64 hash() const { return m_hash; }
    int length() const { return m_length; }

private:
    quint64 m_hash = 0xCBF29CE484222325;
    int m_length = 0;
};

/// For each common word the lists that have it, as bits: a table with open addresses, of which most are free,
/// since most words of a text are not in it.
class CommonWords
{
public:
    static const CommonWords &instance()
    {
        static const CommonWords words;
        return words;
    }

    /// 0 for a word that is not common.
    quint32 listsWith(const WordKey &key) const
    {
        return key.length() > m_longest ? 0 : m_slots[slotOf(key.hash())].lists;
    }

private:
    struct Slot
    {
        quint64 word = 0;
        quint32 lists = 0;
    };

    CommonWords()
    {
        for (std::size_t list = 0; list < kCommonWords.size(); ++list) {
            for (const QStringView word : kCommonWords[list].words.split(u' ')) {
                WordKey key;
                for (const QChar unit : word)
                    key.add(unit.unicode());
                m_longest = std::max(m_longest, key.length());
                Slot &slot = m_slots[slotOf(key.hash())];
                slot.word = key.hash();
                slot.lists |= quint32(1) << list;
            }
        }
    }

    /// Where the word is or would be.
    std::size_t slotOf(quint64 word) const
    {
        std::size_t at = (word ^ word >> 32) % kSlots;
        while (m_slots[at].lists != 0 && m_slots[at].word != word)
            at = (at + 1) % kSlots;
        return at;
    }

    static constexpr std::size_t kSlots = 4096;
    std::array<Slot, kSlots> m_slots = {};
    int m_longest = 0;
};

/// Counts common words: one that a single language has counts twice.
class Evidence
{
public:
    void add(const WordKey &word)
    {
        ++m_words;
        quint32 lists = m_common.listsWith(word);
        const int weight = std::has_single_bit(lists) ? 2 : 1;
        for (; lists != 0; lists &= lists - 1)
            m_points[static_cast<std::size_t>(std::countr_zero(lists))] += weight;
    }

    /// The language among those lists that has more than any other and enough.
    QString best(std::size_t from, std::size_t to) const
    {
        const auto begin = m_points.begin() + static_cast<std::ptrdiff_t>(from);
        const auto end = m_points.begin() + static_cast<std::ptrdiff_t>(to);
        const auto most = std::max_element(begin, end);
        const bool tied = std::count(begin, end, *most) > 1;
        if (tied || *most < 2 || *most * 100 < m_words * kLeastEvidence)
            return {};
        return kCommonWords[static_cast<std::size_t>(most - m_points.begin())].code;
    }

private:
    const CommonWords &m_common = CommonWords::instance();
    int m_words = 0;
    std::array<int, kCommonWords.size()> m_points = {};
};

/// The language of a script that several have.
QString byCommonWords(QStringView folded, bool latin)
{
    Evidence evidence;
    WordKey word;
    for (qsizetype at = 0; at <= folded.size(); ++at) {
        const char16_t unit = at < folded.size() ? folded.at(at).unicode() : u' ';
        if (latin ? isLatinLetter(unit) : isCyrillicLetter(unit)) {
            word.add(unit);
        } else if (word.length() > 0) {
            evidence.add(word);
            word = {};
        }
    }
    return latin ? evidence.best(0, kLatinLists) : evidence.best(kLatinLists, kCommonWords.size());
}

/// Letters that Arabic does not have.
QString arabicScriptLanguage(QStringView text)
{
    const auto hasOneOf = [text](QStringView letters) {
        return std::any_of(letters.begin(), letters.end(),
                           [text](QChar letter) { return text.contains(letter); });
    };
    if (hasOneOf(u"\u0679\u0688\u0691\u06D2"))
        return QStringLiteral("ur");
    return hasOneOf(u"\u067E\u0686\u0698\u06AF") ? QStringLiteral("fa") : QStringLiteral("ar");
}

} // namespace

QString languageOf(QStringView text)
{
    const QString folded = foldedText(text.left(kLanguageSample));
    ScriptCount scripts(folded);
    // Japanese is written in both; a text with hardly any kana quotes it.
    if (scripts.others[kKana] * 8 >= scripts.others[kHan])
        scripts.others[kKana] += std::exchange(scripts.others[kHan], 0);
    else
        scripts.others[kHan] += std::exchange(scripts.others[kKana], 0);
    const auto most = std::max_element(scripts.others.begin(), scripts.others.end());
    if (*most > std::max(scripts.latin, scripts.cyrillic)) {
        const auto at = static_cast<std::size_t>(most - scripts.others.begin());
        return at == kArabic ? arabicScriptLanguage(folded) : QString(kScripts[at].code);
    }
    if (scripts.latin == 0 && scripts.cyrillic == 0)
        return {};
    return byCommonWords(folded, scripts.latin >= scripts.cyrillic);
}

} // namespace core
