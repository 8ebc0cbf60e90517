import type { ReactNode } from 'react';

/** An empty view: what would stand here, and what to do so that something does. */
export function EmptyState({
  title,
  text,
  children,
}: {
  title: string;
  text?: string;
  /** Buttons, if there is something to press. */
  children?: ReactNode;
}) {
  return (
    <div className="empty-state">
      <svg className="empty-drawing" viewBox="0 0 48 48" aria-hidden="true">
        <rect x="9" y="20" width="22" height="22" rx="3" />
        <rect x="13" y="15" width="22" height="22" rx="3" />
        <rect className="empty-sheet" x="20" y="6" width="20" height="25" rx="3" />
        <path d="M25 14h10M25 19h10M25 24h6" />
      </svg>
      <p className="empty-title">{title}</p>
      {text && <p className="empty-text">{text}</p>}
      {children && <div className="empty-actions">{children}</div>}
    </div>
  );
}
