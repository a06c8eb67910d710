"""Runs Python code the way AWS Lambda's Python runtime does, in an interpreter started with -I -S -B.

Reads one JSON request on standard input. Writes JSON lines on standard output: {"phase": "init", ...} when the modules
are loaded, {"phase": "done", ...} at the end. What the code prints goes to standard error.

-S matters: without it the machine's own site-packages would hide a dependency that is missing in the layer.
"""

import importlib
import importlib.machinery
import importlib.util
import json
import os
import site
import sys
import time
import traceback

request = json.load(sys.stdin)
channel = os.fdopen(os.dup(1), "w", encoding="utf-8", newline="\n")
os.dup2(2, 1)
roots = [os.path.realpath(path) for path in (request.get("task"), request.get("opt")) if path]
compiled = []


def tell(phase, **facts):
    channel.write(json.dumps({"phase": phase, **facts}) + "\n")
    channel.flush()


def own(path):
    """The path relative to the task or layer directory that it lies in; None for the interpreter's own files."""
    real = os.path.realpath(path)
    for root in roots:
        if real.startswith(root + os.sep):
            return os.path.relpath(real, root).replace(os.sep, "/")
    return None


def watch_compilation():
    """An accepted .pyc is unmarshalled; only a source without one comes here."""
    loader = importlib.machinery.SourceFileLoader
    original = loader.source_to_code

    def source_to_code(self, data, path, *arguments, **options):
        if own(path) is not None:
            compiled.append(own(path))
        return original(self, data, path, *arguments, **options)

    loader.source_to_code = source_to_code


def set_search_path():
    """/var/task, then the layers, then the standard library; .pth files count, as in Lambda."""
    library = sys.path[:]
    sys.path[:] = [request["task"]] if request.get("task") else []
    if request.get("opt"):
        python = os.path.join(request["opt"], "python")
        version = "python%d.%d" % sys.version_info[:2]
        for directory in (os.path.join(python, "lib", version, "site-packages"), python):
            if os.path.isdir(directory):
                site.addsitedir(directory)
    sys.path.extend(library)
    if request.get("bundled"):
        sys.meta_path.append(Bundled(request["bundled"]))


class Bundled:
    """The packages that Lambda's runtime brings along, found last."""

    NAMES = {"boto3", "botocore", "s3transfer", "jmespath", "dateutil", "six", "urllib3"}

    def __init__(self, directory):
        self.directory = directory

    def find_spec(self, name, path=None, target=None):
        if name in self.NAMES:
            return importlib.machinery.PathFinder.find_spec(name, [self.directory])
        return None


class Fault(Exception):
    """An error that the runtime itself finds, with its name."""

    def __init__(self, kind, message, trace=()):
        super().__init__(message)
        self.kind = kind
        self.trace = list(trace)


# The texts are those of the runtime client, aws/aws-lambda-python-runtime-interface-client, bootstrap.py.
def load_handler(handler):
    try:
        module_name, function_name = handler.rsplit(".", 1)
    except ValueError as error:
        raise Fault("Runtime.MalformedHandlerName", "Bad handler '%s': %s" % (handler, error))
    try:
        module = importlib.import_module(module_name.replace("/", "."))
    except ImportError as error:
        raise Fault("Runtime.ImportModuleError", "Unable to import module '%s': %s" % (module_name, error))
    except SyntaxError as error:
        trace = ['  File "%s" Line %s\n    %s' % (error.filename, error.lineno, error.text)]
        raise Fault("Runtime.UserCodeSyntaxError", "Syntax error in module '%s': %s" % (module_name, error), trace)
    try:
        return getattr(module, function_name)
    except AttributeError:
        message = "Handler '%s' missing on module '%s'" % (function_name, module_name)
        raise Fault("Runtime.HandlerNotFound", message)


def described(error, request_id):
    if isinstance(error, Fault):
        kind, trace = error.kind, error.trace
    else:
        kind = type(error).__name__
        # Without the frames of this file.
        frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename != __file__]
        trace = traceback.format_list(frames)
    lines = ["[ERROR] %s: %s" % (kind, error), "Traceback (most recent call last):", *(line.rstrip() for line in trace)]
    print("\n".join(lines), file=sys.stderr, flush=True)
    return {"errorMessage": str(error), "errorType": kind, "requestId": request_id, "stackTrace": trace}


class Context:
    def __init__(self, facts):
        self.__dict__.update(facts)
        self.identity = None
        self.client_context = None
        self._until = time.time() + facts["timeout"]

    def get_remaining_time_in_millis(self):
        return max(int((self._until - time.time()) * 1000), 0)


def milliseconds(since):
    return (time.perf_counter() - since) * 1000


def invoke():
    started = time.perf_counter()
    try:
        handler = load_handler(request["handler"])
    except Exception as error:
        tell("done", error=described(error, ""), initMs=milliseconds(started), ms=0, **usage())
        return
    tell("init", ms=milliseconds(started))
    began = time.perf_counter()
    try:
        result = handler(json.loads(request["event"]), Context(request["context"]))
        try:
            payload = json.dumps(result)
        except (TypeError, ValueError) as error:
            raise Fault("Runtime.MarshalError", "Unable to marshal response: %s" % error)
    except Exception as error:
        error_facts = described(error, request["context"]["aws_request_id"])
        tell("done", error=error_facts, ms=milliseconds(began), **usage())
        return
    tell("done", payload=payload, ms=milliseconds(began), **usage())


def import_all(names):
    failures = []
    for name in names:
        try:
            importlib.import_module(name)
        except BaseException as error:
            failures.append({"module": name, "error": "%s: %s" % (type(error).__name__, error)})
    loaded = [own(module.__file__) for module in list(sys.modules.values()) if getattr(module, "__file__", None)]
    tell("done", failures=failures, loaded=sorted(filter(None, loaded)), **usage())


def read_code_of_all():
    """Asks for the code of every source, as an import does, and runs none of it."""
    sources = []
    for root in roots:
        for directory, _, files in os.walk(root):
            sources += [os.path.join(directory, name) for name in files if name.endswith(".py")]
    failures = []
    for path in sources:
        try:
            importlib.machinery.SourceFileLoader("probed", path).get_code("probed")
        except SyntaxError as error:
            failures.append({"module": own(path), "error": "SyntaxError: %s" % error})
    tell("done", failures=failures, loaded=sorted(own(path) for path in sources), **usage())


def usage():
    try:
        import resource

        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        megabytes = peak // (1024 * 1024 if sys.platform == "darwin" else 1024)
    except ImportError:
        megabytes = 0
    return {"compiled": sorted(compiled), "maxMemoryMb": megabytes}


set_search_path()
watch_compilation()
if "handler" in request:
    invoke()
elif "imports" in request:
    import_all(request["imports"])
else:
    read_code_of_all()
