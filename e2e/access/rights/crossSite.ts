import { thisRun } from '../../fixtures/run.ts';

const elsewhere = 'https://elsewhere.example';

/** What a request looks like that another site’s page caused, or that lies about where it was sent. */
export const foreignRequests = (): Record<string, Record<string, string>> => {
  const origin = thisRun().url;
  return {
    'the Origin of another site': { origin: elsewhere },
    'the Origin of another port': { origin: 'http://localhost:1' },
    'an Origin that is hidden': { origin: 'null' },
    'no Origin': {},
    'no Origin, sent by another site': { 'sec-fetch-site': 'cross-site' },
    'our Origin, sent by another site': { origin, 'sec-fetch-site': 'cross-site' },
    'our Origin, sent by a neighbouring site': { origin, 'sec-fetch-site': 'same-site' },
    'the Origin of another site, with its name as forwarded host': {
      origin: elsewhere,
      'x-forwarded-host': 'elsewhere.example',
    },
    'the Origin of another site, with its name as host': { origin: elsewhere, host: 'elsewhere.example' },
    'our Origin, with another forwarded host': { origin, 'x-forwarded-host': 'elsewhere.example' },
  };
};
