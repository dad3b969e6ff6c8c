/** Which products of the platform take the keys of an AK/SK credential. */
import { accessKeysOf, signRequest, type AkSkCredential } from '../auth/authV2/signing';
import type { HttpRequest } from '../auth/bearer/tokenRequest';
import { BASE_URL_FIELDS, originFor } from '../auth/requestUrl';
import { checkedCcId, checkedVdnId } from '../base/callCentre';
import { credentialText } from '../base/credentialText';
import { AiccError } from '../base/errors';
import { checkedTimeZone } from '../base/time';
import { downloadRecord } from '../endpoints/ccfs/downloadRecord';
import { ccfsBody } from '../endpoints/ccfs/product';
import { CMS_MAX_VDN } from '../endpoints/cms/product';
import { querycallsV2 } from '../endpoints/cms/querycallsV2';
import { IS_CALL_IN } from '../endpoints/cms/shared/direction';
import { queryOBSResultCode } from '../endpoints/isales/queryOBSResultCode';
import { checkedLocale, localeHeader } from '../protocol/locale';
import { networkError } from '../protocol/network';
import {
	ALLOW_LIST,
	askQuestion,
	inWords,
	isAboutTheQuestion,
	jsonBody,
	type Question,
} from './ask';

/** What came of the question to a product; it took the keys when there is no failure. */
interface Outcome {
	name: string;
	origin: string;
	failure?: AiccError;
	/** Whether the failure is about what was asked: the VDN ID and the call centre are all of that. */
	isAboutVdn?: boolean;
}

interface Product {
	name: string;
	/** A question that changes nothing and costs little. @throws AiccError of kind `configuration` */
	question: (credential: AkSkCredential, now: number) => Question;
}

function adviceFor(name: string, field: string, code: string): Question['advice'] {
	return {
		401: 'Check Access Key and Secret Key, and that the clock of this machine is right.',
		403: `${ALLOW_LIST} ${name}.`,
		404: `There is no interface of ${name} at this address: check the ${field}.`,
		code,
	};
}

const ISALES: Product = {
	name: 'CC-iSales',
	question: ({ locale }) => ({
		endpoint: queryOBSResultCode,
		options: {
			qs: { pageNum: 1, pageSize: 1 },
			headers: localeHeader(queryOBSResultCode, checkedLocale(locale)),
		},
		field: queryOBSResultCode.list.rows,
		advice: adviceFor(
			'CC-iSales',
			'Base URL',
			'Check the VDN ID: it is the number of your virtual call centre.',
		),
	}),
};

/** How far back CC-CMS is asked for a call, in milliseconds: within its window at any time of a day. */
const A_MINUTE = 60_000;

const CMS: Product = {
	name: 'CC-CMS',
	question: ({ ccId, vdnId }, now) => ({
		endpoint: querycallsV2,
		options: jsonBody({
			ccId: Number(checkedCcId(ccId)),
			vdn: checkedVdnId(vdnId, CMS_MAX_VDN),
			beginDate: String(now - A_MINUTE),
			endDate: String(now),
			isCallIn: IS_CALL_IN.inbound,
			limit: 1,
			offset: 0,
		}),
		field: 'resultDesc',
		advice: adviceFor(
			'CC-CMS',
			'CC-CMS Base URL, or the Base URL if that is empty',
			'Check the VDN ID and the CC ID: the numbers of your virtual call centre and your call centre.',
		),
	}),
};

/** No call has this ID: what CC-FS says of it is that there is no recording. */
const NO_CALL = '1000000000000-1';

const CCFS: Product = {
	name: 'CC-FS',
	question: ({ ccId }) => ({
		endpoint: downloadRecord,
		options: jsonBody(ccfsBody({ callId: NO_CALL, ccId: checkedCcId(ccId) })),
		field: 'resultCode',
		advice: adviceFor('CC-FS', 'CC-FS Base URL, or the Base URL if that is empty', ''),
	}),
};

const NOT_ASKED = `${CCFS.name} was not asked: another product has refused the keys, and wrong signatures lock the address of this machine there.`;

const TAKEN_WITHOUT_VDN = `${CCFS.name} takes the keys, but it is asked without the VDN ID and cannot say whether that is right.`;

/** Whether it did not even answer: then nothing else at its address does. */
function isOutOfReach({ failure }: Outcome): boolean {
	return failure?.kind === 'unavailable' && failure.httpStatus === undefined;
}

/** Whether it may be the keys that it said no to. */
function isRefused({ failure }: Outcome): boolean {
	return failure?.kind === 'credential' || [401, 403].includes(failure?.httpStatus ?? 0);
}

/** Whether it is the service itself that spoke, whatever it said. */
function isAnswered({ failure }: Outcome): boolean {
	return failure === undefined || failure.resultCode !== undefined;
}

/**
 * Asks a product, or gives what is known of its address.
 *
 * @param before what came of the products that were asked before
 */
async function ask(
	{ name, question }: Product,
	credential: AkSkCredential,
	httpRequest: HttpRequest,
	before: readonly Outcome[],
): Promise<Outcome> {
	const now = Date.now();
	let origin = '';
	let asked: Question | undefined;
	try {
		asked = question(credential, now);
		origin = originFor(asked.endpoint.baseUrl, credential);
		const known = before.find((outcome) => outcome.origin === origin && isOutOfReach(outcome));
		if (known) return { ...known, name };
		await askQuestion(asked, {
			keys: 'signature',
			origin,
			secrets: [credentialText(credential.secretKey)],
			send: async (options) => await httpRequest(signRequest(options, credential, Date.now())),
		});
		return { name, origin };
	} catch (thrown) {
		const failure =
			thrown instanceof AiccError
				? thrown
				: networkError(thrown, originFor('baseUrl', credential), []);
		const isAboutVdn = asked && isAboutTheQuestion(failure, asked.endpoint);
		return { name, origin, failure, isAboutVdn };
	}
}

/**
 * Asks CC-FS, unless it would be with keys that another product has just refused: wrong signatures
 * lock the address of this machine there.
 */
async function askFiles(
	credential: AkSkCredential,
	httpRequest: HttpRequest,
	before: readonly Outcome[],
): Promise<Outcome | undefined> {
	if (before.some(isRefused)) return undefined;
	const outcome = await ask(CCFS, credential, httpRequest, before);
	// Whatever it says of that call, it has taken the signature.
	return isAnswered(outcome) && !isRefused(outcome) ? { ...outcome, failure: undefined } : outcome;
}

/**
 * Whether the VDN of the credential is wrong, though CC-FS takes the keys: it is asked without one. So
 * it is when no product takes it, and all of those that answer complain of what they were asked.
 */
function isVdnWrong(asked: readonly Outcome[]): boolean {
	const answered = asked.filter((outcome) => isAnswered(outcome) || outcome.isAboutVdn);
	return answered.length > 0 && answered.every(({ isAboutVdn }) => isAboutVdn);
}

/** What makes two failures one: what to do about them is the same. */
function sameness({ failure }: Outcome): string {
	return `${failure?.httpStatus ?? failure?.message} ${failure?.description}`;
}

/** What the products that did not take the keys said, each thing once. */
function failuresInWords(outcomes: readonly Outcome[]): string[] {
	const failed = outcomes.flatMap(({ failure, ...own }) => (failure ? [{ ...own, failure }] : []));
	const kinds = [...new Set(failed.map(sameness))];
	return kinds.flatMap((kind) => {
		const alike = failed.filter((outcome) => sameness(outcome) === kind);
		const [first] = alike;
		if (!first) return [];
		const names = alike.map(({ name }) => name).join(', ');
		return [`${names}: ${inWords(first.failure, first.origin)}.`];
	});
}

/**
 * Asks the products one after the other.
 *
 * @returns what the user reads, when one of them takes the keys
 * @throws AiccError for a credential that no product can be asked with, when none takes its keys, and
 *   when all that is said of its VDN is that it is wrong
 */
export async function askProducts(
	credential: AkSkCredential,
	httpRequest: HttpRequest,
): Promise<string> {
	BASE_URL_FIELDS.forEach((field) => originFor(field, credential));
	accessKeysOf(credential);
	checkedVdnId(credential.vdnId);
	checkedCcId(credential.ccId);
	checkedTimeZone(credential.timeZone);
	checkedLocale(credential.locale);
	const asked: Outcome[] = [];
	for (const product of [ISALES, CMS]) {
		asked.push(await ask(product, credential, httpRequest, asked));
	}
	const files = await askFiles(credential, httpRequest, asked);
	const outcomes = files ? [...asked, files] : asked;
	const taken = outcomes.filter(({ failure }) => !failure).map(({ name }) => name);
	const isWrong = files !== undefined && !files.failure && isVdnWrong(asked);
	const words = [
		...failuresInWords(outcomes),
		...(files ? [] : [NOT_ASKED]),
		...(isWrong ? [TAKEN_WITHOUT_VDN] : []),
	];
	if (taken.length > 0 && !isWrong) {
		if (words.length === 0) return 'Connection successful!';
		return [`Connection successful with ${taken.join(' and ')}!`, ...words].join(' ');
	}
	throw new AiccError('unavailable', words.join(' '));
}
