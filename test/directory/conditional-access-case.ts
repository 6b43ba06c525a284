/** Tenants, policies and sign-ins as the oracle of conditional access knows them. */

export interface Policy {
  readonly id: string;
  readonly state: string;
  readonly conditions: {
    readonly users: Readonly<Record<string, unknown>>;
    readonly applications: Readonly<Record<string, unknown>>;
    readonly clientAppTypes: readonly string[];
    readonly platforms?: {
      readonly includePlatforms: readonly string[];
      readonly excludePlatforms: readonly string[];
    } | null;
    readonly locations?: {
      readonly includeLocations: readonly string[];
      readonly excludeLocations: readonly string[];
    } | null;
    readonly signInRiskLevels?: readonly string[];
    readonly userRiskLevels?: readonly string[];
    readonly devices?: unknown;
  };
  readonly grantControls: {
    readonly operator: string;
    readonly builtInControls: readonly string[];
    readonly termsOfUse?: readonly string[];
    readonly authenticationStrength?: {
      readonly id: string;
      readonly displayName: string;
      readonly allowedCombinations: readonly string[];
    } | null;
  } | null;
}

export interface User {
  readonly id: string;
  readonly isGuest: boolean;
}

export interface Tenant {
  readonly id: string;
  readonly users: readonly User[];
  readonly policies: readonly Policy[];
  readonly records: readonly Readonly<Record<string, unknown>>[];
  /** Members by group, direct ones; groups may be members. */
  readonly members: ReadonlyMap<string, readonly string[]>;
  /** Users by role. */
  readonly roles: ReadonlyMap<string, readonly string[]>;
}

export interface SignIn {
  readonly user: string;
  readonly application: string;
  readonly client: string;
  readonly platform: string;
  readonly place: string;
}
