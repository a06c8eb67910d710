/** One file inside a zip. */
export interface ZipEntry {
  readonly path: string;
  readonly size: number;
  readonly compressedSize: number;
  readonly crc32: number;
  readonly executable: boolean;
}

export type Method = "stored" | "deflated";

// The numbers of the format: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, sections 4.3 and 4.4.
const VERSION_NEEDED = 20;
const MADE_BY_UNIX = (3 << 8) | VERSION_NEEDED;
const UTF8_NAME = 0x0800;
const METHODS = { stored: 0, deflated: 8 } as const satisfies Record<Method, number>;
// 1980-01-01 00:00, the first moment that DOS fields can hold: the same input gives the same bytes at any time.
const DOS_TIME = 0;
const DOS_DATE = (1 << 5) | 1;
// What Lambda asks for, whatever the umask was: https://docs.aws.amazon.com/lambda/latest/dg/configuration-function-zip.html
const FILE_MODE = 0o100644;
const EXECUTABLE_MODE = 0o100755;

export function localHeader(entry: ZipEntry, method: Method): Buffer {
  const name = Buffer.from(entry.path);
  const header = Buffer.alloc(30);
  header.write("PK\x03\x04", "latin1");
  writeCommonFields(header, 4, entry, method);
  return Buffer.concat([header, name]);
}

export function centralHeader(entry: ZipEntry, method: Method, offset: number): Buffer {
  const name = Buffer.from(entry.path);
  const header = Buffer.alloc(46);
  header.write("PK\x01\x02", "latin1");
  header.writeUInt16LE(MADE_BY_UNIX, 4);
  writeCommonFields(header, 6, entry, method);
  header.writeUInt16LE(entry.executable ? EXECUTABLE_MODE : FILE_MODE, 40);
  header.writeUInt32LE(offset, 42);
  return Buffer.concat([header, name]);
}

export function endRecord(files: number, directorySize: number, directoryOffset: number): Buffer {
  const record = Buffer.alloc(22);
  record.write("PK\x05\x06", "latin1");
  record.writeUInt16LE(files, 8);
  record.writeUInt16LE(files, 10);
  record.writeUInt32LE(directorySize, 12);
  record.writeUInt32LE(directoryOffset, 16);
  return record;
}

function writeCommonFields(header: Buffer, start: number, entry: ZipEntry, method: Method): void {
  const nameLength = Buffer.byteLength(entry.path);
  header.writeUInt16LE(VERSION_NEEDED, start);
  header.writeUInt16LE(nameLength === entry.path.length ? 0 : UTF8_NAME, start + 2);
  header.writeUInt16LE(METHODS[method], start + 4);
  header.writeUInt16LE(DOS_TIME, start + 6);
  header.writeUInt16LE(DOS_DATE, start + 8);
  header.writeUInt32LE(entry.crc32, start + 10);
  header.writeUInt32LE(entry.compressedSize, start + 14);
  header.writeUInt32LE(entry.size, start + 18);
  header.writeUInt16LE(nameLength, start + 22);
}
