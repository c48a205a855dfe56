"""Background air pollution modelled for Defra on a grid of 1 km, as means of NUTS2 regions and LEPs."""

from __future__ import annotations

from lis_data.sources.beis_indicators import Series, nuts2_and_lep, reader

PM10 = Series("air_pollution_pm10", nuts2_and_lep("defra/air_pollution_mean_pm10"), 2007, 2018)

READERS = {"defra-pcm-2018": reader([PM10])}
