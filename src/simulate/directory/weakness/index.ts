import type { Plant } from './ground.ts';
import type { LessonId } from './lesson.ts';

/** What is planted for each lesson. */
export const plants: Readonly<Partial<Record<LessonId, Plant>>> = {};
