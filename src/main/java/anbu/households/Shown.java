package anbu.households;

import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/** How much of a person a reader sees. */
enum Shown {
    /** Names and phones with their middle hidden. */
    MASKED,
    /** No personal data at all: for those who write policies. */
    NOTHING;

    private static final Set<String> MEET_PEOPLE = Set.of("ROLE_CASEWORKER", "ROLE_MANAGER", "ROLE_OPERATOR");

    static Shown to(Authentication reader) {
        var meets = reader.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .anyMatch(MEET_PEOPLE::contains);
        return meets ? MASKED : NOTHING;
    }
}
