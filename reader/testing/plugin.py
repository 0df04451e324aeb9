"""The pytest plug-in; see :mod:`reader.testing`. It imports nothing of the reader until a fixture is used."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pytest

if TYPE_CHECKING:
    from reader.model import Document
    from reader.testing.screens import Screen


class OpenScreen(Protocol):
    """Opens a document in the reader and presses keys; see :func:`reader.testing.screens.open_screen`."""

    def __call__(
        self,
        document: "Document | str | Path",
        keys: Iterable[str] = (),
        *,
        size: tuple[int, int] = (80, 24),
        language: str = "en",
        theme: str = "terminal",
    ) -> "Screen":
        """The screen that came of it."""
        ...


class ScreenCompare(Protocol):
    """Compares a screen with a file beside the test."""

    def __call__(
        self,
        document: "Document | str | Path",
        keys: Iterable[str] = (),
        *,
        size: tuple[int, int] = (80, 24),
        language: str = "en",
        theme: str = "terminal",
        svg: bool = False,
    ) -> None:
        """Fail where they differ.

        Args:
            document: What to read, or where it is.
            keys: Keys as Textual names them.
            size: Columns and rows.
            language: The interface's language.
            theme: The name of a theme.
            svg: Whether the picture is compared, and not the text in reading order.
        """
        ...


def pytest_addoption(parser: pytest.Parser) -> None:
    """The option that accepts what is on the screens."""
    parser.getgroup("reader").addoption(
        "--update-screens", action="store_true", help="write the files that screens of the reader are compared with"
    )


@pytest.fixture
def open_screen() -> OpenScreen:
    """Open a document in the reader at a size and press keys."""
    from reader.testing import screens  # noqa: PLC0415 - Textual is loaded by the tests that use it

    return screens.open_screen


@pytest.fixture
def screen_compare(request: pytest.FixtureRequest, open_screen: OpenScreen) -> ScreenCompare:
    """Compare a screen with the file of the test, the second screen of a test with ``NAME-2`` and so on."""
    folder = request.path.parent / "__screens__" / request.path.stem
    name = re.sub(r"[^\w\[\].,-]", "_", request.node.name)
    compared = 0

    def compare(
        document: "Document | str | Path",
        keys: Iterable[str] = (),
        *,
        size: tuple[int, int] = (80, 24),
        language: str = "en",
        theme: str = "terminal",
        svg: bool = False,
    ) -> None:
        nonlocal compared
        compared += 1
        screen = open_screen(document, keys, size=size, language=language, theme=theme)
        numbered = name if compared == 1 else f"{name}-{compared}"
        _hold(
            folder / f"{numbered}.{'svg' if svg else 'txt'}",
            screen.svg if svg else screen.text,
            update=request.config.getoption("--update-screens"),
        )

    return compare


def _hold(path: Path, shown: str, *, update: bool) -> None:
    """Hold what is shown to a file, or write the file."""
    __tracebackhide__ = True
    received = path.with_name(f"{path.stem}.received{path.suffix}")
    if update:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(shown, encoding="utf-8")
        received.unlink(missing_ok=True)
        return
    if not path.exists():
        pytest.fail(f"{path} is not there; look at the screen and run pytest --update-screens", pytrace=False)
    expected = path.read_text(encoding="utf-8")
    if path.suffix == ".txt":
        assert shown.splitlines() == expected.splitlines()  # noqa: S101 - pytest shows the rows that differ
    elif shown != expected:
        received.write_text(shown, encoding="utf-8")
        pytest.fail(f"the screen is another than {path.name}; look at {received}", pytrace=False)
