"""Travel times from the Department for Transport (2011, 2013); time to work from the Labour Force Survey.

The LEP file of rail stations repeats the airport figures and is not read.
"""

from __future__ import annotations

from lis_data.sources.beis_indicators import LAST_QUARTER, Series, nuts2, nuts2_and_lep, reader

CONNECTIVITY = [
    Series("travel_time_airport", nuts2_and_lep("travel/travel_time_to_airport"), 2011, 2013),
    Series("travel_time_rail_station", nuts2("travel/travel_time_to_rail"), 2011, 2013),
    Series("travel_time_road_junctions", nuts2_and_lep("travel/travel_time_to_road_junctions"), 2011, 2013),
]
TO_WORK = Series("travel_time_to_work", nuts2_and_lep("travel/travel_time_to_work"), 2016, 2018, LAST_QUARTER)

READERS = {"dft-connectivity-2013": reader(CONNECTIVITY), "ons-travel-to-work-2018": reader([TO_WORK])}
