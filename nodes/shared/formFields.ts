import type { INodeProperties } from 'n8n-workflow';

import { AiccError } from '../../aicc/base/errors';
import { isObject, type JsonObject } from '../../aicc/base/json';
import { badValueOf, quoted } from './readers/badValue';
import { isEmpty } from './readers/text';

/** What n8n knows of the fields of one input item. */
export interface NodeFunctions {
	getNodeParameter(
		name: string,
		fallback?: unknown,
		options?: { extractValue?: boolean; rawExpressions?: boolean },
	): unknown;
	getTimezone(): string;
}

/**
 * The fields of a form, as the user and the expressions behind them have filled them in. Every
 * complaint names the field as the screen does and says what to do.
 *
 * A field of a collection that the user did not add has no value. One that was added and comes empty
 * is never left out: without it more would be found, changed or deleted than was meant.
 */
export class FormFields {
	/** Collections that were looked at, by name. */
	private readonly collections = new Map<string, unknown>();

	constructor(
		protected readonly functions: NodeFunctions,
		private readonly fields: INodeProperties[],
	) {}

	/** The error for a field; `what` is wrong with it, `remedy` says what to do. */
	complaint(path: string, what: string, remedy: string): AiccError {
		const label = this.fieldOf(path)?.displayName ?? path;
		return new AiccError('input', `${label} ${what}`, { description: remedy });
	}

	protected read(path: string): unknown {
		const extractValue = this.fieldOf(path)?.type === 'resourceLocator';
		try {
			// Entries of a collection that the user did not add are not there at all.
			return this.functions.getNodeParameter(path, '', { extractValue });
		} catch (error) {
			const reason = error instanceof Error ? error.message : String(error);
			throw this.complaint(
				path,
				`cannot be worked out: ${reason}`,
				'Check the expression behind it.',
			);
		}
	}

	/**
	 * The entries of a field that takes several, each with the values of the fields in it.
	 *
	 * @param path `field.group`
	 */
	entries(path: string): JsonObject[] {
		const value = this.read(path);
		if (isEmpty(value)) return [];
		if (Array.isArray(value) && value.every(isObject)) return value;
		throw this.complaint(path, `is not a list of entries: ${quoted(value)}`, 'Add them anew.');
	}

	/** What stands in a field of the form, expressions as they are written. */
	raw(name: string): unknown {
		return this.functions.getNodeParameter(name, '', { rawExpressions: true });
	}

	/** A collection, worked out once: n8n takes its time for each field that it is asked for. */
	private collection(name: string): unknown {
		if (!this.collections.has(name)) this.collections.set(name, this.read(name));
		return this.collections.get(name);
	}

	/**
	 * Whether a collection has a field. What is written in it says that: so a field beside it that cannot
	 * be worked out is named in its own turn.
	 */
	private has(name: string, inner: string): boolean {
		const written = this.raw(name);
		const collection = isObject(written) ? written : this.collection(name);
		return isObject(collection) && Object.hasOwn(collection, inner);
	}

	/** The value of a field, and whether the user means it to have one. */
	protected valueOf(path: string): { value: unknown; isGiven: boolean } {
		const [name = '', inner] = path.split('.');
		if (inner !== undefined && !this.has(name, inner)) return { value: '', isGiven: false };
		const value = this.read(path);
		if (!isEmpty(value)) return { value, isGiven: true };
		if (inner !== undefined) return { value, isGiven: true };
		const raw = this.raw(name);
		return { value, isGiven: typeof raw === 'string' && raw.startsWith('=') };
	}

	/** What a reader makes of a value, undefined where the user means none. */
	optional<T>(path: string, readValue: (value: unknown) => T): T | undefined {
		const { value, isGiven } = this.valueOf(path);
		if (isEmpty(value)) {
			if (isGiven) throw this.emptyComplaint(path);
			return undefined;
		}
		return this.named(path, () => readValue(value));
	}

	/**
	 * Does something, and names the field in what is wrong with its value: also where the value itself
	 * throws when it is read, as an object with functions of its own may.
	 */
	protected named<T>(path: string, work: () => T): T {
		try {
			return work();
		} catch (thrown) {
			const { what, remedy } = badValueOf(thrown);
			throw thrown instanceof AiccError ? thrown : this.complaint(path, what, remedy);
		}
	}

	/** A value that there must be. */
	needed<T>(path: string, value: T | undefined): T {
		if (value !== undefined) return value;
		const [name, inner] = path.split('.');
		if (inner === undefined) throw this.emptyComplaint(path);
		const collection = this.fieldOf(name ?? '')?.displayName ?? name;
		throw this.complaint(path, 'is empty', `Add it under ${collection}, and enter a value.`);
	}

	protected emptyComplaint(path: string): AiccError {
		const isInCollection = path.includes('.');
		return this.complaint(
			path,
			'is empty',
			isInCollection
				? 'Enter a value, remove the field, or check the expression behind it.'
				: 'Enter a value, or check the expression behind it.',
		);
	}

	/** A field by its name; `collection.field` for one in a collection. */
	protected fieldOf(path: string): INodeProperties | undefined {
		const [name, inner] = path.split('.');
		const field = this.fields.find((candidate) => candidate.name === name);
		if (inner === undefined) return field;
		const within = field?.options?.find((option) => option.name === inner);
		return within && 'displayName' in within ? (within as INodeProperties) : undefined;
	}
}
