import type { ComponentProps } from 'react';

/** A button that shows nothing but an icon; `label` is its name, and what it says under the mouse. */
export function IconButton({
  label,
  className = '',
  ...button
}: Omit<ComponentProps<'button'>, 'type' | 'title' | 'aria-label'> & { label: string }) {
  return (
    <button
      type="button"
      className={`icon-button ${className}`.trim()}
      aria-label={label}
      title={label}
      {...button}
    />
  );
}
