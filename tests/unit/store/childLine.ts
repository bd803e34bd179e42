// What the child process says on its standard output, a line of JSON each.

/** A change, before (`asks`) and after it was acknowledged (`has`). */
export interface ChildChange {
  readonly says: 'asks' | 'has';
  readonly change: 'add' | 'update' | 'replace' | 'remove';
  readonly id?: string;
  readonly title: string;
}

/** A line of the child. */
export type ChildLine = { readonly says: 'open' } | ChildChange;
