/**
 * The evidence of an emergency directive: a mailbox archive with planted credentials, somebody's metadata of the stolen mail with gaps in
 * it, the logs and directories of the months after, and the truth about all of it.
 */
import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { join } from 'node:path';

const start = Date.UTC(2023, 10, 20, 8);
const minuteMs = 60_000;
const dayMs = 86_400_000;
const organization = 'frostline.example';
const other = 'aurora.example';

/** A small generator of numbers, the same for the same seed. */
function numbers(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    return ((state ^ (state >>> 13)) >>> 0) % below;
  };
}

const people = Array.from({ length: 40 }, (_, index) => `${['nora', 'emil', 'vera', 'jonas', 'ines', 'oleg', 'lena', 'tomas'][index % 8]}.${['lind', 'brandt', 'costa', 'novak', 'meyer'][index % 5]}${index}`);
const words =
  'the project meeting about budget and the new server was moved to Thursday because our partner asked for more time please send me the report before noon so that we can discuss the details with finance and legal regards thanks update version release customer ticket order invoice delivery contract review agenda minutes proposal draft quarter'.split(
    ' ',
  );

/** What is planted, and what must become of it: the answer of `respond verify`. */
const outcomes = {
  user: ['reset', 'disabled', 'half', 'claimed', 'silent', 'snapshot'],
  application: ['replaced', 'added', 'deleted', 'used', 'kept'],
};

const verdictOf = {
  reset: 'verified',
  disabled: 'verified',
  half: 'half-done',
  claimed: 'contradicted',
  silent: 'unproven',
  snapshot: 'verified',
  replaced: 'verified',
  added: 'half-done',
  deleted: 'verified',
  used: 'contradicted',
  kept: 'unproven',
};

/** @returns the truth: `credentials` with account, outcome and verdict, `metadata` with the expected state of each entry. */
export async function writeExercise(folder, { messages = 50_000, seed = 1 } = {}) {
  const below = numbers(seed);
  await mkdir(join(folder, 'mail'), { recursive: true });
  const planted = plant(below, messages);
  const metadata = [];
  const out = createWriteStream(join(folder, 'mail', 'archive.mbox'));
  const byNumber = new Map(planted.flatMap((one) => one.numbers.map((number) => [number, one])));
  for (let number = 1; number <= messages; number += 1) {
    const message = messageOf(number, below, byNumber.get(number));
    if (byNumber.has(number) || number % 50 === 0) metadata.push(entryOf(message, metadata.length));
    if (!out.write(message.text)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'close');
  metadata.push(...twins(metadata.length), ...strangers(metadata.length + 2));
  await writeFile(join(folder, 'metadata.csv'), `InternetMessageId,Sender,Recipients,Subject,SentDateTime\r\n${metadata.map(({ line }) => line).join('\r\n')}\r\n`);
  await appendTwins(folder);
  await writeLogs(folder, planted);
  return {
    credentials: planted.map(({ account, type, outcome, numbers: where }) => ({ account, type, outcome, verdict: verdictOf[outcome], places: where.length })),
    claims: planted.filter(({ outcome }) => ['claimed', 'used', 'reset', 'replaced'].includes(outcome)).map(({ account }) => account),
    metadata: metadata.map(({ state }) => state),
    messages: messages + 2,
  };
}

function plant(below, messages) {
  const planted = [];
  const places = (count) => Array.from({ length: count }, () => 10 + below(messages - 20));
  let number = 0;
  for (const type of ['user', 'application']) {
    for (const outcome of outcomes[type]) {
      for (let copy = 0; copy < (type === 'user' ? 4 : 3); copy += 1) {
        const account = type === 'user' ? `${people[number % people.length]}@${organization}` : guid(1000 + number);
        planted.push({ type, outcome, account, number, numbers: [...new Set(places(1 + (number % 3)))].toSorted((a, b) => a - b), value: valueOf(type, number) });
        number += 1;
      }
    }
  }
  return distinctPlaces(planted);
}

/** Two plants in one message would hide each other's state. */
function distinctPlaces(planted) {
  const taken = new Set();
  return planted.map((one) => ({
    ...one,
    numbers: one.numbers.map((wanted) => {
      let number = wanted;
      while (taken.has(number)) number += 1;
      taken.add(number);
      return number;
    }).toSorted((a, b) => a - b),
  }));
}

function valueOf(type, number) {
  const letters = 'kPzRmWtLqXvNbYcJhD';
  const piece = (length, salt) => Array.from({ length }, (_, at) => letters[(number * 7 + at * (3 + salt) + salt) % letters.length]).join('');
  return type === 'user' ? `${piece(4, 1)}${(number * 37) % 90 + 10}!${piece(3, 2)}` : `${piece(3, 1)}8Q~${piece(16, 2)}${number % 10}${piece(14, 5)}${(number * 3) % 10}${piece(2, 3)}`;
}

const guid = (number) => `5eed0000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const timeOf = (number) => new Date(start + number * 2 * minuteMs);

const sentences = [
  ({ account, value }) => `the password for ${account} is ${value}`,
  ({ account, value }) => `User: ${account}\r\nPassword: ${value}`,
  ({ account, value }) => `Benutzer ${account}, das Passwort lautet ${value}`,
];

function messageOf(number, below, planted) {
  const sender = planted === undefined ? `${people[below(people.length)]}@${organization}` : `helpdesk@${organization}`;
  const recipient = `${people[below(people.length)]}@${other}`;
  const time = timeOf(number);
  const sentence = () => Array.from({ length: 6 + below(12) }, () => words[below(words.length)]).join(' ');
  const paragraphs = Array.from({ length: 2 + below(5) }, () => `${sentence()}. ${sentence()}.`);
  const subject = planted === undefined ? sentence().slice(0, 40).trim() : `Access ${planted.number} ${sentence().slice(0, 20).trim()}`;
  const words_ = planted === undefined ? undefined : planted.type === 'user' ? sentences[planted.number % sentences.length](planted) : `client id: ${planted.account}\r\nclient secret: ${planted.value}`;
  const isAttached = planted !== undefined && planted.number % 4 === 3;
  if (words_ !== undefined && !isAttached) paragraphs.splice(1, 0, words_);
  const body = paragraphs.join('\r\n\r\n');
  const head = `From ${sender} ${time.toUTCString()}\r\nFrom: <${sender}>\r\nTo: <${recipient}>\r\nSubject: ${subject}\r\nMessage-ID: <m${number}@${organization}>\r\nDate: ${time.toUTCString()}\r\nMIME-Version: 1.0\r\n`;
  const attached = isAttached
    ? `--b\r\nContent-Type: text/plain; name="access.txt"\r\nContent-Disposition: attachment; filename="access.txt"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(words_).toString('base64')}\r\n`
    : '';
  const content = isAttached || number % 3 === 0
    ? `Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${body}\r\n${attached}--b--\r\n\r\n`
    : `Content-Type: text/plain; charset=utf-8\r\n\r\n${body}\r\n\r\n`;
  return { text: head + content, number, sender, recipient, subject, time };
}

/** One in seven entries lacks the id, one in eleven has it in capitals. */
function entryOf({ number, sender, recipient, subject, time }, index) {
  const id = index % 7 === 3 ? '' : index % 11 === 5 ? `<M${number}@${organization.toUpperCase()}>` : `<m${number}@${organization}>`;
  return { line: [id, sender, recipient, subject, time.toISOString()].join(','), state: 'matched' };
}

const twinTime = new Date(start - dayMs);

function twins() {
  return [{ line: `,reports@${organization},board@${other},Weekly figures,${twinTime.toISOString()}`, state: 'ambiguous' }];
}

function strangers() {
  return Array.from({ length: 5 }, (_, index) => ({ line: `<gone${index}@${organization}>,gone@${organization},gone@${other},Never archived ${index},${new Date(start - 9 * dayMs).toISOString()}`, state: 'not-found' }));
}

async function appendTwins(folder) {
  const one = (name, seconds) => {
    const time = new Date(twinTime.getTime() + seconds * 1000).toUTCString();
    return `From reports@${organization} ${time}\r\nFrom: <reports@${organization}>\r\nTo: <board@${other}>\r\nSubject: Weekly figures\r\nMessage-ID: <${name}@${organization}>\r\nDate: ${time}\r\n\r\nas every week\r\n\r\n`;
  };
  await writeFile(join(folder, 'mail', 'figures.mbox'), one('twin1', 0) + one('twin2', 20));
}

async function writeLogs(folder, planted) {
  const events = [event('Add user', start + 200 * dayMs, { id: 'x', type: 'User', userPrincipalName: `x@${organization}`, modifiedProperties: [] })];
  const before = [];
  const after = [];
  for (const { type, outcome, account, number, numbers: where } of planted) {
    const since = timeOf(where[0]).getTime();
    // After the last mail with it, as any reset that is worth the name.
    const done = timeOf(where.at(-1)).getTime() + dayMs * (2 + (number % 3));
    if (type === 'user') {
      const target = { id: guid(number), type: 'User', userPrincipalName: account, modifiedProperties: [] };
      if (outcome === 'reset') events.push(event('Reset user password', done, target));
      if (outcome === 'disabled') events.push(event('Disable account', done, target));
      if (outcome === 'half') events.push(event('Update StsRefreshTokenValidFrom Timestamp', done, target));
      const user = (changed) => ({ id: guid(number), userPrincipalName: account, displayName: account, userType: 'Member', accountEnabled: true, createdDateTime: '2020-01-01T00:00:00Z', lastPasswordChangeDateTime: new Date(changed).toISOString() });
      before.push(user(start - 90 * dayMs));
      after.push(user(outcome === 'snapshot' ? done : start - 90 * dayMs));
      continue;
    }
    const [old, fresh] = [guid(5000 + number), guid(6000 + number)];
    const change = (from, to) => ({ id: guid(2000 + number), type: 'Application', displayName: `app ${number}`, modifiedProperties: [{ displayName: 'KeyDescription', oldValue: JSON.stringify(from.map(keyText)), newValue: JSON.stringify(to.map(keyText)) }] });
    const secrets = 'Update application – Certificates and secrets management ';
    if (outcome === 'replaced') events.push(event(secrets, done, change([old], [fresh])));
    if (outcome === 'added') events.push(event(secrets, done, change([old], [old, fresh])));
    if (outcome === 'deleted') events.push(event('Delete application', done, { id: guid(2000 + number), type: 'Application', displayName: `app ${number}`, modifiedProperties: [] }));
    if (outcome === 'used') events.push(event(secrets, done, change([old], [fresh])), signIn(account, old, start + 180 * dayMs));
    const application = (keys) => ({ id: guid(2000 + number), appId: account, displayName: `app ${number}`, signInAudience: 'AzureADMyOrg', createdDateTime: '2020-01-01T00:00:00Z', keyCredentials: [], passwordCredentials: keys.map((keyId) => ({ keyId, displayName: 'x', startDateTime: new Date(keyId === old ? start - 50 * dayMs : since).toISOString(), endDateTime: '2030-01-01T00:00:00Z' })) });
    before.push(application([old]));
    if (outcome !== 'deleted') after.push(application(outcome === 'added' ? [old, fresh] : outcome === 'kept' ? [old] : [fresh]));
  }
  const lines = (records) => `${records.map((record) => JSON.stringify(record)).join('\n')}\n`;
  await mkdir(join(folder, 'logs'), { recursive: true });
  await writeFile(join(folder, 'logs', 'audit.ndjson'), lines(events.filter(({ activityDisplayName }) => activityDisplayName !== undefined)));
  await writeFile(join(folder, 'logs', 'sign-ins.ndjson'), lines(events.filter(({ activityDisplayName }) => activityDisplayName === undefined)));
  for (const [taken, records] of [['20231119000000', before], ['20240610000000', after]]) {
    await mkdir(join(folder, 'directory', taken), { recursive: true });
    await writeFile(join(folder, 'directory', taken, 'directory.ndjson'), lines(records));
  }
}

const keyText = (keyId) => `[KeyIdentifier=${keyId},KeyType=Password,KeyUsage=Verify,DisplayName=x]`;

function event(activityDisplayName, time, target) {
  return {
    id: `${activityDisplayName} ${time} ${target.id}`,
    activityDateTime: new Date(time).toISOString(),
    activityDisplayName,
    category: 'Core',
    result: 'success',
    loggedByService: 'Core Directory',
    operationType: 'Update',
    initiatedBy: { user: { id: guid(1), userPrincipalName: `admin@${organization}` } },
    targetResources: [target],
    additionalDetails: [],
  };
}

function signIn(appId, keyId, time) {
  return { id: `${appId} ${time}`, createdDateTime: new Date(time).toISOString(), appId, appDisplayName: appId, servicePrincipalId: `sp-${appId}`, servicePrincipalName: appId, servicePrincipalCredentialKeyId: keyId, ipAddress: '198.51.100.7', resourceDisplayName: 'Microsoft Graph', resourceId: guid(3), status: { errorCode: 0 }, signInEventTypes: ['servicePrincipal'] };
}
