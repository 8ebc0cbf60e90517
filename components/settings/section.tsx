import type { ReactNode } from 'react';

/** One part of settings, with its anchor. */
export function Section({
  id,
  title,
  about,
  children,
}: {
  id: string;
  title: string;
  about?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="settings-section" id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {about && <p className="settings-about">{about}</p>}
      {children}
    </section>
  );
}

/** A group of rows on one sheet. */
export function Sheet({ children }: { children: ReactNode }) {
  return <div className="settings-sheet">{children}</div>;
}

/** What a row is about on the left, what can be done on the right. */
export function Row({
  title,
  hint,
  children,
}: {
  title: ReactNode;
  hint?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className="settings-row">
      <div className="settings-row-words">
        <div className="settings-row-title">{title}</div>
        {hint && <div className="settings-hint">{hint}</div>}
      </div>
      {children && <div className="settings-row-end">{children}</div>}
    </div>
  );
}
