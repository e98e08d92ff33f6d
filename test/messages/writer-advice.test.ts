/** The advice to the writer of a letter, in both languages. */
import { isoDate } from '../../src/domain/calendar/civil-date';
import { describeAdvice } from '../../src/messages/describe-advice';
import type { WriterAdvice } from '../../src/workbook/writer-advice';

const date = isoDate('2023-12-31');
const ofSf = { envelope: 'SF', nature: 'AE', cents: 2_000_00 } as const;
const ofWhole = { envelope: null, nature: 'CP', cents: 19_000_00 } as const;
const transfer = { giver: 'PDE', receiver: 'SF', nature: 'AE', cents: 5_000_00, article: 'art. 1.3' } as const;

test.each<[WriterAdvice, string, string]>([
  [
    { code: 'noAmendment' },
    'Aucun avenant d’ENV_Mouvements n’est en vigueur à cette date.',
    'No amendment of ENV_Mouvements is in force at this date.',
  ],
  [
    { code: 'otherAmendments', dates: [date], references: ['Avenant n° 2', ''] },
    'Le courrier ne transmet pas « Avenant n° 2 » et un avenant sans référence, de même date d’effet (31/12/2023) : si c’est le même avenant, donnez la même référence à ses lignes dans ENV_Mouvements.',
    'The letter does not transmit “Avenant n° 2” and an amendment without a reference, in effect on the same day (31 Dec 2023): if it is one amendment, give its rows one reference in ENV_Mouvements.',
  ],
  [
    { code: 'notBlocking', date, excesses: [ofSf, ofWhole] },
    'Le dépassement au 31/12/2023 (2 000,00 € d’AE pour SF et 19 000,00 € de CP pour l’ensemble de la convention) est dans la tolérance de la convention, ou son plafond n’est pas bloquant : la suspension n’est pas justifiée par ces chiffres.',
    'The excess on 31 Dec 2023 (€2,000.00 of AE for SF and €19,000.00 of CP for the whole convention) is within what the convention tolerates, or its ceiling does not block: these figures do not justify a suspension.',
  ],
  [
    { code: 'notAsked', lacks: [ofSf] },
    'Le courrier ne demande pas 2 000,00 € d’AE pour SF : aucune enveloppe ne peut couvrir seule un tel montant, déduction faite des autres redéploiements.',
    'The letter does not ask for €2,000.00 of AE for SF: no envelope can cover such an amount alone, less the other transfers.',
  ],
  [
    { code: 'wholeLacks', lacks: [ofWhole] },
    'Il manque 19 000,00 € de CP pour l’ensemble de la convention : aucun redéploiement entre enveloppes ne peut le couvrir, demandez un avenant.',
    'Lacking: €19,000.00 of CP for the whole convention. No transfer between envelopes can cover it: ask for an amendment.',
  ],
  [
    { code: 'partsLack', lacks: [{ ...ofWhole, part: { part: 'programme', value: '0103' } }] },
    'Il manque 19 000,00 € de CP pour le programme 0103, ce que le courrier ne demande pas : informez le délégant de cette insuffisance.',
    'Lacking: €19,000.00 of CP for programme 0103, which the letter does not ask for: inform the délégant of this insufficiency.',
  ],
  [
    { code: 'formerLacks', year: 2022, lacks: [ofSf, ofWhole] },
    'Crédits de 2022 : il manque 2 000,00 € d’AE pour SF et 19 000,00 € de CP pour l’ensemble de la convention, ce que ce courrier n’indique pas. Si le délégant ne le sait pas, informez-le par un courrier arrêté au 31/12/2022.',
    'Credits of 2022: lacking €2,000.00 of AE for SF and €19,000.00 of CP for the whole convention, which this letter does not state. If the délégant does not know, send a letter as of 31 Dec 2022.',
  ],
  [
    {
      code: 'partsUnknown',
      parts: [
        { part: 'programme', value: '0103', nature: 'AE' },
        { part: 'titre', value: '3', nature: 'CP' },
      ],
    },
    'Les chiffres d’AE du programme 0103 et de CP du titre 3 ne sont pas calculables : le courrier n’en tient pas compte.',
    'The figures of AE of programme 0103 and of CP of titre 3 cannot be calculated: the letter leaves them out.',
  ],
  [
    { code: 'noConsent', ...transfer },
    'Redéploiement de 5 000,00 € d’AE de PDE vers SF : la convention le permet sans accord préalable (art. 1.3). Inscrivez-le dans ENV_Mouvements.',
    'Transfer of €5,000.00 of AE from PDE to SF: the convention allows it without prior consent (art. 1.3). Enter it in ENV_Mouvements.',
  ],
  [
    { code: 'noConsent', ...transfer, article: '' },
    'Redéploiement de 5 000,00 € d’AE de PDE vers SF : la convention le permet sans accord préalable. Inscrivez-le dans ENV_Mouvements.',
    'Transfer of €5,000.00 of AE from PDE to SF: the convention allows it without prior consent. Enter it in ENV_Mouvements.',
  ],
])('%j', (advice, french, english) => {
  const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');
  expect(plain(describeAdvice(advice, 'fr'))).toBe(french);
  expect(plain(describeAdvice(advice, 'en'))).toBe(english);
});
