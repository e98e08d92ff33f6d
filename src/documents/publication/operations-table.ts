/** The published table of operations: the rows of the ledger, without the names of suppliers unless they are listed. */
import type { AmountReading, DateReading, LedgerRow } from '../../domain/envelopes/ledger';
import type { CodeReading } from '../../domain/imputation/imputation';
import { NATURES, type Nature } from '../../domain/money/nature';
import type { DocumentInput } from '../input';
import { knownIf, type CountedRow } from './counted-rows';
import type { TextGate } from './text-gate';
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

/** A row of the ledger with its number in the publication. */
interface Operation extends CountedRow {
  readonly number: number;
}

const STATUSES = { firm: 'ferme', project: 'projet', cancelled: 'annulé' } as const;
const COUNTED = 'comptée';
const WITHOUT_EFFECT = 'sans effet à la date';
const UNCHECKED = 'non contrôlée';

const NUMBER: PublishedField = {
  name: 'numero',
  title: 'Numéro',
  description: "Rang de l'opération dans le suivi.",
  type: 'integer',
  required: true,
};
const CONTROL: PublishedField = {
  ...textField(
    'controle',
    'Contrôle',
    'Comptée dans les totaux ; sans effet à la date (autre exercice, ou plus tard) ; non rattachée ou illisible.',
  ),
  required: true,
  values: [COUNTED, WITHOUT_EFFECT, UNCHECKED],
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

/** One row per row of the ledger; the texts of the columns listed are those that the gate lets through. */
export function operationsTable(
  { balances }: DocumentInput,
  rows: readonly CountedRow[],
  naming: readonly NamingField[],
  texts: TextGate,
): PublishedTable {
  const about = {
    name: 'operations',
    title: 'Opérations',
    description:
      'Engagements et paiements du suivi de la convention. Les montants comptés font ceux des postes et des enveloppes.',
    primaryKey: [NUMBER.name],
    foreignKeys: [
      { fields: ['enveloppe'], table: 'enveloppes', references: ['enveloppe'] },
      { fields: ['poste_ae'], table: 'postes', references: ['identifiant'] },
      { fields: ['poste_cp'], table: 'postes', references: ['identifiant'] },
    ],
  };
  const operations = rows.map((row, index): Operation => ({ ...row, number: index + 1 }));
  return tableOf(about, operations, [
    { field: NUMBER, of: ({ number }) => String(number) },
    { field: CONTROL, of: controlOf },
    ...chargeColumns(),
    { field: STATUS, of: ({ row }) => STATUSES[row.status] },
    { field: EJ, of: ({ row }) => (row.ej.kind === 'ej' ? row.ej.number : null) },
    ...dateAndAmountColumns(),
    ...countedColumns(balances.missing),
    ...codeColumns(),
    ...NAMING.filter(({ of }) => naming.includes(of)).map(({ of, field }): PublishedColumn<Operation> => ({
      field,
      of: ({ row }) => publishedText(texts.pass(of, row[of])),
    })),
  ]);
}

function controlOf({ counted, row }: Operation): string {
  if (!counted) return UNCHECKED;
  const hasEffect = NATURES.some((nature) => counted[nature].consumed !== 0 || counted[nature].reserved !== 0);
  return hasEffect ? COUNTED : [row.ae, row.cp].some(isNotRead) ? UNCHECKED : WITHOUT_EFFECT;
}

/** Their sums by poste, and by envelope, are those of the two other tables. */
function countedColumns(missing: DocumentInput['balances']['missing']): readonly PublishedColumn<Operation>[] {
  const column = (
    nature: Nature,
    figure: 'consumed' | 'reserved',
    ...[name, title, description]: readonly [string, string, string]
  ): PublishedColumn<Operation> => ({
    field: amountField(name, title, `${description} ; vide quand le chiffre est non calculable.`, false),
    of: ({ counted }) => publishedAmount(knownIf(missing[nature], counted?.[nature][figure] ?? 0)),
  });
  return [
    column('AE', 'consumed', 'ae_consommees', 'AE consommées', "AE que l'opération ajoute au consommé à la date"),
    column('AE', 'reserved', 'ae_en_attente', 'AE en attente', "AE que l'opération ajoute au montant en attente"),
    column('CP', 'consumed', 'cp_consommes', 'CP consommés', "CP que l'opération ajoute au consommé à la date"),
    column('CP', 'reserved', 'cp_en_attente', 'CP en attente', "CP que l'opération ajoute au montant en attente"),
  ];
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
    {
      field: textField('poste_ae', 'Poste des AE', 'Identifiant du poste qui porte les AE comptées.'),
      of: ({ counted }) => counted?.AE.poste ?? null,
    },
    {
      field: textField('poste_cp', 'Poste des CP', 'Identifiant du poste qui porte les CP comptés.'),
      of: ({ counted }) => counted?.CP.poste ?? null,
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

function isNotRead({ kind }: AmountReading): boolean {
  return kind !== 'amount' && kind !== 'absent';
}

/** An unreadable amount is not published: the column « Contrôle » marks its row, unless the other amount counts. */
function amountOf(reading: AmountReading): PublishedValue {
  return reading.kind === 'amount' ? publishedAmount(reading.cents) : null;
}

function dateOf(reading: DateReading): PublishedValue {
  return reading.kind === 'date' ? publishedDate(reading.date) : null;
}

/**
 * Only well-formed codes with a figure: a free text in a column of codes could name a person, and ten letters have the
 * form of a cost centre.
 */
function codeOf(reading: CodeReading): PublishedValue {
  const isCode = reading.kind === 'code' || reading.kind === 'zeroLost';
  return isCode && /\d/.test(reading.canonical) ? reading.canonical : null;
}
