"""Loads workbooks in LibreOffice, computes every formula again, and prints the cells of each sheet as JSON.

Usage: recalculate.py [--values] [--office PID] FILE...   prints the cells; with --values, without the formulas
       recalculate.py --serve                            keeps an office ready for other calls until its stdin ends

PID is a running `recalculate.py --serve`. Without it, or when it has ended, starts an office on a private pipe and profile, and ends it by its
process group.
LibreOffice trusts the results stored in a file until calculateAll(): without that call a planted wrong result would pass.
"""
import argparse
import contextlib
import json
import os
import select
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
START_SECONDS = 300  # on a busy machine


def pipe_of(pid):
    return f"enveloppe{pid}"


@contextlib.contextmanager
def started_office():
    """An office of this process, on a profile of its own, ended with the block."""
    profile = tempfile.mkdtemp(prefix="enveloppe-office-")
    office = subprocess.Popen(
        [
            "soffice", "--headless", "--invisible", "--norestore", "--nologo", "--nodefault",
            f"-env:UserInstallation=file://{profile}", f"--accept=pipe,name={pipe_of(os.getpid())};urp;",
        ],
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
    )
    try:
        yield office
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(office.pid, signal.SIGKILL)
        office.wait()
        shutil.rmtree(profile, ignore_errors=True)


def connect(pid, is_alive):
    """The desktop of the office that process `pid` started; None when it ended or did not answer in time."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    until = time.monotonic() + START_SECONDS
    while is_alive() and time.monotonic() < until:
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe_of(pid)};urp;StarOffice.ComponentContext")
            return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        except NoConnectException:
            time.sleep(0.1)
    return None


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


def read_all(desktop, arguments):
    print(json.dumps([read(desktop, path, not arguments.values) for path in arguments.files]))


def serve():
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))  # the office ends with the block
    with started_office() as office:
        while office.poll() is None and not select.select([sys.stdin], [], [], 1)[0]:
            pass


def is_running(pid):
    try:
        os.kill(pid, 0)
        return True
    except ProcessLookupError:
        return False


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--values", action="store_true")
    parser.add_argument("--office", type=int)
    parser.add_argument("--serve", action="store_true")
    parser.add_argument("files", nargs="*")
    arguments = parser.parse_args()
    if arguments.serve:
        return serve()
    shared = connect(arguments.office, lambda: is_running(arguments.office)) if arguments.office else None
    if shared is not None:
        return read_all(shared, arguments)
    with started_office() as office:
        desktop = connect(os.getpid(), lambda: office.poll() is None)
        if desktop is None:
            raise SystemExit("LibreOffice did not start")
        read_all(desktop, arguments)


if __name__ == "__main__":
    main()
