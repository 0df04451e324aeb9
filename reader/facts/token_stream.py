"""Owns the view a grammar has of one chunk of text: its tokens, and what each may mean. Units: token indices."""

from typing import TYPE_CHECKING

from reader.facts.grammar_language import Language
from reader.facts.lexicon import Hit, WordClass
from reader.facts.tokens import Token, TokenKind, after_letters, tokenise

if TYPE_CHECKING:
    from reader.facts.grammar_values import Numeral
    from reader.facts.moment import Moment


class TokenStream:
    """A tokenised text with its language's lexicon. Built once a chunk; every rule asks it what stands where."""

    __slots__ = (
        "_hits",
        "_said",
        "_word_classes",
        "articles",
        "features",
        "function_words",
        "language",
        "lexicon",
        "listed",
        "moments",
        "numerals",
        "text",
        "tokens",
        "words",
    )

    def __init__(self, text: str, language: Language) -> None:
        self.text = text
        self.language = language
        self.lexicon = language.lexicon
        self.features = language.features
        self.words = language.words
        self.function_words = language.words.function
        self.articles = language.articles
        self.tokens: list[Token] = tokenise(text)
        classes_at = self.lexicon.classes_at
        self._word_classes = [classes_at(self.tokens, i) for i in range(len(self.tokens))]
        self._word_classes.extend([0] * _BEYOND)
        self._said: set[int] | None = None
        self._hits: dict[tuple[int, int], Hit | None] = {}
        self.numerals: dict[tuple[int, bool], Numeral | None] = {}
        self.moments: dict[int, Moment | None] = {}
        self.listed: dict[int, bool] = {}

    def __len__(self) -> int:
        """The number of tokens."""
        return len(self.tokens)

    def word_classes(self, i: int) -> int:
        """The bits of every class of the phrases that begin at token ``i``.

        What only fixed expressions and currencies know of a word is left out: it is a word like any other.
        """
        return self._word_classes[i] & ~_ASIDE

    def may_begin(self, i: int, word_classes: int) -> bool:
        """Whether a phrase at token ``i`` is of one of these classes, :attr:`WordClass.SAYING` among them."""
        return bool(self._word_classes[i] & word_classes)

    def hit(self, i: int, word_class: WordClass) -> Hit | None:
        """The entry of this class that token ``i`` begins, or None; past the end there is nothing."""
        if not self._word_classes[i] & word_class:
            return None
        key = (i, word_class)
        if key in self._hits:
            return self._hits[key]
        hit = self._hits[key] = self.lexicon.hit(self.tokens, i, word_class)
        return hit

    def any_hit(self, i: int, *word_classes: WordClass) -> bool:
        """Whether token ``i`` begins a phrase of one of these classes."""
        return any(self.hit(i, word_class) is not None for word_class in word_classes)

    def in_saying(self, i: int) -> bool:
        """Whether a fixed expression holds token ``i``, which then means nothing by itself."""
        if self._said is None:
            starts = (j for j, classes in enumerate(self._word_classes) if classes & WordClass.SAYING)
            hits = ((j, self.hit(j, WordClass.SAYING)) for j in starts)
            self._said = {k for j, hit in hits if hit is not None for k in range(j, hit.end)}
        return i in self._said

    def may_be_number(self, i: int) -> bool:
        """Whether a numeral can begin at token ``i``: digits, a sign, or a word of number."""
        token = self.tokens[i]
        return (
            token.kind is TokenKind.DIGITS or bool(self._word_classes[i] & _NUMERAL) or token.key in "-−\u2010\u2013.٫"
        )

    def skip(self, i: int, *word_classes: WordClass) -> int:
        """The index after the phrases of these classes that begin at ``i``, each taken at most once, in this order."""
        for word_class in word_classes:
            hit = self.hit(i, word_class)
            if hit is not None:
                i = hit.end
        return i

    def key(self, i: int) -> str:
        """The key of a token; "" outside the text."""
        return self.tokens[i].key if 0 <= i < len(self.tokens) else ""

    def written(self, i: int) -> str:
        """A token as it is written; "" outside the text."""
        return self.text[self.tokens[i].start : self.tokens[i].end] if 0 <= i < len(self.tokens) else ""

    def is_sign(self, i: int, signs: str) -> bool:
        """Whether token ``i`` is one of these one-character signs."""
        return 0 <= i < len(self.tokens) and self.tokens[i].kind is TokenKind.SIGN and self.tokens[i].key in signs

    def is_inside(self, i: int, signs: str) -> bool:
        """Whether token ``i`` is one of these signs, written on to the tokens before and behind it."""
        return self.is_sign(i, signs) and self.tokens[i].glued and self.is_glued(i + 1)

    def goes_on(self, i: int, signs: str) -> bool:
        """Whether one of these signs stands at ``i``, written on, and digits that are written on to it."""
        return self.is_inside(i, signs) and self.is_digits(i + 1)

    def is_definite(self, i: int) -> bool:
        """Whether a word begins with an article that is written as part of it."""
        return bool(self.articles) and self.key(i).startswith(self.articles)

    def is_digits(self, i: int) -> bool:
        """Whether token ``i`` is a run of digits."""
        return 0 <= i < len(self.tokens) and self.tokens[i].kind is TokenKind.DIGITS

    def is_glued(self, i: int) -> bool:
        """Whether token ``i`` follows the one before without a gap."""
        return 0 <= i < len(self.tokens) and self.tokens[i].glued

    def start(self, i: int) -> int:
        """Where token ``i`` begins, in code points of the text; its end when there is no such token."""
        return self.tokens[i].start if i < len(self.tokens) else len(self.text)

    def start_of(self, i: int) -> int:
        """Where the word of a date or time at token ``i`` begins: a particle written on to it is no part of it."""
        hit = next(filter(None, (self.hit(i, word_class) for word_class in _LED)), None)
        return self.start(i) if hit is None else self.start_without(i, hit.shed)

    def start_without(self, i: int, letters: int) -> int:
        """Where token ``i`` begins once its first ``letters`` letters, with their marks, are left out."""
        if i >= len(self.tokens):
            return len(self.text)
        return after_letters(self.text, self.tokens[i].start, self.tokens[i].end, letters)

    def end(self, i: int) -> int:
        """Where the chunk of tokens that ends before index ``i`` ends, in code points of the text."""
        return self.tokens[i - 1].end


_LED = (
    WordClass.CLOCK,
    WordClass.MONTH,
    WordClass.WEEKDAY,
    WordClass.NUMBER,
    WordClass.FRACTION,
    WordClass.HOUR_NAME,
    WordClass.PART_OF_DAY,
    WordClass.YEAR_CUE,
    WordClass.MONTH_CUE,
    WordClass.QUARTER,
    WordClass.HALF,
    WordClass.WEEK,
    WordClass.CENTURY,
    WordClass.DECADE,
    WordClass.DAY_CUE,
)
"""Classes of the words that dates and times begin with, the likeliest meaning of a word first."""
_ASIDE = WordClass.SAYING | WordClass.NATION
_BEYOND = 64
"""How far past the end, and before the start, a rule may look: nothing has a class there."""
_NUMERAL = WordClass.NUMBER | WordClass.FRACTION | WordClass.NEGATIVE | WordClass.OFFSET | WordClass.POINT
