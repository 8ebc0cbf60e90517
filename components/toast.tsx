import {
  createContext,
  Suspense,
  useCallback,
  useContext,
  useEffect,
  useState,
  type ReactNode,
} from 'react';
import { lazily } from './lazily';
import type { Toast } from './toast-region';
import { undo } from './undo';

const ToastRegion = lazily(() => import('./toast-region'), 'ToastRegion');
const SOON_MS = 250;

const ToastContext = createContext<(toast: Toast) => void>(() => {
  throw new Error('A toast needs an AppFrame around the page.');
});

/** Says something in passing: `toast({ text, undo: op })` offers to take that act back. */
export function useToast(): (toast: Toast) => void {
  return useContext(ToastContext);
}

/** Where toasts appear. It is loaded once the page stands, so that opening never waits for it. */
export function ToastFrame({ children }: { children: ReactNode }) {
  const [queue, setQueue] = useState<Toast[]>([]);
  const [standing, setStanding] = useState(false);
  const toast = useCallback((next: Toast) => setQueue((before) => [...before, next]), []);

  useEffect(() => {
    const timer = setTimeout(() => setStanding(true), SOON_MS);
    return () => clearTimeout(timer);
  }, []);

  return (
    <ToastContext value={toast}>
      {children}
      {(standing || queue.length > 0) && (
        <Suspense>
          <ToastRegion queue={queue} onUndo={(group) => void undo(toast, group)} />
        </Suspense>
      )}
    </ToastContext>
  );
}
