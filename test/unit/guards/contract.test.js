/**
 * The names that saved workflows depend on. A name in contract.json or in here is never changed: a
 * workflow that somebody saved would no longer run.
 */

const { HuaweiAiccAkSkApi } = require('../../../credentials/HuaweiAiccAkSkApi.credentials');
const { HuaweiAiccTokenApi } = require('../../../credentials/HuaweiAiccTokenApi.credentials');
const { HuaweiAicc } = require('../../../nodes/HuaweiAicc/HuaweiAicc.node');
const {
	HuaweiAiccCallbackTrigger,
} = require('../../../nodes/HuaweiAiccCallbackTrigger/HuaweiAiccCallbackTrigger.node');
const { HuaweiAiccTrigger } = require('../../../nodes/HuaweiAiccTrigger/HuaweiAiccTrigger.node');
const { contractOf, fieldNames, lostNames } = require('../../../scripts/lib/contract');
const { exists, filesIn, readJson } = require('./project');

const node = new HuaweiAicc().description;
const trigger = new HuaweiAiccTrigger().description;
const callbackTrigger = new HuaweiAiccCallbackTrigger().description;

/** As `npm run generate` has recorded it, from the first version on. */
const known = /** @type {import('../../../scripts/lib/contract').Contract} */ (
	readJson('test/unit/guards/contract.json')
);

it('keeps every name that saved workflows have', () => {
	expect(lostNames(known, contractOf(node)).join('\n')).toBe('');
});

it('would notice a name that is gone', () => {
	const present = contractOf(node);
	const { 'call/getCalledDevice': device, ...others } = present;
	const [first, ...fields] = device?.fields ?? [];
	expect(lostNames(present, others)).toEqual([
		expect.stringContaining('call/getCalledDevice is gone'),
	]);
	const changed = { ...others, 'call/getCalledDevice': { credential: 'other', fields } };
	expect(lostNames(present, changed)).toEqual([
		expect.stringContaining('call/getCalledDevice asks for other, not huaweiAiccTokenApi'),
		expect.stringContaining(`call/getCalledDevice has no field ${first} any more`),
	]);
});

describe('output schemas', () => {
	// One that is missing is made by `npm run generate`, and named by it.
	it('belong to operations that there are', () => {
		const stray = filesIn('nodes/HuaweiAicc/__schema__', /\.json$/).filter(
			(file) =>
				!(
					file
						.split('/')
						.slice(-2)
						.join('/')
						.replace(/\.json$/, '') in known
				),
		);
		expect(stray).toEqual([]);
	});
});

describe('the package', () => {
	const manifest = readJson('package.json');

	it('is called what workflows call it', () => {
		expect(manifest.name).toBe('n8n-nodes-huawei-aicc');
		expect([node.name, node.displayName, node.version]).toEqual(['huaweiAicc', 'Huawei AICC', 1]);
		expect([trigger.name, trigger.displayName, trigger.version]).toEqual([
			'huaweiAiccTrigger',
			'Huawei AICC Trigger',
			1,
		]);
		const { name, displayName, version } = callbackTrigger;
		expect([name, displayName, version]).toEqual([
			'huaweiAiccCallbackTrigger',
			'Huawei AICC Callback Trigger',
			1,
		]);
	});

	it('has no dependency at run time', () => {
		expect(manifest.dependencies).toBeUndefined();
		expect(manifest.peerDependencies).toEqual({ 'n8n-workflow': '*' });
		expect(manifest.n8n.strict).toBe(true);
	});

	it('registers each of its nodes and credentials', () => {
		const sources = [
			...filesIn('credentials', /\.credentials\.ts$/),
			...filesIn('nodes', /\.node\.ts$/),
		];
		const registered = [...manifest.n8n.credentials, ...manifest.n8n.nodes].sort();
		expect(registered).toEqual(
			sources.map((file) => `dist/${file.replace(/\.ts$/, '.js')}`).sort(),
		);
		expect(sources.filter((file) => !exists(file))).toEqual([]);
	});

	it.each([node, trigger, callbackTrigger])('has the codex of $name', ({ name }) => {
		const folder = name.replace(/^h/, 'H');
		expect(readJson(`nodes/${folder}/${folder}.node.json`).node).toBe(`${manifest.name}.${name}`);
	});
});

describe('the trigger', () => {
	const event = trigger.properties.find(({ name }) => name === 'event');
	const events = /** @type {{ value: string }[]} */ (event?.options).map(({ value }) => value);

	/** @param {string} chosen */
	const fieldsOf = (chosen) =>
		fieldNames(
			trigger.properties.filter(({ displayOptions }) =>
				displayOptions?.show?.event?.includes(chosen),
			),
		);

	it('has its events, and begins with access codes', () => {
		expect(event?.default).toBe('accessCodeChanged');
		expect(events).toEqual([
			'accessCodeChanged',
			'agentStatusChanged',
			'callRecordAdded',
			'callResultAdded',
			'faultUserFound',
			'indicatorCrossed',
			'obsResultCodeChanged',
		]);
		expect(fieldNames(trigger.properties)).toContain('emitExisting');
	});

	it('has the fields of its events', () => {
		expect(Object.fromEntries(events.map((value) => [value, fieldsOf(value)]))).toEqual({
			accessCodeChanged: ['changes'],
			agentStatusChanged: ['skillIds', 'options.ccId', 'options.vdnId'],
			callRecordAdded: [
				'direction',
				'lookback',
				'filters.calledNumber',
				'filters.callerNumber',
				'options.ccId',
				'options.cleanNumbers',
				'options.countryCode',
				'options.vdnId',
			],
			callResultAdded: ['campaignId', 'everyAttempt', 'lookback', 'options.vdnId'],
			faultUserFound: ['msisdns', 'complaintScene', 'backtraceDuration'],
			indicatorCrossed: [
				'scope',
				'agentIds',
				'skillIds',
				'vdnIds',
				'indicator',
				'operator',
				'threshold',
				'emitBack',
				'options.ccId',
				'options.vdnId',
			],
			obsResultCodeChanged: ['changes', 'options.vdnId'],
		});
	});
});

describe('the callback trigger', () => {
	it('has its fields', () => {
		const fields = callbackTrigger.properties.filter(({ type }) => type !== 'notice');
		expect(fieldNames(fields)).toEqual([
			'event',
			'secret',
			'options.binaryData',
			'options.campaignIds',
			'options.ignoreRepeats',
			'options.onlyFailed',
		]);
	});

	// A URL that somebody entered on the platform must go on working.
	it('has its URL', () => {
		const path = '={{ $parameter["secret"] ? "callbacks/" + $parameter["secret"] : "callbacks" }}';
		const responseMode = 'onReceived';
		expect(callbackTrigger.webhooks).toEqual([
			{ name: 'default', httpMethod: 'POST', responseMode, path },
			{ name: 'setup', httpMethod: 'GET', responseMode, path, ndvHideUrl: true },
		]);
	});

	it('has its events, and begins with results', () => {
		const event = callbackTrigger.properties.find(({ name }) => name === 'event');
		expect(event?.default).toBe('outboundResult');
		expect(/** @type {{ value: string }[]} */ (event?.options).map(({ value }) => value)).toEqual([
			'callConnected',
			'callReleased',
			'fileReady',
			'outboundResult',
			'voiceNotificationReleased',
		]);
	});

	it('may be given keys for files that are ready, and nothing else', () => {
		expect(callbackTrigger.credentials).toEqual([
			expect.objectContaining({
				name: 'huaweiAiccAkSkApi',
				required: false,
				displayOptions: { show: { event: ['fileReady'] } },
			}),
		]);
	});
});

describe('credentials', () => {
	it.each([
		{
			credential: new HuaweiAiccTokenApi(),
			name: 'huaweiAiccTokenApi',
			displayName: 'Huawei AICC Token API',
			fields: [
				'accessToken',
				'accessTokenExpiresAt',
				'appKey',
				// Required or not, by Token Source.
				'appKey',
				'appSecret',
				'baseUrl',
				'ignoreSslIssues',
				'maxConcurrentRequests',
				'staticAccessToken',
				'tenantSpaceId',
				'tokenBaseUrl',
				'tokenSource',
			],
		},
		{
			credential: new HuaweiAiccAkSkApi(),
			name: 'huaweiAiccAkSkApi',
			displayName: 'Huawei AICC AK/SK API',
			fields: [
				'accessKey',
				'baseUrl',
				'ccId',
				'ccfsBaseUrl',
				'cmsBaseUrl',
				'ignoreSslIssues',
				'locale',
				'maxConcurrentRequests',
				'secretKey',
				'timeZone',
				'vdnId',
			],
		},
	])('$name has its fields', ({ credential, name, displayName, fields }) => {
		expect([credential.name, credential.displayName]).toEqual([name, displayName]);
		expect(fieldNames(credential.properties).sort()).toEqual(fields);
	});
});
