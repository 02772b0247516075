package anbu.platform;

import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who acts: the signed-in account, or the system itself. */
public final class Actor {
    public static final String SYSTEM = "system";

    private Actor() {}

    public static String name() {
        var who = SecurityContextHolder.getContext().getAuthentication();
        return who == null || who instanceof AnonymousAuthenticationToken ? SYSTEM : who.getName();
    }
}
