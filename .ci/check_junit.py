"""Reads JUnit files as a build server does and counts what is in them."""

import sys

from junitparser import Failure, JUnitXml, Skipped

for name in sys.argv[1:]:
    cases = [case for suite in JUnitXml.fromfile(name) for case in suite]
    assert cases, f"{name} has no cases"
    failed = [case.name for case in cases if any(isinstance(result, Failure) for result in case.result)]
    skipped = [case for case in cases if any(isinstance(result, Skipped) for result in case.result)]
    assert not failed, f"{name}: {failed}"
    print(f"{name}: {len(cases)} cases, {len(skipped)} skipped")
