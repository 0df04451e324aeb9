"""Which way a text runs as a whole, and how a fragment is kept from what stands around it.

Units: code points; a base level is 0 (left to right) or 1 (right to left).

UAX#9 leaves the base direction to higher-level protocols (HL1). First-strong alone (P2, P3) sets an Arabic heading
that begins with "LlamaCon:" from left to right, which no reader of Arabic expects, and a majority of the letters does
so to a sentence of short words about long names. So words are counted, and what is no word of any language is left
out: code, addresses, paths, options, identifiers. Where :data:`ENOUGH` of them run from right to left, so does the
text; else the first strong letter that is left decides; where none is, the majority of all letters, and where there is
none, the surroundings.
"""

from collections.abc import Sequence

from reader.text.bidi import classes_of
from reader.text.patterns import lazy_pattern

RLI, LRI, PDI = "\u2067", "\u2066", "\u2069"

SAMPLE = 100_000
"""Code points looked at, from the start: a document does not change its mind later."""

_FRAGMENT = 4096
"""The same of a fragment that is put into a sentence."""

ENOUGH = 0.4
"""The share of words from right to left that makes a text run so: function words may be few beside names."""

TOO_FEW = 0.1
"""The share below which the first letter makes no whole document run from right to left: a list of languages on top."""

_ISOLATES = "\u2066\u2067\u2068"
_ISOLATE_OR_END = lazy_pattern(r"[\[\]?!B]")
_STRONG = lazy_pattern("[LRA]")
_ASCII_LETTER = lazy_pattern("[A-Za-z]")

_CODE = lazy_pattern(r"`[^`\n]{1,300}`|</?[A-Za-z][^<>\n]{0,300}>|<!--.{0,300}?-->")
_ADDRESS = lazy_pattern(r"(?:https?|ftp|file)://\S+|www\.\S+|(?<!\S)\S+@[^\s@]+\.\w+")
_EDGES = "()[]{}<>\"'«»“”‘’.,:;!?،؛؟۔…*_`~|•–—-"
_IDENTIFIER = lazy_pattern(
    r"[a-z][A-Z]|[A-Z]{2}[a-z]|[A-Za-z]\d|\d[A-Za-z]|[\w)][._:=+#~^]+\w|\w[/\\@$%&]|[/\\@#$%&]\w|[+#(\[]|::|->"
)
"""In a word of Latin letters: what words of no language have in them."""

_RIGHT = 1 << 20
"""More than a sample has words."""

_OVERRIDE = lazy_pattern("([\u2066-\u2068][\u202d\u202e][^\u2029\u2066-\u2069]*\u202c\u2069)|[\u202d\u202e]")
"""An override, the first group if it is one that an isolate holds, as HTML's ``bdo`` is read. Elsewhere it is inert: it
would show words as others than they are, to the end of their paragraph."""

INERT = "\u2060"
"""The character in place of a formatting character that must do nothing, one for one."""


def letter_counts(text: str) -> tuple[int, int]:
    """How many strong letters run left to right, and how many right to left."""
    return _counts(classes_of(text))


def word_counts(text: str) -> tuple[int, int]:
    """How many words run left to right, and how many right to left, of what is left when machine text is left out.

    A word with letters of both kinds runs from right to left: it is a name with a particle before it. What stands in
    isolates does not count (P2), unless there is no word outside them.
    """
    sample = text[:SAMPLE]
    if any(isolate in sample for isolate in _ISOLATES):
        counts = _word_counts(_outside_isolates(sample))
        if any(counts):
            return counts
    return _word_counts(sample)


def _word_counts(text: str) -> tuple[int, int]:
    right, left = divmod(sum(map(_WORDS.__getitem__, _words_of(text))), _RIGHT)
    return left, right


def _words_of(text: str) -> list[str]:
    if "`" in text or "<" in text:
        text = _CODE.sub(" ", text)
    return text.split()


class _Words(dict[str, int]):
    """Words by direction, remembered, for texts repeat them: 1 from left to right, :data:`_RIGHT`, else 0."""

    _KEPT = 20_000
    _LONGEST = 32

    def __missing__(self, word: str) -> int:
        found = _word_count(word)
        if len(word) <= self._LONGEST:
            if len(self) >= self._KEPT:
                self.clear()
            self[word] = found
        return found


_WORDS = _Words()


def _word_count(word: str) -> int:
    left, right = letter_counts(word)
    if right:
        is_machine = left and (_ADDRESS.search(word) or word.count("/") > 1 or word.count("\\") > 1)
        return 0 if is_machine else _RIGHT
    if not left or word[0] in "-/\\@#$%." or _ADDRESS.match(word):
        return 0
    return 0 if _IDENTIFIER.search(word.strip(_EDGES)) else 1


def _outside_isolates(text: str) -> str:
    """The characters P2 looks at; an isolate that nothing closes goes on to the end of its paragraph."""
    kept = []
    at = depth = 0
    for found in _ISOLATE_OR_END.finditer(classes_of(text)):
        if depth == 0:
            kept.append(text[at : found.start()])
        match found[0]:
            case "B":
                depth = 0
            case "!":
                depth = max(depth - 1, 0)
            case _:
                depth += 1
        at = found.end()
    return " ".join(kept) if depth else " ".join((*kept, text[at:]))


def _counts(classes: str) -> tuple[int, int]:
    return classes.count("L"), classes.count("R") + classes.count("A")


def base_level(text: str, default: int) -> int:
    """The base level of a block; ``default``, that of what it stands in, where no letter tells."""
    if text.isascii() and not ("@" in text or "://" in text or "www." in text):  # the rules below come to the same
        return 0 if _ASCII_LETTER.search(text) else default
    left, right = word_counts(text)
    if left or right:
        return _level_by_words(text, left, right)
    left, right = letter_counts(_ADDRESS.sub("", text[:SAMPLE]))
    return default if left == right else int(right > left)


def document_level(text: str) -> int:
    """The base level of a whole document; 0 where nothing tells."""
    left, right = word_counts(text)
    if left or right:
        return _level_by_words(text, left, right) if right >= TOO_FEW * (left + right) else 0
    left, right = letter_counts(_ADDRESS.sub("", text[:SAMPLE]))
    if left != right:
        return int(right > left)
    if not left:
        return 0
    from bidi import get_base_level  # noqa: PLC0415 - few documents come to this

    return int(get_base_level(text[:SAMPLE]))


def _level_by_words(text: str, left: int, right: int) -> int:
    if right >= ENOUGH * (left + right):
        return 1
    if not right:
        return 0
    sample = text[:SAMPLE]
    if any(isolate in sample for isolate in _ISOLATES):
        sample = _outside_isolates(sample)
    for word in _words_of(sample):
        if _WORDS[word] and (strong := _STRONG.search(classes_of(word))):
            return int(strong[0] != "L")
    return 0


def without(text: str, parts: Sequence[tuple[int, int]]) -> str:
    """A text without some stretches, as its inline code, in order."""
    kept = []
    at = 0
    for start, end in parts:
        kept.append(text[at : max(at, start)])
        at = max(at, end)
    return " ".join((*kept, text[at:])) if parts else text


def isolate(text: str, default: int = 0) -> str:
    """A fragment in an isolate of its own direction, for putting it into a sentence (UAX#9 2.4)."""
    return f"{RLI if base_level(text[:_FRAGMENT], default) else LRI}{text}{PDI}"


def without_overrides(text: str) -> str:
    """A text with the overrides inert that nothing isolates, one for one."""
    return text if text.isascii() else _OVERRIDE.sub(lambda found: found[1] or INERT, text)
