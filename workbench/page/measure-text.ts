/** Measures texts as the grid draws them: on a canvas, in the font of the cell or in the grid's own. */
import { USUAL_SIZE, type MeasureText } from './row-heights';

const GRID_FONT = 'Arial';

export function canvasMeasure(): MeasureText {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) throw new Error('This browser draws no canvas');
  return (text, { font, size, bold, italic }) => {
    context.font = `${italic ? 'italic ' : ''}${bold ? 'bold ' : ''}${size ?? USUAL_SIZE}pt ${font ?? GRID_FONT}`;
    return context.measureText(text).width;
  };
}
