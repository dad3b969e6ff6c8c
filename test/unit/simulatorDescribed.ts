/** Asks the simulator for any interface, by its description, for the tests beside it. */
import axios, { type AxiosResponse } from 'axios';

import { startSimulator, type Simulator, type SimulatorOptions } from '../../simulator';
import type { TryThis } from '../../simulator/core/behaviour';
import {
	readDescription,
	type Description,
	type Operation,
	type Schema,
} from '../../simulator/core/description';
import { filesOf } from '../../simulator/core/folders';
import { findInterfaces, type Interfaces } from '../../simulator/core/interfaces';
import { interfaceFiles } from '../contract/files';
import { signedHeaders } from './simulatorOutboundClient';

type Fields = Record<string, unknown>;

/** Every interface that a client may call, as `folder/name`. */
export const DESCRIBED = interfaceFiles.filter((file) => !file.startsWith('callbacks/'));

/** Those that have a file in the simulator. */
export const SIMULATED = DESCRIBED.filter((file) => {
	const [folder = '', name = ''] = file.split('/');
	return filesOf(folder).includes(name);
});

interface World {
	simulator: Simulator;
	description: Description;
	interfaces: Interfaces;
	/** The operation that a file describes. */
	operationOf: (file: string) => Operation;
	/** Its requests that are worth trying. */
	triesOf: (file: string) => TryThis[];
}

/** A simulator for the tests of a file, as at the start before each of them. */
export function useDescribed(options: Partial<SimulatorOptions> = {}): World {
	const world = {} as World;
	beforeAll(async () => {
		const description = await readDescription();
		const interfaces = findInterfaces(description);
		const simulator = await startSimulator({ https: false, ...options });
		const nameOf = (file: string) => file.split('/')[1] ?? '';
		const operationOf = (file: string) => {
			const operation = description.interfaces.get(nameOf(file));
			if (!operation)
				throw new Error(`No interface in openapi/openapi.yaml is openapi/${file}.yaml`);
			return operation;
		};
		const triesOf = (file: string) =>
			interfaces.tryThese.get(nameOf(file)) ?? [{ ask: {}, gives: '' }];
		Object.assign(world, { simulator, description, interfaces, operationOf, triesOf });
	});
	beforeEach(() => world.simulator.reset());
	afterAll(async () => await world.simulator.stop());
	return world;
}

/** Something that a schema takes: what it must have and no more. */
function sample(world: World, written: Schema): unknown {
	const schema = world.description.resolve<Schema>(written);
	const [choice] = [schema.const, ...((schema.enum as unknown[]) ?? [])].filter(
		(one) => one !== undefined,
	);
	if (choice !== undefined) return choice;
	const [type] = [schema.type ?? 'object'].flat();
	switch (type) {
		case 'integer':
		case 'number':
			return schema.minimum ?? 1;
		case 'boolean':
			return true;
		case 'array':
			return [sample(world, schema.items ?? { type: 'string' })];
		case 'string':
			return String(schema.pattern ?? '').includes('HH') ? '2026-01-01 00:00:00' : '1';
		default:
			return Object.fromEntries(
				(schema.required ?? []).map((name) => [
					name,
					sample(world, schema.properties?.[name] ?? {}),
				]),
			);
	}
}

/** The fields of a request that the interface takes. */
export function goodRequest(world: World, operation: Operation, ask: Fields): Fields {
	const needed = operation.parameters
		.filter(({ required, in: place }) => required && place !== 'header')
		.map(({ name, schema }) => [name, schema.default ?? sample(world, schema)]);
	const [example = {}] = operation.examples as Fields[];
	const mustBeThere = neededFields(world, operation).filter((name) => name in example);
	return {
		...Object.fromEntries(needed),
		vdnId: world.simulator.account.vdnId,
		...((operation.body ? sample(world, operation.body) : {}) as Fields),
		...(Object.keys(ask).length === 0
			? example
			: Object.fromEntries(mustBeThere.map((name) => [name, example[name]]))),
		...ask,
	};
}

/** Fields of the body that must be there, and parameters of the query. */
export function neededFields({ description }: World, { parameters, body }: Operation): string[] {
	const query = parameters.filter(
		({ required, schema, in: place }) => required && place === 'query' && !('default' in schema),
	);
	const schema = body && description.resolve<Schema>(body);
	return [...query.map(({ name }) => name), ...(schema?.required ?? [])];
}

/** Headers that let in. */
async function passFor(
	{ simulator }: World,
	operation: Operation,
): Promise<Record<string, string>> {
	if (operation.security !== 'bearer') return {};
	const { appKey } = simulator.account;
	const token = simulator.tokens.issue(appKey, 60, Date.now());
	return { Authorization: `Bearer ${token}`, 'X-APP-Key': appKey };
}

/**
 * Sends a request; any HTTP status is an answer.
 *
 * @param fields of its path, its query and its body
 * @param pass headers in place of those that let in
 * @param locale language that the texts are asked for in
 */
export async function sendTo(
	world: World,
	operation: Operation,
	fields: Fields,
	{
		pass,
		locale,
		timeout = 5_000,
	}: { pass?: Record<string, string>; locale?: string; timeout?: number } = {},
): Promise<AxiosResponse> {
	const { simulator } = world;
	const { method, parameters } = operation;
	const rest = { ...fields };
	const query = new URLSearchParams();
	let { path: at } = operation;
	for (const { name, in: place } of parameters) {
		if (place === 'path') at = at.replace(`{${name}}`, encodeURIComponent(String(rest[name] ?? 1)));
		if (place === 'query' && rest[name] !== undefined) query.set(name, String(rest[name]));
		if (place !== 'header') delete rest[name];
	}
	if (!operation.body) Object.keys(rest).forEach((name) => delete rest[name]);
	else if (!JSON.stringify(operation.body).includes('vdnId')) delete rest.vdnId;
	query.sort();
	const text = operation.body ? JSON.stringify(rest) : '';
	const queryText = query.toString().replace(/\+/g, '%20');
	const isSigned = operation.security === 'authV2';
	const headers = isSigned
		? signedHeaders(simulator, method, at, queryText, text)
		: { 'Content-Type': 'application/json', ...(await passFor(world, operation)) };
	return await axios.request({
		method,
		url: `${isSigned ? simulator.isalesUrl : simulator.fabricUrl}${at}${queryText && `?${queryText}`}`,
		data: text,
		transformRequest: (data: string) => data,
		headers: { ...(pass ?? headers), ...(locale && { locale }) },
		validateStatus: () => true,
		timeout,
		proxy: false,
	});
}

/** The result code of an answer, as text; undefined when it has none. */
export function codeOf(
	{ interfaces }: World,
	{ success, product }: Operation,
	{ data }: Pick<AxiosResponse, 'data'>,
): string | undefined {
	const form = [success, interfaces.products.get(product)?.refusal].find((one) => one?.code.length);
	const [code] = (form?.code ?? []).map((name) => (data as Fields)[name]);
	return code === undefined ? undefined : String(code);
}

/** Whether an answer does what was asked: a success code, a file, or no code where there is none. */
export function isSuccess(world: World, operation: Operation, answer: AxiosResponse): boolean {
	const { success } = operation;
	if (answer.status !== 200) return false;
	if (!isJson(answer)) return success.file === true;
	const code = codeOf(world, operation, answer);
	return code === undefined ? success.codes.length === 0 : success.codes.includes(code);
}

export function isJson({ headers }: AxiosResponse): boolean {
	return String(headers['content-type']).startsWith('application/json');
}
