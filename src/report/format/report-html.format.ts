import { replaceTextFile } from '../atomic-file.ts';
import type { OutputFormat } from '../output-format.ts';
import { readCaseView } from '../page/case-view.ts';
import { renderPage } from '../page/page.ts';

/** The report for people: one page that opens from disk. */
const reportHtml: OutputFormat = {
  name: 'report.html',
  async write(store, directory, options) {
    const page = renderPage(await readCaseView(store), options);
    await replaceTextFile(directory, this.name, (write) => write(page));
  },
};

export default reportHtml;
