/** The story runs from the first guess to the day of discovery, with quiet days before it that show what is usual. */
export const firstDay = '2023-11-13';
export const lastDay = '2024-01-12';
/** Office hours of the company in UTC. */
export const officeHours = { from: 15, to: 24 } as const;
