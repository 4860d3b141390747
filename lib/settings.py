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
        prefix = "sqlite:///"
        if not self.database_url.startswith(prefix):
            return None
        return Path(self.database_url.removeprefix(prefix))


def read_settings(said: Mapping[str, str] | None = None) -> Settings:
    """The settings, with SQLite in the data folder where nothing else is said.

    What the environment does not name may stand, by the same name, in Streamlit's secrets.
    """
    environment = {**in_file(SECRETS), **os.environ} if said is None else said
    data_dir = Path(environment.get("FIELDWORK_DATA_DIR") or DATA).resolve()
    url = environment.get("FIELDWORK_DATABASE_URL") or f"sqlite:///{data_dir / 'fieldwork.db'}"
    return Settings(
        data_dir=data_dir,
        database_url=url.replace("postgresql://", "postgresql+psycopg://", 1),
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
    except ValueError as error:  # not its words: they may hold a secret
        raise Refused(f"{file.name} is not TOML. Mend it, and start Fieldwork again.") from error
    own = {name: value for name, value in named.items() if name.startswith("FIELDWORK_")}
    return {name: value for name, value in own.items() if isinstance(value, str)}


def _listed(text: str) -> tuple[str, ...]:
    """Addresses and domains, with commas or spaces between; @example.org is example.org."""
    return tuple(entry.removeprefix("@") for entry in text.lower().replace(",", " ").split())
