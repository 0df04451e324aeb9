"""Commands of LaTeX, and what each means to a reader."""

import re
from collections.abc import Callable
from html import escape

from reader.formats.latex_environments import OVERLAY, begin_environment, end_cell, language_said
from reader.formats.latex_formulas import formula, set_aside
from reader.formats.latex_reading import LatexReading, line_of, words_in
from reader.formats.latex_references import cite, name_place, note, note_mark, refer
from reader.formats.latex_words import (
    CITING,
    DECLARED,
    DIRECTIONS,
    FLOATS,
    INCLUDING,
    LANGUAGES,
    LOOKS,
    NOTES,
    PASSED,
    RANKS,
    REFERRING,
    RIGHT_TO_LEFT,
    RULES,
    SKIPPED,
    SWITCHES,
)
from reader.formats.tex_math import formula_in
from reader.formats.tex_signs import ACCENTS, SIGNS, TEXT, accented


def take(reading: LatexReading, found: "re.Match[str]", bottom: int) -> int:
    """Take a command, a sign, a cell's end, a formula or what was set aside; where to read on."""
    kind, at = found.lastgroup, found.end()
    if kind == "word":
        return _command(reading, found["word"], at, bottom)
    if kind == "sign":
        return _sign(reading, found["sign"], at)
    if kind == "math":
        return formula(reading, found[0], at)
    if kind == "aside":
        return set_aside(reading, reading.asides[int(found[0][1:-1])], at)
    end_cell(reading, found[0])
    return at


def _command(reading: LatexReading, word: str, at: int, bottom: int) -> int:
    name = word.removesuffix("*")
    if reading.front.is_beamer and (overlay := OVERLAY.match(reading.text, at)):
        at = overlay.end()
    if name == "begin":
        return begin_environment(reading, at)
    if name == "end":
        what, at = reading.said(at)
        reading.close_until(what, bottom)
        return at
    if name in LOOKS:
        element = LOOKS[name]
        return reading.begin(at, lambda: reading.out.begin_look(element) if element else None)
    if name in DECLARED:
        reading.out.begin_look(DECLARED[name])
        return at
    if name in RANKS:
        return _heading(reading, name, at, is_numbered=word == name)
    if name in ACCENTS and len(name) == 1:
        return _accent(reading, name, at)
    if name in TEXT:
        reading.out.text(TEXT[name])
        return at
    handler = _HANDLERS.get(name)
    if handler:
        return handler(reading, name, at)
    return _by_kind(reading, name, at)


def _by_kind(reading: LatexReading, name: str, at: int) -> int:
    if name in REFERRING:
        return refer(reading, name, at)
    if name in CITING:
        return cite(reading, at)
    if name in NOTES:
        return note(reading, name, at)
    if name in INCLUDING:
        return _include(reading, name, at)
    if name in DIRECTIONS:
        direction = DIRECTIONS[name]
        return reading.begin(at, lambda: reading.out.begin_look("span", f" dir={direction}"))
    if name in SWITCHES:
        _switch(reading, SWITCHES[name], "")
        return at
    if name.startswith("text") and name[4:] in LANGUAGES:
        return reading.begin(at, lambda: reading.out.begin_look("span", language_said(name[4:])))
    if name in RULES and reading.tables:
        reading.tables[-1].rule()
        return reading.skip(at, 1) if name in ("cline", "cmidrule", "specialrule", "Xhline") else at
    if name in SKIPPED or name.startswith("index"):
        return reading.skip(at, SKIPPED.get(name, 1))
    if name in PASSED:
        return _pass(reading, name, at)
    return reading.option(at)[1] if reading.text.startswith("[", at) else at


def _pass(reading: LatexReading, name: str, at: int) -> int:
    """Over the arguments of a command that are no text; those of rows' colours are of no cell."""
    for _ in range(PASSED[name]):
        at = reading.option(at)[1]
        at = reading.group(at)[2]
    return reading.option(at)[1]


def _sign(reading: LatexReading, sign: str, at: int) -> int:
    if sign == "\\":
        if reading.text.startswith("*", at):
            at += 1
        at = reading.option(at)[1]
        if reading.is_in_table():
            end_cell(reading, "\\\\")
        else:
            reading.out.inline("<br>", blank=True)
        return at
    if sign in ("(", "["):
        return formula(reading, sign, at)
    if reading.opened and any(each.what == "tabbing" for each in reading.opened) and sign in "=>+<'`":
        reading.out.text("\u2003" if sign == ">" else "")
        return at
    if sign in ACCENTS:
        return _accent(reading, sign, at)
    reading.out.text(SIGNS.get(sign, "" if sign in "])" else sign))
    return at


def _accent(reading: LatexReading, name: str, at: int) -> int:
    letters, after = reading.said(at)
    if letters.startswith("\\"):
        letters = TEXT.get(letters[1:], "")
    letters = letters.removeprefix("{").removesuffix("}")
    if not letters.isalpha():
        return after if not letters else at
    reading.out.text(accented(letters, ACCENTS[name]))
    return after


def _heading(reading: LatexReading, name: str, at: int, *, is_numbered: bool) -> int:
    _, at = reading.option(at)
    level = reading.counts.level_of(name) - reading.shift
    place = reading.counts.begin_section(name) if is_numbered else reading.counts.begin_unnumbered()

    def begin() -> None:
        reading.out.end_paragraph()
        reading.out.hold(flows=False)

    line = reading.line_at(at)

    def done() -> None:
        html = reading.out.held()
        reading.counts.name_section(words_in(html))
        reading.out.block(f"<h{level} data-line={line} id={place}{reading.out.attributes}>{html}</h{level}>\n")

    return reading.begin(at, begin, done)


def _include(reading: LatexReading, name: str, at: int) -> int:
    """A link to what would be read: nothing is."""
    _, at = reading.option(at)
    said, after = reading.said(at)
    if name in ("import", "subimport"):
        rest, after = reading.said(after)
        said = f"{said}/{rest}" if rest else said
    suffix = {"input": ".tex", "include": ".tex", "subfile": ".tex", "bibliography": ".bib"}.get(name, "")
    for part in filter(None, map(str.strip, said.split(","))):
        target = part if "." in part.rpartition("/")[2] else part + suffix
        reading.out.block(f'<p><a href="{escape(target)}">{escape(target)}</a></p>')
    return after


def _switch(reading: LatexReading, direction: str, language: str) -> None:
    reading.out.end_paragraph()
    said = f" dir={direction}" if direction else ""
    reading.out.attributes = said + (f" lang={language}" if language else "")


def _paragraph(reading: LatexReading, name: str, at: int) -> int:
    del name
    reading.out.end_paragraph()
    return at


def _line(reading: LatexReading, name: str, at: int) -> int:
    if reading.is_in_table() and name == "tabularnewline":
        end_cell(reading, "\\\\")
    else:
        reading.out.inline("<br>", blank=True)
    return reading.option(at)[1]


def _caption(reading: LatexReading, name: str, at: int) -> int:
    _, at = reading.option(at)
    if name == "captionof":
        kind, at = reading.said(at)
    else:
        kind = next((FLOATS[o.what] for o in reversed(reading.opened) if FLOATS.get(o.what)), "")
    place, number = reading.counts.begin_float(kind) if kind else ("", "")
    heading = f"<b>{reading.words.get(kind, '')} {number}:</b> " if kind else ""

    def begin() -> None:
        reading.out.hold(flows=False)

    def done() -> None:
        html = reading.out.held()
        page = f"<p id={place or 'caption'}>{heading}{html}</p>"
        if reading.is_in_table():
            reading.out.inline(f"{heading}{html}")
        else:
            reading.out.block(page)

    return reading.begin(at, begin, done)


def _item(reading: LatexReading, name: str, at: int) -> int:
    kind = reading.lists[-1] if reading.lists else "ul"
    place, at = reading.option(at)
    label = reading.html(*place) if place else ""
    if name == "bibitem":
        key, at = reading.said(at)
        number = reading.counts.begin_bibitem(key, line_of(label))
        reading.out.block(f"<li data-marker='[{escape(number)}]' id='cite-{escape(key)}'>")
    elif kind == "dl":
        if label:
            reading.out.block(f"<dt data-line={reading.line_at(at)}>{label}</dt>")
        reading.out.block("<dd>")
    else:
        identifier = reading.counts.begin_item() if kind == "ol" and not label else ""
        marker = f' data-marker="{escape(line_of(label))}"' if label else ""
        reading.out.block(f"<li{f' id={identifier}' if identifier else ''}{marker}>")
    return at


def _picture(reading: LatexReading, name: str, at: int) -> int:
    del name
    place, at = reading.option(at)
    at = reading.option(at)[1]
    path, after = reading.said(at)
    said = re.search(r"\balt\s*=\s*\{?([^{},\]]+)", reading.text[place[0] : place[1]]) if place else None
    alt = said[1] if said else path.rpartition("/")[2]
    html = f'<img src="{escape(path)}" alt="{escape(alt)}">'
    if reading.out.is_in_paragraph:
        reading.out.inline(html)
    else:
        reading.out.block(html)
    return after


def _made_title(reading: LatexReading, name: str, at: int) -> int:
    del name
    if not reading.is_titled and reading.front.title:
        reading.is_titled = True
        reading.out.block(reading.titles())
    return at


def _titled_already(reading: LatexReading, name: str, at: int) -> int:
    """A part of the title, which stands where that is made."""
    del name
    _, at = reading.option(at)
    return reading.group(at)[2]


def _defined_already(reading: LatexReading, name: str, at: int) -> int:
    """A kind of theorem, which is known already."""
    del name
    for _ in range(2):
        at = reading.option(reading.group(at)[2])[1]
    return at


def _language_of(reading: LatexReading, name: str, at: int) -> int:
    _, at = reading.option(at)
    language, at = reading.said(at)
    if name == "selectlanguage":
        tag = LANGUAGES.get(language, "")
        is_rtl = tag in RIGHT_TO_LEFT
        _switch(reading, "rtl" if is_rtl else "ltr" if tag else "", tag)
        return at
    return reading.begin(at, lambda: reading.out.begin_look("span", language_said(language)))


def _in_formula(reading: LatexReading, name: str, at: int) -> int:
    del name
    said, after = reading.said(at)
    reading.out.text(formula_in(said))
    return after


def _spanned(reading: LatexReading, name: str, at: int) -> int:
    """A cell over several columns."""
    del name
    count, at = reading.said(at)
    reading.columns = int(count) if count.isdecimal() and len(count) < 4 else 1
    return reading.group(at)[2]


def _heads_end(reading: LatexReading, name: str, at: int) -> int:
    if reading.tables:
        reading.tables[-1].end_heads(name)
    return at


def _measured(reading: LatexReading, name: str, at: int) -> int:
    """Numbers and units (siunitx)."""
    _, at = reading.option(at)
    number, at = ("", at) if name in ("si", "unit") else reading.said(at)
    unit, at = reading.said(at) if name in ("SI", "qty", "si", "unit") else ("", at)
    words = re.sub(r"\\(?:per)\b\s*", "/", unit)
    words = re.sub(r"\\(squared|cubed)\b", lambda found: "²" if found[1] == "squared" else "³", words)
    words = re.sub(r"\\(?:percent)\b", "%", re.sub(r"\\(?:celsius|degreeCelsius)\b", "°C", words))
    words = re.sub(r"\\(kilo|centi|milli|micro|mega|giga|nano|deci|hecto)\s*\\", r"\1", words)
    words = re.sub(r"\\([A-Za-z]+)", r"\1 ", words).replace(" ²", "²").replace(" ³", "³").replace("~", " ")
    number = number + "°" if name == "ang" else number
    reading.out.text(f"{number} {words.strip()}".strip())
    return at


def _append(reading: LatexReading, name: str, at: int) -> int:
    del name
    reading.counts.begin_appendix()
    return at


def _glossed(reading: LatexReading, name: str, at: int) -> int:
    """A term of a glossary, by its key."""
    del name
    _, at = reading.option(at)
    said, after = reading.said(at)
    reading.out.text(said)
    return after


_HANDLERS: dict[str, Callable[[LatexReading, str, int], int]] = {
    "par": _paragraph,
    "newline": _line,
    "linebreak": _line,
    "tabularnewline": _line,
    "label": name_place,
    "caption": _caption,
    "captionof": _caption,
    "item": _item,
    "bibitem": _item,
    "includegraphics": _picture,
    "maketitle": _made_title,
    "titlepage": _made_title,
    "title": _titled_already,
    "subtitle": _titled_already,
    "author": _titled_already,
    "date": _titled_already,
    "newtheorem": _defined_already,
    "foreignlanguage": _language_of,
    "textlang": _language_of,
    "selectlanguage": _language_of,
    "ensuremath": _in_formula,
    "multicolumn": _spanned,
    "endhead": _heads_end,
    "endfirsthead": _heads_end,
    "endfoot": _heads_end,
    "endlastfoot": _heads_end,
    "num": _measured,
    "ang": _measured,
    "SI": _measured,
    "qty": _measured,
    "si": _measured,
    "unit": _measured,
    "footnotemark": note_mark,
    "appendix": _append,
    "gls": _glossed,
    "Gls": _glossed,
    "glspl": _glossed,
    "ac": _glossed,
    "acs": _glossed,
    "acl": _glossed,
}
"""Commands that are dealt with one by one."""
