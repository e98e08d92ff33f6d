/** Words of the documents that the product reads back, and the sentences that explain why a figure is a value. */
import {
  DOCUMENT_WORDS as words,
  shortNames,
  sizeInFooter,
  type NamedRows,
  type ValueReason,
} from '../../../src/messages/documents/documents-fr';
import { HEAD_WORDS } from '../../../src/messages/documents/head-fr';
import type { MissedSums } from '../../../src/domain/envelopes/missed/missed-sums';
import type { AccountSummary } from '../../../src/workbook/reading/account-summary';
import { convention2023 } from '../../support/conventions';

interface StateOfControls extends AccountSummary {
  readonly errors: number;
  readonly unchecked: number;
  readonly missed: MissedSums;
  readonly sentence: string;
}

const party = (name: string) => ({ name, representative: '', signatory: '' });
const plain = (text: string): string => text.replace(/\s/g, ' ');
const rows = (...numbers: readonly number[]): readonly NamedRows[] => [{ sheet: null, numbers }];

describe('the size of a document is read back from its last line', () => {
  test.each([
    [22, 6],
    [1_234, 9],
  ])('%i rows, %i columns', (height, width) =>
    expect(sizeInFooter(words.footer(height, width))).toEqual({ rows: height, columns: width }),
  );
  test('an earlier version wrote another sentence', () =>
    expect(sizeInFooter('Document produit par Enveloppe\u00a0: 22 lignes, 6 colonnes. Les commentaires…')).toEqual({
      rows: 22,
      columns: 6,
    }));
  test.each([['Document produit par un autre'], [''], ['Document produit par Enveloppe : beaucoup de lignes']])(
    '« %s » gives no size',
    (text) => expect(sizeInFooter(text)).toBeNull(),
  );
});

describe('parties', () => {
  test('the short name is the one between brackets', () => {
    expect(
      shortNames([party('Délégation générale à l’emploi (DGEFP)'), party('Direction générale des entreprises (DGE)')]),
    ).toBe('DGEFP et DGE');
  });
  test('without brackets, the whole name', () => expect(shortNames([party('MILDECA')])).toBe('MILDECA'));
  test('one délégant, several délégants', () => {
    expect(plain(words.delegants([party('A')]))).toBe('Délégant : A');
    expect(plain(words.delegants([party('A'), party('B')]))).toBe('Délégants : A ; B');
  });
});

test('a reference that is not a NOR is not called one', () => {
  const convention = convention2023();
  expect(plain(words.reference(convention))).toMatch(/^NOR : ECOI2236199X,/);
  expect(plain(words.reference({ ...convention, reference: '2023-17' }))).toMatch(/^Référence : 2023-17,/);
});

describe('the state of the controls gives the rows that no total counts, their amounts, and what is not read', () => {
  const NOTHING = {
    rows: 0,
    unread: { AE: 0, CP: 0, unknown: 0 },
    readRows: 0,
    cents: { AE: null, CP: null },
    undated: { rows: 0, cents: 0 },
  };
  const UNDATED = { ...NOTHING, undated: { rows: 2, cents: 150_050 } };
  const TWO_UNREAD = { ...NOTHING, rows: 2, unread: { AE: 1, CP: 1, unknown: 0 } };
  const SOME_CP = {
    ...NOTHING,
    rows: 3,
    readRows: 1,
    unread: { AE: 2, CP: 0, unknown: 0 },
    cents: { AE: null, CP: 50_000 },
  };
  test.each`
    errors   | unchecked | missed        | rows     | places | cents        | unreadable | sentence
    ${0}     | ${0}      | ${NOTHING}    | ${12}    | ${0}   | ${0}         | ${0}       | ${'0 erreur, 0 ligne non contrôlée sur 12 lignes du suivi, aucun montant non lu'}
    ${0}     | ${0}      | ${NOTHING}    | ${0}     | ${0}   | ${0}         | ${0}       | ${'0 erreur, aucune ligne lue, aucun montant non lu'}
    ${1}     | ${1}      | ${NOTHING}    | ${1}     | ${0}   | ${0}         | ${0}       | ${'1 erreur, 1 ligne non contrôlée sur 1 ligne du suivi, sans effet sur les totaux, aucune plage non lue'}
    ${31}    | ${4}      | ${TWO_UNREAD} | ${158}   | ${0}   | ${0}         | ${0}       | ${'31 erreurs ; 4 lignes non contrôlées sur 158 lignes du suivi, hors des totaux : 2 montants non lus (1 d’AE, 1 de CP) ; aucune plage non lue'}
    ${0}     | ${3}      | ${SOME_CP}    | ${9}     | ${1}   | ${500}       | ${0}       | ${'0 erreur ; 3 lignes non contrôlées sur 9 lignes du suivi, hors des totaux : 2 montants d’AE non lus et 500,00 € de CP ; 5,00 € non lus (1 endroit)'}
    ${1_200} | ${0}      | ${NOTHING}    | ${2_000} | ${2}   | ${1_250_050} | ${0}       | ${'1 200 erreurs, 0 ligne non contrôlée sur 2 000 lignes du suivi, 12 500,50 € non lus (2 endroits)'}
    ${0}     | ${0}      | ${NOTHING}    | ${3}     | ${2}   | ${500}       | ${3}       | ${'0 erreur, 0 ligne non contrôlée sur 3 lignes du suivi, 5,00 € non lus, 3 montants illisibles (2 endroits)'}
    ${2}     | ${0}      | ${UNDATED}    | ${12}    | ${0}   | ${0}         | ${0}       | ${'2 erreurs ; 0 ligne non contrôlée sur 12 lignes du suivi ; aucun montant non lu ; CP consommés calculés sans 1 500,50 €, en attente : date de paiement illisible sur 2 lignes'}
    ${0}     | ${0}      | ${NOTHING}    | ${3}     | ${1}   | ${0}         | ${1}       | ${'0 erreur, 0 ligne non contrôlée sur 3 lignes du suivi, 1 montant illisible (1 endroit)'}
  `('$sentence', ({ errors, unchecked, missed, rows: read, places, cents, unreadable, sentence }: StateOfControls) => {
    const state = HEAD_WORDS.controls(errors, { rows: unchecked, missed }, { rows: read, places, cents, unreadable });
    expect(plain(state)).toBe(`État des contrôles : ${sentence}`);
  });
});

test.each`
  errors | warnings | checked | read  | sentence
  ${0}   | ${0}     | ${12}   | ${12} | ${'Les 12 lignes du suivi ont été contrôlées ; aucune anomalie n’est relevée.'}
  ${0}   | ${0}     | ${1}    | ${1}  | ${'La ligne du suivi a été contrôlée ; aucune anomalie n’est relevée.'}
  ${0}   | ${3}     | ${12}   | ${12} | ${'Les 12 lignes du suivi ont été contrôlées ; aucune erreur n’est relevée, 3 avertissements restent à examiner.'}
  ${0}   | ${1}     | ${11}   | ${12} | ${'À la date d’arrêté, 11 lignes du suivi sur 12 sont contrôlées ; aucune erreur n’est relevée sur ces lignes, 1 avertissement reste à examiner.'}
  ${2}   | ${3}     | ${12}   | ${12} | ${'À la date d’arrêté, 12 lignes du suivi sur 12 sont contrôlées ; 2 points appellent une correction.'}
`('$sentence', ({ errors, warnings, checked, read, sentence }) => {
  const found = { errors: Number(errors), warnings: Number(warnings) };
  expect(plain(HEAD_WORDS.statement(found, Number(checked), Number(read)))).toBe(sentence);
});

describe('why a figure is a value', () => {
  const why = (reason: ValueReason, where: readonly NamedRows[] = [], text = ''): string =>
    plain(words.valueNote(['AE engagées (PDE)'], reason, where, text));
  test.each<[string, string]>([
    [
      why('amountAsText', rows(34)),
      'La ligne 34 contient un montant en texte (DON-02) ; corrigez, puis mettez à jour le document.',
    ],
    [
      why('amountAsText', rows(34, 35, 40)),
      'Les lignes 34, 35 et 40 contiennent un montant en texte (DON-02) ; corrigez, puis mettez à jour le document.',
    ],
    [
      why('cellError', rows(9)),
      'La ligne 9 contient une erreur de cellule (DON-06) ; corrigez, puis mettez à jour le document.',
    ],
    [
      why('rowIgnored', rows(9, 10)),
      'Les lignes 9 et 10 sont des lignes de total ou de titre au milieu des données (DON-05) ; déplacez, puis mettez à jour le document.',
    ],
    [
      why('spelling', [], '12 mars'),
      'Une formule ne peut pas chercher le texte « 12 mars » ; corrigez-le, puis mettez à jour le document.',
    ],
    [why('other'), 'Une formule ne donnerait pas le même montant.'],
    [why('other', rows(3)), 'La ligne 3 : une formule ne donnerait pas le même montant.'],
  ])('%s', (sentence, expected) => expect(sentence).toBe(`Valeur et non formule : AE engagées (PDE). ${expected}`));

  test('many rows are counted, not listed', () => {
    expect(why('dateAsText', rows(...Array.from({ length: 30 }, (_, index) => index + 2)))).toContain(
      '10, 11, 12, 13 et 18 autres contiennent une date en texte',
    );
  });
  test('several sheets are named', () => {
    const where = [
      { sheet: 'Janvier', numbers: [3] },
      { sheet: 'Février', numbers: [4, 5] },
    ];
    expect(why('unreadable', where)).toContain(
      'La ligne 3 de « Janvier » ; les lignes 4 et 5 de « Février » ont un montant illisible (DON-01)',
    );
  });
  test('many figures are counted, not listed', () => {
    const figures = Array.from({ length: 9 }, (_, index) => `figure ${index}`);
    expect(plain(words.valueNote(figures, 'other', [], ''))).toContain('figure 5 ; et 3 autres.');
  });
});
