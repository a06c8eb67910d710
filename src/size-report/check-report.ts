import { checkSizes, type Gated, type GatedFile, type Gates, unzippedOf } from "../gates.js";
import { DIRECT_UPLOAD_LIMIT } from "../limits.js";
import { formatBytes } from "../report/bytes.js";
import type { LayerFacts, Limits, Notice } from "../report/facts.js";
import type { PackageComparison, SizeReport } from "../report/size-facts.js";
import { growthOf } from "../report/size-report-changes.js";
import { baseSide, changeSide } from "../report/size-sides.js";

interface ReportGates extends Gates {
  /** Unzipped bytes of code and all layers. */
  readonly hardLimit: number;
  readonly warnLimit: number;
  readonly bucket: string | undefined;
}

/** What a report has learned. */
interface CheckedFacts {
  readonly sizes: SizeReport;
  readonly limits: Limits;
  readonly layer?: Pick<LayerFacts, "bytecode">;
}

/**
 * What a deploy of this commit would be stopped or warned for, as far as the report knows it. `files`: those of the code
 * package. Throws ActionError as the deploy does. Pure.
 */
export function checkReport(
  { sizes, limits, layer }: CheckedFacts,
  gates: ReportGates,
  files: readonly GatedFile[],
): readonly Notice[] {
  const packages = packagesOf(sizes);
  const after = packages.map((one) => one.after).filter((one) => one !== undefined);
  const notices = checkSizes(gates, gatedReport(sizes, files), limits, { ...layer, packages: after });
  return [...notices, ...bucketNotice(sizes, gates)];
}

/** The report as the gates see it: the layer is compared with that of the base branch, never with what is deployed. */
function gatedReport(sizes: SizeReport, files: readonly GatedFile[]): Gated {
  const { baseline, code, layer } = sizes;
  const base = baseline.outcome === "none" ? undefined : baseSide(sizes)?.layer;
  const now = changeSide(sizes).layer;
  return {
    code: { zipped: code.after.zipped, files },
    layer: {
      before: base === undefined ? undefined : unzippedOf(base),
      after: layer.outcome === "unknown" ? undefined : unzippedOf(now),
    },
    base: "the base branch",
    packages: packagesOf(sizes).map((one) => {
      const growth = growthOf(one);
      return { name: one.name, ...(growth !== undefined && { growth }) };
    }),
  };
}

function packagesOf({ layer }: SizeReport): readonly PackageComparison[] {
  return layer.outcome === "known" ? layer.packages : [];
}

/** Only a zip that the next deploy sends needs one. */
function bucketNotice({ code, layer, next }: SizeReport, { bucket }: ReportGates): readonly Notice[] {
  const ours =
    layer.outcome === "known" && layer.after !== "none" && next.layer === "published" ? layer.after.zipped : undefined;
  const zips = [["code package", code.after.zipped] as const, ["layer", ours] as const];
  return zips.flatMap(([what, zipped]) =>
    bucket !== undefined || zipped === undefined || zipped <= DIRECT_UPLOAD_LIMIT
      ? []
      : [
          {
            level: "warning",
            text: `The ${what} is ${formatBytes(zipped)} zipped; Lambda takes ${formatBytes(DIRECT_UPLOAD_LIMIT)} in a direct upload: the next deploy needs \`s3-bucket\`.`,
          } as const,
        ],
  );
}
