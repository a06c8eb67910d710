from functools import cache
from typing import Any, BinaryIO

from app.core.config import settings


@cache
def _s3() -> Any:
    # boto3 is slow to import: only the requests that need it should wait for that.
    import boto3

    return boto3.client("s3")


def save(item_id: str, photo: BinaryIO) -> str:
    """Stores the photo and returns its key; without a bucket nothing is kept."""
    key = f"photos/{item_id}"
    if settings.photo_bucket is not None:
        _s3().upload_fileobj(photo, settings.photo_bucket, key)
    return key
