import type { Store } from '../../store/store.ts';
import { replaceTextFile } from '../atomic-file.ts';
import type { OutputFormat } from '../output-format.ts';
import { type FileName, readFileNames } from '../read/custody.ts';
import { evidenceLimit, evidenceOf } from '../read/evidence.ts';
import { groupBy } from '../read/group-by.ts';
import {
  mailboxesOf,
  readStages,
  readStagePlaces,
  readStories,
  readStoryGaps,
  type StoryMailbox,
} from '../read/story.ts';

/** Intrusions as an array, oldest first then by id, one line each; an empty array if none can be told. */
const storyJson: OutputFormat = {
  name: 'story.json',
  async write(store, directory) {
    const stories = await readStories(store);
    const files = await readFileNames(store);
    await replaceTextFile(directory, this.name, async (write) => {
      await write('[');
      for (const [index, { prose, ...head }] of stories.entries()) {
        const stages = await stagesOf(store, head.id, files);
        await write(`${index === 0 ? '\n' : ',\n'}${JSON.stringify({ ...head, stages }).slice(0, -1)},"mailboxes":[`);
        // Each mailbox may list all messages that were read in it, so that they are not held all at once.
        let comma = '';
        for await (const rows of store.stream<StoryMailbox>(mailboxesOf(head.id))) {
          for (const row of rows) {
            await write(`${comma}${JSON.stringify(mailboxOf(row))}`);
            comma = ',';
          }
        }
        await write(`],${JSON.stringify({ gaps: await readStoryGaps(store, head.id), prose }).slice(1)}`);
      }
      await write('\n]\n');
    });
  },
};

export default storyJson;

async function stagesOf(store: Store, story: string, files: ReadonlyMap<number, FileName>) {
  const stages = await readStages(store, story);
  const places = groupBy(await readStagePlaces(store, story, evidenceLimit), ({ position }) => position);
  return stages.map(({ position, stage, first, last, principals, summary, records }) => {
    const evidence = evidenceOf(places.get(position) ?? [], files);
    return { stage, time: first, principals, summary, evidence, last, count: records };
  });
}

/** What every reader needs comes first, the details after it. */
function mailboxOf({ mailbox, certainty, messages, application, ...rest }: StoryMailbox) {
  return { mailbox, certainty, messages, application, ...rest };
}
