/**
 * Writes the evidence that the benches read: sign-ins as Graph gives them (one a line, or one array) and unified audit
 * records as Purview's CSV. Seeded, so that two runs read the same bytes.
 */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';

const start = Date.UTC(2023, 10, 1);

/** Office home, Exchange Online, Teams: what people sign in to all day. */
const applications = ['4765445b-32c6-49b0-83e6-1d93765276ca', '00000002-0000-0ff1-ce00-000000000000', '1fec8e78-bce4-4aaf-ab1b-5451cc387264'];

/** Pseudo-random numbers in [0, 1): xorshift128. */
function randomSource() {
  const state = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 0xdeadbeef];
  return () => {
    let t = state[3];
    const s = state[0];
    state[3] = state[2];
    state[2] = state[1];
    state[1] = s;
    t ^= t << 11;
    t ^= t >>> 8;
    state[0] = (t ^ s ^ (s >>> 19)) >>> 0;
    return state[0] / 2 ** 32;
  };
}

function makers() {
  const random = randomSource();
  const hex = (length) => {
    let text = '';
    while (text.length < length) text += Math.floor(random() * 2 ** 28).toString(16).padStart(7, '0');
    return text.slice(0, length);
  };
  const guid = () => `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`;
  const pick = (values) => values[Math.floor(random() * values.length)];
  return { random, hex, guid, pick };
}

const agents = [
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36 Edg/120.0.0.0',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.1 Safari/605.1.15',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148',
];

function signInMaker() {
  const { random, hex, guid, pick } = makers();
  const tenant = guid();
  return (index) => {
    const user = Math.floor(random() * 5000);
    const errorCode = random() < 0.92 ? 0 : pick([50126, 50126, 50140, 50140, 50074]);
    const time = new Date(start + index * 2500).toISOString();
    return JSON.stringify({
      id: guid(), createdDateTime: time, userDisplayName: `User ${user}`, userPrincipalName: `user${user}@frostline.example`,
      userId: `00000000-0000-4000-8000-${String(user).padStart(12, '0')}`, appId: pick(applications),
      appDisplayName: 'Office application', ipAddress: `${10 + (user % 200)}.${user % 250}.${index % 250}.7`,
      ipAddressFromResourceProvider: null, clientAppUsed: 'Browser', userAgent: pick(agents), correlationId: guid(),
      conditionalAccessStatus: 'notApplied', originalRequestId: guid(), isInteractive: true, tokenIssuerName: '', tokenIssuerType: 'AzureAD',
      authenticationProtocol: 'none', incomingTokenType: 'none', authenticationRequirement: pick(['singleFactorAuthentication', 'multiFactorAuthentication']),
      riskDetail: 'none', riskLevelAggregated: 'none', riskLevelDuringSignIn: 'none', riskState: 'none', resourceDisplayName: 'Microsoft Graph',
      resourceId: '00000003-0000-0000-c000-000000000000', resourceTenantId: tenant, homeTenantId: tenant, uniqueTokenIdentifier: hex(22),
      autonomousSystemNumber: 2116, crossTenantAccessType: 'none', signInEventTypes: ['interactiveUser'],
      status: { errorCode, failureReason: errorCode === 0 ? 'Other.' : 'Error validating credentials due to invalid username or password.', additionalDetails: null },
      deviceDetail: { deviceId: '', displayName: '', operatingSystem: 'Windows10', browser: 'Edge 120.0.0', isCompliant: false, isManaged: false, trustType: '' },
      location: { city: 'Oslo', state: 'Oslo', countryOrRegion: 'NO', geoCoordinates: { altitude: null, latitude: 59.9, longitude: 10.7 } },
      authenticationDetails: [{ authenticationStepDateTime: time, authenticationMethod: 'Password', succeeded: errorCode === 0, authenticationStepRequirement: 'Primary authentication' }],
      appliedConditionalAccessPolicies: [],
    });
  };
}

function auditMaker() {
  const { random, guid, pick } = makers();
  const tenant = guid();
  return (index) => {
    const user = `user${Math.floor(random() * 5000)}@frostline.example`;
    const time = new Date(start + index * 2500).toISOString();
    const id = guid();
    const common = { CreationTime: time.slice(0, 19), Id: id, OrganizationId: tenant, UserId: user, UserKey: guid(), UserType: 0, Version: 1, ClientIP: `10.${index % 250}.1.7` };
    const kind = random();
    const record =
      kind < 0.5
        ? { ...common, Operation: 'MailItemsAccessed', RecordType: 50, ResultStatus: 'Succeeded', Workload: 'Exchange', MailboxOwnerUPN: user, LogonType: 0,
            ClientInfoString: 'Client=OWA;Action=ViaProxy', AppId: '00000002-0000-0ff1-ce00-000000000000', MailboxGuid: guid(), OperationCount: 2, SessionId: guid(),
            OperationProperties: [{ Name: 'MailAccessType', Value: 'Bind' }, { Name: 'IsThrottled', Value: 'False' }],
            Folders: [{ Id: 'LgAAAAD', Path: '\\Inbox', FolderItems: [{ InternetMessageId: `<${guid()}@frostline.example>`, SizeInBytes: 20391 }, { InternetMessageId: `<${guid()}@frostline.example>`, SizeInBytes: 1200 }] }] }
        : kind < 0.8
          ? { ...common, Operation: pick(['FileAccessed', 'FileModified', 'FilePreviewed']), RecordType: 6, Workload: 'SharePoint', ObjectId: `https://frostline.example/sites/a/${guid()}.docx`,
              ItemType: 'File', ListId: guid(), Site: guid(), WebId: guid(), UserAgent: pick(agents), EventSource: 'SharePoint', SourceFileExtension: 'docx', SiteUrl: 'https://frostline.example/sites/a/' }
          : kind < 0.97
            ? { ...common, Operation: pick(['UserLoggedIn', 'UserLoginFailed']), RecordType: 15, ResultStatus: 'Success', Workload: 'AzureActiveDirectory', ActorIpAddress: '10.1.1.7', ApplicationId: guid(), ErrorNumber: '0',
                ExtendedProperties: [{ Name: 'UserAgent', Value: pick(agents) }, { Name: 'RequestType', Value: 'OAuth2:Authorize' }], ModifiedProperties: [], DeviceProperties: [{ Name: 'OS', Value: 'Windows10' }, { Name: 'BrowserType', Value: 'Edge' }] }
            : { ...common, Operation: 'Update user.', RecordType: 8, ResultStatus: 'Success', Workload: 'AzureActiveDirectory', ObjectId: user, AzureActiveDirectoryEventType: 1,
                ExtendedProperties: [{ Name: 'additionalDetails', Value: '{"UserType":"Member"}' }], ModifiedProperties: [{ Name: 'JobTitle', NewValue: '["Engineer"]', OldValue: '["Clerk"]' }],
                Target: [{ ID: `User_${guid()}`, Type: 2 }, { ID: user, Type: 5 }] };
    const json = JSON.stringify(record).replaceAll('"', '""');
    return `${id},"${time.slice(0, 19)}.0000000Z ",${record.RecordType},${record.Operation},${user},"${json}",,`;
  };
}

const kinds = {
  lines: { make: signInMaker, before: '', between: '\n', after: '\n' },
  array: { make: signInMaker, before: '[\n', between: ',\n', after: '\n]\n' },
  purview: {
    make: auditMaker,
    before: 'RecordId,CreationDate,RecordType,Operation,UserId,AuditData,AssociatedAdminUnits,AssociatedAdminUnitsNames\r\n',
    between: '\r\n',
    after: '\r\n',
  },
};

/** @param {'lines' | 'array' | 'purview'} kind */
export async function generate(kind, records, path) {
  const { make, before, between, after } = kinds[kind];
  const out = createWriteStream(path, { highWaterMark: 4 * 1024 * 1024 });
  const next = make();
  let text = before;
  for (let index = 0; index < records; index += 1) {
    text += (index === 0 ? '' : between) + next(index);
    if (text.length > 1024 * 1024) {
      if (!out.write(text)) await once(out, 'drain');
      text = '';
    }
  }
  out.end(text + after);
  await once(out, 'finish');
}
