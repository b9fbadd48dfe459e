"""How pip is set up on this computer, told to uv, which doesn't read pip's settings."""

from __future__ import annotations

import ast
from collections.abc import Mapping

_ORDER = ("global", "site", "user", "install", ":env:")
_TRUE = {"1", "true", "yes", "on"}


def read_pip_settings(listed: str) -> dict[str, str]:
    """Read what `pip config list` prints; a command's own settings win over general ones, variables over both."""
    ranked: dict[str, tuple[int, str]] = {}
    for line in listed.splitlines():
        key, sign, value = line.partition("=")
        section, _, name = key.partition(".")
        if not sign or section not in _ORDER:
            continue
        rank = _ORDER.index(section)
        if name not in ranked or rank >= ranked[name][0]:
            ranked[name] = (rank, _unquoted(value))
    return {name: value for name, (_, value) in ranked.items()}


def uv_variables(settings: Mapping[str, str], environ: Mapping[str, str]) -> dict[str, str]:
    """Give the variables that make uv look where pip looks; those that the user has set for uv stay."""

    def words(name: str) -> list[str]:
        return settings.get(name, "").split()

    wanted = {
        "UV_DEFAULT_INDEX": settings.get("index-url", ""),
        "UV_INDEX": " ".join(words("extra-index-url")),
        "UV_FIND_LINKS": ",".join(words("find-links")),
        "UV_INSECURE_HOST": " ".join(words("trusted-host")),
        "UV_HTTP_TIMEOUT": settings.get("default-timeout") or settings.get("timeout", ""),
        "SSL_CERT_FILE": settings.get("cert", ""),
        "UV_NO_INDEX": "1" if settings.get("no-index", "").lower() in _TRUE else "",
        "UV_PYTHON_DOWNLOADS": "never",
    }
    variables = {name: value for name, value in wanted.items() if value and name not in environ}
    proxy = settings.get("proxy", "")
    if proxy and not {"HTTPS_PROXY", "https_proxy"} & environ.keys():
        variables["HTTPS_PROXY"] = proxy
    return variables


def _unquoted(value: str) -> str:
    try:
        return str(ast.literal_eval(value))
    except (ValueError, SyntaxError):
        return value
