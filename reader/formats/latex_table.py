"""Tables of LaTeX: rows of cells, and which of them name the columns."""

from reader.values import dataclass, field


@dataclass(slots=True)
class Tabular:
    """A table under way.

    Attributes:
        rows: Its rows, each a list of cells as HTML.
        rules: Before which rows a line is drawn.
    """

    rows: list[list[str]] = field(default_factory=lambda: [[]])
    rules: list[int] = field(default_factory=list)
    _heads: int = 0
    _repeated: int = -1

    def cell(self, html: str, columns: int) -> None:
        """A cell that has ended."""
        self.rows[-1].append(f"{f' colspan={columns}' if columns > 1 else ''}>{html.strip()}")

    def end_row(self) -> None:
        """The row has ended; one that holds nothing is none."""
        if any(cell.partition(">")[2] for cell in self.rows[-1]):
            self.rows.append([])
        else:
            self.rows[-1] = []

    def rule(self) -> None:
        """A line is drawn here."""
        self.rules.append(len(self.rows) - 1)

    def end_heads(self, name: str) -> None:
        """Take the word of a long table for its first rows: heads of the first page, of others, or its foot."""
        count = len(self.rows) - 1
        if self._repeated >= 0:
            del self.rows[self._repeated : count]
            self.rows = self.rows or [[]]
        elif name in ("endfirsthead", "endhead"):
            self._heads = count
        else:
            del self.rows[:count]
        self._repeated = len(self.rows) - 1
        self.rules = [at for at in self.rules if at <= self._repeated]

    def html(self) -> str:
        """The table; the rows before the first line that is drawn below one are heads where they are one or two."""
        rows = [row for row in self.rows if row]
        below = next((at for at in self.rules if at > 0), 0)
        heads = self._heads or (below if below <= 2 and below < len(rows) else 0)
        page = ["<table>"]
        for number, row in enumerate(rows):
            name = "th" if number < heads else "td"
            page.append("<tr>" + "".join(f"<{name}{cell}</{name}>" for cell in row) + "</tr>")
        return "".join((*page, "</table>"))
