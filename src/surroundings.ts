/** What a run works with beside its inputs. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Empty directory of this run. */
  readonly workDirectory: string;
}
