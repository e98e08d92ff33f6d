"""Loads workbooks in LibreOffice, computes every formula again, and prints what each sheet then shows, as JSON.

Usage: recalculate.py [--values] FILE...   (starts its own office on a private pipe and profile, and ends it by its process group; with --values
it does not print the formulas)
LibreOffice trusts the results that a file holds until calculateAll(): a planted wrong result must not pass.
"""
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

ERRORS = 4  # com.sun.star.sheet.FormulaResult.ERROR
START_SECONDS = 90


def start(profile, pipe):
    return subprocess.Popen(
        [
            "soffice", "--headless", "--invisible", "--norestore", "--nologo", "--nodefault",
            f"-env:UserInstallation=file://{profile}", f"--accept=pipe,name={pipe};urp;",
        ],
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
    )


def connect(office, pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    until = time.monotonic() + START_SECONDS
    while True:
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        except NoConnectException:
            if office.poll() is not None or time.monotonic() > until:
                raise SystemExit("LibreOffice did not start")
            time.sleep(0.1)


def property_of(name, value):
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def sheet_as_json(sheet, with_formulas):
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    last = cursor.getRangeAddress()
    area = sheet.getCellRangeByPosition(0, 0, last.EndColumn, last.EndRow)
    values = [list(row) for row in area.getDataArray()]
    for found in sheet.queryFormulaCells(ERRORS).getRangeAddresses():
        for row in range(found.StartRow, found.EndRow + 1):
            for column in range(found.StartColumn, found.EndColumn + 1):
                values[row][column] = {"error": sheet.getCellByPosition(column, row).getString()}
    formulas = [list(row) for row in area.getFormulaArray()] if with_formulas else []
    return {"name": sheet.getName(), "values": values, "formulas": formulas}


def read(desktop, path, with_formulas):
    started = time.monotonic()
    document = desktop.loadComponentFromURL(uno.systemPathToFileUrl(os.path.abspath(path)), "_blank", 0, (property_of("Hidden", True),))
    if document is None:
        return {"file": path, "sheets": None, "loadMs": None, "calculateMs": None}
    loaded = round((time.monotonic() - started) * 1000)
    try:
        started = time.monotonic()
        document.calculateAll()
        calculated = round((time.monotonic() - started) * 1000)
        sheets = [sheet_as_json(document.Sheets.getByIndex(index), with_formulas) for index in range(document.Sheets.Count)]
        return {"file": path, "sheets": sheets, "loadMs": loaded, "calculateMs": calculated}
    finally:
        document.close(True)


def main(arguments):
    paths = [argument for argument in arguments if argument != "--values"]
    with_formulas = len(paths) == len(arguments)
    profile = tempfile.mkdtemp(prefix="enveloppe-office-")
    pipe = f"enveloppe{os.getpid()}"
    office = start(profile, pipe)
    try:
        desktop = connect(office, pipe)
        print(json.dumps([read(desktop, path, with_formulas) for path in paths]))
    finally:
        try:
            os.killpg(office.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        office.wait()
        shutil.rmtree(profile, ignore_errors=True)


if __name__ == "__main__":
    main(sys.argv[1:])
