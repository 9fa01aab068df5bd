"""The command line: dispatch only. Exit 0: well; 1: the data is wrong; 2: the call or the machine is wrong."""

from __future__ import annotations

import argparse
import gc
import sys
from pathlib import Path

from pipelines.problems import EnvironmentProblem, InputError
from pipelines.project import Project
from pipelines.screen import Screen

VERBS = {
    "build": "turn the typed tables into curated/: CSV, Parquet, DuckDB, codebook",
    "check": "the coder's loop: validate the typed tables and run models and rules in memory",
    "validate": "check the published package again, or validate any Data Package: validate DESCRIPTOR",
    "release": "write dist/: a reproducible zip, the DuckDB file, Parquet files, SHA256SUMS",
    "format": "bring descriptors, typed tables and code into canonical form",
    "lint": "check form, style and types without changing anything",
    "test": "run the tests (what follows is handed to pytest)",
    "bench": "measure build, check, and the validator beside frictionless-py",
    "fuzz": "compare the validator with frictionless-py on random packages until stopped",
    "clean": "remove what is generated and not published",
}
FORMATS = ["text", "json", "frictionless", "github"]  # the last two are those of `validate DESCRIPTOR`


def main(arguments: list[str] | None = None) -> int:
    """Run a verb and return the exit code."""
    gc.disable()  # a run is short and holds what it reads to its end: collecting costs a tenth of it
    options, rest = _parser().parse_known_args(arguments)
    if rest and options.verb != "test":
        _parser().error(f"unrecognized arguments: {' '.join(rest)}")
    try:
        return _validate(options) if getattr(options, "descriptor", None) else _dispatch(options, rest)
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
    common.add_argument("--threads", type=int, default=1, help="threads of DuckDB (default 1: the tables are small)")
    common.add_argument("--verbose", action="store_true", help="print the rows of every table")
    parser = argparse.ArgumentParser(prog="python -m pipelines", description="Typed tables become a data package")
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="verb")
    for verb, what in VERBS.items():
        one = verbs.add_parser(verb, help=what, description=what, parents=[common])
        forms = FORMATS if verb == "validate" else FORMATS[:2]
        one.add_argument("--format", choices=forms, default="text", help="how problems are printed")
        if verb == "validate":
            _add_validate(one)
        elif verb == "bench":
            one.add_argument("--rows", type=int, help="measure the validator alone, on a file of so many rows")
    return parser


def _add_validate(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("descriptor", nargs="?", type=Path, help="a datapackage.json, or its folder; ours if left out")
    parser.add_argument("--resource", help="validate this resource only")
    parser.add_argument("--limit", type=int, default=1000, help="errors per resource (default 1000, 0 for all)")
    apart = argparse.BooleanOptionalAction
    parser.add_argument("--apart", action=apart, help="check uniqueKeys and categories too (default: in our package)")


def _dispatch(options: argparse.Namespace, rest: list[str]) -> int:
    root = options.root.resolve()
    if not (root / "datapackage.json").is_file() and not (root / "raw").is_dir():
        raise EnvironmentProblem(f"{root} is no data package: it has neither datapackage.json nor raw/")
    project, screen = Project(root, options.threads), Screen(quiet=options.quiet, verbose=options.verbose)
    if options.verb == "build":
        from pipelines.build import build

        build(project, screen)
    elif options.verb == "check":
        from pipelines.build import check

        _, counts = check(project, screen)
        screen.line(f"no problems: {len(counts)} tables, {sum(counts.values()):,} rows")
    elif options.verb == "validate":
        from pipelines.audit import audit

        audit(project, screen)
    elif options.verb == "release":
        from pipelines.release import release

        release(project, screen)
    elif options.verb == "bench":
        from pipelines.bench import bench

        bench(project, screen, options.rows)
    else:
        from pipelines import upkeep

        return upkeep.run(options.verb, project, screen, rest)
    return 0


def _validate(options: argparse.Namespace) -> int:
    from pipelines.tableschema import verb

    return verb.run(
        options.descriptor,
        Project(options.root.resolve()),
        options.format,
        name=options.resource,
        limit=options.limit,
        is_apart=options.apart,
    )


if __name__ == "__main__":
    sys.exit(main())
