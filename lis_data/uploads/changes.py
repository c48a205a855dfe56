"""The figures that changed, are new or are gone between two versions of an upload."""

from __future__ import annotations

import pandas as pd

from lis_data import user_store
from lis_data.errors import UploadError

_DIFFERENT = """
    with earlier as (
        select * from observation where upload_id = $upload and version = $version and value is not null
    ),
    later as (from {later} where value is not null)
    select
        indicator_id, geography_id, area_code, period, industry,
        case when earlier.value is null then 'new' when later.value is null then 'gone' else 'changed' end as change,
        earlier.value as before,
        later.value as after,
        earlier.status as status_before,
        later.status as status_after
    from earlier
    full join later using (indicator_id, geography_id, area_code, period, industry)
    where
        (earlier.value, earlier.lower, earlier.upper, earlier.status)
        is distinct from (later.value, later.lower, later.upper, later.status)
    order by
        list_position(['changed', 'new', 'gone'], change), indicator_id, geography_id, area_code, period, industry
"""
_OF_VERSION = "(from observation where upload_id = $upload and version = $later)"
_OF_FRAME = "(select 'u-' || $upload || '-' || indicator_id as indicator_id, frame.* exclude (indicator_id) from frame)"
_HISTORY = """
    with figure as (from observation where upload_id = $upload and value is not null),
    counted as (select version, count(*) as figures from figure group by version),
    ordered as (
        select
            version, saved, file_name, observations,
            coalesce(figures, 0) as figures,
            lag(version) over (order by version) as earlier,
            lag(coalesce(figures, 0)) over (order by version) as earlier_figures
        from version
        left join counted using (version)
        where upload_id = $upload
    ),
    common as (
        select
            version,
            count(*) as figures_in_both,
            count(*) filter (
                where (now.value, now.lower, now.upper, now.status)
                is distinct from (old.value, old.lower, old.upper, old.status)
            ) as others
        from ordered
        join figure as now using (version)
        join (select version as earlier, * exclude (version) from figure) as old
            using (earlier, indicator_id, geography_id, area_code, period, industry)
        group by version
    )
    select
        version, saved, file_name, figures,
        observations - figures as missing,
        if(earlier is null, null, coalesce(others, 0)) as changed,
        figures - if(earlier is null, null, coalesce(figures_in_both, 0)) as new,
        earlier_figures - coalesce(figures_in_both, 0) as gone
    from ordered
    left join common using (version)
    order by version desc
"""


def changes(upload_id: str, version: int, later: pd.DataFrame | int) -> pd.DataFrame:
    """The figures of a version that are others in a later one: its number, or the observations that may become it.

    One row each, changed ones first, then new and gone ones: indicator_id, geography_id, area_code, period, industry,
    change (changed, new or gone), before, after, status_before, status_after. A figure is changed where its value,
    its bounds or its status is; one that is missing or suppressed counts as none. Raises UploadError where there is no
    such version.
    """
    of_frame = isinstance(later, pd.DataFrame)
    asked = {"upload": upload_id, "version": version} | ({} if of_frame else {"later": later})
    with user_store.reading() as con:
        known = con.execute("select version from version where upload_id = ?", [upload_id]).fetchall()
        for number in (version,) if of_frame else (version, later):
            if (number,) not in known:
                raise UploadError(f"There is no version {number} of the upload {upload_id}.")
        if of_frame:
            con.register("frame", later)
        return con.execute(_DIFFERENT.format(later=_OF_FRAME if of_frame else _OF_VERSION), asked).df()


def history(upload_id: str) -> pd.DataFrame:
    """How many figures each version changed, one row a version, the newest first.

    Columns: version, saved (UTC), file_name, figures, missing (or suppressed), changed, new, gone; the last three have
    no value for the first version. Raises UploadError where nothing was uploaded.
    """
    with user_store.reading() as con:
        return con.execute(_HISTORY, {"upload": upload_id}).df()
