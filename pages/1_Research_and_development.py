"""Research and development: where is it intense, where not, how far is each place from the line, does the gap close?"""

from __future__ import annotations

import streamlit as st

from geo.areas import GEOGRAPHIES
from lis_data.model import ENGLAND
from lis_data.period import label, parse
from pages.ui import area_panel, cache, controls, downloads, frame, maps, pictures, player, tables, wording
from pages.ui.charts import places, trends
from pages.ui.charts.base import Mark
from pages.ui.palette import ink

frame.open_page("Research and development")
headline = st.container()

# what to show
left, middle, right = st.columns([4, 3, 3])
with left:
    indicator = controls.indicator(foundation="ideas")
indicator_id = indicator["indicator_id"]
coverage = cache.coverage(indicator_id)
with middle:
    geography_id = controls.geography(coverage, default="nuts2-2016")
geography = GEOGRAPHIES[geography_id]
covered = coverage[coverage["geography_id"] == geography_id]
periods = {period: label(period) for period in sorted(covered["period"], key=parse)}
with right:
    area_code = controls.area(geography_id)
timeline, settings = st.columns([7, 3], vertical_alignment="bottom")
with timeline:
    period = player.period(periods, default=controls.default_period(covered))
shown = (indicator_id, geography_id, period)
figures = tables.figures(*shown)

# what it is held against
line = cache.line(indicator_id)
compared = tables.compared(indicator_id)
england = compared.set_index("period")["value"].get(period)
benchmark = line.value if line else england
target = [Mark(line.name, line.value, ink().benchmark)] if line else []
marks = target if england is None else [Mark("England", england, ink().text), *target]

with settings, st.popover("Classes and outlines", icon=":material/tune:", width="stretch"):
    colouring = controls.colouring(indicator, geography_id, period, benchmark=benchmark)
    outlines = ("lep-2017",) if controls.lep_outlines(geography_id) else ()
finding = wording.finding(figures, area_code, indicator=indicator, line=line, england=england, geography=geography)
subtitle = f"{indicator['title']} in {periods[period]}, {geography.title}"
extract = downloads.of_figures(*shown, finding=finding, subtitle=subtitle)

with headline:
    known = f"{colouring['n_with_data']} of {colouring['n_areas']} areas have data."
    frame.headline(finding, f"{subtitle}. {known} {wording.why_missing(figures, coverage, geography)}")
    if line:
        st.caption(line.why)

# the picture
picture, ranking = st.columns([11, 10], gap="large")
with picture:
    maps.show_choropleth(
        colouring, figures, unit=indicator["unit"], selected=area_code, outlines=outlines, key="map", area_key="area"
    )
    frame.section("How the places spread")
    st.vega_lite_chart(
        places.distribution(figures, selected=area_code, marks=marks, ink=ink()),
        alt=wording.extremes(figures, indicator=indicator),
    )
with ranking:
    if area_code:
        area_panel.show(area_code, *shown)
    better = {"beyond": benchmark, "polarity": indicator["polarity"]}
    st.vega_lite_chart(
        places.ranked_bars(figures, selected=area_code, **better, marks=marks, ink=ink()),
        alt=wording.ranking(figures, indicator=indicator),
    )

frame.section(wording.gap_over_time(compared, line))
over_time, times = tables.over_time(indicator_id, geography_id)
st.vega_lite_chart(
    trends.lines(
        over_time,
        times,
        stressed={**({area_code: ink().accent} if area_code else {}), ENGLAND: ink().text},
        marks=target,
        decimals=int(indicator["decimals"]),
        ink=ink(),
    ),
    alt=wording.trend(compared, indicator=indicator),
)
st.caption(wording.broken_lines(cache.benchmark(indicator_id)))

# the figures
frame.section("The figures")
tables.show(*shown, line=line)
with st.container(horizontal=True):
    downloads.offer(extract)
    downloads.offer_shapes(extract, geography_id)
    pictures.offer_map(extract, colouring, outlines=outlines)
frame.sources((indicator_id, geography_id))
frame.close_page()
