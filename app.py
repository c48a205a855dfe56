"""LIS Explorer as a server: `streamlit run app.py` serves its pages, and the files under `static/`."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit as st
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from lis_data.settings import ROOT
from pages.ui.shell import warming


@asynccontextmanager
async def _warmed(_: st.App) -> AsyncIterator[None]:
    """The server answers, also that it is healthy, only when what its first readers need is there."""
    await warming.warm()
    yield


app = st.App(
    "pages/main.py",
    lifespan=_warmed,
    routes=[Mount("/app/static", StaticFiles(directory=ROOT / "static"))],
)
