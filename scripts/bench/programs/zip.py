# zip.py ZIP DIRECTORY: zips the directory's files at level 6.
import os
import sys
import zipfile

with zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
    for directory, _, names in os.walk(sys.argv[2]):
        for name in names:
            path = os.path.join(directory, name)
            archive.write(path, os.path.relpath(path, sys.argv[2]))
