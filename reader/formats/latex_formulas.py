"""Formulas in LaTeX documents, and what stands in them as it is."""

import re
from html import escape

from reader.formats.latex_arguments import JOIN, LONGEST_OPTION
from reader.formats.latex_macros import ASIDE, VERBATIM, Aside
from reader.formats.latex_reading import LatexReading
from reader.formats.latex_words import ARGUED, NUMBERED, ROW_BY_ROW
from reader.formats.tex_math import formula_in, rows_of

_END_OF_FORMULA = {"$": "$", "$$": "$$", "(": "\\)", "[": "\\]"}
_LABEL = re.compile(r"\\label\s*\{([^{}]{1,500})\}")
_UNNUMBERED = re.compile(r"\\(?:nonumber|notag)\b")
_UNSEEN = frozenset({"comment", "filecontents", "filecontents*", "asydef"})


def formula(reading: LatexReading, sign: str, at: int) -> int:
    """A formula up to the sign that ends a formula; the sign by itself where none does."""
    ends = _END_OF_FORMULA[sign]
    is_inline = sign in ("$", "(")
    end = reading.end_of(ends, at, reading.paragraph_end(at) if is_inline else len(reading.text))
    while sign == "$" and end > 0 and reading.text[end - 1] == "\\":
        end = reading.end_of(ends, end + 1, reading.paragraph_end(at))
    if end < 0:
        reading.out.text(sign if sign.startswith("$") else "")
        return at
    tex = ASIDE.sub(lambda found: reading.asides[int(found[1])].text, reading.text[at:end].replace(JOIN, " "))
    if is_inline:
        reading.out.text(formula_in(tex))
    else:
        _show(reading, rows_of(tex))
    return end + len(ends)


def display(reading: LatexReading, name: str, at: int) -> int:
    """A formula that stands by itself, its rows numbered where something refers to them."""
    at = reading.skip(at, ARGUED.get(name, 0), options=False)
    end = reading.end_of(f"\\end{{{name}}}", at, len(reading.text))
    if end < 0:  # as where a formula was never ended: no more than what might be one
        end = min(reading.front.body[1], at + LONGEST_OPTION)
    tex = reading.text[at:end].replace(JOIN, " ")
    rows = rows_of(_LABEL.sub("", tex))
    if name.removesuffix("*") == name and name in NUMBERED:
        parts = re.split(r"\\\\", tex) if name in ROW_BY_ROW else [tex]
        for part in parts:
            labels = _LABEL.findall(part)
            if _UNNUMBERED.search(part) or not part.strip():
                continue
            number = reading.counts.begin_equation(labels)
            row = (
                rows.index(shown[0]) if labels and (shown := rows_of(_LABEL.sub("", part))) and shown[0] in rows else 0
            )
            if labels and rows:
                rows[row] += f"  ({number})"
    _show(reading, rows, reading.counts.place_of_equations())
    return min(len(reading.text), end + len(f"\\end{{{name}}}"))


def _show(reading: LatexReading, rows: list[str], places: str = "") -> None:
    """Rows of a formula, lines by themselves; in a cell one after the other."""
    if not reading.out.is_in_paragraph or not reading.is_in_table():
        reading.out.block(f"<p dir=ltr>{places}{'<br>'.join(map(escape, rows))}</p>")
    else:
        reading.out.text("; ".join(rows))


def set_aside(reading: LatexReading, aside: Aside, at: int) -> int:
    """Write something that was set aside; where to read on."""
    if aside.name == "href":
        target = escape(aside.text.strip())
        return reading.begin(at, lambda: reading.out.begin_look("a", f' href="{target}"'))
    if aside.name == "verb":
        reading.out.inline(f"<code>{escape(aside.text)}</code>")
    elif aside.name in ("url", "url*", "path", "nolinkurl"):
        text = escape(aside.text.strip())
        reading.out.inline(f'<a href="{text}">{text}</a>' if aside.name == "url" else f"<code>{text}</code>")
    elif aside.name in VERBATIM:
        _code(reading, aside)
    elif aside.name not in _UNSEEN:
        reading.out.block(f'<img src="" alt="({escape(aside.name)})">')
    return at


def _code(reading: LatexReading, aside: Aside) -> None:
    said = re.search(r"(?:language\s*=\s*)\{?(?:\[[^\]]*\])?(\w+)", aside.options)
    language = aside.options.strip() if aside.name == "minted" else said[1] if said else ""
    syntax = f' class="language-{escape(language.lower())}"' if language.isalnum() else ""
    caption = re.search(r"\bcaption\s*=\s*(?:\{([^{}]*)\}|([^,\]]*))", aside.options)
    if caption:
        reading.out.block(f"<p><em>{escape((caption[1] or caption[2]).strip())}</em></p>")
    text = escape(aside.text.strip("\n").rstrip())
    reading.out.block(f"<pre data-line={aside.line}><code{syntax}>{text}</code></pre>")
