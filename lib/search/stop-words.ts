const STOP_WORDS = new Set(
  (
    'a an and are as at be been but by can for from has have if in into is it its no nor not of on ' +
    'or s such t that the their then there these they this to was we were which while with'
  ).split(' '),
);

/** Whether a folded word is so common in English that it says nothing of a text. */
export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word);
}
