/**
 * Of the page's script, what the others stand on: the data of the page, numbers in words, elements, and records of
 * evidence that lay themselves out when they are opened.
 */
export const recordScript: string = String.raw`
  const { detections, records, findings } = JSON.parse(document.getElementById('finding-data').textContent);

  const grouped = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, '\u202f');
  const counted = (number, noun) => grouped(number) + '\u00a0' + noun + (number === 1 ? '' : 's');

  function make(name, className, ...children) {
    const element = document.createElement(name);
    if (className) element.className = className;
    element.append(...children);
    return element;
  }

  // The records of these numbers, closed, and how many more there are.
  function evidence(numbers, count, where) {
    const left = count - numbers.length;
    const parts = numbers.map((number) => record(records[number]));
    if (numbers.length === 0) {
      parts.push(make('p', 'note', 'These records are left out here to keep the page small; ' + where + ' says where they are.'));
    } else if (left > 0) {
      parts.push(make('p', 'note', counted(left, 'record') + ' more: see ' + where + '.'));
    }
    return parts;
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
`;
