import { clientPart, form, formPart, forms, machinePart, outcomePart, unknownMachine, usePart } from '../habit/deed.ts';
import { outcome, outcomeOf } from '../habit/outcome.ts';
import { useOf } from '../habit/target-application.ts';
import { clientOf } from '../population/client.ts';
import type { Workload } from '../population/workload.ts';
import { Random } from '../random.ts';
import type { SignIn } from '../record.ts';
import type { Account } from '../scenario/account.ts';
import { servicePrincipalSignIn, userSignIn } from '../scenario/make-sign-in.ts';
import type { Place } from '../scenario/place.ts';
import type { Texts } from './slot.ts';

/** What records say of the tenant. */
export interface TenantName {
  readonly tenantId: string;
  readonly domain: string;
}

/** Whatever a maker draws is replaced, so the seed does not matter. */
export const anyChance = () => new Random('');

/** The sign-in of a person that a code describes, with these values. */
export function userSignInOf(code: number, tenant: TenantName, texts: Texts): SignIn {
  const { errorCode, factor, failureReason } = outcomeOf(outcomePart(code));
  const formNumber = formPart(code);
  const machine = clientOf(clientPart(code));
  const legacyProtocol = formNumber >= form.imap ? forms[formNumber] : undefined;
  const isRenewal = formNumber === form.renewal;
  const isUnknownUser = outcomePart(code) === outcome.unknownUser;
  const account = { ...accountOf(texts, tenant), ...machine };
  const record = userSignIn(anyChance(), {
    time: `${texts.time}Z`,
    account: isUnknownUser ? { ...account, id: '', displayName: '' } : account,
    place: placeOf(texts),
    ...useOf(usePart(code)),
    kind: isRenewal ? 'nonInteractiveUser' : 'interactiveUser',
    errorCode,
    isMultiFactor: factor !== 'none',
    isPasswordFlow: formNumber === form.passwordFlow,
    ...(machinePart(code) === unknownMachine ? { foreignMachine: machine } : {}),
    ...(legacyProtocol === undefined ? {} : { legacyProtocol }),
    sessionId: texts.sessionId,
  });
  return {
    ...record,
    ...drawn(texts),
    // A phone's mail program has a name of its own; only what Exchange hands on itself has not.
    ...(formNumber === form.activeSync ? { userAgent: machine.userAgent } : {}),
    status: {
      ...record.status,
      ...(failureReason === undefined ? {} : { failureReason }),
      ...(factor === 'claimed' && errorCode === 0
        ? { additionalDetails: 'MFA requirement satisfied by claim in the token' }
        : {}),
    },
    ...(factor === 'claimed' ? { mfaDetail: null } : {}),
  };
}

/** The sign-in of an application. */
export function workloadSignInOf(
  workload: Workload,
  keyId: string,
  result: number,
  { tenantId }: TenantName,
  texts: Texts,
): SignIn {
  const { errorCode, failureReason } = outcomeOf(result);
  const record = servicePrincipalSignIn(anyChance(), {
    time: `${texts.time}Z`,
    application: workload,
    place: placeOf(texts),
    resource: workload.resource,
    keyId,
    tenantId,
  });
  const status = { ...record.status, errorCode, failureReason: failureReason ?? record.status.failureReason };
  return { ...record, ...drawn(texts), status };
}

/** What the makers leave to chance. */
function drawn(texts: Texts) {
  return {
    id: texts.id,
    originalRequestId: texts.id,
    correlationId: texts.correlationId,
    uniqueTokenIdentifier: texts.tokenId,
    processingTimeInMilliseconds: Number(texts.milliseconds),
  };
}

export function accountOf(texts: Texts, { tenantId, domain }: TenantName): Account {
  const place = placeOf(texts);
  return {
    id: texts.userId,
    displayName: texts.displayName,
    userPrincipalName: `${texts.signInName}@${domain}`,
    tenantId,
    office: place,
    home: place,
    deviceId: texts.deviceId,
    mailboxGuid: texts.mailboxGuid,
    operatingSystem: '',
    browser: '',
    userAgent: '',
  };
}

export function placeOf(texts: Texts): Place {
  return {
    ipAddress: texts.ip,
    autonomousSystemNumber: Number(texts.autonomousSystem),
    city: texts.city,
    state: texts.state,
    countryOrRegion: texts.country,
    latitude: Number(texts.latitude),
    longitude: Number(texts.longitude),
  };
}
