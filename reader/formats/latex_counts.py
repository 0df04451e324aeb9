"""The numbers of sections, figures, equations and what else LaTeX counts, and what refers to them by labels."""

import re
from html import escape

from reader.formats.latex_front import Front
from reader.formats.latex_words import PRINTED, RANKS
from reader.formats.numbering import label_of
from reader.values import dataclass

_REFERENCE = re.compile("\x04([0-9]+)\x05")
_USED = re.compile(r"\\(part|chapter|addchap|section|addsec|subsection|subsubsection|paragraph|subparagraph)\b")
_DEEPEST_NUMBERED = 4
_STYLES = {"a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}


@dataclass(slots=True)
class _Labelled:
    """The thing that labels name: the place of a numbered thing, its number, its kind and its title."""

    place: str = ""
    number: str = ""
    kind: str = ""
    title: str = ""


@dataclass(slots=True)
class _NumberedList:
    """A list: how its items are numbered, and the last number."""

    style: str
    number: int


class Counts:
    """Counts as a document is read.

    Args:
        text: The source, which is looked through for its highest heading.
        front: What the source says of itself.
    """

    def __init__(self, text: str, front: Front) -> None:
        self._front = front
        self._sections = [0] * 7
        self._counters: dict[str, int] = {}
        self._labels: dict[str, _Labelled] = {}
        self._cited: dict[str, str] = {}
        self._asked: list[tuple[str, str]] = []
        self._lists: list[_NumberedList] = []
        self._last = _Labelled()
        self._equations: list[str] = []
        self._marks: list[int] = []
        self._is_appendix = False
        used = {RANKS[found[1]] for found in _USED.finditer(text, *front.body)}
        if front.is_beamer:
            used.add(RANKS["section"])
        self._top = min(used, default=RANKS["section"])
        self._top_numbered = min(used - {0}, default=RANKS["section"])

    @property
    def top(self) -> int:
        """The level of the highest heading below the title."""
        return 2

    def level_of(self, name: str) -> int:
        """The level of a heading, below the title, which has 1."""
        return min(6, self.top + max(0, RANKS[name] - self._top))

    def begin_section(self, name: str) -> str:
        """Count a section; its place."""
        rank = RANKS[name]
        self._sections[rank] += 1
        if rank:
            self._sections[rank + 1 :] = [0] * (6 - rank)
        number = ""
        if rank == 0:
            number = label_of(self._sections[0], "upper-roman")
        elif rank <= _DEEPEST_NUMBERED:
            counted = self._sections[min(rank, self._top_numbered) : rank + 1]
            first = label_of(counted[0], "upper-alpha") if self._is_appendix else str(counted[0])
            number = ".".join((first, *map(str, counted[1:])))
        self._last = _Labelled(self._place("section"), number, "section")
        return self._last.place

    def begin_unnumbered(self) -> str:
        """The place of a section that is not counted."""
        self._last = _Labelled(self._place("section"), "", "section")
        return self._last.place

    def name_section(self, title: str) -> None:
        """Say what the last section is called."""
        if self._last.kind == "section":
            self._last.title = title

    def begin_appendix(self) -> None:
        """Count by letters from here on."""
        self._is_appendix = True
        self._sections = [0] * 7

    def begin_float(self, kind: str) -> tuple[str, str]:
        """Count a figure or a table; its place and number."""
        number = str(self._count(kind))
        self._last = _Labelled(f"{kind}-{number}", number, kind)
        return self._last.place, number

    def begin_theorem(self, counter: str) -> tuple[str, str]:
        """Count a theorem; its place and number."""
        number = str(self._count(f"theorem {counter}"))
        self._last = _Labelled(self._place("theorem"), number, "theorem")
        return self._last.place, number

    def begin_equation(self, labels: list[str]) -> str:
        """Count an equation that labels may name; its number."""
        number = str(self._count("equation"))
        for label in labels:
            self._labels.setdefault(label.strip(), _Labelled(f"equation-{number}", number, "equation"))
            self._equations.append(f"equation-{number}")
        return number

    def place_of_equations(self) -> str:
        """The places of the equations that were counted since this was asked last, as HTML."""
        found, self._equations = self._equations, []
        return "".join(f'<a id="{place}"></a>' for place in found)

    def begin_list(self, style: str, start: int) -> None:
        """A list begins."""
        self._lists.append(_NumberedList(_STYLES.get(style, "decimal"), start - 1))

    def end_list(self) -> None:
        """The innermost list ends."""
        self._lists.pop()

    def begin_item(self) -> str:
        """Count an item of a list; its place."""
        if not self._lists:
            return ""
        self._lists[-1].number += 1
        number = label_of(self._lists[-1].number, self._lists[-1].style)
        self._last = _Labelled(self._place("item"), number, "item")
        return self._last.place

    def begin_note(self, *, is_text: bool) -> int:
        """Count a note; of one whose number stands elsewhere, that number."""
        if is_text and self._marks:
            return self._marks.pop(0)
        number = self._count("note")
        self._last = _Labelled(f"note-{number}", str(number), "note")
        return number

    def begin_mark(self) -> int:
        """Count a note whose text comes later."""
        self._marks.append(self._count("note"))
        return self._marks[-1]

    def begin_bibitem(self, key: str, label: str) -> str:
        """Count an entry of the bibliography; what it is called."""
        self._cited[key] = label or str(self._count("bibitem"))
        return self._cited[key]

    def label(self, name: str) -> None:
        """Name what was counted last."""
        self._labels.setdefault(name, self._last)

    def reference(self, kind: str, name: str) -> str:
        """A sign to be replaced where something is referred to, once all labels are known."""
        self._asked.append((kind, name))
        return f"\x04{len(self._asked) - 1}\x05"

    def resolved(self, page: str) -> str:
        """A page whose references say what they refer to."""
        return _REFERENCE.sub(lambda found: escape(self._said(*self._asked[int(found[1])])), page)

    def _said(self, kind: str, name: str) -> str:
        if kind == "cite":
            return self._cited.get(name, name)
        found = self._labels.get(name.strip())
        if found is None:
            return f"#{name}" if kind == "hyperref" else f"[{name}]"
        if kind == "hyperref":
            return f"#{found.place}"
        number = found.number or found.title or name
        if kind == "nameref":
            return found.title or number
        if found.kind == "equation" and kind != "ref":
            return f"({number})"
        if kind in ("autoref", "cref", "Cref") and found.kind not in ("section", "equation"):
            word = PRINTED.get(self._front.language[:2], PRINTED["en"]).get(found.kind, "")
            return f"{word} {number}".strip()
        return number

    def _count(self, counter: str) -> int:
        self._counters[counter] = self._counters.get(counter, 0) + 1
        return self._counters[counter]

    def _place(self, kind: str) -> str:
        return f"{kind}-{self._count(f'{kind} place')}"
