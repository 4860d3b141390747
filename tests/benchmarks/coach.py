"""What a warm rerun of each Explore screen costs a coach, against the explorer: the bar is 1.1.

./fieldwork python -m tests.benchmarks.coach
"""

import os
import statistics
import tempfile
import time

from streamlit.testing.v1 import AppTest

from lib.access.links import Scope, stored
from lib.cli.links import fields_named
from lib.commands.explorers import the_explorer
from lib.commands.links import make_link
from lib.settings import ROOT, read_settings
from lib.storage.database import open_database
from tests.benchmarks.reruns import SCREENS
from tests.factories import release_all

RUNS, BAR = 25, 1.1
SCOPES = {"default": Scope(), "all": Scope(names=True, organisations=True, quotes=True, pay=True)}


def a_token(scope: Scope) -> str:
    """A link to every field, with all that was typed released for it."""
    database = open_database(read_settings())
    with database.write() as session:
        me = the_explorer(session)
        fields = fields_named(session, me, None)
        link, token = make_link(session, me, label="Ana", fields=fields, scope=scope, days=9)
        release_all(session, stored(session, me, link)[0])
    database.dispose()
    return token


def pair_ms(explorer: AppTest, coach: AppTest) -> tuple[float, float]:
    """The medians of warm runs, taken in turns, so that a busy machine slows both."""
    took: tuple[list[float], list[float]] = ([], [])
    for _ in range(RUNS + 3):
        for app, times in zip((explorer, coach), took, strict=True):
            start = time.perf_counter()
            app.run()
            times.append((time.perf_counter() - start) * 1000)
    mine, theirs = (statistics.median(times[3:]) for times in took)
    return mine, theirs


def main() -> None:
    """Print a row a screen and scope."""
    os.environ["FIELDWORK_DATA_DIR"] = tempfile.mkdtemp()
    explorer = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    explorer.button(key="load_samples").click().run()
    print(
        f"{'link':8} {'screen':10} {'explorer ms':>12} {'coach ms':>9} {'ratio':>6} (bar {BAR:g})"
    )
    for name, scope in SCOPES.items():
        coach = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
        coach.query_params["share"] = a_token(scope)
        coach.run()
        for screen in SCREENS:
            for app in (explorer, coach):
                app.switch_page(f"pages/explore/{screen}.py").run()
                assert not app.exception, app.exception
            mine, theirs = pair_ms(explorer, coach)
            print(f"{name:8} {screen:10} {mine:12.1f} {theirs:9.1f} {theirs / mine:6.2f}")


if __name__ == "__main__":
    main()
