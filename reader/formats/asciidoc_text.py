"""Running text of AsciiDoc: looks, links, references, notes, macros and replacements (AsciiDoc Language, "Inline").

Attributes are put in before; what a macro would fetch or run is named, not fetched or run.
"""

import re
from html import escape

from reader.formats.tex_math import formula_in
from reader.text.patterns import lazy_pattern
from reader.values import dataclass, field

LONGEST = 2_000
"""Code points of something that is marked, and of a macro's text."""

_NESTED = 6
"""Looks in looks that are followed."""

_BRACKET = r"\[((?:[^\[\]\\]|\\.|\[[^\[\]]{0,500}\]){0,2000})\]"
_SAID = r"(?:[^\[\]\\]|\\.|\[[^\[\]]{0,500}\]){0,2000}"
_MAIL = r"|(?P<mail>(?<![\w/:.])[\w.%+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}(?![\w@]))"
_PIECES = (
    r"\\(?P<escaped>(?:https?|ftp|irc|mailto|link|xref|image|footnote|pass|kbd|btn|menu|icon|stem):\S{1,200}"
    r"|\*\*|__|``|##|<<|\[\[|\(\(|\{|\+\+\+|\+\+|[*_`#^~+'\"\\(]|\.\.\.|--|[-=]>|<[-=])"
    r"|\+\+\+(?P<raw>[\s\S]{0,2000}?)\+\+\+|\$\$(?P<dollars>[\s\S]{0,2000}?)\$\$"
    r"|`\+(?P<typed>[^\n]{1,1000}?)\+`"
    r"|\+\+(?P<passed>[\s\S]{1,2000}?)\+\+|(?<![\w+])\+(?P<plain>\S(?:[^\n]{0,1000}?\S)??)\+(?![\w+])"
    r"|(?P<macro>footnoteref|footnote|image|link|xref|mailto|latexmath|asciimath|indexterm2?"
    r"|(?<!\w)(?:pass|stem|kbd|btn|menu|icon|anchor|counter2?|man|bibitem|cite|citenp|chem|linkgit|gitlink))"
    rf":(?P<target>[^\s\[\]:][^\s\[\]]{{0,1000}}|[a-z,]{{0,20}})\[(?P<said>{_SAID})\]"
    r"|(?P<angled><)?(?P<url>(?:https?|ftp|irc|file)://[^\s<>\[\]]{0,2000}[^\s<>\[\].,:;!?'\"”’)،؛؟*_`])"
    rf"(?:\[(?P<label>{_SAID})\]|(?P<closed>>))?"
    r"|<<(?P<xref>[^<>\n]{1,500})>>|\[\[\[(?P<cited>[^\[\]\n]{1,200})\]\]\]|\[\[(?P<anchor>[^\[\]\n]{1,200})\]\]"
    r"|\(\(\((?P<hidden>[^()\n]{1,500})\)\)\)|\(\((?P<indexed>[^()\n]{1,500})\)\)"
    r"|(?:\[(?P<roles>[^\[\]\n,]{1,100})\])?(?:"
    r"\*\*(?P<strong>[\s\S]{1,1000}?)\*\*|__(?P<em>[\s\S]{1,1000}?)__|``(?P<code>[\s\S]{1,1000}?)``"
    r"|\#\#(?P<mark>[\s\S]{1,1000}?)\#\#"
    r"|(?<![\w*\\])\*(?P<strong1>\S(?:[\s\S]{0,1000}?\S)??)\*(?![\w*])"
    r"|(?<![\w_\\])_(?P<em1>\S(?:[\s\S]{0,1000}?\S)??)_(?![\w])"
    r"|\"`(?P<double>\S(?:[\s\S]{0,1000}?\S)??)`\"|'`(?P<single>\S(?:[\s\S]{0,1000}?\S)??)`'"
    r"|(?<![\w`\\])`(?P<code1>\S(?:[\s\S]{0,1000}?\S)??)`(?![\w`])"
    r"|(?<![\w\#\\&])\#(?P<mark1>\S(?:[\s\S]{0,1000}?\S)??)\#(?![\w\#]))"
    r"|\^(?P<sup>[^\s^]{1,100})\^|~(?P<sub>[^\s~]{1,100})~"
    r"|&(?P<named>\#?\w{1,32});|(?P<break> \+(?=\n|$))"
    r"|(?P<sign>\((?:C|R|TM)\)|\.\.\.|(?<=\w)--(?=\w)|(?<=\s)--(?=\s)|(?<=\w)'(?=\w)|->|=>|<-|<=(?!=))"
)
_SIGN = r"[\\+$`*_#\"'^~&(\[<.=-]| \+"
_INLINE = lazy_pattern(_PIECES + _MAIL)
_WITHOUT_MAIL = lazy_pattern(f"(?={_SIGN}|[a-z])(?:{_PIECES})")
_SIGNED = lazy_pattern(f"(?={_SIGN})(?:{_PIECES})")
"""The same where there is no mail address, and where there is no macro either: tried only where one of them may begin,
which is some times as quick."""

_SIGNS = {
    "(C)": "©", "(R)": "®", "(TM)": "™", "...": "…", "--": "—", "'": "’", "->": "→", "=>": "⇒", "<-": "←", "<=": "⇐",
}  # fmt: skip
_LOOKS = {"strong": "b", "em": "i", "code": "code", "mark": "mark"}
_DIRECTIONS = {"rtl": "rtl", "ltr": "ltr"}
_STRUCK = frozenset({"line-through", "strike", "del", "striken"})
_NOT_ID = re.compile(r"[^\w\s.-]")
_PLACE = re.compile("\x01(\\d+)\x01")
_REFERENCE = re.compile("\x02(\\d+)\x02")


@dataclass(slots=True)
class Texts:
    """The means to read text: the places it refers to, and the notes that were met.

    Attributes:
        attributes: Names that stand for texts.
        notes: The notes, each a piece of a page.
        titles: What places are called, by their names.
    """

    attributes: dict[str, str]
    notes: list[str] = field(default_factory=list)
    titles: dict[str, str] = field(default_factory=dict)
    _by_title: dict[str, str] = field(default_factory=dict)
    _named_notes: dict[str, int] = field(default_factory=dict)
    _asked: list[str] = field(default_factory=list)
    _counters: dict[str, int] = field(default_factory=dict)

    def name(self, place: str, title: str) -> None:
        """Say what a place is called, as HTML."""
        self.titles[place] = self.titles.get(place) or title
        self._by_title.setdefault(re.sub(r"<[^<>]*>", "", title), place)

    def place_of(self, title: str) -> str:
        """The name that a section has by its title (AsciiDoc Language, "Autogenerate Section IDs")."""
        text = _NOT_ID.sub("", re.sub(r"<[^<>]*>|&\w+;", "", title).lower())
        separator = self.attributes.get("idseparator", "_")[:1]
        base = self.attributes.get("idprefix", "_") + re.sub(r"[\s.-]+", separator or "", text.strip())
        count, place = 1, base
        while place in self.titles:
            count += 1
            place = f"{base}{separator}{count}"
        return place

    def resolved(self, page: str) -> str:
        """A page whose references have their words."""
        page = _REFERENCE.sub(lambda found: self._target(self._asked[int(found[1])]), page)
        return _PLACE.sub(lambda found: self._title(self._asked[int(found[1])]), page)

    def _target(self, name: str) -> str:
        place = name.removeprefix("#")
        return escape(place if place in self.titles else self._by_title.get(place, place))

    def _title(self, name: str) -> str:
        place = name.removeprefix("#")
        found = self.titles.get(place) or self.titles.get(self._by_title.get(place, ""), "")
        return re.sub(r"</?a\b[^<>]*>", "", found) or escape(place if place in self._by_title else f"[{place}]")

    # Text

    def html(self, text: str, depth: int = 0) -> str:
        """Running text as HTML."""
        pieces: list[str] = []
        at = 0
        inline = _INLINE if "@" in text else _WITHOUT_MAIL if ":" in text else _SIGNED
        for found in inline.finditer(text):
            if found.start() < at:
                continue
            pieces.append(escape(text[at : found.start()], quote=False))
            pieces.append(self._piece(found, depth))
            at = found.end()
        pieces.append(escape(text[at:], quote=False))
        return "".join(pieces)

    def _inner(self, text: str, depth: int) -> str:
        return self.html(text, depth + 1) if depth < _NESTED else escape(text)

    def _piece(self, found: "re.Match[str]", depth: int) -> str:
        kind = found.lastgroup or ""
        if kind in ("said", "target", "macro"):
            return self._macro(found["macro"], found["target"], found["said"].replace("\\]", "]"), depth)
        if found["url"]:
            return self._link(found["url"], found["label"] or "", depth)
        text = found[kind]
        if kind == "escaped":
            return escape(text)
        if kind in ("raw", "dollars", "passed", "plain"):
            return escape(text)
        if kind == "typed":
            return f"<code>{escape(text)}</code>"
        if kind == "named":
            return f"&{text};"
        if kind == "break":
            return "<br>"
        if kind == "sign":
            return _SIGNS[text]
        if kind == "mail":
            return f'<a href="mailto:{escape(text)}">{escape(text)}</a>'
        return self._marked(kind, text, found["roles"] or "", depth) or self._place(kind, text, depth)

    def _marked(self, kind: str, text: str, roles: str, depth: int) -> str:
        """A text with a look; "" for something else."""
        bare = kind.removesuffix("1")
        if kind == "double":
            return f"“{self._inner(text, depth)}”"
        if kind == "single":
            return f"‘{self._inner(text, depth)}’"
        if kind in ("sup", "sub"):
            return f"<{kind}>{self._inner(text, depth)}</{kind}>"
        if bare not in _LOOKS:
            return ""
        names = roles.replace(".", " ").split()
        element = _LOOKS[bare]
        if bare == "mark" and roles:
            element = "s" if _STRUCK & set(names) else "u" if "underline" in names else "span"
        direction = next((f" dir={name}" for name in names if name in _DIRECTIONS), "")
        inner = self._inner(text, depth)
        return (
            f"<span{direction}><{element}>{inner}</{element}></span>"
            if direction
            else f"<{element}>{inner}</{element}>"
        )

    def _place(self, kind: str, text: str, depth: int) -> str:
        if kind == "xref":
            target, _, said = text.partition(",")
            return self._reference(target.strip(), said.strip(), depth)
        if kind == "cited":
            name, _, said = text.partition(",")
            label = f"[{escape(said.strip() or name)}]"
            self.name(name, label)
            return f'<a id="{escape(name)}"></a>{label}'
        if kind == "anchor":
            name, _, said = text.partition(",")
            self.name(name.strip(), escape(said.strip()))
            return f'<a id="{escape(name.strip())}"></a>'
        return self._inner(text, depth) if kind == "indexed" else ""

    def _reference(self, target: str, said: str, depth: int) -> str:
        """A reference to a place here, or in another document."""
        path, _, place = target.partition("#")
        if (path.endswith((".adoc", ".asciidoc", ".asc", ".html")) or place) and path:
            return f'<a href="{escape(target)}">{self._inner(said, depth) if said else escape(target)}</a>'
        name = place or path
        self._asked.append(name)
        number = len(self._asked) - 1
        return f'<a href="#\x02{number}\x02">{self._inner(said, depth) if said else f"{chr(1)}{number}{chr(1)}"}</a>'

    def _link(self, target: str, said: str, depth: int) -> str:
        text = _words(said).removesuffix("^")
        return f'<a href="{escape(target)}">{self._inner(text, depth) if text else escape(target)}</a>'

    def _macro(self, name: str, target: str, said: str, depth: int) -> str:
        if name in ("footnote", "footnoteref"):
            return self._note(name, target, said, depth)
        if name in ("link", "mailto"):
            address = target if name == "link" else f"mailto:{target}"
            return self._link(address.strip("+"), said or target.strip("+"), depth)
        if name == "xref":
            return self._reference(target, said, depth)
        if name in ("latexmath", "stem", "asciimath", "chem"):
            is_tex = name == "latexmath" or (name == "stem" and self.attributes.get("stem") == "latexmath")
            return escape(formula_in(said.strip("$")) if is_tex else said)
        if name == "image":
            alt = _words(said).split(",")[0].strip('" ') or target.rpartition("/")[2].rpartition(".")[0]
            return f'<img src="{escape(target)}" alt="{escape(alt)}">'
        if name in ("counter", "counter2"):
            self._counters[target] = self._counters.get(target, 0) + 1
            return str(self._counters[target]) if name == "counter" else ""
        if name == "anchor":
            return f'<a id="{escape(target)}"></a>'
        return self._worded(name, target, said, depth)

    def _worded(self, name: str, target: str, said: str, depth: int) -> str:
        """A macro that is its words."""
        if name == "indexterm":
            return ""
        if name == "indexterm2":
            return self._inner(said, depth)
        if name == "kbd":
            return "+".join(f"<kbd>{escape(key.strip())}</kbd>" for key in re.split(r"[+,](?=.)", said))
        if name == "btn":
            return f"<b>[{escape(said)}]</b>"
        if name == "menu":
            return f"<b>{escape(' › '.join(filter(None, (target, *map(str.strip, said.split('>'))))))}</b>"
        if name in ("man", "linkgit", "gitlink"):
            return f"<b>{escape(target)}</b>({escape(said)})" if said else f"<b>{escape(target)}</b>"
        if name == "icon":
            return ""
        if name == "pass":
            return self._inner(said, depth) if "q" in target or "n" in target else escape(said)
        return escape(said or target)

    def _note(self, name: str, target: str, said: str, depth: int) -> str:
        if name == "footnoteref":
            target, _, said = said.partition(",")
        if target and target in self._named_notes:
            number = self._named_notes[target]
        else:
            number = len(self.notes) + 1
            self.notes.append("")
            self.notes[number - 1] = (
                f"<aside role=doc-footnote id=note-{number}><p>{self._inner(said.strip(), depth)}</p></aside>"
            )
            if target:
                self._named_notes[target] = number
        return f'<a role=doc-noteref href="#note-{number}">{number}</a>'


def _words(said: str) -> str:
    """The words in the brackets of a macro, without what they say by name."""
    found = re.match(r'\s*"((?:[^"\\]|\\.)*)"\s*(?:,|$)', said)
    if found:
        return found[1].replace('\\"', '"')
    return re.sub(r",\s*(?:window|role|opts|options|rel|title|width|height|align|link|id|subs)=.*", "", said).strip()
