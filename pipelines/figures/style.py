"""One look for all figures, and SVG whose bytes are the same on every machine: own font as paths, salt, no date."""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import matplotlib
from matplotlib import cbook, colormaps, font_manager
from matplotlib.axes import Axes
from matplotlib.colors import to_hex
from matplotlib.figure import Figure

Row = dict[str, Any]
INK, FAINT, EMPTY = "#222222", "#8a8a8a", "#d9d9d9"
INCHES_PER_LINE = 0.155
LETTERS_PER_INCH = 19.0  # of the caption
SETTINGS: dict[Any, Any] = {
    "svg.hashsalt": "global-ties",
    "svg.fonttype": "path",
    "font.family": "DejaVu Sans",
    "font.size": 8,
    "text.parse_math": False,
    "text.color": INK,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.edgecolor": FAINT,
    "axes.titlesize": 9,
    "axes.titlelocation": "left",
    "axes.titleweight": "bold",
    "hatch.linewidth": 0.6,
    "legend.frameon": False,
}
matplotlib.rcdefaults()  # what a machine or a folder sets for Matplotlib does not count
matplotlib.rcParams.update(SETTINGS)
bundled = str(cbook._get_data_path("fonts"))
font_manager.fontManager.ttflist = [f for f in font_manager.fontManager.ttflist if f.fname.startswith(bundled)]


@dataclass(frozen=True)
class Release:
    """The figure's name, and the version and last day of the tables it is drawn from."""

    name: str
    version: str
    through: date | str


def shades(count: int, scale: str = "cividis") -> list[str]:
    """Return colours from dark to light (cividis or viridis): told apart in grey and by the colour-blind."""
    return [to_hex(colormaps[scale](0.02 + 0.86 * step / max(count - 1, 1))) for step in range(count)]


def contrast(colour: str) -> str:
    """Return the ink that is read on a colour."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return "white" if 0.299 * red + 0.587 * green + 0.114 * blue < 130 else INK


def sheet(
    release: Release, title: str, subtitle: str, caption: str, size: tuple[float, float]
) -> tuple[Figure, dict[str, float]]:
    """Return an empty figure with its words, and the margins (shares of it) that are left for panels.

    Args:
        release: what it is drawn from.
        title: the fact, or the topic.
        subtitle: how to read it.
        caption: definitions, limits and sources.
        size: width and height in inches; the words' lines are added to the height.

    """
    width = size[0]
    source = f"Global Ties {release.version}, searched up to {release.through}; query: {release.name}.sql. CC BY 4.0."
    foot = textwrap.wrap(f"{caption} {source}", int((width - 0.4) * LETTERS_PER_INCH))
    head = textwrap.wrap(subtitle, int((width - 0.4) * LETTERS_PER_INCH * 0.86))
    names = textwrap.wrap(title, int((width - 0.4) * LETTERS_PER_INCH * 0.5))
    top = 0.2 + 0.24 * len(names) + 0.17 * len(head)
    bottom = 0.2 + INCHES_PER_LINE * len(foot)
    height = size[1] + top + bottom
    figure = Figure(figsize=(width, height))
    left = 0.2 / width
    figure.text(left, 1 - 0.14 / height, "\n".join(names), size=12.5, weight="bold", va="top", linespacing=1.15)
    figure.text(left, 1 - (0.18 + 0.24 * len(names)) / height, "\n".join(head), size=8.5, va="top", linespacing=1.25)
    figure.text(left, 0.1 / height, "\n".join(foot), size=7, va="bottom", color="#444444", linespacing=1.3)
    return figure, {"left": 0.0, "right": 1 - 0.2 / width, "top": 1 - top / height, "bottom": bottom / height}


def inset(figure: Figure, margins: dict[str, float], **inches: float) -> dict[str, float]:
    """Return the margins moved inwards by inches (left, right, top, bottom)."""
    width, height = figure.get_size_inches()
    signs = {"left": 1 / width, "right": -1 / width, "top": -1 / height, "bottom": 1 / height}
    return {side: margins[side] + inches.get(side, 0.0) * sign for side, sign in signs.items()}


def bare(axes: Axes) -> Axes:
    """Take ticks and frame from axes, and return them."""
    axes.tick_params(length=0)
    axes.spines[:].set_visible(False)
    return axes


def day(moment: date) -> float:
    """Return a day as a decimal year."""
    return moment.year + (moment.timetuple().tm_yday - 1) / 365.25


def publishers(rows: list[Row]) -> list[str]:
    """Return the publishers that a query hands on with every row, the most cited first."""
    return next((row["publishers"] for row in rows if row["publishers"]), [])


def listed(names: list[str], most: int = 5) -> str:
    """Return the first names, and how many more there are."""
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(names[:most]) + more


def save(figure: Figure, path: Path, says: str) -> None:
    """Write the figure as SVG, its letters stored short."""
    metadata = {"Date": None, "Creator": None, "Format": None, "Type": None, "Title": path.stem, "Description": says}
    figure.savefig(path, format="svg", metadata=metadata)
    path.write_bytes(_shorter(path.read_text(encoding="utf-8")).encode())


def _shorter(text: str) -> str:
    text = text.replace("DejaVuSans-", "d")
    moved = r'<use xlink:href="#(d[\w-]+)" transform="translate\(([\d.]+) ([\d.]+)\)"/>'
    return re.sub(r"\n\s+", "\n", re.sub(moved, _moved, text))


def _moved(found: re.Match[str]) -> str:
    across, down = (f"{float(found[at]):.1f}".removesuffix(".0") for at in (2, 3))
    return f'<use xlink:href="#{found[1]}" x="{across}"' + (f' y="{down}"/>' if down != "0" else "/>")
