import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'azure-logic-app-callback-url',
  title: 'Callback URL of a Logic App or Power Automate flow',
  system: 'Azure Logic Apps',
  severity: 'high',
  owner: 'owner of the logic app or flow',
  lifetime: 'until the access key is regenerated',
  reset: {
    portal:
      'Azure portal > Logic Apps > the app > Access keys > Regenerate primary and secondary; a flow of Power Automate: save it under a new name and delete the old one, or let only signed-in users trigger it',
    command:
      'az rest --method post --url <id of the workflow>/regenerateAccessKey?api-version=2019-05-01 --body \'{"keyType":"Primary"}\'',
  },
  proof: 'activity log: Microsoft.Logic/workflows/regenerateAccessKey/action; run history of the app since the leak',
  references: ['https://learn.microsoft.com/en-us/azure/logic-apps/logic-apps-securing-a-logic-app'],
  anchors: ['logic.azure.com', 'logic.azure.us'],
  expression:
    /https:\/\/(?<host>[\w-]{1,60}\.[\w-]{2,40}\.logic\.azure\.(?:com|us|cn))(?::443)?\/workflows\/(?<account>[0-9a-f]{32})\/[^\s"'<>]{0,300}?[?&;]sig=(?<secret>[\w-]{43})(?![\w-])/gi,
  isSecret: (secret) => !isInvented(secret),
  examples: [
    {
      text: 'POST https://prod-01.westeurope.logic.azure.com:443/workflows/fa4ed39b6cc957863e67344bbef73893/triggers/manual/paths/invoke?api-version=2016-10-01&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=FakeELAC1j_DDG3_u9zsK6k358Ie_iZBuQOo-91iqYj',
      finds: ['FakeELAC1j_DDG3_u9zsK6k358Ie_iZBuQOo-91iqYj'],
    },
    {
      text: '<https://prod-01.westeurope.logic.azure.com/workflows/fa4e3f6825604f0245f0ca4231f94b7d/triggers/When_a_HTTP_request/paths/invoke?api-version=2016-06-01&amp;sp=x&amp;sv=1.0&amp;sig=Fakes-iH8HJjBJ9-dIm8Mi1zbuG3td_UDS1G9uqaB-A>.',
      finds: ['Fakes-iH8HJjBJ9-dIm8Mi1zbuG3td_UDS1G9uqaB-A'],
    },
    {
      text: 'https://prod-01.westeurope.logic.azure.com/workflows/fa4e556de55f8cb3072e92fa2acb1785/triggers/manual/paths/invoke?sig={sig}',
      finds: [],
    },
  ],
};

export default pattern;
