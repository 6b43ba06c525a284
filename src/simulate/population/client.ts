/** What a sign-in says of the program and the machine it came from. */
export interface Client {
  readonly userAgent: string;
  readonly operatingSystem: string;
  readonly browser: string;
}

/** A program on a kind of machine, whose version moves on. */
interface Family {
  /** Days from one version to the next. */
  readonly step: number;
  readonly describe: (version: number) => Client;
}

const webKit = 'AppleWebKit/537.36 (KHTML, like Gecko)';
const appleWebKit = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';
const windows = 'Windows NT 10.0; Win64; x64';
const macintosh = 'Macintosh; Intel Mac OS X 10_15_7';
const linux = 'X11; Linux x86_64';

function chrome(system: string, operatingSystem: string, step: number): Family {
  return {
    step,
    describe: (version) => ({
      userAgent: `Mozilla/5.0 (${system}) ${webKit} Chrome/${97 + version}.0.0.0 Safari/537.36`,
      operatingSystem,
      browser: `Chrome ${97 + version}.0.0`,
    }),
  };
}

function edge(system: string, operatingSystem: string): Family {
  return {
    step: 30,
    describe: (version) => ({
      userAgent: `Mozilla/5.0 (${system}) ${webKit} Chrome/${97 + version}.0.0.0 Safari/537.36 Edg/${97 + version}.0.0.0`,
      operatingSystem,
      browser: `Edge ${97 + version}.0.0`,
    }),
  };
}

function firefox(system: string, operatingSystem: string): Family {
  return {
    step: 29,
    describe: (version) => ({
      userAgent: `Mozilla/5.0 (${system}; rv:${95 + version}.0) Gecko/20100101 Firefox/${95 + version}.0`,
      operatingSystem,
      browser: `Firefox ${95 + version}.0`,
    }),
  };
}

/** Version 15.2 at the beginning of 2022, 17.2 two years later. */
const apple = (version: number): string => `${15 + Math.floor((version + 2) / 8)}.${(version + 2) % 8}`;
const underscored = (version: number): string => apple(version).replace('.', '_');

function safari(device: 'iPhone' | 'iPad' | 'Macintosh'): Family {
  return {
    step: 46,
    describe: (version) => ({
      userAgent:
        device === 'Macintosh'
          ? `Mozilla/5.0 (${macintosh}) ${appleWebKit} Version/${apple(version)} Safari/605.1.15`
          : `Mozilla/5.0 (${device}; CPU ${device === 'iPad' ? '' : 'iPhone '}OS ${underscored(version)} like Mac OS X) ${appleWebKit} Version/${apple(version)} Mobile/15E148 Safari/604.1`,
      operatingSystem: device === 'Macintosh' ? 'MacOs' : `Ios ${apple(version)}`,
      browser: `${device === 'Macintosh' ? '' : 'Mobile '}Safari ${apple(version)}`,
    }),
  };
}

const fixed = (userAgent: string, operatingSystem = '', browser = ''): Family => ({
  step: 10_000,
  describe: () => ({ userAgent, operatingSystem, browser }),
});

/** Everything that anybody of the tenant, or any scanner, signs in with. Position is identity; at most 32. */
const families = {
  windowsEdge: edge(windows, 'Windows10'),
  windowsChrome: chrome(windows, 'Windows10', 30),
  windowsFirefox: firefox(windows, 'Windows10'),
  macSafari: safari('Macintosh'),
  macChrome: chrome(macintosh, 'MacOs', 30),
  macEdge: edge(macintosh, 'MacOs'),
  linuxChrome: chrome(linux, 'Linux', 30),
  linuxFirefox: firefox(linux, 'Linux'),
  windowsOffice: {
    step: 30,
    describe: (version) => ({
      userAgent: `Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.${14_729 + version * 100}; Pro)`,
      operatingSystem: 'Windows10',
      browser: 'Rich Client 4.47.2.0',
    }),
  },
  windowsTeams: {
    step: 30,
    describe: (version) => ({
      userAgent: `Mozilla/5.0 (${windows}) ${webKit} Chrome/${97 + version}.0.0.0 Safari/537.36 Edg/${97 + version}.0.0.0 Teams/${23_000 + version * 40}.1108`,
      operatingSystem: 'Windows10',
      browser: `Edge ${97 + version}.0.0`,
    }),
  },
  windowsBroker: fixed('Windows-AzureAD-Authentication-Provider/1.0', 'Windows10', ''),
  macOffice: {
    step: 30,
    describe: (version) => ({
      userAgent: `MacOutlook/16.${56 + version}.0 (Intelx64 Mac OS X Version 14.2)`,
      operatingSystem: 'MacOs',
      browser: 'Rich Client 1.2.0',
    }),
  },
  iPhoneSafari: safari('iPhone'),
  iPhoneOutlook: {
    step: 30,
    describe: (version) => ({
      userAgent: `Outlook-iOS/${699 + version}.${4_022_000 + version * 211}.prod.iphone`,
      operatingSystem: `Ios ${apple(Math.floor((version * 30) / 46))}`,
      browser: 'Mobile Safari',
    }),
  },
  iPhoneMail: {
    step: 46,
    describe: (version) => ({
      userAgent: `Apple-iPhone14C5/${1900 + version * 13}.67`,
      operatingSystem: `Ios ${apple(version)}`,
      browser: '',
    }),
  },
  androidChrome: {
    step: 30,
    describe: (version) => ({
      userAgent: `Mozilla/5.0 (Linux; Android 10; K) ${webKit} Chrome/${97 + version}.0.0.0 Mobile Safari/537.36`,
      operatingSystem: 'Android 10',
      browser: `Chrome Mobile ${97 + version}.0.0`,
    }),
  },
  androidOutlook: {
    step: 30,
    describe: (version) => ({
      userAgent: `Outlook-Android/2.0 (4.${2_200 + version}.1)`,
      operatingSystem: 'Android',
      browser: 'Chrome Mobile',
    }),
  },
  androidMail: {
    step: 120,
    describe: (version) => ({
      userAgent: `Android-Mail/2022.${version}.12.419862`,
      operatingSystem: 'Android',
      browser: '',
    }),
  },
  iPadSafari: safari('iPad'),
  pythonRequests: {
    step: 180,
    describe: (version) => ({ userAgent: `python-requests/2.${27 + version}.1`, operatingSystem: '', browser: '' }),
  },
  /** What Exchange Online calls itself when it passes on a password that came by an old mail protocol. */
  oldMailProtocol: fixed('BAV2ROPC', 'Windows 8', 'Rich Client'),
  goHttp: fixed('Go-http-client/1.1'),
  curl: fixed('curl/7.68.0'),
  okHttp: fixed('okhttp/3.12.1'),
  oldFirefox: fixed(
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:109.0) Gecko/20100101 Firefox/109.0',
    'Windows10',
    'Firefox 109.0',
  ),
  printer: fixed('DocumentCentre-SMTP/3.1', '', ''),
} as const satisfies Readonly<Record<string, Family>>;

export type FamilyName = keyof typeof families;

const list: readonly Family[] = Object.values(families);
const names = Object.keys(families) as readonly FamilyName[];

export const familyOf = (name: FamilyName): number => names.indexOf(name);

const versionBits = 6;
/** 1 January 2022 in days since 1970. */
const firstVersionDay = 18_993;

/** A family in one of its versions as one number of 11 bits. */
export type ClientCode = number;

/** What a machine has on a day (since 1970), if its owner waits so many days before each update. */
export function clientCode(family: number, day: number, daysLate = 0): ClientCode {
  const step = list[family]?.step ?? 1;
  const version = Math.floor((day - daysLate - firstVersionDay) / step);
  return (family << versionBits) | Math.min(Math.max(version, 0), (1 << versionBits) - 1);
}

export function clientOf(code: ClientCode): Client {
  const family = list[code >>> versionBits];
  if (family === undefined) throw new RangeError(`no client ${code}`);
  return family.describe(code & ((1 << versionBits) - 1));
}
