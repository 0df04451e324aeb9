"""How much a text looks like words of a language: what tells the right one of several readings of the same bytes.

Units: a score a character above ASCII, about -6 to 2; only its order matters. A wrong reading puts rare letters where
common ones are, letters of two scripts into one word, controls and signs between letters, and forms that end words
into their middle.
"""

from math import log

from reader.formats.visual_order import FINALS, is_visual
from reader.text.patterns import lazy_pattern

_ARABIC = "اليمن وترعبهدسكفقحجةىأشصخطإذثغضزظءئؤآ"
_PERSIAN = "پچژگکی"
_URDU = "ںہےٹڈڑھ"
_HEBREW = "יולהאמרתבשנםכדחעפקטגצזסןףךץ"
_CYRILLIC = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё"
_GREEK = "αοιετνσρκπηυςλμωγδθβφχξζψάίόέήύώϊϋΐΰ"
_LATIN = "éèàáíóúñçüöäêîôâßæøåëïùûãõœışğ"
_LATIN_CAPITALS = "ÉÀÜÖÄÇÑÓÁÍŒÊÈØÅÆİŞ"
_PUNCTUATION = "«»“”‘’–—…،؛؟״׳ًٌٍَُِّْـ°€•\u200c\u200e\u200f٠١٢٣٤٥٦٧٨٩٪"

_SIGNS = "£§©®±·½¼¾²³×÷µ¥"
"""Signs that stand in texts, if not often."""

_SPACES = {" ": 0.2, "\xa0": -1.0}
"""MacArabic has a space of its own for Arabic; hardly any text has more no-break spaces than others."""

_RARE = -1.0
_SIGN = -3.0
_UNDEFINED = -6.0
"""A letter of no known alphabet; a sign; a control or a byte that means nothing in the encoding."""


def _weights() -> dict[str, float]:
    weights = dict.fromkeys(_PUNCTUATION, 0.2) | dict.fromkeys(_SIGNS, _RARE) | _SPACES
    for by_frequency in (_ARABIC, _HEBREW, _CYRILLIC, _GREEK):
        weights.update((letter, 2.0 - 0.7 * log(1 + rank)) for rank, letter in enumerate(by_frequency))
    for capitals in (_CYRILLIC, _GREEK):
        weights.update(dict.fromkeys(capitals.upper(), 0.0))
    weights.update(dict.fromkeys(_LATIN, 1.0))
    weights.update(dict.fromkeys(_LATIN_CAPITALS, 0.5))
    weights.update(dict.fromkeys(_PERSIAN, 0.5))
    weights.update(dict.fromkeys(_URDU, 0.3))
    return weights


_WEIGHTS = _weights()

_MIXED = lazy_pattern(
    "[A-Za-z][\u0590-\u06ff]|[\u0590-\u06ff][A-Za-z]|[\u0590-\u05ff][\u0600-\u06ff]|(?<=[\xc0-\u0160][\xc0-\u0160])[\xc0-\u0160]|[a-z][\xc0-\xde]"
    "|[\u0370-\u04ff][A-Za-z]|[A-Za-z][\u0370-\u04ff]|[а-яё][А-ЯЁ]|[α-ωά-ώ][Α-Ω]|ς[α-ω]"
    "|[\u0590-\u06ff][\xc0-\u024f]|[\xc0-\u024f][\u0590-\u06ff]"
    "|(?<![\u0620-\u0652])[\u064b-\u0652]|[\u064b-\u0650\u0652]{2}|(?<=\\w)[\u200e\u200f](?=\\w)"
)
"""Letters of two scripts in a word; an accented letter after two others; a capital, or a final letter, inside a word;
vowel marks without a letter, marks of direction between letters."""

_MISPLACED = lazy_pattern(f"[ةى][\u0620-\u064a]|[{FINALS}][\u05d0-\u05ea]")
_MISPLACED_SEEN = lazy_pattern(f"[\u05d0-\u05ea][{FINALS}]")
_ARTICLE = lazy_pattern("(?<![\u0620-\u064a])[وفب]?ال[\u0620-\u064a]{2}")


def charset_score(text: str, foreign: str) -> float:
    """The score of a text; Hebrew in the order it is seen counts as Hebrew.

    Args:
        text: The reading.
        foreign: What the bytes above ASCII are in it. MacArabic has signs there that are ASCII's, too.
    """
    if not foreign:
        return 0.0
    counted = {character: foreign.count(character) for character in set(foreign)}
    score = sum(_weight(character) * count for character, count in counted.items())
    misplaced = len(_MISPLACED.findall(text))
    if is_visual(text):
        misplaced = len(_MISPLACED_SEEN.findall(text))
    score += len(_ARTICLE.findall(text)) - 2.0 * (len(_MIXED.findall(text)) + misplaced)
    return score / len(foreign)


def _weight(character: str) -> float:
    weight = _WEIGHTS.get(character)
    if weight is not None:
        return weight
    if character == "\ufffd" or "\x80" <= character <= "\x9f":
        return _UNDEFINED
    return _RARE if character.isalpha() or character.isascii() else _SIGN
