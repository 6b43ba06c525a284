/** Of the page's script, the part that lists, filters and opens findings. */
export const findingScript: string = String.raw`
  const list = document.getElementById('finding-list');
  const form = document.getElementById('finding-filters');
  if (!list || !form) return;
  const status = document.getElementById('finding-status');
  const moreButton = document.getElementById('finding-more');
  const pageLength = 100;
  const severityNames = { critical: 'Critical', high: 'High', medium: 'Medium', low: 'Low' };
  let shown = findings;
  let rendered = 0;

  // Set once per finding: typing in the filter then only searches text.
  for (const finding of findings) {
    const detection = detections[finding.detection];
    finding.text = [detection.title, detection.name, ...detection.techniques, ...finding.principals, ...finding.ips,
      ...finding.records.map((number) => records[number].file), finding.id].join('\n').toLowerCase();
    finding.names = finding.principals.join('\n').toLowerCase();
  }

  function apply() {
    const data = new FormData(form);
    const severities = new Set(data.getAll('severity'));
    const principal = String(data.get('principal')).trim().toLowerCase();
    const technique = String(data.get('technique'));
    const words = String(data.get('text')).toLowerCase().split(/\s+/).filter(Boolean);
    shown = findings.filter((finding) => severities.has(finding.severity)
      && (principal === '' || finding.names.includes(principal))
      && (technique === '' || detections[finding.detection].techniques.includes(technique))
      && words.every((word) => finding.text.includes(word)));
    if (data.get('order') === 'oldest') shown.sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0));
    list.replaceChildren();
    rendered = 0;
    renderMore();
  }

  function renderMore() {
    const next = shown.slice(rendered, rendered + pageLength);
    list.append(...next.map(item));
    rendered += next.length;
    const left = shown.length - rendered;
    moreButton.hidden = left === 0;
    moreButton.textContent = 'Show ' + grouped(Math.min(left, pageLength)) + ' more';
    status.textContent = shown.length === 0 ? 'No finding fits these filters.'
      : (rendered < shown.length ? 'Showing ' + grouped(rendered) + ' of ' : '') + counted(shown.length, 'finding')
        + (shown.length < findings.length ? ' out of ' + grouped(findings.length) : '') + '. Times in UTC.';
  }

  function item(finding) {
    const detection = detections[finding.detection];
    const [first = ''] = finding.principals;
    const who = finding.principalCount > 1 ? first + ' and ' + grouped(finding.principalCount - 1) + ' more' : first;
    const summary = make('summary', '',
      make('span', 'badge ' + finding.severity, severityNames[finding.severity]),
      make('span', 'headline', detection.title), make('span', 'who', who), make('span', 'when', finding.first));
    const details = make('details', '', summary);
    details.addEventListener('toggle', () => fill(details, finding, detection));
    const line = make('li', '', details);
    line.id = 'finding-' + finding.id;
    return line;
  }

  function fill(details, finding, detection) {
    if (details.childElementCount > 1) return;
    const body = make('div', 'body');
    if (detection.next) body.append(make('p', 'next', make('b', '', 'Next'), ' ' + detection.next));
    if (finding.why) body.append(make('p', 'why', make('b', '', 'Why'), ' ' + finding.why));
    if (detection.description) body.append(make('p', '', detection.description));
    const facts = make('dl', 'facts');
    const fact = (name, ...values) => facts.append(make('div', '', make('dt', '', name), make('dd', '', ...values)));
    fact('First', finding.first + ' UTC');
    fact('Last', finding.last + ' UTC');
    fact('Records', grouped(finding.count));
    if (detection.techniques.length > 0) fact('ATT&CK', detection.techniques.join(', '));
    fact('Detection', make('code', '', detection.name));
    fact('Finding', make('code', '', finding.id));
    body.append(facts);
    names(body, 'Accounts and applications', finding.principals, finding.principalCount);
    names(body, 'Addresses', finding.ips, finding.ipCount);
    if (detection.falsePositives.length > 0) {
      body.append(make('p', 'note', 'May also be: ' + detection.falsePositives.join('; ')));
    }
    body.append(make('div', 'evidence', make('h4', '', 'Evidence'), ...evidence(finding.records, finding.count, 'findings.json')));
    details.append(body);
  }

  function names(body, title, values, count) {
    if (count === 0) return;
    const items = values.map((value) => make('li', '', value));
    if (count > values.length) items.push(make('li', 'note', grouped(count - values.length) + ' more in findings.json'));
    body.append(make('div', 'names', make('h4', '', title), make('ul', 'inline', ...items)));
  }

  function openFromAddress() {
    if (!location.hash.startsWith('#finding-')) return;
    const index = findings.findIndex((finding) => '#finding-' + finding.id === location.hash);
    if (index < 0) return;
    if (!shown.includes(findings[index])) { form.reset(); apply(); }
    while (rendered <= shown.indexOf(findings[index])) renderMore();
    const line = document.getElementById(location.hash.slice(1));
    const details = line.querySelector('details');
    details.open = true;
    fill(details, findings[index], detections[findings[index].detection]);
    line.scrollIntoView();
    line.querySelector('summary').focus({ preventScroll: true });
  }

  let waiting;
  form.addEventListener('input', () => { clearTimeout(waiting); waiting = setTimeout(apply, 120); });
  form.addEventListener('reset', () => { clearTimeout(waiting); waiting = setTimeout(apply, 0); });
  form.addEventListener('submit', (event) => event.preventDefault());
  moreButton.addEventListener('click', () => {
    const position = rendered;
    renderMore();
    list.children[position]?.querySelector('summary').focus();
  });
  window.addEventListener('hashchange', openFromAddress);

  // On paper nothing can be opened: every listed finding is, and closed again afterwards.
  let opened = [];
  window.addEventListener('beforeprint', () => {
    opened = [...list.querySelectorAll(':scope > li > details:not([open])')];
    for (const details of opened) {
      const finding = findings.find(({ id }) => 'finding-' + id === details.parentElement.id);
      fill(details, finding, detections[finding.detection]);
      details.open = true;
    }
  });
  window.addEventListener('afterprint', () => { for (const details of opened) details.open = false; });

  form.hidden = false;
  apply();
  openFromAddress();
`;
