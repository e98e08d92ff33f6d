"""Loads workbooks with openpyxl, which is stricter than Excel on some parts, and prints what it read as JSON.

Usage: openpyxl_read.py FILE...
"""
import json
import sys
import warnings

import openpyxl

warnings.simplefilter("ignore")


def cell_as_json(value):
    return value if value is None or isinstance(value, (str, int, float, bool)) else str(value)


def text_of(title):
    return "".join(run.t for paragraph in title.tx.rich.p for run in paragraph.r or []) if title else None


def sheet_as_json(sheet):
    return {
        "name": sheet.title,
        "cells": {cell.coordinate: cell_as_json(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None},
        "bold": [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.font is not None and cell.font.b],
        "numberFormats": {cell.coordinate: cell.number_format for row in sheet.iter_rows() for cell in row if cell.number_format != "General"},
        "tables": dict(sheet.tables.items()),
        "merges": [str(merge) for merge in sheet.merged_cells.ranges],
        "freeze": sheet.freeze_panes,
        "widths": {key: round(column.width, 2) for key, column in sheet.column_dimensions.items()},
        "landscape": sheet.page_setup.orientation == "landscape",
        "paper": sheet.page_setup.paperSize,
        "fitToPage": bool(sheet.sheet_properties.pageSetUpPr and sheet.sheet_properties.pageSetUpPr.fitToPage),
        "titleRows": sheet.print_title_rows,
        "breaks": [one.id for one in sheet.row_breaks.brk],
        "footer": [sheet.oddFooter.left.text, sheet.oddFooter.right.text],
        "charts": [
            {
                "kinds": [type(part).__name__ for part in chart._charts],
                "series": [series.val.numRef.f for part in chart._charts for series in part.series],
                "titles": [text_of(chart.title), text_of(chart.x_axis.title), text_of(chart.y_axis.title)],
                "numberFormat": chart.y_axis.number_format.formatCode,
                "legend": chart.legend.position if chart.legend else None,
            }
            for chart in sheet._charts
        ],
        "highlights": [
            {"area": str(area.sqref), "formula": rule.formula[0]} for area in sheet.conditional_formatting for rule in area.rules
        ],
    }


def read(path):
    workbook = openpyxl.load_workbook(path)
    return {
        "file": path,
        "sheets": [sheet_as_json(sheet) for sheet in workbook.worksheets],
        "names": {name: defined.attr_text for name, defined in workbook.defined_names.items()},
        "recalculates": bool(workbook.calculation.fullCalcOnLoad),
    }


print(json.dumps([read(path) for path in sys.argv[1:]]))
