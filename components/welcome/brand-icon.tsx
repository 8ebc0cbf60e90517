/** One sheet lifted out of a stack. */
export function BrandIcon() {
  return (
    <svg className="brand-icon" viewBox="0 0 48 48" aria-hidden="true">
      <rect className="brand-stack" x="5" y="20" width="26" height="24" rx="4" />
      <rect className="brand-stack" x="9" y="15" width="26" height="24" rx="4" />
      <g className="brand-sheet">
        <rect x="17" y="4" width="26" height="31" rx="4" />
        <path d="M23 12h14M23 18h14M23 24h9" />
      </g>
    </svg>
  );
}
