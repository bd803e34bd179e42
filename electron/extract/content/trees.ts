// Boosted regression trees in, the odds they give a row of features out (Friedman 2001, "Greedy function approximation"; the
// scores of all trees add up to log-odds).

/**
 * A tree, written from its root: a split as its feature, its threshold, then the tree for values up to the threshold and the one
 * for greater ones; a leaf as -1 and its score.
 */
export type WrittenTree = readonly number[];

/** Trees ready to be asked. */
export interface Trees {
  readonly roots: Int32Array;
  /** By node: the feature asked, -1 at a leaf; the threshold, or the leaf's score; the node for greater values. */
  readonly features: Int16Array;
  readonly values: Float32Array;
  readonly greater: Int32Array;
}

/** Reads trees as they are written; a node's lesser branch is the node after it. */
export function readTrees(written: readonly WrittenTree[]): Trees {
  const count = written.reduce((sum, tree) => sum + tree.length / 2, 0);
  const features = new Int16Array(count);
  const values = new Float32Array(count);
  const greater = new Int32Array(count);
  const roots = new Int32Array(written.length);
  let node = 0;
  for (const [index, tree] of written.entries()) {
    roots[index] = node;
    const open: number[] = [];
    for (let at = 0; at < tree.length; at += 2) {
      const feature = tree[at] ?? -1;
      features[node] = feature;
      values[node] = tree[at + 1] ?? 0;
      if (feature >= 0) open.push(node);
      else {
        // A leaf ends the lesser branches that led to it; the next node is the greater branch of the last split left open.
        const split = open.pop();
        if (split !== undefined) greater[split] = node + 1;
      }
      node++;
    }
  }
  return { roots, features, values, greater };
}

/**
 * Adds the trees' scores of each row to its sum. `rows` holds the rows one after the other, and may have room for more of them than
 * there are sums. Each tree is asked for all rows before the next one, so that it is at hand while it is needed.
 */
export function askTrees(
  { roots, features, values, greater }: Trees,
  rows: Float32Array,
  sums: Float64Array,
  width: number,
): void {
  for (let tree = 0; tree < roots.length; tree++) {
    const root = roots[tree] ?? 0;
    for (let row = 0, start = 0; row < sums.length; row++, start += width) {
      let node = root;
      let feature = features[node] ?? -1;
      while (feature >= 0) {
        node = (rows[start + feature] ?? 0) <= (values[node] ?? 0) ? node + 1 : (greater[node] ?? 0);
        feature = features[node] ?? -1;
      }
      sums[row] = (sums[row] ?? 0) + (values[node] ?? 0);
    }
  }
}
