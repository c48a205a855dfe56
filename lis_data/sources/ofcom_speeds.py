"""Broadband download speeds by postcode from Ofcom, as means of NUTS2 regions and LEPs."""

from __future__ import annotations

from lis_data.sources.beis_indicators import Series, nuts2_and_lep, reader

SPEEDS = Series("download_speed", nuts2_and_lep("broadband/broadband_download_speed_data"), 2014, 2019)

READERS = {"ofcom-speeds-2019": reader([SPEEDS])}
