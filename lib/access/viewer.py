"""Who is looking: the explorer, or a coach through a link; every query takes one of the two."""

import hmac
from dataclasses import dataclass
from uuid import UUID

_ROUNDS = 4
_HALF = 64


@dataclass(frozen=True)
class Explorer:
    """Whose career it is: reads and writes everything of their own."""

    explorer_id: UUID

    def shown(self, identity: UUID) -> str:
        """An id as frames hold it."""
        return str(identity)

    def real(self, shown: str) -> UUID:
        """The id behind one that came back; ValueError where it is none."""
        return UUID(shown)

    def opaque(self, key: str) -> str:
        """A key that tells things apart."""
        return key


@dataclass(frozen=True, kw_only=True)
class Included:
    """What is in a link beside its fields, as far as a read may ask; the rest never is."""

    names: bool = False
    organisations: bool = False
    quotes: bool = False
    pay: bool = False
    skills: bool = True
    interest: bool = True


@dataclass(frozen=True)
class Share(Included):
    """A coach's link: the fields it holds and what else is in; reads only.

    Its ids are the real ones under a key of its own, so that two links have none in common and
    none tells when its row was made: four Feistel rounds of HMAC-SHA256, a permutation that
    nobody without the secret can tell from a random one (Luby and Rackoff 1988).
    """

    explorer_id: UUID
    share_id: UUID
    fields: frozenset[UUID]
    secret: bytes
    threshold: int = 1
    spellings: tuple[tuple[str, str], ...] = ()
    """Of names that are one when folded: each spelling with the one that stands for all."""
    preview: bool = False
    """The explorer looks at it as the coach would: nothing is counted, nothing is left."""

    def shown(self, identity: UUID) -> str:
        """An id as this link's frames hold it."""
        left, right = _halves(identity)
        for number in range(_ROUNDS):
            left, right = right, left ^ self._round(number, right)
        return str(UUID(int=left << _HALF | right))

    def real(self, shown: str) -> UUID:
        """The id behind one that this link showed; a made-up one leads to no row."""
        left, right = _halves(UUID(shown))
        for number in reversed(range(_ROUNDS)):
            left, right = right ^ self._round(number, left), left
        return UUID(int=left << _HALF | right)

    def opaque(self, key: str) -> str:
        """A key that tells things apart and nothing else."""
        return hmac.digest(self.secret, key.encode(), "sha256").hex()

    def _round(self, number: int, half: int) -> int:
        told = bytes([number]) + half.to_bytes(8)
        return int.from_bytes(hmac.digest(self.secret, told, "sha256")[:8])


Viewer = Explorer | Share


def _halves(identity: UUID) -> tuple[int, int]:
    return identity.int >> _HALF, identity.int & (1 << _HALF) - 1
