"""The link that a window came with: known as long as its session lives, and never let go.

Not in Streamlit's session state: any window may ask Streamlit to empty that, and all caches.
"""

from weakref import WeakKeyDictionary

from streamlit.runtime.fragment import FragmentStorage
from streamlit.runtime.scriptrunner import get_script_run_ctx

_links: WeakKeyDictionary[FragmentStorage, str] = WeakKeyDictionary()
"""By the one thing of a session that Streamlit makes with it and never makes anew."""


def link_of_this_window() -> str | None:
    """The token that this window had last; None for one that never had any."""
    context = get_script_run_ctx()
    return None if context is None else _links.get(context.fragment_storage)


def stays_with(token: str) -> None:
    """This window has the link from now on."""
    context = get_script_run_ctx()
    if context is not None:
        _links[context.fragment_storage] = token
