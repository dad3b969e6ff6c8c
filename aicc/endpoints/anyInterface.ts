/** Interfaces of which the client knows nothing but the product that they belong to. */
import type { IHttpRequestMethods } from 'n8n-workflow';

import type { JsonObject } from '../base/json';
import type { ListShape } from '../patterns/list/list';
import type { CodeTable, StatusTable } from '../protocol/codes';
import { CCFS, ccfs, NOT_THERE } from './ccfs/product';
import { CMS, cms, RETURN_CODE } from './cms/product';
import { agentAccounts, fabric, mobileAgent, OTHER_CODE } from './fabric/product';
import { isales } from './isales/product';
import { KNOWN_INTERFACES, type KnownInterface } from './knownInterfaces';
import type { DescribedEndpoint, Envelope, product } from './product';

interface Family {
	product: ReturnType<typeof product>;
	/** What the paths of its interfaces begin with, if it is one of several for a credential. */
	begins?: string;
	/** How answers may look: the one whose code is in an answer holds for it. */
	envelopes: readonly Envelope[];
	/** Codes of interfaces of which no page is known, after all others. */
	otherCodes?: readonly Envelope[];
	/** Whether some of its interfaces have no code: success is HTTP 200 then. */
	hasCodeless?: true;
	/** Result codes that say that there is no file. */
	noFile?: readonly string[];
}

const FAMILIES = {
	ccfs: { product: ccfs, begins: CCFS, envelopes: [ccfs.envelope], noFile: [NOT_THERE] },
	cms: { product: cms, begins: CMS, envelopes: [cms.envelope, RETURN_CODE] },
	fabric: {
		product: fabric,
		envelopes: [mobileAgent, fabric.envelope, agentAccounts],
		otherCodes: [OTHER_CODE],
		hasCodeless: true,
	},
	isales: { product: isales, begins: '/rest/isales', envelopes: [isales.envelope] },
} satisfies Record<string, Family>;

/** The families of interfaces: each has an address, keys and envelopes of its own. */
export type FamilyName = keyof typeof FAMILIES;

/** What is known of an interface. What is left out is as on most interfaces of its family. */
export interface AskedInterface {
	family: FamilyName;
	method: IHttpRequestMethods;
	/** With `{vdnId}` in it, if it has a VDN. */
	path: string;
	/** Whether it changes something at the service. */
	isWrite: boolean;
	/** Whether success is a file. */
	isFile: boolean;
	codeField?: string;
	successCodes?: readonly string[];
	/** Whether the user says that its answers have no code. */
	hasNoCode?: boolean;
	list?: ListShape;
}

const CHECK =
	'Look at the service whether it was done, and send it again only if it was certainly not.';

/** An answer that is judged by its HTTP status alone. */
const CODELESS: Envelope = { codeFields: [], textFields: [], successCodes: [], isOfAnyForm: true };

const NO_CODE_ADVICE =
	'If the page of the interface shows a result code under another name, add the option Code Field; if it shows none, Has No Code. Else check the Base URL in the credential.';

/** The pages of some interfaces have codes that no other one has. */
const UNKNOWN_CODE_ADVICE =
	'Look for this code on the page of the interface: only those are known here that interfaces have in common. Else go by its own text, or ask the platform.';

/** It is the user who says where the parts of an answer are. */
const SHAPE_ADVICE =
	'Check Payload Field, and Total Field if it is set, against an answer on the page of the interface, capitals too. If they are right, ask the platform.';

/** How the answers of an interface are judged. */
function envelopeFor(asked: AskedInterface, known: readonly KnownInterface[]): Envelope {
	const { family, isWrite, codeField, hasNoCode } = asked;
	if (hasNoCode) return CODELESS;
	const { envelopes, hasCodeless, otherCodes }: Family = FAMILIES[family];
	const allOf = (name: 'codeFields' | 'textFields' | 'successCodes') => [
		...new Set([...envelopes, ...(otherCodes ?? [])].flatMap((envelope) => envelope[name])),
	];
	const isCodeless = known.length > 0 && known.every((one) => one.hasNoCode);
	// A change is only sure with a code.
	const isCodeOptional = isCodeless || (hasCodeless && !isWrite);
	return {
		codeFields: codeField === undefined ? allOf('codeFields') : [codeField],
		textFields: allOf('textFields'),
		successCodes: asked.successCodes ?? allOf('successCodes'),
		...(isCodeOptional && codeField === undefined && { isCodeOptional }),
		noCodeAdvice: NO_CODE_ADVICE,
		unknownCodeAdvice: UNKNOWN_CODE_ADVICE,
	};
}

/** What HTTP 429 of an interface says that may be asked rarely only: no use in asking on. */
function rarely(gap: number): StatusTable {
	const advice = `The page of this interface allows one request in ${gap / 60_000} minutes. Run the workflow again later, not more often than that.`;
	return { 429: { isAbout: 'pace', advice } };
}

/** What the code says that an interface has for whoever asks too fast: the same request may be taken later. */
function tooFast(code: string): CodeTable {
	const advice =
		'Something else asks the same of the platform. Let it come to its end, then run the workflow again for the rest.';
	return { [code]: { text: 'It was asked too often in a short time', advice, isAbout: 'pace' } };
}

/** An endpoint out of what the user says of an interface, and what its product has in common. */
export function anyInterface(asked: AskedInterface): DescribedEndpoint {
	const { family, method, path, isWrite, isFile, list } = asked;
	const { product: ofFamily, noFile }: Family = FAMILIES[family];
	const known = knownAt(method, path);
	const gap = known.find(({ gapAfter429 }) => gapAfter429 !== undefined)?.gapAfter429;
	const pace = known.find((one) => one.pace)?.pace;
	return ofFamily.endpoint({
		title: `send ${method} ${path}`,
		path,
		method,
		envelope: { ...envelopeFor(asked, known), ...(!isFile && { shapeAdvice: SHAPE_ADVICE }) },
		...(isWrite && { write: { check: CHECK } }),
		...(isFile && { file: true, isAnyFile: true, answerCodes: noFile ?? [] }),
		...(list && { list }),
		// A header of which no page is known is not sent.
		...(known.length === 0 && { takesLocale: false }),
		...(gap !== undefined && { statuses: rarely(gap) }),
		...(pace?.code !== undefined && { codes: tooFast(pace.code) }),
		// The campaign stands in the path.
		...(pace && {
			rateLimit: { concurrency: pace.concurrency, gap: pace.gap, isPerCampaign: false },
		}),
	});
}

/** What the paths of the signed families begin with. */
export const BEGINNINGS: readonly string[] = Object.values(FAMILIES).flatMap(
	({ begins }: Family) => begins ?? [],
);

/** The signed family that a path is of by its beginning; undefined for one that is of none. */
export function familyAt(path: string): FamilyName | undefined {
	const families = Object.keys(FAMILIES) as FamilyName[];
	return families.find((name) => {
		const { begins }: Family = FAMILIES[name];
		return begins !== undefined && path.startsWith(`${begins}/`);
	});
}

/** Where an answer has what was asked for; undefined where it is the answer as a whole. */
export function payloadPlace(family: FamilyName, answer: JsonObject): string | undefined {
	const { envelopes }: Family = FAMILIES[family];
	return envelopes.find(({ codeFields }) => codeFields.some((field) => field in answer))?.payload;
}

/** The parts of a path, decoded and without regard to case: some servers take any. */
function partsOf(path: string): string[] {
	const decoded = path.split('/').map((part) => decodeURIComponent(part).toLowerCase());
	return decoded.filter((part) => part !== '');
}

function isAt(template: string, path: string): boolean {
	const [wanted, parts] = [template.split('/').filter(Boolean), partsOf(path)];
	return (
		wanted.length === parts.length &&
		wanted.every((one, index) => one.startsWith('{') || one.toLowerCase() === parts[index])
	);
}

/** The interfaces that may be at a path: some differ in their values only. */
function knownAt(method: string, path: string): KnownInterface[] {
	return Object.entries(KNOWN_INTERFACES[method] ?? {})
		.filter(([template]) => isAt(template, path))
		.map(([, known]) => known);
}

/**
 * Whether the interface at a path changes something, as the vendor's pages have it; undefined where no
 * interface is known. One that may be several changes something if one of them does.
 */
export function isKnownToChange(method: string, path: string): boolean | undefined {
	const known = knownAt(method, path);
	return known.length > 0 ? known.some(({ isWrite }) => isWrite) : undefined;
}
