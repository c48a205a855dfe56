"""The floor of every page: a select box, and a title that follows it."""

import streamlit as st

chosen = st.session_state.get("choice", "one")
st.title(f"Chosen: {chosen}", anchor=False)
st.selectbox("Choice", ["one", "two"], key="choice")
