/** `examples/README.md`. */
export const exampleReadme = `# Example evidence

Everything here is synthetic. The companies, people, applications and ids do not exist, and every address is from a range that
belongs to nobody. It is what this command writes, and two runs give the same bytes:

\`\`\`console
snowfence simulate --out ./examples --format mixed --users 20 --days 61 --activity 1
\`\`\`

More of it, in other formats and with other attacks: [the simulation](../docs/guide/simulate.md).

The story follows what Microsoft published about the intrusion of 2023 and 2024
([guidance for responders](https://www.microsoft.com/en-us/security/blog/2024/01/25/midnight-blizzard-guidance-for-responders-on-nation-state-attack/)):

1. A slow password spray on the test tenant \`frostline-test.example\`, an address a guess. On 4 December 2023 a legacy test account
   without a second factor falls, and the attacker enrols one.
2. The account adds a secret to a legacy test application that has power over the production tenant \`frostline.example\`, and six
   days later registers two more applications.
3. With that secret the application enumerates the production directory, makes a user and a Global Administrator of it.
4. The new user consents to the two applications and hides warnings with an inbox rule; the legacy application grants them
   \`full_access_as_app\` on Office 365 Exchange Online, and one of them \`Mail.Read\` on Microsoft Graph.
5. They read the mail of executives and administrators, mostly over Exchange Web Services, once so much that logging was throttled.

The directories of both tenants are as they were at the end, with what the attacker made and with what let it happen:
\`snowfence audit\` and \`snowfence paths\` read them.

Among it are ordinary days from 13 November 2023 to 12 January 2024: sign-ins, mistyped passwords, scanners that guess at names, a
mail backup, and administrators who rightly do what the attacker does too.

\`truth.json\` lists the attacker's records for each step by their ids (\`requestId\` for Graph activity). A record can be in several exports.
Below \`posture\` and \`paths\` it says what is weak in the directories and where that leads.

## Files

| below \`evidence/\` | holds |
|---|---|
| \`test-tenant/SignIns.zip\` | sign-ins of the test tenant, CSV of the Entra admin center |
| \`test-tenant/AuditLogs_*.json\` | directory audits of the test tenant, JSON of the Entra admin center |
| \`goose/entraid/signin_rt/*.json.gz\` | users' sign-ins until 19 December, Untitled Goose Tool, gzip |
| \`entra/InteractiveSignIns_*.json\` | interactive sign-ins from 20 to 22 December, JSON of the Entra admin center |
| \`entra/NonInteractiveSignIns_*.zip\` | the non-interactive ones of those days, CSV in a zip |
| \`mes/Output.zip\` | users' sign-ins from 23 December, Microsoft-Extractor-Suite, arrays one after another |
| \`mes/Output/EntraID/…/SignInLogs-servicePrincipal-Combined.json\` | applications' sign-ins from 5 January |
| \`sentinel/AADServicePrincipalSignInLogs.csv\` | applications' sign-ins of the whole time, Log Analytics |
| \`diagnostic/insights-logs-auditlogs/…/PT1H.json\` | directory audits of the production tenant, diagnostic settings |
| \`diagnostic/graph-activity.zip\` | requests to Microsoft Graph, diagnostic settings |
| \`goose/m365/ual_*.json.gz\` | unified audit log until 2 January |
| \`purview/audit-export.csv.gz\` | unified audit log from 1 January, with a byte order mark |
| \`directory/2024-01-13T000000.zip\` | directory of the production tenant: Microsoft Graph and Exchange Online PowerShell, JSON in a zip |
| \`test-tenant/directory/2024-01-13T000000.zip\` | directory of the test tenant |
| \`exchange/UnifiedAuditLog.json\` | inbox rules only, Windows PowerShell, UTF-16 |

## On purpose

- No file has a user's sign-in of 13 December 2023 in the production tenant: a gap.
- The file of Graph activity breaks off within its last line: one record cannot be read.
- Applications' sign-ins from 5 January, the unified audit log of 1 and 2 January, and the inbox rules are in two files: duplicates.
`;
