/**
 * One endpoint a file: `<product>/<operationId>.ts` exports a record under that name, which is the
 * operation's in openapi/. It holds what the client must know of the interface at run time; the
 * contract test compares it with the page in openapi/. What the interfaces of a product share stands
 * once, in its `product.ts`.
 */
import type { Endpoint } from '../protocol/endpoint';
import type { BatchShape } from '../patterns/batch/batchSpec';
import type { ListShape } from '../patterns/list/list';

/** What the value of a parameter may be; of a list, what each of its values may be. */
export interface Limit {
	/** In characters. */
	minLength?: number;
	maxLength?: number;
	/** Of a number, also of one that is sent as text. */
	min?: number;
	max?: number;
	/** Values in a list. */
	maxItems?: number;
	/** All that it may be. */
	values?: ReadonlyArray<string | number>;
}

/** The words for the codes of a field: `{ '3': 'paused' }`. */
export type Meanings = Readonly<Record<string, string>>;

/** How the answers of some interfaces say how it went, and where they have what was asked for. */
export interface Envelope
	extends Pick<
		Endpoint,
		| 'codeFields'
		| 'textFields'
		| 'successCodes'
		| 'isCodeOptional'
		| 'isOfAnyForm'
		| 'noCodeAdvice'
		| 'unknownCodeAdvice'
		| 'shapeAdvice'
	> {
	/** Names with dots between them; none where the answer as a whole is what was asked for. */
	payload?: string;
}

/** What the interfaces of a product share. Each of them may say otherwise. */
export interface Product
	extends Pick<
		Endpoint,
		'authentication' | 'baseUrl' | 'method' | 'codes' | 'statuses' | 'takesLocale'
	> {
	/** Folder below `openapi/` and here. */
	name: string;
	envelope: Envelope;
}

/** What one interface says itself. */
export interface OwnFacts extends Pick<Endpoint, 'title' | 'path'> {
	method?: Endpoint['method'];
	/** In place of the product's. */
	envelope?: Envelope;
	/** Where the answer has what was asked for: names with dots between them. */
	payload?: string;
	/** Result codes that are answers besides those of success: "there is none". */
	answerCodes?: readonly string[];
	/** Besides those of the product. */
	codes?: Endpoint['codes'];
	/** In place of the product's. */
	statuses?: Endpoint['statuses'];
	/** Interfaces whose codes are understood here, too, although the page does not list them. */
	codesAlsoOf?: readonly string[];
	/** By the names of the parameters. */
	limits?: Readonly<Record<string, Limit>>;
	/** What codes in an answer mean, by the names of their fields. */
	meanings?: Readonly<Record<string, Meanings>>;
	list?: ListShape;
	batch?: BatchShape<never>;
	file?: Endpoint['file'];
	isAnyFile?: Endpoint['isAnyFile'];
	write?: Endpoint['write'];
	/** In place of the product's. */
	takesLocale?: Endpoint['takesLocale'];
	/** Where the interface has times that are written out. */
	clock?: Endpoint['clock'];
	rateLimit?: Endpoint['rateLimit'];
}

/** An endpoint with all that it and its product say. */
export interface DescribedEndpoint
	extends Endpoint,
		Pick<
			OwnFacts,
			'payload' | 'answerCodes' | 'codesAlsoOf' | 'limits' | 'meanings' | 'list' | 'batch'
		> {
	product: string;
}

/** No field but those that an interface can have. */
type Known<Own> = Own & Record<Exclude<keyof Own, keyof OwnFacts>, never>;

/** A product, which makes endpoints of what its interfaces say themselves. */
export function product({ name, envelope: ofProduct, ...shared }: Product) {
	return {
		envelope: ofProduct,
		endpoint<const Own extends OwnFacts>(own: Known<Own>): DescribedEndpoint & Own {
			const { codes = {}, answerCodes = [] }: OwnFacts = own;
			const envelope = own.envelope ?? ofProduct;
			return {
				product: name,
				...shared,
				...envelope,
				...own,
				// An answer without a code has none of the product's either.
				codes: envelope.codeFields.length > 0 ? { ...shared.codes, ...codes } : codes,
				successCodes: [...envelope.successCodes, ...answerCodes],
			};
		},
	};
}
