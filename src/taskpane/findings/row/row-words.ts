/** Words of a row of the ledger: what it does, and the form of a new one. */
import type { StepKind } from '../../../domain/envelopes/outstanding/ej-chain';
import type { Nature } from '../../../domain/money/nature';
import { formatCount } from '../../../messages/format';
import { plural } from '../../../messages/french-count';
import type { Language } from '../../../messages/language';
import { en, fr } from '../../../messages/typography';
import type { OperationKind } from './row-form';

const f = (number: number): string => formatCount(number, 'fr');
const e = (number: number): string => formatCount(number, 'en');

const FR = {
  selected: (row: number, sheet: string) => fr`Ligne ${String(row)} sélectionnée dans « ${sheet} »`,
  typed: (row: number, sheet: string) => fr`Nouvelle ligne ${String(row)} dans « ${sheet} »`,
  back: 'Revenir à la situation (Échap)',
  unnamed: 'Ligne sans objet',
  ej: (number: string) => fr`EJ ${number}`,
  line: (label: string) => fr`poste « ${label} »`,
  noEnvelope: 'sans enveloppe',
  ignored: (reason: string) => fr`Cette ligne n’entre dans aucun chiffre : ${reason}.`,
  unchecked: (reason: string) => fr`Cette ligne n’entre dans aucun total : ${reason}.`,
  findings: (number: number) =>
    number === 0 ? fr`Aucun constat sur cette ligne` : fr`${f(number)} ${plural(number, 'constat', 'constats')}`,
  see: 'Voir dans la liste',
  seeNamed: (title: string) => fr`Voir dans la liste : ${title}`,
  accepted: 'Accepté',
  chain: fr`De l’engagement au paiement`,
  left: (amount: string) => fr`reste à payer : ${amount}`,
  leftUnknown: fr`reste à payer non calculable`,
  steps: {
    project: 'Projet d’EJ',
    commitment: 'EJ',
    decommitment: 'Retrait',
    service: 'SF',
    payment: 'DP',
  } satisfies Record<StepKind, string>,
  stepNames: {
    project: 'Projet d’engagement juridique',
    commitment: 'Engagement juridique',
    decommitment: 'Retrait d’engagement',
    service: 'Service fait',
    payment: 'Demande de paiement',
  } satisfies Record<StepKind, string>,
  undated: 'sans date',
  paidOn: (date: string) => fr`payée le ${date}`,
  notPaid: 'non payée',
  toBePaidOn: (date: string) => fr`à payer le ${date}`,
  expected: (date: string) => fr`prévu le ${date}`,
  unreadable: 'montant illisible',
  thisRow: 'cette ligne',
  row: (number: number) => fr`ligne ${String(number)}`,
  otherSteps: (number: number) => fr`et ${f(number)} ${plural(number, 'autre étape', 'autres étapes')}`,
  effect: 'Effet de cette ligne',
  noEffect: fr`Cette ligne ne change aucun disponible à cette date.`,
  available: (nature: Nature) => fr`${nature} disponibles`,
  without: 'sans elle',
  with: 'avec elle',
  convention: 'Convention',
  newRow: 'Nouvelle ligne',
  form: {
    operation: 'Opération',
    operations: { commitment: 'Engagement', payment: 'Paiement', decommitment: 'Retrait' } satisfies Record<
      OperationKind,
      string
    >,
    envelope: 'Enveloppe',
    choose: 'Choisir…',
    available: (amount: string, nature: Nature) => fr`Disponible : ${amount} ${nature === 'AE' ? 'd’AE' : 'de CP'}.`,
    codes: fr`Imputation : les codes de la convention`,
    toEnter: 'À saisir',
    notADate: fr`Saisissez une date, par exemple 31/12/2023.`,
    notAnAmount: fr`Saisissez un montant, par exemple 1 440,00.`,
    judging: 'Contrôle de la ligne…',
    clean: fr`Aucun constat : cette ligne serait conforme.`,
    found: (number: number) => fr`Cette ligne aurait ${f(number)} ${plural(number, 'constat', 'constats')}`,
    lacking: 'Disponible insuffisant, il manque',
    lacks: (who: string, amount: string, nature: Nature) =>
      fr`${amount} ${nature === 'AE' ? fr`d'AE` : fr`de CP`} (${who})`,
    notRead: fr`Cette ligne ne serait pas lue comme une opération. Saisissez un montant et un N° EJ.`,
    place: (row: number, sheet: string) =>
      fr`Elle sera écrite sur la ligne ${String(row)} de « ${sheet} », sous le tableau.`,
    write: 'Écrire la ligne',
  },
};

const EN: typeof FR = {
  selected: (row, sheet) => en`Row ${String(row)} selected in “${sheet}”`,
  typed: (row, sheet) => en`New row ${String(row)} in “${sheet}”`,
  back: 'Back to the situation (Esc)',
  unnamed: 'Row without a subject',
  ej: (number) => en`EJ ${number}`,
  line: (label) => en`budget line “${label}”`,
  noEnvelope: 'no envelope',
  ignored: (reason) => en`This row is in no figure: ${reason}.`,
  unchecked: (reason) => en`This row is in no total: ${reason}.`,
  findings: (number) => (number === 0 ? 'No finding on this row' : en`${e(number)} finding${number === 1 ? '' : 's'}`),
  see: 'See in the list',
  seeNamed: (title) => en`See in the list: ${title}`,
  accepted: 'Accepted',
  chain: 'From the commitment to the payment',
  left: (amount) => en`left to pay: ${amount}`,
  leftUnknown: 'left to pay: not calculable',
  steps: { project: 'Draft EJ', commitment: 'EJ', decommitment: 'Decommitment', service: 'SF', payment: 'DP' },
  stepNames: {
    project: 'Draft commitment',
    commitment: 'Commitment',
    decommitment: 'Decommitment',
    service: 'Service certified',
    payment: 'Payment request',
  },
  undated: 'no date',
  paidOn: (date) => en`paid on ${date}`,
  notPaid: 'not paid',
  toBePaidOn: (date) => en`to be paid on ${date}`,
  expected: (date) => en`expected on ${date}`,
  unreadable: 'unreadable amount',
  thisRow: 'this row',
  row: (number) => en`row ${String(number)}`,
  otherSteps: (number) => en`and ${e(number)} more`,
  effect: 'Effect of this row',
  noEffect: 'This row changes no available amount at this date.',
  available: (nature) => en`${nature} available`,
  without: 'without it',
  with: 'with it',
  convention: 'Convention',
  newRow: 'New row',
  form: {
    operation: 'Operation',
    operations: { commitment: 'Commitment', payment: 'Payment', decommitment: 'Decommitment' },
    envelope: 'Envelope',
    choose: 'Choose…',
    available: (amount, nature) => en`Available: ${amount} of ${nature}.`,
    codes: 'Codes of the convention',
    toEnter: 'To be entered',
    notADate: en`Type a date, for example 31/12/2023.`,
    notAnAmount: en`Type an amount, for example 1,440.00.`,
    judging: 'Checking the row…',
    clean: 'No finding: this row would be right.',
    found: (number) => en`This row would have ${e(number)} finding${number === 1 ? '' : 's'}`,
    lacking: 'Not enough available, short by',
    lacks: (who, amount, nature) => en`${amount} of ${nature} (${who})`,
    notRead: 'This row would not be read as an operation. Type an amount and an EJ number.',
    place: (row, sheet) => en`It will be written on row ${String(row)} of “${sheet}”, under the table.`,
    write: 'Write the row',
  },
};

export type RowWords = typeof FR;

export const ROW_WORDS: Readonly<Record<Language, RowWords>> = { fr: FR, en: EN };
