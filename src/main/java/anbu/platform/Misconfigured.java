package anbu.platform;

/** A setting is missing or wrong, so the application does not start. Shown as two plain sentences instead of a stack trace. */
public class Misconfigured extends RuntimeException {
    private final String remedy;

    /**
     * @param problem which setting, and what is wrong with it; never a secret's value
     * @param remedy what to do
     */
    public Misconfigured(String problem, String remedy) {
        super(problem);
        this.remedy = remedy;
    }

    /** What to do about it. */
    public String remedy() {
        return remedy;
    }
}
