"""Merges two edits of one conversation, item by item; what clashes is named, never dropped.

Pure: plain dictionaries in, plain dictionaries out. An item is a header value, one value of the
person, one topic asked, one line of the notes or one finding.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, Literal

Content = dict[str, Any]
Where = tuple[str, ...]
Items = dict[Where, Any]
Side = Literal["mine", "theirs"]

_NOT_MERGED = ("id", "version")


@dataclass(frozen=True)
class Clash:
    """One item that both sides changed, each in another way; None: not there, or taken out."""

    where: Where
    base: Any
    mine: Any
    theirs: Any


@dataclass(frozen=True)
class Merged:
    """Both edits in one; where they clash, `content` holds mine until a choice is made."""

    content: Content
    clashes: tuple[Clash, ...]
    from_theirs: tuple[Where, ...]
    """What was taken over from the other side without a clash."""

    _items: Items
    _orders: dict[str, list[str]]

    def chosen(self, choices: Mapping[Where, Side]) -> Content:
        """The content with every clash decided; raises KeyError for one without a choice."""
        picked = {clash.where: getattr(clash, choices[clash.where]) for clash in self.clashes}
        return _rebuilt(self.content, {**self._items, **picked}, self._orders)


def merge(base: Content, mine: Content, theirs: Content) -> Merged:
    """The three-way merge of contents with the same shape."""
    sides = (base, mine, theirs)
    whole = {
        name
        for name, value in mine.items()
        if isinstance(value, dict) and len({side[name]["id"] for side in sides}) > 1
    }
    before, here, there = (_items(side, whole) for side in sides)
    items: Items = {}
    clashes: list[Clash] = []
    taken: list[Where] = []
    for where in dict.fromkeys([*before, *here, *there]):
        old, my, other = (side.get(where) for side in (before, here, there))
        items[where] = my
        if other in (my, old):
            continue
        if my == old:
            items[where] = other
            taken.append(where)
        else:
            clashes.append(Clash(where, old, my, other))
    orders = {
        name: _order(*(_ids(side[name]) for side in sides))
        for name, value in mine.items()
        if isinstance(value, list)
    }
    content = _rebuilt(mine, items, orders)
    return Merged(content, tuple(clashes), tuple(taken), items, orders)


def _items(content: Content, whole: Collection[str]) -> Items:
    """Every item by where it stands; another person is one item, not another name and address."""
    items: Items = {}
    for name, value in content.items():
        if name in _NOT_MERGED:
            continue
        if isinstance(value, dict) and name not in whole:
            items |= {(name, part): one for part, one in value.items()}
        elif isinstance(value, list):
            items |= {
                (name, identity): one for identity, one in zip(_ids(value), value, strict=True)
            }
        else:
            items[(name,)] = value
    return items


def _rebuilt(shape: Content, items: Items, orders: Mapping[str, list[str]]) -> Content:
    content: Content = {}
    for name, value in shape.items():
        if name in _NOT_MERGED:
            content[name] = value
        elif isinstance(value, list):
            found = (items.get((name, identity)) for identity in orders[name])
            content[name] = [one for one in found if one is not None]
        elif (name,) in items:
            content[name] = items[(name,)]
        else:
            content[name] = {part: items[(name, part)] for part in value}
    return content


def _ids(many: list[Any]) -> list[str]:
    return [one["id"] if isinstance(one, dict) else one for one in many]


def _order(base: list[str], mine: list[str], theirs: list[str]) -> list[str]:
    """All ids of the three: in the order of the side that moved something, else each in place."""
    moved = [one for one in mine if one in base] != [one for one in base if one in mine]
    first, second = (mine, theirs) if moved else (theirs, mine)
    return _threaded(_threaded(first, second), base)


def _threaded(order: list[str], more: list[str]) -> list[str]:
    """`order` with what only `more` has, each behind the one it follows there."""
    threaded = list(order)
    for place, one in enumerate(more):
        if one not in threaded:
            at = threaded.index(more[place - 1]) + 1 if place else 0
            threaded.insert(at, one)
    return threaded
