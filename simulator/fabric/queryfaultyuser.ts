/** Source: vendor page cec_07_0295; its sample has the return code as a number. */
import { behaviour, refuse, type TryThis } from '../core/behaviour';
import type { DataMakers } from '../core/data';

/** What SmartCare knows of a subscriber: the answer of queryfaultyuser. */
export interface Subscriber {
	returnCode: number;
	description: string;
	data: unknown[];
}

declare module '../core/data' {
	interface SimulatorData {
		subscribers: Record<string, Subscriber>;
	}
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

/** What comes for every number that is not known, too. */
const NO_FAULT = 'Query succeeded. No data is found in the query result.';

const SMARTCARE_TEXTS: Array<[code: number, text: string]> = [
	[1, NO_FAULT],
	[2, 'Invalid MSISDN.'],
	[3, 'Invalid fault time.'],
	[4, 'The scenario does not exist.'],
	[5, 'DAC query error.'],
	[97, 'Other errors.'],
	[101, 'Parameter verification failed.'],
	[102, 'AICC internal system error.'],
];

/** The number for which a return code comes. */
function numberOf(returnCode: number): string {
	return `66805121${String(returnCode).padStart(5, '0')}`;
}

/** 6680512100869 has a fault; 66805121 followed by a five-digit return code answers that code. */
function makeSubscribers(): Record<string, Subscriber> {
	const others = SMARTCARE_TEXTS.map(([returnCode, description]): [string, Subscriber] => [
		numberOf(returnCode),
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

export const data: DataMakers = { subscribers: makeSubscribers };

export const tryThese: TryThis[] = [
	{ ask: { msisdn: '6680512100869' }, gives: 'a mass fault' },
	...SMARTCARE_TEXTS.map(([returnCode, description]) => ({
		ask: { msisdn: numberOf(returnCode) },
		code: String(returnCode),
		gives: description,
	})),
];

interface Asked {
	msisdn: string;
	faultTime: string;
}

const UNKNOWN: Subscriber = { returnCode: 1, description: NO_FAULT, data: [] };

export default behaviour<Asked>('queryfaultyuser', ({ msisdn, faultTime }, { data }) => {
	if (!/^\d{13}$/.test(faultTime)) refuse('3', 'Invalid fault time.');
	return Object.hasOwn(data.subscribers, msisdn) ? (data.subscribers[msisdn] ?? UNKNOWN) : UNKNOWN;
});
