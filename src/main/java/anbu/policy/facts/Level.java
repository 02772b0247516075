package anbu.policy.facts;

/** How alarming a situation is, ascending: 정상, 관심, 위험, 심각. Rises with time; not to be confused with the risk group. */
public enum Level {
    NORMAL,
    ATTENTION,
    DANGER,
    CRITICAL
}
