/** Things beside the cells, which no grid holds: comments, notes, shapes, PivotTables, slicers. */
import type { GridArea } from '../grid';

/** Something that a person put on a cell. */
export interface OnCell {
  readonly sheetId: string;
  row: number;
  column: number;
}

export interface CommentFacts extends OnCell {
  readonly id: string;
  content: string;
  readonly replies?: readonly string[];
  resolved?: boolean;
}

export interface NoteFacts extends OnCell {
  content: string;
  readonly authorName: string;
}

/** A text box is a geometric shape. */
export interface ShapeFacts {
  readonly id: string;
  readonly sheetId: string;
  readonly type: 'GeometricShape' | 'Group' | 'Image' | 'Line' | 'Unsupported';
  readonly text?: string;
  /** Of a group: its shapes, those of inner groups among them. */
  readonly members?: readonly ShapeFacts[];
}

/** A PivotTable or a slicer: only counted. */
export interface PlacedFacts {
  readonly sheetId: string;
}

/** The input message of cells, with or without a rule. It does not follow rows that come or go. */
export interface PromptFacts {
  readonly sheetId: string;
  readonly area: GridArea;
  readonly title: string;
  readonly message: string;
  readonly showPrompt: boolean;
}

/** A text of a workbook file: on a cell, on the pages of the sheet, or in a shape. */
export interface LoadedText {
  readonly on: 'note' | 'prompt' | 'page' | 'shape';
  readonly at: { readonly row: number; readonly column: number } | null;
  readonly text: string;
}
