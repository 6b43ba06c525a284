import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'zoom-meeting-passcode',
  title: 'Link to a Zoom meeting with its passcode',
  system: 'Zoom',
  severity: 'low',
  owner: 'host of the meeting',
  lifetime: 'until the meeting is deleted or its passcode changed',
  reset: {
    portal:
      'Zoom > Meetings > the meeting > Edit > change the passcode; for a personal room: Personal Meeting Room > Edit',
  },
  proof: 'Zoom admin > Reports > Active hosts and Usage: participants of the meeting',
  references: ['https://support.zoom.com/hc/en/article?id=zm_kb&sysparm_article=KB0063160'],
  anchors: ['zoom.us/', 'zoomgov.com/'],
  expression:
    /(?<host>[\w.-]{0,40}zoom(?:gov)?\.(?:us|com))\/[jws]\/(?<account>\d{9,11})\?[^\s"'<>]{0,60}?pwd=(?<secret>[\w.-]{5,64}\w)/g,
  isSecret: (secret) => !isInvented(secret),
  examples: [
    {
      text: '> Join: https://us02web.zoom.us/j/94542520521?pwd=N0tR3alSE42X3UAZkSjozPEhTVPZR9ib.1',
      finds: ['N0tR3alSE42X3UAZkSjozPEhTVPZR9ib.1'],
    },
    { text: 'https://us02web.zoom.us/j/81234567890', finds: [] },
  ],
};

export default pattern;
