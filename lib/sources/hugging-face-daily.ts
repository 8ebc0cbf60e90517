/** Hugging Face's daily papers, by day and by trend, with their votes (huggingface.co/papers). */
import * as z from 'zod/mini';
import { arxivKey, arxivLinks, parseArxivNumber } from '../identity';
import { collapse, type Day, type Instant, type PaperLink } from '../paper';
import { CAPS } from '../paper-schema';
import { answerOf } from './answer-of';
import { checkedPaper } from './checked-paper';
import { dayOf, instantOf, utcDay } from './instant-of';
import type { Source, SourcePaper } from './source';
import { whyUnreadable } from './why-unreadable';

const HOST = 'huggingface.co';
const DAY_MS = 86_400_000;
/** Votes of yesterday's papers still grow. */
const DAYS = 3;
const MAX_ITEMS = 1_000;
/** No paper has more votes, and no repository more stars. */
const MAX_COUNT = 10_000_000;

/** A field of another kind than expected counts as silence, not against the item. */
const told = <T extends z.ZodMiniType>(schema: T) => z.catch(z.optional(schema), undefined);
const digits = z.pipe(z.string().check(z.regex(/^\d{1,9}$/)), z.transform(Number));
const count = told(
  z.pipe(z.union([z.number(), digits]), z.int().check(z.gte(0), z.lte(MAX_COUNT))),
);
const text = told(z.string());
const author = z.object({ name: z.string(), hidden: told(z.boolean()) });
const itemSchema = z.object({
  title: text,
  summary: text,
  numComments: count,
  paper: z.object({
    id: z.string(),
    title: text,
    summary: text,
    authors: told(z.array(z.catch(author, { name: '', hidden: undefined }))),
    publishedAt: text,
    submittedOnDailyAt: text,
    upvotes: count,
    githubRepo: text,
    githubStars: count,
    projectPage: text,
  }),
});
type Item = z.infer<typeof itemSchema>;

export const huggingFaceDaily: Source = {
  id: 'hugging-face',
  host: HOST,

  requests(_choices, now) {
    const days = Array.from({ length: DAYS }, (_, i) => `date=${utcDay(now - i * DAY_MS)}`);
    return [...days, 'sort=trending'].map((list) => ({
      url: `https://${HOST}/api/daily_papers?${list}&limit=100`,
      accept: 'application/json',
    }));
  },

  read(body, url, now) {
    const said = parse(body);
    if (said === undefined) return { ok: false, why: whyUnreadable(body, /^[[{]/) };
    if (!Array.isArray(said))
      return { ok: false, why: isError(said) ? 'error-body' : 'not-understood' };
    const looked = said.slice(0, MAX_ITEMS);
    const items = looked.flatMap((item) => itemSchema.safeParse(item).data ?? []);
    const answer = answerOf(
      looked.length,
      items.flatMap((item) => readItem(item, now) ?? []),
    );
    const otherDay = otherDayThan(askedDay(url), items);
    return answer.ok && otherDay ? { ...answer, otherDay } : answer;
  },
};

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function isError(said: unknown): boolean {
  return typeof said === 'object' && said !== null && 'error' in said;
}

function readItem({ paper, ...item }: Item, now: Instant): SourcePaper | undefined {
  const id = parseArxivNumber(paper.id)?.id;
  if (!id) return undefined;
  const startedAt = instantOf(paper.submittedOnDailyAt);
  const checked = checkedPaper({
    title: collapse(paper.title ?? item.title ?? ''),
    authors: (paper.authors ?? [])
      .filter(({ hidden }) => !hidden)
      .map(({ name }) => collapse(name))
      .filter(Boolean)
      .slice(0, CAPS.authors),
    ids: [arxivKey(id)],
    links: [
      ...arxivLinks(id),
      { rel: 'discussion', href: `https://${HOST}/papers/${id}` },
      ...link('code', paper.githubRepo),
      ...link('project', paper.projectPage),
    ],
    abstract: collapse(paper.summary ?? item.summary ?? ''),
    publishedAt: dayOf(paper.publishedAt),
    votes: paper.upvotes,
    comments: item.numComments,
    stars: paper.githubStars,
  });
  if (!checked) return undefined;
  return startedAt === undefined
    ? { paper: checked }
    : { paper: checked, startedAt: Math.min(startedAt, now) };
}

// Typed by an author: one that does not hold up must not cost the paper.
function link(rel: PaperLink['rel'], address = ''): PaperLink[] {
  if (!URL.canParse(address)) return [];
  const { protocol, username, href } = new URL(address);
  return protocol === 'https:' && !username && href.length <= CAPS.url ? [{ rel, href }] : [];
}

/** The newest day that the items say they are of, where none of them is of the day asked for. */
function otherDayThan(asked: Day | null, items: readonly Item[]): Day | undefined {
  const days = items.flatMap(({ paper }) => dayOf(paper.submittedOnDailyAt) ?? []);
  return asked === null || days.includes(asked) ? undefined : days.sort().at(-1);
}

function askedDay(url: string): Day | null {
  return URL.canParse(url) ? new URL(url).searchParams.get('date') : null;
}
