/** The made-up data of the tenant. The same sizes give the same data. */
import type { SimulatorOptions } from './options';
import { makeOutboundData, type OutboundData } from './outbound/data';

export interface AccessCode {
	id: string;
	accessCode: string;
	mediatypeId: number;
	n400Number: string | null;
	description: string | null;
	numCallAttr: number;
}

export interface ObsCode {
	obsCodeDesc: string;
	obsCode: string;
}

export interface ExternalResult {
	defId: string;
	displayResult: string;
	resultCode: string;
	failCodes: string[];
}

/** What is known of a called number: the answer of getCalledInfo. */
export interface CalledNumber {
	retCode: string | number;
	retMsg: string;
	result?: { devType: number; called?: string; skillId?: number; skillName?: string };
}

/** What SmartCare knows of a subscriber: the answer of queryfaultyuser. */
export interface Subscriber {
	returnCode: number;
	description: string;
	data: unknown[];
}

export interface CallRecord {
	logDate: number;
	callerNo: string;
	calleeNo: string;
	callId: string;
	callType: number;
	waitBegin: number;
	isCallIn: boolean;
}

export interface SimulatorData extends OutboundData {
	accessCodes: AccessCode[];
	obsResultCodes: ObsCode[];
	externalResults: ExternalResult[];
	calledNumbers: Record<string, CalledNumber>;
	subscribers: Record<string, Subscriber>;
	calls: CallRecord[];
}

/** Shares of the media types among the access codes: two of them exceed what one query reaches. */
const MEDIA_TYPE_SHARES: Array<[mediaType: number, share: number]> = [
	[5, 0.5],
	[53, 0.3],
	[2, 0.1],
	[18, 0.05],
	[19, 0.05],
];

const DESCRIPTIONS = ['售后服务热线', '客户投诉专线', '海外业务咨询', 'Sales hotline', null];

function mediaTypeAt(share: number): number {
	let sum = 0;
	for (const [mediaType, part] of MEDIA_TYPE_SHARES) {
		sum += part;
		if (share < sum) return mediaType;
	}
	return 5;
}

/** Numbers in a fixed order that looks like chance. */
function scramble(index: number): number {
	return (index * 7_919 + 104_729) % 1_000_003;
}

export function makeAccessCodes(count: number): AccessCode[] {
	return Array.from({ length: count }, (_, index) => {
		const digits = String(scramble(index)).padStart(7, '0');
		const description = DESCRIPTIONS[index % DESCRIPTIONS.length] ?? null;
		return {
			id: String(1_124_167_935_465_000_000n + BigInt(index) * 633_793n),
			accessCode: index % 4 === 0 ? `0${digits}` : `99${digits}`,
			mediatypeId: mediaTypeAt(((index * 37) % 100) / 100),
			n400Number: index % 3 === 0 ? `400${digits}` : null,
			description: description && `${description} ${index + 1}`,
			numCallAttr: (index % 3) + 1,
		};
	});
}

const SEED_OBS_CODES: ObsCode[] = [
	{ obsCodeDesc: 'The switch is busy.', obsCode: '00605' },
	{ obsCodeDesc: 'The call is rejected.', obsCode: '00604' },
	{ obsCodeDesc: 'The called party does not answer the call.', obsCode: '00603' },
	{ obsCodeDesc: 'No resource available on the ACD.', obsCode: '00602' },
	{ obsCodeDesc: 'The ACD times out.', obsCode: '00606' },
];

export function makeObsCodes(count: number): ObsCode[] {
	const more = Array.from({ length: Math.max(0, count - SEED_OBS_CODES.length) }, (_, index) => ({
		obsCodeDesc: `Outbound call ended for reason ${index + 1}.`,
		obsCode: String(index + 10_000).padStart(5, '0'),
	}));
	return [...structuredClone(SEED_OBS_CODES), ...more].slice(0, count);
}

export function makeExternalResults(count: number): ExternalResult[] {
	return Array.from({ length: count }, (_, index) =>
		index === 0
			? {
					defId: '1402245659',
					displayResult: '6: The call is not answered.',
					resultCode: '002',
					failCodes: ['34609', '00008'],
				}
			: {
					defId: String(1_402_245_659 + index * 17),
					displayResult: `${index + 6}: Result ${index}`,
					resultCode: String(index + 2).padStart(3, '0'),
					failCodes: [String(600 + (index % 7)).padStart(5, '0')],
				},
	);
}

const CALLED_NUMBERS: SimulatorData['calledNumbers'] = {
	'6666601': {
		retCode: '0',
		retMsg: 'success',
		result: { devType: 0, called: '6666601', skillId: 29, skillName: '售后技能队列' },
	},
	'6666602': { retCode: 0, retMsg: 'success', result: { devType: 1, called: '02166660002' } },
	'6666604': { retCode: '4', retMsg: 'The called party ID cannot be obtained' },
	'6666614': { retCode: '5', retMsg: 'Called is not configured' },
	'6666699': { retCode: '1', retMsg: 'System is busy' },
};

/** Skill queues that access codes lead to. */
const SKILLS = [
	{ skillId: 29, skillName: '售后技能队列' },
	{ skillId: 30, skillName: '投诉技能队列' },
	{ skillId: 31, skillName: 'Sales queue' },
];

/** Every fourth access code leads to a number, the others to a skill queue. */
function whereAccessCodesLead(accessCodes: AccessCode[]): SimulatorData['calledNumbers'] {
	const devices = accessCodes.map(({ accessCode }, index): [string, CalledNumber] => {
		const skill = index % 4 < SKILLS.length ? SKILLS[index % 4] : undefined;
		const called = skill ? accessCode : `021${String(60_000_000 + index)}`;
		const result = { devType: skill ? 0 : 1, called, ...skill };
		return [accessCode, { retCode: '0', retMsg: 'success', result }];
	});
	return Object.fromEntries(devices);
}

const FAULT_RECORDS = [
	{
		rules: [
			{
				reflectionRule: 'FAILURE_CAUSE=DTAPSMS_CP:CP Error(17 Network Failure)',
				ccmSceneCode: 'SMS',
			},
			{
				reflectionRule: 'LAC_TAC=5200504B2007&SAI_CGI_ECGI=5200504B2007',
				ccmSceneCode: 'DATA',
			},
		],
		msisdn: '6680512100869',
	},
];

const SMARTCARE_TEXTS: Array<[code: number, text: string]> = [
	[1, 'Query succeeded. No data is found in the query result.'],
	[2, 'Invalid MSISDN.'],
	[3, 'Invalid fault time.'],
	[4, 'The scenario does not exist.'],
	[5, 'DAC query error.'],
	[97, 'Other errors.'],
	[101, 'Parameter verification failed.'],
	[102, 'AICC internal system error.'],
];

/** 6680512100869 has a fault; 66805121 followed by a five-digit return code answers that code. */
function makeSubscribers(): SimulatorData['subscribers'] {
	const others = SMARTCARE_TEXTS.map(([returnCode, description]): [string, Subscriber] => [
		`66805121${String(returnCode).padStart(5, '0')}`,
		{ returnCode, description, data: [] },
	]);
	return {
		'6680512100869': {
			returnCode: 0,
			description: 'Query succeeded. Data is found in the query result.',
			data: FAULT_RECORDS,
		},
		...Object.fromEntries(others),
	};
}

function makeCalls(): CallRecord[] {
	const start = Date.now() - 60 * 60 * 1000;
	return Array.from({ length: 130 }, (_, index) => ({
		logDate: start + index * 20_000,
		callerNo: String(13_900_000_000 + index),
		calleeNo: '6666601',
		callId: `${start + index * 20_000}-${1000 + index}`,
		callType: index % 2,
		waitBegin: start + index * 20_000,
		isCallIn: index % 2 === 0,
	}));
}

export function makeData(options: SimulatorOptions): SimulatorData {
	const accessCodes = makeAccessCodes(options.accessCodes);
	return {
		...makeOutboundData(options, options.account.vdnId, Date.now()),
		accessCodes,
		obsResultCodes: makeObsCodes(options.obsResultCodes),
		externalResults: makeExternalResults(options.externalResults),
		calledNumbers: { ...whereAccessCodesLead(accessCodes), ...structuredClone(CALLED_NUMBERS) },
		subscribers: structuredClone(makeSubscribers()),
		calls: makeCalls(),
	};
}
