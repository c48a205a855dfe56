"""The policy layer, as compiled from the programme's own documents: tables that are not observations."""

from lis_data.sources.programme.policy import tables

__all__ = ["tables"]
