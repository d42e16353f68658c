"""Which work is needed, and doing it: plan, keys, cache, runner, worker thread. No Qt, no torch."""
