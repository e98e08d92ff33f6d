/**
 * A bug of ours ends here, in one plain sentence, instead of a blank pane. Whatever it was, the workbook is as it was.
 */
import { Component, type ReactNode } from 'react';
import type { PaneWords } from './pane-fr';

export interface ErrorBoundaryProps {
  readonly words: PaneWords;
  readonly children: ReactNode;
}

export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError(): { readonly isBroken: boolean } {
    return { isBroken: true };
  }

  /** A promise that failed outside of React's sight is as much of a bug. */
  private readonly onRejection = (): void => this.setState({ isBroken: true });

  override componentDidMount(): void {
    window.addEventListener('unhandledrejection', this.onRejection);
  }

  override componentWillUnmount(): void {
    window.removeEventListener('unhandledrejection', this.onRejection);
  }

  override render(): ReactNode {
    const { words, children } = this.props;
    if (!this.state.isBroken) return children;
    return (
      <div role="alert" style={{ padding: '16px', fontFamily: 'Segoe UI, system-ui, sans-serif' }}>
        <p>{words.broken.title}</p>
        <p>{words.broken.remedy}</p>
        <button type="button" onClick={() => window.location.reload()}>
          {words.broken.reload}
        </button>
      </div>
    );
  }
}
