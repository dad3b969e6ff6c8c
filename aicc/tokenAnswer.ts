import type { IN8nHttpFullResponse } from 'n8n-workflow';

import { passingFailureOf, readAnswer, type Answer } from './answer';
import { AiccError } from './errors';
import { asText, isObject } from './json';
import { excerpt } from './redact';

export interface TokenAnswer {
	token: string;
	/** Undefined when the answer does not say. */
	lifetimeSeconds?: number;
}

/** Names of the life of a token: the documented one, and one that other deployments use. */
const LIFETIME_FIELDS = ['Expires', 'expiresIn'];

const TITLE = 'the request for an access token';

function refusal(answer: Answer): AiccError {
	const { status } = answer;
	if (status === 404 || (status >= 300 && status < 400)) {
		return new AiccError(
			'credential',
			`There is no token interface at ${answer.url} (HTTP ${status})`,
			{
				status,
				description:
					'Check Base URL in the credential, or enter the address of the token interface as Token Base URL: on some platforms it has a port of its own.',
			},
		);
	}
	return new AiccError(
		'credential',
		`The token interface refused the App Key or App Secret (HTTP ${status})`,
		{
			status,
			description: `Check App Key and App Secret in the credential: both belong to the API Fabric; keys for AK/SK interfaces do not work here. The interface said: ${excerpt(answer.text) || 'nothing'}`,
		},
	);
}

/**
 * Reads the answer of tokenByAkSk. Numbers come as text. Source: vendor page cec_07_0002.
 *
 * @throws AiccError when there is no token in it
 */
export function readTokenAnswer(
	response: IN8nHttpFullResponse,
	url: string,
	appSecret: string,
): TokenAnswer {
	const answer = readAnswer(response, url, [appSecret]);
	const passing = passingFailureOf(answer, TITLE, Date.now());
	if (passing) throw passing;
	const json = isObject(answer.json) ? answer.json : {};
	const token = asText(json.AccessToken)?.trim();
	if (answer.status < 200 || answer.status > 299 || !token) throw refusal(answer);
	const lifetime = LIFETIME_FIELDS.map((field) => Number(asText(json[field]) ?? NaN)).find(
		(seconds) => Number.isFinite(seconds),
	);
	return { token, lifetimeSeconds: lifetime };
}
