/** CC-CMS (C2): what goes on in the contact centre, and what went on yesterday and today. */
import { MAX_CC_ID } from '../../base/callCentre';
import type { CodeTable } from '../../protocol/codes';
import { CHECK_FIELDS, TRY_LATER } from '../advice';
import { product, type Envelope } from '../product';

/** Source: vendor page cec_07_0696. */
const CODES: CodeTable = {
	'0100000': { text: 'Success' },
	'0100001': { text: 'The call failed', advice: TRY_LATER, isAbout: 'request' },
	'0100002': { text: 'A parameter is not allowed', advice: CHECK_FIELDS },
	'0100003': {
		text: 'The contact centre has CTI V3R6, and this interface is there from V3R8 on',
		advice: 'Ask the operations staff of AICC which interfaces your contact centre has.',
		isAbout: 'target',
	},
	'0100999': { text: 'Unknown error', advice: TRY_LATER, isAbout: 'request' },
	'0101001': {
		text: 'The inspection relation is wrong',
		advice: 'Ask the operations staff of AICC what your keys may look at.',
		isAbout: 'target',
	},
	'0101002': { text: 'The number is not in the UAP', advice: CHECK_FIELDS },
	'0101003': {
		text: 'A permission is missing',
		advice: 'Ask the operations staff of AICC to let your keys use this interface.',
		isAbout: 'target',
	},
};

/** Where its answers have what was asked for. */
export const CMS_PAYLOAD = 'resultDesc';

export const cms = product({
	name: 'cms',
	authentication: 'akSk',
	baseUrl: 'cmsBaseUrl',
	method: 'POST',
	envelope: {
		codeFields: ['resultCode'],
		textFields: ['resultDesc'],
		successCodes: ['0100000'],
		payload: CMS_PAYLOAD,
	},
	codes: CODES,
});

/** The envelope of two interfaces. Source: vendor pages cec_07_2582 and cec_07_2575. */
export const RETURN_CODE: Envelope = {
	codeFields: ['returnCode'],
	textFields: ['returnDesc'],
	successCodes: ['0100000'],
};

/** What the paths of its interfaces begin with. */
export const CMS = '/rest/cmsapp';

/** What it has of calls that are over, by the clock of the tenant. Source: vendor page cec_07_0607. */
export const KEPT_CALLS = 'The service keeps calls of yesterday and today only.';

/** Greatest VDN ID of its interfaces. Source: vendor page cec_07_0607, `vdn`. */
export const CMS_MAX_VDN = 5000;

/** Of the two parameters that nearly every interface has. Source: same page. */
export const CMS_TENANT_LIMITS = {
	ccId: { min: 1, max: MAX_CC_ID },
	vdn: { min: 1, max: CMS_MAX_VDN },
} as const;
