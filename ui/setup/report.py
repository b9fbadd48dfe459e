"""What was found on a computer or in an interpreter, in words."""

from __future__ import annotations

from pathlib import Path

from ...core.environment.python.needs import NEEDS
from ...core.environment.python.probing import Found
from ...core.environment.survey import MachineSurvey, versions_to_install
from ..texts import number_text, tr

_NAMED = ("torch", "rasterio", "scikit-learn", "numpy")


def survey_report(survey: MachineSurvey, folder: Path) -> str:
    """Say where the environment will be, how large, and what is in it; or why it can't be made."""
    if survey.python is None:
        return survey.obstacle
    versions = versions_to_install(survey.torch)
    named = [f"{name} {versions[name]}" for name in _NAMED if name in versions]
    rest = len(versions) - len(named)
    size = {"size": number_text(survey.size_gb, 1), "free": number_text(survey.free_gb, 0)}
    lines = [
        tr("Place: {folder}", folder=folder),
        tr("Size: about {size} GB; {free} GB are free there", **size),
        tr("From: Python {version}, {path}", version=survey.python.version, path=survey.python.path),
        tr("Installs: {named} and {n} more, at locked versions", named=", ".join(named), n=rest),
    ]
    if survey.torch is not None:
        lines.append(tr("PyTorch: the {build} build, because {why}", build=survey.torch.name, why=survey.torch.why))
    elif survey.no_torch:
        lines.append(survey.no_torch)
    else:
        lines.append(tr("Without PyTorch: random forest, support vector machine and maximum likelihood, no networks."))
    if not survey.room:
        lines.append(tr("There is too little room on this disk. Make room first."))
    return "\n".join(lines)


def probe_report(environment: Found) -> str:
    """Say what an interpreter has, what it lacks, and what that is enough for."""
    verdict = environment.verdict
    there = [
        f"{need.package} {environment.versions[need.module]}" for need in NEEDS if need.module in environment.versions
    ]
    lines = [
        tr("Python {version}: {packages}", version=environment.python, packages=", ".join(there) or tr("no package"))
    ]
    lacks = verdict.classifiers_lack + verdict.networks_lack
    if lacks:
        lines.append(tr("Missing or too old: {packages}", packages=", ".join(lacks)))
    broken = [
        f"{name}: {error}" for name, error in environment.errors.items() if not error.startswith("ModuleNotFound")
    ]
    lines += [text for text in broken if "not installed" not in text]
    if environment.gpu:
        lines.append(tr("GPU: {name}", name=environment.gpu))
    if verdict.networks:
        lines.append(tr("All models work. Outcrop uses this Python now."))
    elif verdict.classifiers:
        lines.append(tr("The classifiers work, the networks don't. Outcrop uses this Python now."))
    else:
        lines.append(tr("That isn't enough. Install what is missing into it, or let Outcrop make its own."))
    return "\n".join(lines)
