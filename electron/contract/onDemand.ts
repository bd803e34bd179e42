// A function that is not there yet in; one that loads it when it is called out.

/** Makes one. It answers as the other does, and throws what that or the loading throws; what is loaded is loaded once, as modules are. */
export function onDemand<Given extends readonly unknown[], Answer>(
  load: () => Promise<(...given: Given) => Answer | Promise<Answer>>,
): (...given: Given) => Promise<Answer> {
  return async (...given) => (await load())(...given);
}
