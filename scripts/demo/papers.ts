import papers from './papers.json';

/** One invented paper of the demo listing. */
export interface DemoPaper {
  title: string;
  authors: string[];
  /** `YYYY-MM-DD`. */
  day: string;
  abstract?: string;
}

export const demoPapers: readonly DemoPaper[] = papers;
