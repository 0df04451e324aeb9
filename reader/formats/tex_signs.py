"""Characters that TeX writes as commands: of text, of formulas, and accents put together with their letters.

Sources: the lists of characters in LaTeX's base (``ltoutenc``, ``fontmath``) and AMS. Names of formulas' signs that are
HTML's, too, as most of AMS's are, are taken from there.
"""

import unicodedata
from html.entities import html5

TEXT = {
    "TeX": "TeX", "LaTeX": "LaTeX", "LaTeXe": "LaTeX2ε", "XeTeX": "XeTeX", "XeLaTeX": "XeLaTeX", "LuaTeX": "LuaTeX",
    "BibTeX": "BibTeX", "ldots": "…", "dots": "…", "textellipsis": "…", "S": "§", "P": "¶", "copyright": "©",
    "textcopyright": "©", "pounds": "£", "textsterling": "£", "euro": "€", "texteuro": "€", "EUR": "€",
    "textyen": "¥", "textcent": "¢", "textbackslash": "\\", "textasciitilde": "~", "textasciicircum": "^",
    "textunderscore": "_", "textbar": "|", "textless": "<", "textgreater": ">", "textdollar": "$", "textquotesingle":
    "'", "textquotedbl": '"', "textquoteleft": "‘", "textquoteright": "’", "textquotedblleft": "“",
    "textquotedblright": "”", "quotedblbase": "„", "quotesinglbase": "‚", "guillemotleft": "«", "guillemotright": "»",
    "guillemetleft": "«", "guillemetright": "»", "guilsinglleft": "‹", "guilsinglright": "›", "og": "« ", "fg": " »",
    "glqq": "„", "grqq": "“", "glq": "‚", "grq": "‘", "flqq": "«", "frqq": "»", "flq": "‹", "frq": "›", "dq": '"',
    "lq": "‘", "rq": "’", "textendash": "–", "textemdash": "—", "textbullet": "•", "textperiodcentered": "·",
    "textregistered": "®", "texttrademark": "™", "textdegree": "°", "degree": "°", "textmu": "µ", "texttimes": "×",
    "textpm": "±", "textonehalf": "½", "textonequarter": "¼", "textthreequarters": "¾", "textordfeminine": "ª",
    "textordmasculine": "º", "textdagger": "†", "textdaggerdbl": "‡", "dag": "†", "ddag": "‡", "textsection": "§",
    "textparagraph": "¶", "textexclamdown": "¡", "textquestiondown": "¿", "textbraceleft": "{", "textbraceright": "}",
    "textasteriskcentered": "*", "textnumero": "№", "textrightarrow": "→", "textleftarrow": "←", "textvisiblespace":
    "␣", "ss": "ß", "SS": "ẞ", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø", "aa": "å", "AA": "Å",
    "l": "ł", "L": "Ł", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "dj": "đ", "DJ": "Đ",
    "ng": "ŋ", "NG": "Ŋ", "quad": "\u2003", "qquad": "\u2003\u2003", "enspace": "\u2002", "thinspace": "\u2009",
    "space": " ", "nobreakspace": "\u00a0", "slash": "/", "checkmark": "✓", "colon": ":", "lbrace": "{",
    "rbrace": "}", "textsuperscript*": "", "percent": "%", "ZWNJ": "\u200c", "zwnj": "\u200c", "LRM": "\u200e",
    "RLM": "\u200f",
}  # fmt: skip
"""Commands of text, and their characters."""

SIGNS = {
    " ": " ", "\n": " ", "\t": " ", ",": "\u2009", ";": " ", ":": " ", ">": " ", "!": "", "-": "\u00ad", "/": "",
    "@": "", "%": "%", "&": "&", "_": "_", "#": "#", "$": "$", "{": "{", "}": "}",
}  # fmt: skip
"""Commands of one sign."""

ACCENTS = {
    "'": "\u0301", "`": "\u0300", "^": "\u0302", '"': "\u0308", "~": "\u0303", "=": "\u0304", ".": "\u0307",
    "u": "\u0306", "v": "\u030c", "H": "\u030b", "c": "\u0327", "d": "\u0323", "b": "\u0331", "k": "\u0328",
    "r": "\u030a", "t": "\u0361", "h": "\u0309", "G": "\u030f", "U": "\u030e",
}  # fmt: skip
"""Commands that put an accent on the letter after them."""

_MATH = {
    "to": "→", "gets": "←", "implies": "⇒", "impliedby": "⇐", "infty": "∞", "partial": "∂", "exists": "∃", "nexists":
    "∄", "neq": "≠", "ne": "≠", "lnot": "¬", "neg": "¬", "land": "∧", "lor": "∨", "cdot": "·", "cdots": "⋯", "ldots":
    "…", "dots": "…", "dotsc": "…", "dotsb": "⋯", "vdots": "⋮", "ddots": "⋱", "circ": "∘", "star": "⋆", "ast": "*",
    "bullet": "•", "lvert": "|", "rvert": "|", "vert": "|", "lVert": "‖", "rVert": "‖", "Vert": "‖", "|": "‖",
    "lbrack": "[", "rbrack": "]", "lbrace": "{", "rbrace": "}", "{": "{", "}": "}", "%": "%", "#": "#", "&": "&",
    "_": "_", "$": "$", "backslash": "\\", "prime": "′", "dag": "†", "ddag": "‡", "colon": ":", "coloneqq": "≔",
    "surd": "√", "top": "⊤", "bot": "⊥", "mid": "∣", "emptyset": "∅", "triangle": "△", "Box": "□", "square": "□",
    "qed": "∎", "blacksquare": "■", "diamond": "⋄", "dagger": "†", "lhd": "⊲", "rhd": "⊳", "owns": "∋", "Join": "⋈",
    "doteq": "≐", "cong": "≅", "asymp": "≍", "And": "&", "oint": "∮", "iint": "∬", "iiint": "∭", "smallint": "∫",
    "epsilon": "ϵ", "varepsilon": "ε", "phi": "ϕ", "varphi": "φ", "Join*": "⋈", "degree": "°", "copyright": "©",
    "S": "§", "P": "¶", "pounds": "£", "euro": "€", "i": "ı", "j": "ȷ", "imath": "ı", "jmath": "ȷ", "ell": "ℓ",
    "dotsm": "⋯", "dotsi": "⋯", "leadsto": "⇝", "restriction": "↾", "complement": "∁", "eth": "ð", "wr": "≀",
    "hslash": "ℏ", "hbar": "ℏ", "Re": "ℜ", "Im": "ℑ", "wp": "℘", "mho": "℧", "checkmark": "✓", "bigstar": "★",
}  # fmt: skip

FUNCTIONS = frozenset(
    """
    arccos arcsin arctan arg cos cosh cot coth csc deg det dim exp gcd hom inf inj ker lg lim liminf limsup ln log max
    min Pr sec sin sinh sup tan tanh injlim projlim argmin argmax rank tr sgn
    """.split()  # noqa: SIM905
)
"""Functions whose commands are their names."""

_LONGEST_NAME = 32


def sign_of(name: str) -> str:
    """The sign that a command stands for in a formula; "" for a command that stands for none."""
    known = _MATH.get(name, "")
    if known or len(name) > _LONGEST_NAME or not name.isalpha():
        return known
    found = html5.get(f"{name};", "")
    return found if len(found) == 1 and not found.isascii() else TEXT.get(name, "")


def accented(letters: str, accent: str) -> str:
    """Letters with an accent on the first of them."""
    first = {"ı": "i", "ȷ": "j"}.get(letters[:1], letters[:1]) or " "
    return unicodedata.normalize("NFC", first + accent) + letters[1:]
