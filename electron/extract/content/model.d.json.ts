import type { WrittenModel } from './model.ts';

declare const model: WrittenModel;
export default model;
