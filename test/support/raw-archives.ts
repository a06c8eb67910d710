import { crc32, deflateRawSync, gzipSync } from "node:zlib";

/** One member, exactly as named: `../`, absolute, doubled and unprintable names are written as they are. */
export interface RawMember {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** Unix mode with the file type, 0o100644 by default; 0o120777 makes a symlink whose target is the content. */
  readonly mode?: number;
}

const UNIX = 3;
const VERSION = 20;
const UTF8_NAMES = 0x0800;
const DEFLATE = 8;
const DATE_1980 = 0x0021;

/** A zip that checks nothing. For tests that need archives no honest tool writes. */
export function rawZip(members: readonly RawMember[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, mode = 0o100644 } of members) {
    const path = Buffer.from(name);
    const data = Buffer.from(content);
    const packed = deflateRawSync(data);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(VERSION, 0);
    common.writeUInt16LE(UTF8_NAMES, 2);
    common.writeUInt16LE(DEFLATE, 4);
    common.writeUInt16LE(DATE_1980, 8);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(path.length, 22);

    const local = Buffer.concat([Buffer.from("PK\x03\x04"), common, path, packed]);
    const attributes = Buffer.alloc(14);
    attributes.writeUInt32LE((mode << 16) >>> 0, 6);
    attributes.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from("PK\x01\x02"), Buffer.from([VERSION, UNIX]), common, attributes, path]));
    locals.push(local);
    offset += local.length;
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(members.length, 4);
  end.writeUInt16LE(members.length, 6);
  end.writeUInt32LE(Buffer.concat(directory).length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, ...directory, Buffer.from("PK\x05\x06"), end]);
}

/** A gzipped tar of plain files with names up to 100 bytes. */
export function rawTarGz(members: readonly RawMember[]): Buffer {
  const blocks = members.flatMap(({ name, content, mode = 0o644 }) => {
    const data = Buffer.from(content);
    const header = Buffer.alloc(512);
    header.write(name, 0);
    header.write(`${mode.toString(8).padStart(7, "0")}\0${"0000000\0".repeat(2)}`, 100);
    header.write(`${data.length.toString(8).padStart(11, "0")}\0${"0".repeat(11)}\0        0`, 124);
    header.write("ustar\u000000", 257);
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
    return [header, data, Buffer.alloc((512 - (data.length % 512)) % 512)];
  });
  return gzipSync(Buffer.concat([...blocks, Buffer.alloc(1024)]));
}
