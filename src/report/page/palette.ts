/**
 * Colours of the page and of its pictures. Text has a contrast of at least 4.5 to 1 on paper and panel, in light and in
 * dark. Paper is always light.
 */
export const palette: string = `:root {
  color-scheme: light;
  --paper: #fcfcfb; --panel: #f4f5f4; --ink: #1c2226; --ink-2: #566067; --line: #e3e6e6; --line-2: #c3c9ca;
  --accent: #5b8296; --accent-ink: #1f5870; --absent: #e2e6e6; --gap: #f0b7a6;
  --critical: #a3122e; --high: #b8500f; --medium: #846700; --low: #4c6b7d;
  --badge-ink: #ffffff;
  --success: #7fa891; --wrong-password: #d3a24c; --locked: #7b6a9c; --stopped: #b3213c; --other: #9aa4a9;
  --spray-all: #b9c1c4; --spray-strange: #d3a24c;
  --stage-spray: #7d6608; --stage-foothold: #b8500f; --stage-mfa-enrolment: #8c5a3c;
  --stage-application-credential: #1d6a8a; --stage-malicious-application: #2563ad; --stage-service-principal-sign-in: #4a55b5;
  --stage-enumeration: #5b656c; --stage-new-user: #5a7312; --stage-consent: #2a7a50; --stage-directory-role: #0f766e;
  --stage-full-access: #8a3ea8; --stage-mail-access: #b3122e; --stage-hiding: #2b2f33;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    color-scheme: dark;
    --paper: #14181b; --panel: #1c2226; --ink: #e4e8ea; --ink-2: #a0abb1; --line: #2a3237; --line-2: #435059;
    --accent: #6f9fb5; --accent-ink: #8cc3db; --absent: #2c353a; --gap: #7d4434;
    --critical: #ff8594; --high: #f5a263; --medium: #ddc155; --low: #96b4c6;
    --badge-ink: #14181b;
    --success: #6a9c80; --wrong-password: #cf9f4a; --locked: #a392c9; --stopped: #ff6f83; --other: #6e797f;
    --spray-all: #4a565d; --spray-strange: #b98a3d;
    --stage-spray: #d9bf57; --stage-foothold: #f5a263; --stage-mfa-enrolment: #cfa283;
    --stage-application-credential: #6cb9d6; --stage-malicious-application: #7fb0ee; --stage-service-principal-sign-in: #a3adf2;
    --stage-enumeration: #a5b0b6; --stage-new-user: #b4cc6a; --stage-consent: #79c79c; --stage-directory-role: #5fc9bd;
    --stage-full-access: #cf95e6; --stage-mail-access: #ff8594; --stage-hiding: #eceff1;
  }
}`;
