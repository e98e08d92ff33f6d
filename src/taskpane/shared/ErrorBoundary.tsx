/**
 * Shows one plain sentence instead of a blank pane when a bug throws, and what becomes of the form that was being
 * filled in. Reloading it reads the workbook again.
 */
import { Component, type ReactNode } from 'react';
import type { Drafts } from './forms/drafts';
import type { PaneWords } from './pane-fr';

export interface ErrorBoundaryProps {
  readonly words: PaneWords;
  readonly drafts: Drafts;
  readonly children: ReactNode;
}

interface ErrorBoundaryState {
  readonly isBroken: boolean;
  /** Undefined until the drafts are asked. */
  readonly draft?: ReturnType<Drafts['afterBug']>;
}

export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { isBroken: false };

  static getDerivedStateFromError(): ErrorBoundaryState {
    return { isBroken: true };
  }

  /** A rejected promise, which React does not catch, is a bug too. */
  private readonly onBug = (): void => {
    if (this.state.draft === undefined) this.setState({ isBroken: true, draft: this.props.drafts.afterBug() });
  };

  override componentDidCatch(): void {
    this.onBug();
  }

  override componentDidMount(): void {
    window.addEventListener('unhandledrejection', this.onBug);
  }

  override componentWillUnmount(): void {
    window.removeEventListener('unhandledrejection', this.onBug);
  }

  override render(): ReactNode {
    const { words, children } = this.props;
    const { isBroken, draft = null } = this.state;
    if (!isBroken) return children;
    return (
      <div role="alert" style={{ padding: '16px', fontFamily: 'Segoe UI, system-ui, sans-serif' }}>
        <p>{words.broken.title}</p>
        {draft !== null && <p>{words.broken.draft[draft]}</p>}
        <p>{words.broken.remedy}</p>
        <button type="button" onClick={() => window.location.reload()}>
          {words.broken.reload}
        </button>
      </div>
    );
  }
}
