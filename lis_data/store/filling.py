"""What goes into the store's tables: the catalogue, geography, shapes, the figures and the programme."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path

import duckdb
import pandas as pd

from geo import areas, boundaries, contiguity, membership
from lis_data import catalogue, evidence
from lis_data.catalogue import Catalogue
from lis_data.model import DERIVATIONS, ENGLAND, EVERY, TOTAL, Dataset, Indicator
from lis_data.store import inputs

_HERE = Path(__file__).parent
_AS_PUBLISHED = ("lad", "utla")
"""Levels whose figures are the publishers' alone."""
_DISTRICTS = ("lad-2023", "lad-2021", "lad-2020", "lad-2019", "lad-2017")


def known_codes() -> set[str]:
    """The codes of all but the evidence; where there is none stands an empty one."""
    entries = catalogue.load()
    places = areas.GEOGRAPHIES.keys() | set(_of_all_geographies(areas.areas)["area_code"])
    return {"", *_industries()["industry"], *DERIVATIONS, *places, *entries.indicators, *entries.datasets}


def catalogued(con: duckdb.DuckDBPyConnection) -> None:
    """Datasets, indicators, industries and the rules of sums and ratios."""
    entries = catalogue.load()
    datasets = pd.DataFrame([vars(dataset) for dataset in entries.datasets.values()])
    insert(con, "dataset", datasets.drop(columns="derivations"))
    insert(con, "indicator", pd.DataFrame(_indicator_row(item) for item in entries.indicators.values()))
    insert(con, "industry", _industries())
    _insert_rules(con, entries)


def _industries() -> pd.DataFrame:
    return pd.read_csv(_HERE.parent / "industries.csv", dtype=str)


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
    insert(con, "sum_rule", sources[sources["kind"] == "sum"].drop(columns=["kind", "weight"]))
    insert(con, "ratio_rule", ratios.drop(columns=["kind", "sources", "weight"]))
    insert(con, "mean_rule", means)
    insert(con, "weight", pd.DataFrame({"indicator_id": means["weight"].unique()}))
    derived = [key for key, item in areas.GEOGRAPHIES.items() if item.level not in _AS_PUBLISHED]
    insert(con, "derived_geography", pd.DataFrame({"geography_id": derived}))


def geographies(con: duckdb.DuckDBPyConnection) -> None:
    """Geographies, areas, their members and neighbours."""
    insert(con, "geography", pd.DataFrame([vars(item) for item in areas.GEOGRAPHIES.values()]))
    insert(con, "area", _of_all_geographies(areas.areas))
    insert(con, "neighbour", _of_all_geographies(contiguity.contiguity))
    insert(con, "area_alias", areas.aliases())
    insert(con, "membership", membership.membership())
    insert(con, "membership", _earlier_districts())


def shapes(con: duckdb.DuckDBPyConnection) -> None:
    """The shapes that `geo.boundaries` decodes for the browser's files, so that there is one of each; as WKB, because
    geometry is DuckDB's business and none of geo's.
    """
    for key in areas.GEOGRAPHIES:
        read = boundaries.read(key)
        rows = pd.DataFrame({"area_code": read["area_code"], "wkb": read.to_wkb()["geometry"]})
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


def observations(con: duckdb.DuckDBPyConnection) -> None:
    """Every figure of the evidence, with its dataset and, where the publisher did not publish it, how it was made."""
    datasets = catalogue.load().datasets
    for file in inputs.figures():
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


def programme(con: duckdb.DuckDBPyConnection) -> None:
    """The tables of the programme, as the evidence has them."""
    for file in evidence.files():
        if file.parent != evidence.FOLDER:
            con.execute(f'create table "{file.stem}" as select * from read_parquet(?)', [str(file)])


def insert(con: duckdb.DuckDBPyConnection, table: str, frame: pd.DataFrame) -> None:
    """Insert a DataFrame by its column names."""
    con.register("frame", frame)
    con.execute(f"insert into {table} by name select * from frame")
    con.unregister("frame")
