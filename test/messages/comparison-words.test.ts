/** The terms of a bridge in words: what moved is named, whatever the sign of its effect. */
import { causeLabel } from '../../src/messages/comparison-words';

test.each`
  cause          | cents      | fr                                   | en
  ${'consumed'}  | ${-30_795} | ${'hausse du consommé'}              | ${'more consumed'}
  ${'consumed'}  | ${200}     | ${'baisse du consommé'}              | ${'less consumed'}
  ${'reserved'}  | ${51_620}  | ${'baisse des montants en attente'}  | ${'less reserved'}
  ${'reserved'}  | ${-1}      | ${'hausse des montants en attente'}  | ${'more reserved'}
  ${'allocated'} | ${5_000}   | ${'hausse de la dotation'}           | ${'more allocated'}
  ${'allocated'} | ${-5_000}  | ${'baisse de la dotation'}           | ${'less allocated'}
  ${'paid'}      | ${-600}    | ${'CP payés'}                        | ${'CP paid'}
  ${'period'}    | ${34_395}  | ${'opérations entre les deux dates'} | ${'operations between the two dates'}
`(
  '$cents because of $cause: $fr',
  ({ cause, cents, fr, en }: Record<'cause' | 'fr' | 'en', never> & { cents: number }) => {
    expect([causeLabel(cause, cents, 'fr'), causeLabel(cause, cents, 'en')]).toEqual([fr, en]);
  },
);
