# measure.py RESULT COMMAND ...: runs the command, writes wall and CPU seconds and the peak memory of its largest process as JSON.
# CPU is that of the whole tree: every process that was waited for by the one that started it.
import json
import os
import sys
import time

started = time.perf_counter()
pid = os.posix_spawnp(sys.argv[2], sys.argv[2:], os.environ)
_, status, usage = os.wait4(pid, 0)
wall = time.perf_counter() - started
unit = 1 if sys.platform == "darwin" else 1024
with open(sys.argv[1], "w") as result:
    json.dump({"wall": wall, "cpu": usage.ru_utime + usage.ru_stime, "peak": usage.ru_maxrss * unit}, result)
sys.exit(os.waitstatus_to_exitcode(status) & 255)
