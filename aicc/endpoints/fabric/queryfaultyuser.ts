import type { IDataObject } from 'n8n-workflow';

import { asText, isObject } from '../../base/json';
import type { SendRequest } from '../../patterns/sendRequest';
import { resultCodeOf, unexpectedShape } from '../../protocol/answer';
import { CHECK_FIELDS, TRY_LATER } from '../advice';
import { fabric } from './product';

/** SmartCare. Source: seed queryfaultyuser. */
export const queryfaultyuser = fabric.endpoint({
	title: 'check the subscriber',
	path: '/apiaccess/CC-Management/v1/smartcare/queryfaultyuser',
	answerCodes: ['1'],
	codes: {
		'0': { text: 'Query succeeded. Data is found in the query result' },
		'1': { text: 'Query succeeded. No data is found in the query result' },
		'2': { text: 'Invalid MSISDN', advice: 'Check MSISDN: country code and number, digits only.' },
		'3': { text: 'Invalid fault time', advice: 'Check Fault Time.' },
		'4': {
			text: 'The scenario does not exist',
			advice: 'Complaint Scene must be a scenario that is set up for your tenant in SmartCare.',
		},
		'5': {
			text: 'DAC query error',
			advice: 'The data source behind SmartCare did not answer well. Try again later.',
		},
		'97': { text: 'Other errors', advice: TRY_LATER },
		'101': { text: 'Parameter verification failed', advice: CHECK_FIELDS },
		'102': { text: 'AICC internal system error', advice: TRY_LATER },
	},
	// More counts as the most.
	limits: { backtraceDuration: { min: 60, max: 86_400 } },
});

/** Source: same seed, request table. */
export interface FaultQuery {
	msisdn: string;
	/** Epoch milliseconds as text. */
	faultTime: string;
	complaintScene: string;
	/** Seconds. */
	backtraceDuration?: number;
	sessionId?: string;
}

/** What is known of the faults of a subscriber, as the nodes give it out. */
export interface FaultAnswer extends IDataObject {
	msisdn: string;
	faultTime: string;
	found: boolean;
	returnCode: string;
	description: string;
	/** The records as the service wrote them. */
	data: IDataObject[];
}

const FOUND = '0';

/** Complaining user sampling: fixed to 1 for AICC. Source: same seed. */
const QUERY_FLAG = '1';

/** Checks one subscriber for a mass fault. @throws AiccError when the answer contradicts itself */
export async function checkFaultUser(ask: SendRequest, query: FaultQuery): Promise<FaultAnswer> {
	const endpoint = queryfaultyuser;
	const body: IDataObject = {
		msisdn: query.msisdn,
		faultTime: query.faultTime,
		complaintScene: query.complaintScene,
		queryFlag: QUERY_FLAG,
	};
	if (query.backtraceDuration !== undefined)
		body.backtraceDuration = String(query.backtraceDuration);
	if (query.sessionId !== undefined) body.sessionID = query.sessionId;
	const answer = await ask(endpoint, { body });
	const data = answer.data ?? [];
	if (!Array.isArray(data) || !data.every(isObject)) {
		throw unexpectedShape(endpoint, 'no list of records where one belongs');
	}
	const returnCode = resultCodeOf(answer, endpoint) ?? '';
	const found = returnCode === FOUND;
	if (found !== data.length > 0) {
		throw unexpectedShape(
			endpoint,
			found
				? `no records although its code ${returnCode} says that there are some`
				: `records although its code ${returnCode} says that there are none`,
		);
	}
	return {
		msisdn: query.msisdn,
		faultTime: query.faultTime,
		found,
		returnCode,
		description: asText(answer.description) ?? '',
		data: data as IDataObject[],
	};
}
