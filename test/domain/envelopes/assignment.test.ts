/**
 * On which envelope and poste a row is charged, from its axe 2 and its poste: the 2023 convention, then other shapes.
 */
import fc from 'fast-check';
import { loadConvention } from '../../../src/conventions';
import { type Assignment, createAssigner } from '../../../src/domain/envelopes/assignment';
import type { Convention } from '../../../src/domain/envelopes/convention';
import { axisRule, conventionOf, rowOf } from './builders';

function convention2023(): Convention {
  const loaded = loadConvention('dgefp-dge-2023');
  if (!loaded.ok) throw new Error('the 2023 convention is missing');
  return loaded.value;
}

const assign = (convention: Convention, axis2: string, poste = ''): Assignment =>
  createAssigner(convention)(rowOf({ axis2, poste }));

/** `SF by alias`, or why the row is unchecked. */
function inWords(assignment: Assignment): string {
  return assignment.kind === 'unchecked' ? assignment.reason : `${assignment.envelope.code} ${assignment.how}`;
}

describe('axe 2 of the 2023 convention', () => {
  const convention = convention2023();

  it.each`
    axis2                      | envelope
    ${'PDE'}                   | ${'PDE exact'}
    ${'pde '}                  | ${'PDE exact'}
    ${'Signaux Faibles'}       | ${'SF exact'}
    ${'SIGNAUX\u00a0FAIBLES'}  | ${'SF exact'}
    ${'signaux-faibles'}       | ${'SF exact'}
    ${'Place des entreprises'} | ${'PDE alias'}
    ${'SF'}                    | ${'SF alias'}
    ${'Signaux Faible'}        | ${'SF near'}
    ${'SignauxFaibles'}        | ${'SF near'}
    ${'Place des entreprise'}  | ${'PDE near'}
    ${'Singaux Faibles'}       | ${'SF near'}
    ${'Signal faible'}         | ${'envelopeUnknown'}
    ${'PDX'}                   | ${'envelopeUnknown'}
    ${'PED'}                   | ${'envelopeUnknown'}
    ${'Incubateur'}            | ${'envelopeUnknown'}
    ${'36'}                    | ${'envelopeUnknown'}
    ${'#REF!'}                 | ${'envelopeUnknown'}
    ${''}                      | ${'envelopeAbsent'}
    ${'#'}                     | ${'envelopeAbsent'}
    ${'Non affecté'}           | ${'envelopeAbsent'}
  `('$axis2 is $envelope', ({ axis2, envelope }: Record<string, string>) => {
    expect(inWords(assign(convention, axis2!))).toBe(envelope);
  });

  it.each`
    axis2                | poste                                | line                      | owner
    ${'PDE'}             | ${'Frais annexes'}                   | ${'Frais annexes'}        | ${null}
    ${'PDE'}             | ${'Prestations'}                     | ${'Prestations (charges'} | ${null}
    ${'Signaux Faibles'} | ${'Prestations'}                     | ${'Prestation (charges'}  | ${null}
    ${'Signaux Faibles'} | ${'Tests d’intrusion'}               | ${"Prestations d'audit"}  | ${null}
    ${'PDE'}             | ${"Prestations d'audit de sécurité"} | ${null}                   | ${'SF'}
    ${'Signaux Faibles'} | ${'Acquisition Google ads'}          | ${null}                   | ${'PDE'}
    ${'SF'}              | ${'Hébergement'}                     | ${null}                   | ${'PDE'}
    ${'Signaux Faibles'} | ${'Pres'}                            | ${null}                   | ${null}
    ${'PDE'}             | ${'Voyages'}                         | ${null}                   | ${null}
    ${'PDE'}             | ${''}                                | ${null}                   | ${null}
  `(
    '$axis2, « $poste »: line $line, owned elsewhere by $owner',
    ({ axis2, poste, line, owner }: Record<string, string>) => {
      const assignment = assign(convention, axis2!, poste);
      if (assignment.kind !== 'assigned') throw new Error('unchecked');
      expect(assignment.line?.label.slice(0, line?.length) ?? null).toBe(line);
      expect(assignment.lineOwner?.code ?? null).toBe(owner);
    },
  );
});

describe('other conventions', () => {
  it('one envelope and no rule on axe 2: every row is charged on it', () => {
    const single = conventionOf([{ code: 'UNIQUE', lines: [['Études', 100_00]] }]);
    for (const axis2 of ['', '#', 'DS : 15480250']) expect(inWords(assign(single, axis2))).toBe('UNIQUE exact');
    const assignment = assign(single, '', 'etudes');
    expect(assignment.kind === 'assigned' && assignment.line?.label).toBe('Études');
  });

  it('without any rule, codes and labels are exact and aliases are aliases', () => {
    const plain = conventionOf([
      { code: 'DO', label: 'Direction des opérations', aliases: ['DIROP'] },
      { code: 'SSF' },
    ]);
    expect(inWords(assign(plain, 'do'))).toBe('DO exact');
    expect(inWords(assign(plain, 'Direction des operations'))).toBe('DO exact');
    expect(inWords(assign(plain, 'dirop'))).toBe('DO alias');
    expect(inWords(assign(plain, ''))).toBe('envelopeAbsent');
  });

  it('names that differ by a figure are never near: a lot is not another lot', () => {
    const lots = conventionOf([{ code: 'L1' }, { code: 'AUTRE' }], {
      imputation: [axisRule('L1', 'Lot numéro 1'), axisRule('AUTRE', 'Divers')],
    });
    expect(inWords(assign(lots, 'Lot numéro 2'))).toBe('envelopeUnknown');
    expect(inWords(assign(lots, 'Lot numero 1'))).toBe('L1 exact');
    expect(inWords(assign(lots, 'Lot numro 1'))).toBe('L1 near');
  });

  it('a short name is spelt right or is unknown', () => {
    const short = conventionOf([{ code: 'SNUM' }, { code: 'DITP' }]);
    expect(inWords(assign(short, 'SNUMX'))).toBe('envelopeUnknown');
    expect(inWords(assign(short, 'SNIM'))).toBe('envelopeUnknown');
  });

  it('a spelling near two envelopes is unknown', () => {
    const twins = conventionOf([{ code: 'N' }, { code: 'S' }], {
      imputation: [axisRule('N', 'Région nord'), axisRule('S', 'Région lord')],
    });
    expect(inWords(assign(twins, 'Région mord'))).toBe('envelopeUnknown');
  });

  it('a rule that names no known envelope assigns nothing', () => {
    const broken = conventionOf([{ code: 'A' }, { code: 'B' }], { imputation: [axisRule('C', 'Projet C')] });
    expect(inWords(assign(broken, 'Projet C'))).toBe('envelopeUnknown');
  });
});

describe('what is remembered', () => {
  it('is the same as a fresh assignment, whatever rows came before', () => {
    const convention = convention2023();
    const axis = fc.constantFrom('PDE', 'Signaux Faibles', 'SF', 'Signaux Faible', '', 'XYZ', '__proto__', '#REF!');
    const poste = fc.constantFrom('', 'Prestations', 'Frais annexes', 'constructor', "Prestations d'audit");
    fc.assert(
      fc.property(fc.array(fc.record({ axis2: axis, poste }), { minLength: 1, maxLength: 30 }), (specs) => {
        const remembering = createAssigner(convention);
        const shared = specs.map((spec) => rowOf(spec));
        for (const row of [...shared, ...shared]) expect(remembering(row)).toEqual(createAssigner(convention)(row));
      }),
    );
  });

  it('gives rows of one axe 2 and one poste the same object', () => {
    const remembering = createAssigner(convention2023());
    expect(remembering(rowOf({ axis2: 'PDE', poste: 'Frais annexes' }))).toBe(
      remembering(rowOf({ axis2: 'PDE', poste: 'Frais annexes' })),
    );
  });
});
