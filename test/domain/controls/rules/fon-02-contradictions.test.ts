/**
 * A movement whose sign or whose end contradicts its operation counts by its operation, and is found (FON-02); a report
 * or a rétablissement between two envelopes counts for neither.
 */
import { allocatedCents, WHOLE_CONVENTION } from '../../../../src/domain/envelopes/ceilings';
import { isoDate } from '../../../../src/domain/calendar/civil-date';
import type { MovementType } from '../../../../src/domain/envelopes/convention';
import { describeFinding } from '../../../../src/messages/describe-finding';
import { movementOf } from '../../envelopes/builders';
import { foundInMovements, withMovements } from './movements';

interface Case {
  readonly type: MovementType;
  readonly from: string | null;
  readonly to: string | null;
  readonly euros: number;
  readonly PDE: number;
  readonly SF: number;
  readonly found: string;
}

const END = isoDate('2023-12-31');

test.each`
  type             | from     | to       | euros   | PDE     | SF      | found
  ${'freeze'}      | ${'PDE'} | ${null}  | ${100}  | ${-100} | ${0}    | ${''}
  ${'freeze'}      | ${'PDE'} | ${null}  | ${-100} | ${-100} | ${0}    | ${'sign Montant'}
  ${'freeze'}      | ${null}  | ${'PDE'} | ${100}  | ${-100} | ${0}    | ${'end Vers'}
  ${'freeze'}      | ${null}  | ${'PDE'} | ${-100} | ${-100} | ${0}    | ${'end Vers'}
  ${'freeze'}      | ${'PDE'} | ${'SF'}  | ${100}  | ${-100} | ${0}    | ${'otherEnd Vers'}
  ${'restoration'} | ${null}  | ${'PDE'} | ${100}  | ${100}  | ${0}    | ${''}
  ${'restoration'} | ${'PDE'} | ${null}  | ${100}  | ${100}  | ${0}    | ${'end De'}
  ${'restoration'} | ${null}  | ${'PDE'} | ${-100} | ${-100} | ${0}    | ${'sign Montant'}
  ${'amendment'}   | ${null}  | ${'PDE'} | ${-100} | ${-100} | ${0}    | ${''}
  ${'amendment'}   | ${'PDE'} | ${null}  | ${100}  | ${-100} | ${0}    | ${''}
  ${'amendment'}   | ${'PDE'} | ${null}  | ${-100} | ${-100} | ${0}    | ${'sign Montant'}
  ${'amendment'}   | ${'PDE'} | ${'SF'}  | ${-100} | ${-100} | ${100}  | ${'sign Montant'}
  ${'carryOver'}   | ${'PDE'} | ${null}  | ${-100} | ${-100} | ${0}    | ${'sign Montant'}
  ${'carryOver'}   | ${null}  | ${'PDE'} | ${100}  | ${100}  | ${0}    | ${''}
  ${'carryOver'}   | ${'SF'}  | ${'PDE'} | ${100}  | ${0}    | ${0}    | ${'otherEnd De'}
  ${'carryOver'}   | ${'SF'}  | ${'PDE'} | ${-100} | ${0}    | ${0}    | ${'otherEnd De'}
  ${'restoration'} | ${'SF'}  | ${'PDE'} | ${100}  | ${0}    | ${0}    | ${'otherEnd De'}
  ${'restoration'} | ${'SF'}  | ${'PDE'} | ${-100} | ${0}    | ${0}    | ${'otherEnd De'}
  ${'amendment'}   | ${'SF'}  | ${'PDE'} | ${100}  | ${100}  | ${-100} | ${''}
  ${'transfer'}    | ${'PDE'} | ${'SF'}  | ${100}  | ${-100} | ${100}  | ${''}
`('$type from $from to $to, $euros €: PDE $PDE, SF $SF; « $found »', (given) => {
  const { type, from, to, euros, PDE, SF, found } = given as Case;
  const movement = movementOf({ type, from, to, cents: euros * 100 });
  const moved = (envelope: string): number =>
    allocatedCents(withMovements([movement]), envelope, 'AE', END) -
    allocatedCents(withMovements([]), envelope, 'AE', END);
  expect([moved('PDE'), moved('SF'), moved(WHOLE_CONVENTION)]).toEqual([PDE * 100, SF * 100, (PDE + SF) * 100]);
  const findings = foundInMovements([movement]).flatMap(({ rule, details, place }) =>
    rule === 'FON-02' && place.kind === 'convention'
      ? [`${(details as { against?: string }).against} ${place.column}`]
      : [],
  );
  expect(findings.join()).toBe(found);
});

test.each<readonly [MovementType, string | null, string | null, number, string]>([
  ['freeze', 'PDE', null, -100, 'Gel de −100,00 € d’AE : le signe contredit l’opération'],
  ['freeze', null, 'PDE', 100, 'si le gel est levé, remplacez le type par « rétablissement »'],
  ['freeze', 'PDE', 'SF', 100, 'un gel ne donne rien à Signaux Faibles'],
  ['restoration', 'PDE', null, 100, 'ses crédits augmentent'],
  ['carryOver', 'SF', 'PDE', 100, 'seul un redéploiement prend à une enveloppe pour une autre, il n’est pas compté'],
  ['restoration', 'SF', 'PDE', 100, 'Rétablissement de 100,00 € d’AE : Signaux Faibles est dans « De »'],
])('in words: %s from %s to %s, %d €', (type, from, to, euros, words) => {
  const movements = [movementOf({ type, from, to, cents: euros * 100 })];
  const texts = foundInMovements(movements).map((one) => describeFinding(one, withMovements(movements), 'fr').message);
  expect(texts.join(' ').replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ')).toContain(words);
});
