import type { ReactNode } from 'react';

/** One sentence above the list, with what can be done about it. */
export function Notice({
  text,
  tone = 'quiet',
  children,
}: {
  text: string;
  tone?: 'quiet' | 'warn';
  children?: ReactNode;
}) {
  return (
    <div className={`notice is-${tone}`} role="status">
      <p>{text}</p>
      {children && <div className="notice-actions">{children}</div>}
    </div>
  );
}
