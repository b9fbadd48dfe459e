"""Reading vector files: why one can't be read, in words that name it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from pyogrio.errors import CRSError, DataLayerError, DataSourceError, FeatureError, FieldError, GeometryError

from ...errors import BadInputError

_READ_ERRORS = (CRSError, DataLayerError, DataSourceError, FeatureError, FieldError)
_CALL = re.compile(r"\w+_v\d\(.*?\) failed: ", re.DOTALL)
"""A statement to the database that failed, before the reason."""
_ADVICE = re.compile(r"; It might help .*", re.DOTALL)


@contextmanager
def explained(path: str) -> Iterator[None]:
    """Turn errors of the library that reads vector files into a message that names the file.

    Raises:
        BadInputError: Within the block a file couldn't be read.
    """
    try:
        yield
    except (UnicodeDecodeError, LookupError) as error:
        raise BadInputError(
            "The text of “{path}” isn't in the encoding that the file says: {error}. Save it anew as GeoPackage.",
            path=path,
            error=error,
        ) from error
    except GeometryError as error:
        raise BadInputError(
            (
                "“{path}” holds surfaces in space (polyhedral, triangles or multipatches), not polygons: {error}. Load "
                "it in QGIS and export it as polygons: right click ▸ Export ▸ Save Features As, geometry type "
                "MultiPolygon."
            ),
            path=path,
            error=error,
        ) from error
    except _READ_ERRORS as error:
        raise BadInputError(
            "“{path}” can't be read: {reason}. Check that the file is there and whole.",
            path=path,
            reason=reason_of(error),
        ) from error


def reason_of(error: Exception) -> str:
    """Give an error's reason without what only programmers can act on, once where it is told twice."""
    parts = dict.fromkeys(part.strip() for part in _CALL.sub("", _ADVICE.sub("", str(error))).split(";"))
    return "; ".join(part.rstrip(".") for part in parts if part)
