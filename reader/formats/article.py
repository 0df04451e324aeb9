"""The article in a page full of navigation.

A page that marks its main content is believed when most of the running text is there. Around an article, or what is
left of the page without one, stand parts that are called navigation, comments, advertisements and the like, and parts
that are hardly anything but links; they are left out, unless they are most of the page: a list of links is a page, too.

Units: characters of text, counted once an element from the leaves up.
"""

from typing import TYPE_CHECKING

from reader.formats.markup_elements import BLOCKS, LEVELS, UNREAD, Attributes, attributes_of, roles_of
from reader.formats.trees import name_of
from reader.named_tuples import NamedTuple
from reader.text.patterns import lazy_pattern

if TYPE_CHECKING:
    from lxml.etree import _Element

_MAIN_SHARE = 0.5
"""Share of a page's running text that its stated main content must have to be believed."""

_NAVIGATION_SHARE = 0.15
"""Share of a page's text in links from which parts full of links are navigation."""

_LINKS_SHARE = 0.6
_FEWEST_LINKS = 3
"""A part with so many links, that hold so much of its text, is navigation."""

_LISTING_SHARE, _BARE_LISTING_SHARE, _PROSE = 0.2, 0.05, 300
"""Where no more of a page's text than the first share stands outside links, and that is less than so many characters
or than the second share, the links are what the page is there for."""

_SOME_LINKS = 0.25
"""Share of the text in links that a part must have whose name may mean something else."""

_NAVIGATION_NAMES = frozenset(("nav", "navigation", "search"))
_AROUND_NAMES = _NAVIGATION_NAMES | {"footer", "aside", "form", "dialog", "banner", "contentinfo", "complementary"}
"""Elements and ARIA roles of what stands around an article."""

_AROUND_WORDS = frozenset((
    "ad", "ads", "advert", "advertisement", "advertising", "breadcrumb", "breadcrumbs", "catlinks", "comments",
    "commentlist", "consent", "cookie", "cookies", "disqus", "footer", "login", "modal", "nav", "navbar", "navbox",
    "navigation", "newsletter", "outbrain", "pager", "pagination", "popup", "printfooter", "promo", "share", "sharing",
    "sidebar", "signup", "skip", "subscribe", "taboola", "toolbar",
))  # fmt: skip
_PERHAPS_AROUND_WORDS = frozenset((
    "author", "banner", "header", "masthead", "menu", "meta", "more", "portal", "recommended", "related", "search",
    "social", "tags", "toc", "top", "topbar", "widget", "widgets",
))  # fmt: skip
"""Words in the classes and identifiers of what stands around an article; the latter where there are links in it, too.
"""

_CONTAINERS = frozenset((
    "div", "section", "aside", "nav", "header", "footer", "form", "ul", "ol", "dl", "menu", "table", "dialog",
    "details", "fieldset", "center", "address", "article",
))  # fmt: skip
"""Elements that hold parts of a page; no heading, paragraph or item is one, whatever it is called."""

_SECTIONS = frozenset(
    ("section", *(f"{word}{level}" for word in ("level", "sect", "section") for level in range(1, 7)))
)
_MUCH = 0.25
"""Share of the running text that no part has that only stands around it."""

_MAIN_ROLES = frozenset(("main",))
_MAIN_PROPERTIES = frozenset(("articlebody",))
_WORDS = lazy_pattern(r"[\s_-]+|(?<=[a-z])(?=[A-Z])")


class Article(NamedTuple):
    """The part of a page that is read.

    Attributes:
        elements: The elements that are, in order: the content, and before it a title that stands outside.
        without: Elements inside them that are not.
        is_part: Whether anything with text is left out.
    """

    elements: "tuple[_Element, ...]"
    without: "frozenset[_Element]"
    is_part: bool


class _Measure(NamedTuple):
    """Characters of an element's text, those of them in links, and how many links there are."""

    text: int
    linked: int
    links: int

    @property
    def running(self) -> int:
        """Characters outside links."""
        return self.text - self.linked

    @property
    def is_listing(self) -> bool:
        """Whether it is hardly anything but links, as an index is."""
        bare = self.running < _PROSE or self.running <= _BARE_LISTING_SHARE * self.text
        return bare and self.running <= _LISTING_SHARE * self.text


def article_of(body: "_Element") -> Article:
    """The part of a page's body that is read."""
    if next(body.iter("a", "nav", "main", "article"), None) is None:
        return Article((body,), frozenset(), is_part=False)
    measures = _measured(body)
    whole = measures[body]
    main = _stated_main(body, measures)
    root = main if main is not None else body
    inside = measures[root]
    by_links = whole.linked >= _NAVIGATION_SHARE * whole.text and not inside.is_listing
    names = _AROUND_NAMES if main is not None or by_links else _NAVIGATION_NAMES
    without = frozenset(_around(root, measures, names, by_links=by_links))
    elements: tuple[_Element, ...] = (root,)
    if main is not None:
        titles = [h for h in body.iter("h1") if root not in h.iterancestors()]
        if titles and not any(True for _ in root.iter("h1")):
            elements = (titles[0], root)
    left_out = whole.text - inside.text + sum(measures[element].text for element in without)
    return Article(elements, without, is_part=left_out > 0)


def _measured(body: "_Element") -> "dict[_Element, _Measure]":
    """The measure of every element in a body."""
    from lxml import etree

    measures: dict[_Element, _Measure] = {}
    sums: list[list[int]] = []
    links = 0
    walk = etree.iterwalk(body, events=("start", "end"))
    for event, element in walk:
        name = name_of(element)
        if event == "start":
            links += name == "a"
            sums.append([0, 0, int(name == "a")])
            if name in UNREAD:
                walk.skip_subtree()
            else:
                _count(sums[-1], element.text, linked=links > 0)
            continue
        links -= name == "a"
        own = sums.pop()
        measures[element] = _Measure(*own)
        if sums:
            sums[-1] = [a + b for a, b in zip(sums[-1], own, strict=True)]
            _count(sums[-1], element.tail, linked=links > 0)
    return measures


def _count(sums: list[int], text: str | None, *, linked: bool) -> None:
    length = len(text.strip()) if text else 0
    sums[0] += length
    sums[1] += length if linked else 0


def _stated_main(body: "_Element", measures: "dict[_Element, _Measure]") -> "_Element | None":
    """The element a page says its content is in, if most of its running text is there."""
    candidates = [e for e in body.iter("main", "article") if e in measures]
    candidates += [e for e in body.iter() if e in measures and _is_main(attributes_of(e))]
    if not candidates:
        return None
    best = max(candidates, key=lambda element: measures[element].running)
    return best if measures[best].running >= _MAIN_SHARE * measures[body].running else None


def _is_main(said: Attributes) -> bool:
    return bool(_MAIN_ROLES & roles_of(said)) or said.get("itemprop", "").lower() in _MAIN_PROPERTIES


def _around(
    root: "_Element", measures: "dict[_Element, _Measure]", names: frozenset[str], *, by_links: bool
) -> "list[_Element]":
    """The outermost parts around an article: what is called so, and what is hardly anything but links."""
    from lxml import etree

    found = []
    walk = etree.iterwalk(root, events=("start",))
    for _, element in walk:
        name = name_of(element)
        measure = measures.get(element)
        if measure is None or element is root or name not in BLOCKS or 2 * measure.running >= measures[root].running:
            continue
        said = attributes_of(element)
        full = by_links and measure.links >= _FEWEST_LINKS and measure.linked >= _LINKS_SHARE * measure.text
        called = name in _CONTAINERS and not _is_section(element, said) and _is_called_around(said, measure)
        most = measure.running >= _MUCH * measures[root].running and measure.linked < _SOME_LINKS * measure.text
        if full or name in names or not names.isdisjoint(roles_of(said)) or (called and not most):
            found.append(element)
            walk.skip_subtree()
    return found


def _is_section(element: "_Element", said: Attributes) -> bool:
    """Whether a part is a section of the text: it begins with a heading, and is called as that is or as sections are.

    Programs that make pages make such names of the titles, and a title may be any word.
    """
    first = next((child for child in element if isinstance(child.tag, str)), None)
    if first is not None and name_of(first) in ("header", "a", "div") and len(first):
        first = first[0]
    if first is None or name_of(first) not in LEVELS:
        return False
    title = set(_WORDS.split("".join(map(str, first.itertext())).lower()))
    named = set(_WORDS.split(said.get("id", "").lower())) - {""}
    return name_of(element) == "section" or bool(named and named <= title) or bool(_SECTIONS & roles_of(said))


def _is_called_around(said: Attributes, measure: _Measure) -> bool:
    """Whether the words of an element's class and identifier are those of what stands around an article."""
    if "class" not in said and "id" not in said:
        return False
    words = {word.lower() for word in _WORDS.split(f"{said.get('class', '')} {said.get('id', '')}")}
    if not words.isdisjoint(_AROUND_WORDS):
        return True
    return measure.linked >= _SOME_LINKS * measure.text > 0 and not words.isdisjoint(_PERHAPS_AROUND_WORDS)
