/** Where traffic comes from: an address that belongs to nobody, its network's number and a town. */
export interface Place {
  readonly ipAddress: string;
  readonly autonomousSystemNumber: number;
  readonly city: string;
  readonly state: string;
  readonly countryOrRegion: string;
  readonly latitude: number;
  readonly longitude: number;
}
