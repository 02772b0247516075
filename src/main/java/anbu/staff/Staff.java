package anbu.staff;

import anbu.audit.Audit;
import anbu.platform.Refused;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Accounts of people and machines. */
@Service
public class Staff {
    private static final Pattern USERNAME = Pattern.compile("[A-Za-z0-9._@-]{1,60}");
    private static final int SHORTEST_PASSWORD = 12;

    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final Audit audit;
    private final Clock clock;

    Staff(Accounts accounts, PasswordEncoder passwords, Audit audit, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
    }

    /** A person or machine that may sign in. */
    public record Account(
            String username,
            String displayName,
            Set<Role> roles,
            @Nullable Team team,
            boolean enabled) {}

    /** Creates an account; refuses a taken name or a password shorter than 12 characters. */
    @Transactional
    public Account create(String username, String password, String displayName, Set<Role> roles, @Nullable Team team) {
        refuseUnusable(username, password, roles);
        var names = EnumSet.copyOf(roles).stream().map(Role::name).collect(Collectors.joining(","));
        try {
            accounts.add(new Accounts.Stored(
                    username, passwords.encode(password), displayName, names, team, true, clock.instant()));
        } catch (DuplicateKeyException e) {
            throw new Refused("The user name \"%s\" is taken. Choose another one.".formatted(username));
        }
        audit.record("account:" + username, "account.created", Map.of("roles", names));
        return new Account(username, displayName, Set.copyOf(roles), team, true);
    }

    public Optional<Account> find(String username) {
        return accounts.find(username)
                .map(stored -> new Account(
                        stored.username(), stored.displayName(), roles(stored), stored.team(), stored.enabled()));
    }

    static Set<Role> roles(Accounts.Stored stored) {
        return Arrays.stream(stored.roles().split(",")).map(Role::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    private static void refuseUnusable(String username, String password, Set<Role> roles) {
        if (!USERNAME.matcher(username).matches()) {
            throw new Refused(
                    "The user name \"%s\" is not usable. It may hold 1 to 60 letters, digits, dots, underscores, hyphens and @."
                            .formatted(username));
        }
        if (password.length() < SHORTEST_PASSWORD) {
            throw new Refused("The password for %s has %d characters. Choose one with at least %d."
                    .formatted(username, password.length(), SHORTEST_PASSWORD));
        }
        if (roles.isEmpty()) {
            throw new Refused("The account %s would have no role and could do nothing. Give it at least one role."
                    .formatted(username));
        }
    }
}
