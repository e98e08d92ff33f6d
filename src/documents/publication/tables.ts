/** The tables of the publication package: envelopes, postes, and operations without the names of suppliers. */
import { toIso } from '../../domain/calendar/civil-date';
import type { Assignment } from '../../domain/envelopes/assignment';
import type { BudgetLine, Envelope } from '../../domain/envelopes/convention';
import type { AmountReading, DateReading, LedgerRow } from '../../domain/envelopes/ledger';
import type { CodeReading } from '../../domain/imputation/imputation';
import type { Nature } from '../../domain/money/nature';
import type { DocumentInput } from '../input';
import { naturesOf } from '../figures/natures';
import type { NamingField } from './naming-fields';
import {
  publishedAmount,
  publishedDate,
  publishedText,
  type PublishedField,
  type PublishedValue,
  type Resource,
} from './resource';

/** A column of a table: its field and what a row puts in it. */
interface Column<T> {
  readonly field: PublishedField;
  readonly of: (row: T) => PublishedValue;
}

/** The tables, in the order in which they are read. */
export function publishedTables(input: DocumentInput, naming: readonly NamingField[]): readonly Resource[] {
  return [envelopes(input), lines(input), operations(input, naming)];
}

const money = (name: string, title: string, description: string, required = true): PublishedField => ({
  name,
  title,
  description: `${description} En euros.`,
  type: 'number',
  required,
});
const word = (name: string, title: string, description: string): PublishedField => ({
  name,
  title,
  description,
  type: 'string',
});
const day = (name: string, title: string, description: string): PublishedField => ({
  name,
  title,
  description,
  type: 'date',
});

const NATURE: PublishedField = {
  ...word('nature', 'Nature', "AE : autorisations d'engagement ; CP : crédits de paiement."),
  required: true,
  values: ['AE', 'CP'],
};
const ENVELOPE: PublishedField = { ...word('enveloppe', 'Enveloppe', "Code de l'enveloppe."), required: true };
const AS_OF: PublishedField = { ...day('arrete_au', 'Arrêté au', 'Date de la situation.'), required: true };

function envelopes({ convention, balances }: DocumentInput): Resource {
  const rows = convention.envelopes.flatMap((envelope) =>
    naturesOf(convention).map((nature) => ({ envelope, nature })),
  );
  const figure =
    (pick: (figures: ReturnType<typeof balances.figures>) => number) =>
    ({ envelope, nature }: (typeof rows)[number]) =>
      publishedAmount(pick(balances.figures({ envelope: envelope.code, line: null }, nature)));
  const rate = ({ envelope, nature }: (typeof rows)[number]) =>
    balances.figures({ envelope: envelope.code, line: null }, nature).rate;
  return table(
    'enveloppes',
    'Exécution par enveloppe',
    'Crédits ouverts, consommés et restants de chaque enveloppe, en AE et en CP.',
    rows,
    [
      { field: ENVELOPE, of: ({ envelope }) => envelope.code },
      {
        field: word('libelle', 'Libellé', "Bénéficiaire de l'enveloppe."),
        of: ({ envelope }) => publishedText(envelope.label),
      },
      { field: NATURE, of: ({ nature }) => nature },
      {
        field: money('ouvert', 'Ouvert', 'Plafond à la date, avenants et mouvements compris.'),
        of: figure(({ allocated }) => allocated.cents),
      },
      {
        field: money('consomme', 'Consommé', 'AE engagées, ou CP payés.'),
        of: figure(({ consumed }) => consumed.cents),
      },
      {
        field: money('reserve', 'Réservé', 'Projets non signés, ou service fait non payé.'),
        of: figure(({ reserved }) => reserved.cents),
      },
      { field: money('reste', 'Reste', 'Ouvert moins consommé.'), of: figure(({ remaining }) => remaining.cents) },
      {
        field: money('disponible', 'Disponible', 'Reste moins réservé.'),
        of: figure(({ available }) => available.cents),
      },
      {
        field: {
          name: 'taux',
          title: 'Taux',
          description: "Consommé sur ouvert ; vide quand rien n'est ouvert.",
          type: 'number',
        },
        of: rate,
      },
      {
        field: money(
          'dont_rap',
          'Dont RAP',
          'Part du plafond de CP ouverte pour les engagements antérieurs (restes à payer).',
          false,
        ),
        of: ({ envelope, nature }) => (nature === 'CP' ? publishedAmount(envelope.openingRap.cents) : null),
      },
      {
        field: money(
          'restes_a_payer',
          'Restes à payer',
          'AE engagées et non payées à la date ; sur la ligne des CP.',
          false,
        ),
        of: ({ envelope, nature }) =>
          nature === 'CP' ? publishedAmount(balances.outstanding(envelope.code).cents) : null,
      },
      { field: AS_OF, of: () => toIso(balances.asOf) },
    ],
  );
}

function lines({ convention, balances }: DocumentInput): Resource {
  const rows = convention.envelopes.flatMap((envelope) => envelope.lines.map((line) => ({ envelope, line })));
  const used =
    (nature: Nature) =>
    ({ envelope, line }: { readonly envelope: Envelope; readonly line: BudgetLine }) =>
      publishedAmount(balances.figures({ envelope: envelope.code, line: line.index }, nature).consumed.cents);
  return table(
    'postes',
    'Exécution par poste de dépense',
    'Répartition des annexes de la convention, et son exécution.',
    rows,
    [
      { field: ENVELOPE, of: ({ envelope }) => envelope.code },
      {
        field: { ...word('poste', 'Poste de dépense', "Libellé de l'annexe."), required: true },
        of: ({ line }) => line.label,
      },
      {
        field: money('montant_delegue', 'Montant délégué', 'Montant du délégant sur ce poste.'),
        of: ({ line }) => publishedAmount(line.delegated.cents),
      },
      {
        field: money('montant_total', 'Montant total', 'Avec le cofinancement, pour information.', false),
        of: ({ line }) => (line.total ? publishedAmount(line.total.cents) : null),
      },
      { field: money('ae_engagees', 'AE engagées', 'AE engagées à la date, retraits déduits.'), of: used('AE') },
      { field: money('cp_payes', 'CP payés', 'CP payés à la date, hors restes à payer antérieurs.'), of: used('CP') },
      { field: AS_OF, of: () => toIso(balances.asOf) },
    ],
  );
}

/** A row of the ledger with its number in the publication and what it is charged to. */
interface Operation {
  readonly number: number;
  readonly row: LedgerRow;
  readonly assignment: Assignment;
  readonly isCounted: boolean;
}

const STATUSES = { firm: 'ferme', project: 'projet', cancelled: 'annulé' } as const;

function operations({ charged, ledger, balances }: DocumentInput, naming: readonly NamingField[]): Resource {
  const unchecked = new Set(balances.unchecked.map(({ row }) => row));
  const rows = ledger.rows.map((row, index): Operation => ({
    number: index + 1,
    row,
    assignment: charged.assign(row),
    isCounted: !unchecked.has(row.key),
  }));
  return table('operations', 'Opérations', 'Engagements et paiements du suivi de la convention.', rows, [
    { field: NUMBER, of: ({ number }) => String(number) },
    { field: CONTROL, of: ({ isCounted }) => (isCounted ? COUNTED : UNCHECKED) },
    {
      field: word('enveloppe', 'Enveloppe', "Code de l'enveloppe imputée."),
      of: ({ assignment }) => envelopeOf(assignment),
    },
    { field: word('poste', 'Poste de dépense', "Poste de l'annexe."), of: ({ assignment }) => lineOf(assignment) },
    { field: STATUS, of: ({ row }) => STATUSES[row.status] },
    { field: EJ, of: ({ row }) => (row.ej.kind === 'ej' ? row.ej.number : null) },
    {
      field: day('date_engagement', "Date d'engagement", "Date de l'engagement juridique."),
      of: ({ row }) => dateOf(row.commitmentDate),
    },
    {
      field: day('date_service_fait', 'Date de service fait', 'Date de certification du service fait.'),
      of: ({ row }) => dateOf(row.serviceDate),
    },
    {
      field: day('date_paiement', 'Date de paiement', 'Date du paiement par le comptable.'),
      of: ({ row }) => dateOf(row.paymentDate),
    },
    {
      field: money('montant_ae', 'Montant AE', "AE de l'opération ; négatif pour un retrait.", false),
      of: ({ row }) => amountOf(row.ae),
    },
    { field: money('montant_cp', 'Montant CP', "CP de l'opération.", false), of: ({ row }) => amountOf(row.cp) },
    ...codes(),
    ...NAMING.filter(({ of }) => naming.includes(of)).map(({ of, field }): Column<Operation> => ({
      field,
      of: ({ row }) => publishedText(row[of]),
    })),
  ]);
}

const COUNTED = 'comptée';
const UNCHECKED = 'non contrôlée';

const NUMBER: PublishedField = {
  name: 'numero',
  title: 'Numéro',
  description: "Rang de l'opération dans le suivi.",
  type: 'integer',
  required: true,
};
const CONTROL: PublishedField = {
  ...word('controle', 'Contrôle', 'Opération comptée dans les totaux, ou non rattachée ou illisible.'),
  required: true,
  values: [COUNTED, UNCHECKED],
};
const STATUS: PublishedField = {
  ...word('etat', 'État', 'Ferme, ou projet non signé.'),
  required: true,
  values: Object.values(STATUSES),
};
const EJ: PublishedField = {
  ...word('numero_ej', "Numéro d'EJ", 'Engagement juridique de Chorus.'),
  pattern: String.raw`(1\d|2[0-2])\d{8}`,
};

function envelopeOf(assignment: Assignment): PublishedValue {
  return assignment.kind === 'assigned' ? assignment.envelope.code : null;
}

function lineOf(assignment: Assignment): PublishedValue {
  return assignment.kind === 'assigned' ? (assignment.line?.label ?? null) : null;
}

const NAMING: readonly { readonly of: NamingField; readonly field: PublishedField }[] = [
  {
    of: 'supplier',
    field: word('titulaire', 'Titulaire', "Titulaire du marché ou bénéficiaire, publié sur choix de l'administration."),
  },
  { of: 'label', field: word('objet', 'Objet', "Objet de la dépense, publié sur choix de l'administration.") },
];

function codes(): readonly Column<Operation>[] {
  const code = (name: string, title: string, of: (row: LedgerRow) => CodeReading): Column<Operation> => ({
    field: word(name, title, "Code d'imputation de Chorus."),
    of: ({ row }) => codeOf(of(row)),
  });
  return [
    code('domaine_fonctionnel', 'Domaine fonctionnel', ({ imputation }) => imputation.functionalDomain),
    code('centre_financier', 'Centre financier', ({ imputation }) => imputation.financialCentre),
    code('activite', 'Activité', ({ imputation }) => imputation.activity),
    code('centre_de_couts', 'Centre de coûts', ({ imputation }) => imputation.costCentre),
  ];
}

function table<T>(
  name: string,
  title: string,
  description: string,
  rows: readonly T[],
  columns: readonly Column<T>[],
): Resource {
  return {
    name,
    title,
    description,
    fields: columns.map(({ field }) => field),
    rows: rows.map((row) => columns.map(({ of }) => of(row))),
  };
}

/** What cannot be read is not published: the row says that it is unchecked. */
function amountOf(reading: AmountReading): PublishedValue {
  return reading.kind === 'amount' ? publishedAmount(reading.cents) : null;
}

function dateOf(reading: DateReading): PublishedValue {
  return reading.kind === 'date' ? publishedDate(reading.date) : null;
}

/** Only codes in their form: a free text in a code column could name a person. */
function codeOf(reading: CodeReading): PublishedValue {
  return reading.kind === 'code' || reading.kind === 'zeroLost' ? reading.canonical : null;
}
