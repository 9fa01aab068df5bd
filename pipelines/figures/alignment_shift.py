"""Dot plot: left the shift since 2021 on like components, right the latest index between its bounds."""

from __future__ import annotations

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from pipelines.figures.style import FAINT, INK, Release, Row, bare, inset, shades, sheet

LEAST = 15.0  # points: smaller shifts are not drawn
LINE = 0.16
AWAY, TOWARDS = shades(4)[3], shades(4)[0]


def draw(rows: list[Row], release: Release) -> Figure:
    """Return the figure."""
    shown = [row for row in rows if abs(row["shift"]) >= LEAST]
    first = rows[0] if rows else {"away": 0, "towards": 0, "compared": 0, "base_year": 2021}
    title = (
        f"Of {first['compared']} states compared with {first['base_year']}, {first['away']} moved away from Russia "
        f"and {first['towards']} towards it, mostly by votes"
    )
    if not _mostly_votes(rows):
        title = title.removesuffix(", mostly by votes")
    subtitle = (
        f"The {len(shown)} shifts of {LEAST:g} points and more, on the components known in both years, what moved "
        "them, and the latest index between its bounds, which say how much is not known."
    )
    caption = (
        "A shift compares a state with itself on like components only: votes on texts on Ukraine (which differ between "
        "years), memberships, visits, and sanctions since 24 February 2022 where known. Right: line = index if every "
        "missing component were 0 or 1; dot = index, only where four components are known. Table alignment_shift; "
        "method and limits: docs/alignment.md. Sources: those of the components’ rows (table citations)."
    )
    figure, margins = sheet(release, title, subtitle, caption, (10.5, 0.75 + LINE * len(shown)))
    panels = figure.add_gridspec(
        1, 2, wspace=0.15, **inset(figure, margins, left=1.75, right=0.35, top=0.6, bottom=0.1)
    )
    left = figure.add_subplot(panels[0])
    right = figure.add_subplot(panels[1], sharey=left)
    _shifts(left, shown)
    _levels(right, shown)
    return figure


def _mostly_votes(rows: list[Row]) -> bool:
    moved = [row for row in rows if row["moved_by"]]
    return sum(str(row["moved_by"]).startswith("votes") for row in moved) > 0.5 * max(len(moved), 1)


def _shifts(axes: Axes, rows: list[Row]) -> None:
    for at, row in enumerate(rows):
        side, place = ("left", 1) if row["shift"] < 0 else ("right", -1)
        axes.text(
            place, at, (row["moved_by"] or "").replace(";", ", "), size=6.5, va="center", ha=side, color="#555555"
        )
    for colour, marker, sign in ((AWAY, "<", -1), (TOWARDS, ">", 1)):
        moved = [(at, row["shift"]) for at, row in enumerate(rows) if row["shift"] * sign > 0]
        lines, shifts = [one[0] for one in moved], [one[1] for one in moved]
        axes.hlines(lines, 0, shifts, color=colour, linewidth=1.6)
        axes.scatter(shifts, lines, s=26, marker=marker, color=colour, edgecolors=INK, linewidths=0.5, zorder=3)
    bare(axes).set_yticks(range(len(rows)), [row["state"] for row in rows], size=7)
    axes.set_ylim(len(rows) - 0.4, -0.6)
    axes.axvline(0, color=INK, linewidth=0.8)
    reach = max([45, *(abs(row["shift"]) for row in rows)]) + 5
    axes.set_xlim(-reach, reach)
    _head(axes, "Shift since 2021, points", [-40, -20, 0, 20, 40], ["−40\naway", "−20", "0", "+20", "+40\ntowards"])


def _levels(axes: Axes, rows: list[Row]) -> None:
    lower, upper = [row["latest_lower"] for row in rows], [row["latest_upper"] for row in rows]
    axes.hlines(range(len(rows)), lower, upper, color=FAINT, linewidth=1.4)
    known = [(row["latest_index"], at) for at, row in enumerate(rows) if row["latest_index"] is not None]
    axes.scatter([one[0] for one in known], [one[1] for one in known], s=20, color=TOWARDS, zorder=3)
    for at, row in enumerate(rows):
        axes.text(101, at, str(row["latest_year"]), size=6.5, va="center", color="#555555")
    bare(axes).set_xlim(0, 100)
    axes.tick_params(labelleft=False)
    _head(axes, "Latest index (dot) between its bounds (line)", [0, 25, 50, 75, 100], ["0", "25", "50", "75", "100"])


def _head(axes: Axes, title: str, ticks: list[int], labels: list[str]) -> None:
    axes.set_title(title, pad=24)
    axes.set_xticks(ticks, labels, size=7)
    axes.xaxis.tick_top()
    axes.tick_params(length=0, pad=2)
    axes.grid(axis="x", color="#e4e4e4", linewidth=0.6)
    axes.set_axisbelow(True)
