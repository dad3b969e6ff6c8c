/** Interfaces of which the client knows nothing but the product that they belong to. */
import type { IHttpRequestMethods } from 'n8n-workflow';

import type { JsonObject } from '../base/json';
import type { ListShape } from '../patterns/list/list';
import { CCFS, ccfs, NOT_THERE } from './ccfs/product';
import { CMS, cms, RETURN_CODE } from './cms/product';
import { agentAccounts, fabric, mobileAgent } from './fabric/product';
import { isales } from './isales/product';
import { KNOWN_INTERFACES } from './knownInterfaces';
import type { DescribedEndpoint, Envelope, product } from './product';

interface Family {
	product: ReturnType<typeof product>;
	/** What the paths of its interfaces begin with, if it is one of several for a credential. */
	begins?: string;
	/** How answers may look: the one whose code is in an answer holds for it. */
	envelopes: readonly Envelope[];
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
		hasCodeless: true,
	},
	isales: { product: isales, begins: '/rest/isales', envelopes: [isales.envelope] },
} satisfies Record<string, Family>;

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
	list?: ListShape;
}

const CHECK =
	'Look at the service whether it was done, and send it again only if it was certainly not.';

/** An endpoint out of what the user says of an interface, and what its product has in common. */
export function anyInterface(asked: AskedInterface): DescribedEndpoint {
	const { family, method, path, isWrite, isFile, codeField, list } = asked;
	const { product: ofFamily, envelopes, hasCodeless, noFile }: Family = FAMILIES[family];
	const allOf = (name: 'codeFields' | 'textFields' | 'successCodes') => [
		...new Set(envelopes.flatMap((envelope) => envelope[name])),
	];
	return ofFamily.endpoint({
		title: `send ${method} ${path}`,
		path,
		method,
		envelope: {
			codeFields: codeField === undefined ? allOf('codeFields') : [codeField],
			textFields: allOf('textFields'),
			successCodes: asked.successCodes ?? allOf('successCodes'),
			// A change is only sure with a code.
			...(hasCodeless && codeField === undefined && !isWrite && { isCodeOptional: true }),
		},
		...(isWrite && { write: { check: CHECK } }),
		...(isFile && { file: true, answerCodes: noFile ?? [] }),
		...(list && { list }),
		// A header of which no page is known is not sent.
		...(isKnownToChange(method, path) === undefined && { takesLocale: false }),
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

/**
 * Whether the interface at a path changes something, as the vendor's pages have it; undefined where no
 * interface is known. One that may be several changes something if one of them does.
 */
export function isKnownToChange(method: string, path: string): boolean | undefined {
	const known = Object.entries(KNOWN_INTERFACES[method] ?? {})
		.filter(([template]) => isAt(template, path))
		.map(([, isWrite]) => isWrite);
	return known.length > 0 ? known.includes(true) : undefined;
}
