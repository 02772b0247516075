package anbu.staff;

import anbu.platform.Misconfigured;
import anbu.platform.Refused;
import java.util.EnumSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Creates the account with which a new installation is entered, once, from two settings. */
@Component
class FirstAccount implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(FirstAccount.class);

    private final Staff staff;
    private final Accounts accounts;
    private final String username;
    private final String password;

    FirstAccount(
            Staff staff,
            Accounts accounts,
            @Value("${anbu.first-account.username:}") String username,
            @Value("${anbu.first-account.password:}") String password) {
        this.staff = staff;
        this.accounts = accounts;
        this.username = username;
        this.password = password;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!accounts.none()) {
            return;
        }
        if (username.isBlank() || password.isBlank()) {
            LOG.warn("Nobody can sign in, for there is no account yet: set anbu.first-account.username and "
                    + "anbu.first-account.password (at least 12 characters) and start again.");
            return;
        }
        try {
            var roles = EnumSet.of(Role.OPERATOR, Role.MANAGER, Role.CASEWORKER, Role.POLICY_OFFICER);
            staff.create(username, password, username, roles, null);
            LOG.info("Created the first account from the setting anbu.first-account.username.");
        } catch (Refused e) {
            refuseUnlessAnotherNodeWasFaster(e);
        }
    }

    private void refuseUnlessAnotherNodeWasFaster(Refused reason) {
        if (accounts.find(username).isEmpty()) {
            throw new Misconfigured(
                    "The first account cannot be created. " + reason.getMessage(),
                    "Correct anbu.first-account.username or anbu.first-account.password and start again.");
        }
    }
}
