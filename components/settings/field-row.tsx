import type { ReactNode } from 'react';

/** A field with its name on the left; the name is its label. */
export function FieldRow({ title, children }: { title: string; children: ReactNode }) {
  return (
    <label className="settings-row">
      <span className="settings-row-words settings-row-title">{title}</span>
      <span className="settings-field">{children}</span>
    </label>
  );
}
