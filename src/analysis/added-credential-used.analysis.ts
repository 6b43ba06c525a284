import { sql } from '../store/sql.ts';
import type { Analysis } from './analysis.ts';

const key = 'dddddddd-0000-4000-8000-00000000000a';
const target = 'aaaaaaaa-0000-4000-8000-00000000000b';

function credentialAdded(id: string, keyId: string) {
  return {
    id,
    category: 'ApplicationManagement',
    result: 'success',
    activityDisplayName: 'Update application – Certificates and secrets management ',
    activityDateTime: '2024-01-10T06:00:00Z',
    loggedByService: 'Core Directory',
    initiatedBy: { user: { id: 'u', userPrincipalName: 'admin@frostline.example' } },
    targetResources: [
      {
        id: target,
        displayName: 'Legacy mail test',
        type: 'Application',
        modifiedProperties: [
          {
            displayName: 'KeyDescription',
            oldValue: '[]',
            newValue: `["[KeyIdentifier=${keyId},KeyType=Password,KeyUsage=Verify,DisplayName=x]"]`,
          },
        ],
      },
    ],
  };
}

function applicationSignIn(id: string, keyId: string) {
  return {
    id,
    createdDateTime: '2024-01-11T06:00:00Z',
    servicePrincipalId: 'bbbbbbbb-0000-4000-8000-00000000000c',
    servicePrincipalName: 'Legacy mail test',
    servicePrincipalCredentialKeyId: keyId,
    appId: 'cccccccc-0000-4000-8000-00000000000d',
    ipAddress: '203.0.113.7',
    signInEventTypes: ['servicePrincipal'],
    status: { errorCode: 0 },
  };
}

/** Joins the audit's key identifier to the key that the sign-in names: the very credential, not just the application. */
const analysis: Analysis = {
  detection: 'added-credential-used',
  title: 'A credential added in this time was used to sign in as the application',
  description: 'A service principal signed in with the very key that the audit log shows being added.',
  severity: 'medium',
  techniques: ['T1078.004', 'T1098.001'],
  next: 'Ask the owner whether they added this key; if not, remove it, revoke the application’s sessions and read all that it did since.',
  falsePositives: ['An ordinary renewal of a secret by the owner of the application or by automation.'],
  references: [
    'https://attack.mitre.org/techniques/T1098/001/',
    'https://learn.microsoft.com/graph/api/resources/signin',
  ],
  logs: ['service-principal-sign-in'],
  query: sql`
    with changed as (
      select file_id, record, time, unnest(targets) as target from scoped_activity
      where operation in ('Update application - Certificates and secrets management', 'Add service principal credentials', 'Add service principal', 'Update application', 'Update service principal')
    ), property as (
      select file_id, record, time, unnest(target.properties) as property from changed
    ), added as (
      select file_id, record, time, lower(unnest(regexp_extract_all(property.new, 'KeyIdentifier=([0-9a-fA-F-]{36})', 1))) as key_id, property.old as old
      from property where property.name = 'KeyDescription'
    ), credential as (
      select * from added where not contains(lower(coalesce(old, '')), key_id)
    ), used as (
      select s.file_id, s.record, c.file_id as added_file, c.record as added_record, coalesce(s.principal, c.key_id) as key
      from scoped_sign_in s join credential c on lower(s.servicePrincipalCredentialKeyId) = c.key_id and s.time >= c.time
      where s.errorCode = 0
    )
    select distinct key, 'sign_in' as source_table, file_id, record from used
    union all
    select distinct key, 'activity', added_file, added_record from used`,
  examples: [
    {
      name: 'the key that was added',
      fires: true,
      records: [credentialAdded('Directory_key_1', key), applicationSignIn('use-1', key)],
    },
    {
      name: 'another key of the application',
      fires: false,
      records: [
        credentialAdded('Directory_key_2', 'dddddddd-0000-4000-8000-00000000000e'),
        applicationSignIn('use-2', 'dddddddd-0000-4000-8000-00000000000f'),
      ],
    },
  ],
};

export default analysis;
