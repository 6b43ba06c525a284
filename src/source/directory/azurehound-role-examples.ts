import type { DirectoryExample } from '../directory-source.ts';

const tenantId = 'AAAA0000-0000-4000-8000-0000000000FF';

/** Roles as AzureHound writes them. */
export const azurehoundRoleExamples: readonly DirectoryExample[] = [
  {
    name: 'a role',
    record: {
      kind: 'AZRole',
      data: {
        id: '62E90394-69F5-4237-9190-012177145E10',
        displayName: 'Global Administrator',
        isBuiltIn: true,
        rolePermissions: [{ allowedResourceActions: ['a', 'b'] }, { allowedResourceActions: ['c'] }],
        templateId: '62e90394-69f5-4237-9190-012177145e10',
      },
    },
    becomes: {
      role_definition: [{ id: '62e90394-69f5-4237-9190-012177145e10', isBuiltIn: 'true', actions: 'a,b,c' }],
    },
  },
  {
    name: 'who has a role',
    record: {
      kind: 'AZRoleAssignment',
      data: {
        roleDefinitionId: 'R1',
        roleAssignments: [{ id: 'X', roleDefinitionId: 'R1', principalId: 'U1', directoryScopeId: '/' }],
        tenantId,
      },
    },
    becomes: { role_assignment: [{ principalId: 'u1', roleId: 'r1', scope: '/', state: 'active' }] },
  },
  {
    name: 'who may take a role',
    record: {
      kind: 'AZRoleEligibilityScheduleInstance',
      data: {
        id: 'X',
        roleDefinitionId: 'R1',
        principalId: 'U2',
        directoryScopeId: '/',
        startDateTime: '2024-01-01',
      },
    },
    becomes: { role_assignment: [{ principalId: 'u2', roleId: 'r1', state: 'eligible' }] },
  },
  {
    name: 'what PIM asks of who takes a role',
    record: {
      kind: 'AZRoleManagementPolicyAssignment',
      data: { id: 'X', roleDefinitionId: 'R1', endUserAssignmentRequiresMFA: true, tenantId },
    },
    becomes: {
      setting: [
        {
          policy: 'roleManagementPolicy',
          object: 'r1',
          path: 'approval_enduser_assignment.setting.isapprovalrequired',
          value: 'false',
        },
        { path: 'authenticationcontext_enduser_assignment.isenabled', value: 'false' },
        { path: 'enablement_enduser_assignment.enabledrules[0]', value: 'MultiFactorAuthentication' },
      ],
    },
  },
];
