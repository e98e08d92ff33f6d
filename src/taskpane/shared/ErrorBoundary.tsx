/** Shows one plain sentence instead of a blank pane when a bug throws. Reloading it reads the workbook again. */
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

  /** A rejected promise, which React does not catch, is a bug too. */
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
