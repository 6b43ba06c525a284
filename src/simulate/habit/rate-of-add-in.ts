/** How programs of other makers that read mail come and are used. All of it is our judgement. */
export const rates = {
  /** Smaller tenants meet such a program too rarely for the time that is simulated. */
  peopleAtLeast: 100,
  /** Days after the first at which each of them comes, least and most: into a tenant that was watched before. */
  beginsAfterDays: [4, 30],
  /** How many people let it read their mail, least and most. A trial is made by one or two. */
  users: { team: [3, 8], spread: [3, 12], trial: [1, 2] },
  /** Days between two people of those who follow each other, at most and times their number. */
  daysBetween: 3,
  /** Working days on which somebody who has it opens it. */
  visits: 0.35,
  /** Times a day that its server asks for a token and reads what is new. */
  runsPerDay: 2,
} as const;
