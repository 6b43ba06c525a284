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
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    color-scheme: dark;
    --paper: #14181b; --panel: #1c2226; --ink: #e4e8ea; --ink-2: #a0abb1; --line: #2a3237; --line-2: #435059;
    --accent: #6f9fb5; --accent-ink: #8cc3db; --absent: #2c353a; --gap: #7d4434;
    --critical: #ff8594; --high: #f5a263; --medium: #ddc155; --low: #96b4c6;
    --badge-ink: #14181b;
    --success: #6a9c80; --wrong-password: #cf9f4a; --locked: #a392c9; --stopped: #ff6f83; --other: #6e797f;
  }
}`;
