"""The empty page that the explorer's pages are measured against: a select box, and a title that follows it."""

import streamlit as st

st.title(st.session_state.get("choice", "one"), anchor=False)
st.selectbox("Choice", ["one", "two"], key="choice")
