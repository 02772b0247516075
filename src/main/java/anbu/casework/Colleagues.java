package anbu.casework;

import anbu.households.Masking;
import anbu.staff.Staff;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Names of those who work on cases, as their colleagues see them. */
@Component
class Colleagues {
    private final Staff staff;

    Colleagues(Staff staff) {
        this.staff = staff;
    }

    Holder holder(@Nullable String username) {
        if (username == null) {
            return Holder.NOBODY;
        }
        return username.equals(me()) ? Holder.ME : new Holder(Holder.Kind.COLLEAGUE, name(username));
    }

    /** The masked name of an account; the account's own name when it is unknown. */
    String name(String username) {
        return staff.find(username)
                .map(account -> Masking.name(account.displayName()))
                .orElse(username);
    }

    private static String me() {
        var signedIn = SecurityContextHolder.getContext().getAuthentication();
        return signedIn == null ? "" : signedIn.getName();
    }
}
