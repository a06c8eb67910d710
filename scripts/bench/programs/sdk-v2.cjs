// For `node --require`: Serverless 3 has the AWS SDK v2, which does not read AWS_ENDPOINT_URL; this sends it there.
const Module = require("node:module");

const load = Module._load;
Module._load = function loadWithEndpoint(name, ...rest) {
  const loaded = load.call(this, name, ...rest);
  if (name === "aws-sdk" && loaded.config && !loaded.config.endpoint) {
    loaded.config.update({ endpoint: process.env.AWS_ENDPOINT_URL, s3ForcePathStyle: true });
  }
  return loaded;
};
