import { Suspense, useSyncExternalStore } from 'react';
import { lazily } from '../lazily';
import { isTriage } from '../triage/origin';
import { Library } from './library';

const Triage = lazily(() => import('../triage/triage'), 'Triage');

/** What the address asks for: triage, or the library itself. */
export function LibraryPage() {
  const triage = useSyncExternalStore(subscribe, triageAddress);
  if (triage === '') return <Library />;
  return (
    <Suspense>
      <Triage key={triage} />
    </Suspense>
  );
}

/** The fragment where it is that of triage; what the library writes there is its own. */
function triageAddress(): string {
  return isTriage(location.hash) ? location.hash : '';
}

function subscribe(onChange: () => void): () => void {
  addEventListener('popstate', onChange);
  addEventListener('hashchange', onChange);
  return () => {
    removeEventListener('popstate', onChange);
    removeEventListener('hashchange', onChange);
  };
}
