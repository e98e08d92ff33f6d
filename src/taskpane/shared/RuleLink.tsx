/** The code of a rule, which opens its page of the help: a file of the add-in, in a window of its own. */
import { Link } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { RuleCode } from '../../domain/controls/findings/finding';
import { ruleTitle } from '../../messages/describe-finding';
import type { Language } from '../../messages/language';
import { usePane } from './pane-context';

/** The page of the help beside that of the pane; each rule has an anchor of its name. */
export const HELP_PAGE = 'help.html';

/** The guide by task, in a language: files of the add-in too. */
export const GUIDE_PAGES: Readonly<Record<Language, string>> = { fr: 'guide/index.html', en: 'guide/en/index.html' };

export interface RuleLinkProps {
  readonly rule: RuleCode;
  readonly className?: string;
}

export function RuleLink({ rule, className }: RuleLinkProps): ReactElement {
  const { language } = usePane().words;
  return (
    <Link
      className={className}
      href={`${HELP_PAGE}#${rule}`}
      target="_blank"
      rel="noopener"
      title={ruleTitle(rule, language)}
    >
      {rule}
    </Link>
  );
}
