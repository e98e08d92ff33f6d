/** Each field and each choice of « Nouvelle convention » has its words in every language. */
import { ARTICLES, FURTHER, LISTS, SETTINGS } from '../../../src/application/writing/form/form-fields';
import { FIELD_WORDS } from '../../../src/taskpane/welcome/field-words';

const FIELDS = [...Object.values(LISTS), ...Object.values(FURTHER), SETTINGS, ARTICLES].flat();

test.each(Object.entries(FIELD_WORDS))('in %s', (_, words) => {
  const choices = FIELDS.flatMap(({ kind }) => (typeof kind === 'string' ? [] : kind)).filter(
    (choice) => choice !== '',
  );
  expect(FIELDS.map(({ key }) => key).filter((key) => words.fields[key] === undefined)).toEqual([]);
  expect(choices.filter((choice) => words.choices[choice] === undefined && !/^(?:AE|CP)$/.test(choice))).toEqual([]);
});
