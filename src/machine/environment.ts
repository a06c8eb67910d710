/** Variables of the environment: the runner's, or those that a program is to see. */
export type Environment = Readonly<Record<string, string | undefined>>;
