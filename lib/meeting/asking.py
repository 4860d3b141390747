"""A short message that asks for half an hour, never for a job; and a second one, once.

Three tones and two lengths, from facts; what is not known is left out. Wording that asks for a
job is found in whatever was typed.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from lib.meeting.hours import WorkingDay

WAIT = timedelta(days=7)
"""After so long without an answer a second message may go, once."""
AHEAD, OFFERED = 4, 3
"""Days from today to the first time that is offered, and how many are."""


@dataclass(frozen=True)
class Facts:
    """What a letter is made of; what was not said is empty."""

    person: str = ""
    organisation: str = ""
    field: str = ""
    led_by: str = ""
    minutes: int = 30
    explorer: str = ""
    about_me: str = ""
    topics: tuple[str, ...] = ()
    times: tuple[datetime, ...] = ()


@dataclass(frozen=True)
class Letter:
    """Subject and text as they are proposed."""

    subject: str
    text: str


@dataclass(frozen=True)
class _Tone:
    greeting: str
    unnamed: str
    led: str
    why: str
    time: str
    no_job: str
    thanks: str
    close: str
    again: str


_TONES = {
    "warm": _Tone(
        "Hi {},",
        "Hello,",
        "{} was kind enough to give me your name.",
        "I am trying to find out what it is really like to work in {}, and would love to hear it "
        "from you.",
        "Could you spare me {} minutes?",
        "I am not after an opening, only your experience.",
        "It would mean a lot to me. Thank you!",
        "Warm wishes",
        "I wrote to you last week and know how full days can be. Should {} minutes be possible "
        "some time, I would still love to hear about your work. If not, that is quite all right, "
        "and I will not write again.",
    ),
    "plain": _Tone(
        "Hello {},",
        "Hello,",
        "{} gave me your name.",
        "I am considering work in {} and want to learn about it from people who do it.",
        "May I ask you some questions for {} minutes?",
        "This is not about an opening: I am asking for information only.",
        "Thank you for considering it.",
        "Best regards",
        "I wrote to you last week. If {} minutes are possible, I would be glad to hear about your "
        "work. If not, no answer is needed, and I will not write again.",
    ),
    "formal": _Tone(
        "Dear {},",
        "Dear Sir or Madam,",
        "I am writing to you at the suggestion of {}.",
        "I am considering a change of career to {} and should like to learn about the work from "
        "somebody who knows it.",
        "Would you be able to receive me for {} minutes?",
        "I am not enquiring about an opening; my interest is in information alone.",
        "I should be most grateful for your time.",
        "Yours sincerely",
        "I refer to my message of last week. Should {} minutes of your time be possible, I should "
        "still be grateful to learn about your work. If not, please disregard this message; I "
        "will not trouble you again.",
    ),
}


def ask(facts: Facts, *, tone: str, length: str) -> Letter:
    """Who I am, why you, what I want to learn, how long, when, and that it is about no opening."""
    words = _TONES[tone]
    body = [
        " ".join(filter(None, (facts.about_me.strip(), _led(words, facts)))),
        words.why.format(facts.field or "your field"),
    ]
    if length == "long" and facts.topics:
        body.append(f"What I would like to learn about: {_listed(facts.topics)}.")
    body.append(f"{words.time.format(facts.minutes)} {_where(facts, length)}".strip())
    if facts.times:
        body.append(_when(facts.times, length))
    body.append(words.no_job)
    if length == "long":
        body.append(words.thanks)
    about = f"A question about your work in {facts.field}" if facts.field else "Your work"
    return Letter(about, _put_together(words, facts, body))


def second(facts: Facts, *, tone: str) -> Letter:
    """A short word after a week, which says that it is the last."""
    words = _TONES[tone]
    body = [words.again.format(facts.minutes), words.no_job]
    return Letter("Once more: a question about your work", _put_together(words, facts, body))


def _put_together(words: _Tone, facts: Facts, body: Sequence[str]) -> str:
    greeting = words.greeting.format(facts.person) if facts.person else words.unnamed
    close = "\n".join(filter(None, (f"{words.close},", facts.explorer)))
    return "\n\n".join([greeting, *filter(None, body), close])


def _led(words: _Tone, facts: Facts) -> str:
    return words.led.format(facts.led_by) if facts.led_by else ""


def _where(facts: Facts, length: str) -> str:
    if length == "short":
        return "I am happy to come to you, or to call."
    place = f" at {facts.organisation}" if facts.organisation else ""
    return f"I would come to your office{place}, or call, whichever suits you, and leave on time."


def _when(times: Sequence[datetime], length: str) -> str:
    said = [f"{one:%A} {one.day} {one:%B at %H:%M}" for one in times]
    if length == "short":
        return f"For example {_listed(said, 'or')}, your time; any other suits me, too."
    lines = "\n".join(f"- {one}" for one in said)
    return f"Some times that would suit me, by your clock:\n{lines}\nAny other is fine, too."


def _listed(parts: Sequence[str], joint: str = "and") -> str:
    *before, last = parts
    return f"{', '.join(before)} {joint} {last}" if before else last


def times_to_offer(today: date, day: WorkingDay, minutes: int) -> tuple[datetime, ...]:
    """Three times on days of their week, each whole within their working day; none if too short."""
    found: list[datetime] = []
    for after in range(AHEAD, AHEAD + 28):
        on = today + timedelta(days=after)
        for start in _hours(day, len(found)):
            begins = datetime.combine(on, start)
            if day.holds(begins, begins + timedelta(minutes=minutes)):
                found.append(begins)
                break
        if len(found) == OFFERED:
            break
    return tuple(found)


def _hours(day: WorkingDay, turn: int) -> Iterator[time]:
    """Mornings and afternoons by turns; what the day has where it is unusual."""
    usual = (time(10), time(14), time(11))
    yield usual[turn % len(usual)]
    yield from usual
    yield day.begins


_JOB = re.compile(
    r"\b(?:any|some|open|current|an?|possible)?\s*(?:job|position|vacanc\w+|opening)s?\b"
    r"|\bhir(?:e|ing)\b(?: me\b)?|\bemploy me\b|\bmy (?:cv|c\.v\.|r[eé]sum[eé]|application)\b"
    r"|\bapply(?:ing)? (?:to|for|at|with)\b|\brefer me\b|\brecommend me\b|\binternships?\b"
    r"|\bgive me a chance\b|\bwork for you\b|\bjoin your (?:team|company|firm)\b",
    re.I,
)
_ASKS = re.compile(
    r"\b(?:have|has|is|are) there\b|\bdo you have\b|\bknow of\b|\blooking for\b|\bseeking\b"
    r"|\binterested in (?:a|the|any)\b|\bconsider\b|\battach|\bhiring\b|\bhire\b|\bmy (?:cv|r)"
    r"|\brefer me\b|\brecommend me\b|\bapply|\bgive me\b|\bwork for you\b|\bjoin your\b"
    r"|\bemploy me\b|\bcould i (?:get|have)\b|\bi (?:want|need|would like|'d like)\b",
    re.I,
)
_NOT = re.compile(r"\b(?:not|no|never|without|nor)\b|n['’]t\b", re.I)
_SENTENCE = re.compile(r"[^.!?;\n]+[.!?;]?")


def asking_for_a_job(text: str) -> tuple[str, ...]:
    """The sentences that ask for a job; those that say it is about none are left alone."""
    found = (sentence.strip() for sentence in _SENTENCE.findall(text.replace("c.v.", "cv")))
    return tuple(
        sentence
        for sentence in found
        if _JOB.search(sentence) and _ASKS.search(sentence) and not _NOT.search(sentence)
    )
