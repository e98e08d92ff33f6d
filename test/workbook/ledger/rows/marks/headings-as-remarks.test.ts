/** A cross under a heading that would leave a doubt as a remark, « Sans suite », is that remark (LEC-05). */
import { marksUnder } from '../../../../support/ledgers/marks-under';

const CROSS = ['X', 'oui', true, 1] as const;

test.each(
  (
    'Refusé | Caduc | Sans suite | Infructueux | Résilié | Retiré | Remplacé | En double | Inéligible | À vérifier | ' +
    'Décommandé | Dénoncé | Transféré | Erreur | Autre BOP | Dossier à vérifier'
  ).split(' | '),
)('crosses under « %s »', (heading) => {
  expect(marksUnder(heading, [...CROSS, 'non', null, 'Mme Durand'])).toHaveLength(CROSS.length);
});

test('« Réalisé ? » asks, and « oui » answers', () => {
  expect(marksUnder('Réalisé ?', ['oui', 'non'])).toEqual([]);
  expect(marksUnder('À vérifier ?', ['oui', 'non'])).toHaveLength(1);
});

test('a day under such a heading', () => {
  expect(marksUnder('Résilié le', [45_050, null])).toHaveLength(1);
});

test('an amount there is none of a remark about amounts, and a cross is', () => {
  expect(['Pénalités', 'Hors taxe', 'Avoir'].flatMap((heading) => marksUnder(heading, ['x', null]))).toHaveLength(3);
  expect(marksUnder('Pénalités', [1, 250])).toEqual([]);
});

test.each(
  'Urgent | Clôturé | Soldé | En cours | Facture reçue | Prioritaire | Service fait | Vérifié | À payer | Récurrent'.split(
    ' | ',
  ),
)('crosses under « %s » leave no doubt', (heading) => {
  expect(marksUnder(heading, ['X', 'oui'])).toEqual([]);
});
