import { useEffect, useState, useSyncExternalStore, type ComponentType } from 'react';
import { isTriage } from '../triage/origin';
import { Library } from './library';

/** What the address asks for: triage, or the library itself. */
export function LibraryPage() {
  const triage = useSyncExternalStore(subscribe, triageAddress);
  return triage === '' ? <Library /> : <LoadedTriage key={triage} />;
}

// Not by Suspense: React keeps its first, empty state for 300 ms, however soon the code is there.
function LoadedTriage() {
  const [Triage, setTriage] = useState<ComponentType>();
  useEffect(() => {
    const failed = (error: unknown) =>
      setTriage(() => {
        throw error;
      });
    import('../triage/triage').then((loaded) => setTriage(() => loaded.Triage), failed);
  }, []);
  return Triage ? <Triage /> : null;
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
