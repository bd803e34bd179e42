// Scores in, one plain object for `--json` out; and back, to compare two runs. Pure.
import * as v from 'valibot';
import { FACTS } from './factMeasures.ts';
import type { SystemScores } from './printScores.ts';
import { scoreFact, scoreText, type PageScore } from './scores.ts';
import { formatTable, toScoreCell } from './table.ts';
import type { SetName } from './truth.ts';

/** The part of a `--json` document that a later run is compared with. */
const Earlier = v.object({ pages: v.record(v.string(), v.number()) });

/** Everything a run found, with what else it measured; `pages` holds Layover's text F1 by page id. */
export function toJson(all: readonly SystemScores[], more: object): object {
  return {
    systems: all.map(({ system, sets }) => ({
      system,
      sets: [...sets].map(([set, measured]) =>
        setJson(
          set,
          measured.map(({ score }) => score),
        ),
      ),
    })),
    ...more,
    pages: Object.fromEntries(
      oursOf(all).flatMap((page) => (page.text === undefined ? [] : [[page.id, page.text.f1]])),
    ),
  };
}

function setJson(set: SetName, pages: readonly PageScore[]): object {
  const types = [...new Set(pages.map((page) => page.type))];
  const f1Of = (type: string): number | null =>
    scoreText(
      set,
      pages.filter((page) => page.type === type),
    )?.f1 ?? null;
  return {
    set,
    pages: pages.length,
    failed: pages.filter((page) => page.error !== null).length,
    text: scoreText(set, pages) ?? null,
    textWithCaptions: scoreText(set, pages, 'with') ?? null,
    types: Object.fromEntries(types.map((type) => [type, f1Of(type)])),
    facts: Object.fromEntries(FACTS.map((fact) => [fact, scoreFact(fact, pages) ?? null])),
  };
}

/** The pages whose text F1 moved most since an earlier `--json` document, and by how much all moved together. */
export function changeTable(all: readonly SystemScores[], earlier: unknown): string {
  const { pages } = v.parse(Earlier, earlier);
  const moved = oursOf(all)
    .flatMap((page) => {
      const before = pages[page.id];
      return page.text === undefined || before === undefined
        ? []
        : [{ id: page.id, before, now: page.text.f1, by: page.text.f1 - before }];
    })
    .filter(({ by }) => Math.abs(by) >= 0.0005)
    .sort((a, b) => Math.abs(b.by) - Math.abs(a.by));
  const better = moved.filter(({ by }) => by > 0).length;
  return formatTable(
    [`${String(better)} pages better, ${String(moved.length - better)} worse`, 'before', 'now', 'change'],
    moved.slice(0, 25).map(({ id, before, now, by }) => [id, toScoreCell(before), toScoreCell(now), by.toFixed(3)]),
  );
}

function oursOf(all: readonly SystemScores[]): PageScore[] {
  return [...(all.find(({ system }) => system === 'layover')?.sets.values() ?? [])].flat().map(({ score }) => score);
}
