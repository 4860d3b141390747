"""Skills: breadth and reach, necessity, what is required, what I have, what one more opens."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from tests.oracle.book import Book, Voice, thing
from tests.oracle.independence import groups, sums, wilson
from tests.oracle.links import by_enough

HAVE = 3
"""The own level from which I have a skill."""
UNSTATED = "unstated"


def named(book: Book, field_id: str) -> dict[str, dict[str, str]]:
    """Necessity: by skill who named it in the field, with the later word on how much it matters.

    Naming it again without saying how much takes nothing back.
    """
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for said in book.said("skill_findings", field_id):
        if (skill := thing(book, said)) is not None:
            answers, word = found[str(skill)], str(said.row["necessity"])
            if word != UNSTATED or said.person not in answers:
                answers[said.person] = word
    k = book.view.threshold
    return {skill: by_enough(answers, UNSTATED, k) for skill, answers in found.items()}


def targets(book: Book) -> list[str]:
    """Breadth: fields that are not the current one, where somebody was asked about skills."""
    return [
        f
        for f, row in book.fields.items()
        if row["kind"] != "current" and book.asked_of(f, "skills")
    ]


def breadth_and_reach(shares: Sequence[tuple[int, int]]) -> tuple[int, int, float]:
    """Breadth and reach: fields with a voice naming it, of those asked; the mean of n/N.

    >>> breadth_and_reach([(2, 6), (3, 3), (0, 1)])[:2]
    (2, 3)
    >>> round(breadth_and_reach([(5, 6), (0, 3), (0, 1)])[2], 2)
    0.28
    """
    asked = [(n, of) for n, of in shares if of]
    reach = sum((Fraction(n, of) for n, of in asked), Fraction(0)) / len(asked) if asked else 0
    return sum(n > 0 for n, _ in asked), len(asked), float(reach)


@dataclass(frozen=True)
class Necessity:
    """How many said what of those who said how much a skill matters; `named` counts them all."""

    mandatory: int
    helpful: int
    not_needed: int
    named: int

    @property
    def stated(self) -> int:
        return self.mandatory + self.helpful + self.not_needed

    @property
    def share(self) -> float | None:
        return self.mandatory / self.stated if self.stated else None

    @property
    def required(self) -> bool:
        """Required in a field: at least two call it mandatory, and at least one half."""
        return self.mandatory >= 2 and 2 * self.mandatory >= self.stated


def necessity(words: Sequence[str]) -> Necessity:
    """Necessity: mandatory of those who said how much it matters, unstated left out.

    >>> necessity(["mandatory"] * 2 + ["helpful"] * 2 + ["unstated"])
    Necessity(mandatory=2, helpful=2, not_needed=0, named=5)
    """
    count = Counter(words)
    return Necessity(count["mandatory"], count["helpful"], count["not needed"], len(words))


def over_fields(book: Book, skill: str) -> dict[Voice, str]:
    """Every voice of the target fields that named the skill, with its necessity."""
    return {
        (person, f): word
        for f in targets(book)
        for person, word in named(book, f).get(skill, {}).items()
    }


def interval(book: Book, told: Mapping[Voice, str]) -> tuple[float, float] | None:
    """Necessity: Wilson's interval over groups, from three stated on."""
    stated = {voice for voice, word in told.items() if word != "unstated"}
    if len(stated) < 3:
        return None
    yes = {voice for voice in stated if told[voice] == "mandatory"}
    k, n = sums(yes, stated, groups(book))
    return wilson(float(k), n)


def mine(book: Book) -> set[str]:
    """I have it: own level 3 or more, by the skill that counts."""
    return {book.skill(o["skill_id"]) for o in book.rows("own_skills") if o["level"] >= HAVE}


def required(book: Book, field_id: str) -> set[str]:
    told = named(book, field_id)
    return {skill for skill, words in told.items() if necessity(list(words.values())).required}


def skills_i_have(needed: set[str], own: set[str]) -> tuple[int, int] | None:
    """Skills I have: required ones I have, of those required; nothing required is missing.

    >>> skills_i_have({"a", "b"}, {"b", "c"}), skills_i_have(set(), {"b"})
    ((1, 2), None)
    """
    return (len(needed & own), len(needed)) if needed else None


def one_more(needed: Mapping[str, set[str]], own: set[str]) -> dict[str, tuple[set[str], set[str]]]:
    """One more skill: the fields it opens, being the only one lacked, and those it brings nearer.

    >>> one_more({"x": {"a", "b"}, "y": {"b", "c"}}, {"a"})["b"]
    ({'x'}, {'y'})
    """
    found: dict[str, tuple[set[str], set[str]]] = {}
    for field_id, skills in needed.items():
        lacked = skills - own
        for skill in lacked:
            opens, nearer = found.setdefault(skill, (set(), set()))
            (opens if len(lacked) == 1 else nearer).add(field_id)
    return found
