/**
 * Faults against what is owed to the délégant: answers, notices, reports. DEL-03 is with the ceilings, which it needs.
 */
import { addDays, type CivilDate } from '../../../../src/domain/calendar/civil-date';
import { countWorkingDays } from '../../../../src/domain/calendar/working-days';
import { addDelay, replyDelayOf } from '../../../../src/domain/calendar/delays';
import type { Duty, InformationRequest } from '../../../../src/domain/envelopes/terms';
import type { Severity } from '../../../../src/domain/controls/findings/finding';
import type { World } from '../world';
import { plants, type Plant } from './plant';

function addRequest(world: World, request: Omit<InformationRequest, 'index' | 'subject'>): number {
  const index = world.convention.requests.length;
  const requests = [...world.convention.requests, { index, subject: 'Prévision de fin de gestion', ...request }];
  world.convention = { ...world.convention, requests };
  return index;
}

function request(
  severity: Severity,
  column: string,
  days: (world: World) => Omit<InformationRequest, 'index' | 'subject'>,
): Plant['make'] {
  return (world) => world.expectTable('DEL-01', severity, 'ENV_Demandes', column, addRequest(world, days(world)));
}

const answeredAfter = ({ asOf }: World) => ({ receivedOn: addDays(asOf, -50), answeredOn: addDays(asOf, 2) });

/** Received on the day that leaves so many jours ouvrés. */
function dueIn(left: number): Plant['make'] {
  return (world) => {
    const { convention, asOf } = world;
    const dueOf = (day: CivilDate): CivilDate => addDelay(day, replyDelayOf(convention), convention.holidayZone);
    for (let ago = 0; ago < 40; ago++) {
      const receivedOn = addDays(asOf, -ago);
      const due = dueOf(receivedOn);
      if (due < asOf || countWorkingDays(asOf, due, convention.holidayZone) !== left) continue;
      world.expectTable(
        'DEL-02',
        'warning',
        'ENV_Demandes',
        'Répondue le',
        addRequest(world, { receivedOn, answeredOn: null }),
      );
      return true;
    }
    return false;
  };
}

/** True when a whole quarter ended, and its delay with it, between the signature and the controls. */
function isOlderThanAQuarter({ convention, asOf }: World): boolean {
  return convention.signedOn < addDays(asOf, -92);
}

/** One finding for each envelope that has credits left, at the cell that records the notice as done. */
function unspent(severity: Severity, change: (world: World) => Partial<Duty>): Plant['make'] {
  return (world) => {
    const position = world.convention.duties.findIndex(({ type }) => type === 'unspent');
    if (position < 0) return false;
    const changes = change(world);
    const duties = world.convention.duties.map((duty, index) => (index === position ? { ...duty, ...changes } : duty));
    world.convention = { ...world.convention, duties };
    for (const { ceilings } of world.convention.envelopes) {
      if (ceilings.AE || ceilings.CP) world.expectTable('DEL-04', severity, 'ENV_Obligations', 'Fait le', position);
    }
    return true;
  };
}

function report(
  severity: Severity,
  column: string,
  duty: (world: World) => Partial<Duty>,
  rule: 'DEL-05' | 'DEL-06' = 'DEL-05',
): Plant['make'] {
  return (world) => {
    const { duties } = world.convention;
    const usual = {
      index: duties.length,
      type: 'yearlyReport',
      label: 'Bilan annuel',
      delay: null,
      dueOn: null,
      doneOn: null,
    } as const;
    const added: Duty = { ...usual, addressee: 'DGEFP', approval: null, article: '', ...duty(world) };
    world.convention = { ...world.convention, duties: [...duties, added] };
    world.expectTable(rule, severity, 'ENV_Obligations', column, duties.length);
  };
}

const quarterly = report('error', 'Fait le', () => ({
  type: 'other',
  every: 'quarter',
  delay: { count: 10, unit: 'calendar' },
}));

export const DEL_PLANTS: readonly Plant[] = [
  ...plants(
    'DEL-01',
    [],
    [
      [
        'une demande restée sans réponse',
        request('error', 'Répondue le', ({ asOf }) => ({ receivedOn: addDays(asOf, -40), answeredOn: null })),
      ],
      [
        'une demande sans date de réception : un doute',
        request('warning', 'Reçue le', () => ({ receivedOn: null, answeredOn: null })),
      ],
      ['une réponse datée d’après le jour du contrôle', request('error', 'Répondue le', answeredAfter)],
    ],
  ),
  ...plants(
    'DEL-02',
    [],
    [
      ['une demande à répondre dans deux jours ouvrés', dueIn(2)],
      ['une demande à répondre demain', dueIn(1)],
      ['une demande à répondre le jour même', dueIn(0)],
    ],
  ),
  ...plants(
    'DEL-04',
    ['closing', 'ceilings', 'duties'],
    [
      ['des crédits restent, et personne n’a prévenu le délégant', unspent('info', () => ({ doneOn: null }))],
      ['un avis daté d’après le jour du contrôle', unspent('info', ({ asOf }) => ({ doneOn: addDays(asOf, 3) }))],
      [
        'les dates limites sont passées, sans avis',
        unspent('warning', (world) => {
          const day = addDays(world.asOf, -3);
          world.convention = {
            ...world.convention,
            closing: { commitment: day, serviceCertified: null, payment: day },
          };
          return { doneOn: null };
        }),
      ],
    ],
  ),
  ...plants(
    'DEL-05',
    ['duties'],
    [
      ['un bilan dû dans dix jours', report('warning', 'Fait le', ({ asOf }) => ({ dueOn: addDays(asOf, 10) }))],
      ['un bilan en retard', report('error', 'Fait le', ({ asOf }) => ({ dueOn: addDays(asOf, -5) }))],
      [
        'un bilan dû trois semaines après la fin de l’année',
        report('warning', 'Fait le', () => ({ delay: { count: 21, unit: 'calendar' } })),
      ],
      [
        'un compte rendu trimestriel dont aucun n’a été fait',
        (world) => isOlderThanAQuarter(world) && quarterly(world),
      ],
    ],
  ),
  ...plants(
    'DEL-06',
    ['duties'],
    [
      [
        'la copie de la convention aux CBCM, jamais envoyée',
        report('info', 'Fait le', () => ({ type: 'copyToComptrollers' }), 'DEL-06'),
      ],
      [
        'une publication en retard',
        report('error', 'Fait le', ({ asOf }) => ({ type: 'publication', dueOn: addDays(asOf, -5) }), 'DEL-06'),
      ],
      [
        'une échéance en 2032 pour 2023 : un doute',
        report(
          'warning',
          'Échéance',
          ({ convention }) => ({ type: 'other', dueOn: addDays(convention.endsOn, 3287) }),
          'DEL-06',
        ),
      ],
      [
        'les habilitations que le délégant n’a pas demandées',
        report(
          'warning',
          'Fait le',
          ({ asOf }) => ({ type: 'authorisations', dueOn: addDays(asOf, -5), isOfDelegant: true }),
          'DEL-06',
        ),
      ],
    ],
  ),
];
