import { Component, type ErrorInfo, type ReactNode } from 'react';
import { salvage } from '../lib/db/salvage';
import { t } from '../lib/i18n';
import { saveFile } from './save-file';

interface State {
  error?: Error;
  note?: string;
}

/** What is shown instead of a page that cannot go on: a sentence, and a way to get the data out. */
export class ErrorBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = {};

  static getDerivedStateFromError(error: Error): State {
    return { error };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    console.error(error, info.componentStack);
  }

  override render(): ReactNode {
    const { error, note } = this.state;
    if (!error) return this.props.children;
    return (
      <main className="failure" role="alert">
        <h1 className="failure-title">{t(fromDatabase(error) ? 'failed_database' : 'failed')}</h1>
        <p>{t(/quota/i.test(error.name + error.message) ? 'error_quota' : 'failed_kept')}</p>
        <div className="failure-actions">
          <button type="button" className="button primary" onClick={() => location.reload()}>
            {t('try_again')}
          </button>
          <button type="button" className="button" onClick={() => void this.export()}>
            {t('export_readable')}
          </button>
        </div>
        {note && <p role="status">{note}</p>}
        <details className="failure-details">
          <summary>{t('details')}</summary>
          <code>{`${error.name}: ${error.message}`}</code>
        </details>
      </main>
    );
  }

  private async export(): Promise<void> {
    this.setState({ note: t('exporting') });
    const { file, rows, unreadable } = await salvage();
    if (rows > 0) saveFile(file, 'offprint-salvaged.json');
    const note =
      rows === 0
        ? t('salvaged_nothing')
        : unreadable.length > 0
          ? t('salvaged_partly', rows, unreadable.join(', '))
          : t('salvaged', rows);
    this.setState({ note });
  }
}

function fromDatabase(error: Error): boolean {
  return /Dexie|Database|IDB|Quota|InvalidState|UnknownError|VersionError|MissingAPI|OpenFailed/i.test(
    `${error.name} ${error.message}`,
  );
}
