"""Runs: a training's folder on disk, with its checkpoints, record and outcome."""
