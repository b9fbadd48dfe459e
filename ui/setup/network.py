"""The network as QGIS is set up to use it, told to installers through variables."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Optional
from urllib.parse import quote, urlsplit

from qgis.core import QgsApplication, QgsSettings
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtNetwork import QNetworkProxy, QNetworkProxyFactory, QNetworkProxyQuery

from ...core.files.whole_file import write_text

_SOCKS, _SYSTEM = "Socks5Proxy", "DefaultProxy"
_ASKED = "https://pypi.org/simple"


def proxy_variables(
    kind: str, host: str, port: int, user: str, password: str, excluded: tuple[str, ...] = ()
) -> dict[str, str]:
    """Give the variables for a proxy, in both spellings, because programs differ in what they read."""
    if not host:
        return {}
    credentials = f"{quote(user, safe='')}:{quote(password, safe='')}@" if user else ""
    scheme = "socks5h" if kind == _SOCKS else "http"
    address = f"{scheme}://{credentials}{host}" + (f":{port}" if port > 0 else "")
    hosts = ",".join(dict.fromkeys(filter(None, (_host(entry) for entry in excluded))))
    variables = {"HTTP_PROXY": address, "HTTPS_PROXY": address, **({"NO_PROXY": hosts} if hosts else {})}
    return {**variables, **{name.lower(): value for name, value in variables.items()}}


def certificate_variables(bundle: Path, environ: Mapping[str, str]) -> dict[str, str]:
    """Make installers trust a bundle of certificates, unless the user has named another one."""
    names = ("PIP_CERT", "SSL_CERT_FILE", "REQUESTS_CA_BUNDLE")
    return {name: str(bundle) for name in names if name not in environ}


def network_variables(folder: Path, environ: Mapping[str, str]) -> dict[str, str]:
    """Read QGIS's proxy and the certificates that were added in QGIS; a bundle of these is written into `folder`."""
    pem = _own_certificates()
    variables = {"UV_NATIVE_TLS": "1", **_proxy()}
    if not pem:
        return variables
    folder.mkdir(parents=True, exist_ok=True)
    bundle = folder / "certificates.pem"
    write_text(bundle, pem)
    return {**variables, **certificate_variables(bundle, environ)}


def _proxy() -> dict[str, str]:
    settings = QgsSettings()
    if not settings.value("proxy/proxyEnabled", False, type=bool):
        return {}
    kind = str(settings.value("proxy/proxyType", ""))
    listed = settings.value("proxy/noProxyUrls", settings.value("proxy/proxyExcludedUrls", "")) or ""
    excluded = tuple(listed.split("|")) if isinstance(listed, str) else tuple(map(str, listed))
    if kind == _SYSTEM:
        proxies = QNetworkProxyFactory.systemProxyForQuery(QNetworkProxyQuery(QUrl(_ASKED)))
        proxy = proxies[0] if proxies else QNetworkProxy()
        kind = _SOCKS if proxy.type() == QNetworkProxy.ProxyType.Socks5Proxy else ""
        return proxy_variables(kind, proxy.hostName(), proxy.port(), proxy.user(), proxy.password(), excluded)
    port = str(settings.value("proxy/proxyPort", "0"))
    return proxy_variables(
        kind, str(settings.value("proxy/proxyHost", "")), int(port) if port.isdigit() else 0,
        str(settings.value("proxy/proxyUser", "") or ""), str(settings.value("proxy/proxyPassword", "") or ""),
        excluded,
    )  # fmt: skip


def _own_certificates() -> str:
    """Give all trusted certificates as text where the user has added some to QGIS; else nothing."""
    manager = QgsApplication.authManager()
    if manager is None or manager.isDisabled() or not manager.databaseCAs():
        return ""
    return bytes(manager.trustedCaCertsPemText()).decode("ascii", "replace")


def _host(entry: str) -> Optional[str]:
    return urlsplit(entry).hostname if "://" in entry else entry.strip().strip("/") or None
