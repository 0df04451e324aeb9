"""Interface texts in English, Arabic, Hebrew, Persian and Urdu; one TOML file a language.

A text is logical, like any other: what is filled in is isolated from the sentence (UAX#9 isolates), and the view lays
it out.
"""

import os
import tomllib
from functools import lru_cache
from importlib import resources

from reader.model import Notice
from reader.text.direction import isolate

LANGUAGES = ("en", "ar", "he", "fa", "ur")

_ASCII = "0123456789"
_NUMERALS = {
    "en": (_ASCII, ",.", "%"),
    "ar": ("٠١٢٣٤٥٦٧٨٩", "٬٫", "٪"),
    "he": (_ASCII, ",.", "%"),
    "fa": ("۰۱۲۳۴۵۶۷۸۹", "٬٫", "٪"),
    "ur": (_ASCII, ",.", "%"),
}
"""Digits, the separators of thousands and of decimals, and the per cent sign (CLDR, default numbering systems)."""
RTL_LANGUAGES = frozenset({"ar", "he", "fa", "ur"})


class Messages:
    """The texts of one language, by the names of the English file."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._texts = _load(language)
        digits, separators, _ = _NUMERALS[language]
        self._digits = str.maketrans(_ASCII, digits)
        self._number = str.maketrans(_ASCII + ",.", digits + separators)

    @property
    def is_rtl(self) -> bool:
        """Whether the language is written from right to left."""
        return self.language in RTL_LANGUAGES

    @property
    def name(self) -> str:
        """The language's own name."""
        return self._texts["name"]

    def digits(self, text: str) -> str:
        """ASCII digits written in the language's own, one for one."""
        return text.translate(self._digits)

    def number(self, value: float, *, places: int = 12) -> str:
        """A number as the language writes it, in groups of three, to so many significant digits behind a point."""
        return f"{value:,}".translate(self._number) if isinstance(value, int) else self._decimal(value, places)

    def percent(self, share: float) -> str:
        """A share of 1 in whole per cent."""
        return self.digits(f"{share * 100:.0f}") + _NUMERALS[self.language][2]

    def text(self, key: str, /, **values: object) -> str:
        """A text with its values filled in, each in an isolate of its own direction.

        Raises:
            KeyError: There is no such text.
        """
        text = self._texts[key]
        if values:
            text = text.format_map({name: isolate(str(value)) for name, value in values.items()})
        return text

    def notice(self, notice: Notice) -> str:
        """A notice of a document in words."""
        counted = {name: self.number(value) if isinstance(value, int) else value for name, value in notice.values}
        return self.text(f"notice.{notice.code}", **counted)

    def _decimal(self, value: float, places: int) -> str:
        return f"{value:,.{places}g}".translate(self._number)


@lru_cache
def _load(language: str) -> dict[str, str]:
    source = resources.files(__package__).joinpath(f"{language}.toml").read_text(encoding="utf-8")
    texts: dict[str, str] = {}
    for name, value in tomllib.loads(source).items():
        if isinstance(value, dict):
            texts.update({f"{name}.{key}": text for key, text in value.items()})
        else:
            texts[name] = value
    return texts


def language_of_environment(environ: "os._Environ[str] | dict[str, str]" = os.environ) -> str:
    """The interface language the locale variables ask for.

    English when it is none of ours (POSIX: LC_ALL, LC_MESSAGES, LANG).
    """
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environ.get(name):
            language = value.split("_")[0].split(".")[0].lower()
            language = {"iw": "he"}.get(language, language)
            return language if language in LANGUAGES else "en"
    return "en"
