"""Analysts' uploads, with versions, owners and private links, in the user store.

Rebuilding the reference store does not touch them. Their figures are read through `queries`, by the ids of uploaded
series; `visible` says who may see which.
"""

from lis_data.uploads.changes import changes, history
from lis_data.uploads.deriving import DERIVED, KINDS, TIMES, Derived, Recipe, derive, derived
from lis_data.uploads.describing import describe_again
from lis_data.uploads.export import export
from lis_data.uploads.listing import answers, everything, nothing, versions, visible
from lis_data.uploads.owning import delete, publish, purge, revoke, share, use, withdraw
from lis_data.uploads.saving import save
from lis_data.user_store import MARK, PREFIX, Stamp, dataset_id, series_id, stamp, upload_of, uploads_in
from lis_data.user_store import new_secret as new_owner

__all__ = [
    "DERIVED",
    "KINDS",
    "MARK",
    "PREFIX",
    "TIMES",
    "Derived",
    "Recipe",
    "Stamp",
    "answers",
    "changes",
    "dataset_id",
    "delete",
    "derive",
    "derived",
    "describe_again",
    "everything",
    "export",
    "history",
    "new_owner",
    "nothing",
    "publish",
    "purge",
    "revoke",
    "save",
    "series_id",
    "share",
    "stamp",
    "upload_of",
    "uploads_in",
    "use",
    "versions",
    "visible",
    "withdraw",
]
