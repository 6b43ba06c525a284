// Writes examples/ anew. Run it with a Node that strips types (22.18 or later): node scripts/make-examples.ts
// With an older one, after `npm run build`: node -e "import('./dist/simulate/write-examples.js').then((m) => m.writeExamples('examples'))"
import { fileURLToPath } from 'node:url';
import { writeExamples } from '../src/simulate/write-examples.ts';

await writeExamples(fileURLToPath(new URL('../examples/', import.meta.url)));
