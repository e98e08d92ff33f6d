/** Numbers of EJ and of DP on rows that the user set aside, or that nothing reads. */
import { openDossier } from '../../../../src/application/open-dossier';
import { convention2023 } from '../../../support/conventions';
import { workbookOf } from '../../../support/ledgers/workbook-of';

const DAY = 45_000;
const HEADINGS = [
  'N° EJ',
  'N° DP',
  'Axe ministériel 2',
  "Date d'engagement",
  'Montant AE',
  'Date de paiement',
  'Montant CP',
];

function placesOf(number: string, asides: readonly (readonly [sheet: string, area: string, reason: string])[]) {
  const given = workbookOf(
    {
      name: 'Suivi',
      rows: [
        HEADINGS,
        ['1405512301', '', 'PDE', DAY, 1_000, null, null],
        ['1405512302', '', 'PDE', DAY + 3, 2_000, null, null],
        ['1405512301', '100300001, 100300002', 'PDE', null, null, DAY + 60, 500],
      ],
    },
    {
      name: 'Notes',
      rows: [
        ['Réunion du lundi', null, null],
        [null, null, null],
        ['Marché de relance', 1_405_512_309, 8_000],
        ['Marché de suivi', '1405512310/10', 9_000],
      ],
    },
    {
      name: 'Convention',
      rows: [
        ['Feuille', 'Plage', 'Décision', 'Motif', 'Le', 'Par'],
        ...asides.map(([sheet, area, reason]) => [sheet, area, 'mis de côté', reason, null, 'Zoé']),
      ],
      tables: { ENV_Lecture: `A1:F${asides.length + 1}` },
    },
  );
  const opened = openDossier(given, { convention: convention2023() });
  if (!opened.ok) throw new Error(opened.failure.code);
  return opened.value.ledger.reading?.outside?.get(number) ?? [];
}

const row = (place: string, reason: string, isAlone = true) => {
  const [sheet, area] = place.split('!');
  return { sheet, area, reason, isAlone };
};

test.each`
  number          | aside                                | places                                        | why
  ${'1405512302'} | ${['Suivi', 'A3:G3', 'en litige']}   | ${[row('Suivi!A3:G3', 'en litige')]}          | ${'its row is set aside'}
  ${'1405512302'} | ${['Suivi', 'E3', 'en litige']}      | ${[row('Suivi!E3', 'en litige')]}             | ${'its amount is set aside, and with it its row'}
  ${'0100300002'} | ${['Suivi', 'A4:G4', 'payé à tort']} | ${[row('Suivi!A4:G4', 'payé à tort', false)]} | ${'one of the DP of a row set aside'}
  ${'1405512302'} | ${['Suivi', 'A2:G2', 'en litige']}   | ${[]}                                         | ${'another row is set aside'}
  ${'1405512302'} | ${['Suivi', 'H:H', 'autre montant']} | ${[]}                                         | ${'a column is set aside, and its row counts'}
  ${'1405512309'} | ${['Notes', '', 'pour mémoire']}     | ${[row('Notes!A3:C3', 'pour mémoire')]}       | ${'its sheet is set aside'}
  ${'1405512309'} | ${['Suivi', 'A3:G3', 'en litige']}   | ${[row('Notes!A3:C3', '')]}                   | ${'its row is not read'}
  ${'1405512310'} | ${['Suivi', 'A3:G3', 'en litige']}   | ${[row('Notes!A4:C4', '')]}                   | ${'its row is not read, and it has a poste'}
`('$number: $why', ({ number, aside, places }) => {
  expect(placesOf(number as string, [aside as [string, string, string]])).toEqual(places);
});
