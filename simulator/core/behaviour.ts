/** What a file of an interface says: what the platform does, and its made-up data. */
import { Refused, type Answer, type Fields } from './answer';
import type { DataMakers } from './data';
import type { CodeFields } from './description';
import type { Platform } from './platform';
import type { Violation, ViolationKind } from './violations';

/** Fields of a request in, fields of an answer out. */
export type Answering = (asked: Fields, platform: Platform) => object;

/** What one interface does. */
export interface InterfaceBehaviour {
	operationId: string;
	answer: Answering;
}

/**
 * What an interface does, for the default export of a file that is named as the interface.
 *
 * @param operationId as in `openapi/`
 * @param answer gets all fields of a request in one object, of its path, its query and its body:
 *   they fit the description, numbers in the address are numbers, and defaults are filled in. Gives
 *   the fields of a success beside its code and text, or an `Answer` when it wants more than that.
 *   Throws `Refused` to refuse. For a callback it gets what it is asked to push, and gives that.
 */
export function behaviour<Asked extends object>(
	operationId: string,
	answer: (asked: Asked, platform: Platform) => Answer | object,
): InterfaceBehaviour {
	return { operationId, answer: answer as Answering };
}

/** A request that is worth trying. */
export interface TryThis {
	/** Fields of the request that matter, by their names in the description. */
	ask: Fields;
	/** The result code that comes, when it is none of a success. */
	code?: string;
	/** What one sees, in words. */
	gives: string;
}

/** A file of an interface. */
export interface InterfaceModule {
	default: InterfaceBehaviour;
	/** Data sets of the tenant that come with the interface. */
	data?: DataMakers;
	tryThese?: TryThis[];
}

/** What the interfaces of a product have in common, for the export `product` of its `product.ts`. */
export interface Product {
	/** Whether a field that an interface does not know is refused. */
	refusesUnknown: boolean;
	/** What is answered to what is wrong: a result code, or a number for an HTTP status. */
	codes: Partial<Record<ViolationKind, string | number>> & { other: string | number };
	/** Where a refusal has its code and its text, on interfaces of which only the success is described. */
	refusal?: CodeFields;
	/** Result codes that say that one asks too fast, on the interfaces that have them. */
	tooFast: string[];
	/** Looks at what a request is about, before its fields are checked. @throws Refused */
	enter?: (asked: Fields, platform: Platform) => void;
	/** Words a violation in a way of its own. */
	textOf?: (violation: Violation, platform: Platform) => string;
	/** Puts the texts of an answer into a language, such as zh_CN; they are English without it. */
	inLanguage?: (json: unknown, locale: string) => unknown;
}

/** Refuses a request. @throws Refused always */
export function refuse(code: string | number, text: string): never {
	throw new Refused(code, text);
}
