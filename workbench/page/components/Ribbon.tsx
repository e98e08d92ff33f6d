/** The add-in's tab of the ribbon, as its manifest describes it. */
import type { AddinManifest, RibbonCommand } from '../manifest';
import type { PageWords } from '../page-words';

export interface RibbonProps {
  readonly words: PageWords;
  readonly manifest: AddinManifest | null;
  readonly onCommand: (command: RibbonCommand) => void;
}

export function Ribbon({ words, manifest, onCommand }: RibbonProps) {
  return (
    <nav className="ribbon" aria-label={words.ribbon}>
      {manifest?.tab && <span className="ribbon-tab">{manifest.tab}</span>}
      {manifest?.groups.map((group) => (
        <div className="ribbon-group" role="group" aria-label={group.label} key={group.label}>
          {group.commands.map((command) => (
            <button
              type="button"
              className="ribbon-button"
              key={command.id}
              title={command.description}
              onClick={() => onCommand(command)}
            >
              {command.icon !== null && <img src={command.icon} alt="" width="20" height="20" />}
              {command.label}
            </button>
          ))}
        </div>
      ))}
    </nav>
  );
}
