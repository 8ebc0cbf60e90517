import type { Day } from '../paper';
import { CAPS, plain } from './source-text';

/** What Hugging Face's embedded JSON says about one paper. */
export interface EmbeddedPaper {
  abstract: string;
  authors: string[];
  publishedAt?: Day | undefined;
  votes?: number | undefined;
  comments?: number | undefined;
  stars?: number | undefined;
  code?: string | undefined;
  project?: string | undefined;
}

/**
 * The papers of the `data-props` of `page`, by arXiv number. They are the state the server sent:
 * after a client-side navigation they describe another period, so ask by number, never list them.
 */
export function embeddedPapers(page: ParentNode): Map<string, EmbeddedPaper> {
  const papers = new Map<string, EmbeddedPaper>();
  const islands = page.querySelectorAll(
    '[data-target="DailyPapers"], [data-target="PaperContent"], [data-props*=\'"dailyPapers"\']',
  );
  for (const island of islands) {
    const props = parse(island.getAttribute('data-props'));
    for (const item of [props, ...list(props['dailyPapers'])]) {
      const paper = object(object(item)['paper']);
      if (typeof paper['id'] === 'string') papers.set(paper['id'], embedded(paper, object(item)));
    }
  }
  return papers;
}

function embedded(paper: Fields, item: Fields): EmbeddedPaper {
  const date = /^\d{4}-\d\d-\d\d/.exec(text(paper['publishedAt'], 40));
  return {
    abstract: text(paper['summary'], CAPS.abstract) || text(item['summary'], CAPS.abstract),
    authors: list(paper['authors'])
      .slice(0, CAPS.authors)
      .map((author) => text(object(author)['name'], CAPS.author))
      .filter(Boolean),
    publishedAt: date?.[0],
    votes: whole(paper['upvotes']),
    comments: whole(item['numComments']),
    stars: whole(paper['githubStars']),
    code: address(paper['githubRepo']),
    project: address(paper['projectPage']),
  };
}

// Nothing a page embeds can be trusted to have the shape it had yesterday.
type Fields = Record<string, unknown>;

function parse(json: string | null): Fields {
  try {
    return object(JSON.parse(json ?? ''));
  } catch {
    return {};
  }
}

function object(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function text(value: unknown, cap: number): string {
  return typeof value === 'string' ? plain(value, cap) : '';
}

function whole(value: unknown): number | undefined {
  return Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : undefined;
}

function address(value: unknown): string | undefined {
  const href = text(value, CAPS.href);
  return URL.canParse(href) && new URL(href).protocol === 'https:' ? href : undefined;
}
