import type { SlotName } from './slot.ts';
import { slotNames } from './slot.ts';

/** Values that are worked out only for stencils that have holes for them, one bit each; all others are worked out for every record. */
export const need = { oddTime: 1, correlation: 2, token: 4, town: 8, request: 16 } as const;

export const allNeeds = Object.values(need).reduce((all, bit) => all | bit, 0);

const needs: Partial<Record<SlotName, number>> = {
  american: need.oddTime,
  americanPrecise: need.oddTime,
  epochSecond: need.oddTime,
  correlationId: need.correlation,
  tokenId: need.token,
  city: need.town,
  state: need.town,
  country: need.town,
  latitude: need.town,
  longitude: need.town,
  autonomousSystem: need.town,
  requestId: need.request,
  size: need.request,
  duration: need.request,
};

/** By number of the slot. */
export const slotNeeds: readonly number[] = slotNames.map((name) => needs[name] ?? 0);
