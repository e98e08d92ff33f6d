/** The namespaces of drawings and charts in the two dialects of the format. */
import type { Dialect } from '../package/workbook-part';

export interface DrawingNamespaces {
  readonly drawing: string;
  readonly shapes: string;
  readonly charts: string;
}

const USUAL = 'http://schemas.openxmlformats.org/drawingml/2006/';
const STRICT = 'http://purl.oclc.org/ooxml/drawingml/';

export function drawingNamespaces(dialect: Dialect): DrawingNamespaces {
  const start = dialect.main.startsWith('http://purl.oclc.org/') ? STRICT : USUAL;
  return { drawing: `${start}spreadsheetDrawing`, shapes: `${start}main`, charts: `${start}chart` };
}
