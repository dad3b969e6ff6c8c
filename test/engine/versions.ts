/** What differs between the versions of n8n's engine that these tests run on. */
import type { WorkflowExecute } from 'n8n-core';
import * as n8nWorkflow from 'n8n-workflow';
import type { ICredentialType, INode, INodeProperties, Workflow } from 'n8n-workflow';

import { isN8n1 } from './engineVersion';

/** The execution that n8n's engine begins; it can be cancelled. */
type Execution = ReturnType<WorkflowExecute['run']>;

/** n8n 1.x takes workflow and first node one by one. */
type RunOneByOne = (workflow: Workflow, startNode: INode) => Execution;

/** Runs a workflow from one of its nodes. */
export function runWorkflow(
	engine: WorkflowExecute,
	workflow: Workflow,
	startNode: INode,
): Execution {
	if (!isN8n1) return engine.run({ workflow, startNode });
	const run = engine.run as unknown as RunOneByOne;
	return run.call(engine, workflow, startNode);
}

/** The fields of a credential, with those that n8n adds to each; 1.x adds none in its engine. */
export function propertiesOf(type: ICredentialType): INodeProperties[] {
	return isN8n1 ? type.properties : n8nWorkflow.injectDomainRestrictionFields(type);
}
