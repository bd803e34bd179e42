// Every promise that the harness can put to the test, in the order in which docs/promises.md lists them.
import type { Goal } from './goal.ts';
import { r1 } from './goals/r1.ts';
import { r10 } from './goals/r10.ts';
import { r11 } from './goals/r11.ts';
import { r12 } from './goals/r12.ts';
import { r14 } from './goals/r14.ts';
import { r2 } from './goals/r2.ts';
import { r3 } from './goals/r3.ts';
import { r4 } from './goals/r4.ts';
import { r5 } from './goals/r5.ts';
import { r6 } from './goals/r6.ts';
import { r7 } from './goals/r7.ts';
import { r8 } from './goals/r8.ts';
import { r9 } from './goals/r9.ts';

/** All of them; an id stands once. */
export const GOALS: readonly Goal[] = [r1, r2, r3, r4, r5, r6, r7, r8, r9, r10, r11, r12, r14];
