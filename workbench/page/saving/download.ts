/** Downloads bytes as a file. */

const TYPES: Readonly<Record<string, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xlsm: 'application/vnd.ms-excel.sheet.macroEnabled.12',
};

export function download(name: string, bytes: Uint8Array): void {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: TYPES[ending] ?? '' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Lets the page draw before a long task. */
export function drawn(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
}
