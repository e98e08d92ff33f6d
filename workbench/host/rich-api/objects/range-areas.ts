/** Several areas of one sheet, read-only: the result of `getMergedAreasOrNullObject`. */
import { fullAddress } from '../../address';
import type { GridArea } from '../../grid';
import { defineType } from '../model';

export interface AreasState {
  readonly sheetId: string;
  readonly areas: readonly GridArea[];
}

export const rangeAreas = defineType<AreasState>({
  name: 'RangeAreas',
  scalars: {
    Address: {
      read: ({ sheetId, areas }, model) => areas.map((area) => fullAddress(model.sheetName(sheetId), area)).join(','),
    },
    AreaCount: { read: ({ areas }) => areas.length },
    CellCount: { read: ({ areas }) => areas.reduce((sum, area) => sum + area.rows * area.columns, 0) },
  },
  links: { Worksheet: ({ sheetId }, model) => model.objects.worksheet(sheetId) },
});
