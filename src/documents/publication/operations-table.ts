/** The published table of operations: the rows of the ledger, without the names of suppliers unless they are listed. */
import type { Assignment } from '../../domain/envelopes/assignment';
import type { AmountReading, DateReading, LedgerRow } from '../../domain/envelopes/ledger';
import type { CodeReading } from '../../domain/imputation/imputation';
import type { DocumentInput } from '../input';
import {
  amountField,
  dateField,
  publishedAmount,
  publishedDate,
  publishedText,
  tableOf,
  textField,
  type NamingField,
  type PublishedColumn,
  type PublishedField,
  type PublishedTable,
  type PublishedValue,
} from './published-table';

/** A row of the ledger with its number in the publication and the envelope it is charged to. */
interface Operation {
  readonly number: number;
  readonly row: LedgerRow;
  readonly assignment: Assignment;
  readonly isCounted: boolean;
}

const STATUSES = { firm: 'ferme', project: 'projet', cancelled: 'annulé' } as const;
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
  ...textField('controle', 'Contrôle', 'Opération comptée dans les totaux, ou non rattachée ou illisible.'),
  required: true,
  values: [COUNTED, UNCHECKED],
};
const STATUS: PublishedField = {
  ...textField('etat', 'État', 'Ferme, ou projet non signé.'),
  required: true,
  values: Object.values(STATUSES),
};
const EJ: PublishedField = {
  ...textField('numero_ej', "Numéro d'EJ", 'Engagement juridique de Chorus.'),
  pattern: String.raw`(1\d|2[0-2])\d{8}`,
};
const NAMING: readonly { readonly of: NamingField; readonly field: PublishedField }[] = [
  {
    of: 'supplier',
    field: textField(
      'titulaire',
      'Titulaire',
      "Titulaire du marché ou bénéficiaire, publié sur choix de l'administration.",
    ),
  },
  { of: 'label', field: textField('objet', 'Objet', "Objet de la dépense, publié sur choix de l'administration.") },
];

/** One row per row of the ledger. */
export function operationsTable(
  { charged, ledger, balances }: DocumentInput,
  naming: readonly NamingField[],
): PublishedTable {
  const unchecked = new Set(balances.unchecked.map(({ row }) => row));
  const rows = ledger.rows.map((row, index): Operation => ({
    number: index + 1,
    row,
    assignment: charged.assign(row),
    isCounted: !unchecked.has(row.key),
  }));
  const about = {
    name: 'operations',
    title: 'Opérations',
    description: 'Engagements et paiements du suivi de la convention.',
  };
  return tableOf(about, rows, [
    { field: NUMBER, of: ({ number }) => String(number) },
    { field: CONTROL, of: ({ isCounted }) => (isCounted ? COUNTED : UNCHECKED) },
    ...chargeColumns(),
    { field: STATUS, of: ({ row }) => STATUSES[row.status] },
    { field: EJ, of: ({ row }) => (row.ej.kind === 'ej' ? row.ej.number : null) },
    ...dateAndAmountColumns(),
    ...codeColumns(),
    ...NAMING.filter(({ of }) => naming.includes(of)).map(({ of, field }): PublishedColumn<Operation> => ({
      field,
      of: ({ row }) => publishedText(row[of]),
    })),
  ]);
}

function chargeColumns(): readonly PublishedColumn<Operation>[] {
  return [
    {
      field: textField('enveloppe', 'Enveloppe', "Code de l'enveloppe imputée."),
      of: ({ assignment }) => (assignment.kind === 'assigned' ? assignment.envelope.code : null),
    },
    {
      field: textField('poste', 'Poste de dépense', "Poste de l'annexe."),
      of: ({ assignment }) => (assignment.kind === 'assigned' ? (assignment.line?.label ?? null) : null),
    },
  ];
}

function dateAndAmountColumns(): readonly PublishedColumn<Operation>[] {
  return [
    {
      field: dateField('date_engagement', "Date d'engagement", "Date de l'engagement juridique."),
      of: ({ row }) => dateOf(row.commitmentDate),
    },
    {
      field: dateField('date_service_fait', 'Date de service fait', 'Date de certification du service fait.'),
      of: ({ row }) => dateOf(row.serviceDate),
    },
    {
      field: dateField('date_paiement', 'Date de paiement', 'Date du paiement par le comptable.'),
      of: ({ row }) => dateOf(row.paymentDate),
    },
    {
      field: amountField('montant_ae', 'Montant AE', "AE de l'opération ; négatif pour un retrait.", false),
      of: ({ row }) => amountOf(row.ae),
    },
    {
      field: amountField('montant_cp', 'Montant CP', "CP de l'opération.", false),
      of: ({ row }) => amountOf(row.cp),
    },
  ];
}

function codeColumns(): readonly PublishedColumn<Operation>[] {
  const column = (name: string, title: string, of: (row: LedgerRow) => CodeReading): PublishedColumn<Operation> => ({
    field: textField(name, title, "Code d'imputation de Chorus."),
    of: ({ row }) => codeOf(of(row)),
  });
  return [
    column('domaine_fonctionnel', 'Domaine fonctionnel', ({ imputation }) => imputation.functionalDomain),
    column('centre_financier', 'Centre financier', ({ imputation }) => imputation.financialCentre),
    column('activite', 'Activité', ({ imputation }) => imputation.activity),
    column('centre_de_couts', 'Centre de coûts', ({ imputation }) => imputation.costCentre),
  ];
}

/** An unreadable amount is not published: the column « Contrôle » marks its row. */
function amountOf(reading: AmountReading): PublishedValue {
  return reading.kind === 'amount' ? publishedAmount(reading.cents) : null;
}

function dateOf(reading: DateReading): PublishedValue {
  return reading.kind === 'date' ? publishedDate(reading.date) : null;
}

/** Only well-formed codes: a free text in a column of codes could name a person. */
function codeOf(reading: CodeReading): PublishedValue {
  return reading.kind === 'code' || reading.kind === 'zeroLost' ? reading.canonical : null;
}
