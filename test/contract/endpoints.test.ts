/** Each endpoint of the client says what its page in `openapi/` says. */

import { TOKEN_INTERFACE } from '../../aicc/auth/bearer/tokenRequest';
import { HuaweiAiccAkSkApi } from '../../credentials/HuaweiAiccAkSkApi.credentials';
import { HuaweiAiccTokenApi } from '../../credentials/HuaweiAiccTokenApi.credentials';
import { exists } from '../unit/guards/project';
import { FACTS } from './comparison';
import { placesOf, readDescription, type Description, type Place } from './description';
import { endpointFiles } from './endpointFiles';
import { requestFields } from './fields';

const CREDENTIALS = { token: new HuaweiAiccTokenApi(), akSk: new HuaweiAiccAkSkApi() };

let description: Description;
let places: Map<string, Place>;

beforeAll(async () => {
	description = await readDescription();
	places = placesOf(description);
}, 60_000);

function placeOf(name: string): Place {
	const place = places.get(name);
	if (!place) throw new Error(`There is no operation ${name} in openapi/`);
	return place;
}

it('finds endpoints', () => {
	expect(endpointFiles).not.toEqual([]);
});

describe.each(endpointFiles)('$file', ({ file, product, name, endpoint }) => {
	const page = `openapi/${product}/${name}.yaml`;

	it('exports its endpoint', () => {
		if (endpoint) return;
		throw new Error(`${file}: export const ${name} = ${product}.endpoint({ … })`);
	});

	// A page that is missing is named by test/unit/guards/interfaces.test.js.
	if (!endpoint || !exists(page)) return;

	it('has its address in the credential', () => {
		const { properties } = CREDENTIALS[endpoint.authentication];
		expect(properties.map((property) => property.name)).toContain(endpoint.baseUrl);
	});

	it.each(Object.entries(FACTS))('says of %s what its page says', (_, differencesOf) => {
		const differences = differencesOf({ endpoint, place: placeOf(name), description }, places);
		const lines = differences.map((one) => `${file}: ${one.replace('openapi/', page)}`);
		expect(lines.join('\n')).toBe('');
	});
});

describe('the token interface', () => {
	it('is asked as its page says', () => {
		const { pointer, method, operation } = placeOf('tokenByAkSk');
		const lifetime = requestFields(description, operation).find(
			([field]) => field === 'X-Token-Expire',
		);
		expect(pointer).toContain(TOKEN_INTERFACE.path.replaceAll('/', '~1'));
		expect(method).toBe('post');
		expect(TOKEN_INTERFACE.maxLifetimeSeconds).toBe(lifetime?.[1].maximum);
	});
});
