/** `Workbook`, the root of the object model, and the other services that the client asks the host for. */
import { parseLocalAddress } from '../../address';
import { invalidArgument, invalidReference, notImplemented } from '../errors';
import { defineType, NULL_OBJECT, objectOf, type HostObject, type Model, type ObjectFactory } from '../model';
import type { Roots } from '../dispatch';
import { application, openNewWorkbook, runtime } from './application';
import { EVENT, eventCalls } from './event-calls';
import { namedItems } from './named-items';
import { rangeObject } from './range';
import type { RangeState } from './range-state';
import { comments, notes } from './comment-objects';
import { documentProperties, settings } from './settings';
import { tableObject, tables } from './table-objects';
import { worksheetObject, worksheets } from './worksheets';

export const OBJECTS: ObjectFactory = { worksheet: worksheetObject, table: tableObject };

const protection = defineType<null>({
  name: 'WorkbookProtection',
  scalars: { Protected: { read: (_, model) => model.grid.structureProtected } },
  calls: {
    Protect: (_, __, model) => {
      model.grid.structureProtected = true;
    },
    Unprotect: (_, __, model) => {
      model.grid.structureProtected = false;
    },
  },
});

const DAYS_TO_1970 = 25_569;
const DAYS_TO_1904 = 1462;
const MILLISECONDS_PER_DAY = 86_400_000;

interface ResultState {
  readonly value: unknown;
}

const functionResult = defineType<ResultState>({
  name: 'FunctionResult',
  scalars: { Value: { read: ({ value }) => value }, Error: { read: () => null } },
});

const functions = defineType<null>({
  name: 'Functions',
  calls: {
    /** The serial number of a day, which reveals the date system. */
    Date: (_, [year, month, day], model) => {
      const days = Date.UTC(Number(year), Number(month) - 1, Number(day)) / MILLISECONDS_PER_DAY + DAYS_TO_1970;
      return objectOf(functionResult, { value: model.grid.uses1904Dates ? days - DAYS_TO_1904 : days });
    },
  },
});

/** The reference by which events name their range. */
export const eventReference = ({ sheetId }: RangeState, address: string): string => `${sheetId}|${address}`;

function rangeOfEvent(reference: unknown, model: Model): HostObject | null {
  const [sheetId = '', address = ''] = String(reference).split('|');
  const area = parseLocalAddress(address);
  return area && model.grid.sheet(sheetId) ? rangeObject({ sheetId, area }) : null;
}

function selectedRange(model: Model): HostObject {
  const { sheetId, areas } = model.grid.selection();
  const [area] = areas;
  if (!area || areas.length > 1) throw invalidReference();
  return rangeObject({ sheetId, area });
}

const workbook = defineType<null>({
  name: 'Workbook',
  scalars: {
    Name: { read: (_, model) => model.grid.name },
    ReadOnly: { read: () => false },
    IsDirty: { read: () => true },
  },
  links: {
    Worksheets: () => objectOf(worksheets, null),
    Tables: () => objectOf(tables, { sheetId: null }),
    Comments: () => objectOf(comments, { id: null }),
    Notes: () => objectOf(notes, { id: null }),
    Names: () => objectOf(namedItems, { scope: null }),
    Settings: () => objectOf(settings, null),
    Properties: () => objectOf(documentProperties, null),
    Protection: () => objectOf(protection, null),
    Application: () => objectOf(application, null),
    Functions: () => objectOf(functions, null),
    _Runtime: () => objectOf(runtime, null),
  },
  calls: {
    GetSelectedRange: (_, __, model) => selectedRange(model),
    GetActiveCell: (_, __, model) => {
      const { sheetId, areas } = model.grid.selection();
      const { top = 0, left = 0 } = areas[0] ?? {};
      return rangeObject({ sheetId, area: { top, left, rows: 1, columns: 1 } });
    },
    GetIsActiveCollabSession: () => false,
    _GetRangeForEventByReferenceId: (_, [reference], model) => {
      const found = rangeOfEvent(reference, model);
      if (!found) throw invalidReference();
      return found;
    },
    _GetRangeOrNullObjectForEventByReferenceId: (_, [reference], model) =>
      rangeOfEvent(reference, model) ?? NULL_OBJECT,
    _RemoveReference: (_, [reference], model) => model.release(String(reference)),
    _RemoveAllReferences: (_, __, model) => model.releaseAll(),
    _GetReferenceCount: (_, __, model) => model.keptCount,
    /**
     * A member of the client's `WacWorkbook`, which is the root instead of the workbook when Excel on the web opens a
     * new one.
     */
    CreateAndOpenWorkbook: (_, [base64], model) => openNewWorkbook(base64, model),
    ...eventCalls({ ActivatedEvent: EVENT.workbookActivated }),
  },
});

/** Calls from the client's custom functions runtime to its host. */
const customFunctions = defineType<null>({
  name: 'CustomFunctions',
  calls: {
    _SetOsfControlContainerReadyForCustomFunctions: (_, __, model) => model.listener.functionsReady(),
    _GetEnabledFeatures: () => [],
    SetInvocationArrayResults: (_, [results], model) => model.listener.functionResults(results as unknown[]),
  },
});

/** Visibility of the pane; the page that holds it decides. */
const appRuntime = defineType<null>({
  name: 'AppRuntimeService',
  calls: {
    GetAppRuntimeState: (_, __, model) => model.paneState,
    SetAppRuntimeState: (_, [state], model) => {
      if (state !== 'Visible' && state !== 'Background') throw invalidArgument();
      model.paneState = state;
      model.listener.paneState(state);
    },
  },
});

const addinService = defineType<null>({
  name: 'AddinInternalService',
  calls: { NotifyActionHandlerReady: () => undefined },
});

export const ROOTS: Roots = {
  workbook: objectOf(workbook, null),
  service(name) {
    if (name === 'Microsoft.ExcelServices.CustomFunctions') return objectOf(customFunctions, null);
    if (name === 'Microsoft.InternalService.AddinInternalService') return objectOf(addinService, null);
    if (name === 'Microsoft.AppRuntime.AppRuntimeService') return objectOf(appRuntime, null);
    throw notImplemented(name);
  },
};
