"""Net migration per 1,000 residents (Office for National Statistics); negative where more people leave."""

from __future__ import annotations

from lis_data.sources.beis_indicators import MID_YEAR, Series, nuts2, reader

_NAMES = {
    "net_internal_migration_rate": "migration/net_migration_rate_internal",
    "net_international_migration_rate": "migration/net_migration_rate_international",
}
SERIES = [Series(key, nuts2(name), 2009, 2018, period=MID_YEAR) for key, name in _NAMES.items()]

READERS = {"ons-migration-2020": reader(SERIES)}
