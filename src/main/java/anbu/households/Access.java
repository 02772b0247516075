package anbu.households;

/** Who may do what with the directory over HTTP. */
final class Access {
    static final String READ = "hasAnyRole('CASEWORKER', 'MANAGER', 'OPERATOR', 'POLICY_OFFICER')";
    static final String READ_PEOPLE = "hasAnyRole('CASEWORKER', 'MANAGER', 'OPERATOR')";
    static final String WRITE = "hasAnyRole('MANAGER', 'OPERATOR')";

    private Access() {}
}
