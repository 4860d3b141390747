"""What only a script in the browser can do; each is a file beside this one.

Streamlit serves them from its own address, so that the content policy lets them run. It finds such
files in installed packages alone, and Fieldwork runs from its folder: they are named to it here.
"""

from collections.abc import Mapping
from pathlib import Path

import streamlit as st
from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager
from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest

HERE = Path(__file__).parent
OURS = "fieldwork"


def script(name: str, data: Mapping[str, str | int | float], *, html: str | None = None) -> None:
    """Run `name.js` with these data, at the end of this run and whenever they change."""
    full = f"{OURS}.{name}"
    manager = get_bidi_component_manager()
    if manager.get_component_asset_root(full) is None:
        manifest = ComponentManifest(OURS, "1", [ComponentConfig(name, ".")])
        manager.register_from_manifest(manifest, HERE)
    st.components.v2.component(full, html=html, js=f"{name}.js")(key=name, data=dict(data))
