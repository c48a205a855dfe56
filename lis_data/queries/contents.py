"""Whole tables of the store, as Arrow, for those who take everything away."""

from __future__ import annotations

from collections.abc import Iterator

import pyarrow as pa

from lis_data.queries.ask import known, read


def contents(table: str, *, order: tuple[str, ...]) -> pa.Table:
    """A small table of the store, all columns, in the order of those named; UnknownNameError for another name."""
    known("table", table, "select table_name from duckdb_tables()")
    by = ", ".join(f'"{column}"' for column in order)
    return pa.Table.from_batches(read(f'from "{table}" order by {by}'))


def shapes() -> pa.Table:
    """Every boundary with its area's name: geography_id, area_code, area_name, geometry (WKB, longitude first)."""
    return pa.Table.from_batches(
        read(
            """
            select geography_id, area_code, area.name as area_name, st_aswkb(geometry) as geometry
            from boundary join area using (geography_id, area_code)
            order by geography_id, area_code
            """
        )
    )


def observations(indicator_id: str) -> Iterator[pa.RecordBatch]:
    """Every figure of an indicator in parts: indicator_id, geography_id, area_code, period, industry, value, lower,
    upper, status, derivation, dataset_id, area_name, industry_title (empty where it has no industries); by key.
    """
    return read(
        """
        select
            observation.* replace (observation.status::varchar as status),
            area.name as area_name,
            coalesce(industry.title, '') as industry_title
        from observation
        join indicator using (indicator_id)
        join area using (geography_id, area_code)
        left join industry on industry.scheme = indicator.scheme and industry.industry = observation.industry
        where indicator_id = $indicator
        order by geography_id, area_code, period, observation.industry
        """,
        indicator=indicator_id,
    )
