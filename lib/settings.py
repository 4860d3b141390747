"""What the environment says, read into a frozen value; nothing else reads it."""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lib.errors import Refused

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data"
SECRETS = ROOT / ".streamlit" / "secrets.toml"
SQLITE, POSTGRESQL = "sqlite:///", "postgresql+psycopg://"
UNKNOWN_ENGINE = (
    "Write FIELDWORK_DATABASE_URL as postgresql://name:password@host/database, or as "
    "sqlite:///name.db with the name of a file."
)


@dataclass(frozen=True)
class Settings:
    """Where the data lie and under which address Fieldwork is served."""

    data_dir: Path
    database_url: str
    base_url: str
    allowed: tuple[str, ...] = ()
    """Who may come in through an OpenID sign-in: addresses, domains, or * for all of them."""

    @property
    def sqlite_file(self) -> Path | None:
        """The embedded database's file; None on another engine."""
        if not self.database_url.startswith(SQLITE):
            return None
        return Path(self.database_url.removeprefix(SQLITE))

    @property
    def standby_url(self) -> str | None:
        """Where the address names a primary and its standby: the standby alone, which only reads.

        None for any other address.
        """
        written = "target_session_attrs=read-write"
        if written not in self.database_url or self.database_url.count("host=") < 2:
            return None
        return self.database_url.replace(written, "target_session_attrs=standby")

    @property
    def copies(self) -> Path:
        """The folder of the copies that Fieldwork makes by itself, beside the database."""
        return (self.sqlite_file or self.data_dir / "none").parent / "backups"


def read_settings(said: Mapping[str, str] | None = None) -> Settings:
    """The settings, with SQLite in the data folder where nothing else is said.

    What the environment does not name may stand, by the same name, in Streamlit's secrets.
    """
    environment = {**in_file(SECRETS), **os.environ} if said is None else said
    data_dir = Path(environment.get("FIELDWORK_DATA_DIR") or DATA).resolve()
    said_url = environment.get("FIELDWORK_DATABASE_URL", "").strip()
    return Settings(
        data_dir=data_dir,
        database_url=_address(said_url) if said_url else f"{SQLITE}{data_dir / 'fieldwork.db'}",
        base_url=environment.get("FIELDWORK_BASE_URL", ""),
        allowed=_listed(environment.get("FIELDWORK_ALLOWED", "")),
    )


@cache
def in_file(file: Path) -> dict[str, str]:
    """The settings that a file of secrets names; raises Refused where it cannot be read."""
    try:
        named = tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise Refused(f"{file} cannot be read: {error.strerror}. Let Fieldwork read it.") from error
    except ValueError as error:  # not its words: they may hold a secret
        raise Refused(f"{file.name} is not TOML. Mend it, and start Fieldwork again.") from error
    own = {name: value for name, value in named.items() if name.startswith("FIELDWORK_")}
    return {name: value for name, value in own.items() if isinstance(value, str)}


def _address(said: str) -> str:
    """The database's address with its driver; a file's from the root, wherever it was said from."""
    scheme, found, rest = said.partition("://")
    if scheme in {"postgresql", "postgres", "postgresql+psycopg"} and rest:
        return f"{POSTGRESQL}{rest}"
    name = rest.removeprefix("/").partition("?")[0]
    if scheme != "sqlite" or not found or not rest.startswith("/") or name in {"", ":memory:"}:
        raise Refused(UNKNOWN_ENGINE)
    return f"{SQLITE}{Path(name).resolve()}"


def _listed(text: str) -> tuple[str, ...]:
    """Addresses and domains, with commas or spaces between; @example.org is example.org."""
    return tuple(entry.removeprefix("@") for entry in text.lower().replace(",", " ").split())
