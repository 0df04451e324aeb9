"""Formats of other packages, found by the entry points they declare.

Each leads to a :class:`~reader.formats.registry.Format` whose ``module`` is the package's own. One that cannot be
loaded is told of where it might have been meant, and reading goes on without it.
"""

from functools import cache
from typing import TYPE_CHECKING

from reader.formats.registry import BY_NAME, Format
from reader.model import Notice, NoticeCode, notice_of
from reader.values import dataclass

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP = "reader.formats"


@dataclass(frozen=True, slots=True)
class Installed:
    """The additions of other packages.

    Attributes:
        formats: Their formats, by the entry points' names.
        lost: A notice for each that cannot be loaded.
    """

    formats: tuple[Format, ...] = ()
    lost: tuple[Notice, ...] = ()


@cache
def installed() -> Installed:
    """The formats of other packages; looking for them takes some 20 ms, so it is done when none of the own fits."""
    from importlib.metadata import entry_points

    formats: list[Format] = []
    lost: list[Notice] = []
    for point in sorted(entry_points(group=GROUP), key=lambda point: point.name):
        try:
            formats.append(_loaded(point))
        except Exception:  # noqa: BLE001 - a package of somebody else's
            lost.append(failed(point.name))
    return Installed(tuple(formats), tuple(lost))


def failed(name: str) -> Notice:
    """The notice of another package's format that does not work."""
    return notice_of(NoticeCode.FORMAT_FAILED, name=name)


def _loaded(point: "EntryPoint") -> Format:
    """The format an entry point leads to.

    Raises:
        TypeError: It leads to something else.
        ValueError: It has the name of one of the reader's own.
    """
    form = point.load()
    if not isinstance(form, Format):
        raise TypeError(point.name)
    if form.name in BY_NAME or form.name == "auto":
        raise ValueError(form.name)
    form.begins_as("", "")  # its pattern is one
    return form


def format_named(name: str) -> Format | None:
    """The format of a name, the reader's own or another package's; None where there is none."""
    return BY_NAME.get(name) or next((each for each in installed().formats if each.name == name), None)


def is_own(form: Format) -> bool:
    """Whether a format is one of the reader's own."""
    return form.name in BY_NAME


def names() -> tuple[str, ...]:
    """The values of ``--format``."""
    return ("auto", *BY_NAME, *(each.name for each in installed().formats))
