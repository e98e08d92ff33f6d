/** The contact of a publication: a service and its address, or the fault of either. */
import fc from 'fast-check';
import { contactText } from '../../../src/application/documents/publication-contact';

test.each`
  service                 | email                            | published                                               | why
  ${'DGE, budget'}        | ${'budget@dge.finances.gouv.fr'} | ${'DGE, budget <budget@dge.finances.gouv.fr>'}          | ${'both'}
  ${'DGE'}                | ${''}                            | ${'DGE'}                                                | ${'the service alone'}
  ${''}                   | ${' budget@dge.gouv.fr '}        | ${'budget@dge.gouv.fr'}                                 | ${'the address alone, spaces left out'}
  ${''}                   | ${''}                            | ${''}                                                   | ${'none'}
  ${'DGE\n bureau'}       | ${''}                            | ${'DGE bureau'}                                         | ${'one line'}
  ${'budget@dge.gouv.fr'} | ${''}                            | ${'service: serviceWithAddress'}                        | ${'the address in the wrong field'}
  ${'x'.repeat(201)}      | ${''}                            | ${'service: serviceTooLong'}                            | ${'too long'}
  ${''}                   | ${`${'x'.repeat(250)}@a.fr`}     | ${'email: emailTooLong'}                                | ${'too long'}
  ${''}                   | ${'budget'}                      | ${'email: emailMalformed'}                              | ${'no host'}
  ${''}                   | ${'budget@dge'}                  | ${'email: emailMalformed'}                              | ${'a host of one label'}
  ${''}                   | ${'budget@dge..fr'}              | ${'email: emailMalformed'}                              | ${'an empty label'}
  ${''}                   | ${'a@dge.fr, b@dge.fr'}          | ${'email: emailMalformed'}                              | ${'two addresses'}
  ${'<b>'}                | ${'budget@-dge.fr'}              | ${'service: serviceWithAddress, email: emailMalformed'} | ${'both faults at once'}
`('« $service », « $email »: $why', ({ service, email, published }: Record<string, string>) => {
  const text = contactText({ service: service ?? '', email: email ?? '' });
  const faults = text.ok
    ? ''
    : Object.entries(text.failure)
        .map(([field, fault]) => `${field}: ${fault}`)
        .join(', ');
  expect(text.ok ? text.value : faults).toBe(published);
});

test('whatever is typed, what is published is one bounded line', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.oneof(fc.emailAddress(), fc.string()),
      (service, email) => {
        const text = contactText({ service, email });
        if (text.ok) expect(text.value).toMatch(/^[^\r\n]{0,460}$/);
      },
    ),
  );
});
