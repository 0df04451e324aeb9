"""Shapes of machine text: the patterns :mod:`reader.text.machine` goes by, by what a find begins with.

Each set is tried where a word or a sign begins; the first shape that fits is taken, and the name of its group says what
is to be asked about it. Quantifiers are bounded, or consume what they look at, so that time is linear.

Units: code points.
"""

import re

from reader.text.patterns import lazy_pattern

DIGIT = "[0-9\u06f0-\u06f9]"
"""Digits of class EN: European and Persian ones."""

CURRENCY = "$€£¥₪₹₺₽₩"

_CONTROLS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
PART = rf"""[^\s<>"'`|*?:;,،؛؟۔…«»“”()\[\]{{}}\\/{_CONTROLS}]{{1,255}}"""
"""A name in a path."""

_URL = rf"""[^\s<>"“”«»‘`{{}}|\\^،؛؟۔…{_CONTROLS}]+"""
_VALUE = rf"""(?:=(?:"[^"\n]{{0,200}}"|'[^'\n]{{0,200}}'|[^\s"'`«»،؛؟{_CONTROLS}]{{1,255}}))?"""
_ARGUMENTS = r"""\((?:[^()\u0590-\u08ff\n]{0,100}|"[^"\n]{0,100}"|'[^'\n]{0,100}')\)"""
_FREE = r"(?<![\w)\]%])"
"""Behind no letter, digit or closing bracket: a sign that begins something."""

_FREE_OF_PARTICLE = rf"(?:{_FREE}|(?<=(?<!\w)[\u05d0-\u05ea\u0621-\u064a])|(?<=\u0640))"
"""The same, or behind a particle of one letter that is written on to it («و@name»), or behind a tatweel."""

_HOST = r"(?:\.[\w-]{1,63}){1,8}"
_MAIL = rf"[\w.%+-]{{1,64}}@[\w-]{{1,63}}{_HOST}"
_HEX = (
    r"(?:[0-9A-Fa-f]{0,4}:){2,7}(?:[0-9A-Fa-f]{1,4}|\d{1,3}(?:\.\d{1,3}){3})?(?:%\w{1,16})?(?:/\d{1,3})?(?![\w:])",
    r"(?:[0-9A-Fa-f]{2}[:-]){5}[0-9A-Fa-f]{2}(?!\w)",
)
_NAME = r"[A-Za-z_]\w{0,80}"
_DOTTED = rf"{_NAME}(?:(?:\.|::?|->){_NAME}){{0,7}}"
_DATE = r"\d{4}-\d{1,2}-\d{1,2}"
_TIME = r"\d{1,2}:\d\d(?::\d\d(?:[.,]\d{1,9})?)?"


def _shapes(**groups: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern of named alternatives."""
    return lazy_pattern("|".join(f"(?P<{name}>{'|'.join(shapes)})" for name, shapes in groups.items()))


AT_LETTER = _shapes(
    address=(
        rf"(?:[A-Za-z][A-Za-z0-9+.-]{{1,30}}://|www\.|(?:mailto|tel|urn|data|magnet|doi):(?=\w|\+)){_URL}",
        rf"[\w.-]{{1,64}}@[\w.-]{{1,255}}:(?=[\w~/.]){_URL}",
        _MAIL,
        rf"(?:[\w-]{{1,63}}\.){{1,8}}[A-Za-z]{{2,24}}(?::\d{{1,5}})?/(?:{_URL})?",
        (
            r"[A-Za-z]:[\\/](?![\\/])"
            rf"(?:(?:[\w.()-]{{1,64}}(?: [A-Za-z0-9_.()-]{{1,64}}){{1,4}}\\|{PART}[\\/])*(?:{PART})?)"
        ),
        rf"[A-Za-z][\w.+@~-]{{0,80}}(?:[/\\]{PART}){{1,64}}[/\\]?",
        r"[A-Za-z][\w.+-]{0,80}[/\\](?![\w/\\])",
    ),
    digits=_HEX,
    phrase=(
        rf"{_DOTTED}(?:<[\w ,<>?\[\]]{{1,80}}>)?{_ARGUMENTS}",
        rf"{_DOTTED}<[A-Za-z_][\w ,<>?\[\]]{{0,80}}>",
        rf"{_DOTTED}(?:\[[^\]\s\u0590-\u08ff]{{0,40}}\]){{1,4}}",
        r"[A-Za-z][A-Za-z0-9_.-]{0,40}(?:\+\+|#)(?![^\W\d])\d{0,4}",
        r"[A-Za-z][A-Za-z0-9]{0,40}\+(?!\w)",
        r"""[\w:.-]{1,60}=(?:"[^"\n]{0,200}"|'[^'\n]{0,200}')""",
        r"[A-Za-z]\w{0,80}_(?!\w)",
        r"[A-Za-z][\w.-]{0,60}(?:[<>=~!]=|\^)\d[\w.+*-]{0,40}",
    ),
)
"""Addresses and paths; IPv6 and MAC; calls, generics, subscripts, ``C++``, attributes, ``name_``, requirements."""

AT_DIGIT = _shapes(
    digits=(
        *_HEX,
        rf"{_DATE}(?:[T ]{_TIME}(?: ?Z| ?[-+]\d\d:?\d\d)?)?(?!\w)",
        r"\d{1,2}-\d{1,2}-\d{2,4}(?![\w-])",
        rf"{_TIME}(?: ?[-+]\d\d:\d\d|Z)(?!\w)",
        rf"{DIGIT}[\d.,]{{0,20}}(?: ?[-+*/×÷\u2212] ?{DIGIT}[\d.,]{{0,20}}){{1,8}} ?= ?-?{DIGIT}+",
    ),
    address=(_MAIL, rf"\d[\w.-]{{0,80}}(?:/{PART}){{1,64}}/?"),
    groups=(r"(?<!\d )\d{1,14}(?:[-\u2011 ]\d{1,14}){1,12}(?:-?[Xx])?(?![\w-])",),
    mixed=(r"\d\w{0,60}(?:[.:+/_*-]{1,3}\w{1,60}){1,32}\+?",),
)
"""IPv6 and MAC, dates and times, sums; addresses and paths; numbers in groups; versions and what mixes letters in."""

AT_SIGN = _shapes(
    code=(r"`(?=[^\s`])[^`\n]{0,300}(?<=\S)`(?!\w)",),
    tex=(
        r"\$\$[^$\n]{1,300}\$\$",
        r"\$(?=[^\s$])[^$\n]{0,200}(?<=[^\s$])\$(?!\w)",
        r"\\\([^\n]{1,200}?\\\)",
        r"\\\[[^\n]{1,200}?\\\]",
        r"\\[A-Za-z]{2,30}(?:\{[^{}\n]{0,80}\}){1,4}",
    ),
    address=(
        rf"\\\\{PART}(?:\\{PART}){{1,64}}\\?",
        rf"{_FREE}(?:~|\.{{1,2}}|\$[A-Za-z_]\w{{0,60}}|%[A-Za-z_]\w{{0,60}}%)?[/\\](?:{PART}[/\\]){{0,64}}(?:{PART})?",
        rf"{_FREE}\.[A-Za-z][\w.-]{{0,60}}(?:/{PART}){{1,64}}/?",
    ),
    tag=(
        r"</?[A-Za-z][\w:.-]{0,60}(?:\s[^<>\n]{0,300})?/?>",
        r"<!--[^\n]{0,300}?-->",
        r"<![A-Za-z][^<>\n]{0,300}>",
        r"</?>",
        r"&#?[A-Za-z0-9]{1,32};",
        r"\$\{[^}\s]{1,60}\}",
        r"\{\{? ?[A-Za-z_][\w. ]{0,60}\}\}?",
        r"%[A-Za-z_]\w{0,60}%",
        r"\$[A-Za-z_]\w{0,60}",
    ),
    name=(
        rf"{_FREE_OF_PARTICLE}@[\w.-]{{1,80}}(?:[@/][\w.-]{{1,80}})?",
        rf"{_FREE_OF_PARTICLE}#[\w\u200c\u200d]{{1,140}}",
    ),
    phrase=(
        rf"(?<![A-Za-z0-9)\]%-])--[A-Za-z][\w-]{{0,60}}{_VALUE}",
        rf"{_FREE}-[A-Za-z][\w-]{{0,60}}{_VALUE}",
        rf"{_FREE}--(?= [A-Za-z/.-])",
        rf"{_FREE}\.{{1,2}}[A-Za-z_][\w.-]{{0,60}}(?:#|\+\+|{_ARGUMENTS})?",
        r"\*\.\w{1,20}",
        r"_{1,3}[A-Za-z]\w{0,80}(?:\(\))?",
    ),
    digits=(
        r"::(?:[0-9A-Fa-f]{1,4}:){0,6}[0-9A-Fa-f]{1,4}(?:/\d{1,3})?(?![\w:])",
        r"::/\d{1,3}(?!\w)",
        r"\+\d{1,3}(?:[ .-]?\(?\d{1,5}\)?){2,7}(?![\w-])",
        r"\(\+?\d{1,4}\)(?:[ -]?\d{2,7}){1,4}(?![\w-])",
        rf"{_FREE}(?:[<>=~!]=?=?|\^) ?\d{{1,6}}(?:\.[\dx*]{{1,6}}){{0,4}}(?:[-+][\w.]{{1,30}})?(?![\w/])",
        rf"{_FREE}[-+]\d\d:\d\d(?!\w)",
        (
            rf"{_FREE}(?:[-+\u2212±] ?[{CURRENCY}]?|[{CURRENCY}] ?[-+\u2212]?){DIGIT}{{1,20}}"
            rf"(?:[.,:/٫٬]{DIGIT}{{1,20}}){{0,8}}(?:[%٪‰°][CF]?|[A-Za-z]{{1,3}}(?!\w))?(?![-\u2013\u2212]{DIGIT})"
        ),
    ),
)
"""Code in backticks; TeX; paths; tags, entities and variables; names; options, ``.NET``, ``__init__``; IPv6, telephone
numbers, bounds of versions, offsets of time, numbers with a sign or a currency before them."""

_ON_FROM_A_WORD = frozenset(":@/\\(<[+#=^~!>-.%")
"""The rest of a shape of :data:`AT_LETTER` behind the letters and digits it begins with."""

_SIGNS = frozenset(f"`$\\~./%<&{{@#-*_:+(>=!^\u2212±{CURRENCY}")
"""The characters that a shape of :data:`AT_SIGN` begins with."""

_BIDI_CONTROLS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_LONGEST_ENTITY = 35
_WORD_HERE = lazy_pattern(r"\w+")


def may_begin(text: str, at: int, end: int) -> bool:
    """Whether a shape of :data:`AT_LETTER` or :data:`AT_SIGN` may begin at an index: a look at two characters.

    Most words and signs are told by it, and a page that has no others compiles none of these patterns. A slash that
    stands alone is no path.
    """
    char, following = text[at], text[at + 1 : min(at + 2, end)]
    if char in "/\\%" and (not following or following.isspace() or following in _BIDI_CONTROLS):
        return False
    if char == "&":
        return text.find(";", at, min(end, at + _LONGEST_ENTITY)) >= 0
    if not char.isalpha():
        return char in _SIGNS
    word = _WORD_HERE.match(text, at, end)
    behind = word.end() if word else at
    return text[behind - 1] == "_" or (behind < end and text[behind] in _ON_FROM_A_WORD)


_WORD = r"[A-Za-z](?:[A-Za-z0-9.'’_-]{0,60}[A-Za-z0-9])?"
_OPENS = r"""(?<![^\s(\["'«“])"""
WORDS_BEFORE = lazy_pattern(rf"(?:{_OPENS}{_WORD} )+\Z")
"""Latin words and the space behind each."""

COMMANDS_BEFORE = lazy_pattern(rf"(?:{_OPENS}[a-z][a-z0-9.-]{{0,60}} )+\Z")
"""Those in small letters."""

WORDS_AFTER = lazy_pattern(
    r"(?:(?: (?:&&|\|\|?|>>?|<)(?= ))? [A-Za-z0-9](?:[A-Za-z0-9.'’_-]{0,60}[A-Za-z0-9])?"
    r"""(?![^\s.,;:!?)\]"'»”،؛؟۔…]|[.,:]\w))+"""
)
"""Latin words and numbers with the space before each; a shell's signs may stand between."""

BETWEEN = lazy_pattern(r" (?:(?:&&|\|\|?|>>?|<) )?")
"""The gap between the parts of a command line."""
