"""The superlatives and verdicts that stand in sentences: who is named, ties included."""

import re
from collections.abc import Iterable

from lib.answers.compare import compare
from lib.answers.day_to_day import day_to_day
from lib.answers.getting_in import getting_in
from lib.answers.overview import overview
from tests.oracle import agreement, days, learning
from tests.oracle.book import fold
from tests.oracle.looked_at import Figures, Look, Reckoned
from tests.oracle.pools import MAIN, in_pool, ranges
from tests.oracle.screens.sentences import by_name
from tests.oracle.superlatives import first, highest_pay

BOLD = re.compile(r"\*\*(.+?)\*\*")
HIGHEST = re.compile(r"(.+?) (?:has|have) the highest entry pay")
REACHES = re.compile(r"(.+?) reach(?:es)? highest in entry pay.*?, (\*\*.+?) starts? highest")
OFTEN = re.compile(r"(.+?) (?:is the way|are the ways) in most often named")
LEVELS_OFF = re.compile(r"It levels off in (.+?):")
NAMED = 3
GOING = re.compile(r"say \*\*(\w+)\*\* in (.+?)\.(?= [A-Z]|$)")


def shown(look: Look) -> Figures:
    asked = look.session, look.viewer, look.filters
    figures: Figures = {}
    pay = compare(*asked).sentence
    if found := HIGHEST.match(pay):
        figures["highest entry pay", ""] = bold(found[1])
    if found := REACHES.match(pay):
        figures["reaches highest", ""], figures["starts highest", ""] = map(bold, found.groups())
    if found := OFTEN.match(getting_in(*asked).sentence):
        figures["most often named", ""] = told(list(map(fold, bold(found[1]))), found[1])
    if found := LEVELS_OFF.search(overview(*asked).learning.sentence):
        figures["levels off", ""] = sorted(re.split(", | and ", found[1]))
    going = day_to_day(*asked).outlook_sentence
    for word, fields in GOING.findall(going):
        figures["more than half say", word] = sorted(re.findall(r"([A-Z][\w ]+) \(", fields))
    return figures


def told(names: list[str], words: str = "") -> list[str] | int:
    """The names, or how many where so many are level that not all are named."""
    more = re.search(r"and (\d+) more", words)
    every = len(names) + (int(more[1]) if more else 0)
    return sorted(names) if every <= NAMED else every


def bold(words: str) -> list[str]:
    return sorted(name.replace("\\", "") for name in BOLD.findall(words))


def reckoned(on: Reckoned) -> Figures:
    figures: Figures = {}
    if on.k == 1:
        figures.update(entry_pay(on))
        if level := sorted(on.names[f] for f in on.names if levels_off(on, f)):
            figures["levels off", ""] = level
        if often := most_named(on):
            figures["most often named", ""] = often
    for f, name in sorted(on.names.items(), key=lambda one: one[1]):
        counts = {word: len(people) for word, people in days.directions(on.book, f).items()}
        if most := days.majority(counts, on.asked(f, "outlook")):
            figures.setdefault(("more than half say", most), []).append(name)
    return figures


def entry_pay(on: Reckoned) -> Figures:
    """Superlatives: over every field that the filters leave."""
    bands, opened = {}, False
    for f, name in on.names.items():
        here = in_pool(on.book, f, "entry", MAIN)
        opened = opened or any(one.counting and one.high is None for one in here)
        if pieces := agreement.band(ranges(here)):
            bands[name] = round(pieces[0][0]), round(pieces[-1][1])
    reaches, starts, highest = highest_pay(bands, opened)
    if len(bands) < 2 or opened:
        return {}
    if highest:
        return {("highest entry pay", ""): sorted(reaches & starts)}
    return {("reaches highest", ""): sorted(reaches), ("starts highest", ""): sorted(starts)}


def levels_off(on: Reckoned, field_id: str) -> bool:
    return learning.levels_off(learning.things(on.book, field_id), len(on.book.people(field_id)))


def most_named(on: Reckoned) -> list[str] | int:
    """Ways in that most people named, where two did."""
    voices = {(name, f): len(many) for f in on.names for name, many in by_name(on, f).items()}
    tops: Iterable[tuple[str, str]] = first({way: n for way, n in voices.items() if n > 1})
    return told([name for name, _ in tops])
