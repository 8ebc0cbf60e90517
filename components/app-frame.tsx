import { CSPProvider } from '@base-ui/react/csp-provider';
import { useLayoutEffect, type ReactNode } from 'react';
import { t } from '../lib/i18n';
import { ErrorBoundary } from './error-boundary';
import './theme.css';
import { ToastFrame } from './toast';
import './ui.css';

/** Stands around every page: looks, language, toasts, and what is shown when all else fails. */
export function AppFrame({ children }: { children: ReactNode }) {
  useLayoutEffect(() => {
    // The language of the strings, which need not be the browser's.
    document.documentElement.lang = t('language');
    document.documentElement.dir = t('direction');
  }, []);
  return (
    <ErrorBoundary>
      <CSPProvider disableStyleElements>
        <ToastFrame>{children}</ToastFrame>
      </CSPProvider>
    </ErrorBoundary>
  );
}
