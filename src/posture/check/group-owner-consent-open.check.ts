import { sql } from '../../store/sql.ts';
import { type Check, exportedPolicy } from '../check.ts';
import { user } from '../graph-record.ts';
import { policyObject } from '../policy-object.ts';

const policy = 'Consent Policy Settings';
const setting = (value: string) => ({
  id: 's1',
  displayName: policy,
  templateId: 'dffd5d46-495d-40a9-8e21-954ff55e198a',
  values: [
    { name: 'EnableGroupSpecificConsent', value },
    { name: 'BlockUserConsentForRiskyApps', value: 'True' },
  ],
});

const check: Check = {
  check: 'group-owner-consent-open',
  title: 'Owners of groups cannot let applications into the data of their group',
  lesson: 'user-consent',
  severity: 'medium',
  risk: 'The owner of a group is an ordinary user. His consent opens the messages and files of everyone in it to an application.',
  incident: 'Consent of ordinary users was the way in for applications; whoever can make a group can be its owner.',
  references: [
    'https://github.com/cisagov/ScubaGear/blob/main/PowerShell/ScubaGear/baselines/aad.md',
    'https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/configure-user-consent-groups',
  ],
  scuba: ['MS.AAD.5.4'],
  fix: {
    portal:
      'Entra admin center > Enterprise applications > Consent and permissions > Group owner consent settings > Do not allow group owner consent',
    command:
      "Update-MgGroupSetting -GroupSettingId <id> -Values @(@{ Name = 'EnableGroupSpecificConsent'; Value = 'False' })   # with the other values of the setting",
  },
  needs: [exportedPolicy('the settings of consent (groupSettings)', policy, 'EnableGroupSpecificConsent')],
  objects: policyObject(
    policy,
    policy,
    'EnableGroupSpecificConsent',
    sql`value = 'true'`,
    sql`'owners of groups may consent to applications for the data of their group'`,
  ),
  examples: [
    { name: 'they may', records: [setting('True')], verdict: 'not-met', objects: [policy] },
    { name: 'they may not', records: [setting('False')], verdict: 'met' },
    { name: 'users without the settings say nothing', records: [user('u1')], verdict: 'not-examined' },
  ],
};

export default check;
