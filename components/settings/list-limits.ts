/** How much of each list is kept, as the schema of the settings says. */
export const MOST_CATEGORIES = 50;
export const MOST_MUTED = 200;
export const MOST_WATCHES = 100;
/** Letters of one text. */
export const LONGEST_TEXT = 200;
