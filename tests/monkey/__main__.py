"""Many sessions, shrunk where they fail: ``python -m tests.monkey --sessions 500 --seed 1``.

Tells of every fault by the command that shows it again with the fewest events, and of all sessions by their figures.
"""

import argparse
import sys
import tempfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.monkey.documents import documents
from tests.monkey.plan import Plan, plan_of
from tests.monkey.session import Verdict, played
from tests.monkey.shrink import shrunk


def main() -> int:
    """Play the sessions that are asked for; 1 where one failed."""
    parser = argparse.ArgumentParser(prog="python -m tests.monkey", description=__doc__.partition("\n")[0])
    parser.add_argument("--seed", type=int, default=0, help="of the first session; the others follow")
    parser.add_argument("--sessions", type=int, default=1)
    parser.add_argument("--at-once", type=int, default=2)
    parser.add_argument("--only", help="numbers of the events that are done, parted by commas; of one session")
    parser.add_argument("--tries", type=int, default=60, help="to leave out events of a session that failed")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        there = documents(Path(folder) / "documents")
        if options.only is not None:
            plan = plan_of(options.seed, len(there))
            plan = plan.only([int(number) for number in options.only.split(",") if number])
            print(f"{there[plan.document].name}: {plan}")
            verdict = _play(plan, there)
            print(verdict)
            return int(bool(verdict.faults))
        with ThreadPoolExecutor(options.at_once) as pool:
            seeds = range(options.seed, options.seed + options.sessions)
            verdicts = list(pool.map(lambda seed: _told(seed, there, options.tries), seeds))
    _summary(verdicts)
    return int(any(verdict.faults for verdict in verdicts))


def _play(plan: Plan, there: list[Path]) -> Verdict:
    with tempfile.TemporaryDirectory() as state:
        return played(plan, there[plan.document], Path(state))


def _told(seed: int, there: list[Path], tries: int) -> Verdict:
    plan = plan_of(seed, len(there))
    verdict = _play(plan, there)
    if verdict.faults:
        kind = next(iter(verdict.faults))
        kept = shrunk(len(plan.events), lambda some: kind in _play(plan.only(some), there).faults, tries)
        only = ",".join(map(str, kept))
        print(
            f"--- seed {seed}: {there[plan.document].name}, {plan.identity or 'silent'} {plan.late} s, {plan.size}, "
            f"{' '.join(plan.options)}, {plan.way_out}, {len(kept)} of {len(plan.events)} events\n"
            f"python -m tests.monkey --seed {seed} --only '{only}'\n"
            + "".join(f"    {str(event)[:200]}\n" for event in plan.only(kept).events)
            + "\n".join(f"{name}: {seen.strip()[-1800:]}" for name, seen in verdict.faults.items()),
            flush=True,
        )
    elif seed % 10 == 0:
        print(f"seed {seed} is past", file=sys.stderr, flush=True)
    return verdict


def _summary(verdicts: list[Verdict]) -> None:
    counts = Counter(kind for verdict in verdicts for kind in verdict.faults)
    failed = sum(bool(verdict.faults) for verdict in verdicts)
    print(f"{len(verdicts)} sessions, {failed} failed: {dict(counts)}")
    print(f"statuses: {dict(Counter(verdict.status for verdict in verdicts))}")
    print(f"the longest silence: {max(verdict.silence for verdict in verdicts):.2f} s")
    print(f"the largest growth: {max(verdict.growth for verdict in verdicts) / (1 << 20):.1f} MB")


if __name__ == "__main__":
    sys.exit(main())
