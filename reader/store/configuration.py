"""The user's configuration: ``config.toml`` in the user's configuration folder, or where ``READER_CONFIG`` says.

Everything in it is optional. What is misspelt is told with its line and what may stand there; the rest holds, and no
document stays closed for it.
"""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from reader.model import StateError, UsageError
from reader.store.paths import absolute_path, xdg_folder
from reader.text.patterns import lazy_pattern
from reader.values import dataclass, field

FILE_NAME = "config.toml"
WIDEST = 10_000

MOST_LINES = 20
"""Lines that are no TOML and are passed over, one after the other; with more, nothing in the file holds."""

KNOWN = ("language", "theme", "width", "justify", "linear", "keys", "assistant")

_AT_LINE = lazy_pattern(r" \(at line (\d+), column \d+\)$")


@dataclass(frozen=True, slots=True)
class Complaint:
    """A fault in the file.

    Attributes:
        text: The name of the text that says it.
        values: What is filled in there: ``place`` is the file and the line.
    """

    text: str
    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Configuration:
    """The settings of the file; "" and 0 where it says nothing.

    Attributes:
        language: The interface's language.
        theme: The colours.
        width: Cells of the text column at most.
        justify: How lines are filled to the width.
        linear: Whether everything is said in lines, and nothing is painted.
        keys: Other keys for actions, by the actions' names.
        complaints: What is wrong in it, in the order of its lines as far as they are known.
        places: Where each setting stands: the file and the line, by the setting's name, of keys ``keys.NAME``.
    """

    language: str = ""
    theme: str = ""
    width: int = 0
    justify: str = ""
    linear: bool = False
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    complaints: tuple[Complaint, ...] = ()
    places: Mapping[str, str] = field(default_factory=dict)


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
    if folder := xdg_folder("XDG_CONFIG_HOME", ".config"):
        return folder / FILE_NAME
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
        UsageError: ``READER_CONFIG`` names no place that can be.
    """
    path = configuration_file()
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (FileNotFoundError, NotADirectoryError):
        return Configuration()
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        return Configuration(complaints=(_complaint("unreadable", str(path), reason=reason),))
    complaints: list[Complaint] = []
    said = settings_in(path, text, complaints)
    places = {name: f"{path}:{line}" for name, line in lines_of_settings(text)}

    def complain(name: str, text: str, **values: str) -> None:
        complaints.append(_complaint(text, places.get(name, str(path)), name=name.rpartition(".")[2], **values))

    for name in said:
        if name not in KNOWN:
            complain(name, "unknown", known=", ".join(KNOWN))

    def one_of(name: str, allowed: tuple[str, ...]) -> str:
        value = said.get(name, "")
        if value in {"", *allowed}:
            return str(value)
        complain(name, "choice", allowed=", ".join(allowed), value=str(value))
        return ""

    language, theme = one_of("language", languages), one_of("theme", themes)
    justify = one_of("justify", justifications)
    width = said.get("width", 0)
    if not isinstance(width, int) or isinstance(width, bool) or not 0 <= width <= WIDEST:
        complain("width", "number", value=str(width), most=str(WIDEST))
        width = 0
    linear = said.get("linear", False)
    if not isinstance(linear, bool):
        complain("linear", "choice", allowed="true, false", value=str(linear))
        linear = False
    keys = said.get("keys", {})
    if not isinstance(keys, dict):
        complain("keys", "keys", example='[keys] copy = ["y"]')
        keys = {}
    for name, bound in keys.items():
        if not _is_keys(bound):
            complain(f"keys.{name}", "keys", example=f'{name} = ["y"]')
    good = {name: tuple(bound) for name, bound in keys.items() if _is_keys(bound)}
    return Configuration(language, theme, width, justify, linear, good, tuple(complaints), places)


def _complaint(text: str, place: str, **values: str) -> Complaint:
    return Complaint(f"config.{text}", (("place", place), *values.items()))


def settings_in(path: Path, text: str, complaints: list[Complaint]) -> dict[str, object]:
    """The tables of the file, lines that are no TOML left out and complained of."""
    import tomllib  # noqa: PLC0415 - most have no such file

    lines = text.split("\n")
    for _ in range(MOST_LINES):
        try:
            return tomllib.loads("\n".join(lines))
        except (tomllib.TOMLDecodeError, RecursionError) as error:
            at = _AT_LINE.search(str(error))
            # Where the end of the file comes too soon, nothing tells which line began what is not ended.
            number = int(at[1]) if at else next((n for n in range(len(lines), 0, -1) if lines[n - 1].strip()), 1)
            reason = _AT_LINE.sub("", str(error)).removesuffix(" (at end of document)").lower()
            complaints.append(_complaint("syntax", f"{path}:{number}", reason=reason, example='theme = "dark"'))
            if number > len(lines) or not lines[number - 1].strip():
                break
            lines[number - 1] = ""
    return {}


_SETTING = lazy_pattern(r"""\s*(?:\[\s*(?P<table>[\w.-]+)\s*\]|(?P<quote>["']?)(?P<name>[\w-]+)(?P=quote)\s*=)""")


def lines_of_settings(text: str) -> Iterator[tuple[str, int]]:
    """Each setting and table with its line, counted from 1; of a table the settings as ``TABLE.NAME``."""
    table = ""
    for number, line in enumerate(text.split("\n"), 1):
        if found := _SETTING.match(line):
            if found["table"]:
                table = found["table"]
                yield table, number
            else:
                yield (f"{table}.{found['name']}" if table else found["name"]), number


def _is_keys(bound: object) -> bool:
    return isinstance(bound, list) and all(isinstance(key, str) for key in bound)
