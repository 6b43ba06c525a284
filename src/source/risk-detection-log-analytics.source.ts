import { sql } from '../store/sql.ts';
import { riskColumns, riskFields, riskRequires } from './risk-detection-columns.ts';
import { defineSource, text } from './source.ts';

/** The tables AADUserRiskEvents and AADServicePrincipalRiskEvents of a Log Analytics workspace. */
export default defineSource({
  id: 'risk-detection-log-analytics',
  title: 'Entra ID Protection risk detections from Log Analytics or Sentinel (JSON, CSV)',
  reference: 'https://learn.microsoft.com/azure/azure-monitor/reference/tables/aaduserriskevents',
  table: 'activity',
  logs: ['risk-detection'],
  fields: {
    timeGenerated: text('TimeGenerated'),
    timeGeneratedUtc: text('TimeGenerated [UTC]'),
    activityDateTimeUtc: text('ActivityDateTime [UTC]'),
    detectedDateTimeUtc: text('DetectedDateTime [UTC]'),
    ...riskFields(),
  },
  requires: [...riskRequires, ['timeGenerated', 'timeGeneratedUtc']],
  columns: (field) => {
    const columns = riskColumns(field);
    return {
      ...columns,
      time: sql`coalesce(instant(${field.activityDateTime}), instant(${field.activityDateTimeUtc}),
        instant(${field.detectedDateTime}), instant(${field.detectedDateTimeUtc}),
        instant(${field.timeGenerated}), instant(${field.timeGeneratedUtc}))`,
    };
  },
  examples: [
    {
      name: 'an anonymous address, as the portal writes CSV',
      record: {
        'TimeGenerated [UTC]': '1/10/2024, 6:50:00.000 AM',
        'ActivityDateTime [UTC]': '1/10/2024, 6:41:07.133 AM',
        'DetectedDateTime [UTC]': '1/10/2024, 6:42:00.000 AM',
        OperationName: 'User Risk Detection',
        Id: 'ra03',
        RiskEventType: 'anonymizedIPAddress',
        RiskState: 'remediated',
        RiskLevel: 'medium',
        RiskDetail: 'userPassedMFADrivenByRiskBasedPolicy',
        IpAddress: '203.0.113.7',
        UserId: 'uuuu',
        UserPrincipalName: 'nora.lind@frostline.example',
        AdditionalInfo: '[{"Key":"userAgent","Value":"curl/8"}]',
      },
      becomes: {
        time: '2024-01-10T06:41:07.133Z',
        operation: 'anonymizedIPAddress',
        principal: 'nora.lind@frostline.example',
        ip: '203.0.113.7',
        userAgent: 'curl/8',
        result: 'remediated',
        resultReason: 'userPassedMFADrivenByRiskBasedPolicy',
      },
    },
    {
      name: 'a row of the risky users is none',
      record: {
        TimeGenerated: '2024-01-10T06:41:07Z',
        OperationName: 'Risky user',
        UserPrincipalName: 'a@frostline.example',
        RiskState: 'atRisk',
      },
      becomes: undefined,
    },
  ],
});
