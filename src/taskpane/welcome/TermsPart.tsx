/** Fungibility, ceilings by programme or titre, and recurring reports, in the form of a convention. */
import type { ReactElement } from 'react';
import {
  NEW_FUNGIBILITY,
  NEW_PART_CEILING,
  NEW_REPORT,
  type FungibilityDraft,
  type PartCeilingDraft,
  type ReportDraft,
  type TermsDraft,
} from '../../application/writing/form-terms';
import { usePane } from '../shared/pane-context';
import { Choice } from './ConventionParts';
import { FORM_WORDS } from './form-words';
import { FieldRow, ListPart, Part, TextAt } from './FormParts';

export interface TermsPartProps {
  readonly terms: TermsDraft;
  readonly onChange: (terms: TermsDraft) => void;
}

export function TermsPart({ terms, onChange }: TermsPartProps): ReactElement {
  const texts = FORM_WORDS[usePane().words.language];
  return (
    <Part title={texts.parts.terms}>
      <ListPart
        items={terms.fungibility}
        blank={NEW_FUNGIBILITY}
        name={texts.fungibility}
        add={texts.add.fungibility}
        onChange={(fungibility) => onChange({ ...terms, fungibility })}
      >
        {(rule, set, index) => <FungibilityFields path={`fungibility[${index}]`} item={rule} set={set} />}
      </ListPart>
      <ListPart
        items={terms.partCeilings}
        blank={NEW_PART_CEILING}
        name={texts.partCeiling}
        add={texts.add.partCeiling}
        onChange={(partCeilings) => onChange({ ...terms, partCeilings })}
      >
        {(ceiling, set, index) => <CeilingFields path={`partCeilings[${index}]`} item={ceiling} set={set} />}
      </ListPart>
      <ListPart
        items={terms.reports}
        blank={NEW_REPORT}
        name={texts.report}
        add={texts.add.report}
        onChange={(reports) => onChange({ ...terms, reports })}
      >
        {(report, set, index) => <ReportFields path={`duties[${index}]`} item={report} set={set} />}
      </ListPart>
    </Part>
  );
}

interface ItemProps<T> {
  readonly path: string;
  readonly item: T;
  readonly set: (item: T) => void;
}

function FungibilityFields({ path, item, set }: ItemProps<FungibilityDraft>): ReactElement {
  const texts = FORM_WORDS[usePane().words.language];
  const members = ['from', 'to', 'share', 'amount'] as const;
  return (
    <FieldRow>
      {members.map((member) => (
        <TextAt
          key={member}
          path={`${path}.${member}`}
          label={texts[member]}
          value={item[member]}
          onChange={(text) => set({ ...item, [member]: text })}
        />
      ))}
    </FieldRow>
  );
}

function CeilingFields({ path, item, set }: ItemProps<PartCeilingDraft>): ReactElement {
  const texts = FORM_WORDS[usePane().words.language];
  return (
    <FieldRow>
      <Choice
        label={texts.part}
        value={item.part}
        options={Object.entries(texts.ceilingParts)}
        onChange={(part) => set({ ...item, part: part === 'titre' ? 'titre' : 'programme' })}
      />
      <TextAt
        path={`${path}.value`}
        label={texts.value}
        required
        value={item.value}
        onChange={(value) => set({ ...item, value })}
      />
      <TextAt
        path={`${path}.ceilings.AE.amount`}
        label={texts.ae}
        value={item.ae}
        onChange={(ae) => set({ ...item, ae })}
      />
      <TextAt
        path={`${path}.ceilings.CP.amount`}
        label={texts.cp}
        value={item.cp}
        onChange={(cp) => set({ ...item, cp })}
      />
    </FieldRow>
  );
}

function ReportFields({ path, item, set }: ItemProps<ReportDraft>): ReactElement {
  const texts = FORM_WORDS[usePane().words.language];
  const recurrences = Object.keys(texts.recurrences) as ReportDraft['every'][];
  return (
    <FieldRow>
      <TextAt
        path={`${path}.label`}
        label={texts.label}
        value={item.label}
        onChange={(label) => set({ ...item, label })}
      />
      <Choice
        label={texts.every}
        value={item.every}
        options={Object.entries(texts.recurrences)}
        onChange={(chosen) => set({ ...item, every: recurrences.find((every) => every === chosen) ?? item.every })}
      />
      <TextAt
        path={`${path}.delay.count`}
        label={texts.days}
        value={item.days}
        onChange={(days) => set({ ...item, days })}
      />
    </FieldRow>
  );
}
