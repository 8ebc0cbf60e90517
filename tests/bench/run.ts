import { benches, type Bench } from './benches';
import { median, p95 } from './statistics';
import { worldOf, type World } from './world';

const RUNS = 7;

export interface Figure {
  name: string;
  n: number;
  median: number;
  p95: number;
  unit: string;
}

/** Takes the named figures, or all; those that need the same library share a browser. */
export async function runBenches(names: readonly string[]): Promise<Figure[]> {
  const unknown = names.filter((name) => !benches.some((bench) => bench.name === name));
  if (unknown.length > 0) throw new Error(`There is no benchmark named ${unknown.join(', ')}.`);
  const chosen = benches.filter(({ name }) => names.length === 0 || names.includes(name));
  const figures: Figure[] = [];
  for (const papers of new Set(chosen.map((bench) => bench.papers))) {
    note(papers === 0 ? 'An empty library' : `A library of ${papers} papers`);
    const world = await worldOf(papers);
    try {
      for (const bench of chosen) {
        if (bench.papers === papers) figures.push(await figureOf(bench, world));
      }
    } finally {
      await world.close();
    }
  }
  return figures;
}

async function figureOf(bench: Bench, world: World): Promise<Figure> {
  const values: number[] = [];
  // The first run warms up and is not counted.
  for (let n = 0; n <= RUNS; n++) values.push(await bench.run(world, n));
  values.shift();
  const figure = {
    name: bench.name,
    n: values.length,
    median: rounded(median(values)),
    p95: rounded(p95(values)),
    unit: bench.unit,
  };
  note(`  ${figure.name}: ${figure.median} ${figure.unit}`);
  return figure;
}

/** The figures beside what design.md allows, for people. */
export function table(figures: readonly Figure[]): string {
  const lines = figures.map(({ name, median, p95, unit, n }) => {
    const ceiling = benches.find((bench) => bench.name === name)?.ceiling;
    const verdict = ceiling === undefined ? '' : median <= ceiling ? 'within' : 'ABOVE';
    return [
      name.padEnd(24),
      String(median).padStart(10),
      String(p95).padStart(10),
      unit.padEnd(6),
      `n=${n}`,
      ceiling === undefined ? '' : `${verdict} ${ceiling}`,
    ].join('  ');
  });
  const head = ['name'.padEnd(24), 'median'.padStart(10), 'p95'.padStart(10)].join('  ');
  return [head, ...lines].join('\n');
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

function note(text: string): void {
  console.error(text);
}
