"""The letter of thanks: from what this person said to this explorer, in three lengths.

It holds nothing but what is handed in: whom it is to, when and where they talked, two things they
said, and what one will do with them. It asks for nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from lib.words import Length

BY_NAME = timedelta(days=6)
"""So long a day is known by its weekday."""
SPANS = {
    **{15: "a quarter of an hour", 20: "twenty minutes", 30: "half an hour"},
    **{45: "three quarters of an hour", 60: "an hour", 90: "an hour and a half"},
}
SUBJECT = "Thank you for your time"
"""It says nothing of what was talked about."""
TITLES = {"dr", "prof", "professor", "mr", "mrs", "ms", "mx", "miss", "sir", "rev", "herr", "frau"}


@dataclass(frozen=True)
class Thanks:
    """What a letter is made of; `said` are at most two things, as they stand in the notes."""

    to: str
    me: str
    held_on: date
    minutes: int | None = None
    at_the_office: bool = False
    said: tuple[str, ...] = ()
    will: str = ""


def letter(about: Thanks, length: Length, today: date) -> str:
    """The letter, its paragraphs parted by an empty line; what is not known is left out.

    Short has a sentence each; long says also why it helps, and that one will tell what came of it.
    """
    parts = [f"{_greeting(about.to)}", _thanks(about, length, today)]
    parts += [part for part in (_said(about.said, length), _will(about, length)) if part]
    if length == "long":
        parts.append("If there is ever something that I can do for you, I would be glad to.")
    return "\n\n".join([*parts, f"With thanks,\n{about.me}".rstrip()])


def called(name: str) -> str:
    """How a letter addresses somebody: by the first name, or by title and last name.

    "Rosa Delacroix-Ito": "Rosa"; "Dr. Ann Lee": "Dr. Lee"; "Delacroix, Rosa": "Rosa".
    """
    last, comma, first = name.partition(",")
    words = (first or last).split() if comma else name.split()
    if len(words) > 1 and words[0].rstrip(".").lower() in TITLES:
        return f"{words[0]} {words[-1]}"
    return words[0] if words else ""


def _greeting(name: str) -> str:
    return f"Dear {called(name)}," if called(name) else "Hello,"


def _thanks(about: Thanks, length: Length, today: date) -> str:
    span = SPANS.get(about.minutes or 0, f"{about.minutes} minutes" if about.minutes else "")
    near = timedelta(0) <= today - about.held_on <= BY_NAME
    if near and span:
        time = f"{span} of your {about.held_on:%A}"
    else:
        on = f"on {about.held_on:%A}" if near else f"on {about.held_on.day} {about.held_on:%B}"
        time = f"{span or 'your time'} {on}"
    here = ", and for having me at your office" if about.at_the_office else ""
    more = " I know that it comes out of a full day." if length == "long" else ""
    return f"Thank you for {time}{here}.{more}"


def _said(said: Sequence[str], length: Length) -> str:
    """The one or two things, in their words."""
    told = [f"“{_sentence(one)}”" for one in said if one.strip()][:2]
    if not told:
        return ""
    if length == "short":
        stays = "stays" if len(told) == 1 else "stay"
        return f"{' and '.join(told)} {stays} with me."
    words = f"One thing stays with me. You said: {told[0]}."
    if len(told) == 2:
        words = f"Two things stay with me. You said: {told[0]}. And: {told[1]}."
    if length == "long":
        words += " I could not have read that anywhere."
    return words


def _will(about: Thanks, length: Length) -> str:
    will = about.will.strip()
    if not will:
        return "I will tell you what came of it." if length == "long" else ""
    will = will[:1].upper() + will[1:] + ("" if will[-1] in ".!?…" else ".")
    return will if length == "short" else f"{will} I will tell you what came of it."


def _sentence(said: str) -> str:
    """On one line, without the quotation marks and the full stop that stand around it already."""
    return " ".join(said.split()).strip('“”"').rstrip(".").strip()
