// Catalogues taken apart for the tests: each message with its path, and what it names.
import { IntlMessageFormat } from 'intl-messageformat';
import type { Messages } from '../../../renderer/words/message.ts';

type Ast = ReturnType<IntlMessageFormat['getAst']>;
type Node = Ast[number];

// The numbers by which the parser tells its nodes apart.
const LITERAL = 0;
const ARGUMENT = 1;
const NUMBER = 2;
const PLURAL = 6;

/** `[path, message]` of every message. */
export function listMessages(messages: Messages, path = ''): readonly (readonly [path: string, message: string])[] {
  return Object.entries(messages).flatMap(([name, message]) =>
    typeof message === 'string' ? [[`${path}${name}`, message] as const] : listMessages(message, `${path}${name}.`),
  );
}

/** What is in a message. */
export interface Anatomy {
  /** The values it names, each with what it has to be, in the order of their names. */
  readonly values: readonly string[];
  /** For each choice by number, the categories it has words for. */
  readonly plurals: readonly (readonly string[])[];
  /** What stands between the values. */
  readonly literals: readonly string[];
}

/** Takes a message apart. Throws `SyntaxError` for one that is not well-formed. */
export function dissect(message: string, locale: string): Anatomy {
  const values = new Map<string, 'number' | 'text'>();
  const plurals: string[][] = [];
  const literals: string[] = [];
  for (const node of allNodes(new IntlMessageFormat(message, locale).getAst())) {
    const type: number = node.type;
    if (type === LITERAL) literals.push(String(Reflect.get(node, 'value')));
    else if (type === ARGUMENT && !values.has(valueOf(node))) values.set(valueOf(node), 'text');
    else if (type === NUMBER || type === PLURAL) values.set(valueOf(node), 'number');
    if (type === PLURAL) plurals.push(Object.keys(optionsOf(node)));
  }
  return { values: [...values].map(([name, kind]) => `${name}: ${kind}`).toSorted(), plurals, literals };
}

function valueOf(node: Node): string {
  return String(Reflect.get(node, 'value'));
}

function optionsOf(node: Node): Readonly<Record<string, { readonly value: Ast }>> {
  return 'options' in node ? node.options : {};
}

function allNodes(nodes: Ast): readonly Node[] {
  return nodes.flatMap((node) => [node, ...Object.values(optionsOf(node)).flatMap(({ value }) => allNodes(value))]);
}
