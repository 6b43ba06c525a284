import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'pypi-token',
  title: 'API token of PyPI',
  system: 'Python Package Index',
  severity: 'critical',
  owner: 'user who made it; owners of the project',
  lifetime: 'until removed',
  reset: {
    portal: 'pypi.org > Account settings > API tokens > the token > Remove token; look at what was uploaded since',
  },
  proof: 'security history of the account and of the project: API token removed, new release',
  references: ['https://pypi.org/help/#apitoken'],
  anchors: ['pypi-AgE'],
  // A macaroon in base64 whose location is pypi.org or test.pypi.org.
  expression: /(?<![A-Za-z0-9])(?<secret>pypi-AgE(?:IcHlwaS5vcmc|NdGVzdC5weXBpLm9yZw)[\w-]{50,600})(?![\w-])/g,
  reach: { before: 4, after: 700 },
  isSecret: (secret) => !isInvented(secret.slice(20)),
  shownCharacters: 5,
  examples: [
    {
      text: 'password = pypi-AgEIcHlwaS5vcmcCFakeAwJs7Xk0VmQ_NQV-gz_DEHRfqwOjZkA-7YOzMjLXnT9cBboqmfs0PIFgKNUBe-MF2EQne-99fx9k8FTh90tT6KFwMvzb___7fBL8x6kwsUpKAmckOMYAWpJauG9WMsM4Z-At6oTnWkQ3DEKIU_',
      finds: [
        'pypi-AgEIcHlwaS5vcmcCFakeAwJs7Xk0VmQ_NQV-gz_DEHRfqwOjZkA-7YOzMjLXnT9cBboqmfs0PIFgKNUBe-MF2EQne-99fx9k8FTh90tT6KFwMvzb___7fBL8x6kwsUpKAmckOMYAWpJauG9WMsM4Z-At6oTnWkQ3DEKIU_',
      ],
    },
    { text: 'pypi-AgEIcHlwaS5vcmc', finds: [] },
  ],
};

export default pattern;
