"""Machine text inside prose: what is read from left to right, or as one thing, whatever words stand around it.

UAX#9 knows addresses, paths, options and telephone numbers only as letters, digits and signs, so that ``--help`` in an
Arabic sentence is painted ``help--`` and the groups of a number from the wrong end. A higher-level protocol may find
them and lay them out as if isolates stood around them (HL4; RFC 3987 4.1 asks it of addresses). This module finds them;
:mod:`reader.text.isolates` lays them out.

What is found, by how it begins (:data:`_AT_LETTER`, :data:`_AT_DIGIT`, :data:`_AT_SIGN`): code in backticks, addresses,
mail, file paths of every system, options, calls, tags, ``@names`` and hashtags, versions, dates, numbers in groups
(telephone, ISBN, serial), IPv6 and MAC, names with signs (``C++``, ``.NET``, ``__init__``), TeX. Numbers with a sign or a
currency before them are found where CLDR puts a left-to-right mark before that sign (``minusSign`` and the currency
patterns of he, fa, ur, ar): before European and Persian digits, not before those of class AN, whose sign stays on the
right. Ranges of two numbers are none: they read as the sentence does. What already comes out right by UAX#9 (plain
words, ``snake_case``, ``a.b``) needs nothing.

Latin words beside a find belong to it where they make one phrase: ``git commit --amend``, ``Visual C++``,
``.NET Core 3.1``; an address or a path takes commands before it, in small letters, and no other words; an ``@name``, a
hashtag and inline code take none.

Units: code points of the text given. Time is linear: every quantifier is bounded or consumes what it looks at.
"""

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple


class Kind(Enum):
    """What a run of machine text is: that says where a line may break in it and what order its parts keep."""

    CODE = "code"
    ADDRESS = "address"
    PHRASE = "phrase"
    NAME = "name"
    TOKEN = "token"


class Run(NamedTuple):
    """A stretch of machine text."""

    start: int
    end: int
    kind: Kind


_CONTROLS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_DIGIT = "[0-9\u06f0-\u06f9]"
"""Digits of class EN."""

_CURRENCY = "$€£¥₪₹₺₽₩"
_PART = rf"[^\s<>\"'`|*?:;,،؛؟۔…«»“”()\[\]{{}}\\/{_CONTROLS}]{{1,255}}"
"""A name in a path."""

_URL = rf"[^\s<>\"“”«»‘`{{}}|\\^،؛؟۔…{_CONTROLS}]+"
_VALUE = rf"(?:=(?:\"[^\"\n]{{0,200}}\"|'[^'\n]{{0,200}}'|[^\s\"'`«»،؛؟{_CONTROLS}]{{1,255}}))?"
_ASCII_ARGUMENTS = r"\((?:[^()\u0590-\u08ff\n]{0,100}|\"[^\"\n]{0,100}\"|'[^'\n]{0,100}')\)"
_NOT_BEHIND = r"(?<![\w)\]%])"

_GRAPHIC = re.compile(f"[!-~\u2212±{_CURRENCY}\u06f0-\u06f9]+")
"""Where machine text may begin."""

_PLAIN = re.compile(rf"[(\[\"']*(?:[A-Za-z]*[.,;:!?)\]\"'%]*|{_DIGIT}+[.,:;!?)\]\"'%]*|[^A-Za-z0-9\u06f0-\u06f9#@/\\<`$~{_CURRENCY}]*)\Z")
"""What is a word, a number or punctuation."""

_NEXT = re.compile(r"\w+(?:[.:+~-]{1,2}\w+)*|\W")
"""What is passed over where nothing begins: nothing begins inside ``v2.0-beta``."""

_AT_LETTER = re.compile(
    rf"""
      (?P<address> (?:[A-Za-z][A-Za-z0-9+.-]{{1,30}}://|www\.|(?:mailto|tel|urn|data|magnet|doi):(?=\w|\+)){_URL}
        | [\w.%+-]{{1,64}}@[\w-]{{1,63}}(?:\.[\w-]{{1,63}}){{1,8}}
        | (?:[\w-]{{1,63}}\.){{1,8}}[A-Za-z]{{2,24}}(?::\d{{1,5}})?/(?:{_URL})?
        | [A-Za-z]:[\\/](?![\\/])(?:(?:[\w.()-]{{1,64}}(?:\ [A-Za-z0-9_.()-]{{1,64}}){{1,4}}\\|{_PART}[\\/])*(?:{_PART})?)
        | [A-Za-z][\w.+@~-]{{0,80}}(?:[/\\]{_PART}){{1,64}}[/\\]? | [A-Za-z][\w.+-]{{0,80}}[/\\](?![\w/\\]))
    | (?P<hex> (?:[0-9A-Fa-f]{{0,4}}:){{2,7}}(?:[0-9A-Fa-f]{{1,4}}|\d{{1,3}}(?:\.\d{{1,3}}){{3}})?(?:%\w{{1,16}})?(?:/\d{{1,3}})?(?![\w:])
        | (?:[0-9A-Fa-f]{{2}}[:-]){{5}}[0-9A-Fa-f]{{2}}(?!\w))
    | (?P<phrase> (?:[A-Za-z_]\w{{0,80}}(?:\.|::|->|:)?){{1,8}}(?:<[\w\ ,<>?\[\]]{{1,80}}>)?{_ASCII_ARGUMENTS}
        | (?:[A-Za-z_]\w{{0,80}}(?:\.|::|->)?){{1,8}}(?:<[A-Za-z_][\w\ ,<>?\[\]]{{0,80}}>|(?:\[[^\]\s\u0590-\u08ff]{{0,40}}\]){{1,4}})
        | [A-Za-z][A-Za-z0-9_.-]{{0,40}}(?:\+\+|\#)(?![^\W\d]) (?:\d+)?
        | [A-Za-z][A-Za-z0-9]{{0,40}}\+(?!\w)
        | [\w:.-]{{1,60}}=(?:\"[^\"\n]{{0,200}}\"|'[^'\n]{{0,200}}')
        | [A-Za-z]\w{{0,80}}_(?!\w)
        | [A-Za-z][\w.-]{{0,60}}(?:[<>=~!]=|\^)\d[\w.+*-]{{0,40}})
    """,
    re.VERBOSE,
)

_AT_DIGIT = re.compile(
    rf"""
      (?P<hex> (?:[0-9A-Fa-f]{{0,4}}:){{2,7}}(?:[0-9A-Fa-f]{{1,4}}|\d{{1,3}}(?:\.\d{{1,3}}){{3}})?(?:%\w{{1,16}})?(?:/\d{{1,3}})?(?![\w:])
        | (?:[0-9A-Fa-f]{{2}}[:-]){{5}}[0-9A-Fa-f]{{2}}(?!\w))
    | (?P<date> \d{{4}}-\d{{1,2}}-\d{{1,2}} (?:[T\ ]\d{{1,2}}:\d\d(?::\d\d(?:[.,]\d{{1,9}})?)?(?:\ ?Z|\ ?[-+]\d\d:?\d\d)?)?(?!\w)
        | \d{{1,2}}-\d{{1,2}}-\d{{2,4}}(?![\w-]) | \d{{1,2}}:\d\d(?::\d\d)?(?:\ ?[-+]\d\d:\d\d|Z)(?!\w))
    | (?P<address> [\w.%+-]{{1,64}}@[\w-]{{1,63}}(?:\.[\w-]{{1,63}}){{1,8}}
        | \d[\w.-]{{0,80}}(?:/{_PART}){{1,64}}/?)
    | (?P<token> {_DIGIT}[\d.,]{{0,20}}(?:\ ?[-+*/×÷\u2212]\ ?{_DIGIT}[\d.,]{{0,20}}){{1,8}}\ ?=\ ?-?{_DIGIT}+)
    | (?P<groups> (?<!\d\ )\d{{1,14}}(?:[-\u2011\ ]\d{{1,14}}){{1,12}}(?:-?[Xx])?(?![\w-]))
    | (?P<mixed> \d\w{{0,60}}(?:[.:+/_*-]{{1,3}}\w{{1,60}}){{1,32}}\+?)
    """,
    re.VERBOSE,
)

_AT_SIGN = re.compile(
    rf"""
      (?P<code> `(?=[^\s`])[^`\n]{{0,300}}(?<=\S)`(?!\w))
    | (?P<tex> \$\$[^$\n]{{1,300}}\$\$ | \$(?=[^\s$])[^$\n]{{0,200}}(?<=[^\s$])\$(?!\w)
        | \\\([^\n]{{1,200}}?\\\) | \\\[[^\n]{{1,200}}?\\\] | \\[A-Za-z]{{2,30}}(?:\{{[^{{}}\n]{{0,80}}\}})*)
    | (?P<address> \\\\{_PART}(?:\\{_PART}){{1,64}}\\?
        | {_NOT_BEHIND}(?:~|\.{{1,2}}|\$[A-Za-z_]\w{{0,60}}|%[A-Za-z_]\w{{0,60}}%)?[/\\](?:{_PART}[/\\]){{0,64}}(?:{_PART})?
        | {_NOT_BEHIND}\.[A-Za-z][\w.-]{{0,60}}(?:/{_PART}){{1,64}}/?)
    | (?P<token> </?[A-Za-z][\w:.-]{{0,60}}(?:\s[^<>\n]{{0,300}})?/?> | <!--[^\n]{{0,300}}?--> | <![A-Za-z][^<>\n]{{0,300}}> | </?>
        | &\#?[A-Za-z0-9]{{1,32}};
        | \$\{{[^}}\s]{{1,60}}\}} | \{{\{{?\ ?[A-Za-z_][\w.\ ]{{0,60}}\}}\}}? | %[A-Za-z_]\w{{0,60}}% | \$[A-Za-z_]\w{{0,60}})
    | (?P<name> {_NOT_BEHIND}@[\w.-]{{1,80}}(?:[@/][\w.-]{{1,80}})? | {_NOT_BEHIND}\#[\w\u200c\u200d]{{1,140}})
    | (?P<phrase> (?<![A-Za-z0-9)\]%-])--[A-Za-z][\w-]{{0,60}}{_VALUE} | {_NOT_BEHIND}-[A-Za-z][\w-]{{0,60}}{_VALUE} | {_NOT_BEHIND}--(?=\ [A-Za-z/.-])
        | {_NOT_BEHIND}\.{{1,2}}[A-Za-z_][\w.-]{{0,60}}(?:\#|\+\+|{_ASCII_ARGUMENTS})?
        | \*\.\w{{1,20}} | _{{1,3}}[A-Za-z]\w{{0,80}}(?:\(\))?)
    | (?P<hex> ::(?:[0-9A-Fa-f]{{1,4}}:){{0,6}}(?:[0-9A-Fa-f]{{1,4}})?(?:/\d{{1,3}})?(?![\w:]))
    | (?P<phone> \+\d{{1,3}}(?:[\ .-]?\(?\d{{1,5}}\)?){{2,7}}(?![\w-]) | \(\+?\d{{1,4}}\)(?:[\ -]?\d{{2,7}}){{1,4}}(?![\w-]))
    | (?P<version> {_NOT_BEHIND}(?:[<>=~!]=?=?|\^)\ ?\d{{1,6}}(?:\.[\dx*]{{1,6}}){{0,4}}(?:[-+][\w.]{{1,30}})?(?![\w/]))
    | (?P<token_signed> {_NOT_BEHIND}(?:[-+\u2212±]\ ?[{_CURRENCY}]?|[{_CURRENCY}]\ ?[-+\u2212]?) {_DIGIT}{{1,20}}
        (?:[.,:/٫٬]{_DIGIT}{{1,20}}){{0,8}} (?:[%٪‰°][CF]?|[A-Za-z]{{1,3}}(?!\w))? (?![-\u2013\u2212]{_DIGIT}))
    | (?P<offset> {_NOT_BEHIND}[-+]\d\d:\d\d(?!\w))
    """,
    re.VERBOSE,
)

_NAME_BEFORE = re.compile(rf"(?<![^\s(«“\"']){_PART}\Z")
_PARTS_BEHIND = re.compile(rf"(?:[/\\]{_PART}){{1,64}}[/\\]?")
_TRAILING = re.compile(r"[.,;:!?'\"’*_…]+\Z")
_TEX = re.compile(r"\\[A-Za-z]|[\^_=+*<>{}|/-]")
_EXTENSION = re.compile(r"\.[A-Za-z0-9]{1,8}\Z")
_LETTER = re.compile(r"[A-Za-z]")
_STRONG_LETTER = re.compile(r"[^\W\d_]")

_WORD = r"[A-Za-z](?:[A-Za-z0-9.'’_-]{0,60}[A-Za-z0-9])?"
_WORDS_BEFORE = re.compile(rf"(?:(?<![^\s(\[\"'«“]){_WORD}\ )+\Z", re.VERBOSE)
_COMMANDS_BEFORE = re.compile(r"(?:(?<![^\s(\[\"'«“])[a-z][a-z0-9.-]{0,60}\ )+\Z", re.VERBOSE)
_WORDS_AFTER = re.compile(r"(?:(?:\ (?:&&|\|\|?|>>?|<)(?=\ ))?\ [A-Za-z0-9](?:[A-Za-z0-9.'’_-]{0,60}[A-Za-z0-9])?(?![^\s.,;:!?)\]\"'»”،؛؟۔…]|[.,:]\w))+", re.VERBOSE)
_BETWEEN = re.compile(r"\ (?:(?:&&|\|\|?|>>?|<)\ )?", re.VERBOSE)
"""What stands between the parts of a command line."""

_OPTION = re.compile(r"(?<!\S)--?[A-Za-z]")
_BESIDE = 160
"""Code points beside a find that its phrase may reach."""


def runs(text: str, start: int, stop: int, end: int) -> Iterator[Run]:
    """The machine text that starts in a stretch, in order.

    Args:
        text: One paragraph, or lines.
        start: Where the stretch starts: nothing that is found reaches before it.
        stop: Where it ends.
        end: What nothing that is found reaches beyond.
    """
    waiting: Run | None = None
    for found in _found(text, start, stop, end):
        if waiting is None:
            waiting = found
        elif _is_one_phrase(text, waiting, found):
            waiting = Run(waiting.start, found.end, Kind.PHRASE)
        else:
            yield waiting
            waiting = found
    if waiting:
        yield waiting


def _is_one_phrase(text: str, first: Run, second: Run) -> bool:
    """Whether a find goes on the phrase before it, as another option of a command does."""
    if second.start < first.end:
        return True
    if first.kind is not Kind.PHRASE or second.kind is Kind.CODE:
        return False
    if second.kind is Kind.NAME and not _OPTION.search(text, first.start, first.end):
        return False
    return bool(_BETWEEN.fullmatch(text, first.end, second.start))


def _found(text: str, start: int, stop: int, end: int) -> Iterator[Run]:
    """Finds with the words of their phrases; one may overlap the one before it, where both take the same words."""
    at = start
    while at < stop:
        graphic = _GRAPHIC.search(text, at, stop)
        if graphic is None:
            return
        first = graphic.start()
        at = _GRAPHIC.match(text, first, end).end() if graphic.end() == stop else graphic.end()
        if _PLAIN.match(text, first, at) and (at == end or text[at] in " \n\t"):
            if not _may_begin_groups(text, first, at):
                continue
        while first < at:
            run = _at(text, first, start, end)
            if run is None:
                first = _NEXT.match(text, first).end()
                continue
            run = _phrase(text, run, start, end)
            yield run
            start = first = run.end
        at = max(at, first)


def _may_begin_groups(text: str, start: int, end: int) -> bool:
    """Whether a plain number may be the first group of one that is written in groups."""
    return text[start] in "0123456789(" and text[end - 1] in "0123456789)" and text[end + 1 : end + 2].isdecimal()


def _at(text: str, at: int, start: int, end: int) -> Run | None:
    """The machine text at an index, where a word or a sign begins."""
    char = text[at]
    if char.isascii() and char.isalpha():
        match = _AT_LETTER.match(text, at, end)
    elif char.isdecimal():
        match = _AT_DIGIT.match(text, at, end) or _AT_SIGN.match(text, at, end)
    else:
        match = _AT_SIGN.match(text, at, end)
    if match is None:
        return _relative_path(text, at, start, end) if char in "/\\" and at > start else None
    kind, found = match.lastgroup, match[0]
    begin, stop = at, match.end()
    match kind:
        case "code":
            return Run(begin, stop, Kind.CODE)
        case "address":
            stop = _trimmed(text, begin, stop)
            return Run(begin, stop, Kind.ADDRESS) if _is_address(text[begin:stop]) else None
        case "tex":
            return Run(begin, stop, Kind.PHRASE) if _is_tex(found) else None
        case "phrase":
            if found[-1] in ".-":
                stop = begin + len(found.rstrip(".-"))
            return Run(begin, stop, Kind.PHRASE) if stop > begin else None
        case "name":
            stop = begin + len(found.rstrip(".-"))
            return Run(begin, stop, Kind.NAME) if stop > begin + 1 else None
        case "groups":
            return Run(begin, stop, Kind.TOKEN) if _is_one_number(found) else None
        case "mixed":
            return Run(begin, stop, Kind.TOKEN) if _LETTER.search(found) and found.isascii() else None
        case "hex":
            return Run(begin, stop, Kind.TOKEN) if found not in ("::",) else None
        case _:
            return Run(begin, stop, Kind.TOKEN)


def _relative_path(text: str, slash: int, start: int, end: int) -> Run | None:
    """A path whose first name is not Latin, from its first slash: one that names a file, or goes down two levels."""
    before = _NAME_BEFORE.search(text, max(start, slash - _BESIDE), slash)
    behind = _PARTS_BEHIND.match(text, slash, end)
    if not before or not behind:
        return None
    stop = _trimmed(text, slash, behind.end())
    parts = text[before.start() : stop]
    is_path = _EXTENSION.search(parts) or (parts.count("/") > 1 and _LETTER.search(parts))
    return Run(before.start(), stop, Kind.ADDRESS) if is_path else None


def _trimmed(text: str, start: int, end: int) -> int:
    """The end of an address without the punctuation of the sentence behind it."""
    while True:
        trailing = _TRAILING.search(text, max(start, end - 8), end)
        if trailing:
            end = trailing.start()
        elif text[end - 1] in ")]}" and end - start > 1:
            found = text[start:end]
            if found.count(found[-1]) <= found.count("([{"[")]}".index(found[-1])]):
                return end
            end -= 1
        else:
            return end
        if end <= start:
            return start


def _is_address(found: str) -> bool:
    """Whether what looks like an address or a path is one: no fraction, no alternative (``and/or``), no lone slash."""
    if "://" in found or "@" in found or "\\" in found or found.startswith(("www.", "~", ".")) or ":" in found[:8]:
        return bool(_STRONG_LETTER.search(found))
    first, _, rest = found.partition("/")
    if not rest.strip("/"):
        return bool(first) and found.endswith("/") and bool(_LETTER.search(found)) if first else False
    if not _STRONG_LETTER.search(found):
        return False
    if not first or found.startswith("$"):  # from the root
        return found.count("/") > 1 or bool(_LETTER.search(found))
    return found.endswith("/") or found.count("/") > 1 or bool(_EXTENSION.search(found)) or "." in first


def _is_tex(found: str) -> bool:
    """Whether what stands between two signs is a formula, not the words between two amounts."""
    content = found.strip("$")
    return found.startswith(("\\", "$$")) or (len(content) <= 2 and content.isalpha()) or bool(_TEX.search(content))


def _is_one_number(found: str) -> bool:
    """Whether groups of digits are one number (telephone, ISBN, serial) and neither a range nor several numbers."""
    groups = re.split(r"[-\u2011 ]", found)
    if " " not in found:
        return len(groups) > 2 or any(len(group) > 1 and group[0] == "0" for group in groups)
    if len(groups) < 3:
        return found.startswith("0") and len(groups[0]) > 1 and len(groups[-1]) > 4
    if groups[0].startswith("0") or (groups[0] in ("978", "979") and len(groups) == 5):
        return sum(map(len, groups)) > 6
    sizes = {len(group) for group in groups[1:]}
    is_grouped = sizes == {3} and len(groups[0]) <= 3
    is_card = sizes == {4} and len(groups) == 4 and len(groups[0]) == 4 and not all("1" <= g[0] <= "2" for g in groups)
    return is_grouped or is_card or ("-" in found and len(groups) > 3)


def _phrase(text: str, run: Run, start: int, end: int) -> Run:
    """A find with the Latin words beside it that it makes one phrase with."""
    match run.kind:
        case Kind.CODE | Kind.NAME:
            return run
        case Kind.ADDRESS:
            before, after = _COMMANDS_BEFORE, None
        case Kind.TOKEN:
            before, after = _WORDS_BEFORE, None
        case Kind.PHRASE:
            before, after = _WORDS_BEFORE, _WORDS_AFTER
    first, stop = run.start, run.end
    if first > start and text[first - 1] == " ":
        words = before.search(text, max(start, first - _BESIDE), first)
        if words:
            first = words.start()
    if after and stop < end and text[stop] == " ":
        words = after.match(text, stop, min(end, stop + _BESIDE))
        if words:
            stop = words.end()
    return run if (first, stop) == (run.start, run.end) else Run(first, stop, Kind.PHRASE)
