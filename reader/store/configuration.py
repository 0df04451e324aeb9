"""The user's configuration: ``config.toml`` in the user's configuration folder, or where ``READER_CONFIG`` says.

Everything in it is optional. What is misspelt is an error, not silently nothing.
"""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from reader.model import StateError, UsageError
from reader.store.paths import absolute_path

FILE_NAME = "config.toml"
WIDEST = 10_000


@dataclass(frozen=True, slots=True)
class Configuration:
    """What the file says; "" and 0 where it says nothing.

    Attributes:
        language: The interface's language.
        theme: The colours.
        width: Cells of the text column at most.
        justify: How lines are filled to the width.
        keys: Other keys for actions, by the actions' names.
    """

    language: str = ""
    theme: str = ""
    width: int = 0
    justify: str = ""
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def configuration_file() -> Path:
    """``READER_CONFIG``, a file or a folder that holds it, if set; else the place customary on the platform.

    Raises:
        UsageError: It lies in the home folder of somebody who has none.
    """
    if chosen := os.environ.get("READER_CONFIG"):
        try:
            path = absolute_path(chosen)
        except StateError:
            raise UsageError(f"READER_CONFIG={chosen}: there is no such folder; set it to an absolute path") from None
        return path / FILE_NAME if path.is_dir() else path
    from platformdirs import user_config_path  # noqa: PLC0415 - not every command is configured

    return user_config_path("reader", appauthor=False) / FILE_NAME


def configuration(
    *, languages: tuple[str, ...], themes: tuple[str, ...], justifications: tuple[str, ...]
) -> Configuration:
    """The user's configuration; an empty one when there is no file.

    Args:
        languages: What ``language`` may be.
        themes: What ``theme`` may be.
        justifications: What ``justify`` may be.

    Raises:
        UsageError: The file cannot be read or says what is not understood; one line that names the file.
    """
    path = configuration_file()
    try:
        said = tomllib.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return Configuration()
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"{path}: {error}; mend or remove it") from None
    known = {"language", "theme", "width", "justify", "keys", "assistant"}
    if unknown := sorted(said.keys() - known):
        raise UsageError(f"{path}: unknown setting {unknown[0]!r}; known are {', '.join(sorted(known))}")
    language, theme, justify = (said.get(name, "") for name in ("language", "theme", "justify"))
    width, keys = said.get("width", 0), said.get("keys", {})
    _check(path, "language", language, ("", *languages))
    _check(path, "theme", theme, ("", *themes))
    _check(path, "justify", justify, ("", *justifications))
    if not isinstance(width, int) or isinstance(width, bool) or not 0 <= width <= WIDEST:
        raise UsageError(f"{path}: width is a number of columns, not {width!r}")
    if not isinstance(keys, dict) or not all(_is_keys(bound) for bound in keys.values()):
        raise UsageError(f'{path}: [keys] holds lines such as: copy = ["y"]')
    return Configuration(language, theme, width, justify, {name: tuple(bound) for name, bound in keys.items()})


def _check(path: Path, name: str, value: object, allowed: tuple[str, ...]) -> None:
    if value not in allowed:
        raise UsageError(f"{path}: {name} is one of {', '.join(filter(None, allowed))}, not {value!r}")


def _is_keys(bound: object) -> bool:
    return isinstance(bound, list) and all(isinstance(key, str) for key in bound)
