// Read by Node versions that the rest can't be read by: old syntax only, nothing imported.
const least = [20, 19];

/**
 * Why the project can't run on a version of Node, in a sentence; null where it can.
 * @param {string} version such as 20.19.0
 */
export function refusalOfNode(version) {
  const parts = version.split('.').map(Number);
  if (parts[0] > least[0] || (parts[0] === least[0] && parts[1] >= least[1])) return null;
  return `Node ${version} is too old: install Node ${least.join('.')} or later from https://nodejs.org.`;
}

/** Ends the process with a sentence where Node is too old. */
export function requireNode() {
  const refusal = refusalOfNode(process.versions.node);
  if (!refusal) return;
  process.stderr.write(`${refusal}\n`);
  process.exit(1);
}
