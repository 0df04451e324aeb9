"""Interface texts in English, Arabic, Hebrew, Persian and Urdu; one TOML file a language.

A text is logical, like any other: what is filled in is isolated from the sentence (UAX#9 isolates), and the view lays
it out.
"""

import os
import tomllib
from functools import lru_cache
from importlib import resources

from reader.text.direction import isolate

LANGUAGES = ("en", "ar", "he", "fa", "ur")
RTL_LANGUAGES = frozenset({"ar", "he", "fa", "ur"})


class Messages:
    """The texts of one language, by the names of the English file."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._texts = _load(language)

    @property
    def is_rtl(self) -> bool:
        """Whether the language is written from right to left."""
        return self.language in RTL_LANGUAGES

    @property
    def name(self) -> str:
        """The language's own name."""
        return self._texts["name"]

    def text(self, key: str, **values: object) -> str:
        """A text with its values filled in, each in an isolate of its own direction.

        Raises:
            KeyError: There is no such text.
        """
        text = self._texts[key]
        if values:
            text = text.format_map({name: isolate(str(value)) for name, value in values.items()})
        return text


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
