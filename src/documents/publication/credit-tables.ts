/** The published tables of credits: execution by envelope, and by budget line. */
import { toIso } from '../../domain/calendar/civil-date';
import type { BudgetLine, Envelope } from '../../domain/envelopes/convention';
import type { Figures } from '../../domain/envelopes/figures';
import { centsOf, type KnownCents } from '../../domain/money/known-cents';
import { NATURES, type Nature } from '../../domain/money/nature';
import { naturesOf } from '../../domain/envelopes/ceilings';
import type { DocumentInput } from '../input';
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
const RATE: PublishedField = {
  name: 'taux',
  title: 'Taux',
  description: "Consommé sur ouvert ; vide quand rien n'est ouvert ou quand le chiffre est non calculable.",
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
  const rows = convention.envelopes.flatMap((envelope) =>
    naturesOf(convention).map((nature): Credits => {
      const figures = balances.figures({ envelope: envelope.code, line: null }, nature);
      return { envelope, nature, figures };
    }),
  );
  const about = {
    name: 'enveloppes',
    title: 'Exécution par enveloppe',
    description: 'Crédits ouverts, consommés et restants de chaque enveloppe, en AE et en CP.',
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
    { field: AS_OF, of: () => toIso(balances.asOf) },
  ]);
}

function figureColumns(): readonly PublishedColumn<Credits>[] {
  const column = (
    figure: 'allocated' | 'consumed' | 'reserved' | 'remaining' | 'available',
    ...[name, title, description]: readonly [string, string, string]
  ): PublishedColumn<Credits> => ({
    field: amountField(name, title, description, figure === 'allocated'),
    of: ({ figures }) => publishedAmount(centsOf(figures[figure])),
  });
  return [
    column('allocated', 'ouvert', 'Ouvert', 'Plafond à la date, avenants et mouvements compris.'),
    column('consumed', 'consomme', 'Consommé', 'AE engagées, ou CP payés ; vide quand le chiffre est non calculable.'),
    column(
      'reserved',
      'reserve',
      'Réservé',
      'Projets non signés, ou service fait non payé ; vide quand le chiffre est non calculable.',
    ),
    column('remaining', 'reste', 'Reste', 'Ouvert moins consommé ; vide quand le chiffre est non calculable.'),
    column('available', 'disponible', 'Disponible', 'Reste moins réservé ; vide quand le chiffre est non calculable.'),
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
      'Part du plafond de CP ouverte pour les engagements antérieurs (restes à payer).',
    ),
    column(
      ({ code }) => centsOf(balances.outstanding(code)),
      'restes_a_payer',
      'Restes à payer',
      'AE engagées et non payées à la date ; sur la ligne des CP ; vide quand le chiffre est non calculable.',
    ),
  ];
}

/** One row per budget line. */
export function budgetLinesTable({ convention, balances }: DocumentInput): PublishedTable {
  const rows = convention.envelopes.flatMap((envelope) => envelope.lines.map((line) => ({ envelope, line })));
  const consumed =
    (nature: Nature) =>
    ({ envelope, line }: { readonly envelope: Envelope; readonly line: BudgetLine }) =>
      publishedAmount(centsOf(balances.figures({ envelope: envelope.code, line: line.index }, nature).consumed));
  const about = {
    name: 'postes',
    title: 'Exécution par poste de dépense',
    description: 'Répartition des annexes de la convention, et son exécution.',
  };
  return tableOf(about, rows, [
    { field: ENVELOPE, of: ({ envelope }) => envelope.code },
    {
      field: { ...textField('poste', 'Poste de dépense', "Libellé de l'annexe."), required: true },
      of: ({ line }) => line.label,
    },
    {
      field: amountField('montant_delegue', 'Montant délégué', 'Montant du délégant sur ce poste.'),
      of: ({ line }) => publishedAmount(line.delegated.cents),
    },
    {
      field: amountField('montant_total', 'Montant total', 'Avec le cofinancement, pour information.', false),
      of: ({ line }) => (line.total ? publishedAmount(line.total.cents) : null),
    },
    {
      field: amountField(
        'ae_engagees',
        'AE engagées',
        'AE engagées à la date, retraits déduits ; vide quand le chiffre est non calculable.',
        false,
      ),
      of: consumed('AE'),
    },
    {
      field: amountField(
        'cp_payes',
        'CP payés',
        'CP payés à la date, hors restes à payer antérieurs ; vide quand le chiffre est non calculable.',
        false,
      ),
      of: consumed('CP'),
    },
    { field: AS_OF, of: () => toIso(balances.asOf) },
  ]);
}
