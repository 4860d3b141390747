"""Links for a coach on the command line: `share create`, `share list`, `share revoke`."""

from argparse import ArgumentParser, Namespace
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from lib.access.links import DAYS, INCLUDES, Scope, address
from lib.access.viewer import Explorer
from lib.cli.files import opened
from lib.cli.output import DONE, Output
from lib.commands.explorers import the_explorer
from lib.commands.links import make_link, revoke_link
from lib.errors import Refused
from lib.filters import EVERYTHING
from lib.frames import records
from lib.queries.fields import fields
from lib.queries.links import links
from lib.settings import Settings

LOCAL = "http://localhost:8501"


def add_share(commands: Any, shared: ArgumentParser) -> None:
    """`share create`, `share list`, `share revoke ID`"""
    verbs = commands.add_parser("share", help="links for a coach").add_subparsers(
        required=True, metavar="VERB"
    )
    create = verbs.add_parser("create", parents=[shared], help="make a link; its token shows once")
    create.add_argument("--label", required=True, help="whom it is for")
    create.add_argument("--fields", nargs="+", metavar="FIELD", help="default: all there are now")
    create.add_argument("--include", default="", help=f"of {', '.join(INCLUDES)}, with commas")
    create.add_argument("--threshold", type=int, default=1, help="least people of a group, 1 to 3")
    create.add_argument("--days", type=int, default=DAYS)
    create.set_defaults(run=run_create)
    listed = verbs.add_parser("list", parents=[shared], help="every link")
    listed.set_defaults(run=run_list)
    revoke = verbs.add_parser("revoke", parents=[shared], help="close a link for good")
    revoke.add_argument("id")
    revoke.set_defaults(run=run_revoke)


def run_create(settings: Settings, asked: Namespace, output: Output) -> int:
    """Make a link; {"id", "url", "token", "expires"}."""
    with opened(settings) as database, database.write() as session:
        viewer = the_explorer(session)
        link_id, token = make_link(
            *(session, viewer),
            label=asked.label,
            fields=fields_named(session, viewer, asked.fields),
            scope=scope_of(asked.include),
            days=asked.days,
            threshold=asked.threshold,
        )
        made = next(
            row
            for row in records(links(session, viewer, EVERYTHING))
            if row["link_id"] == str(link_id)
        )
    url = address(settings.base_url or LOCAL, token)
    told = {"id": link_id, "url": url, "token": token, "expires": made["expires_at"].isoformat()}
    output.say(f"{url}\nShown this once; open until {made['expires_at']:%Y-%m-%d}.", told)
    return DONE


def fields_named(session: Session, viewer: Explorer, names: list[str] | None) -> list[UUID]:
    """The fields with these names; all there are where none was named."""
    named = fields(session, viewer, EVERYTHING)
    ids = dict(zip(named["field"], named["field_id"], strict=True))
    for name in names or []:
        if name not in ids:
            raise Refused(f"There is no field “{name}”. There are: {', '.join(ids)}.")
    return [UUID(ids[name]) for name in names or ids]


def scope_of(included: str) -> Scope:
    """What is in by default, and these."""
    more = {part.strip() for part in included.split(",") if part.strip()}
    if unknown := more - set(INCLUDES):
        able = ", ".join(INCLUDES)
        raise Refused(f"A link cannot include {', '.join(sorted(unknown))}. It can: {able}.")
    return Scope(**dict.fromkeys(more, True))


def run_list(settings: Settings, asked: Namespace, output: Output) -> int:
    """Every link, without its token."""
    with opened(settings) as database:
        with database.write() as session:
            viewer = the_explorer(session)
        with database.read() as session:
            found = records(links(session, viewer, EVERYTHING))
    lines = [f"{r['link_id']}  {r['label']}  until {r['expires_at']:%Y-%m-%d}" for r in found]
    output.say("\n".join(lines) or "There is no link.", found)
    return DONE


def run_revoke(settings: Settings, asked: Namespace, output: Output) -> int:
    """Close it for good."""
    try:
        link_id = UUID(asked.id)
    except ValueError as error:
        raise Refused("This is no link's id. `share list` shows them.") from error
    with opened(settings) as database, database.write() as session:
        revoke_link(session, the_explorer(session), link_id=link_id)
    output.say("The link is closed.", {"id": link_id, "revoked": True})
    return DONE


COMMANDS = (add_share,)
