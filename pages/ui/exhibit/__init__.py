"""Exhibits: a finding with its picture, table, text alternative, files and sources, declared once."""
