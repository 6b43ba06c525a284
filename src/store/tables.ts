import type { EventTable } from '../shape/detection.ts';
import type { Columns } from './columns.ts';
import { mailTables } from './mail-tables.ts';
import { postureTables } from './posture-tables.ts';

/** Raised by one with every change of a table; a case of another version is refused. */
export const schemaVersion = 7;

/** In front of every event table. `record` counts from 1 within the file. `principal` and `ip` are normalised. */
const core: Columns = {
  file_id: 'INTEGER',
  record: 'BIGINT',
  log: 'VARCHAR',
  time: 'TIMESTAMP',
  id: 'VARCHAR',
  /** Without trailing stop or blank, every kind of dash as `-`. */
  operation: 'VARCHAR',
  /** Who did it: user principal name in lower case, else the application's or service principal's name or id. */
  principal: 'VARCHAR',
  /** Address without port or brackets, lower case. */
  ip: 'VARCHAR',
  userAgent: 'VARCHAR',
  appId: 'VARCHAR',
};

const signIn: Columns = {
  ...core,
  userId: 'VARCHAR',
  servicePrincipalId: 'VARCHAR',
  servicePrincipalCredentialKeyId: 'VARCHAR',
  appDisplayName: 'VARCHAR',
  resourceId: 'VARCHAR',
  resourceDisplayName: 'VARCHAR',
  clientAppUsed: 'VARCHAR',
  authenticationProtocol: 'VARCHAR',
  authenticationRequirement: 'VARCHAR',
  conditionalAccessStatus: 'VARCHAR',
  incomingTokenType: 'VARCHAR',
  errorCode: 'INTEGER',
  failureReason: 'VARCHAR',
  /** `additionalDetails` of the status, such as how a second factor was given. */
  statusDetails: 'VARCHAR',
  country: 'VARCHAR',
  city: 'VARCHAR',
  autonomousSystemNumber: 'BIGINT',
  deviceOperatingSystem: 'VARCHAR',
  deviceBrowser: 'VARCHAR',
  deviceTrustType: 'VARCHAR',
  deviceId: 'VARCHAR',
  isCompliant: 'BOOLEAN',
  correlationId: 'VARCHAR',
  sessionId: 'VARCHAR',
  uniqueTokenIdentifier: 'VARCHAR',
  homeTenantId: 'VARCHAR',
  resourceTenantId: 'VARCHAR',
  crossTenantAccessType: 'VARCHAR',
  /** The tenant that the application is registered in. */
  appOwnerTenantId: 'VARCHAR',
  riskLevel: 'VARCHAR',
  riskState: 'VARCHAR',
  /** Null if there are none. */
  riskEventTypes: 'VARCHAR[]',
};

/** Directory audits and the unified audit log: who did what to what. */
const activity: Columns = {
  ...core,
  /** Number of the unified audit log's AuditLogRecordType; null in directory audits. */
  recordType: 'INTEGER',
  /** `Workload`, or `loggedByService` of a directory audit. */
  workload: 'VARCHAR',
  category: 'VARCHAR',
  result: 'VARCHAR',
  resultReason: 'VARCHAR',
  /** `user` or `application`. */
  actorType: 'VARCHAR',
  actorId: 'VARCHAR',
  userType: 'VARCHAR',
  clientAppId: 'VARCHAR',
  /** `ErrorNumber` of the sign-in records in the unified audit log. */
  errorCode: 'INTEGER',
  objectId: 'VARCHAR',
  correlationId: 'VARCHAR',
  sessionId: 'VARCHAR',
  uniqueTokenIdentifier: 'VARCHAR',
  organizationId: 'VARCHAR',
  clientInfoString: 'VARCHAR',
  mailboxOwner: 'VARCHAR',
  logonType: 'VARCHAR',
  externalAccess: 'BOOLEAN',
  operationCount: 'BIGINT',
  /**
   * One element per target. `properties` are its modified properties with JSON strings and one-element JSON arrays
   * decoded, so that `full_access_as_app` is just that.
   */
  targets:
    'STRUCT(id VARCHAR, name VARCHAR, type VARCHAR, properties STRUCT(name VARCHAR, old VARCHAR, new VARCHAR)[])[]',
  /** Name/value lists: `list` is `Parameters`, `ExtendedProperties`, `OperationProperties`, `DeviceProperties` or `additionalDetails`. */
  parameters: 'STRUCT(list VARCHAR, name VARCHAR, value VARCHAR)[]',
};

/** Requests to Microsoft Graph. `operation` is the HTTP method. */
const graphActivity: Columns = {
  ...core,
  userId: 'VARCHAR',
  servicePrincipalId: 'VARCHAR',
  requestUri: 'VARCHAR',
  responseStatusCode: 'INTEGER',
  responseSizeBytes: 'BIGINT',
  roles: 'VARCHAR',
  scopes: 'VARCHAR',
  signInActivityId: 'VARCHAR',
  clientAuthMethod: 'VARCHAR',
  wids: 'VARCHAR',
  tenantId: 'VARCHAR',
  sessionId: 'VARCHAR',
};

/** Columns of the event tables without `raw`, which each of them has last: the record as JSON text. */
export const eventColumns: Readonly<Record<EventTable, Columns>> = {
  sign_in: signIn,
  activity,
  graph_activity: graphActivity,
};

/** What the spray analyses measured, filled by `analysis/spray`. */
const sprayTables: Readonly<Record<string, Columns>> = {
  /** One row a campaign; `campaign` is the key of its finding. */
  campaign: {
    campaign: 'VARCHAR PRIMARY KEY',
    /** `spray`, or `scanning` for what beats on every tenant all the time. */
    kind: 'VARCHAR',
    first: 'TIMESTAMP',
    last: 'TIMESTAMP',
    attempts: 'BIGINT',
    addresses: 'BIGINT',
    accounts: 'VARCHAR[]',
    /** ASNs or address prefixes, the most used first, at most 50. */
    networks: 'VARCHAR[]',
    /** What all its attempts have in common. */
    traits: 'STRUCT(name VARCHAR, value VARCHAR)[]',
    /** Accounts whose password whoever sprays now knows. */
    known: 'VARCHAR[]',
    /** The window in which it stands out most. */
    windowHours: 'DOUBLE',
    observed: 'BIGINT',
    expected: 'DOUBLE',
    /** Standard deviations above what was expected. */
    score: 'DOUBLE',
  },
  /** Every day of the case: wrong passwords, those from sources that are strange to the account, those of campaigns. */
  spray_day: { day: 'DATE', guesses: 'BIGINT', strange: 'BIGINT', sprayed: 'BIGINT' },
  /** Monday of each week; `growth` against the week before, null without one. */
  spray_week: { week: 'DATE', attempts: 'BIGINT', accounts: 'BIGINT', growth: 'DOUBLE' },
  /** The slowest spray that would have been seen, for one kind of attacker a row. */
  detection_floor: {
    position: 'INTEGER',
    /** In words: how this attacker hides. */
    attacker: 'VARCHAR',
    /** Days over which its attempts had to add up. */
    windowDays: 'INTEGER',
    /** Attempts a day of the tenant's own that look like this attacker's. */
    noisePerDay: 'DOUBLE',
    /** Attempts a day that are found half of the time, and nine times of ten; null if not even 100,000 would be. */
    half: 'DOUBLE',
    most: 'DOUBLE',
  },
};

/** Intrusions told as stories, filled by `analysis/story`. */
const storyTables: Readonly<Record<string, Columns>> = {
  story: {
    story: 'VARCHAR PRIMARY KEY',
    /** `high`, `medium` or `low`. */
    confidence: 'VARCHAR',
    first: 'TIMESTAMP',
    last: 'TIMESTAMP',
    /** Paragraphs that a manager can read. */
    prose: 'VARCHAR[]',
  },
  /** In order of time; `stage` is one of `stageIds` in `shape/story.ts`. */
  story_stage: {
    story: 'VARCHAR',
    position: 'INTEGER',
    stage: 'VARCHAR',
    first: 'TIMESTAMP',
    last: 'TIMESTAMP',
    principals: 'VARCHAR[]',
    summary: 'VARCHAR',
  },
  story_evidence: {
    story: 'VARCHAR',
    position: 'INTEGER',
    time: 'TIMESTAMP',
    /** Whose lane of the picture it stands in: `account`, `application` or `mailbox`, and its name. */
    laneKind: 'VARCHAR',
    lane: 'VARCHAR',
    source_table: 'VARCHAR',
    file_id: 'INTEGER',
    record: 'BIGINT',
  },
  story_mailbox: {
    story: 'VARCHAR',
    mailbox: 'VARCHAR',
    /** `messages` (these were read), `folder` (all of these folders) or `window` (assume everything from first to last). */
    certainty: 'VARCHAR',
    application: 'VARCHAR',
    client: 'VARCHAR',
    /** What ties it to the intruder: `token`, `session`, `application`, `account` and `network`, sorted. */
    tiedBy: 'VARCHAR[]',
    first: 'TIMESTAMP',
    last: 'TIMESTAMP',
    /** Distinct Internet message ids, at least these many messages. */
    messages: 'BIGINT',
    folders: 'VARCHAR[]',
    messageIds: 'VARCHAR[]',
  },
  story_gap: { story: 'VARCHAR', position: 'INTEGER', gap: 'VARCHAR' },
};

/** Columns of the tables around the events. */
export const caseTables: Readonly<Record<string, Columns>> = {
  /** `schema`: version of these tables; `since` and `until`: the time that the detections looked at, if not all. */
  meta: { key: 'VARCHAR PRIMARY KEY', value: 'VARCHAR' },
  /** One row a file read, members of archives as `archive.zip!member`. A row is there once its file is loaded as a whole. */
  evidence_file: {
    file_id: 'INTEGER PRIMARY KEY',
    path: 'VARCHAR',
    sha256: 'VARCHAR',
    bytes: 'BIGINT',
    /** Source ids joined by `+`; empty if nothing in the file was recognised. */
    source: 'VARCHAR',
    /** Records that the file held, duplicates included, rejections not. */
    read: 'BIGINT',
    duplicates: 'BIGINT',
    rejected: 'BIGINT',
    first: 'TIMESTAMP',
    last: 'TIMESTAMP',
  },
  rejection: { file_id: 'INTEGER', record: 'BIGINT', line: 'BIGINT', reason: 'VARCHAR', sample: 'VARCHAR' },
  /** Values of directories that a file has and that could not be read, by the column they were for. */
  unread_value: { file_id: 'INTEGER', column: 'VARCHAR', values: 'BIGINT', firstRecord: 'BIGINT' },
  /** What may be missing from the evidence: `kind` is a closed set, see `ingest/gap.ts`. */
  gap: {
    kind: 'VARCHAR',
    log: 'VARCHAR',
    file_id: 'INTEGER',
    first: 'TIMESTAMP',
    last: 'TIMESTAMP',
    detail: 'VARCHAR',
  },
  /** Number of records per log and day. */
  coverage: { log: 'VARCHAR', day: 'DATE', records: 'BIGINT' },
  /** Which detections ran: `verdict` is `examined` or `not-examined`; severity and texts as of that run. */
  detection: {
    detection: 'VARCHAR PRIMARY KEY',
    title: 'VARCHAR',
    description: 'VARCHAR',
    severity: 'VARCHAR',
    techniques: 'VARCHAR[]',
    next: 'VARCHAR',
    falsePositives: 'VARCHAR[]',
    references: 'VARCHAR[]',
    logs: 'VARCHAR[]',
    verdict: 'VARCHAR',
    reason: 'VARCHAR',
  },
  /** One row for each record that a detection matched; rows with the same detection and key are one finding. */
  match: { detection: 'VARCHAR', key: 'VARCHAR', source_table: 'VARCHAR', file_id: 'INTEGER', record: 'BIGINT' },
  /** One row a finding, derived from `match`. */
  finding: {
    id: 'VARCHAR PRIMARY KEY',
    detection: 'VARCHAR',
    key: 'VARCHAR',
    severity: 'VARCHAR',
    first: 'TIMESTAMP',
    last: 'TIMESTAMP',
    count: 'BIGINT',
    principals: 'VARCHAR[]',
    ips: 'VARCHAR[]',
    /** Why we believe it, in words and with the numbers; null where title and description say all. */
    why: 'VARCHAR',
  },
  ...sprayTables,
  ...storyTables,
  ...postureTables,
  ...mailTables,
};
