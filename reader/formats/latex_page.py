"""A page that is written command by command: paragraphs begin with their first word, and looks go on through them."""

from html import escape

from reader.named_tuples import NamedTuple


class _OpenLook(NamedTuple):
    """A look that is open: its element, and how that begins."""

    element: str
    opening: str


class _Holder:
    """A holder of pieces: the page, or a part of it that is written elsewhere, as a cell or a note."""

    def __init__(self, *, flows: bool) -> None:
        self.flows = flows
        self.pieces: list[str] = []
        self.looks: list[_OpenLook] = []
        self.is_open = False
        self.breaks = False


class LatexPage:
    """The page.

    Attributes:
        line: The line of the source that is read.
        attributes: What paragraphs that begin say of themselves, as HTML.
    """

    def __init__(self) -> None:
        self.line = 1
        self.attributes = ""
        self._holders = [_Holder(flows=True)]

    @property
    def looks(self) -> int:
        """How many looks are open where is written."""
        return len(self._holders[-1].looks)

    @property
    def is_in_paragraph(self) -> bool:
        """Whether a paragraph is open, or what is written into has none."""
        holder = self._holders[-1]
        return holder.is_open or not holder.flows

    def text(self, text: str) -> None:
        """Append running text."""
        self.inline(escape(text, quote=False), blank=not text.strip(" \t\n\x01"))

    def inline(self, html: str, *, blank: bool = False) -> None:
        """Append what stands in a line."""
        holder = self._holders[-1]
        if holder.flows and not holder.is_open:
            if blank:
                return
            holder.is_open = True
            holder.pieces.append(f"<p data-line={self.line}{self.attributes}>")
            holder.pieces.extend(look.opening for look in holder.looks)
        if holder.breaks and not blank:
            holder.pieces.append("<br>")
            holder.breaks = False
        holder.pieces.append(html)

    def end_paragraph(self) -> None:
        """End the paragraph; where there are none, a line."""
        holder = self._holders[-1]
        if holder.is_open:
            holder.pieces.extend(f"</{look.element}>" for look in reversed(holder.looks))
            holder.pieces.append("</p>\n")
            holder.is_open = False
        elif not holder.flows:
            holder.breaks = bool(holder.pieces)

    def block(self, html: str) -> None:
        """Append what stands between paragraphs."""
        self.end_paragraph()
        holder = self._holders[-1]
        holder.breaks = False
        holder.pieces.append(html)

    def begin_look(self, element: str, attributes: str = "") -> None:
        """Begin a look."""
        holder = self._holders[-1]
        holder.looks.append(_OpenLook(element, f"<{element}{attributes}>"))
        if self.is_in_paragraph:
            self.inline(holder.looks[-1].opening, blank=True)

    def end_looks(self, count: int) -> None:
        """End the looks that have begun since there were so many."""
        holder = self._holders[-1]
        while len(holder.looks) > count:
            look = holder.looks.pop()
            if self.is_in_paragraph:
                holder.pieces.append(f"</{look.element}>")

    def hold(self, *, flows: bool) -> None:
        """Write a part from here on that stands elsewhere; it has paragraphs, or is a line."""
        self._holders.append(_Holder(flows=flows))

    def held(self) -> str:
        """The part that was written."""
        self.end_looks(0)
        self.end_paragraph()
        return "".join(self._holders.pop().pieces) if len(self._holders) > 1 else ""

    def whole(self) -> str:
        """All that was written; parts that have not ended are lost to it."""
        while len(self._holders) > 1:
            self.inline(self.held())
        self.end_paragraph()
        return "".join(self._holders[0].pieces)
