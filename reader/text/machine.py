"""Machine text inside prose: what is read from left to right, or as one thing, whatever words stand around it.

UAX#9 knows addresses, paths, options and telephone numbers only as letters, digits and signs, so that ``--help`` in an
Arabic sentence is painted ``help--`` and the groups of a number from the wrong end. A higher-level protocol may find
them and lay them out as if isolates stood around them (HL4; RFC 3987 4.1 asks it of addresses). This module finds them;
:mod:`reader.text.isolates` lays them out.

What is found, by how it begins (:mod:`reader.text.machine_shapes`): code in backticks, addresses, mail, file paths of
every system, options, calls, tags, ``@names`` and hashtags, versions, dates, numbers in groups (telephone, ISBN,
serial), IPv6 and MAC, names with signs (``C++``, ``.NET``, ``__init__``), TeX. Numbers with a sign or a currency before
them are found where CLDR puts a left-to-right mark before that sign (``minusSign`` and the currency patterns of he, fa,
ur, ar): before digits of class EN, European and Persian; before those of class AN the sign stays on the right. Ranges
of two numbers are none: they read as the sentence does. What already comes out right by UAX#9 (plain words,
``snake_case``, ``a.b``) needs nothing.

In text from right to left, Latin words beside a find belong to it where they make one phrase: ``git commit --amend``,
``Visual C++``, ``.NET Core 3.1``; an address or a path takes commands before it, in small letters, and no other words;
an ``@name``, a hashtag and inline code take none.

Units: code points of the text given. Time is linear.
"""

from collections.abc import Callable, Iterator

from reader.enumerations import Enum
from reader.named_tuples import NamedTuple
from reader.text.machine_shapes import (
    AT_DIGIT,
    AT_LETTER,
    AT_SIGN,
    BETWEEN,
    COMMANDS_BEFORE,
    CURRENCY,
    DIGIT,
    PART,
    WORDS_AFTER,
    WORDS_BEFORE,
    may_begin,
)
from reader.text.patterns import lazy_pattern


class MachineKind(Enum):
    """The kind of a run of machine text: it says where a line may break in it and what order its parts keep."""

    CODE = "code"
    ADDRESS = "address"
    PHRASE = "phrase"
    NAME = "name"
    TAG = "tag"
    NUMBER = "number"


class MachineRun(NamedTuple):
    """A stretch of machine text."""

    start: int
    end: int
    kind: MachineKind


_GRAPHIC = lazy_pattern(f"[!-~\u2212±{CURRENCY}\u06f0-\u06f9]+")
"""Where machine text may begin."""

_PLAIN = lazy_pattern(
    r"""[(\["']*(?:"""
    r"""[A-Za-z]*[.,;:!?)\]"'%]*"""
    rf"""|{DIGIT}+[.,:;!?)\]"'%]*"""
    rf"""|[^A-Za-z0-9\u06f0-\u06f9#@/\\<`$~{CURRENCY}]*"""
    r""")\Z"""
)
"""A word, a number or a sign of punctuation."""

_NEXT = lazy_pattern(r"\w+(?:[.:+~-]{1,2}\w+)*|\W")
"""The stretch to pass over where nothing begins: nothing begins inside ``v2.0-beta``."""

_NAME_BEFORE = lazy_pattern(rf"""(?<![^\s(«“"']){PART}\Z""")
_PARTS_BEHIND = lazy_pattern(rf"(?:[/\\]{PART}){{1,64}}[/\\]?")
_TRAILING = lazy_pattern(r"[.,;:!?'\"’*_…]+\Z")
_BRACKETS = {")": "(", "]": "[", "}": "{"}
_TEX = lazy_pattern(r"\\[A-Za-z]|[\^_=+*<>{}|/-]")
_EXTENSION = lazy_pattern(r"\.[A-Za-z0-9]{1,8}\Z")
_LATIN = lazy_pattern("[A-Za-z]")
_LETTER = lazy_pattern(r"[^\W\d_]")
_OPTION = lazy_pattern(r"(?<!\S)--?[A-Za-z]")
_GROUPING = lazy_pattern("[-\u2011 ]")
_BESIDE = 160
"""Code points beside a find that its phrase may reach."""


def runs(text: str, start: int, stop: int, end: int, *, phrases: bool = True) -> Iterator[MachineRun]:
    """The machine text that starts in a stretch, in order.

    Args:
        text: One paragraph, or lines.
        start: Where the stretch starts: nothing that is found reaches before it.
        stop: Where it ends.
        end: What nothing that is found reaches beyond.
        phrases: Whether Latin words beside a find belong to it.
    """
    if not phrases:
        yield from _found(text, start, stop, end)
        return
    waiting: MachineRun | None = None
    for found in _found(text, start, stop, end, _phrase):
        if waiting is None:
            waiting = found
        elif _is_one_phrase(text, waiting, found):
            waiting = MachineRun(waiting.start, found.end, MachineKind.PHRASE)
        else:
            yield waiting
            waiting = found
    if waiting:
        yield waiting


def _is_one_phrase(text: str, first: MachineRun, second: MachineRun) -> bool:
    """Whether a find goes on the phrase before it, as another option of a command does."""
    if first.kind is not MachineKind.PHRASE or second.kind is MachineKind.CODE:
        return False
    if second.kind is MachineKind.NAME and not _OPTION.search(text, first.start, first.end):
        return False
    return bool(BETWEEN.fullmatch(text, first.end, second.start))


def _found(
    text: str, start: int, stop: int, end: int, widened: Callable[[str, MachineRun, int, int], MachineRun] | None = None
) -> Iterator[MachineRun]:
    """Finds, ``widened`` to what belongs to them."""
    at = start
    while at < stop and (graphic := _GRAPHIC.search(text, at, stop)):
        first, at = graphic.span()
        if at == stop < end and (rest := _GRAPHIC.match(text, at, end)):  # it goes on behind the stretch
            at = stop = rest.end()
        followed = at < end and text[at] not in " \n\t"
        if not followed and _PLAIN.match(text, first, at) and not _may_begin_groups(text, first, at):
            continue
        while first < at:
            run = _at(text, first, start, end)
            if run is None:
                passed = _NEXT.match(text, first, end)
                first = passed.end() if passed else at
                continue
            run = widened(text, run, start, end) if widened else run
            yield run
            start = first = run.end
        at = max(at, first)


def _may_begin_groups(text: str, start: int, end: int) -> bool:
    """Whether a plain number may be the first group of one that is written in groups."""
    return text[start] in "0123456789(" and text[end - 1] in "0123456789)" and text[end + 1 : end + 2].isdecimal()


def _at(text: str, at: int, start: int, end: int) -> MachineRun | None:
    """The machine text at an index, where a word or a sign begins."""
    char = text[at]
    if char.isdecimal():
        match = AT_DIGIT.match(text, at, end)
    elif may_begin(text, at, end):
        match = (AT_LETTER if char.isalpha() else AT_SIGN).match(text, at, end)
    else:
        match = None
    if match is None:
        return _relative_path(text, at, start, end) if char in "/\\" and at > start else None
    found, stop = match[0], match.end()
    kind: MachineKind | None = None
    match match.lastgroup:
        case "code":
            kind = MachineKind.CODE
        case "address":
            stop = _trimmed(text, at, stop)
            kind = MachineKind.ADDRESS if _is_address(text[at:stop]) else None
        case "tex":
            kind = MachineKind.PHRASE if _is_tex(found) else None
        case "phrase":
            stop = at + len(found.rstrip(".-") or found)
            stop = _trimmed(text, at, stop) if "=" in found and found[-1] not in "\"'" else stop
            kind = MachineKind.PHRASE
        case "name":
            stop = at + len(found.rstrip(".-"))
            kind = MachineKind.NAME if stop > at + 1 else None
        case "tag":
            kind = MachineKind.TAG
        case "groups":
            kind = MachineKind.NUMBER if _is_one_number(found) else None
        case "mixed":
            kind = MachineKind.NUMBER if _LATIN.search(found) and found.isascii() else None
        case _:
            kind = MachineKind.NUMBER
    return MachineRun(at, stop, kind) if kind else None


def _relative_path(text: str, slash: int, start: int, end: int) -> MachineRun | None:
    """A path whose first name is not Latin, from its first slash: one that names a file, or goes down two levels."""
    before = _NAME_BEFORE.search(text, max(start, slash - _BESIDE), slash)
    behind = _PARTS_BEHIND.match(text, slash, end)
    if not before or not behind:
        return None
    stop = _trimmed(text, slash, behind.end())
    parts = text[before.start() : stop]
    is_path = _EXTENSION.search(parts) or (parts.count("/") > 1 and _LATIN.search(parts))
    return MachineRun(before.start(), stop, MachineKind.ADDRESS) if is_path else None


def _trimmed(text: str, start: int, end: int) -> int:
    """The end of an address without the punctuation of the sentence behind it."""
    while end > start + 1:
        trailing = _TRAILING.search(text, max(start, end - 8), end)
        if trailing:
            end = trailing.start()
            continue
        opening = _BRACKETS.get(text[end - 1])
        if not opening or text.count(text[end - 1], start, end) <= text.count(opening, start, end):
            break
        end -= 1
    return end


def _is_address(found: str) -> bool:
    """Whether what looks like an address or a path is one: no fraction, no alternative (``and/or``), no lone slash."""
    if not _LETTER.search(found):
        return False
    if "://" in found or "@" in found or "\\" in found or found.startswith(("www.", "~", ".")) or ":" in found[:8]:
        return True
    first, _, rest = found.partition("/")
    if not first or found.startswith("$"):  # from the root
        return found.count("/") > 1 or bool(_LATIN.search(found))
    if not rest:
        return bool(_LATIN.search(found))
    return found.endswith("/") or "/" in rest or bool(_EXTENSION.search(found)) or "." in first


def _is_tex(found: str) -> bool:
    """Whether what stands between two signs is a formula, not the words between two amounts."""
    content = found.strip("$")
    return found.startswith(("\\", "$$")) or (len(content) <= 2 and content.isalpha()) or bool(_TEX.search(content))


def _is_one_number(found: str) -> bool:
    """Whether groups of digits are one number (telephone, ISBN, serial) and neither a range nor several numbers."""
    groups = _GROUPING.split(found)
    if " " not in found:
        return len(groups) > 2 or any(len(group) > 1 and group[0] == "0" for group in groups)
    if len(groups) == 2:
        return len(groups[0]) > 1 and groups[0][0] == "0" and len(groups[1]) > 4
    if groups[0][0] == "0" or (groups[0] in ("978", "979") and len(groups) == 5):
        return sum(map(len, groups)) > 6
    sizes = {len(group) for group in groups[1:]}
    if sizes == {3} and len(groups[0]) <= 3:  # thousands
        return True
    if sizes == {4} and len(groups) == 4 == len(groups[0]):  # a card, not years
        return any(group[0] not in "12" for group in groups)
    return "-" in found and len(groups) > 3


def _phrase(text: str, run: MachineRun, start: int, end: int) -> MachineRun:
    """A find with the Latin words beside it that it makes one phrase with."""
    match run.kind:
        case MachineKind.CODE | MachineKind.NAME | MachineKind.TAG:
            return run
        case MachineKind.ADDRESS:
            before = COMMANDS_BEFORE
        case MachineKind.NUMBER | MachineKind.PHRASE:
            before = WORDS_BEFORE
    first, stop = run.start, run.end
    if first > start and text[first - 1] == " " and (words := before.search(text, max(start, first - _BESIDE), first)):
        first = words.start()
    if run.kind is MachineKind.PHRASE and (words := WORDS_AFTER.match(text, stop, min(end, stop + _BESIDE))):
        stop = words.end()
    return run if (first, stop) == (run.start, run.end) else MachineRun(first, stop, MachineKind.PHRASE)
