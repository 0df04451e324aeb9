"""Interface texts in English, Arabic, Hebrew, Persian and Urdu; one TOML file a language.

Of TOML they are what :func:`texts_in` reads: sections, and a text, or the plural forms of one, a line.

A text is logical, like any other: what is filled in is isolated from the sentence (UAX#9 isolates), and the view lays
it out.
"""

import os
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from reader.locale.cldr import duration_form, plural_form, units_together, written_date, written_moment
from reader.model import Notice
from reader.text.direction import isolate
from reader.text.patterns import lazy_pattern

if TYPE_CHECKING:
    from datetime import date, datetime

LANGUAGES = ("en", "ar", "he", "fa", "ur")

_ASCII = "0123456789"
_NUMERALS = {
    "en": (_ASCII, ",.", "%"),
    "ar": ("٠١٢٣٤٥٦٧٨٩", "٬٫", "٪\u061c"),
    "he": (_ASCII, ",.", "%"),
    "fa": ("۰۱۲۳۴۵۶۷۸۹", "٬٫", "٪"),
    "ur": (_ASCII, ",.", "٪"),
}
"""Digits, the separators of thousands and of decimals, and the per cent sign (CLDR, default numbering systems)."""

_ROUNDING = 1e-9
"""The part of a hundredth that a share may lack in binary."""

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
        """A share of 1 in whole per cent; all of it is said of nothing less."""
        return self.digits(str(int(share * 100 + _ROUNDING))) + _NUMERALS[self.language][2]

    def date(self, day: "date") -> str:
        """A day, its month in words."""
        return self.digits(written_date(self.language, day))

    def moment(self, when: "datetime") -> str:
        """A day and the time, to the minute."""
        return self.digits(written_moment(self.language, when.date(), when.hour, when.minute))

    def duration(self, minutes: int) -> str:
        """Hours and minutes in words; whole hours alone."""
        hours, rest = divmod(minutes, 60)
        parts = [
            duration_form(self.language, unit, count).replace("{0}", self.number(count))
            for unit, count in (("hour", hours), ("minute", rest))
            if count or (unit == "minute" and not hours)
        ]
        return parts[0] if len(parts) == 1 else units_together(self.language).format(*parts)

    def text(self, key: str, /, **values: object) -> str:
        """A text with its values filled in, each in an isolate of its own direction.

        Whole numbers are written as the language writes them; by ``count`` a text goes that has plural forms.

        Raises:
            KeyError: There is no such text.
        """
        text = self._texts.get(key)
        if text is None:
            text = self._texts[f"{key}.{plural_form(self.language, int(str(values['count'])))}"]
        if values:
            text = text.format_map({name: isolate(self._written(value)) for name, value in values.items()})
        return text

    def notice(self, notice: Notice) -> str:
        """A notice of a document in words."""
        return self.text(f"notice.{notice.code}", **dict(notice.values))

    def _written(self, value: object) -> str:
        return self.number(value) if isinstance(value, int) and not isinstance(value, bool) else str(value)

    def _decimal(self, value: float, places: int) -> str:
        return f"{value:,.{places}g}".translate(self._number)


@lru_cache
def _load(language: str) -> dict[str, str]:
    return dict(texts_in(Path(__file__).with_name(f"{language}.toml").read_text(encoding="utf-8")))


def texts_in(source: str) -> Iterator[tuple[str, str]]:
    """Every text of a file with its name: section, key and, where it has plural forms, the form.

    The interface waits for it; :mod:`tomllib`, which says the same of these files, takes five times as long.
    """
    section = ""
    for line in source.split("\n"):
        name, is_text, written = line.partition(" = ")
        if line.startswith("["):
            section = f"{line[1:-1]}."
        elif is_text and written.startswith("{"):
            yield from ((f"{section}{name}.{form}", _unescaped(text)) for form, text in _FORMS.findall(written))
        elif is_text and not line.startswith("#"):
            yield section + name, _unescaped(written[1:-1])


_FORMS = lazy_pattern(r'(\w+) = "((?:[^"\\]|\\.)*)"')


def _unescaped(written: str) -> str:
    if "\\" not in written:
        return written
    return written.encode("ascii", "backslashreplace").decode("unicode_escape")


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
