/** Reading what a client sent, as strictly as the documents are. */
import type { Answer } from './service';

export type Body = Record<string, unknown>;

/** The JSON object that a client sent, or undefined. */
export function jsonBody(text: string): Body | undefined {
	try {
		const value: unknown = JSON.parse(text);
		return typeof value === 'object' && value !== null && !Array.isArray(value)
			? (value as Body)
			: undefined;
	} catch {
		return undefined;
	}
}

export function badRequest(message: string): Answer {
	return { status: 400, json: { message } };
}

/** Whether a value is a whole number (not text) in a range. */
export function isInteger(value: unknown, min: number, max: number): value is number {
	return typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max;
}

/** The first field that the interface does not know, if any. */
export function unknownField(body: Body, known: readonly string[]): string | undefined {
	return Object.keys(body).find((field) => !known.includes(field));
}
