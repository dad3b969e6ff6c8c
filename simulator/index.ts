/**
 * A stand-in AICC platform for trying and testing: HTTPS with a certificate made at start, the
 * token interface and the bearer interfaces on one port, the signed interfaces on another.
 */
import { generate } from 'selfsigned';

import { addAdminRoutes } from './admin';
import { addFabricRoutes } from './fabric';
import { addIsalesRoutes } from './isales';
import { DEFAULT_OPTIONS, type Account, type SimulatorOptions } from './options';
import { callNumbers } from './outbound/callNumbers';
import { pushResults, type Push, type PushRequest } from './outbound/push';
import { Platform } from './platform';
import { Service, type Certificate } from './service';

export type { Account, Behaviour, Fault, SimulatorOptions } from './options';
export type { RecordedRequest, SimulatorStats } from './platform';
export type { SimulatorData } from './data';
export { CAMPAIGN_IDS } from './outbound/data';
export type { BlockedNumber, CallDataRecord, Campaign, RetryPolicy } from './outbound/data';
export type { CallAttempt } from './outbound/makeResults';
export type { Push, PushAnswer, PushRequest } from './outbound/push';

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

	/** Address of CC-iSales and CC-CMS: signed interfaces. */
	isalesUrl = '';

	/** PEM of the self-signed certificate; empty without HTTPS. */
	readonly certificate: string;

	private readonly fabric: Service;

	private readonly isales: Service;

	constructor(options: SimulatorOptions, certificate: Certificate | undefined) {
		super(options);
		this.certificate = certificate?.cert ?? '';
		this.fabric = new Service(this, 'fabric', certificate);
		this.isales = new Service(this, 'isales', certificate);
		addFabricRoutes(this.fabric, this);
		addAdminRoutes(this.fabric.app, this);
		addIsalesRoutes(this.isales, this);
	}

	get account(): Account {
		return this.options.account;
	}

	/** Pushes results of calls to a customer's address. @throws when there is no such result */
	async pushResults(callbackUrl: string, asked?: PushRequest): Promise<Push[]> {
		return await pushResults(this, callbackUrl, asked);
	}

	/** Calls everybody who waits in a running campaign. @returns how many were called */
	callNumbers(): number {
		return callNumbers(this);
	}

	async start(): Promise<void> {
		const { host, fabricPort, isalesPort } = this.options;
		this.fabricUrl = await this.fabric.app.listen({ host, port: fabricPort });
		this.isalesUrl = await this.isales.app.listen({ host, port: isalesPort });
	}

	async stop(): Promise<void> {
		await Promise.all([this.fabric.app.close(), this.isales.app.close()]);
	}
}

/** Starts the platform. @throws when a fixed port is taken */
export async function startSimulator(options: Partial<SimulatorOptions> = {}): Promise<Simulator> {
	const settings: SimulatorOptions = { ...DEFAULT_OPTIONS, ...options };
	const certificate = settings.https ? await makeCertificate(settings.host) : undefined;
	const simulator = new Simulator(settings, certificate);
	let isRunning = false;
	try {
		await simulator.start();
		isRunning = true;
	} finally {
		if (!isRunning) await simulator.stop();
	}
	return simulator;
}
