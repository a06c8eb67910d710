import * as core from "@actions/core";
import { commentPlace } from "./github/comment-place.js";
import { readEvent } from "./github/event-file.js";
import type { CommentInputs } from "./inputs/comment.js";
import type { Environment } from "./machine/environment.js";
import type { Facts } from "./report/facts.js";
import { renderComment } from "./report/summary.js";

/** Keeps the report as a comment on the pull request that it is of. Trouble fails no report: it is told, and louder when a comment was asked for. */
export async function comment(facts: Facts, inputs: CommentInputs, env: Environment): Promise<void> {
  if (inputs.comment === false) {
    return;
  }
  const tell = inputs.comment === true ? core.warning : core.notice;
  try {
    const place = commentPlace(env, await readEvent(env));
    if (place === undefined) {
      return;
    }
    if (inputs.githubToken === undefined) {
      tell("No comment on the pull request: `github-token` is empty. The report is in the job summary.");
      return;
    }
    const { postComment } = await import("./github/comments.js");
    const posted = await postComment({
      ...place,
      token: inputs.githubToken,
      key: inputs.commentKey,
      // Times and calls are another run's each time: a comment would be changed for them alone.
      body: renderComment({ ...facts, phases: [], calls: {} }),
    });
    if (posted.outcome === "refused") {
      tell(`No comment on the pull request. ${posted.why} The report is in the job summary.`);
    } else {
      core.info(`The comment on the pull request is ${posted.outcome}: ${posted.url}`);
    }
  } catch (error) {
    core.debug(error instanceof Error ? (error.stack ?? error.message) : String(error));
    tell("No comment on the pull request, for a reason that nobody foresaw. The report is in the job summary.");
  }
}
