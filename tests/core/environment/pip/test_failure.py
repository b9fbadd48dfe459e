"""What an installer says becomes one sentence that says what to do; what is known of pip is told to uv."""

from __future__ import annotations

from pathlib import Path

import pytest
from outcrop.core.environment.pip.failure import InstallError, NetworksUnavailableError, explain
from outcrop.core.environment.pip.pip_settings import read_pip_settings, uv_variables
from outcrop.core.environment.progress import count_fetched, package_named

UV_NOT_FOUND = """  × No solution found when resolving dependencies:
  ╰─▶ Because there is no version of torch==2.13.0+cpu and you require torch==2.13.0+cpu, we can conclude that your
      requirements are unsatisfiable."""


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device", "disk is full"),
        ("error: failed to write: No space left on device (os error 28)", "disk is full"),
        ("OSError('Tunnel connection failed: 407 Proxy Authentication Required')", "proxy asks"),
        ("SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed", "isn't trusted"),
        ("invalid peer certificate: UnknownIssuer", "isn't trusted"),
        ("THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE", "isn't what is locked"),
        ("Failed to establish a new connection: [Errno -2] Name or service not known", "can't be reached"),
        ("error sending request: dns error: failed to lookup address", "can't be reached"),
        ("ImportError: DLL load failed while importing _C", "Visual C++"),
        ("[WinError 5] Access is denied: 'torch_cpu.dll'", "another program holds it"),
        ("ERROR: No matching distribution found for torch==2.13.0+cpu", "No package torch==2.13.0+cpu"),
        (UV_NOT_FOUND, "No package torch==2.13.0+cpu"),
        ("something new", "“pip install” failed"),
    ],
)
def test_failure_is_said_in_words(said: str, sentence: str) -> None:
    assert sentence in explain(said, "pip install")


def test_missing_wheel_is_told_of_the_folder() -> None:
    assert "The folder has no wheel of timm==1.0" in explain("No matching distribution found for timm==1.0", "x", True)


def test_another_installer_is_tried_but_for_a_full_disk() -> None:
    full = explain("No space left on device", "x")
    assert InstallError(full, Path("l"), "").is_final
    assert not InstallError(explain("timed out", "x"), Path("l"), "").is_final


def test_networks_can_fail_alone() -> None:
    cause = InstallError("The packages can't be reached.", Path("l"), "timed out")
    error = NetworksUnavailableError(cause)
    assert error.sentence.startswith("The classifiers work")
    assert error.sentence.endswith("can't be reached.")
    assert error.details == "timed out"


LISTED = """:env:.cert='/etc/company.pem'
global.cert='/other.pem'
global.extra-index-url='https://a/simple\\nhttps://b/simple'
global.index-url='https://global/simple'
install.index-url='https://install/simple'
global.find-links='/opt/wheels /opt/more'
global.no-index='false'
global.trusted-host='a'
nonsense"""


def test_pips_settings_by_precedence() -> None:
    settings = read_pip_settings(LISTED)
    assert settings["cert"] == "/etc/company.pem"
    assert settings["index-url"] == "https://install/simple"


def test_uv_looks_where_pip_looks() -> None:
    given = uv_variables(read_pip_settings(LISTED), {"UV_INSECURE_HOST": "mine"})
    assert given == {
        "UV_DEFAULT_INDEX": "https://install/simple",
        "UV_INDEX": "https://a/simple https://b/simple",
        "UV_FIND_LINKS": "/opt/wheels,/opt/more",
        "SSL_CERT_FILE": "/etc/company.pem",
        "UV_PYTHON_DOWNLOADS": "never",
    }


def test_uv_gets_pips_proxy_unless_there_is_one() -> None:
    assert uv_variables({"proxy": "http://p:1"}, {})["HTTPS_PROXY"] == "http://p:1"
    assert "HTTPS_PROXY" not in uv_variables({"proxy": "http://p:1"}, {"https_proxy": "http://q:2"})


def test_package_is_named_while_it_comes() -> None:
    assert (
        package_named("\nCollecting numpy==2.4.6 (from -r x)\n  Using cached x\nCollecting scipy==1.0") == "scipy 1.0"
    )
    assert (
        package_named("\nDownloading torch (189.4MiB)\n Downloaded scipy\nDownloading numpy (15.1MiB)")
        == "numpy 15.1MiB"
    )
    assert package_named("Looking in indexes") == ""
    assert count_fetched("\nCollecting a==1\nRequirement already satisfied: b==1\n") == 2
