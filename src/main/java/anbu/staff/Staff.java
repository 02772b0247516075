package anbu.staff;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Accounts of people and machines. */
@Service
public class Staff {
    /** A person or machine that may sign in. */
    public record Account(
            String username,
            String displayName,
            Set<Role> roles,
            @Nullable Team team,
            boolean enabled) {}

    /** Creates an account; refuses a taken name or a password shorter than 12 characters. */
    public Account create(String username, String password, String displayName, Set<Role> roles, @Nullable Team team) {
        throw new UnsupportedOperationException();
    }

    public Optional<Account> find(String username) {
        throw new UnsupportedOperationException();
    }
}
