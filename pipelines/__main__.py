"""The command line: dispatch only. Exit 0: well; 1: the data is wrong; 2: the call or the machine is wrong."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

from pipelines.problems import EnvironmentProblem, InputError
from pipelines.project import Project
from pipelines.screen import Screen

VERBS = {
    "build": "turn the typed tables into curated/: CSV, Parquet, DuckDB, codebook",
    "check": "the coder's loop: validate the typed tables and run models and rules in memory",
    "validate": "check the published package again, or validate any Data Package: validate DESCRIPTOR",
    "claims": "print the verdict of every claim, or the cases, rows and sources of some",
    "query": "ask the published file in SQL, read-only",
    "sensitivity": "print how far ranks in the alignment index move with the method",
    "agreement": "print how far two readers agree, column by column",
    "figures": "build, and say where the figures are",
    "release": "write dist/: a reproducible zip, the DuckDB file, Parquet files, SHA256SUMS",
    "format": "bring descriptors, typed tables and code into canonical form",
    "lint": "check form, style and types without changing anything",
    "test": "run the tests (what follows is handed to pytest)",
    "bench": "measure build, check, and the validator beside frictionless-py",
    "fuzz": "compare the validator with frictionless-py on random packages until stopped",
    "clean": "remove what is generated and not published",
}


def least(bound: int) -> Callable[[str], int]:
    """Return what reads a whole number not below a bound."""

    def read(text: str) -> int:
        if not text.isdecimal() or int(text) < bound:
            raise argparse.ArgumentTypeError(f"{text!r} is no whole number from {bound}")
        return int(text)

    return read


# verbs that need the project and the screen alone, and the module whose function of that name does the work
WHOLE = {"build": "build", "validate": "audit", "figures": "figures", "release": "release"}
FORMATS = {"claims": ["md"], "query": ["csv", "md"], "validate": ["frictionless", "github"]}

OPTIONS: dict[str, list[tuple[tuple[str, ...], dict[str, Any]]]] = {
    "validate": [
        (("descriptor",), {"nargs": "?", "type": Path, "help": "a datapackage.json, or its folder; ours if left out"}),
        (("--resource",), {"help": "validate this resource only"}),
        (("--limit",), {"type": least(0), "default": 1000, "help": "errors per resource (default 1000, 0 for all)"}),
        (
            ("--apart",),
            {"action": argparse.BooleanOptionalAction, "help": "check uniqueKeys and categories too (ours: default)"},
        ),
    ],
    "claims": [
        (("ids",), {"nargs": "*", "metavar": "ID", "help": "claims to show with cases, rows and sources"}),
        (("--as-of",), {"metavar": "DAY", "help": "judge by another day than the published ones"}),
    ],
    "query": [
        (("sql",), {"nargs": "?", "metavar": "SQL", "help": "the question"}),
        (("--file",), {"type": Path, "help": "a file that holds it"}),
    ],
    "sensitivity": [(("--year",), {"type": int, "help": "year of the index (default 2024)"})],
    "bench": [(("--rows",), {"type": least(1), "help": "measure the validator alone, on a file of so many rows"})],
}


def main(arguments: list[str] | None = None) -> int:
    """Run a verb and return the exit code."""
    gc.disable()  # a run is short and holds what it reads to its end: collecting costs a tenth of it
    options, rest = _parser().parse_known_args(arguments)
    if rest and options.verb != "test":
        _parser().error(f"unrecognized arguments: {' '.join(rest)}")
    try:
        return _dispatch(options, rest)
    except InputError as error:
        if options.format == "json":
            sys.stdout.write(error.json() + "\n")
        else:
            sys.stderr.write(error.text() + "\n")
        return 1
    except (EnvironmentProblem, OSError) as error:
        sys.stderr.write(f"global-ties: {error}\n")
        return 2
    except KeyboardInterrupt:
        sys.stderr.write("global-ties: stopped; curated/ is as it was\n")
        return 2


def _parser() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--root", type=Path, default=Path(__file__).parents[1], help="the data package's folder")
    common.add_argument("--quiet", action="store_true", help="print problems only")
    common.add_argument(
        "--threads", type=least(1), default=1, help="threads of DuckDB (default 1: the tables are small)"
    )
    common.add_argument("--verbose", action="store_true", help="print the rows of every table")
    parser = argparse.ArgumentParser(prog="python -m pipelines", description="Typed tables become a data package")
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="verb")
    for verb, what in VERBS.items():
        one = verbs.add_parser(verb, help=what, description=what, parents=[common])
        one.add_argument(
            "--format", choices=["text", "json", *FORMATS.get(verb, [])], default="text", help="of the output"
        )
        for arguments, options in OPTIONS.get(verb, []):
            one.add_argument(*arguments, **options)
    return parser


def _dispatch(options: argparse.Namespace, rest: list[str]) -> int:
    root = options.root.resolve()
    if getattr(options, "descriptor", None):
        from pipelines.tableschema import verb

        shape = {"name": options.resource, "limit": options.limit, "is_apart": options.apart}
        return verb.run(options.descriptor, Project(root), options.format, **shape)
    if not (root / "datapackage.json").is_file() and not (root / "raw").is_dir():
        raise EnvironmentProblem(f"{root} is no data package: it has neither datapackage.json nor raw/")
    project, screen = Project(root, options.threads), Screen(quiet=options.quiet, verbose=options.verbose)
    if module := WHOLE.get(options.verb):
        getattr(import_module(f"pipelines.{module}"), module)(project, screen)
    elif options.verb == "check":
        from pipelines.build import check

        _, counts = check(project, screen)
        screen.line(f"no problems: {len(counts)} tables, {sum(counts.values()):,} rows")
    elif options.verb in {"claims", "query"}:
        from pipelines import answers

        if options.verb == "claims":
            answers.claims(project, options.ids, options.as_of, options.format)
        else:
            answers.query(project, options.sql, options.file, options.format)
    elif options.verb == "bench":
        from pipelines.bench import bench

        bench(project, screen, options.rows)
    elif options.verb == "agreement":
        from pipelines import agreement

        sys.stdout.write(agreement.table(project))
    elif options.verb == "sensitivity":
        from pipelines import sensitivity

        sys.stdout.write(sensitivity.table(project, options.year or sensitivity.YEAR))
    else:
        from pipelines import upkeep

        return upkeep.run(options.verb, project, screen, rest)
    return 0


if __name__ == "__main__":
    code = main()
    try:
        sys.stdout.flush()
    except OSError as error:
        sys.stderr.write(f"global-ties: {error}\n")
        code = 2
    sys.stderr.flush()
    os._exit(code)  # taking apart what was read, cell by cell, costs a tenth of `check`
