import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'group-policy-password',
  title: 'Password in Group Policy preferences (cpassword)',
  system: 'Active Directory Group Policy',
  severity: 'critical',
  owner: 'administrators of Active Directory',
  lifetime: 'until the password is changed; the key of the encryption is public',
  reset: {
    portal:
      'delete the preference item (Groups.xml, ScheduledTasks.xml, Services.xml …) from SYSVOL and reset the password of the account on every computer',
    command: 'Set-ADAccountPassword -Identity <account> -Reset',
  },
  proof: 'no cpassword in SYSVOL any more; pwdLastSet of the account; event 4724',
  references: [
    'https://support.microsoft.com/en-us/topic/ms14-025-vulnerability-in-group-policy-preferences-could-allow-elevation-of-privilege-may-13-2014-60734e15-af79-26ca-ea53-8cd617073c30',
    'https://attack.mitre.org/techniques/T1552/006/',
  ],
  anchors: ['cpassword'],
  expression:
    /\bcpassword=["'](?<secret>[A-Za-z0-9+/]{16,400}={0,2})["'](?:[^<>]{0,300}?\b(?:userName|accountName|runAs)="(?<account>[^"<>]{1,120})")?/gi,
  reach: { before: 4, after: 900 },
  isSecret: (secret) => !isInvented(secret),
  examples: [
    {
      text: '<Properties action="U" newName="" cpassword="Fake329Tv71Xx+gViQuzcXV9xfWzzLXr6jUJ1IFyBZx" userName="localadmin" />',
      finds: ['Fake329Tv71Xx+gViQuzcXV9xfWzzLXr6jUJ1IFyBZx'],
    },
    {
      text: '<Properties runAs="FAKE\\\\svc" cpassword=\'FakeW19Ryg+GoKpGeeb0UvSzikB/11slXaD0nxGwroKVdIluwFVOTerMjwRCnXqY\' />',
      finds: ['FakeW19Ryg+GoKpGeeb0UvSzikB/11slXaD0nxGwroKVdIluwFVOTerMjwRCnXqY'],
    },
    { text: '<Properties action="U" cpassword="" userName="localadmin" />', finds: [] },
  ],
};

export default pattern;
