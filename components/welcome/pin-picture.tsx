import { t } from '../../lib/i18n';

/** The browser's toolbar, drawn: the puzzle piece, its menu, and the pin beside Offprint. */
export function PinPicture() {
  return (
    <svg
      className="pin-picture"
      viewBox="0 0 300 150"
      role="img"
      aria-label={t('welcome_pin_picture')}
    >
      <rect className="pin-window" x="0.5" y="0.5" width="299" height="149" rx="10" />
      <path className="pin-line" d="M0 40h300" />
      <rect className="pin-field" x="14" y="10" width="176" height="20" rx="10" />
      <g className="pin-sheet">
        <rect x="207" y="17" width="9" height="9" rx="1.5" />
        <rect className="pin-accent" x="210" y="13" width="9" height="10" rx="1.5" />
      </g>
      <circle className="pin-ring" cx="245" cy="20" r="13" />
      <path
        className="pin-puzzle"
        d="M239 17h3.2a2.3 2.3 0 1 1 4.4 0h3.4v3.6a2.3 2.3 0 1 1 0 4.3V28h-11v-3.2a2.3 2.3 0 1 0 0-4.2Z"
        transform="translate(0 -2.5)"
      />
      <path className="pin-dots" d="M276 14h.01M276 20h.01M276 26h.01" />
      <g className="pin-menu">
        <rect x="118" y="46" width="170" height="92" rx="8" />
        <path className="pin-words" d="M132 63h60" />
        <g className="pin-sheet">
          <rect x="132" y="85" width="11" height="11" rx="2" />
          <rect className="pin-accent" x="136" y="80" width="11" height="12" rx="2" />
        </g>
        <text x="156" y="93">
          Offprint
        </text>
        <circle className="pin-ring" cx="267" cy="88" r="12" />
        <path
          className="pin-pin"
          d="M263.5 82h7M265 82v4.5l-2.2 2.6h8.4l-2.2-2.6V82M267 89.500v5"
        />
        <path className="pin-words" d="M132 119h14M156 119h56" />
      </g>
    </svg>
  );
}
