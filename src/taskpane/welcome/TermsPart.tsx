/** Movements, fungibility, duties, registers and settings, in the form of a convention: folded, since few need them all. */
import type { ReactElement, ReactNode } from 'react';
import { NEW_YEAR, type ConventionDraft, type YearDraft } from '../../application/writing/form/convention-form';
import { ARTICLES, SETTINGS, type ListName } from '../../application/writing/form/form-fields';
import { usePane } from '../shared/pane-context';
import { EnvelopesList } from './ConventionParts';
import { FIELD_WORDS } from './field-words';
import { Fields, FieldsList, FoldedFields } from './FieldsPart';
import { FORM_WORDS } from './form-words';
import { FieldRow, ListPart, Part, TextAt } from './FormParts';

/** The lists of each part, in order. */
const PARTS: readonly (readonly ListName[])[] = [
  ['movements', 'rap'],
  ['fungibility', 'partCeilings'],
  ['duties', 'requests'],
  ['indicators', 'milestones'],
];

export interface TermsPartProps {
  readonly draft: ConventionDraft;
  readonly change: (part: Partial<ConventionDraft>) => void;
}

export function TermsPart({ draft, change }: TermsPartProps): ReactElement {
  const words = FIELD_WORDS[usePane().words.language];
  return (
    <>
      <Folded title={words.parts.years} paths={['otherYears']}>
        <ListPart
          items={draft.otherYears}
          blank={NEW_YEAR}
          name={words.year}
          add={words.addYear}
          onChange={(otherYears) => change({ otherYears })}
        >
          {(year, set, index) => <YearFields path={`otherYears[${index}]`} year={year} set={set} />}
        </ListPart>
      </Folded>
      {PARTS.map((names) => (
        <Folded key={names[0]} title={words.parts[names.join(' ')] ?? ''} paths={names}>
          {names.map((name) => (
            <FieldsList
              key={name}
              name={name}
              path={name}
              items={draft.lists[name]}
              onChange={(items) => change({ lists: { ...draft.lists, [name]: items } })}
            />
          ))}
        </Folded>
      ))}
      {[
        { title: words.parts.settings, fields: SETTINGS },
        { title: words.parts.articles, fields: ARTICLES },
      ].map(({ title, fields }) => (
        <Folded key={title} title={title} paths={fields.map(({ key }) => key)}>
          <Fields fields={fields} path="" draft={draft.settings} onChange={(settings) => change({ settings })} />
        </Folded>
      ))}
    </>
  );
}

interface FoldedProps {
  readonly title: string;
  readonly paths: readonly string[];
  readonly children: ReactNode;
}

function Folded({ title, paths, children }: FoldedProps): ReactElement {
  return (
    <FoldedFields label={<strong>{title}</strong>} name={title} paths={paths}>
      <Part title={title}>{children}</Part>
    </FoldedFields>
  );
}

interface YearFieldsProps {
  readonly path: string;
  readonly year: YearDraft;
  readonly set: (year: YearDraft) => void;
}

function YearFields({ path, year, set }: YearFieldsProps): ReactElement {
  const texts = FORM_WORDS[usePane().words.language];
  return (
    <>
      <FieldRow>
        <TextAt
          path={`${path}.year`}
          label={texts.creditYear}
          required
          value={year.year}
          onChange={(text) => set({ ...year, year: text })}
        />
        <TextAt
          path={`${path}.ceilings.AE.amount`}
          label={texts.ae}
          value={year.ae}
          onChange={(ae) => set({ ...year, ae })}
        />
        <TextAt
          path={`${path}.ceilings.CP.amount`}
          label={texts.cp}
          value={year.cp}
          onChange={(cp) => set({ ...year, cp })}
        />
      </FieldRow>
      <EnvelopesList
        path={`${path}.envelopes`}
        envelopes={year.envelopes}
        onChange={(envelopes) => set({ ...year, envelopes })}
      />
      <FieldsList name="rap" path={`${path}.rap`} items={year.rap} onChange={(rap) => set({ ...year, rap })} />
    </>
  );
}
