// Opens the user's browser, where there is one to open.
import { spawn } from 'node:child_process';

/** Does nothing in continuous integration, over ssh without a display, or where no opener is found. */
export function openBrowser(address) {
  const opener = openerOf(process.platform, process.env);
  if (opener === null) return;
  const [command, ...words] = opener;
  const child = spawn(command, [...words, address], { stdio: 'ignore', detached: true });
  child.once('error', () => {}); // no such command: the address is on the screen
  child.unref();
}

function openerOf(platform, environment) {
  if (environment.CI) return null;
  if (platform === 'darwin') return ['open'];
  if (platform === 'win32') return ['cmd', '/c', 'start', ''];
  return environment.DISPLAY || environment.WAYLAND_DISPLAY ? ['xdg-open'] : null;
}
