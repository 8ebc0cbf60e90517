import { useId, type ReactNode } from 'react';

/** Something that is on or off. */
export function SwitchRow({
  title,
  hint,
  checked,
  onChange,
}: {
  title: string;
  hint?: ReactNode;
  checked: boolean;
  onChange(checked: boolean): void;
}) {
  const id = useId();
  return (
    <label className="settings-row" htmlFor={id}>
      <span className="settings-row-words">
        <span className="settings-row-title">{title}</span>
        {hint && (
          <span className="settings-hint" id={`${id}-hint`}>
            {hint}
          </span>
        )}
      </span>
      <input
        className="switch"
        id={id}
        type="checkbox"
        role="switch"
        aria-label={title}
        aria-describedby={hint ? `${id}-hint` : undefined}
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
    </label>
  );
}
