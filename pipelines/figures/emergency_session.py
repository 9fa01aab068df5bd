"""Heat map of the share in favour: a row per subregion, a column per text, the four counts in the cell."""

from __future__ import annotations

import textwrap

from matplotlib import colormaps
from matplotlib.axes import Axes
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from pipelines.figures.style import Release, Row, bare, contrast, inset, listed, publishers, sheet

TALLY = ("yes", "no", "abstain", "absent")
COUNTS = ("in_favour", "against", "abstaining", "not_voting")
SHORT = {"Latin America and the Caribbean": "Latin America, Caribbean"}


def draw(rows: list[Row], release: Release) -> Figure:
    """Return the figure."""
    texts = list(dict.fromkeys((row["resolution_id"], row["adopted"], row["title"]) for row in rows))
    totals = {row["resolution_id"]: [row[count] for count in TALLY] for row in rows}
    title = _title({text[0]: text[1].year for text in texts}, {symbol: counts[0] for symbol, counts in totals.items()})
    subtitle = (
        "Eleventh emergency special session of the UN General Assembly, by subregion. The shade is the share of "
        "members in favour; numbers: in favour · against · abstaining · not voting."
    )
    caption = (
        "Texts differ in what they ask for: columns are not steps of one scale. All members: official tally. Not "
        "voting holds members absent and those without the right to vote that day. * amended before the vote. "
        f"Subregions: UN M49. A vote is sourced through its resolution: {listed(publishers(rows), 3)} (table "
        "citations)."
    )
    areas = sorted({(row["region"], row["subregion"]) for row in rows if row["region"]})
    figure, margins = sheet(release, title, subtitle, caption, (11.0, 1.15 + 0.27 * (len(areas) + 1)))
    axes = figure.add_subplot(figure.add_gridspec(1, 1, **inset(figure, margins, left=1.75, top=0.95, bottom=0.1))[0])
    for row in rows:
        across = [text[0] for text in texts].index(row["resolution_id"])
        if row["region"]:
            _cell(axes, across, areas.index((row["region"], row["subregion"])), [row[count] for count in COUNTS])
        else:
            axes.add_patch(Rectangle((across, 0), 1, len(areas), facecolor="#efefef", edgecolor="white", linewidth=1.2))
            axes.text(across + 0.5, len(areas) / 2, "roll call\nnot coded", ha="center", va="center", color="#666666")
    for across, counts in enumerate(totals.values()):
        _cell(axes, across, len(areas) + 0.25, counts)
    _scale(axes)
    _furnish(axes, texts, areas, {row["resolution_id"] for row in rows if row["is_amended"]})
    return figure


def _title(years: dict[str, int], in_favour: dict[str, int]) -> str:
    early = [in_favour[text] for text, year in years.items() if year < 2025]
    late = [in_favour[text] for text, year in years.items() if year >= 2025]
    if not early or not late:
        return "Votes on the war in Ukraine at the eleventh emergency special session of the General Assembly"
    return (
        f"Emergency session on Ukraine: {min(early)} to {max(early)} members voted for each text of 2022 and 2023, "
        f"{min(late)} to {max(late)} for each of 2025"
    )


def _cell(axes: Axes, across: float, down: float, counts: list[int]) -> None:
    share = counts[0] / max(sum(counts), 1)
    colour = to_hex(colormaps["cividis"](1 - share))
    axes.add_patch(Rectangle((across, down), 1, 1, facecolor=colour, edgecolor="white", linewidth=1.2))
    said = " · ".join(str(count) for count in counts)
    axes.text(across + 0.5, down + 0.52, said, color=contrast(colour), ha="center", va="center", size=7)


def _scale(axes: Axes) -> None:
    for step in range(5):
        box = Rectangle(
            (-1.55 + 0.3 * step, -1.1), 0.3, 0.6, facecolor=colormaps["cividis"](1 - step / 4), clip_on=False
        )
        axes.add_patch(box)
        axes.text(-1.4 + 0.3 * step, -1.2, f"{25 * step}", ha="center", size=6.5)
    axes.text(-1.55, -2.0, "in favour, % of members", size=7)


def _furnish(axes: Axes, texts: list[tuple[str, object, str]], areas: list[tuple[str, str]], amended: set[str]) -> None:
    bare(axes).set(xlim=(0, max(len(texts), 1)), ylim=(len(areas) + 1.3, 0))
    names = [SHORT.get(area, area) for _, area in areas]
    axes.set_yticks([*(at + 0.5 for at in range(len(areas))), len(areas) + 0.75], [*names, "All members"])
    heads = [
        f"{symbol.removeprefix('A/RES/')}{'*' if symbol in amended else ''}\n{adopted}\n"
        + "\n".join(textwrap.wrap(title, 17, max_lines=4, placeholder=" …"))
        for symbol, adopted, title in texts
    ]
    axes.set_xticks([at + 0.5 for at in range(len(texts))], heads, size=6.3, linespacing=1.2)
    axes.xaxis.tick_top()
    axes.tick_params(length=0, pad=2)
    before = [at for at in range(1, len(areas)) if areas[at][0] != areas[at - 1][0]]
    axes.hlines(before, 0, len(texts), color="#444444", linewidth=0.8)
