"""Starts the server on app.py, with Streamlit's old page discovery off from the first request.

`streamlit run app.py` works too. There, a fresh server answers its first request by the old
rules: a page's own address shows "Page not found" once, before app.py corrects it.
"""

from streamlit.runtime.pages_manager import PagesManager
from streamlit.web import cli

from lib.settings import ROOT


def main(arguments: list[str]) -> None:
    """Run until stopped; `arguments` are Streamlit's own, such as --server.port 8502."""
    PagesManager.uses_pages_directory = False
    cli.main(["run", str(ROOT / "app.py"), *arguments])
