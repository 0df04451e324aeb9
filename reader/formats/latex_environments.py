"""Environments of LaTeX: lists, tables, divisions, slides, theorems, and what text in another language is in."""

import re

from reader.formats.latex_formulas import display
from reader.formats.latex_reading import LatexReading, Open
from reader.formats.latex_table import Tabular
from reader.formats.latex_words import (
    ARGUED,
    ENVIRONMENT_DIRECTIONS,
    FLOATS,
    FORMULAS,
    LANGUAGES,
    LISTS,
    QUOTES,
    RIGHT_TO_LEFT,
    TABLES,
    THEOREMS,
)

OVERLAY = re.compile(r"<[-+0-9,|a-z:@. ]{1,40}>")
_LAYOUT = re.compile(
    r"\s*(?:-?[\d.]*\s*\\\w*(?:width|height|size|sep|skip)\b.*|-?[\d.]+\s*(?:pt|cm|mm|em|ex|in|bp)|)\s*"
)
_STYLES = (
    (re.compile(r"\\alph|^\(?a"), "a"),
    (re.compile(r"\\Alph|^\(?A"), "A"),
    (re.compile(r"\\roman|^\(?i"), "i"),
    (re.compile(r"\\Roman|^\(?I"), "I"),
)


def begin_environment(reading: LatexReading, at: int) -> int:
    """Begin the environment whose name comes next; where to read on."""
    name, at = reading.said(at)
    if reading.front.is_beamer and (overlay := OVERLAY.match(reading.text, at)):
        at = overlay.end()
    bare = name.removesuffix("*")
    if name in FORMULAS:
        return display(reading, name, at)
    if bare in LISTS:
        return _begin_list(reading, name, LISTS[bare], at)
    if bare in TABLES:
        return _begin_table(reading, name, TABLES[bare], at)
    if bare in ("frame", "block", "exampleblock", "alertblock"):
        return _begin_frame(reading, name, at)
    if bare in reading.front.theorems or bare in THEOREMS or bare == "proof":
        return _begin_theorem(reading, name, at)
    return _begin_division(reading, name, bare, at)


def _begin_division(reading: LatexReading, name: str, bare: str, at: int) -> int:
    opening, closing = "<div>", "</div>"
    after = at
    if bare in ARGUED:
        start = reading.after_space(at)
        language = reading.said(reading.option(start)[1])[0] if bare == "otherlanguage" else ""
        after = reading.skip(at, ARGUED[bare])
        opening = f"<div{language_said(language)}>" if language else opening
    elif bare in FLOATS:
        after = reading.option(at)[1]
    elif bare in LANGUAGES or bare.lower() in LANGUAGES:
        after = reading.option(at)[1]
        opening = f"<div{language_said(bare if bare in LANGUAGES else bare.lower())}>"
    elif bare in ENVIRONMENT_DIRECTIONS:
        opening = f"<div dir={ENVIRONMENT_DIRECTIONS[bare]}>"
    else:
        after = reading.option(at)[1] if reading.text.startswith("[", at) else at
        start, end, past = reading.group(after) if reading.text.startswith("{", after) else (0, 0, 0)
        after = past if past and _LAYOUT.fullmatch(reading.text, start, end) else after
    if bare == "thebibliography":
        level = reading.counts.top - reading.shift
        opening = f"<h{level}>{reading.words['bibliography']}</h{level}><ul>"
        closing = "</ul>"
    elif bare in QUOTES:
        heading = f"<p><b>{reading.words['abstract']}</b></p>" if bare == "abstract" else ""
        opening, closing = f"{heading}<blockquote>", "</blockquote>"
    elif bare == "verse":
        opening = "<div class=verse>"
    reading.out.block(opening)
    reading.enter(name, lambda: reading.out.block(closing))
    return after


def _begin_list(reading: LatexReading, name: str, element: str, at: int) -> int:
    place, at = reading.option(at)
    at = reading.skip(at, ARGUED.get(name, 0), options=False)
    said = reading.text[place[0] : place[1]] if place else ""
    label = said.partition("label=")[2] or said
    kind = next((f" type={kind}" for pattern, kind in _STYLES if pattern.search(label)), "")
    start = re.search(r"\bstart\s*=\s*(\d{1,6})", said)
    begun = f" start={start[1]}" if start else ""
    reading.out.block(f"<{element}{kind if element == 'ol' else ''}{begun}>")
    reading.lists.append(element)
    reading.counts.begin_list(kind[-1:], int(start[1]) if start else 1)

    def done() -> None:
        reading.lists.pop()
        reading.counts.end_list()
        reading.out.block(f"</{element}>")

    reading.enter(name, done)
    return at


def _begin_table(reading: LatexReading, name: str, before: int, at: int) -> int:
    at = reading.skip(at, before + 1)
    table = Tabular()
    reading.tables.append(table)
    reading.columns = 1
    reading.out.end_paragraph()
    reading.out.hold(flows=False)

    def done() -> None:
        end_cell(reading, "")
        reading.out.held()
        reading.tables.pop()
        html = table.html()
        if reading.out.is_in_paragraph and reading.is_in_table():
            reading.out.inline(html)
        else:
            reading.out.block(html)

    reading.opened.append(Open(name, reading.out.looks, done))
    return at


def end_cell(reading: LatexReading, sign: str) -> None:
    """End a cell at the sign for that, or a row; where there is no table the sign is text."""
    if not reading.tables or (sign and not reading.is_in_table()):
        reading.out.text(sign.replace("\\\\", ""))
        return
    table = reading.tables[-1]
    while reading.opened and sign and reading.opened[-1].what == "{":
        reading.close(reading.opened.pop())
    table.cell(reading.out.held(), reading.columns)
    reading.columns = 1
    if sign != "&":
        table.end_row()
    reading.out.hold(flows=False)


def _begin_frame(reading: LatexReading, name: str, at: int) -> int:
    at = reading.option(at)[1]
    at = reading.option(at)[1]
    level = min(6, reading.counts.level_of("frametitle") - reading.shift)
    reading.out.block("<div>")
    reading.enter(name, lambda: reading.out.block("</div>"))
    start = reading.after_space(at)
    if start not in reading.pairs or reading.text[start] != "{":
        return at
    around = f"h{level}" if name == "frame" else "b"

    def done() -> None:
        html = reading.out.held()
        title = f"<{around}>{html}</{around}>"
        reading.out.block(title if name == "frame" else f"<p>{title}</p>")

    return reading.begin(start, lambda: reading.out.hold(flows=False), done)


def _begin_theorem(reading: LatexReading, name: str, at: int) -> int:
    place, at = reading.option(at)
    bare = name.removesuffix("*")
    reading.out.block("<div>")
    reading.enter(name, lambda: reading.out.block("</div>"))
    if bare == "proof":
        title = f"<i>{reading.html(*place) if place else reading.words['proof']}.</i> "
    else:
        found = reading.front.theorems.get(bare)
        named = reading.html(*found.title) if found else THEOREMS[bare]
        is_numbered = name == bare and (found is None or found.is_numbered)
        anchor, number = reading.counts.begin_theorem(found.counter if found else bare) if is_numbered else ("", "")
        given = f" ({reading.html(*place)})" if place else ""
        title = f"<b{f' id={anchor}' if anchor else ''}>{f'{named} {number}'.strip()}</b>{given}. "
    reading.out.inline(title)
    return at


def language_said(name: str) -> str:
    """The attributes of an element whose text is in a language."""
    tag = LANGUAGES.get(name, "")
    direction = "rtl" if tag in RIGHT_TO_LEFT else "ltr"
    return f" lang={tag} dir={direction}" if tag else ""
