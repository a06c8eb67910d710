# imports.py DIRECTORY MODULE ...: prints the CPU milliseconds that importing the modules from DIRECTORY takes, without Python's own start.
import importlib
import resource
import sys


def cpu():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


sys.path.insert(0, sys.argv[1])
before = cpu()
for name in sys.argv[2:]:
    importlib.import_module(name)
print((cpu() - before) * 1000)
