"""References of LaTeX: to labels, to works that are cited, and to notes."""

from html import escape

from reader.formats.latex_reading import LatexReading


def refer(reading: LatexReading, name: str, at: int) -> int:
    """A reference to a label, as its number or words."""
    if name == "hyperref":
        place, at = reading.option(at)
        if place is None:
            return at
        target = reading.counts.reference("hyperref", reading.text[place[0] : place[1]])
        return reading.begin(at, lambda: reading.out.begin_look("a", f' href="{target}"'))
    said, after = reading.said(at)
    labels = [label.strip() for label in said.split(",")]
    shown = (
        f'<a href="{reading.counts.reference("hyperref", e)}">{reading.counts.reference(name, e)}</a>' for e in labels
    )
    reading.out.inline(", ".join(shown))
    return after


def cite(reading: LatexReading, at: int) -> int:
    """A citation, as the numbers of the works, with what stands before and behind them."""
    first, at = reading.option(at)
    second, at = reading.option(at)
    said, after = reading.said(at)
    before = reading.html(*first) if first and second else ""
    behind = reading.html(*(second or first)) if first else ""
    keys = (key.strip() for key in said.split(",") if key.strip())
    links = (f'<a href="#cite-{escape(key)}">{reading.counts.reference("cite", key)}</a>' for key in keys)
    parts = (f"{before} " if before else "", ", ".join(links), f", {behind}" if behind else "")
    reading.out.inline(f"[{''.join(parts)}]")
    return after


def note(reading: LatexReading, name: str, at: int) -> int:
    """A note: its number here, its text at the end."""
    _, at = reading.option(at)
    if reading.is_aside:
        return reading.group(at)[2]
    number = reading.counts.begin_note(is_text=name == "footnotetext")
    if name != "footnotetext":
        reading.out.inline(f'<a role=doc-noteref href="#note-{number}">{number}</a>')

    def done() -> None:
        html = reading.out.held()
        reading.notes.append(f"<aside role=doc-footnote id=note-{number} data-marker='{number}.'>{html}</aside>")

    return reading.begin(at, lambda: reading.out.hold(flows=True), done)


def note_mark(reading: LatexReading, name: str, at: int) -> int:
    """The number of a note whose text stands elsewhere."""
    del name
    _, at = reading.option(at)
    number = reading.counts.begin_mark()
    reading.out.inline(f'<a role=doc-noteref href="#note-{number}">{number}</a>')
    return at


def name_place(reading: LatexReading, name: str, at: int) -> int:
    """A name for the place where it stands."""
    del name
    named, after = reading.said(at)
    reading.counts.label(named)
    return after
