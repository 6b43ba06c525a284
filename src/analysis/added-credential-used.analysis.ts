import { sql } from '../store/sql.ts';
import type { Analysis } from './analysis.ts';
import { networkOf } from './story/network.ts';

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

function applicationSignIn(id: string, keyId: string, day = 11) {
  return {
    id,
    createdDateTime: `2024-01-${day}T06:00:00Z`,
    servicePrincipalId: 'bbbbbbbb-0000-4000-8000-00000000000c',
    servicePrincipalName: 'Legacy mail test',
    servicePrincipalCredentialKeyId: keyId,
    appId: 'cccccccc-0000-4000-8000-00000000000d',
    ipAddress: '203.0.113.7',
    signInEventTypes: ['servicePrincipal'],
    status: { errorCode: 0 },
  };
}

/**
 * Joins the audit's key identifier to the key that the sign-in names: the very credential, not just the application. Where the
 * application was before with another key, it was renewed; that is left out.
 */
const used = sql`
  with changed as (
    select file_id, record, time, principal, unnest(flatten(list_transform(targets, lambda t: t.properties))) as property from scoped_activity
    where list_contains(['Update application - Certificates and secrets management', 'Add service principal credentials', 'Add service principal', 'Update application', 'Update service principal'], operation)
  ), added as (
    select file_id, record, time, principal, lower(unnest(regexp_extract_all(property.new, 'KeyIdentifier=([0-9a-fA-F-]{36})', 1))) as key_id, property.old as old
    from changed where property.name = 'KeyDescription'
  ), credential as (
    select * from added where not contains(lower(coalesce(old, '')), key_id)
  ), signed as (
    select file_id, record, time, coalesce(principal, appId) as application, lower(appId) as appId, lower(servicePrincipalCredentialKeyId) as key_id,
      ${networkOf(sql`autonomousSystemNumber`, sql`ip`)} as network, ip
    from scoped_sign_in where log = 'service-principal-sign-in' and errorCode = 0
  ), place as (
    select appId, network, min(time) as first from signed group by all
  )
  select s.*, c.file_id as added_file, c.record as added_record, c.time as added, c.principal as added_by
  from signed s join credential c on s.key_id = c.key_id and s.time >= c.time
  left join place p on p.appId = s.appId and p.network = s.network
  where p.first is null or p.first >= c.time`;

const analysis: Analysis = {
  detection: 'added-credential-used',
  title: 'A credential added in this time was used to sign in as the application from a new place',
  description:
    'A service principal signed in with the very key that the audit log shows being added, from a network where the application had not been before.',
  severity: 'medium',
  techniques: ['T1078.004', 'T1098.001'],
  next: 'Ask the owner whether they added this key; if not, remove it, revoke the application’s sessions and read all that it did since.',
  falsePositives: ['New software, or software that was moved and got a new secret for it.'],
  references: [
    'https://attack.mitre.org/techniques/T1098/001/',
    'https://learn.microsoft.com/graph/api/resources/signin',
  ],
  logs: ['service-principal-sign-in'],
  query: sql`
    select distinct application as key, 'sign_in' as source_table, file_id, record from (${used})
    union all
    select distinct application, 'activity', added_file, added_record from (${used})`,
  reasons: sql`
    select application as key, 'Added ' || strftime(min(added), '%Y-%m-%d %H:%M') || ' UTC by ' || coalesce(arg_min(added_by, added), 'somebody')
      || ', first used ' || strftime(min(time), '%Y-%m-%d %H:%M') || ' UTC from ' || coalesce(arg_min(ip, time), 'an unknown address')
      || '; ' || count(distinct (file_id, record)) || case when count(distinct (file_id, record)) = 1 then ' sign-in' else ' sign-ins' end
      || ' with it, from networks where the application had not been before.' as why
    from (${used}) group by application`,
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
    {
      name: 'a renewal: the application goes on from where it was',
      fires: false,
      records: [
        applicationSignIn('use-3', 'dddddddd-0000-4000-8000-000000000010', 8),
        credentialAdded('Directory_key_3', 'dddddddd-0000-4000-8000-000000000011'),
        applicationSignIn('use-4', 'dddddddd-0000-4000-8000-000000000011'),
      ],
    },
  ],
};

export default analysis;
