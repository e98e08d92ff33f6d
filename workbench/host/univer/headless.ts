/** A grid without a page: Univer's engine and models in Node, for tests and measurements. */
import { LocaleType, LogLevel, Univer } from '@univerjs/core';
import { UniverDataValidationPlugin } from '@univerjs/data-validation';
import { UniverDocsPlugin } from '@univerjs/docs';
import { UniverFormulaEnginePlugin } from '@univerjs/engine-formula';
import { UniverSheetsPlugin } from '@univerjs/sheets';
import { UniverSheetsConditionalFormattingPlugin } from '@univerjs/sheets-conditional-formatting';
import { UniverSheetsDataValidationPlugin } from '@univerjs/sheets-data-validation';
import { UniverSheetsFormulaPlugin } from '@univerjs/sheets-formula';
import { UniverSheetsTablePlugin } from '@univerjs/sheets-table';
import type { Grid, GridWorkbook } from '../grid';
import { createUniverGrid } from './univer-grid';

export function createHeadlessGrid(contents: GridWorkbook, locale = 'fr-FR'): Grid {
  const univer = new Univer({
    locale: LocaleType.FR_FR,
    locales: { [LocaleType.FR_FR]: {} },
    logLevel: LogLevel.SILENT,
  });
  univer.registerPlugin(UniverDocsPlugin);
  univer.registerPlugin(UniverFormulaEnginePlugin);
  univer.registerPlugin(UniverSheetsPlugin);
  univer.registerPlugin(UniverSheetsFormulaPlugin);
  univer.registerPlugin(UniverSheetsTablePlugin);
  univer.registerPlugin(UniverDataValidationPlugin);
  univer.registerPlugin(UniverSheetsDataValidationPlugin);
  univer.registerPlugin(UniverSheetsConditionalFormattingPlugin);
  const grid = createUniverGrid(univer, contents, locale);
  const dispose = grid.dispose.bind(grid);
  grid.dispose = () => {
    dispose();
    univer.dispose();
  };
  return grid;
}
