"""The user store: the DuckDB file of analysts' uploads, apart from the reference store.

This is how the file is opened, one transaction at a time, and how questions see it; what is done with uploads is in
`lis_data.uploads`.
"""

from lis_data.user_store.combining import MARK, with_uploads
from lis_data.user_store.file import Connection, Stamp, exists, now, path, reading, rewrite, stamp, transaction
from lis_data.user_store.ids import PREFIX, dataset_id, digest, new_secret, new_upload, series_id, upload_of, uploads_in

__all__ = [
    "MARK",
    "PREFIX",
    "Connection",
    "Stamp",
    "dataset_id",
    "digest",
    "exists",
    "new_secret",
    "new_upload",
    "now",
    "path",
    "reading",
    "rewrite",
    "series_id",
    "stamp",
    "transaction",
    "upload_of",
    "uploads_in",
    "with_uploads",
]
