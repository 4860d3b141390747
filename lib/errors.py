"""The tree of errors whose messages a person reads; anything else that is raised is a bug.

AppError            a sentence for the reader that says what to do
├── Refused         what was typed or sent breaks a rule; `where` names the field or row
├── Conflict        somebody else changed it first
├── NotFound        it is not there, or not yours: the two look alike
├── NotOpen         this Fieldwork is not open to the one who asks
│   └── SignedOut   nobody is signed in here: the page to sign in is shown
│       └── RanOut  the time of a sign-in is over
└── Unready         the database cannot be used as it is (newer, full, damaged)
    └── NotNow      it cannot for the moment: a screen waits for it and goes on by itself
"""


class AppError(Exception):
    """A message for the reader: one sentence, and what to do next."""


class Refused(AppError):
    """A value that breaks a rule; `where` is the field beside which the message belongs."""

    def __init__(self, message: str, *, where: str = "") -> None:
        super().__init__(message)
        self.where = where


class Conflict(AppError):
    """The row changed since it was read."""


class NotFound(AppError):
    """No such row for this viewer."""


class NotOpen(AppError):
    """Nobody may look from here."""


class SignedOut(NotOpen):
    """No sign-in holds here, or none that may come in."""


class RanOut(SignedOut):
    """A sign-in held here, and its time is over; nobody signed out."""


class Unready(AppError):
    """The database refuses service for a reason the message names."""


class NotNow(Unready):
    """The database does not answer, or another program holds it; that ends without the reader."""
