"""What an operator installs from ``requirements.lock`` is all that a coach needs to run."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]


def test_each_library_that_the_coach_needs_is_locked_in_a_version_that_fits() -> None:
    pins = re.findall(r"^([\w.-]+)==(\S+)", (ROOT / "requirements.lock").read_text(), re.MULTILINE)
    locked = {canonicalize_name(name): version for name, version in pins}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    needed = [Requirement(each) for each in project["dependencies"]]
    assert needed
    missing = [each.name for each in needed if canonicalize_name(each.name) not in locked]
    assert not missing
    for each in needed:
        assert locked[canonicalize_name(each.name)] in each.specifier, each
