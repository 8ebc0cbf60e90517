import type { ReactNode } from 'react';
import { listHref, type Origin } from './origin';

/** The way back to the list. Pressed plainly, it leaves by `onLeave`, where there is one. */
export function ListLink({
  origin,
  className,
  id,
  label,
  onLeave,
  children,
}: {
  origin: Origin;
  className: string;
  id?: string;
  /** Its name, where what is in it says nothing. */
  label?: string;
  onLeave?: (() => void) | undefined;
  children: ReactNode;
}) {
  return (
    <a
      className={className}
      id={id}
      href={listHref(origin)}
      aria-label={label}
      title={label}
      onClick={(event) => {
        const { ctrlKey, metaKey, shiftKey, altKey } = event;
        if (!onLeave || ctrlKey || metaKey || shiftKey || altKey) return;
        event.preventDefault();
        onLeave();
      }}
    >
      {children}
    </a>
  );
}
