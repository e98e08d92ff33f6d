/** The screens, and the drawers over them. */
import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { useCallback, useEffect, useMemo, useRef, useState, type ReactElement, type ReactNode } from 'react';
import { DrawersContext, type Drawers } from '../shared/drawers';

const useStyles = makeStyles({
  stage: { position: 'relative', flexGrow: 1, minHeight: 0 },
  screen: { height: '100%', display: 'flex', flexDirection: 'column' },
  /** Out of sight and out of reach of the keyboard; it keeps its position. */
  covered: { '@media (max-width: 639px)': { visibility: 'hidden' }, '@media (min-width: 640px)': { width: '50%' } },
});

export function Stage({ children }: { readonly children: ReactNode }): ReactElement {
  const styles = useStyles();
  const [outlet, setOutlet] = useState<HTMLElement | null>(null);
  const [open, setOpen] = useState(0);
  const toFocus = useRef<Element | null>(null);
  const enter = useCallback((before: Element | null) => {
    setOpen((count) => count + 1);
    return () => {
      toFocus.current = before;
      setOpen((count) => count - 1);
    };
  }, []);
  useEffect(() => {
    const element = toFocus.current;
    toFocus.current = null;
    if (element instanceof HTMLElement && element.isConnected && document.activeElement === document.body)
      element.focus();
  }, [open]);
  const drawers: Drawers = useMemo(() => ({ outlet, enter }), [outlet, enter]);
  return (
    <div className={styles.stage}>
      <DrawersContext.Provider value={drawers}>
        <div className={mergeClasses(styles.screen, open > 0 && styles.covered)}>{children}</div>
      </DrawersContext.Provider>
      <div ref={setOutlet} />
    </div>
  );
}
