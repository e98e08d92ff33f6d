/** The published tables of credits: execution by envelope, and by budget line. */
import { toIso } from '../../domain/calendar/civil-date';
import type { BudgetLine, Envelope } from '../../domain/envelopes/convention';
import { shownLines, type Balances, type Figures } from '../../domain/envelopes/figures';
import { centsOf, type KnownCents } from '../../domain/money/known-cents';
import { NATURES, type Nature } from '../../domain/money/nature';
import { countedNatures } from '../figures/counted-natures';
import type { DocumentInput } from '../input';
import { knownIf, PosteSums, type CountedRow, type PosteKey } from './counted-rows';
import {
  amountField,
  dateField,
  publishedAmount,
  publishedText,
  tableOf,
  textField,
  type PublishedColumn,
  type PublishedField,
  type PublishedTable,
} from './published-table';

const NATURE: PublishedField = {
  ...textField('nature', 'Nature', "AE : autorisations d'engagement ; CP : crédits de paiement."),
  required: true,
  values: NATURES,
};
const ENVELOPE: PublishedField = { ...textField('enveloppe', 'Enveloppe', "Code de l'enveloppe."), required: true };
const AS_OF: PublishedField = { ...dateField('arrete_au', 'Arrêté au', 'Date de la situation.'), required: true };
const CREDIT_YEAR: PublishedField = {
  name: 'exercice',
  title: 'Exercice',
  description: 'Année des crédits.',
  type: 'integer',
  required: true,
};
const RATE: PublishedField = {
  name: 'taux_consommation',
  title: 'Taux de consommation',
  description: 'Consommé sur dotation ; vide quand la dotation est nulle ou quand le chiffre est non calculable.',
  type: 'number',
};

/** An envelope and one of its natures. */
interface Credits {
  readonly envelope: Envelope;
  readonly nature: Nature;
  readonly figures: Figures;
}

/** One row per envelope and nature. */
export function envelopesTable({ convention, balances }: DocumentInput): PublishedTable {
  const natures = countedNatures({ convention, balances });
  const rows = convention.envelopes.flatMap((envelope) =>
    natures.map((nature): Credits => {
      const figures = balances.figures({ envelope: envelope.code, line: null }, nature);
      return { envelope, nature, figures };
    }),
  );
  const about = {
    name: 'enveloppes',
    title: 'Exécution par enveloppe',
    description: 'Dotation, consommé et disponible de chaque enveloppe, en AE et en CP.',
    primaryKey: [ENVELOPE.name, NATURE.name],
    foreignKeys: [],
  };
  return tableOf(about, rows, [
    { field: ENVELOPE, of: ({ envelope }) => envelope.code },
    {
      field: textField('libelle', 'Libellé', "Bénéficiaire de l'enveloppe."),
      of: ({ envelope }) => publishedText(envelope.label),
    },
    { field: NATURE, of: ({ nature }) => nature },
    ...figureColumns(),
    { field: RATE, of: ({ figures }) => figures.rate },
    ...outstandingColumns(balances),
    { field: CREDIT_YEAR, of: () => String(convention.creditYear) },
    { field: AS_OF, of: () => toIso(balances.asOf) },
  ]);
}

function figureColumns(): readonly PublishedColumn<Credits>[] {
  const column = (
    figure: 'allocated' | 'consumed' | 'reserved' | 'remaining' | 'available',
    ...[name, title, description]: readonly [string, string, string]
  ): PublishedColumn<Credits> => ({
    field: amountField(name, title, description, false),
    of: ({ figures }) => publishedAmount(centsOf(figures[figure])),
  });
  const [unknown, unbounded] = ['vide quand le chiffre est non calculable.', 'vide sans plafond.'];
  return [
    column('allocated', 'dotation', 'Dotation', `Montant initial, avenants et mouvements à la date ; ${unbounded}`),
    column('consumed', 'consomme', 'Consommé', `AE engagées nettes des retraits, ou CP payés ; ${unknown}`),
    column('reserved', 'en_attente', 'En attente', `Projets d'engagement, ou service fait non payé ; ${unknown}`),
    column('remaining', 'non_consomme', 'Non consommé', `Dotation moins consommé ; ${unknown}`),
    column('available', 'disponible', 'Disponible', `Non consommé moins en attente ; ${unknown}`),
  ];
}

/** On the rows of CP alone. */
function outstandingColumns(balances: DocumentInput['balances']): readonly PublishedColumn<Credits>[] {
  const column = (
    cents: (envelope: Envelope) => KnownCents,
    ...[name, title, description]: readonly [string, string, string]
  ): PublishedColumn<Credits> => ({
    field: amountField(name, title, description, false),
    of: ({ envelope, nature }) => (nature === 'CP' ? publishedAmount(cents(envelope)) : null),
  });
  return [
    column(
      ({ openingRap }) => openingRap.cents,
      'dont_rap',
      'Dont RAP',
      'Part de la dotation de CP destinée aux restes à payer des engagements antérieurs.',
    ),
    column(
      ({ code }) => centsOf(balances.outstanding(code)),
      'restes_a_payer',
      'Restes à payer',
      'AE engagées et non payées à la date ; sur la ligne des CP ; vide quand le chiffre est non calculable.',
    ),
  ];
}

/** A row of the table of postes. */
interface Poste {
  readonly key: PosteKey;
  readonly envelope: Envelope;
  /** Null: in no poste of the annex. */
  readonly line: BudgetLine | null;
  readonly kind: (typeof POSTE_KINDS)[number];
}

const POSTE_KINDS = ['poste', 'sans poste', 'restes à payer antérieurs'] as const;
const POSTE_KEY: PublishedField = {
  ...textField('identifiant', 'Identifiant', "Code de l'enveloppe et rang du poste, « sans-poste » ou « rap »."),
  required: true,
};

/** One row per poste, then what is in none, and the CP paid on the opening RAP: together, those of the envelope. */
export function postesTable({ convention, balances }: DocumentInput, rows: readonly CountedRow[]): PublishedTable {
  const sums = new PosteSums(rows);
  const about = {
    name: 'postes',
    title: 'Exécution par poste de dépense',
    description: 'Répartition des annexes de la convention, et son exécution.',
    primaryKey: [POSTE_KEY.name],
    foreignKeys: [{ fields: [ENVELOPE.name], table: 'enveloppes', references: [ENVELOPE.name] }],
  };
  const column = (
    nature: Nature,
    figure: 'consumed' | 'reserved',
    ...[name, title, description]: readonly [string, string, string]
  ): PublishedColumn<Poste> => ({
    field: amountField(name, title, `${description} ; vide quand le chiffre est non calculable.`, false),
    of: ({ key }) => publishedAmount(knownIf(balances.missing.lines[nature], sums.of(key, nature)[figure])),
  });
  return tableOf(about, postesOf(convention, balances), [
    { field: POSTE_KEY, of: ({ key }) => key },
    { field: ENVELOPE, of: ({ envelope }) => envelope.code },
    {
      field: {
        ...textField('type', 'Type', 'Poste de l’annexe, ou montants hors poste.'),
        required: true,
        values: POSTE_KINDS,
      },
      of: ({ kind }) => kind,
    },
    {
      field: textField('poste', 'Poste de dépense', "Libellé de l'annexe ; vide hors poste."),
      of: ({ line }) => line && publishedText(line.label),
    },
    {
      field: amountField('montant_delegue', 'Montant délégué', 'Montant du délégant sur ce poste.', false),
      of: ({ line }) => line && publishedAmount(line.delegated.cents),
    },
    {
      field: amountField('montant_total', 'Montant total', 'Avec le cofinancement, pour information.', false),
      of: ({ line }) => (line?.total ? publishedAmount(line.total.cents) : null),
    },
    column('AE', 'consumed', 'ae_consommees', 'AE consommées', 'AE engagées à la date, retraits déduits'),
    column('AE', 'reserved', 'ae_en_attente', 'AE en attente', "Projets d'engagement"),
    column('CP', 'consumed', 'cp_consommes', 'CP consommés', 'CP payés à la date'),
    column('CP', 'reserved', 'cp_en_attente', 'CP en attente', 'Service fait ou demandes de paiement non payés'),
    { field: CREDIT_YEAR, of: () => String(convention.creditYear) },
    { field: AS_OF, of: () => toIso(balances.asOf) },
  ]);
}

function postesOf({ envelopes }: DocumentInput['convention'], balances: Balances): readonly Poste[] {
  return envelopes.flatMap((envelope): readonly Poste[] => [
    ...shownLines(envelope, balances).map((line, rank): Poste => ({
      key: `${envelope.code}/${rank + 1}`,
      envelope,
      line,
      kind: 'poste',
    })),
    { key: `${envelope.code}/sans-poste`, envelope, line: null, kind: 'sans poste' },
    { key: `${envelope.code}/rap`, envelope, line: null, kind: 'restes à payer antérieurs' },
  ]);
}
