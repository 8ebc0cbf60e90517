import type { Listed } from './listed-papers';
import { chance, countAt, slotOf } from './vote-curve';

const DAY = 24 * 60 * 60 * 1000;
const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);

/** A paper that comes back under another name. */
export interface Return {
  paper: Listed;
  after: 10 | 200;
}

/** Every 50th paper comes back ten and two hundred days later. */
export function returnsOf(days: ReadonlyMap<string, readonly Listed[]>): Return[] {
  const all = [...days.values()].flat();
  return all
    .filter((_, i) => i % 50 === 49)
    .flatMap((paper) => [
      { paper, after: 10 as const },
      { paper, after: 200 as const },
    ]);
}

/** Speaks Hugging Face's daily API about the lists, as they would have stood at `now`. */
export function dailyPapersServer(days: ReadonlyMap<string, readonly Listed[]>) {
  const returning = new Map<string, Listed[]>();
  for (const { paper, after } of returnsOf(days)) {
    const day = dayOf(Date.parse(paper.day) + after * DAY);
    const submittedAt = Date.parse(day) + 3 * 60 * 60 * 1000;
    const back = { ...paper, day, submittedAt, id: `${paper.id}v${after === 10 ? 2 : 3}` };
    returning.set(day, [...(returning.get(day) ?? []), back]);
  }
  const listOf = (day: string) => [...(days.get(day) ?? []), ...(returning.get(day) ?? [])];
  return (url: URL, now: number): Response => {
    if (url.host !== 'huggingface.co') return new Response('', { status: 404 });
    const asked = url.searchParams.get('date');
    const lists = asked ? [asked] : Array.from({ length: 7 }, (_, i) => dayOf(now - i * DAY));
    const items = lists
      .flatMap(listOf)
      .filter(({ submittedAt }) => submittedAt <= slotOf(now))
      .map((listed) => itemOf(listed, now))
      .sort((a, b) => Number(b.paper.upvotes) - Number(a.paper.upvotes))
      .slice(0, 100);
    return Response.json(items);
  };
}

function itemOf(listed: Listed, now: number) {
  const { id, title, abstract, authors, submittedAt, votes, comments, stars } = listed;
  const count = (what: string, final: number) => countAt(`${id} ${what}`, final, submittedAt, now);
  return {
    title,
    numComments: count('comments', comments),
    paper: {
      id,
      title,
      // The API says it without one now and then.
      summary: !id.includes('v') && chance(`${id} abstract`) < 0.01 ? undefined : abstract,
      authors: authors.map((name) => ({ name })),
      submittedOnDailyAt: new Date(submittedAt).toISOString(),
      // And in a string.
      upvotes:
        chance(`${id} string`) < 0.01 ? String(count('votes', votes)) : count('votes', votes),
      ...(stars === undefined ? {} : { githubStars: stars, githubRepo: 'https://github.com/a/b' }),
    },
  };
}
