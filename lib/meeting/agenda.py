"""An agenda that fits its minutes: what matters most first, in an order that a talk can follow."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from lib.meeting.bank import BankQuestion, bank
from lib.words import TOPICS

SHORTEST, LONGEST = 15, 60
"""Minutes that one may ask for."""
FLOW = ("day to day", "skills", "training", "path", "outlook", "pay")
"""The order of a talk: easy first, money late, and whom next at the end."""
WHOM = "whom next"


@dataclass(frozen=True)
class Wanted:
    """A question that might be asked, with its minutes and why; no topic: the host's questions."""

    text: str
    topic: str | None
    minutes: int
    why: str
    source: str = "bank"
    bank_key: str = ""
    question_id: str = ""


HOST = Wanted("What would you like to know from me?", None, 2, "Time for their questions.", "host")


def fitted(
    minutes: int,
    asked: Mapping[str, int],
    pressing: Sequence[Wanted] = (),
    leave_out: Collection[str] = (),
) -> tuple[Wanted, ...]:
    """Questions for so many minutes, never longer than they are, in the order of a talk.

    `asked`: how many people of the field were asked, by topic; the least asked come first.
    `pressing`: what comes before the bank, the most pressing first. `leave_out`: keys of the bank.
    Where there is room the last minutes are for the host's questions and "whom else?".
    """
    last = _first(WHOM, leave_out, "Always last.")
    chosen: list[Wanted] = []
    texts: set[str] = set()
    left = minutes
    for one in (*([last] if last else []), HOST, *_in_turn(asked, pressing, leave_out)):
        if one.minutes <= left and one.text not in texts:
            chosen.append(one)
            texts.add(one.text)
            left -= one.minutes
    return tuple(sorted(chosen, key=_place))


def length(minutes: Collection[int | None]) -> int:
    """How long they take together."""
    return sum(one or 0 for one in minutes)


def _in_turn(
    asked: Mapping[str, int], pressing: Sequence[Wanted], leave_out: Collection[str]
) -> Iterator[Wanted]:
    """An opening, then what nobody was asked, what is pressing, and the topics by turns."""
    opening = _first(FLOW[0], leave_out, "It opens well.")
    if opening:
        yield opening
    rest = sorted((t for t in FLOW if t != FLOW[0]), key=lambda t: (asked.get(t, 0), FLOW.index(t)))
    for topic in (topic for topic in rest if not asked.get(topic)):
        yield from filter(None, [_first(topic, leave_out, _why(asked, topic))])
    yield from pressing
    by_topic = {topic: _of(topic, leave_out) for topic in (*rest, FLOW[0])}
    for round_ in range(max(map(len, by_topic.values()), default=0)):
        for topic, questions in by_topic.items():
            if round_ < len(questions):
                yield _wanted(questions[round_], _why(asked, topic))


def _why(asked: Mapping[str, int], topic: str) -> str:
    people = asked.get(topic, 0)
    if not people:
        return "Nobody in this field was asked."
    return f"{people} {'person' if people == 1 else 'people'} in this field asked so far."


def _first(topic: str, leave_out: Collection[str], why: str) -> Wanted | None:
    found = _of(topic, leave_out)
    return _wanted(found[0], why) if found else None


def _of(topic: str, leave_out: Collection[str]) -> list[BankQuestion]:
    return [
        one for one in bank() if one.topic == topic and not one.special and one.key not in leave_out
    ]


def _wanted(one: BankQuestion, why: str) -> Wanted:
    return Wanted(one.text, one.topic, one.minutes, why, bank_key=one.key)


def _place(one: Wanted) -> int:
    order = (*FLOW, None, WHOM)
    assert one.topic is None or one.topic in TOPICS
    return order.index(one.topic)
