package anbu.policy;

/** A new policy version is live; published in the transaction that stored it. */
public record PolicyPublished(int number) {}
