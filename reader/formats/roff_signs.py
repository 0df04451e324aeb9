"""Characters of roff (groff_char(7)): escapes, and the signs and strings they name."""

import re

ESCAPE = re.compile(
    r"\\(?:\((?P<two>..)|\[(?P<long>[^\]\n]{1,64})\]|f(?:\((?P<font2>..)|\[(?P<font>[^\]\n]{0,16})\]|(?P<font1>.))"
    r"|[sSvhwlLoDbNxXYAZBCHR](?:\(..|\[[^\]\n]*\]|'[^'\n]*'|[-+]?\d{1,2})?|n(?:\(..|\[[^\]\n]*\]|.)|\*(?:\((?P<string>..)|\[(?P<strings>[^\]\n]{0,64})\]|(?P<string1>.))|[gkmMFVOz](?:\(..|\[[^\]\n]*\]|.)|(?P<one>.))"
)
SIGNS = {
    "-": "-", "e": "\\", "\\": "\\", "~": "\u00a0", "0": "\u2007", " ": "\u00a0", "'": "´", "`": "`", ".": ".",
    "&": "", "/": "", ",": "", "|": "", "^": "", "%": "", ":": "", "c": "", "t": "\t", "E": "\\", "d": "", "u": "",
    "r": "", "a": "", "p": "", "{": "", "}": "",
}  # fmt: skip
_NAMED = {
    "pc": "·", "tmu": "×", "em": "—", "en": "–", "hy": "‐", "bu": "•", "co": "©", "rg": "®", "tm": "™", "aq": "'",
    "dq": '"',
    "rq": "”", "oq": "‘", "cq": "’", "ti": "~", "ha": "^", "ga": "`", "aa": "´", "rs": "\\", "mi": "−", "mu": "×",
    "di": "÷", "+-": "±", "<=": "≤", ">=": "≥", "!=": "≠", "==": "≡", "->": "→", "<-": "←", "<>": "↔", "ua": "↑",
    "da": "↓", "de": "°", "sc": "§", "dg": "†", "dd": "‡", "lh": "☜", "rh": "☞", "sq": "□", "fm": "′", "sd": "″",
    "Fo": "«", "Fc": "»", "fo": "‹", "fc": "›", "bq": "‚", "Bq": "„", "Po": "£", "Eu": "€", "eu": "€", "Ye": "¥",
    "ct": "¢", "12": "½", "14": "¼", "34": "¾", "S1": "¹", "S2": "²", "S3": "³", "at": "@", "sh": "#", "Do": "$",
    "ba": "|", "br": "|", "ul": "_", "lB": "[", "rB": "]", "lC": "{", "rC": "}", "la": "⟨", "ra": "⟩", "if": "∞",
    "*a": "α", "*b": "β", "*m": "μ", "*p": "π", "ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o/": "ø",
}  # fmt: skip
STRINGS = {
    "Aq": "'", "L\"": "“", "R\"": "”", "lq": "“", "rq": "”", "--": "—", "PI": "π", "C'": "'", "C`": "`", "R": "®",
    "Tm": "™", "q": '"',
}  # fmt: skip
"""Strings that man(7), and pages made from Perl's, define."""

_ACCENTS = {"'": "\u0301", "`": "\u0300", "^": "\u0302", ":": "\u0308", "~": "\u0303", ",": "\u0327"}
_CODE_POINT = re.compile(r"u([0-9A-F]{4,6})")


def sign_of(name: str) -> str:
    """A character by its name (groff_char(7)); one that is not known as it is called."""
    if name in _NAMED:
        return _NAMED[name]
    if (point := _CODE_POINT.fullmatch(name)) and int(point[1], 16) <= 0x10FFFF:
        return chr(int(point[1], 16))
    if len(name) == 2 and name[0] in _ACCENTS and name[1].isalpha():
        return name[1] + _ACCENTS[name[0]]
    return name
