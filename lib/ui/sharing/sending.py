"""Which windows may send files, told to what stands before Streamlit in a served Fieldwork."""

from streamlit.runtime.scriptrunner import get_script_run_ctx

from lib.access.viewer import Explorer, Viewer
from lib.serving.strangers import takes_files


def may_send(viewer: Viewer | None) -> None:
    """A coach sends no file, and whoever is not signed in none either."""
    context = get_script_run_ctx()
    if context is not None:
        window = context.fragment_storage
        takes_files(context.session_id, window, of_an_explorer=isinstance(viewer, Explorer))
