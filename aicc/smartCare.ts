import type { IDataObject } from 'n8n-workflow';

import { resultCodeOf, unexpectedShape } from './answer';
import { INTERFACES } from './interfaces';
import { asText, isObject } from './json';
import type { Ask } from './lists';

/** Source: seed queryfaultyuser, request table. */
export interface FaultQuery {
	msisdn: string;
	/** Epoch milliseconds as text. */
	faultTime: string;
	complaintScene: string;
	/** Seconds. */
	backtraceDuration?: number;
	sessionId?: string;
}

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

/** Checks one subscriber for a mass fault. */
export async function checkFaultUser(ask: Ask, query: FaultQuery): Promise<FaultAnswer> {
	const called = INTERFACES.queryFaultyUser;
	const body: IDataObject = {
		msisdn: query.msisdn,
		faultTime: query.faultTime,
		complaintScene: query.complaintScene,
		queryFlag: QUERY_FLAG,
	};
	if (query.backtraceDuration !== undefined)
		body.backtraceDuration = String(query.backtraceDuration);
	if (query.sessionId !== undefined) body.sessionID = query.sessionId;
	const answer = await ask({ interface: called, body });
	const data = answer.data ?? [];
	if (!Array.isArray(data) || !data.every(isObject)) {
		throw unexpectedShape(called, 'no list of records where one belongs');
	}
	const returnCode = resultCodeOf(answer, called) ?? '';
	const found = returnCode === FOUND;
	if (found !== data.length > 0) {
		throw unexpectedShape(
			called,
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
