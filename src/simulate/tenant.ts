/** The fictional tenants of the simulation: production and its forgotten test tenant. */
export const tenant = {
  id: '7c1f0c3a-52d6-4b0e-9a57-1e6f3d2b8c40',
  name: 'Frostline',
  domain: 'frostline.example',
} as const;

export const testTenant = {
  id: 'b83e5d17-09c4-4f7a-8d21-6a4c90e7f512',
  name: 'Frostline Test',
  domain: 'frostline-test.example',
} as const;

/** The tenant of Microsoft that its services are of. */
export const microsoftServices = 'f8cdef31-a31e-4b4a-93e4-5f571e91255a';
