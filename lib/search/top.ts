/**
 * The `count` numbers below `size` that stand first among those that pass, in their order.
 * @param comesBefore a strict total order
 */
export function topOf(
  size: number,
  count: number,
  passes: (n: number) => boolean,
  comesBefore: (a: number, b: number) => boolean,
): number[] {
  // A heap whose root is the last of the best so far.
  const heap: number[] = [];
  for (let n = 0; n < size; n++) {
    if (!passes(n)) continue;
    if (heap.length < count) {
      heap.push(n);
      rise(heap, comesBefore);
    } else if (count > 0 && comesBefore(n, heap[0]!)) {
      heap[0] = n;
      sink(heap, comesBefore);
    }
  }
  return heap.sort((a, b) => (comesBefore(a, b) ? -1 : 1));
}

function rise(heap: number[], comesBefore: (a: number, b: number) => boolean): void {
  for (let i = heap.length - 1; i > 0;) {
    const parent = (i - 1) >> 1;
    if (!comesBefore(heap[parent]!, heap[i]!)) return;
    swap(heap, i, parent);
    i = parent;
  }
}

function sink(heap: number[], comesBefore: (a: number, b: number) => boolean): void {
  for (let i = 0; ;) {
    let last = i;
    for (const child of [2 * i + 1, 2 * i + 2])
      if (child < heap.length && comesBefore(heap[last]!, heap[child]!)) last = child;
    if (last === i) return;
    swap(heap, i, last);
    i = last;
  }
}

function swap(heap: number[], i: number, j: number): void {
  [heap[i], heap[j]] = [heap[j]!, heap[i]!];
}
