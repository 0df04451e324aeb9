"""Which key was pressed, whatever keyboard layout is active: letters of commands are keys, not characters.

A layout here is what its keys type, listed key by key against the United States layout: Arabic (101, as Windows and
Linux have it; 102; Apple's), Persian (ISIRI 9147), Urdu (phonetic, and CRULP's) and Hebrew (SI-1452). A character
that several of them type from different keys is taken as in the layout that the characters typed lately fit best, the
first listed where they fit alike. Where the terminal tells which key it was (the kitty keyboard protocol), nothing is
guessed.

What cannot be known from characters: Apple's Arabic layout has the letters of the others on other keys and shows itself
by its digits alone, so it is expected from the start on Apple's terminals (:func:`keyboard_expected`). And before a
letter was typed, an ASCII character of a Hebrew or Urdu keyboard (``/`` from the key q, brackets that change places)
is taken for that of a Latin one.

Units: a key is the character it types in the United States layout.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from reader.enumerations import StrEnum
from reader.values import dataclass, replace

LAM = "ل"
_ALEFS = "اأإآ"


class Layout(StrEnum):
    """Keyboard layouts that are told apart."""

    ARABIC_101 = "arabic_101"
    ARABIC_102 = "arabic_102"
    ARABIC_MAC = "arabic_mac"
    PERSIAN = "persian"
    URDU_PHONETIC = "urdu_phonetic"
    URDU_CRULP = "urdu_crulp"
    HEBREW = "hebrew"


_PLAIN_KEYS = "`1234567890-=qwertyuiop[]\\asdfghjkl;'zxcvbnm,./"
_SHIFTED_KEYS = '~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:"ZXCVBNM<>?'
_NONE = "·"
"""A key that types nothing or several characters."""

_TYPED: Mapping[Layout, tuple[str, str]] = {
    Layout.ARABIC_101: (
        "ذ1234567890-=ضصثقفغعهخحجد\\شسيبلاتنمكطئءؤرﻻىةوزظ",
        "ّ!@#$%^&*)(_+\u064e\u064b\u064f\u064cﻹإ`÷×؛<>|\u0650\u064d][ﻷأـ،/:\"~ْ}{ﻵآ',.؟",
    ),
    Layout.ARABIC_102: (
        "·1234567890-=ضصثقفغعهخحجدذشسيبلاتنمكطئءؤرﻻىةوزظ",
        "·!@#$%^&*)(_+\u064e\u064b\u064f\u064cﻹإ`÷×؛<>\u0651\u0650\u064d][ﻷأـ،/:\"~ْ}{ﻵآ',.؟",
    ),
    Layout.ARABIC_MAC: (
        "ـ١٢٣٤٥٦٧٨٩٠-=ضصثقفغعهخحجة\\شسيبلاتنمك؛ظطذدزرو،./",
        '·!@#$٪^&*)(_+\u064e\u064b\u0650\u064d\u064f\u064c\u0652\u0651][}{|»«ىٰ·آٱ··:"··ئءأإؤ><؟',
    ),
    Layout.PERSIAN: (
        "·۱۲۳۴۵۶۷۸۹۰-=ضصثقفغعهخحجچ\\شسیبلاتنمکگظطزرذدپو./",
        "÷!٬٫﷼٪×،*)(ـ+\u0652\u064c\u064d\u064b\u064f\u0650\u064e\u0651][}{|ؤئيإأآة»«:؛كٓژٰ·ٔء><؟",
    ),
    Layout.URDU_PHONETIC: (
        "ً1234567890-=قوعرتےءیہپ][\\اسدفگحجکل؛'زشچطبنم،۔/",
        '~!@#$%^&*)(_+ْؤٰڑٹَئِۃُ}{|آصڈّغھضخٔ:"ذژثظ.ں٘<>؟',
    ),
    Layout.URDU_CRULP: (
        "~۱۲۳۴۵۶۷۸۹۰-=قوعرتےءیہپ][\\اسدفگحجکل؛'زشچطبنم،۔/",
        'ً1234567890_+\u0652\u0651\u0670ڑٹَئِۃُ}{|آصڈّغھضخٔ:"ذژثظ.ں٘<٫؟',
    ),
    Layout.HEBREW: (
        ";1234567890-=/'קראטוןםפ][\\שדגכעיחלךף,זסבהנמצתץ.",
        '~!@#$%^&*)(_+QWERTYUIOP}{|ASDFGHJKL:"ZXCVBNM><?',
    ),
}
"""Characters of the keys, plain and shifted, by ``_PLAIN_KEYS`` and ``_SHIFTED_KEYS`` (X11's ``symbols/ara``,
``ir`` and ``pk``). Vowel marks in a row are written by number: as text, programs put them in an order of theirs.
"""

_LIGATURE_KEYS: Mapping[str, str] = {"ا": "b", "أ": "G", "إ": "T", "آ": "B"}
"""The key that types a lam-alef, by its alef."""


def _keys_of(layout: Layout) -> dict[str, str]:
    keys: dict[str, str] = {}
    for typed, latin in zip(_TYPED[layout], (_PLAIN_KEYS, _SHIFTED_KEYS), strict=True):
        for character, key in zip(typed, latin, strict=True):
            if character != _NONE:
                keys.setdefault(character, key)
    return keys


_KEYS: Mapping[Layout, Mapping[str, str]] = {layout: _keys_of(layout) for layout in Layout}
_UNSHIFTED: Mapping[Layout, Mapping[str, str]] = {
    layout: dict(zip(_TYPED[layout][0], _PLAIN_KEYS, strict=True)) for layout in Layout
}

_SHIFTED: Mapping[str, str] = dict(zip(_PLAIN_KEYS, _SHIFTED_KEYS, strict=True))


def shifted(key: str) -> str:
    """The key with Shift held."""
    return _SHIFTED.get(key, key.upper())


_FADING = 0.8
"""How much of what earlier characters said of the layout is left after another one."""


@dataclass(frozen=True, slots=True)
class Keyboard:
    """The layout as far as the characters typed so far tell it; each typed character gives the next state.

    Attributes:
        fits: How well each layout fits, in the order of :class:`Layout`; all are 0 for the United States layout.
    """

    fits: tuple[float, ...] = (0.0,) * len(Layout)

    @property
    def layout(self) -> Layout | None:
        """The layout that fits best; None while nothing tells of one."""
        best = max(range(len(self.fits)), key=self.fits.__getitem__)
        return list(Layout)[best] if self.fits[best] else None

    def typed(self, character: str) -> "Keyboard":
        """The state after a character was typed."""
        if "a" <= character <= "z":
            return Keyboard()  # none of the layouts types these
        if character.isascii():
            return self
        fits = [fit * _FADING + (character in _KEYS[layout]) for layout, fit in zip(Layout, self.fits, strict=True)]
        return replace(self, fits=tuple(fits))

    def key_of(self, character: str) -> str:
        """The key that types a character; the character itself where no layout has it.

        A character of ASCII is its own key, unless the layout found types it from another key without Shift: in
        Hebrew, ``/`` comes from the key q.
        """
        if character.isascii():
            return _UNSHIFTED[self.layout].get(character, character) if self.layout else character
        fitting = sorted(zip(self.fits, Layout, strict=True), key=lambda pair: -pair[0])
        return next((_KEYS[layout][character] for _, layout in fitting if character in _KEYS[layout]), character)

    def command_of(self, key: str, character: str | None, place: str | None = None) -> str:
        """The key that was pressed, whatever keyboard layout is active; for commands, not for text.

        Args:
            key: The name of what was pressed.
            character: What it typed; None for nothing.
            place: The key, where it is known; "" where the press was told of by an event before.

        Returns:
            What the key types in the United States layout, or the name of a key that types nothing; "" for the second
            of two characters typed by one key.
        """
        if character is None or len(character) != 1 or not character.isprintable() or character.isspace():
            return key
        if key == f"alt+{character}":
            return f"alt+{self.key_of(character)}"
        if "+" in key:  # with Ctrl or Alt
            return key
        if place is not None and (not character.isascii() or self.layout):
            return place
        return self.key_of(character)


def keyboard_expected(environ: Mapping[str, str]) -> Keyboard:
    """The state to begin with: on Apple's terminals, as far as they say so, Arabic is typed as Apple has it."""
    apple = environ.get("TERM_PROGRAM") in {"Apple_Terminal", "iTerm.app"} or environ.get("LC_TERMINAL") == "iTerm2"
    return Keyboard(tuple(float(apple and layout is Layout.ARABIC_MAC) for layout in Layout))


def ligature_keys(characters: Sequence[str]) -> list[str | None]:
    """Keys that type two characters at once, found in characters that arrived together.

    Returns:
        For each character: the key for the lam of a lam-alef, "" for its alef (the same key press), None for any other.
    """
    keys: list[str | None] = [None] * len(characters)
    for i, (lam, alef) in enumerate(pairwise(characters)):
        if lam == LAM and alef and alef in _ALEFS:
            keys[i : i + 2] = [_LIGATURE_KEYS[alef], ""]
    return keys
