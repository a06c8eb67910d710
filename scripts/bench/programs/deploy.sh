#!/usr/bin/env bash
# deploy.sh RECIPE ...: builds the layer and does what a hand-written workflow does on every push.
set -euo pipefail
"$@"
arn=$(aws lambda publish-layer-version --layer-name deps --zip-file fileb://layer.zip --compatible-runtimes "$RUNTIME" \
  --query LayerVersionArn --output text)
aws lambda update-function-configuration --function-name fn --layers "$arn" --output text > /dev/null
aws lambda wait function-updated-v2 --function-name fn
(cd src && zip -9 -qr ../code.zip .)
aws lambda update-function-code --function-name fn --zip-file fileb://code.zip --output text > /dev/null
aws lambda wait function-updated-v2 --function-name fn
