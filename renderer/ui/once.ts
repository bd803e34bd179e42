// What is made when it is used first: making a format of Intl takes a hundred times as long as using it, and the first screen needs few.

/** Makes something once, when it is first asked for. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
