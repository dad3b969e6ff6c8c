/** API Fabric (C1): CC-Management with its mobileAgent and SmartCare interfaces. */
import { asText, valueAt, type JsonObject } from '../../base/json';
import { unexpectedShape } from '../../protocol/answer';
import type { CodeTable } from '../../protocol/codes';
import { CHECK_FIELDS } from '../advice';
import { product, type DescribedEndpoint, type Envelope } from '../product';

const management: Envelope = {
	codeFields: ['returnCode'],
	textFields: ['description'],
	successCodes: ['0'],
};

/** Answers of the mobileAgent interfaces. */
export const mobileAgent: Envelope = {
	codeFields: ['retCode'],
	textFields: ['retMsg'],
	successCodes: ['0'],
	payload: 'result',
};

/** Answers of the interfaces that manage agents. */
export const agentAccounts: Envelope = {
	codeFields: ['resultCode'],
	textFields: ['resultMessage'],
	successCodes: ['0'],
};

/**
 * How the robots of the platform (OIAP) say how it went. No page of the API Fabric has it; but a failure
 * that looks like this must not pass for what was asked for.
 */
export const OTHER_CODE: Envelope = {
	codeFields: ['errorCode'],
	textFields: ['errorMsg'],
	successCodes: ['0'],
};

/** Pages that have one code for whatever failed. */
export const FAILURE_CODES: CodeTable = {
	'1': { text: 'Failure', advice: CHECK_FIELDS, isVague: true },
};

/** Source: seed queryAccessCodeList. */
export const MEDIA_TYPES = {
	'2': 'click-to-dial',
	'5': 'audio and video',
	'18': 'video click-to-dial',
	'19': 'video',
	'53': 'multimedia',
};

/** Where a called route leads. Source: vendor pages cec_07_1030 to 1033, `devicetype`. */
export const DEVICE_TYPES = { '1': 'skill queue', '3': 'IVR' };

/** Kinds of agent. Source: vendor pages cec_07_0023 and 1001, `agentType`. */
export const AGENT_TYPES = { '4': 'audio', '5': 'multimedia', '11': 'video', '99': 'all' };

/** Answers of interfaces that document no code: success is HTTP 200. */
export const withoutCode: Envelope = { codeFields: [], textFields: [], successCodes: [] };

export const fabric = product({
	name: 'fabric',
	authentication: 'token',
	baseUrl: 'baseUrl',
	method: 'POST',
	envelope: management,
	codes: { '0': { text: 'Success' } },
});

/** Where the interfaces that make a call have its serial number. */
export const CALL_SERIAL_NO = 'result.callSerialNo';

/**
 * The serial number of a call that was made.
 *
 * @throws AiccError when there is none: then nobody knows whether there is a call
 */
export function callSerialNoIn(answer: JsonObject, endpoint: DescribedEndpoint): string {
	const callSerialNo = asText(valueAt(answer, CALL_SERIAL_NO))?.trim();
	if (!callSerialNo) throw unexpectedShape(endpoint, 'no serial number of the call');
	return callSerialNo;
}

/** An address as those interfaces take it whose pages want it in Base64. */
export function base64(url: string): string {
	return Buffer.from(url, 'utf8').toString('base64');
}

/** What to look at when nobody knows whether a call was made. Its phone may have rung. */
export const CHECK_CALL =
	'A phone may have rung. Look with Get Many (Call) for a call between these numbers, or ask whoever was to be called; call again only if there was none.';

const TRIAL = 'Your tenant is on trial: ask the platform to lift its limits.';

/** What the interfaces that make calls refuse one for. Source: vendor page cec_07_0053. */
export const CREATE_CALL_CODES: CodeTable = {
	'1': {
		text: 'The task was not added, or is there already',
		advice: 'A call to this number may be under way already. Call again when it is over.',
	},
	'2': { text: 'The call data is wrong', advice: 'Check Call Data.' },
	'3': { text: 'There is no serial number', advice: 'Ask the platform.' },
	'5': { text: 'A number has a wrong format', advice: 'Check the numbers.' },
	'6': { text: 'The VDN is not available', advice: 'Ask the platform.' },
	'8': {
		text: 'The caller is outside the range of the softphones',
		advice: 'Check Calling Number and Softphone.',
	},
	'16': { text: 'Trial tenant: the agent number is not on the allow list', advice: TRIAL },
	'21': { text: 'Trial tenant: more than ten calls on one day', advice: TRIAL },
	'90100100': { text: 'ITA: the input is wrong', advice: CHECK_FIELDS },
	'90100200': {
		text: 'ITA: authentication failed',
		advice: 'Check that your tenant may make such calls.',
	},
};

/** What to look at when nobody knows whether a voice notification was sent. Its phone may have rung. */
export const CHECK_NOTIFICATION =
	'A phone may have rung. Look with Get Many (Call), Task Type Voice Notification, for one to this number; send it again only if there was none.';

/** What voice notifications are refused for. Source: vendor page cec_07_2801. */
export const VOICE_CODES: CodeTable = {
	'1': {
		text: 'There is an unfinished task; try again later',
		advice: 'A notification to this number is under way. Send this one when it is over.',
	},
	'2': { text: 'callData is longer than 1024', advice: CHECK_FIELDS },
	'3': { text: 'There is no serial number', advice: 'Ask the platform.' },
	'4': { text: 'softPhone has a wrong format', advice: CHECK_FIELDS },
	'5': { text: 'caller or called is missing or wrong', advice: 'Check Called Number.' },
	'6': { text: 'The VDN is disabled', advice: 'Ask the platform.' },
	'7': {
		text: 'callerPresent or agentPresent was refused',
		advice: 'Caller Present must be an access code of your tenant.',
	},
	'8': {
		text: 'voiceContent is empty, too long, or names an unknown recording',
		advice:
			'Check what is to be played: text stands between dollar signs, and recordings are those that Get Many Recordings lists.',
	},
	'9': {
		text: 'callBackUrl was refused',
		advice: 'An administrator of the platform must have listed the host of Callback URL.',
	},
	'16': { text: 'Trial tenant: the called number is not on the allow list', advice: TRIAL },
	'36': { text: 'The priority is wrong', advice: 'Enter a Priority from 1 to 9.' },
};

/**
 * Of the parameters that both versions of a voice notification have. Source: vendor page cec_07_2801;
 * that of the second version (cec_07_2802) has the parameters, and no limits.
 */
export const NOTIFICATION_LIMITS = {
	callBackUrl: { maxLength: 256 },
	priority: { values: ['1', '2', '3', '4', '5', '6', '7', '8', '9'] },
} as const;

/** Why a call ended. Source: vendor pages 0055, `reasonCode`, and 0068, `releaseReason`. */
export const CALL_ENDS = {
	'0': 'called party hung up',
	'1': 'caller hung up',
	'2': "the caller's leg failed",
	'3': "the called party's leg failed",
	'4': 'caller did not answer',
	'5': 'called party did not answer',
};
