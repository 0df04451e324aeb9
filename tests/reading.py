"""What tests read off laid-out lines."""

from reader.text.bidi import classes_of
from reader.text.layout import Line


def code_points_in_order(line: Line) -> list[int]:
    """The indexes of a line's code points from left to right, inside a cluster too as UAX#9 orders them."""
    order: list[int] = []
    for cluster in line.clusters:
        inside = range(cluster.start, cluster.end)
        order += reversed(inside) if cluster.level % 2 else inside
    return order


def seen_in_order(text: str, line: Line) -> list[int]:
    """The same without what X9 removes, which has no place of its own."""
    classes = classes_of(text)
    return [at for at in code_points_in_order(line) if classes[at] not in "<>()^b"]
