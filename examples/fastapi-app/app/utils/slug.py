import re


def slug(text: str) -> str:
    """`Blue Teapot` becomes `blue-teapot`."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
