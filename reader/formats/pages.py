"""Documents written as a page first: formats whose structure HTML has words for become it, and are read as it is.

The page is the reader's own; ``data-line`` on an element says which line of the file it is of.
"""

from html import escape

from reader.formats.builder import Builder
from reader.formats.markup import Markup
from reader.formats.trees import html_tree, name_of


def element(name: str, text: str, line: int = 0, **attributes: str) -> str:
    """An element of plain text."""
    said = "".join(f' {key.rstrip("_")}="{escape(value)}"' for key, value in attributes.items() if value)
    return f"<{name}{f' data-line={line}' if line else ''}{said}>{escape(text)}</{name}>"


def lines_as(name: str, text: str, line: int = 0) -> str:
    """An element of plain text whose lines stay lines."""
    inner = "<br>".join(map(escape, text.strip("\n").split("\n")))
    return f"<{name}{f' data-line={line}' if line else ''}>{inner}</{name}>"


def write_page(builder: Builder, page: str) -> None:
    """Write a page, or a piece of one, into a builder."""
    root = html_tree(page, builder.notice)
    if root is not None:
        Markup(builder, lines=False).write(next((child for child in root if name_of(child) == "body"), root))
