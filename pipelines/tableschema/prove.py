"""SQL that proves cells good: what it accepts, frictionless accepts without a note; of the rest it says nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from pipelines.ddl import literal
from pipelines.tableschema.cells import read_safely
from pipelines.tableschema.regex import to_re2

DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
CLOCK = "([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]"
INTEGER = "[+-]?[0-9]{1,18}"
WHOLE = "0|-?[1-9][0-9]{0,17}"
UNSIGNED = "([0-9]{1,15}(\\.[0-9]{0,12})?|\\.[0-9]{1,12})"
NUMBER = f"[+-]?{UNSIGNED}"
POSITIVE = {
    ("integer", 0): "\\+?[0-9]{1,18}",
    ("integer", 1): "\\+?0{0,9}[1-9][0-9]{0,8}",
    ("number", 0): UNSIGNED,
}
FORMS = {
    "datetime": f"{DAY}T{CLOCK}",
    "time": CLOCK,
    "year": "[0-9]{4}",
    "yearmonth": "[0-9]{4}-(0[1-9]|1[0-2])",
}
BOUNDS = {"minimum": ">=", "maximum": "<=", "exclusiveMinimum": ">", "exclusiveMaximum": "<"}
KEY_FORMS = {"string": "text", "any": "text"} | {
    kind: kind for kind in ("integer", "date", "datetime", "time", "year", "yearmonth")
}
LONGEST_LIST = 1000


@dataclass(frozen=True)
class Proof:
    """What proves a cell good: being missing, or `sql` (empty: any text) and, if `is_read`, frictionless' reader."""

    missing: tuple[str, ...]
    is_required: bool
    sql: str = ""
    is_read: bool = False
    is_filled: bool = False  # whether `sql` is false of an empty cell

    def condition(self, column: str) -> str:
        """Return the condition for a column, empty where every cell is good."""
        blank = is_among(column, self.missing)
        if not self.missing:
            return self.sql
        if self.is_required and self.is_filled and self.missing == ("",):
            return self.sql
        if self.is_required:
            return f"NOT {blank}" + (f" AND {self.sql}" if self.sql else "")
        return f"({blank} OR ({self.sql}))" if self.sql else ""


def is_among(column: str, values: tuple[str, ...]) -> str:
    """Return the condition that a column holds one of some texts."""
    if len(values) == 1:
        return f"({column} = {literal(values[0])})"
    return f"({column} IN ({', '.join(map(literal, values))}))" if values else "(false)"


def missing_values(fld: Any) -> list[str]:
    """Return the texts that stand for no value in a field."""
    own = fld.has_defined("missing_values") or not fld.schema
    return list(fld.missing_values if own else fld.schema.missing_values)


def key_form(field: Any) -> str | None:
    """Return how the field's values stand as text in a key, each value one way; None where they may stand in many."""
    return KEY_FORMS.get(field.type) if field.format == "default" and not _has_own_numbers(field) else None


def proof(field: Any, column: str, *, is_key: bool, missing: list[str]) -> Proof:
    """Return what proves a cell of a field good.

    Args:
        field: frictionless' field.
        column: the column's name in SQL.
        is_key: whether the cell stands in a key, so that only the canonical text of its value is proved.
        missing: the texts that stand for no value.

    """
    required = bool(field.constraints.get("required"))
    names = [name for name in field.constraints if name not in ("required", "unique")]
    form = _form(field, column, is_key)
    if form is None:
        return Proof(tuple(missing), required, "", is_read=True)
    if positive := _positive(field, column, is_key):
        form, names = positive, [name for name in names if name != "minimum"]
    limits = [_constraint(field, column, name) for name in names]
    parts = [form, *(limit for limit in limits if limit)]
    return Proof(tuple(missing), required, " AND ".join(filter(None, parts)), None in limits, bool(form))


def _has_own_numbers(field: Any) -> bool:
    return bool({"bare_number", "decimal_char", "group_char", "float_number"} & set(field.list_defined()))


def _form(field: Any, column: str, is_key: bool) -> str | None:
    if field.type == "string":
        return "" if field.format in ("default", "") else None
    if field.type == "any":
        return ""
    if field.type == "boolean":
        return is_among(column, tuple(v for v in [*field.true_values, *field.false_values] if isinstance(v, str)))
    if field.format != "default" or _has_own_numbers(field):
        return None
    if field.type == "integer":
        return matches(column, WHOLE if is_key else INTEGER)
    if field.type == "number":
        return None if is_key else matches(column, NUMBER)
    if field.type == "date":  # a day that is written as DuckDB writes it; cheaper than a regular expression
        day = f"CAST(TRY_CAST({column} AS DATE) AS VARCHAR)"
        return f"strlen({column}) = 10 AND {column} >= '0001' AND {day} = {column}"
    if field.type not in FORMS:
        return None
    sql = matches(column, FORMS[field.type])
    if field.type == "datetime":
        sql += f" AND {column} >= '0001' AND TRY_CAST({column}[1:10] AS DATE) IS NOT NULL"
    return sql


def _positive(field: Any, column: str, is_key: bool) -> str | None:
    """Return a form that also proves a `minimum` of 0 or 1, cheaper than comparing numbers, or None."""
    limit = field.constraints.get("minimum")
    kind = (field.type, limit if type(limit) is int else None)
    return None if is_key or kind not in POSITIVE else matches(column, POSITIVE[kind])


def matches(column: str, form: str) -> str:
    """Return the condition that a column's whole text has a form (a regular expression of RE2)."""
    return f"regexp_full_match({column}, {literal(form)})"


def _constraint(field: Any, column: str, name: str) -> str | None:
    limit = field.constraints[name]
    if limit is None or name not in field.supported_constraints:
        return ""
    if name in BOUNDS:
        return _bound(field, column, name, field.create_value_reader()(limit))
    if name in ("minLength", "maxLength") and field.type == "string" and type(limit) is int:
        return f"length({column}) {'>=' if name == 'minLength' else '<='} {limit}"
    if name == "pattern":
        form = to_re2(limit) if isinstance(limit, str) else None
        return f"regexp_matches({column}, {literal(form)})" if form and _is_plain(form) else None
    return _enum(field, column) if name == "enum" else None


def _is_plain(form: str) -> bool:
    return max((int(n) for n in re.findall(r"[{,](\d+)\}", form)), default=0) < LONGEST_LIST


def _bound(field: Any, column: str, name: str, limit: Any) -> str | None:
    if field.type in ("integer", "year"):
        is_small = type(limit) is int and abs(limit) < 10**18
        return f"TRY_CAST({column} AS BIGINT) {BOUNDS[name]} {limit}" if is_small else None
    if field.type == "number":
        is_exact = isinstance(limit, (Decimal, int)) and Decimal(limit).is_finite()
        text = format(Decimal(limit), "f") if is_exact else ""
        if not re.fullmatch(r"-?[0-9]{1,15}(\.[0-9]{1,12})?", text):
            return None
        return f"TRY_CAST({column} AS DECIMAL(28, 12)) {BOUNDS[name]} CAST('{text}' AS DECIMAL(28, 12))"
    sorted_text = _ordered_text(field.type, limit)
    return f"{column} {BOUNDS[name]} {literal(sorted_text)}" if sorted_text else None


def _ordered_text(kind: str, limit: Any) -> str | None:
    """Return a bound as text that sorts as the proved cells do, or None."""
    if kind == "date" and type(limit) is date:
        return limit.isoformat()
    if kind == "datetime" and getattr(limit, "tzinfo", 0) is None and not limit.microsecond:
        return str(limit.isoformat())
    if kind == "time" and getattr(limit, "tzinfo", 0) is None and not limit.microsecond:
        return str(limit.isoformat())
    if kind == "yearmonth" and limit is not None and 0 <= limit.year <= 9999:
        return f"{limit.year:04}-{limit.month:02}"
    return None


def _enum(field: Any, column: str) -> str | None:
    """Return the condition that a cell is literally one of the texts that frictionless reads as an allowed value."""
    allowed = field.constraints["enum"]
    texts = tuple(dict.fromkeys(v if isinstance(v, str) else str(v) for v in allowed))
    read = field.create_cell_reader()
    readings = [(text, *read_safely(read, text)) for text in texts if "\0" not in text]
    good = tuple(text for text, value, notes in readings if not notes and value is not None)
    return is_among(column, good) if len(good) <= LONGEST_LIST else None
