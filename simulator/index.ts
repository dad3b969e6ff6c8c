/**
 * A stand-in AICC platform for trying and testing: HTTPS with a certificate made at start, the
 * token interface and the bearer interfaces on one port, the signed interfaces on another.
 */
import { generate } from 'selfsigned';

import type { PushRequest } from './callbacks/outboundResult';
import { addAdminRoutes } from './core/admin';
import { readDescription, type Description } from './core/description';
import { findInterfaces, tryThese, type NumberToTry } from './core/interfaces';
import { DEFAULT_OPTIONS, type Account, type SimulatorOptions } from './core/options';
import { Platform } from './core/platform';
import { Callback, type Push, type PushSettings } from './core/push';
import { Service, type Certificate } from './core/server';
import { Work } from './core/work';
import { storedFile } from './fabric/shared/storage';
import { callNumbers } from './isales/shared/callNumbers';

export type { PushRequest } from './callbacks/outboundResult';
export type { Account, Behaviour, Fault, SimulatorOptions } from './core/options';
export type { RecordedRequest, SimulatorStats } from './core/platform';
export { signatureFault, type ReceivedRequest } from './core/verifySignature';
export type { Call } from './cms/shared/calls';
export { centreOf } from './cms/shared/centre';
export { keptRecords as callRecords } from './cms/shared/records';
export { makeAccessCodes, type AccessCode } from './fabric/queryAccessCodeList';
export type { Agent } from './fabric/shared/agents';
export type { MadeCall } from './fabric/shared/calls';
export { recordingOf } from './fabric/shared/storage';
export { makeObsCodes } from './isales/queryOBSResultCode';
export type { CallAttempt } from './isales/shared/callAttempts';
export type { CallDataRecord } from './isales/shared/callData';
export { CAMPAIGN_IDS, type Campaign } from './isales/shared/campaigns';
export { makeExternalResults } from './isales/shared/externalResults';

const CERTIFICATE_DAYS = 30;

async function makeCertificate(host: string): Promise<Certificate> {
	const now = Date.now();
	const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }], {
		keySize: 2048,
		algorithm: 'sha256',
		notBeforeDate: new Date(now - 24 * 60 * 60 * 1000),
		notAfterDate: new Date(now + CERTIFICATE_DAYS * 24 * 60 * 60 * 1000),
		extensions: [
			{
				name: 'subjectAltName',
				altNames: [
					{ type: 2, value: 'localhost' },
					{ type: 7, ip: host },
				],
			},
		],
	});
	return { key, cert };
}

/** The running platform. Its data, switches, faults and counts may be changed at any time. */
export class Simulator extends Platform {
	/** Address of the API Fabric: token interface and bearer interfaces. */
	fabricUrl = '';

	/** Address of CC-iSales, CC-CMS and CC-FS: signed interfaces. */
	isalesUrl = '';

	/** PEM of the self-signed certificate; empty without HTTPS. */
	readonly certificate: string;

	private readonly fabric: Service;

	private readonly isales: Service;

	private readonly storage: Service;

	private readonly callbacks = new Map<string, Callback>();

	constructor(
		options: SimulatorOptions,
		certificate: Certificate | undefined,
		description: Description,
	) {
		const { behaviours, products, data } = findInterfaces(description);
		super(options, data, [...description.interfaces.keys()]);
		this.certificate = certificate?.cert ?? '';
		this.fabric = new Service(this, 'fabric', certificate);
		this.isales = new Service(this, 'isales', certificate);
		this.storage = new Service(this, 'storage', certificate, (target) => storedFile(this, target));
		for (const operation of description.interfaces.values()) {
			const product = products.get(operation.product);
			const behaviour = behaviours.get(operation.operationId);
			const service = operation.security === 'authV2' ? this.isales : this.fabric;
			if (product) service.add(new Work(operation, description, product, behaviour));
		}
		for (const operation of description.callbacks.values()) {
			const behaviour = behaviours.get(operation.operationId);
			const callback = behaviour && new Callback(operation, description, behaviour);
			if (callback) this.callbacks.set(operation.operationId, callback);
		}
		addAdminRoutes(this.fabric.app, this);
	}

	/** Keys and numbers of the made-up tenant. */
	get account(): Account {
		return this.options.account;
	}

	/**
	 * Pushes something to a customer's address.
	 *
	 * @param callback operationId of what is pushed
	 * @throws when there is nothing to push
	 */
	async push(callback: string, url: string, asked: PushSettings = {}): Promise<Push[]> {
		const known = this.callbacks.get(callback);
		if (!known) throw new Error(`The push ${callback} is not simulated`);
		return await known.push(this, url, asked);
	}

	/** Pushes results of calls to a customer's address. @throws when there is no such result */
	async pushResults(url: string, asked: PushRequest = {}): Promise<Push[]> {
		return await this.push('outboundResult', url, asked);
	}

	/** Calls everybody who waits in a running campaign. @returns how many were called */
	callNumbers(): number {
		return callNumbers(this);
	}

	/** Listens at the addresses of the options. @throws when a port is taken */
	async start(): Promise<void> {
		const { host, fabricPort, isalesPort } = this.options;
		this.fabricUrl = await this.fabric.app.listen({ host, port: fabricPort });
		this.isalesUrl = await this.isales.app.listen({ host, port: isalesPort });
		this.storageUrl = await this.storage.app.listen({ host, port: 0 });
	}

	/** @throws when something that was sent did not fit `openapi/` */
	async stop(): Promise<void> {
		this.forgetPushes();
		await Promise.all([this.fabric, this.isales, this.storage].map(({ app }) => app.close()));
		if (this.misfits.length > 0) throw new Error([...new Set(this.misfits)].join('\n'));
	}
}

/** Starts the platform. @throws when a fixed port is taken, or a file of an interface is misnamed */
export async function startSimulator(options: Partial<SimulatorOptions> = {}): Promise<Simulator> {
	const settings: SimulatorOptions = { ...DEFAULT_OPTIONS, ...options };
	const certificate = settings.https ? await makeCertificate(settings.host) : undefined;
	const simulator = new Simulator(settings, certificate, await readDescription());
	let isRunning = false;
	try {
		await simulator.start();
		isRunning = true;
	} finally {
		if (!isRunning) await simulator.stop();
	}
	return simulator;
}

/** Every request that is worth trying with the data of the simulator, and what it gives. */
export async function numbersToTry(): Promise<NumberToTry[]> {
	return tryThese(await readDescription());
}
