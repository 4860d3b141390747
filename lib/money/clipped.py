"""Figures cut short in running text: "62k to start, seniors 85-100", "$24 an hour, leads 28".

A bare number counts as pay only near a figure that says what is left out, and is read like it.
"""

from dataclasses import replace
from decimal import Decimal

from lib.money.cues import counts, is_plain
from lib.money.finding import Found
from lib.money.page import Page
from lib.money.ranges import Figure

NEAR = 160
"""Characters behind a figure in which another may be cut short."""
BESIDE = 1.3
STRONG = {
    "make", "makes", "made", "earn", "earns", "earned", "base", "ote", "tc", "nets", "grossed",
    "gets", "get", "pays", "pay", "salary", "cleared", "clears", "start on", "starts on",
    "started on", "started at", "start at", "takes home", "take home", "i make", "he makes",
    "she makes", "they make", "i earn", "he earns", "she earns", "her base", "his base", "he's on",
    "she's on", "i'm on", "i'm at", "she gets", "he gets", "i get", "entry", "started", "ctc",
}  # fmt: skip
THOUSAND = Decimal(1000)


def told_short(page: Page, at: int) -> Found | None:
    """A bare number right behind a verb or word of pay: "she makes 27", "base is 190".

    From 35 to 999 it is taken for thousands, which is a guess and marked as one; below as it is.
    """
    figure = page.figures[at]
    if figure.refused or page.labels[at].keys() & {"bonus", "end"} or not _bare(page, figure):
        return None
    before = next(
        (one for one in reversed(page.items[: figure.first]) if not one.roles & {"hedge", "fill"}
         or one.text.lower() in STRONG), None,
    )  # fmt: skip
    ends = [end for end in (figure.low, figure.high) if end is not None]
    strong = before is not None and before.text.lower() in STRONG
    behind = page.items[figure.last : figure.last + 1]
    if page.periods[at] or any("per" in each.roles for each in behind):
        return None
    if not strong or not 7 <= min(ends) <= max(ends) < 1000:
        return None
    one = page.found(at)
    if one is None or max(ends) < 35:
        return one
    return _thousands(replace(one, guess=True))


def cut_short(page: Page, at: int, like: Found, *, together: bool) -> Found | None:
    """The figure at this place read like the one before; None where it is none of that kind.

    `together` says that both stand in one sentence, where a clause that ends with the number is
    enough; from one sentence to the next a word of pay or level has to stand beside it.
    """
    figure = page.figures[at]
    if figure.refused or "bonus" in page.labels[at] or page.periods[at] or not _bare(page, figure):
        return None
    if not (_told(page, figure, at) or (together and _ends_a_clause(page, figure))):
        return None
    most = max(end for end in (figure.low, figure.high) if end is not None)
    high = like.high or like.low or 0
    one = page.found(at)
    if one is None:
        return None
    if like.period in (None, "year") and high >= 10_000 and 10 <= most < 1000:
        return _thousands(one)
    if like.period == "hour" and 7 <= most < 200:
        return replace(one, period="hour")
    return None


def _thousands(one: Found) -> Found:
    low, high = (None if end is None else end * THOUSAND for end in (one.low, one.high))
    return replace(one, low=low, high=high)


def _bare(page: Page, figure: Figure) -> bool:
    """Whether it is a number alone that counts nothing, with no word against pay about."""
    if figure.guess or not is_plain(figure) or counts(page.items, figure):
        return False
    against = (page.line.nearest(role, figure.first, figure.last) for role in ("not", "unless"))
    return min(against) > 6


def _told(page: Page, figure: Figure, at: int) -> bool:
    level = "level" in page.labels[at] or "basis" in page.labels[at]
    return level or page.line.nearest("pay", figure.first, figure.last) <= BESIDE


def _ends_a_clause(page: Page, figure: Figure) -> bool:
    behind = page.items[figure.last] if figure.last < len(page.items) else None
    before = page.items[figure.first - 1] if figure.first else None
    named = before is not None and (before.text.isalpha() or before.text == ":")
    return named and (behind is None or bool(behind.roles & {"comma", "cut"}))
