/**
 * The page's only script: lists, filters and opens the findings of the JSON island. It makes every element with
 * `textContent`; text from the evidence never becomes markup. Kept as text because it runs in a browser without a build.
 */
export const script: string = String.raw`'use strict';
(() => {
  const island = document.getElementById('finding-data');
  const list = document.getElementById('finding-list');
  const form = document.getElementById('finding-filters');
  if (!island || !list || !form) return;
  const { detections, records, findings } = JSON.parse(island.textContent);
  const status = document.getElementById('finding-status');
  const moreButton = document.getElementById('finding-more');
  const pageLength = 100;
  const severityNames = { critical: 'Critical', high: 'High', medium: 'Medium', low: 'Low' };
  let shown = findings;
  let rendered = 0;

  const grouped = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, '\u202f');
  const counted = (number, noun) => grouped(number) + '\u00a0' + noun + (number === 1 ? '' : 's');

  function make(name, className, ...children) {
    const element = document.createElement(name);
    if (className) element.className = className;
    element.append(...children);
    return element;
  }

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
    body.append(evidence(finding));
    details.append(body);
  }

  function names(body, title, values, count) {
    if (count === 0) return;
    const items = values.map((value) => make('li', '', value));
    if (count > values.length) items.push(make('li', 'note', grouped(count - values.length) + ' more in findings.json'));
    body.append(make('div', 'names', make('h4', '', title), make('ul', 'inline', ...items)));
  }

  function evidence(finding) {
    const part = make('div', 'evidence', make('h4', '', 'Evidence'));
    for (const number of finding.records) part.append(record(records[number]));
    const left = finding.count - finding.records.length;
    if (finding.records.length === 0) {
      part.append(make('p', 'note', 'The records of this finding are left out here to keep the page small; findings.json says where they are.'));
    } else if (left > 0) {
      part.append(make('p', 'note', counted(left, 'record') + ' more: see findings.json and timeline.csv.'));
    }
    return part;
  }

  function record(entry) {
    const summary = make('summary', '', 'Record ' + grouped(entry.record) + ' of ', make('span', 'file', entry.file));
    const details = make('details', 'record', summary);
    details.addEventListener('toggle', () => {
      if (details.childElementCount > 1) return;
      details.append(make('p', 'note', 'SHA-256 of the file: ', make('code', 'hash', entry.sha256)));
      const raw = make('pre', '', indented(entry.text));
      raw.tabIndex = 0;
      details.append(raw);
      if (entry.isCut) {
        details.append(make('p', 'note cut', 'Cut here: the whole record has ' + grouped(entry.bytes) + ' bytes. Read it in the file.'));
      }
    });
    return details;
  }

  // Lays JSON out without reading it as values, so that numbers and doubled keys stay as they are, also when it is cut.
  function indented(text) {
    let out = '';
    let depth = 0;
    let inString = false;
    for (let i = 0; i < text.length; i += 1) {
      const c = text[i];
      if (inString) {
        out += c;
        if (c === '\\') { i += 1; out += text[i] ?? ''; } else if (c === '"') inString = false;
      } else if (c === '"') { inString = true; out += c; }
      else if (c === '{' || c === '[') {
        const close = /^\s*[}\]]/.exec(text.slice(i + 1, i + 40));
        if (close) { out += c + close[0].trim(); i += close[0].length; }
        else { depth += 1; out += c + '\n' + '  '.repeat(depth); }
      } else if (c === '}' || c === ']') { depth = Math.max(depth - 1, 0); out += '\n' + '  '.repeat(depth) + c; }
      else if (c === ',') out += c + '\n' + '  '.repeat(depth);
      else if (c === ':') out += ': ';
      else if (!/\s/.test(c)) out += c;
    }
    return out;
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
})();
`;
