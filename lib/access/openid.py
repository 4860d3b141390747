"""Who signed in with an OpenID provider: its claims in, an identity out; refuses what is unsure.

Streamlit has checked the token's signature when these claims arrive, not whether it still holds.
"""

import json
import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from lib.errors import RanOut, SignedOut

NEEDED = "Sign in to open this Fieldwork."
ENDED = "Your sign-in has ended. Sign in again: what was saved is there."
UNSURE = "The sign-in did not say who you are. Sign in again, or ask whoever runs this Fieldwork."
STRANGER = (
    "This account may not use this Fieldwork. Sign in with another one, or ask whoever runs it."
)
EVERYBODY = "*"
SECRET_LENGTH = 32
SHARED = ("redirect_uri", "cookie_secret")
OF_A_PROVIDER = ("client_id", "client_secret", "server_metadata_url")
UNNAMED = "default"


@dataclass(frozen=True)
class Identity:
    """Who it is, as `explorer.subject` keeps it; when the provider said so, and until when."""

    subject: str
    issued: datetime
    expires: datetime


def identity(claims: Mapping[str, Any], allowed: Collection[str], now: datetime) -> Identity:
    """Who these claims tell of; raises SignedOut for nobody, or for one who may not come in."""
    if claims.get("is_logged_in") is not True:
        raise SignedOut(NEEDED)
    issuer, subject = claims.get("iss"), claims.get("sub")
    issued, expires = _moment(claims.get("iat")), _moment(claims.get("exp"))
    named = isinstance(issuer, str) and isinstance(subject, str) and issuer and subject
    if not named or issued is None or expires is None:
        raise SignedOut(UNSURE)
    if expires <= now:
        raise RanOut(ENDED)
    if not may_enter(claims, allowed):
        raise SignedOut(STRANGER)
    # A digest: short whatever they are, and the two cannot run into one another.
    whose = sha256(json.dumps([issuer, subject]).encode()).hexdigest()
    return Identity(whose, issued, expires)


def may_enter(claims: Mapping[str, Any], allowed: Collection[str]) -> bool:
    """Whether they are among those allowed: addresses, domains, or everybody the provider knows.

    An address counts where the provider has verified it. Only ASCII: other letters fold into it.
    """
    if EVERYBODY in allowed:
        return True
    address = claims.get("email")
    if not isinstance(address, str) or claims.get("email_verified") is not True:
        return False
    name, _, domain = address.lower().rpartition("@")
    return address.isascii() and bool(name) and bool({f"{name}@{domain}", domain} & set(allowed))


def providers(auth: Mapping[str, Any]) -> list[str]:
    """The providers that can be asked, by their names in Streamlit's [auth]; none if it lacks any.

    A short cookie secret could be guessed, and whoever knows it can sign in as anybody.
    """
    if any(not auth.get(key) for key in SHARED) or len(str(auth["cookie_secret"])) < SECRET_LENGTH:
        return []
    sections = {UNNAMED: auth, **{k: v for k, v in auth.items() if isinstance(v, Mapping)}}
    return [
        name
        for name, section in sections.items()
        if "_" not in name and all(section.get(key) for key in OF_A_PROVIDER)
    ]


def _moment(seconds: Any) -> datetime | None:
    """A claim's moment; None where it is none."""
    if isinstance(seconds, bool) or not isinstance(seconds, int | float):
        return None
    try:
        return datetime.fromtimestamp(seconds, UTC) if math.isfinite(seconds) else None
    except (OverflowError, ValueError, OSError):
        return None
