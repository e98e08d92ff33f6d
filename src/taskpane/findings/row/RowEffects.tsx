/** The available credits without the row and with it, for its poste, its envelope and the convention. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Dossier } from '../../../application/dossier';
import type { RowEffectOn } from '../../../application/row-situation';
import { WHOLE_CONVENTION } from '../../../domain/envelopes/ceilings';
import { everyLineOf } from '../../../domain/envelopes/envelope';
import { NATURES } from '../../../domain/money/nature';
import { shorten } from '../../../messages/typography';
import { Amount } from '../../shared/Amount';
import { Figure } from '../../shared/Figure';
import { usePane } from '../../shared/pane-context';
import { ROW_WORDS } from './row-words';

const useStyles = makeStyles({
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0 },
  table: { width: '100%', borderCollapse: 'collapse' },
  column: {
    textAlign: 'right',
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    padding: `${tokens.spacingVerticalXS} 0`,
    '&:first-child': { textAlign: 'left' },
  },
  name: {
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: 'anywhere',
    padding: `${tokens.spacingVerticalXS} 0`,
  },
  amount: {
    textAlign: 'right',
    padding: `${tokens.spacingVerticalXS} 0 ${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
  },
});

export interface RowEffectsProps {
  readonly dossier: Dossier;
  readonly effects: readonly RowEffectOn[];
  /** True for a row that is not written: the rows that make a figure cannot be shown. */
  readonly isToCome?: boolean;
}

export function RowEffects({ dossier, effects, isToCome = false }: RowEffectsProps): ReactElement {
  const styles = useStyles();
  const words = ROW_WORDS[usePane().words.language];
  const Title = isToCome ? 'h2' : 'h3';
  return (
    <div>
      <Title className={styles.heading}>{words.effect}</Title>
      {effects.length === 0 && <p className={styles.text}>{words.noEffect}</p>}
      {NATURES.map((nature) => {
        const ofNature = effects.filter((effect) => effect.nature === nature);
        if (ofNature.length === 0) return null;
        return (
          <table key={nature} className={styles.table}>
            <thead>
              <tr>
                <th scope="col" className={styles.column}>
                  {words.available(nature)}
                </th>
                <th scope="col" className={styles.column}>
                  {words.without}
                </th>
                <th scope="col" className={styles.column}>
                  {words.with}
                </th>
              </tr>
            </thead>
            <tbody>
              {ofNature.map(({ key, without, with: after }) => (
                <tr key={JSON.stringify(key)}>
                  <th scope="row" className={styles.name}>
                    {nameOf(dossier, key, words.convention)}
                  </th>
                  <td className={styles.amount}>
                    <Amount cents={without} />
                  </td>
                  <td className={styles.amount}>
                    {isToCome ? (
                      <Amount cents={after} />
                    ) : (
                      <Figure
                        subject={{ ...key, nature, figure: 'available' }}
                        cents={after}
                        who={nameOf(dossier, key, words.convention)}
                      />
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        );
      })}
    </div>
  );
}

/** The name of an envelope or of a poste, cut where it is as long as a sentence; `whole` for the convention. */
export function nameOf({ convention }: Dossier, { envelope, line }: RowEffectOn['key'], whole: string): string {
  if (envelope === WHOLE_CONVENTION) return whole;
  const found = convention.envelopes.find(({ code }) => code === envelope);
  const ofLine = line === null ? undefined : found && everyLineOf(found).find(({ index }) => index === line);
  return shorten(ofLine?.label ?? found?.label ?? envelope);
}
