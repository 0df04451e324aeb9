"""Owns the document's glossary: the terms of several words it uses again and again, ranked by C-value.

C-value (Frantzi, Ananiadou and Mima, 2000): log₂ of the length times the frequency, less the mean frequency of the
longer terms it is nested in. A candidate is a run of two to four words without a particle or a name; quotation marks
inside it are looked through («نماذج ‘الاستدلال’»). In Arabic its last word must be definite, as a noun phrase that
names something is, and a second part may follow «و» («حقوق الطبع والنشر»). Words that say nothing of a subject (مجال,
الأكثر, "kind of") neither begin nor end a term. Spellings that differ in their particles and article alone are one
term: a stemmer (Snowball's for Arabic) ranked worse, for it makes one of what means two.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import lru_cache
from math import log2
from typing import NamedTuple

from reader.facts.names import Mention
from reader.facts.naming.shared import REMEMBERED, words_of
from reader.facts.stream import TokenStream
from reader.facts.tokens import Token, TokenKind

LONGEST = 4
MOST = 25
"""How many terms a glossary has at most."""
_REMEMBERED = 200_000
_FEWEST = 2
"""Uses that make a candidate a term."""


class Term(NamedTuple):
    """A term of the glossary: its words as first used, its C-value, its uses, and where the first of them is."""

    words: str
    rank: float
    uses: int
    start: int
    end: int


class _Use(NamedTuple):
    start: int
    end: int
    words: str


_Key = tuple[str, ...]


@dataclass(slots=True)
class TermCounter:
    """Counts the candidates of a document, chunk by chunk; memory is bounded by forgetting those met only once."""

    _counts: Counter[_Key] = field(default_factory=Counter)
    _first: dict[_Key, _Use] = field(default_factory=dict)

    def add(self, stream: TokenStream, names: Sequence[Mention], offset: int) -> None:
        """Counts the candidates of one chunk that begins at ``offset`` in the document; ``names`` stand in it."""
        for run in _runs(stream, names):
            keys = [_bare(stream.language.code, token.key) for token in run]
            for i in range(len(run) - 1):
                if not _may_begin(stream.language.code, run[i].key):
                    continue
                for size in range(2, min(LONGEST, len(run) - i) + 1):
                    if _is_candidate(stream, run[i : i + size]):
                        key = tuple(keys[i : i + size])
                        self._counts[key] += 1
                        if key not in self._first:
                            start, end = _start(stream, run[i]), run[i + size - 1].end
                            words = "".join(mark for mark in stream.text[start:end] if mark not in _QUOTES)
                            self._first[key] = _Use(offset + start, offset + end, words)
        if len(self._counts) > _REMEMBERED:
            self._counts = Counter({key: count for key, count in self._counts.items() if count > 1})
            self._first = {key: self._first[key] for key in self._counts}

    def terms(self) -> tuple[Term, ...]:
        """The glossary, best first."""
        frequent = self._merged()
        nesting: dict[_Key, list[int]] = {}
        for key, (count, _) in frequent.items():
            for size in range(2, len(key)):
                for i in range(len(key) - size + 1):
                    nesting.setdefault(key[i : i + size], []).append(count)
        ranked = []
        for key, (count, use) in frequent.items():
            longer = nesting.get(key, [])
            value = log2(len(key)) * (count - (sum(longer) / len(longer) if longer else 0))
            if value > 0 and not (longer and max(longer) == count):
                ranked.append(Term(use.words, value, count, use.start, use.end))
        ranked.sort(key=lambda term: (-term.rank, term.start))
        return tuple(ranked[:MOST])

    def _merged(self) -> dict[_Key, tuple[int, _Use]]:
        """The candidates met more than once.

        «بخصوصية البيانات» counts for «خصوصية البيانات» where the document has that word too, also as «لمطوري» has
        «مطورين».
        """
        merged: dict[_Key, tuple[int, _Use]] = {}
        words = {word for key in self._counts for word in key}
        for candidate, count in self._counts.items():
            key, use = candidate, self._first[candidate]
            if any(word[0] in _PARTICLES and word[1:] in words for word in key[1:]):
                continue
            if key[0][0] in _PARTICLES and (key[0][1:] in words or key[0][1:] + "ن" in words):
                key, use = (key[0][1:], *key[1:]), _Use(use.start + 1, use.end, use.words[1:])
            known, first = merged.get(key, (0, use))
            merged[key] = (known + count, min(first, use))
        return {key: value for key, value in merged.items() if value[0] >= _FEWEST}


_PARTICLES = "وبلفהובלמ"
_QUOTES = "‘’“”«»\"'‹›„"


def _runs(stream: TokenStream, names: Sequence[Mention]) -> Iterator[list[Token]]:
    """Runs of words with no punctuation but quotation marks, no number, particle or name between."""
    run: list[Token] = []
    at = 0
    for token in stream.tokens:
        while at < len(names) and names[at].end <= token.start:
            at += 1
        named = at < len(names) and names[at].start < token.end
        if token.kind is TokenKind.SIGN and token.key in _QUOTES and not named:
            continue
        plain = token.kind is TokenKind.WORD and len(token.key) > 1 and token.key not in stream.function_words
        if (not plain or named) and run:
            yield run
            run = []
        if plain and not named:
            run.append(token)
    if run:
        yield run


def _is_candidate(stream: TokenStream, words: Sequence[Token]) -> bool:
    last = words[-1].key
    if len({word.key for word in words}) < len(words) or last in _EMPTY_ENDS.get(stream.language.code, frozenset()):
        return False
    if any(word.key.isascii() for word in words) != (stream.language.code == "en"):
        return False
    if stream.language.code == "ar":
        return _is_arabic_phrase([word.key for word in words])
    return True


@lru_cache(REMEMBERED)
def _may_begin(language: str, key: str) -> bool:
    if language == "ar":
        if (key.startswith(_VERBAL) and not _is_verbal_noun(key)) or len(key) < 3:
            return False
        return _bare(language, key) not in _EMPTY_BEGINNINGS.get(language, frozenset())
    return key not in _EMPTY_BEGINNINGS.get(language, frozenset())


def _is_arabic_phrase(keys: list[str]) -> bool:
    """Whether words are a noun with what defines it: the last is definite, and «وال…» only joins it to another."""
    *before, last = map(_article, keys)
    if last is _Article.JOINED:
        return len(before) > 1 and before[-1] is _Article.DEFINITE and before[-2] is _Article.NONE
    if last is not _Article.DEFINITE or _Article.JOINED in before[1:] or _Article.PARTICLE in before[1:]:
        return False
    return keys[0] not in _EMPTY_ENDS.get("ar", frozenset())


class _Article(Enum):
    """How a word begins: with the article, with «وال», with another particle, or with none of them."""

    NONE = 0
    DEFINITE = 1
    JOINED = 2
    PARTICLE = 3


@lru_cache(REMEMBERED)
def _article(key: str) -> _Article:
    if key.startswith("ال"):
        return _Article.DEFINITE
    if key.startswith("وال"):
        return _Article.JOINED
    return _Article.PARTICLE if key.startswith(("بال", "فال", "كال", "لل", "ول", "وب")) else _Article.NONE


def _is_verbal_noun(key: str) -> bool:
    """«تدريب», «تطوير»: the noun of the second form begins as its verb does."""
    return len(key) == 5 and key[0] == "ت" and key[3] == "ي"


_VERBAL = ("ي", "ت", "ست", "سي")
_EMPTY_BEGINNINGS = {
    "ar": words_of(
        "مجال|عالم|عصر|مستقبل|استخدام|نطاق|إطار|سياق|طريق|جميع|معظم|أنواع|نوع|مجموعة|عملية|وسائل|كيفية|أهمية|دور|خلال|زيادة|"
        "مختلف|كافة|قبل|بعد|سبيل|صورة|شكل|أجل|مثل|حالة|حالات|عدد|كميات|مزيد|إمكانات|مستوى|أفضل|أكبر|إحدى|أحد|طريقة|شبكة|بداية|نهاية"
    ),
    "fa": words_of("مورد|حال|نوع|انواع|زمینه|طور|صورت|عنوان|چنین|این|آن|سال|روز|یک|دو|دلیل|باعث|استفاده|انجام|ایجاد"),
    "ur": words_of("طرح|قسم|وجہ|طرف|بارے|ذریعے|دوران|مطابق|طور|حال|بہت|سال|دن"),
    "he": words_of("סוג|סוגי|תחום|עולם|דרך|אופן|מספר|רוב|כלל|חלק|שימוש|מצב|בזמן|באופן"),
    "en": words_of("kind|sort|way|lot|number|case|example|part|thing|things|new|many|several|one|two|said|says|like"),
}
"""Words that tell nothing of a subject at the beginning of a term."""
_EMPTY_ENDS = {
    "ar": words_of(
        "الأكثر|الأقل|المتعلقة|المتعلق|الخاصة|الخاص|المستمر|المستمرة|الواسع|الواسعة|الجديد|الجديدة|الكبير|الكبيرة|السابق|السابقة|"
        "الحالي|الحالية|القادم|القادمة|المقبل|المقبلة|الماضي|الماضية|التالي|التالية|الآخر|الأخرى|الآخرين|الأول|الأولى|الثاني|الثانية|"
        "نفسها|نفسه|النطاق|الأساسي|الأساسية|الرئيسي|الرئيسية|المختلفة|المتزايد|المتزايدة|الممكن|اللازمة|المناسبة|الشامل|الضخم|الأمر"
    ),
    "fa": words_of("دیگر|جدید|خود|مورد|طور|شده|کردن|شدن|بودن|کار|حال|بزرگ|مختلف|زیاد|کنونی|گذشته|آینده"),
    "ur": words_of("طرح|وجہ|طرف|جیسے|والے|والی|کرنا|ہونا|کہا|بڑا|بڑی|نیا|نئی|دیگر|مختلف"),
    "he": words_of("אחר|אחרת|אחרים|חדש|חדשה|גדול|גדולה|רבים|רבות|שונים|שונות|היום|כאלה|ביותר"),
    "en": words_of("way|ways|thing|things|kind|one|ones|said|new|like|lot|etc|eg|ie"),
}
"""Words that tell nothing of a subject at the end of a term."""


@lru_cache(REMEMBERED)
def _bare(language: str, key: str) -> str:
    """A word without the particles and article that do not change what it names."""
    if language == "ar":
        for prefix in ("وال", "بال", "كال", "فال", "لل", "ال"):
            if key.startswith(prefix) and len(key) - len(prefix) >= 2:
                return key[len(prefix) :]
    return key


def _start(stream: TokenStream, token: Token) -> int:
    if stream.language.code == "ar":
        for prefix, letters in (("وال", 1), ("بال", 1), ("كال", 1), ("فال", 1)):
            if token.key.startswith(prefix):
                return token.start + letters
    return token.start
