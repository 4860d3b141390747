"""How much a rerun of each Explore screen costs: against constants, against one widget.

./fieldwork python -m tests.benchmarks.reruns
"""

import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from streamlit.testing.v1 import AppTest

from lib.settings import ROOT

RUNS = 15
SCREENS = sorted(page.stem for page in (ROOT / "pages" / "explore").glob("*.py"))
ONE_WIDGET = "import streamlit as st\nst.text_input('Name')"


def median_ms(run: Callable[[], Any]) -> float:
    """The median of warm runs, in milliseconds."""
    for _ in range(3):
        run()
    took = []
    for _ in range(RUNS):
        start = time.perf_counter()
        run()
        took.append((time.perf_counter() - start) * 1000)
    return statistics.median(took)


@contextmanager
def constants() -> Iterator[None]:
    """Every read answers what it answered before, without cache, key or database."""
    from lib.queries import explorer
    from lib.ui import reads
    from lib.ui.access import session

    known: dict[str, Any] = {}
    real_read, real_pulse = reads._cached, explorer.pulse
    pulse: list[Any] = []

    def remembered(key: str, *arguments: Any) -> Any:
        if key not in known:
            known[key] = real_read(key, *arguments)
        return known[key]

    def constant(*arguments: Any) -> Any:
        if not pulse:
            pulse.append(real_pulse(*arguments))
        return pulse[0]

    with patch.object(reads, "_cached", remembered), patch.object(session, "pulse", constant):
        yield


def main() -> None:
    """Print a row a screen."""
    os.environ["FIELDWORK_DATA_DIR"] = tempfile.mkdtemp()
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    app.button(key="load_samples").click().run()
    one = AppTest.from_string(ONE_WIDGET).run()
    widget = median_ms(one.run)
    print(f"one widget: {widget:.1f} ms")
    print(f"{'screen':10} {'warm ms':>8} {'/ constants':>12} {'/ one widget':>13}")
    for screen in SCREENS:
        app.switch_page(f"pages/explore/{screen}.py").run()
        assert not app.exception, app.exception
        warm = median_ms(app.run)
        with constants():
            fixed = median_ms(app.run)
        print(f"{screen:10} {warm:8.1f} {warm / fixed:12.2f} {warm / widget:13.2f}")


if __name__ == "__main__":
    main()
