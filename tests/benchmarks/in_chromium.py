"""From a press on a filter to the last chart drawn, against a page with one widget, in Chromium.

./fieldwork python -m tests.benchmarks.in_chromium
"""

import statistics
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.browser.conftest import serve, visit
from tests.chromium import FLAGS, chromium

RUNS = 12
SCREENS = ("", "compare", "skills", "getting_in", "pay", "day_to_day")
ONE_WIDGET = """
import streamlit as st

chosen = st.pills("Field", ["Data analyst", "Technical writer"], key="fields")
st.markdown(f"Shown: {chosen}.")
"""
WATCH = """() => new Promise(done => {
    const drawn = "[data-testid=stVegaLiteChart] svg, [data-testid=stMarkdown]";
    const inside = node => (node.nodeType === 1 ? node : node.parentElement)?.closest(drawn);
    const begun = performance.now();
    let last = begun, quiet = begun;
    new MutationObserver(changes => {
        quiet = performance.now();
        if (changes.some(change => inside(change.target))) last = quiet;
    }).observe(
        document.body, {childList: true, subtree: true, characterData: true, attributes: true});
    const timer = setInterval(() => {
        if (performance.now() - quiet > 400) { clearInterval(timer); done(last - begun); }
    }, 20);
    document.querySelector("[data-testid=stButtonGroup] button").click();
})"""
"""From the press to the last change inside a chart or a text, once the page has come to rest."""


def median_ms(page: Page) -> float:
    """Press a field on and off; the time until nothing changes on the page any more."""
    took = [float(page.evaluate(WATCH)) for _ in range(RUNS)]
    return statistics.median(took[2:])


def main() -> None:
    """Print a row a screen."""
    folder = Path(tempfile.mkdtemp())
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        script = folder / "one.py"
        script.write_text(ONE_WIDGET)
        plain = serve(folder, script=script)
        visit(page, next(plain).url)
        time.sleep(1)
        widget = median_ms(page)
        plain.close()
        print(f"one widget: {widget:.0f} ms")
        running = serve(folder, samples=True)
        url = next(running).url
        for screen in SCREENS:
            visit(page, f"{url}/{screen}")
            page.wait_for_timeout(2_500)
            took = median_ms(page)
            print(f"{screen or 'overview':10} {took:6.0f} ms {took / widget:6.2f}")
        running.close()
        browser.close()


if __name__ == "__main__":
    main()
