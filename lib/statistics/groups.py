"""Who hangs together: people and the employers they speak from, as connected parts."""

from collections.abc import Hashable, Iterable, Mapping
from typing import TypeVar

Person = TypeVar("Person", bound=Hashable)


def connected(employed: Iterable[tuple[Person, Hashable | None]]) -> Mapping[Person, int]:
    """The group of each person, from (person, organisation on the day) of every conversation.

    Groups are the connected parts of the graph of people and employers, numbered as they come; no
    known employer ("" or None) connects nobody, and one person is one group. Ann at Acme and at
    Cobalt, Bea at Cobalt, Cleo nowhere: Ann and Bea are one group, Cleo another.
    """
    parent: dict[Hashable, Hashable] = {}

    def root(node: Hashable) -> Hashable:
        parent.setdefault(node, node)
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    people: dict[Person, Hashable] = {}
    for person, employer in employed:
        people.setdefault(person, None)
        at = root(("person", person))
        if employer:
            parent[at] = root(("employer", employer))
    numbers: dict[Hashable, int] = {}
    return {person: numbers.setdefault(root(("person", person)), len(numbers)) for person in people}
