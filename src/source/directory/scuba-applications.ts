import { sql, type Sql } from '../../store/sql.ts';
import { bare, type ItemSql, moment } from '../directory-source.ts';
import { boolean, type Field, json, texts } from '../source.ts';
import type { ScubaFill } from './scuba-fields.ts';

/** What an application of ScubaGear's has. `ObjectId` is an object with both ids, of a service principal alone a text. */
const applicationFields: Readonly<Record<string, Field>> = {
  ...texts({
    application: 'ObjectId/Application',
    servicePrincipal: 'ObjectId/ServicePrincipal',
    appId: 'AppId',
    displayName: 'DisplayName',
  }),
  passwordCredentials: json('PasswordCredentials'),
  keyCredentials: json('KeyCredentials'),
  federatedCredentials: json('FederatedCredentials'),
  permissions: json('Permissions'),
};

const servicePrincipalFields: Readonly<Record<string, Field>> = {
  ...texts({
    servicePrincipal: 'ObjectId',
    appId: 'AppId',
    displayName: 'DisplayName',
    signInAudience: 'SignInAudience',
    appOwnerOrganizationId: 'AppOwnerOrganizationId',
  }),
  passwordCredentials: json('PasswordCredentials'),
  keyCredentials: json('KeyCredentials'),
  permissions: json('Permissions'),
};

const credentialFields = {
  ...texts({ keyId: 'KeyId', displayName: 'DisplayName', start: 'StartDateTime', end: 'EndDateTime' }),
  isFromApplication: boolean('IsFromApplication'),
};

type Each = NonNullable<ScubaFill['each']>;

/** Where applications are, as levels, and the number of the level that is the application. */
interface Place {
  readonly each: Each;
  readonly isInner?: boolean;
}

/** The application, and what is in a list of it. */
type Columns = (app: ItemSql, item: ItemSql) => Readonly<Record<string, Sql>>;

function fillOf(
  table: ScubaFill['table'],
  place: Place,
  further: Each,
  columns: Columns,
  where?: (item: ItemSql) => Sql,
): ScubaFill {
  const isInner = place.isInner === true;
  return {
    table,
    each: [...place.each, ...further],
    ...(where === undefined
      ? {}
      : { where: (_, item, inner, innermost) => where(further.length === 0 ? item : isInner ? innermost : inner) }),
    columns: (_, item, inner, innermost) => (isInner ? columns(inner, innermost) : columns(item, inner)),
  };
}

const servicePrincipal = (place: Place, more: (app: ItemSql) => Record<string, Sql> = () => ({})): ScubaFill =>
  fillOf('service_principal', place, [], (app) => ({
    id: bare(app('servicePrincipal')),
    appId: bare(app('appId')),
    displayName: app('displayName'),
    ...more(app),
  }));

/** Secrets and certificates; those of an application that are not its own are its service principal's. */
const credentials = (place: Place, list: string, type: string, isApplication: boolean): ScubaFill =>
  fillOf('credential', place, [{ list, fields: credentialFields }], (app, item) => {
    const isOwn = isApplication ? sql`coalesce(${item('isFromApplication')}, true)` : sql`false`;
    return {
      ownerId: isApplication
        ? sql`case when ${isOwn} then ${bare(app('application'))} else ${bare(app('servicePrincipal'))} end`
        : bare(app('servicePrincipal')),
      ownerType: sql`case when ${isOwn} then 'application' else 'servicePrincipal' end`,
      appId: bare(app('appId')),
      keyId: bare(item('keyId')),
      type: sql`${type}`,
      displayName: item('displayName'),
      startDateTime: moment(item('start')),
      endDateTime: moment(item('end')),
    };
  });

const federated = (place: Place): ScubaFill =>
  fillOf(
    'credential',
    place,
    [
      {
        list: 'federatedCredentials',
        fields: texts({ id: 'Id', name: 'Name', issuer: 'Issuer', subject: 'Subject' }),
      },
    ],
    (app, item) => ({
      ownerId: bare(app('application')),
      ownerType: sql`'application'`,
      appId: bare(app('appId')),
      keyId: bare(item('id')),
      type: sql`'federated'`,
      displayName: item('name'),
      issuer: item('issuer'),
      subject: item('subject'),
    }),
  );

/** Roles that were granted. The others in the list were only asked for, and delegated permissions are never more than that. */
const granted = (place: Place): ScubaFill =>
  fillOf(
    'app_role_assignment',
    place,
    [
      {
        list: 'permissions',
        fields: {
          ...texts({ id: 'RoleId', type: 'RoleType', value: 'RoleDisplayName', resource: 'ApplicationDisplayName' }),
          isConsented: boolean('IsAdminConsented'),
        },
      },
    ],
    (app, item) => ({
      principalId: bare(app('servicePrincipal')),
      principalType: sql`'ServicePrincipal'`,
      appRoleId: bare(item('id')),
      value: item('value'),
      resourceName: item('resource'),
    }),
    (item) => sql`${item('isConsented')} and ${item('type')} = 'Application'`,
  );

function applications(place: Place): ScubaFill[] {
  return [
    fillOf('application', place, [], (app) => ({
      id: bare(app('application')),
      appId: bare(app('appId')),
      displayName: app('displayName'),
    })),
    servicePrincipal(place),
    credentials(place, 'passwordCredentials', 'secret', true),
    credentials(place, 'keyCredentials', 'certificate', true),
    federated(place),
    granted(place),
  ];
}

function servicePrincipals(place: Place): ScubaFill[] {
  return [
    servicePrincipal(place, (app) => ({
      signInAudience: app('signInAudience'),
      appOwnerOrganizationId: bare(app('appOwnerOrganizationId')),
    })),
    credentials(place, 'passwordCredentials', 'secret', false),
    credentials(place, 'keyCredentials', 'certificate', false),
    granted(place),
  ];
}

/** Applications that may do much, those of others among them, and those that connect Exchange on the premises. */
export const scubaApplicationFills: readonly ScubaFill[] = [
  ...applications({ each: [{ list: 'riskyApplications', fields: applicationFields }] }),
  ...servicePrincipals({ each: [{ list: 'riskyServicePrincipals', fields: servicePrincipalFields }] }),
  ...servicePrincipals({ each: [{ list: 'legacyExchange', fields: servicePrincipalFields }] }),
  ...applications({
    each: [
      { list: 'exchangeHybrid', fields: { apps: json('Apps') } },
      { list: 'apps', fields: applicationFields },
    ],
    isInner: true,
  }),
];
