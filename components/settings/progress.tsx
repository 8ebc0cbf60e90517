/** How far something is, in words and as a bar. */
export function Progress({ label, done, of }: { label: string; done: number; of: number }) {
  return (
    <div className="settings-block settings-progress">
      <span>{label}</span>
      <progress aria-label={label} max={Math.max(1, of)} value={of > 0 ? done : undefined} />
    </div>
  );
}
