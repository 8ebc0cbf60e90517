import { useId, type ReactNode } from 'react';

export interface Option<V> {
  value: V;
  label: string;
}

/** One of a few, all in sight: a group of radio buttons that looks like one control. */
export function Choice<V extends string | number>({
  title,
  hint,
  options,
  value,
  onChange,
}: {
  title: string;
  hint?: ReactNode;
  options: readonly Option<V>[];
  value: V;
  onChange(value: V): void;
}) {
  const id = useId();
  return (
    <div
      className="settings-row"
      role="radiogroup"
      aria-labelledby={id}
      aria-describedby={hint ? `${id}-hint` : undefined}
    >
      <div className="settings-row-words">
        <div className="settings-row-title" id={id}>
          {title}
        </div>
        {hint && (
          <div className="settings-hint" id={`${id}-hint`}>
            {hint}
          </div>
        )}
      </div>
      <div className="choice">
        {options.map((option) => (
          <label key={option.value}>
            <input
              type="radio"
              name={id}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </div>
  );
}
