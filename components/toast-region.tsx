import { Toast as Base } from '@base-ui/react/toast';
import { useEffect, useRef } from 'react';
import { t } from '../lib/i18n';
import { CloseIcon } from './icons';

export interface Toast {
  text: string;
  /** The act to take back, or how to take it back where it is not one of the journal's. */
  undo?: string | (() => void);
  /** The taking back to take back. */
  redo?: string;
  tone?: 'error';
}

const SHOWN_MS = 6_000;
const ERROR_SHOWN_MS = 15_000;

/** Shows every toast of a queue that only grows, newest in front. */
export function ToastRegion(props: { queue: readonly Toast[]; onUndo: (group: string) => void }) {
  return (
    <Base.Provider limit={1} timeout={SHOWN_MS}>
      <Toasts {...props} />
    </Base.Provider>
  );
}

function Toasts({ queue, onUndo }: { queue: readonly Toast[]; onUndo: (group: string) => void }) {
  const { toasts, add, close } = Base.useToastManager();
  const shown = useRef(0);

  useEffect(() => {
    for (const { text, undo, redo, tone } of queue.slice(shown.current)) {
      const group = undo ?? redo;
      const id = add({
        // Its name, since each toast is a dialog of its own to a screen reader.
        title: text,
        ...(tone ? { type: tone, timeout: ERROR_SHOWN_MS, priority: 'high' as const } : {}),
        ...(group
          ? {
              actionProps: {
                children: t(redo ? 'redo' : 'undo'),
                onClick: () => {
                  close(id);
                  if (typeof group === 'string') onUndo(group);
                  else group();
                },
              },
            }
          : {}),
      });
    }
    shown.current = queue.length;
  }, [queue, add, close, onUndo]);

  return (
    <Base.Portal>
      <Base.Viewport className="toasts">
        {toasts.map((toast) => (
          <Base.Root key={toast.id} toast={toast} className="toast" swipeDirection={[]}>
            <Base.Content className="toast-content">
              <Base.Title className="toast-text" />
              <Base.Action className="toast-action" />
              <Base.Close className="toast-close" aria-label={t('close')}>
                <CloseIcon />
              </Base.Close>
            </Base.Content>
          </Base.Root>
        ))}
      </Base.Viewport>
    </Base.Portal>
  );
}
