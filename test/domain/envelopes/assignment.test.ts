/**
 * On which envelope and poste a row is charged, from its axe 2 and its poste: the 2023 convention, then other shapes.
 */
import fc from 'fast-check';
import { loadConvention } from '../../../src/conventions';
import { type Assignment, createAssigner } from '../../../src/domain/envelopes/assignment';
import type { Convention, ImputationRule } from '../../../src/domain/envelopes/convention';
import { readCode } from '../../../src/domain/imputation/chorus-codes';
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
    ${'Signaux Faibles'} | ${'Tests d’intrusion'}               | ${'Prestations d’audit'}  | ${null}
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

  it('an envelope without a rule of its own is exact by its code and its label; one with a rule, by that rule', () => {
    const mixed = conventionOf(
      [
        { code: 'DO', label: 'Opérations' },
        { code: 'SSF', label: 'Signaux' },
      ],
      {
        imputation: [axisRule('DO', 'Axe 21')],
      },
    );
    expect(['Axe 21', 'DO', 'Opérations', 'SSF', 'Signaux'].map((axis2) => inWords(assign(mixed, axis2)))).toEqual([
      ...['DO exact', 'DO alias', 'DO alias', 'SSF exact', 'SSF exact'],
    ]);
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

  it('the other names that a rule gives are those of its envelope; a name for all of them is none', () => {
    const lots = conventionOf([{ code: 'L1' }, { code: 'AUTRE' }], {
      imputation: [
        axisRule('L1', 'Lot numéro 1', 'Premier lot'),
        { ...axisRule('', 'Commun', 'Tous'), envelope: null },
      ],
    });
    expect(['Premier lot', 'premier  lot', 'Tous'].map((name) => inWords(assign(lots, name)))).toEqual([
      ...['L1 alias', 'L1 alias', 'envelopeUnknown'],
    ]);
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

  it('a rule with an asterisk names every code of that form; a form of two envelopes names neither', () => {
    const forms = conventionOf([{ code: 'N', label: 'Nord' }, { code: 'S' }], {
      imputation: [axisRule('Nord', 'Lot N*'), axisRule('S', 'Lot S*'), axisRule('N', '*12'), axisRule('X', 'X*')],
    });
    expect(
      ['lot n3', 'LOT S3', 'Lot N12', 'Lot S12', 'Lot 3', 'X3'].map((axis2) => inWords(assign(forms, axis2))),
    ).toEqual(['N exact', 'S exact', 'N exact', ...Array<string>(3).fill('envelopeUnknown')]);
    const national: ImputationRule = { ...axisRule('', 'Lot N*'), envelope: null };
    expect(inWords(assign({ ...forms, imputation: [national] }, 'Lot N3'))).toBe('envelopeUnknown');
  });

  it.each`
    activity          | axis2    | charged
    ${'010300000104'} | ${'S'}   | ${'N exact'}
    ${'010300000105'} | ${'N'}   | ${'S exact'}
    ${'010300000199'} | ${'S'}   | ${'envelopeUnknown'}
    ${'#REF!'}        | ${'S'}   | ${'envelopeUnknown'}
    ${''}             | ${'S'}   | ${'S exact'}
    ${''}             | ${'Sud'} | ${'S exact'}
    ${''}             | ${'X'}   | ${'envelopeUnknown'}
    ${''}             | ${''}    | ${'envelopeAbsent'}
  `('where the activité decides, « $activity » and axe 2 « $axis2 » are $charged', ({ activity, axis2, charged }) => {
    const byActivity = conventionOf([{ code: 'N' }, { code: 'S', aliases: ['Sud'] }], {
      imputation: [
        { ...axisRule('N', '010300000104'), field: 'activity' },
        { ...axisRule('S', '010300000105'), field: 'activity' },
      ],
    });
    const row = rowOf({ axis2: axis2 as string });
    const reading =
      activity === '#REF!'
        ? ({ kind: 'cellError', raw: '#REF!' } as const)
        : readCode('activity', activity as string, false);
    expect(inWords(createAssigner(byActivity)({ ...row, imputation: { ...row.imputation, activity: reading } }))).toBe(
      charged,
    );
  });

  it('a poste of another year of the same envelope belongs to no other envelope', () => {
    const now = conventionOf([
      { code: 'N' },
      {
        code: 'S',
        lines: [
          ['Études', 100_00],
          ['Audits', 100_00],
        ],
      },
    ]);
    const last = conventionOf([{ code: 'N', lines: [['Études', 100_00]] }, { code: 'S' }]);
    const otherYears = [{ year: 2022, ceilings: last.ceilings, envelopes: last.envelopes, rap: [] }];
    const owner = (convention: Convention, poste: string): string | undefined => {
      const assignment = assign(convention, 'N', poste);
      return assignment.kind === 'assigned' ? assignment.lineOwner?.code : assignment.reason;
    };
    expect(['Études', 'Audits'].map((poste) => owner(now, poste))).toEqual(['S', 'S']);
    expect(['Études', 'Audits'].map((poste) => owner({ ...now, otherYears }, poste))).toEqual([undefined, 'S']);
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
