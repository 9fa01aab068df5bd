"""World map in the Equal Earth projection: a shade per class of the index, hatched where it is of an earlier year."""

from __future__ import annotations

import json
from collections import Counter
from math import asin, cos, radians, sin, sqrt
from pathlib import Path as File

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Patch, PathPatch
from matplotlib.path import Path

from pipelines.figures.style import EMPTY, INK, Release, Row, bare, inset, shades, sheet

CLASSES = [(0, 10), (10, 20), (20, 30), (30, 50), (50, 100)]
COLOURS = shades(len(CLASSES), "viridis")[::-1]  # dark is close to Russia
UNKNOWN, RUSSIA = "#efefef", "white"
EDGES = {UNKNOWN: "#a8a8a8", RUSSIA: INK}
SMALL = 1.2  # square degrees: a state below it gets a dot as well
Ring = list[float]
# Equal Earth: B. Šavrič, T. Patterson, B. Jenny (2019), Int. Journal of Geographical Information Science 33 (3)
A1, A2, A3, A4 = 1.340264, -0.081106, 0.000893, 0.003796


def draw(rows: list[Row], release: Release) -> Figure:
    """Return the figure."""
    known = {row["state_id"]: row for row in rows if row["alignment_index"] is not None}
    last = max((row["last_year"] for row in rows if row["last_year"]), default=0)
    members = sum(row["is_member"] for row in rows) - 1
    title = f"How close states stood to Russia: the alignment index of {len(known)} of {members} states"
    subtitle = (
        f"0 = furthest, 100 = closest; {last}, hatched: {last - 2} or {last - 1}. An index is given where four of "
        "eight components are known; states differ in which, so read classes, not ranks (docs/alignment.md)."
    )
    caption = (
        "Borders are simplified, some are disputed, and their course here is no judgement: Natural Earth 1:10 "
        "million in a variant by point of view (ne_10m_admin_0_countries_deu; public domain), which shows Crimea "
        "with Ukraine and Western Sahara by itself. Territories without data of their own are grey. Dots: states too "
        "small to be seen. The bounds of each index (missing components at worst or at best) are often 40 points "
        "apart: index_lower and index_upper in table alignment. Equal Earth projection. Sources: those of the "
        "components’ rows (table citations)."
    )
    figure, margins = sheet(release, title, subtitle, caption, (11.0, 5.6))
    axes = figure.add_subplot(figure.add_gridspec(1, 1, **inset(figure, margins, left=0.1, bottom=0.5, top=0.1))[0])
    bare(axes).set(xticks=[], yticks=[], aspect="equal")
    states = {row["state_id"] for row in rows if row["is_member"]}
    world: dict[str, list[Ring]] = json.loads((File(__file__).parent / "world.json").read_text(encoding="utf-8"))
    for code, rings in world.items():
        _state(axes, rings, code in states, *_look(code, known.get(code)))
    axes.set(xlim=(-2.6, 2.7), ylim=(equal_earth(0, -57)[1], equal_earth(0, 84)[1]))
    _legend(figure, margins, Counter(_class(row["alignment_index"]) for row in known.values()))
    return figure


def equal_earth(longitude: float, latitude: float) -> tuple[float, float]:
    """Return the place of a point (degrees) on the map, in units of the sphere's radius."""
    angle = asin(sqrt(3) / 2 * sin(radians(latitude)))
    square = angle * angle
    sixth = square**3
    slope = A1 + 3 * A2 * square + sixth * (7 * A3 + 9 * A4 * square)
    across = 2 * sqrt(3) / 3 * radians(longitude) * cos(angle) / slope
    return across, angle * (A1 + A2 * square + sixth * (A3 + A4 * square))


def _class(index: float) -> int:
    return next(at for at, (_, upper) in enumerate(CLASSES) if index < upper or upper == CLASSES[-1][1])


def _look(code: str, row: Row | None) -> tuple[str, str | None]:
    if row is not None:
        return COLOURS[_class(row["alignment_index"])], "//////" if row["year"] < row["last_year"] else None
    if code == "RUS":
        return RUSSIA, None
    return UNKNOWN, None


def _state(axes: Axes, rings: list[Ring], is_member: bool, colour: str, hatch: str | None) -> None:
    points, codes = [], []
    for ring in rings:
        placed = [equal_earth(x, y) for x, y in zip(ring[::2], ring[1::2], strict=True)]
        points += placed
        codes += [Path.MOVETO, *[Path.LINETO] * (len(placed) - 2), Path.CLOSEPOLY]
    edge = EDGES.get(colour, "white")
    axes.add_patch(PathPatch(Path(points, codes), facecolor=colour, edgecolor=edge, linewidth=0.35, hatch=hatch))
    if is_member and sum(abs(_area(ring)) for ring in rings) < SMALL:
        ring = max(rings, key=lambda one: abs(_area(one)))
        middle = equal_earth(sum(ring[::2]) / len(ring[::2]), sum(ring[1::2]) / len(ring[1::2]))
        axes.scatter(*middle, s=13, color=colour, edgecolors=INK, linewidths=0.4, hatch=hatch, zorder=3)


def _area(ring: Ring) -> float:
    longitudes, latitudes = ring[::2], ring[1::2]
    pairs = zip(longitudes, latitudes, longitudes[1:], latitudes[1:], strict=False)
    return sum(x1 * y2 - x2 * y1 for x1, y1, x2, y2 in pairs) / 2


def _legend(figure: Figure, margins: dict[str, float], counts: Counter[int]) -> None:
    keys = [
        Patch(facecolor=colour, label=f"{lower} to {upper} ({counts[at]})")
        for at, ((lower, upper), colour) in enumerate(zip(CLASSES, COLOURS, strict=True))
    ]
    keys.append(Patch(facecolor=EMPTY, edgecolor="white", hatch="//////", label="earlier year"))
    keys.append(Patch(facecolor=UNKNOWN, edgecolor=EDGES[UNKNOWN], linewidth=0.5, label="too little known, or no data"))
    keys.append(Patch(facecolor=RUSSIA, edgecolor=INK, linewidth=0.5, label="Russia"))
    figure.legend(handles=keys, loc="lower center", bbox_to_anchor=(0.5, margins["bottom"]), ncols=8, columnspacing=1.2,
                  handlelength=1.5)  # fmt: skip
