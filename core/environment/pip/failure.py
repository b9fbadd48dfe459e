"""Why an installation failed, in words, from what the installer said."""

from __future__ import annotations

import re
from pathlib import Path

from ...errors import OutcropError
from ...message import Message

_LOG_TAIL = 15
_NOT_FOUND = re.compile(
    r"No matching distribution found for (\S+)|Because (?:there is no version of |only the following versions of )?"
    r"([\w.+=-]+) (?:and you|was not found|are available|has no wheels)"
)
_NETWORK = (
    r"Temporary failure in name resolution|getaddrinfo failed|nodename nor servname|dns error|"
    r"Failed to establish a new connection|Connection (?:refused|reset|aborted)|timed out|"
    r"tcp connect error|Network is unreachable|ProxyError"
)
_FORBIDDEN = r"WinError 5\b|WinError 32|Errno 13|Permission denied|Access is denied|os error (?:5|13|32)\b"
_KNOWN = {
    r"No space left on device|Errno 28|not enough space|WinError 112|os error 28|os error 112": (
        "The disk is full. Make room, or choose another folder; what is installed already is kept."
    ),
    r"\b407\b|Proxy Authentication Required": (
        "The proxy asks for a user and a password. Enter them in QGIS: Settings, Options, Network."
    ),
    r"CERTIFICATE_VERIFY_FAILED|UnknownIssuer|invalid peer certificate|SSLError": (
        "The connection's certificate isn't trusted, as where a company inspects all traffic. Ask for its certificate "
        "and add it in QGIS: Settings, Options, Authentication, Manage Certificates."
    ),
    r"DO NOT MATCH THE HASHES|[Hh]ash mismatch": (
        "What was downloaded isn't what is locked: it was changed or cut short on its way. Try again, or on another "
        "network."
    ),
    _NETWORK: "The packages can't be reached. Check the connection, and the proxy in QGIS: Settings, Options, Network.",
    r"\b403\b.*Forbidden|HTTP error 403": "The network refuses the packages. Ask your administrator, or use wheels.",
    r"WinError 126|WinError 127|WinError 1114|DLL load failed": (
        "A package lacks a library of Windows, most often the Microsoft Visual C++ Redistributable. Install it from "
        "Microsoft's site, restart, and press Repair."
    ),
    _FORBIDDEN: (
        "A file can't be written: another program holds it, or a policy forbids it. End running jobs of Outcrop in "
        "every QGIS, or choose another folder."
    ),
    r"musllinux|GLIBC_\S+' not found|not a supported wheel": (
        "This system is too old or too unusual for the packages. Use a Python that has them already."
    ),
}
_DISK_FULL = next(iter(_KNOWN.values()))


class InstallError(OutcropError):
    """A step of an installation failed.

    `sentence` says why and what to do, `details` are the end of the log; `not_found` where no package fits,
    `is_final` where another installer would fail for the same reason.
    """

    def __init__(self, sentence: str, log: Path, said: str) -> None:
        self.sentence = sentence
        self.details = "\n".join(said.strip().splitlines()[-_LOG_TAIL:])
        self.not_found = bool(_NOT_FOUND.search(said))
        self.is_final = sentence == _DISK_FULL
        self.log = log
        super().__init__("{sentence}\nThe end of “{log}”:\n{details}", sentence=sentence, log=log, details=self.details)


class NetworksUnavailableError(OutcropError):
    """The classifiers work, but PyTorch couldn't be installed, so that networks don't."""

    def __init__(self, cause: InstallError) -> None:
        self.sentence = Message(
            "The classifiers work, the networks don't: PyTorch couldn't be installed. {sentence}",
            sentence=cause.sentence,
        )
        self.details = cause.details
        super().__init__(
            "{sentence}\nThe end of “{log}”:\n{details}", sentence=self.sentence, log=cause.log, details=self.details
        )


def explain(said: str, command: str, offline: bool = False) -> str:
    """Say why a command failed and what to do, from its output; what isn't known is said to be so."""
    for pattern, sentence in _KNOWN.items():
        if re.search(pattern, said):
            return sentence
    missing = _NOT_FOUND.search(said)
    if missing:
        name = missing.group(1) or missing.group(2)
        if offline:
            return Message(
                "The folder has no wheel of {name} that fits this computer. Add it and try again.", name=name
            )
        return Message("No package {name} was found for this computer and this version of Python.", name=name)
    return Message("“{command}” failed. The details show what it said last.", command=command)
