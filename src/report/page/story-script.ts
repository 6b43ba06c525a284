/** Of the page's script, the part that opens the records of a step and of a mark of the picture. */
export const storyScript: string = String.raw`
  const numbersOf = (element) => element.dataset.records.split(' ').filter(Boolean).map(Number);

  for (const part of document.querySelectorAll('.proof .evidence')) {
    part.replaceChildren(...evidence(numbersOf(part), Number(part.dataset.count), 'story.json'));
  }

  let chosen;
  function close(panel) {
    panel.hidden = true;
    chosen?.classList.remove('chosen');
    chosen?.focus();
  }

  function open(mark) {
    const panel = document.getElementById(mark.dataset.panel);
    chosen?.classList.remove('chosen');
    chosen = mark;
    mark.classList.add('chosen');
    const parts = evidence(numbersOf(mark), Number(mark.dataset.count), 'story.json');
    const step = make('a', '', 'The step in the table');
    step.href = mark.getAttribute('href');
    const button = make('button', '', 'Close');
    button.type = 'button';
    button.addEventListener('click', () => close(panel));
    panel.replaceChildren(make('h4', '', mark.getAttribute('aria-label')), ...parts, make('p', 'actions', button, step));
    panel.hidden = false;
    panel.focus({ preventScroll: true });
    const show = () => panel.scrollIntoView({ block: 'nearest' });
    const [first] = parts;
    if (first instanceof HTMLDetailsElement) {
      // Its text is filled in when it opens; only then the panel has its height.
      first.addEventListener('toggle', show, { once: true });
      first.open = true;
    } else show();
  }

  for (const mark of document.querySelectorAll('.lanes a')) {
    mark.addEventListener('click', (event) => { event.preventDefault(); open(mark); });
  }
  for (const panel of document.querySelectorAll('.record-panel')) {
    panel.addEventListener('keydown', (event) => { if (event.key === 'Escape') close(panel); });
  }
`;
