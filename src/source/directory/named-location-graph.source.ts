import { sql } from '../../store/sql.ts';
import { bare, defineDirectorySource, list } from '../directory-source.ts';
import { boolean, json, sameNamed, texts } from '../source.ts';
import { pluck } from './list-part.ts';

/** Graph `identity/conditionalAccess/namedLocations`. */
export default defineDirectorySource({
  id: 'named-location-graph',
  title: 'Named locations as Graph gives them (JSON)',
  reference: 'https://learn.microsoft.com/graph/api/resources/namedlocation',
  table: 'directory',
  fields: {
    ...texts({ id: 'id', displayName: 'displayName' }),
    isTrusted: boolean('isTrusted'),
    ipRanges: json('ipRanges'),
    countriesAndRegions: json('countriesAndRegions'),
    // `Get-MgIdentityConditionalAccessNamedLocation` puts aside what only one type of location has.
    otherIsTrusted: boolean('additionalProperties/isTrusted'),
    otherIpRanges: json('additionalProperties/ipRanges'),
    otherCountriesAndRegions: json('additionalProperties/countriesAndRegions'),
  },
  requires: [['id'], ['displayName'], ['ipRanges', 'countriesAndRegions', 'otherIpRanges', 'otherCountriesAndRegions']],
  fills: [
    {
      table: 'named_location',
      columns: (field) => ({
        ...sameNamed(field, ['displayName']),
        id: bare(field.id),
        isTrusted: sql`coalesce(${field.isTrusted}, ${field.otherIsTrusted})`,
        ranges: pluck(sql`coalesce(${field.ipRanges}, ${field.otherIpRanges})`, 'cidrAddress', 'CidrAddress'),
        countries: list(sql`coalesce(${field.countriesAndRegions}, ${field.otherCountriesAndRegions})`),
      }),
    },
  ],
  examples: [
    {
      name: 'trusted addresses',
      record: {
        '@odata.type': '#microsoft.graph.ipNamedLocation',
        id: 'DDDD0000-0000-4000-8000-000000000001',
        displayName: 'Head office',
        modifiedDateTime: '2023-05-06T07:08:09Z',
        isTrusted: true,
        ipRanges: [
          { '@odata.type': '#microsoft.graph.iPv4CidrRange', cidrAddress: '198.51.100.0/24' },
          { '@odata.type': '#microsoft.graph.iPv6CidrRange', cidrAddress: '2001:db8::/32' },
        ],
      },
      becomes: {
        named_location: [
          {
            id: 'dddd0000-0000-4000-8000-000000000001',
            displayName: 'Head office',
            isTrusted: 'true',
            ranges: '198.51.100.0/24,2001:db8::/32',
            countries: null,
          },
        ],
      },
    },
    {
      name: 'countries, as Goose writes them without the type',
      record: {
        countriesAndRegions: ['NO', 'SE'],
        countryLookupMethod: 'clientIpAddress',
        displayName: 'Nordic',
        id: 'l2',
        includeUnknownCountriesAndRegions: false,
      },
      becomes: { named_location: [{ id: 'l2', isTrusted: null, ranges: null, countries: 'NO,SE' }] },
    },
    {
      name: 'by PowerShell, which puts properties aside, one range as an object',
      record: {
        Id: 'l3',
        DisplayName: 'Home',
        AdditionalProperties: {
          '@odata.type': '#microsoft.graph.ipNamedLocation',
          isTrusted: false,
          ipRanges: { '@odata.type': '#microsoft.graph.iPv4CidrRange', cidrAddress: '203.0.113.7/32' },
        },
      },
      becomes: { named_location: [{ id: 'l3', isTrusted: 'false', ranges: '203.0.113.7/32' }] },
    },
  ],
});
