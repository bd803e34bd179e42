// Every promise that the harness can put to the test, in the order in which docs/promises.md lists them.
import type { Goal } from './goal.ts';
import { r1 } from './goals/r1.ts';
import { r3 } from './goals/r3.ts';
import { r4 } from './goals/r4.ts';
import { s1 } from './goals/s1.ts';
import { s2 } from './goals/s2.ts';
import { s3 } from './goals/s3.ts';
import { s4 } from './goals/s4.ts';
import { s5 } from './goals/s5.ts';
import { s6 } from './goals/s6.ts';
import { s7 } from './goals/s7.ts';
import { s8 } from './goals/s8.ts';
import { s9 } from './goals/s9.ts';
import { s10 } from './goals/s10.ts';
import { s11 } from './goals/s11.ts';
import { s12 } from './goals/s12.ts';
import { s13 } from './goals/s13.ts';
import { s14 } from './goals/s14.ts';
import { s15 } from './goals/s15.ts';

/** All of them; an id stands once. */
export const GOALS: readonly Goal[] = [s1, s2, s3, s4, s5, s6, s7, s8, s9, s10, s11, s12, s13, s14, s15, r1, r3, r4];
