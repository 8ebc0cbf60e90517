import type { ReactNode } from 'react';

/** Our own few icons: 16 × 16, drawn in the colour of the text, silent to screen readers. */
function icon(name: string, drawing: ReactNode) {
  const Icon = () => (
    <svg className="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      {drawing}
    </svg>
  );
  Icon.displayName = name;
  return Icon;
}

export const SearchIcon = icon(
  'SearchIcon',
  <>
    <circle cx="7" cy="7" r="4.25" />
    <path d="m10.25 10.25 3.25 3.25" />
  </>,
);
export const CheckIcon = icon('CheckIcon', <path d="m3.5 8.5 3 3 6-7" />);
export const CloseIcon = icon('CloseIcon', <path d="m4.5 4.5 7 7m0-7-7 7" />);
export const ChevronIcon = icon('ChevronIcon', <path d="m4.5 6.25 3.5 3.5 3.5-3.5" />);
export const OpenIcon = icon(
  'OpenIcon',
  <path d="M9.5 3H13v3.5M13 3 7.5 8.5M6.5 3.5h-2A1.5 1.5 0 0 0 3 5v6.5A1.5 1.5 0 0 0 4.5 13H11a1.5 1.5 0 0 0 1.5-1.5v-2" />,
);
export const TagIcon = icon(
  'TagIcon',
  <>
    <path d="M3 3.75v4l5.5 5.5a1 1 0 0 0 1.5 0l3.25-3.25a1 1 0 0 0 0-1.5L7.75 3H3.75a.75.75 0 0 0-.75.75Z" />
    <path d="M5.75 5.75h.01" strokeWidth="2" />
  </>,
);
export const NoteIcon = icon(
  'NoteIcon',
  <path d="M4.5 2.5h7A1.5 1.5 0 0 1 13 4v8a1.5 1.5 0 0 1-1.5 1.5h-7A1.5 1.5 0 0 1 3 12V4a1.5 1.5 0 0 1 1.5-1.5ZM5.75 6h4.5m-4.5 3h3" />,
);
export const MoreIcon = icon(
  'MoreIcon',
  <path d="M3.5 8h.01M8 8h.01m4.49 0h.01" strokeWidth="2" />,
);
export const PauseIcon = icon('PauseIcon', <path d="M5.5 4v8m5-8v8" />);
export const PlayIcon = icon('PlayIcon', <path d="m5.5 3.75 6.5 4.25-6.5 4.25Z" />);
export const SettingsIcon = icon(
  'SettingsIcon',
  <>
    <circle cx="8" cy="8" r="2" />
    <path d="M8 2v1.75m0 8.5V14m6-6h-1.75m-8.5 0H2m10.24-4.24L11 5M5 11l-1.24 1.24m8.48 0L11 11M5 5 3.76 3.76" />
  </>,
);
export const HelpIcon = icon(
  'HelpIcon',
  <>
    <circle cx="8" cy="8" r="5.75" />
    <path d="M6.25 6.5a1.75 1.75 0 1 1 2.6 1.53c-.6.33-.85.7-.85 1.22M8 11.25h.01" />
  </>,
);
export const LibraryIcon = icon(
  'LibraryIcon',
  <path d="M3.25 3v10m3-10v10m2.75-9.6 2.4 9.4M2.5 13h11" />,
);
export const WarnIcon = icon(
  'WarnIcon',
  <path d="M8 2.75 14 13H2L8 2.75Zm0 4v3m0 1.75h.01" strokeLinejoin="round" />,
);
export const PencilIcon = icon(
  'PencilIcon',
  <path d="m3 13 .75-3L10.5 3.25a1.25 1.25 0 0 1 1.75 0l.5.5a1.25 1.25 0 0 1 0 1.75L6 12.25 3 13Z" />,
);
export const QuoteIcon = icon(
  'QuoteIcon',
  <path d="M6.5 4.5C4.5 5 3.5 6.4 3.5 8.5v3h3v-3h-3m9-4c-2 .5-3 1.9-3 4v3h3v-3h-3" />,
);
