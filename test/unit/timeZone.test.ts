/** The tenant's time zone: out of the credential, else the workflow's. */
import { openSession } from '../../aicc/client/openSession';
import { Inputs } from '../../nodes/shared/inputs';

async function zoneOf(timeZone: unknown): Promise<string | undefined> {
	const getCredentials = async () => ({ baseUrl: 'https://aicc.example', timeZone }) as never;
	return (await openSession({ getCredentials, helpers: {} as never }, 'akSk', {})).tenant.timeZone;
}

it.each([
	['Asia/Shanghai', 'Asia/Shanghai'],
	[' America/Sao_Paulo ', 'America/Sao_Paulo'],
	['\u202aAsia/Shanghai\u200b', 'Asia/Shanghai'],
	['UTC', 'UTC'],
	['', undefined],
	['  ', undefined],
	[undefined, undefined],
])('the credential with %j has %j', async (name, zone) => {
	expect(await zoneOf(name)).toBe(zone);
});

it.each(['Shanghai', 'Mars/Olympus', 'GMT+25', 8, {}])('%j is no time zone', async (name) => {
	await expect(zoneOf(name)).rejects.toMatchObject({
		kind: 'configuration',
		message: expect.stringContaining('Time Zone'),
	});
});

describe('a time without an offset', () => {
	const functions = {
		getNodeParameter: (name: string) => (name === 'at' ? '2026-03-01T08:00:00' : ''),
		getTimezone: () => 'America/New_York',
	};
	const read = (zone?: string) => {
		const inputs = new Inputs(functions, [], { timeZone: zone });
		return [inputs.optionalTime('at', 'tenant'), inputs.optionalTime('at', 'utc')];
	};

	it("is meant in the tenant's time zone", () => {
		expect(read('Asia/Shanghai')).toEqual(['2026-03-01 08:00:00', '2026-03-01 00:00:00']);
	});

	it("is meant in the workflow's when the credential has none", () => {
		expect(read()).toEqual(['2026-03-01 08:00:00', '2026-03-01 13:00:00']);
	});
});
