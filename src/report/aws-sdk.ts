import { AWS_SDK } from "../layer/aws-sdk.js";
import { OTHER_SERVICES } from "../layer/botocore-services.js";
import { formatBytes } from "./bytes.js";
import type { LayerFacts } from "./facts.js";

/** What the layer would save without the packages that the runtime has too, and what that costs; undefined when it does not hold all of them, or their sizes are not known. */
export function renderSdkSaving({
  packages,
  leftOut = [],
}: Pick<LayerFacts, "packages" | "leftOut">): string | undefined {
  const sdk = packages.filter(({ name }) => AWS_SDK.some((one) => one === name));
  const sizes = sdk.flatMap(({ zipped, unzipped }) =>
    zipped === undefined || unzipped === undefined ? [] : [{ zipped, unzipped }],
  );
  if (sizes.length < AWS_SDK.length) {
    return undefined;
  }
  const zipped = formatBytes(sizes.reduce((sum, one) => sum + one.zipped, 0));
  const unzipped = formatBytes(sizes.reduce((sum, one) => sum + one.unzipped, 0));
  const names = new Intl.ListFormat("en-GB").format(AWS_SDK);
  const instead = leftOut.some(({ what }) => what === OTHER_SERVICES)
    ? "AWS advises to bring them along."
    : "`botocore-services` saves most of that and keeps the version yours, as AWS advises.";
  return (
    `Lambda's runtime has ${names} too, in a version that AWS changes. Without them (\`exclude-packages: aws-sdk\`) ` +
    `the layer would be ${zipped} smaller zipped, ${unzipped} unzipped. ${instead}`
  );
}
