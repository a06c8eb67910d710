# unpack.py ZIP DIRECTORY: unpacks as unzip does, with the times that the zip gives its files: bytecode that names its source's time needs them.
import os
import sys
import time
import zipfile

with zipfile.ZipFile(sys.argv[1]) as archive:
    for entry in archive.infolist():
        path = archive.extract(entry, sys.argv[2])
        if not entry.is_dir():
            seconds = time.mktime((*entry.date_time, 0, 0, -1))
            os.utime(path, (seconds, seconds))
