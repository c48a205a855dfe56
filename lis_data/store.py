"""The reference store: built from the evidence into a new file, then opened read-only and locked down.

A store's file name carries a fingerprint of all that it is built from, so a changed evidence is another file and a
running process never sees one replaced under it. Questions go through `queries`, never through here.
"""

from __future__ import annotations

import hashlib
import itertools
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pandas as pd

import geo
from geo import areas, boundaries, contiguity, membership
from lis_data import catalogue, evidence, observations
from lis_data.catalogue import Catalogue
from lis_data.errors import StoreError
from lis_data.model import DERIVATIONS, ENGLAND, EVERY, TOTAL, Dataset, Indicator
from lis_data.settings import settings

_HERE = Path(__file__).parent
_INPUTS = ("schema.sql", "aggregate.sql", "catalogue.toml", "industries.csv", "store.py")
_AS_PUBLISHED = ("lad", "utla")
"""Levels whose figures are the publishers' alone."""
_DISTRICTS = ("lad-2023", "lad-2021", "lad-2020", "lad-2019", "lad-2017")
_CODE = re.compile(r"\b(\w+_id|\w+_code|period|industry|derivation|(?:numer|denomin)ator\w*|weight) varchar")
"""The columns of codes in schema.sql."""
Config = dict[str, str | bool | int | float | list[str]]
LOCKED: Config = {
    "enable_external_access": "false",
    "autoload_known_extensions": "false",
    "lock_configuration": "true",
}

Progress = Callable[[float, str], None]


@dataclass(frozen=True)
class Release:
    """What a store holds, and the evidence that it was built from."""

    path: Path
    evidence_hash: str
    built: bool
    datasets: int
    indicators: int
    areas: int
    observations: int

    def __str__(self) -> str:
        return (
            f"{self.datasets} datasets, {self.indicators} indicators, {self.areas:,} areas, "
            f"{self.observations:,} observations"
        )


def fingerprint() -> str:
    """SHA-256 over all that a store is built from."""
    digest = hashlib.sha256()
    for path in _inputs():
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def path() -> Path:
    """Where the store of today's evidence is, or will be."""
    return settings().store_folder / f"lis-{fingerprint()[:16]}.duckdb"


def ensure(*, progress: Progress = lambda *_: None) -> Release:
    """The store of today's evidence, built first if it is not there yet; `progress` hears (share done, step)."""
    target = path()
    built = not target.exists()
    if built:
        build(target, progress=progress)
        _remove_older(target)
    return _release(target, built=built)


def build(target: Path, *, progress: Progress = lambda *_: None) -> None:
    """Write the store to `target`; nothing is there until all of it is."""
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_suffix(f".{os.getpid()}.partial")
    unfinished.unlink(missing_ok=True)
    try:
        with duckdb.connect() as con:
            con.execute(f"attach '{quoted(unfinished)}' as target")
            for share, (step, work) in _steps():
                progress(share, step)
                work(con)
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)
    progress(1.0, "Done")


def connect(target: Path) -> duckdb.DuckDBPyConnection:
    """A read-only connection that can neither read nor write anything else; give each query a cursor of its own."""
    if not target.exists():
        raise StoreError(f"There is no store at {target}; run: python -m lis_data build")
    config: Config = {**LOCKED, "memory_limit": settings().memory_limit, "threads": settings().threads}
    return duckdb.connect(str(target), read_only=True, config=config)


@contextmanager
def cursor(con: duckdb.DuckDBPyConnection) -> Iterator[duckdb.DuckDBPyConnection]:
    """A cursor of its own for one question; connections are not to be shared by threads, cursors are cheap."""
    own = con.cursor()
    try:
        yield own
    finally:
        own.close()


def _steps() -> Iterator[tuple[float, tuple[str, Callable[[duckdb.DuckDBPyConnection], None]]]]:
    steps = [
        ("Laying out the tables", _create),
        ("Reading the catalogue", _insert_catalogue),
        ("Reading the geographies", _insert_geography),
        ("Reading the boundaries", _insert_boundaries),
        ("Reading the evidence", _insert_observations),
        ("Adding up districts", _aggregate),
        ("Checking", _check),
        ("Writing", _write),
        ("Reading the programme", _insert_policy),
        ("Signing", _sign),
    ]
    return ((i / len(steps), step) for i, step in enumerate(steps))


def quoted(path: Path) -> str:
    """A path as it may stand between quotation marks in SQL."""
    return str(path).replace("'", "''")


def _create(con: duckdb.DuckDBPyConnection) -> None:
    """The tables in memory, with every code of one enum: numbers are joined and grouped much faster than text."""
    files = [str(file) for file in _figures()]
    found = " union ".join(f"select {column} from read_parquet($files)" for column in observations.KEY)
    codes = {"files": files, "known": sorted(_known_codes())}
    rows = con.execute(f"select unnest($known::varchar[]) as code union {found} order by code", codes).df()
    con.register("frame", rows)
    con.execute("create type code as enum (select code from frame)")
    con.unregister("frame")
    con.execute(_CODE.sub(r"\1 code", _schema()))


def _known_codes() -> set[str]:
    """The codes of all but the evidence; where there is none stands an empty one."""
    entries = catalogue.load()
    places = areas.GEOGRAPHIES.keys() | set(_of_all_geographies(areas.areas)["area_code"])
    return {"", *_industries()["industry"], *DERIVATIONS, *places, *entries.indicators, *entries.datasets}


def _schema() -> str:
    return (_HERE / "schema.sql").read_text(encoding="utf-8")


def _figures() -> list[Path]:
    """The files of the evidence that hold figures."""
    return [file for file in evidence.files() if file.parent == evidence.FOLDER]


def _insert_catalogue(con: duckdb.DuckDBPyConnection) -> None:
    entries = catalogue.load()
    datasets = pd.DataFrame([vars(dataset) for dataset in entries.datasets.values()])
    _insert(con, "dataset", datasets.drop(columns="derivations"))
    _insert(con, "indicator", pd.DataFrame(_indicator_row(item) for item in entries.indicators.values()))
    _insert(con, "industry", _industries())
    _insert_rules(con, entries)


def _industries() -> pd.DataFrame:
    return pd.read_csv(_HERE / "industries.csv", dtype=str)


def _indicator_row(indicator: Indicator) -> dict[str, object]:
    aggregate = indicator.aggregate
    row = {key: value for key, value in vars(indicator).items() if key not in ("aggregate", "england")}
    parts = {
        "numerator": aggregate.numerator,
        "denominator": aggregate.denominator,
        "weight": aggregate.weight,
    }
    return {
        **row,
        **parts,
        "aggregate": aggregate.kind,
        "breaks": list(indicator.breaks),
        "breaks_below_regions": list(indicator.breaks_below_regions),
    }


def _insert_rules(con: duckdb.DuckDBPyConnection, entries: Catalogue) -> None:
    rules = {item.indicator_id: item.aggregate for item in entries.indicators.values()}
    sources = pd.DataFrame(
        [
            (key, rule.kind, source, rank, rule.weight)
            for key, rule in rules.items()
            for rank, source in enumerate(rule.sources or _DISTRICTS)
        ],
        columns=["indicator_id", "kind", "source_geography_id", "rank", "weight"],
    )
    ratios = pd.DataFrame([{"indicator_id": key, **vars(rule)} for key, rule in rules.items() if rule.kind == "ratio"])
    means = sources[sources["kind"] == "weighted-mean"].drop(columns="kind")
    _insert(con, "sum_rule", sources[sources["kind"] == "sum"].drop(columns=["kind", "weight"]))
    _insert(con, "ratio_rule", ratios.drop(columns=["kind", "sources", "weight"]))
    _insert(con, "mean_rule", means)
    _insert(con, "weight", pd.DataFrame({"indicator_id": means["weight"].unique()}))
    derived = [key for key, item in areas.GEOGRAPHIES.items() if item.level not in _AS_PUBLISHED]
    _insert(con, "derived_geography", pd.DataFrame({"geography_id": derived}))


def _insert_geography(con: duckdb.DuckDBPyConnection) -> None:
    _insert(con, "geography", pd.DataFrame([vars(item) for item in areas.GEOGRAPHIES.values()]))
    _insert(con, "area", _of_all_geographies(areas.areas))
    _insert(con, "neighbour", _of_all_geographies(contiguity.contiguity))
    _insert(con, "area_alias", areas.aliases())
    _insert(con, "membership", membership.membership())
    _insert(con, "membership", _earlier_districts())


def _insert_boundaries(con: duckdb.DuckDBPyConnection) -> None:
    """The shapes that `geo.boundaries` decodes for the browser's files, so that there is one of each; as WKB, because
    geometry is DuckDB's business and none of geo's.
    """
    for key in areas.GEOGRAPHIES:
        shapes = boundaries.read(key)
        rows = pd.DataFrame({"area_code": shapes["area_code"], "wkb": shapes.to_wkb()["geometry"]})
        con.register("frame", rows)
        con.execute("insert into boundary select ?, area_code, st_geomfromwkb(wkb) from frame", [key])
        con.unregister("frame")


def _of_all_geographies(table: Callable[[str], pd.DataFrame]) -> pd.DataFrame:
    return pd.concat([table(key).assign(geography_id=key) for key in areas.GEOGRAPHIES])


def _earlier_districts() -> pd.DataFrame:
    """Districts as members of the later districts that they became."""
    known = [key for key in areas.DISTRICTS if key in areas.GEOGRAPHIES]
    pairs = [
        areas.districts_between(before, after).assign(member_geography_id=before, geography_id=after)
        for before, after in itertools.combinations(known, 2)
    ]
    named = pd.concat(pairs).rename(columns={"from_code": "member_code", "to_code": "area_code"})
    return named.assign(coverage="whole", weight=1.0, note="")


def _insert_observations(con: duckdb.DuckDBPyConnection) -> None:
    """Every figure of the evidence, with its dataset and, where the publisher did not publish it, how it was made."""
    datasets = catalogue.load().datasets
    for file in _figures():
        _insert_dataset(con, file, datasets[file.stem])
    _insert_definitions(con)


def _insert_dataset(con: duckdb.DuckDBPyConnection, file: Path, dataset: Dataset) -> None:
    """The figures of one dataset; of its rules on how figures were made that of the industry is the closest."""
    made = {f"{key} {which}": way for key, ways in dataset.derivations.items() for which, way in ways.items()}
    con.execute(
        f"""
        insert into observation
        with rule as (select map($which::varchar[], $made::varchar[]) as made)
        select
            figure.*,
            $dataset,
            case when indicator_id in $indicators then coalesce(
                made[indicator_id || ' ' || industry],
                made[indicator_id || ' ' || area_code],
                made[indicator_id || ' ' || geography_id],
                made[indicator_id || ' {EVERY}'],
                'published'
            ) else 'published' end
        from read_parquet($file) as figure, rule
        """,
        {
            "dataset": dataset.dataset_id,
            "indicators": [*dataset.derivations],
            "which": [*made],
            "made": [*made.values()],
            "file": str(file),
        },
    )


def _insert_definitions(con: duckdb.DuckDBPyConnection) -> None:
    """England's figure of every period of the indicators that the catalogue has one of by definition."""
    items = catalogue.load().indicators.values()
    known = {item.indicator_id: item.england for item in items if item.england is not None}
    con.execute(
        """
        insert into observation
        select distinct
            indicator_id, 'country', $england, period, $total, figure, null::double, null::double, 'A'::status,
            dataset_id, 'definition'
        from observation
        join (select unnest($ids::varchar[]) as indicator_id, unnest($values::double[]) as figure)
            using (indicator_id)
        """,
        {"england": ENGLAND, "total": TOTAL, "ids": [*known], "values": [*known.values()]},
    )


def _aggregate(con: duckdb.DuckDBPyConnection) -> None:
    """In one thread, so that parts are added in one order and the last digit of a sum is the same in every build."""
    con.execute("set threads = 1")
    con.execute((_HERE / "aggregate.sql").read_text(encoding="utf-8"))
    con.execute("reset threads")


def _insert_policy(con: duckdb.DuckDBPyConnection) -> None:
    for file in evidence.files():
        if file.parent != evidence.FOLDER:
            con.execute(f'create table "{file.stem}" as select * from read_parquet(?)', [str(file)])


def _check(con: duckdb.DuckDBPyConnection) -> None:
    """Refuse a store with two figures for one key, or a figure of an area that no geography knows."""
    key = "indicator_id, geography_id, area_code, period, industry"
    twice = con.execute(f"select count(*) - count(distinct hash({key})) from observation").fetchone()
    if twice != (0,):
        found = con.execute(f"select {key} from observation group by all having count(*) > 1 limit 5").fetchall()
        raise StoreError("; ".join(f"more than one figure for {' '.join(row)}" for row in found))
    astray = con.execute(
        """
        select distinct indicator_id, geography_id, area_code from observation
        anti join area using (geography_id, area_code)
        limit 5
        """
    ).fetchall()
    if astray:
        raise StoreError("; ".join(f"no area is known for {' '.join(row)}" for row in astray))


def _write(con: duckdb.DuckDBPyConnection) -> None:
    """Everything so far into the file, codes as text; what follows is written there at once."""
    tables = con.execute("select table_name from duckdb_tables() where not temporary").fetchall()
    con.execute("use target")
    con.execute(_schema())
    for (table,) in tables:
        order = "order by indicator_id, geography_id, period, industry" if table == "observation" else ""
        con.execute(f'insert into "{table}" select * from memory."{table}" {order}')


def _sign(con: duckdb.DuckDBPyConnection) -> None:
    con.execute(
        """
        insert into release
        select
            now()::timestamp,
            ?,
            (select count(*) from dataset),
            (select count(*) from indicator),
            (select count(*) from area),
            (select count(*) from observation)
        """,
        [fingerprint()],
    )


def _insert(con: duckdb.DuckDBPyConnection, table: str, frame: pd.DataFrame) -> None:
    """Insert a DataFrame by its column names."""
    con.register("frame", frame)
    con.execute(f"insert into {table} by name select * from frame")
    con.unregister("frame")


def _release(target: Path, *, built: bool) -> Release:
    with connect(target) as con:
        held = con.execute("select * exclude (built_at) from release").df().iloc[0]
    counts = {name: int(held[name]) for name in ("datasets", "indicators", "areas", "observations")}
    return Release(target, str(held["evidence_hash"]), built, **counts)


def _remove_older(target: Path) -> None:
    for old in target.parent.glob(f"lis-{'[0-9a-f]' * 16}.duckdb"):
        if old != target:
            old.unlink(missing_ok=True)


def _inputs() -> list[Path]:
    geography = Path(geo.__file__).parent / "data"
    shapes = geography / "topology.json"
    return [*(_HERE / name for name in _INPUTS), *sorted(geography.glob("*.csv")), shapes, *evidence.files()]
