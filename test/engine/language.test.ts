/** Language of the AK/SK credential: what asks for it, what does not, and what comes out. */
import './faults/time';
import type { INodeParameters } from 'n8n-workflow';

import { CAMPAIGN_IDS, type RecordedRequest } from '../../simulator';
import { inEditor } from './editor';
import { credentialsFor, errorIn, OPERATIONS, runnerFor, shown, useSimulator } from './fixtures';
import { cases } from './operationCases';
import { Poller } from './poller';

const holder = useSimulator({ https: false });
const runAs = runnerFor(holder);

const ISALES = '/rest/isales/';
const CHINESE = /\p{Script=Han}/u;

/** Runs the node with a credential of a language. */
async function run(locale: unknown, parameters: INodeParameters, more = {}) {
	const credentials = credentialsFor(holder.simulator);
	const huaweiAiccAkSkApi = { ...credentials.huaweiAiccAkSkApi, locale } as never;
	return await runAs(parameters, { credentials: { ...credentials, huaweiAiccAkSkApi }, ...more });
}

const isOfIsales = ({ path }: RecordedRequest) => path.startsWith(ISALES);

/** The language that the requests to CC-iSales asked for, each once. */
function languages(): unknown[] {
	const asked = holder.simulator.requests.filter(isOfIsales);
	return [...new Set(asked.map(({ headers }) => headers.locale))];
}

describe.each(cases)('$title', ({ parameters, known }) => {
	it('asks for the language of the credential if its page has that', async () => {
		const { error } = await run('zh_CN', parameters);
		expect(error?.message).toBeUndefined();
		const { requests } = holder.simulator;
		const others = requests.filter((request) => !isOfIsales(request));
		expect(languages()).toEqual(known.sends.includes(ISALES) ? ['zh_CN'] : []);
		expect(others.filter(({ headers }) => 'locale' in headers)).toEqual([]);
	});
});

it.each([
	['zh_CN', ['zh_CN']],
	['en_US', ['en_US']],
	[' zh_CN\u200b', ['zh_CN']],
	['default', [undefined]],
	['', [undefined]],
	[undefined, [undefined]],
])('the credential with %j asks for %j', async (locale, asked) => {
	const { error } = await run(locale, OPERATIONS.obsResultCodes);
	expect(error).toBeUndefined();
	expect(languages()).toEqual(asked);
});

it.each(['fr_FR', 'Chinese', 'zh_CN\r\nx-other: 1', 8])(
	'the credential with %j is refused, and nothing is sent',
	async (locale) => {
		const { error } = await run(locale, OPERATIONS.obsResultCodes);
		expect(error?.message).toMatch(/^The credential's Language is none of en_US, zh_CN: /);
		expect(holder.simulator.requests).toEqual([]);
	},
);

describe('the texts of the service', () => {
	const PAUSE = {
		...OPERATIONS.campaignPause,
		campaignId: { __rl: true, mode: 'id', value: CAMPAIGN_IDS.paused },
	};

	it.each(['zh_CN', 'en_US'])('are in an error in %s, ours are English', async (locale) => {
		const { error } = await run(locale, PAUSE);
		const { message = '', description = '' } = shown(error);
		const words = `${message} ${String(description)}`;
		expect(message).toMatch(/^Could not pause the campaign/);
		expect(CHINESE.test(words)).toBe(locale === 'zh_CN');
	});

	it('are in the rows that have some', async () => {
		const { rows } = await run('zh_CN', OPERATIONS.obsResultCodes);
		expect(rows[0]).toEqual({ obsCode: '00605', obsCodeDesc: '交换机忙。' });
	});

	it('still name the number of many that is refused', async () => {
		const { items } = await run(
			'zh_CN',
			{ ...OPERATIONS.callDataAdd, calledNumber: '={{ $json.n }}' },
			{
				items: [{ n: '13600000001' }, { n: '13900000001' }],
				onError: 'continueRegularOutput',
			},
		);
		expect(items.map((item) => errorIn(item)?.code)).toEqual([undefined, '0200024']);
		expect(errorIn(items[1])?.message).toMatch(CHINESE);
	});
});

describe('beside operations', () => {
	const OWN = { locale: 'zh_CN' };

	it('drop-downs ask for it, and show it', async () => {
		const { found } = await inEditor(
			holder.simulator,
			{},
			(editor, { methods }) => methods?.loadOptions?.getObsResultCodes?.call(editor),
			OWN,
		);
		expect(found?.[0]?.name).toMatch(CHINESE);
		expect(languages()).toEqual(['zh_CN']);
	});

	it('searches ask for it', async () => {
		for (const method of ['searchCampaigns', 'searchExternalResults', 'searchAppointments']) {
			await inEditor(
				holder.simulator,
				{},
				(editor, { methods }) => methods?.listSearch?.[method]?.call(editor),
				OWN,
			);
		}
		expect(holder.simulator.requests).toHaveLength(3);
		expect(languages()).toEqual(['zh_CN']);
	});

	it('the trigger asks for it', async () => {
		const parameters = { event: 'obsResultCodeChanged' };
		const poller = await Poller.start(holder.simulator, parameters, OWN);
		await poller.poll();
		expect(languages()).toEqual(['zh_CN']);
	});

	it('another language is no change of the result codes', async () => {
		const poller = await Poller.start(holder.simulator, { event: 'obsResultCodeChanged' }, OWN);
		await poller.poll();
		poller.useCredential({ locale: 'en_US' });
		expect(await poller.poll()).toEqual([]);
		const [first] = holder.simulator.data.obsResultCodes;
		if (first) first.obsCodeDesc = 'The switch is busy today.';
		expect(await poller.poll()).toEqual([
			expect.objectContaining({ change: 'changed', obsCodeDesc: 'The switch is busy today.' }),
		]);
	});

	it('the trigger asks for it when it looks for results', async () => {
		const campaignId = { __rl: true, mode: 'id', value: CAMPAIGN_IDS.manyResults };
		const parameters = { event: 'callResultAdded', campaignId };
		const poller = await Poller.start(holder.simulator, parameters, OWN);
		await poller.poll();
		expect(languages()).toEqual(['zh_CN']);
	});
});

describe('any interface', () => {
	const CAMPAIGNS = '/rest/isales/v1/openapi/campaigns/{vdnId}';
	const send = async (method: string, path: string) =>
		await run('zh_CN', { resource: 'signedRequest', operation: 'send', method, path });

	it('is asked for it where its page is known', async () => {
		await send('GET', `${CAMPAIGNS}/queryOBSResults`);
		await send('POST', `${CAMPAIGNS}/blackType/query`);
		expect(holder.simulator.requests).toHaveLength(2);
		expect(languages()).toEqual(['zh_CN']);
	});

	it('is not where no page is known that has the header', async () => {
		await send('POST', `${CAMPAIGNS}/somethingNew`);
		await send('POST', '/rest/cmsapp/v2/openapi/vdn/querycalls');
		const { requests } = holder.simulator;
		expect(requests.map(({ headers }) => headers.locale)).toEqual([undefined, undefined]);
	});
});
