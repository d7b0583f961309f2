const NAME = 'keep-nothing';

/** Whether this device was set to keep nothing of what is typed. Where the browser refuses to say, it wasn’t. */
export function keepsNothing(): boolean {
  try {
    return localStorage.getItem(NAME) !== null;
  } catch {
    return false;
  }
}

/** Sets whether this device keeps nothing from now on. What it has already stays until its page takes it up: it would be lost. */
export function setKeepsNothing(on: boolean): void {
  if (on) localStorage.setItem(NAME, '1');
  else localStorage.removeItem(NAME);
  // The event of the browser is told to other windows alone.
  window.dispatchEvent(new StorageEvent('storage', { key: NAME }));
}

/** Tells when it is set otherwise, here or in another window. */
export function onDeviceSetting(tell: () => void): () => void {
  window.addEventListener('storage', tell);
  return () => window.removeEventListener('storage', tell);
}
