"""Office Open XML packages (ECMA-376 part 2): which part is the document, what it relates to, and who wrote it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reader.formats.archive import Archive, resolved
from reader.formats.trees import name_of, unheard, xml_tree
from reader.formats.xml_source import Notify
from reader.model import DocumentError, Metadata, NoticeCode, notice_of
from reader.values import replace

if TYPE_CHECKING:
    from lxml.etree import _Element

RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
"""The attribute that names a relation of the part it stands in."""

_OFFICE = "officedocument"

Relations = dict[str, tuple[str, str]]
"""The kinds (the last word of their address, in lower case) and targets of a part's relations by their identifiers."""


def main_part(archive: Archive) -> str:
    """The part that the package says is the document (ECMA-376-1 §11.3.10); "" where it says none that is there."""
    for said, target in relations_of(archive, "").values():
        if said == _OFFICE and resolved("", target) in archive:
            return resolved("", target)
    return ""


def relations_of(archive: Archive, part: str) -> Relations:
    """The relations of a part; of the package itself for ""."""
    folder, _, name = part.rpartition("/")
    root = readable(archive, f"{folder}/_rels/{name}.rels".lstrip("/"))
    relations = {}
    for relation in root.iter("{*}Relationship") if root is not None else ():
        kind = (relation.get("Type") or "").rpartition("/")[2].lower()
        relations[relation.get("Id") or ""] = (kind, relation.get("Target") or "")
    return relations


def listed_parts(archive: Archive, main: str, name: str, notice: Notify) -> Iterator[tuple["_Element", str]]:
    """The elements of a name in the main part that stand for parts of their own, in order, with the parts' names."""
    relations = relations_of(archive, main)
    root = readable(archive, main, notice)
    for element in root.iter(f"{{*}}{name}") if root is not None else ():
        target = relations.get(element.get(RELATION) or "", ("", ""))[1]
        if target:
            yield element, resolved(main, target)


def related(
    archive: Archive, part: str, relations: Relations, kind: str, notice: Notify = unheard
) -> "_Element | None":
    """The root of the part that another calls so; None where there is none that can be read, which is told."""
    name = next((target for said, target in relations.values() if said == kind), "")
    return readable(archive, resolved(part, name), notice) if name else None


def readable(archive: Archive, name: str, notice: Notify = unheard) -> "_Element | None":
    """The root of a part; None where it is not there or, which is told, cannot be read."""
    if not name or name not in archive:
        return None
    try:
        return xml_tree(archive.part(name))
    except DocumentError:
        notice(notice_of(NoticeCode.PART_LOST, part=name))
        return None


def with_properties(archive: Archive, meta: Metadata) -> Metadata:
    """The core properties of the package (Dublin Core), and the company of the program's."""
    said: dict[str, str] = {}
    for part in ("docProps/app.xml", "docProps/core.xml"):
        root = readable(archive, part)
        said |= {
            name_of(element): " ".join((element.text or "").split()) for element in (root if root is not None else ())
        }
    return replace(
        meta,
        title=said.get("title", ""),
        author=said.get("creator", ""),
        publisher=said.get("publisher", "") or said.get("company", ""),
        date=said.get("created", "") or said.get("modified", ""),
        language=said.get("language", ""),
    )
