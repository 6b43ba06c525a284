import { findingScript } from './finding-script.ts';
import { recordScript } from './record-script.ts';
import { storyScript } from './story-script.ts';

/**
 * The page's only script: lists, filters and opens the findings of the JSON island, and opens the records of stories. It
 * makes every element with `textContent`; text from the evidence never becomes markup. Kept as text because it runs in a
 * browser without a build.
 */
export const script: string = `'use strict';
(() => {${recordScript}
(() => {${storyScript}})();
(() => {${findingScript}})();
})();
`;
