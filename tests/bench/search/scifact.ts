import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

export interface Topic {
  id: string;
  text: string;
  /** Grades above 0, by document. */
  relevant: ReadonlyMap<string, number>;
}

export interface Collection {
  documents: { id: string; title: string; abstract: string }[];
  topics: Topic[];
}

/** SciFact: claims of scientists, and the abstracts that settle them. `folder` is its data. */
export function readScifact(folder: string): Collection {
  const documents = gunzipSync(readFileSync(join(folder, 'corpus.jsonl.gz')))
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
    .map(({ _id, title, text }) => ({ id: String(_id), title, abstract: text }));
  const judgments = new Map<string, Map<string, number>>();
  for (const [topic, , document, grade] of rows(join(folder, 'qrels.test.txt'), ' ')) {
    if (Number(grade) <= 0) continue;
    if (!judgments.has(topic!)) judgments.set(topic!, new Map());
    judgments.get(topic!)!.set(document!, Number(grade));
  }
  const topics = rows(join(folder, 'queries.test.tsv'), '\t').map(([id, text]) => ({
    id: id!,
    text: text!,
    relevant: judgments.get(id!) ?? new Map<string, number>(),
  }));
  return { documents, topics };
}

function rows(file: string, separator: string): string[][] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => line.trimEnd().split(separator));
}
