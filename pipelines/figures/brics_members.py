"""A bar per spell, solid where certain, hatched where contested; marks for dated steps."""

from __future__ import annotations

from datetime import date
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from pipelines.figures.style import INK, Release, Row, bare, day, inset, listed, publishers, shades, sheet

MEMBER, PARTNER = shades(4)[0], shades(4)[3]
MARKS = {"applied": "o", "invited": "D", "declined": "x", "blocked": "X", "froze": "s"}
LABELS = {"froze": "stopped taking part by own decision"}
LINE = 0.19
SPLIT = 2022.0  # the years before are drawn narrower: little happened


def draw(rows: list[Row], release: Release) -> Figure:
    """Return the figure."""
    members = [row for row in rows if row["what"] == "member"]
    partners = [row for row in rows if row["what"] == "partner"]
    certain = [row for row in members if not row["is_contested"]]
    first = [row for row in certain if row["began"] < date(2022, 1, 1)]
    contested = [row["state"] for row in members if row["is_contested"]]
    doubtful = "one that is contested" if len(contested) == 1 else f"{len(contested)} that are contested"
    title = (
        f"BRICS grew from {len(first)} members in 2021 to {len(certain)} and {doubtful}, with {len(partners)} partners"
    )
    last = max((row["last_day"] for row in rows), default=None)
    subtitle = (
        f"Spells and dated steps as far as searched ({last}, where open spells end); years before 2022 are narrower."
    )
    caption = (
        "Contested: counted by chairs’ lists, while the state’s own officials said that it had not decided (table "
        "memberships, contested_by and note). Steps dated to a year or a month stand at its middle. Applications of "
        f"states that were neither invited nor admitted are left out. Sources of the rows: {listed(publishers(rows))} "
        "(table citations)."
    )
    states = _order(rows)
    figure, margins = sheet(release, title, subtitle, caption, (10.0, 0.75 + LINE * len(states)))
    axes = figure.add_subplot(figure.add_gridspec(1, 1, **inset(figure, margins, left=1.65, top=0.55, bottom=0.15))[0])
    for row in rows:
        _entry(axes, row, states.index(row["state"]))
    _furnish(axes, states, contested)
    return figure


def _order(rows: list[Row]) -> list[str]:
    spells = {"member": 0, "partner": 1}
    keys: dict[str, tuple[int, date, str]] = {}
    for row in rows:
        key = (spells.get(row["what"], 2), row["began"], row["state"])
        keys[row["state"]] = min(key, keys.get(row["state"], key))
    return sorted(keys, key=lambda state: keys[state])


def _place(moment: float) -> float:
    return moment if moment >= SPLIT else SPLIT - (SPLIT - moment) * 0.22


def _entry(axes: Axes, row: Row, line: int) -> None:
    if row["what"] in MARKS:
        at = _place((day(row["began"]) + day(row["began_latest"])) / 2)
        lower = 0.22 if row["what"] in {"declined", "blocked"} else 0.0  # often of the same day as an invitation
        look: dict[str, Any] = {"color": INK} if row["what"] == "declined" else {"color": "white", "edgecolors": INK}
        axes.scatter(at, line + lower, s=20, marker=MARKS[row["what"]], linewidths=0.9, zorder=3, **look)
        return
    began, ended = _place(day(row["began"])), _place(day(row["ended"]))
    colour = MEMBER if row["what"] == "member" else PARTNER
    face, hatch = ("white", "/////") if row["is_contested"] else (colour, None)
    axes.barh(line, ended - began, 0.62, began, color=face, edgecolor=colour, linewidth=0.8, hatch=hatch)


def _furnish(axes: Axes, states: list[str], contested: list[str]) -> None:
    years = [2009, 2012, 2015, 2018, 2022, 2023, 2024, 2025, 2026]
    bare(axes).set_xticks([_place(float(year)) for year in years], [str(year) for year in years])
    axes.xaxis.tick_top()
    axes.tick_params(length=0)
    axes.set(ylim=(len(states) - 0.4, -0.6), xlim=(_place(2008.4), 2026.4))
    axes.grid(axis="x", color="#e4e4e4", linewidth=0.6)
    axes.set_axisbelow(True)
    axes.set_yticks(range(len(states)), [f"{s} (contested)" if s in contested else s for s in states])
    hatched = Patch(facecolor="white", edgecolor=MEMBER, hatch="/////", label="contested")
    bars = [Patch(color=MEMBER, label="member"), hatched, Patch(color=PARTNER, label="partner")]
    look: dict[str, Any] = {"linestyle": "", "markersize": 4.5, "markeredgecolor": INK, "markerfacecolor": "white"}
    marks = [Line2D([], [], marker=mark, label=LABELS.get(name, name), **look) for name, mark in MARKS.items()]
    axes.legend(handles=[*bars, *marks], ncols=8, loc="lower left", bbox_to_anchor=(-0.15, 1.035), borderaxespad=0,
                columnspacing=1.3, handletextpad=0.5)  # fmt: skip
