"""A chart with what it says in words."""

from dataclasses import dataclass

from lib.charts.base import Drawing
from lib.markdown import Markdown


@dataclass(frozen=True)
class Section:
    """A chart with its words."""

    drawing: Drawing
    sentence: Markdown
    caption: Markdown
